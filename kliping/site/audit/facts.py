"""JSON and CSV: whole, and with addresses of the web where programs look for addresses."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import msgspec

from kliping.locale import _
from kliping.site.audit import tags
from kliping.site.audit.addresses import no_id, not_whole

Rules = Mapping[str, Callable[[str], str | None]]  # key -> why a text may not stand there

_OF_LINKED: Rules = dict.fromkeys(  # keys of schema.org whose texts are addresses
    "@id @context url item license contentUrl embedUrl thumbnailUrl urlTemplate isBasedOn sameAs image logo"
    " mainEntityOfPage target".split(),
    not_whole,
)
_OF_FEEDS: Rules = {  # JSON Feed 1.1
    **dict.fromkeys(
        "url external_url home_page_url feed_url next_url icon favicon image banner_image avatar".split(), not_whole
    ),
    "id": no_id,
    "content_html": lambda text: next(tags.fragment(text), None),
}


def json(data: bytes) -> Iterator[str]:
    """What is wrong with a file of JSON: not much can be with one that is only read by programs."""
    try:
        msgspec.json.decode(data, type=msgspec.Raw)  # read to its end, and nothing kept
    except msgspec.DecodeError as error:
        yield _("is no JSON ({error})").format(error=error)


def feed(data: bytes) -> Iterator[str]:
    """What is wrong with a JSON Feed. Its titles and texts are plain by its specification, but for `content_html`."""
    return _held(data, _OF_FEEDS)


def linked(text: str) -> Iterator[str]:
    """What is wrong with a block of linked data in a page."""
    return _held(text, _OF_LINKED)


def _held(data: bytes | str, rules: Rules) -> Iterator[str]:
    """What is wrong with the texts of some JSON whose keys have rules."""
    try:
        document = msgspec.json.decode(data)
    except msgspec.DecodeError as error:
        yield _("is no JSON ({error})").format(error=error)
        return
    for key, value in _texts("", document):
        if key in rules and (why := rules[key](value)):
            yield why


def _texts(key: str, value: Any) -> Iterator[tuple[str, str]]:
    """Every text with its key, or with that of the list it stands in."""
    if isinstance(value, str):
        yield key, value
    elif isinstance(value, dict):
        for inner, part in value.items():
            yield from _texts(inner, part)
    elif isinstance(value, list):
        for part in value:
            yield from _texts(key, part)


def csv(data: bytes) -> Iterator[str]:
    """What is wrong with a table."""
    import csv
    import io

    csv.field_size_limit(len(data) + 1)  # Python's own is 128 KiB, whatever a list of names may have
    try:
        lines = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True)
        header = len(next(lines, []))
        short = next((number for number, line in enumerate(lines, 2) if len(line) != header), None)
    except (csv.Error, UnicodeDecodeError) as error:
        yield _("is no CSV ({error})").format(error=error)
        return
    if short:
        yield _("has in record {number} not as many fields as in its header").format(number=short)

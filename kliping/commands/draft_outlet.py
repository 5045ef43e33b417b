"""A draft of an outlet's profile, out of one saved page read by the generic rules alone.

What stands in it without a comment sign is what every profile needs. All else is offered in comments, for only the
curator can tell what a page should have given.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kliping.archive.reading import Reading, tried
from kliping.archive.scanner import read_bytes
from kliping.article.frontmatter import as_yaml
from kliping.elections.calendars import Calendars
from kliping.extract.byline import grammar
from kliping.extract.labels import BODY, BYLINE, TITLE
from kliping.formats.html.named import boxes
from kliping.formats.page import Block, Rejected
from kliping.outlets.profile import Profile
from kliping.outlets.registry import OutletRegistry
from kliping.system.errors import Stop
from kliping.text import dateline
from kliping.text import lines as shape

_LABELLED = re.compile(r"([A-Z][\w ]{2,24}?)\s*:\s*(\S.{2,60})")
_SHORT = 12  # words of a line in the text that is no sentence
_MOST = 5  # lines offered of a kind


@dataclass(frozen=True, slots=True)
class Draft:
    """The text of a profile, and the reading by the generic rules it was drafted from."""

    text: str
    reading: Reading


def draft(domain: str, page: Path, outlets: OutletRegistry, calendars: Calendars) -> Draft:
    """Draft the profile of an outlet that has none. Raises Stop where it is there, or the page cannot be used."""
    if known := outlets.profiles.get(domain):
        raise Stop(f"{domain}: is known as {known.name}; change what is there, or take its line out of names.yaml")
    generic = OutletRegistry(outlets.generic)
    reading = tried(page, generic, calendars)
    if not reading.page:
        raise Stop(f"{page}: {reading.rejected}")
    return Draft("".join(f"{line}\n" for line in _lines(domain, page, reading, outlets.generic)), reading)


def _lines(domain: str, page: Path, reading: Reading, generic: Profile) -> Iterator[str]:
    assert reading.page
    name, printed = _name(reading), _printed(reading.page.blocks)
    yield f"# Drafted from {page.name}. Take out what mends nothing; docs/outlets.md explains the keys."
    yield "# Where only name, domain and spellings are left, a line of names.yaml does instead of this file."
    yield f"name: {as_yaml(name or domain)}{'' if name else '  # no name was found on the page'}"
    yield f"domain: {domain}"
    said = reading.known.outlet.value if reading.known else None
    if said and said != domain:
        yield f"# The page itself says {said}."
    if printed:
        yield f"spellings: {as_yaml([printed])}"
    if not name and not printed:
        yield "# The page names its outlet nowhere; lines that together only this outlet prints would tell it:"
        yield "# recognise: {lines: []}"
    yield from _labels(reading, generic)
    yield from _noise(reading)
    if _number_before_title(reading):
        yield "# A bare number stands above the headline; if it is the view count:"
        yield "# number_before_title: true"
    if page.suffix.casefold() != ".txt":
        yield from _html(page)


def _name(reading: Reading) -> str | None:
    """The outlet's name as the page's head or its dateline gives it."""
    assert reading.page
    meta = reading.page.meta
    told = meta.get("og:site_name") or meta.get("ld:publisher")
    return told or (reading.known.source.value if reading.known else None) or _printed(reading.page.blocks)


def _printed(blocks: tuple[Block, ...]) -> str | None:
    """The domain in the first dateline, as printed."""
    lines = (dateline.split(block.text) for block in blocks)
    return next((line.domain for line in lines if line and line.domain), None)


def _labels(reading: Reading, generic: Profile) -> Iterator[str]:
    """Words before what may be a name, on lines that were not taken for a byline."""
    reader = grammar(generic.words)
    for verdict in reading.verdicts:
        found = _LABELLED.fullmatch(verdict.block.text)
        if found and verdict.role != BYLINE and reader.is_person(found[2], labelled=True):
            yield f"# If {as_yaml(found[0])} names who wrote the text (or: editor, photo):"
            yield f"# labels: {{reporter: [{as_yaml(found[1])}]}}"


def _noise(reading: Reading) -> Iterator[str]:
    """Short lines of the text that are no sentence."""
    kept = [v.block.text for v in reading.verdicts if v.role == BODY]
    odd = [t for t in kept if len(t.split()) <= _SHORT and not shape.ends_sentence(t) and not dateline.split(t)][:_MOST]
    if odd:
        yield "# These lines were left in the text; if some are none of it (the kinds: docs/fields.md):"
        yield f"# noise: {{navigation: {as_yaml(odd)}}}"


def _number_before_title(reading: Reading) -> bool:
    roles = [verdict.role for verdict in reading.verdicts]
    at = roles.index(TITLE) if TITLE in roles else 0
    return at > 0 and reading.verdicts[at - 1].block.text.isdigit()


def _html(page: Path) -> Iterator[str]:
    try:
        found = boxes(read_bytes(page))
    except Rejected:
        return
    if "body" in found:
        yield "# Where headline, byline and text were found; to be named only if they are not found on other pages:"
        yield "# html:"
        for i, (part, names) in enumerate(sorted(found.items())):
            yield f"#   {' ' if i else '-'} {part}: {as_yaml(names)}"

"""What Pagefind gets of each article, and how many articles share one index. Pure: no files, no programs."""

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from html import unescape
from typing import Any
from urllib.parse import urlencode
from zlib import crc32

from kliping.site.model.article_row import ArticleRow
from kliping.system.hashing import content_hash

OTHERS, UNDATED = "lainnya", "tanpa-tanggal"  # filter values of what has no election or no date
MOST = 1250  # articles in one index, so that a changed text costs seconds at most
_MOST_PARTS = 16  # a reader's browser asks each of them
_ENDS = re.compile(r"</(?:p|li|h\d|blockquote|pre)>|<[bh]r />")
_TAGS = re.compile(r"<[^>]*>")

Stages = Collection[tuple[str | None, str | None]]  # (election, stage) that have a page


@dataclass(frozen=True, slots=True)
class Part:
    """The articles of one index, oldest first, so that a new one moves no other; and the key of all it is made from."""

    rows: tuple[ArticleRow, ...]
    key: str


def parts(rows: Sequence[ArticleRow], base: str, stages: Stages) -> tuple[Part, ...]:
    """All articles, newest first, in as few indexes as they need. What an index holds is chance, and stays so.

    Any order in time would bring words of one stage together, and then a word counts for less in the very index it
    is about; `base` is a hash of all that is not of the articles.
    """
    number = 1
    while number < _MOST_PARTS and len(rows) > MOST * number:
        number *= 2
    shares: list[list[ArticleRow]] = [[] for _ in range(number if rows else 0)]
    for row in reversed(rows):
        shares[crc32(row.id.encode()) % number].append(row)
    base = content_hash(base, repr(sorted(stages, key=repr)))
    return tuple(Part(tuple(share), _key(base, share)) for share in shares)


def record(row: ArticleRow, text: str, stages: Stages) -> dict[str, Any]:
    """One article as Pagefind's `AddRecord` takes it. What is under `meta` is searched too, with its title above all.

    What a result shows and nobody looks for goes into the address, behind its `#`.
    """
    outlet = row.source or row.outlet
    shown = {"date": row.date, "origin": row.date_origin, "untitled": row.untitled or None}
    shown["lang"] = row.lang if row.lang != "id" else None
    known = (row.election, row.stage) in stages
    filters = {
        "election": [row.election if known else OTHERS],
        "stage": [row.stage] if known else [],
        "outlet": [outlet] if outlet else [],
        "reporter": list(row.reporter),
        "year": [str(row.date.year) if row.date else UNDATED],
    }
    meta = {"title": row.title, "outlet": outlet, "reporter": ", ".join(row.reporter)}
    return {
        "url": f"{row.path}#{urlencode(_present(shown))}",
        "content": text or row.title,  # Pagefind passes over what has no word
        "language": "id",
        "meta": _present(meta),
        "filters": _present(filters),
        "sort": {"date": f"{row.date:%Y%m%d}" if row.date else "0"},  # without a value it would be in no sorted list
    }


def text_of(row: ArticleRow, html: Callable[[ArticleRow], str], whole: bool) -> str:
    """The words an article's page shows as its text; the summary alone where the site does not show the `whole`."""
    return plain(html(row)) if whole else row.summary


def plain(html: str) -> str:
    """The words of a rendered text."""
    return " ".join(unescape(_TAGS.sub("", _ENDS.sub(" ", html))).split())


def _key(base: str, rows: Sequence[ArticleRow]) -> str:
    return content_hash(base, "".join([f"{row.id} {row.facts} {row.text}\n" for row in rows]))


def _present(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value}

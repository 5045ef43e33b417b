"""One Markdown file of the articles folder: whether clean wrote it, and whether somebody edited it."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from kliping.system.hashing import content_hash


class ArticleFile(NamedTuple):
    """One Markdown file. `ours` was written by clean; `edited` means its stamp no longer fits."""

    path: str
    id: str | None = None
    saved: tuple[str, ...] = ()  # none: written by hand
    edited: bool = False
    hash: str = ""  # over its bytes; of ours only
    words: str = ""  # a hash over its words; of ours only
    problem: str | None = None

    @property
    def ours(self) -> bool:
        return bool(self.saved)

    @property
    def by_hand(self) -> bool:
        return not self.saved and not self.problem

    def read(self, folder: Path) -> str:
        return (folder / self.path).read_text(encoding="utf-8")


# Front matter in the plainest form, which needs no parser to tell that it is sound, of whom it is and by which id.
_TEXT = r'"[^"\\\n]*+"'
_VALUE = rf"(?:null|true|false|\d{{1,18}}|\d{{4}}-\d\d-\d\d|{_TEXT}|\[(?:{_TEXT}(?:, {_TEXT})*+)?\]|\{{\}})"
_PLAIN = rf"---(\n(?:[a-z_]++:(?: {_VALUE}\n|\n(?:(?:  [a-z_]++: {_VALUE}\n)++|(?:  - {_VALUE}\n)++)))*+)---\n"


def read(path: str, data: bytes) -> ArticleFile:
    """What a file is. Of an article written by hand no more is known than its id."""
    return _by_hand(path, data) or _parsed(path, data)


@cache
def _plain() -> re.Pattern[str]:
    return re.compile(_PLAIN)


def _by_hand(path: str, data: bytes) -> ArticleFile | None:
    """An article with plain front matter that names no saved page; None where it takes a parser."""
    try:
        plain = _plain().match(data.decode())
    except UnicodeDecodeError:
        return None
    if not plain:
        return None
    head = plain[1]
    pages = head.count("\nsaved:") - head.count("\nsaved: null\n")
    if pages or not head.replace("\n", "").isprintable():
        return None
    known = head.split("\nid: ", 2)[1:]
    if not known:
        return ArticleFile(path, edited=True)
    value = known[0].partition("\n")[0]
    return ArticleFile(path, value[1:-1], edited=True) if len(known) == 1 and value[0] == '"' else None


def _parsed(path: str, data: bytes) -> ArticleFile:
    """What any Markdown file is."""
    from kliping.article import frontmatter
    from kliping.duplicates import similarity
    from kliping.text import markdown

    try:
        values, body = frontmatter.read(data)
    except frontmatter.Unreadable as error:
        return ArticleFile(path, hash=content_hash(data), problem=str(error))
    known, saved = _text(values.get("id")), _names(values.get("saved"))
    if not saved:
        return ArticleFile(path, known, edited=True)
    words = similarity.text_of(markdown.unescape(body).split("\n\n"))
    return ArticleFile(path, known, saved, not frontmatter.is_unedited(values, body, data), content_hash(data), words)


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) else None


def _names(value: Any) -> tuple[str, ...]:
    if isinstance(value, list):
        return tuple(str(name) for name in value)
    return (value,) if isinstance(value, str) and value else ()

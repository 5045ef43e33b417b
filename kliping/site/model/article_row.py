"""Articles as the site shows them, read from Markdown and checked value by value."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from typing import Any

import msgspec

from kliping.article import frontmatter
from kliping.article.fields import COUNTS, LANGUAGE, NAME_MOST, TEXT_MOST, TITLE_MOST
from kliping.site.locale import id as wording
from kliping.site.sources import markdown_files
from kliping.system.config_file import brief
from kliping.system.hashing import content_hash
from kliping.text.dates import YEARS
from kliping.text.markdown import strip_markup
from kliping.text.unicode import fold, plain
from kliping.text.urls import ADDRESS, DOMAIN

ID = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,118}[a-z0-9])?")
_UNTITLED_WORDS = 9
_UNTITLED_MOST = 120  # characters, for words without end


class ArticleRow(msgspec.Struct, frozen=True, gc=False, array_like=True):
    """One article, ready to be shown: plain text, every value of its kind. Its text stays in its file."""

    id: str
    title: str  # the headline, or the lead's first words where the outlet printed none
    untitled: bool
    date: datetime.date | None
    date_origin: str | None  # what an inferred date rests on, in Indonesian; None for a printed one
    reporter: tuple[str, ...]
    editor: tuple[str, ...]
    views: int | None
    saved_on: datetime.date | None
    source: str | None
    outlet: str | None
    url: str | None
    agency: str | None
    photographer: str | None
    election: str | None
    stage: str | None
    summary: str
    lang: str
    note: str | None
    review: tuple[str, ...]  # as the cleaning half wrote them
    saved: tuple[str, ...]
    also: tuple[str, ...]
    removed: dict[str, int]  # kind of noise -> lines
    basis: dict[str, str]
    file: str  # below the articles folder
    edited: bool  # by hand, after clean wrote it
    text: str  # a hash of its text alone
    hash: str  # of the whole file: what the article's own page is made from
    mark: str  # a hash of what lists and feeds show of it
    facts: str  # a hash of all that is told here of it, its text aside

    @property
    def path(self) -> str:
        return f"berita/{self.id}/"

    @property
    def newest(self) -> tuple[int, str]:
        """Sorts newest first, the undated last."""
        return (-self.date.toordinal() if self.date else 1, self.id)


class Invalid(Exception):
    """An article that cannot be shown; the message says what is wrong and what to do."""


def read_row(name: str, data: bytes) -> ArticleRow:
    """The row of one Markdown file. Raises Invalid or frontmatter.Unreadable, naming the key."""
    values, body = frontmatter.read(data)
    if not body.strip():
        raise Invalid("has no text below its front matter; write the article there")
    markdown_files.refuse_endless(body)
    markdown_files.refuse_links(body, whole=True)
    get = _Checked(values)
    title, summary = get.text("title", TITLE_MOST), get.text("summary", TEXT_MOST)
    lead = "" if title and summary else _lead(body)
    basis = get.mapping("basis")
    date = get.date("date")
    shown: dict[str, Any] = {
        "id": _id(values, name),
        "title": title or _first_words(lead),
        "untitled": not title,
        "date": date,
        "date_origin": wording.inferred(basis.get("date")) if date else None,
        "reporter": get.names("reporter"),
        "source": get.text("source"),
        "outlet": get.like("outlet", DOMAIN, "a domain such as beritajakarta.id"),
        "election": get.text("election"),
        "stage": get.text("stage"),
        "summary": summary or lead[:280],
        "lang": get.like("lang", LANGUAGE, "a language code such as id") or "id",
    }
    kept: dict[str, Any] = {
        "editor": get.names("editor"),
        "views": get.number("views"),
        "saved_on": get.date("saved_on"),
        "url": get.address("url"),
        "agency": get.text("agency"),
        "photographer": get.text("photographer"),
        "note": get.text("note", TEXT_MOST),
        "review": get.names("review"),
        "saved": get.names("saved"),
        "also": get.names("also"),
        "removed": get.counts("removed"),
        "basis": basis,
        "edited": "stamp" in values and not frontmatter.is_unedited(values, body, data),
    }
    mark, rest = (content_hash(msgspec.msgpack.encode([*part.values()])) for part in (shown, kept))
    return ArticleRow(
        **shown,
        **kept,
        file=name,
        text=content_hash(body),
        hash=content_hash(data),
        mark=mark,
        facts=content_hash(mark, rest),
    )


def _lead(body: str) -> str:
    """The first paragraph without the signs of its Markdown."""
    return fold(plain(strip_markup(body.strip().partition("\n\n")[0])))


def _id(values: Mapping[str, Any], name: str) -> str:
    value = values.get("id")
    if value is None:
        value = name.rpartition("/")[2].removesuffix(".md")
    if isinstance(value, str) and ID.fullmatch(value):
        return value
    raise Invalid(f"has the id {brief(value)}; use small letters, digits and hyphens")


def _first_words(lead: str) -> str:
    words = lead.split() or ["Tanpa", "judul"]
    first = " ".join(words[:_UNTITLED_WORDS])[:_UNTITLED_MOST]
    return first if first == " ".join(words) else f"{first} …"


def _tidy(text: str) -> str:
    """A value on one line, without invisible signs. Nearly all are so already, which is told at once."""
    if text.isascii() and text.isprintable() and "  " not in text and text == text.strip():
        return text
    return fold(plain(text))


class _Checked:
    """Values of one front matter, each asked for by its kind."""

    def __init__(self, values: Mapping[str, Any]) -> None:
        self._values = values

    def text(self, key: str, most: int = NAME_MOST) -> str | None:
        value = self._values.get(key)
        if value is None:
            return None
        if not isinstance(value, str):
            raise Invalid(f"`{key}` must be a text in quotes, not {brief(value)}")
        found = _tidy(value)
        if len(found) > most:
            raise Invalid(f"`{key}` has {len(found)} characters, more than {most}; shorten it")
        return found or None

    def like(self, key: str, pattern: re.Pattern[str], what: str) -> str | None:
        value = self.text(key)
        if value is None or pattern.fullmatch(value):
            return value
        raise Invalid(f"`{key}` must be {what}, not {brief(value)}")

    def names(self, key: str) -> tuple[str, ...]:
        value = self._values.get(key)
        if not value:
            return ()
        if isinstance(value, str):
            found = _tidy(value)
            return (found,) if found else ()
        values = value
        if not isinstance(values, list) or not all(isinstance(v, str) for v in values):
            raise Invalid(f"`{key}` must be a text or a list of texts, not {brief(value)}")
        return tuple(found for v in values if (found := _tidy(v)))

    def date(self, key: str) -> datetime.date | None:
        value = self._values.get(key)
        if isinstance(value, datetime.datetime):
            value = value.date()
        if value is None or (isinstance(value, datetime.date) and value.year in YEARS):
            return value
        raise Invalid(f"`{key}` must be a date such as 2024-11-27, not {brief(value)}")

    def number(self, key: str) -> int | None:
        value = self._values.get(key)
        if value is None or (isinstance(value, int) and not isinstance(value, bool) and value in COUNTS):
            return value
        raise Invalid(f"`{key}` must be a whole number, not {brief(value)}")

    def address(self, key: str) -> str | None:
        value = self.text(key, 2100)
        if value is None or ADDRESS.fullmatch(value):
            return value
        raise Invalid(f"`{key}` must be an http or https address, not {brief(value)}")

    def mapping(self, key: str) -> dict[str, str]:
        value = self._values.get(key) or {}
        if not isinstance(value, dict) or any(isinstance(v, (dict, list)) for v in value.values()):
            raise Invalid(f"`{key}` must hold `key: value` lines")
        return {k: _tidy(str(v)) for k, v in value.items()}

    def counts(self, key: str) -> dict[str, int]:
        value = self._values.get(key) or {}
        if not isinstance(value, dict) or not all(type(v) is int and v >= 0 for v in value.values()):
            raise Invalid(f"`{key}` must hold counts")
        return dict(value)

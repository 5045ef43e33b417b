"""ArticleRow: one article as the site shows it, every field of the table and what is worked out from them."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import msgspec

from kliping.article.fields import FIELDS

if TYPE_CHECKING:

    class _Fields(msgspec.Struct, frozen=True):
        """The types of those fields that code of the site names. All fields of the table are there."""

        id: str
        title: str  # the headline, or the lead's first words where the outlet printed none
        date: datetime.date | None
        reporter: tuple[str, ...]
        editor: tuple[str, ...]
        views: int | None
        source: str | None
        outlet: str | None
        url: str | None
        agency: str | None
        election: str | None
        stage: str | None
        summary: str
        lang: str
        saved_on: datetime.date | None
        removed: dict[str, int]  # kind of noise -> lines
        also: tuple[str, ...]
        basis: dict[str, str]
        review: tuple[str, ...]  # as the cleaning half wrote them
        note: str | None
else:
    _TYPES = [(field.name, field.kind.type | None) for field in FIELDS if field.name != "stamp"]
    _Fields = msgspec.defstruct("_Fields", _TYPES, frozen=True, gc=False, array_like=True)


class ArticleRow(_Fields, frozen=True, gc=False, array_like=True):
    """One article, ready to be shown: plain text, every value of its kind. Its text stays in its file.

    A text, date or number that is missing is None, a list or map empty.
    """

    untitled: bool
    date_origin: str | None  # what an inferred date rests on, in Indonesian; None for a printed one
    edited: bool  # by hand, after clean wrote it
    file: str  # below the articles folder
    text: str  # a hash of its text alone
    hash: str  # of the whole file: what the article's own page is made from
    facts: str  # of all that is told here of it, without its text, its file and whether it was edited

    @property
    def path(self) -> str:
        """The folder of its page, below the site's address."""
        return f"berita/{self.id}/"

    @property
    def feed_day(self) -> datetime.date | None:
        """Its day in feeds; None where there is none, or where it lies after the day the page was saved."""
        return None if self.date and self.saved_on and self.date > self.saved_on else self.date

    @property
    def newest(self) -> tuple[int, str]:
        """A key that sorts newest first, the undated last."""
        return (-self.date.toordinal() if self.date else 1, self.id)

"""Which articles a feed holds."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from kliping.site.rows import Row

MOST = 50


@dataclass(frozen=True, slots=True)
class Feed:
    """One feed: what it is about, where its page is, its articles, and its day while it is empty."""

    path: str  # of the page beside which it lies: "" or "pilgub-dki-2024/kampanye/"
    title: str
    description: str
    items: tuple[Row, ...]  # the newest dated articles; one without a date is in no feed
    first_day: datetime.date

    @classmethod
    def of(cls, path: str, title: str, description: str, rows: Sequence[Row], first_day: datetime.date) -> Feed:
        """The feed of some articles, newest first."""
        return cls(path, title, description, tuple(row for row in rows[:MOST] if row.date), first_day)

    @property
    def updated(self) -> datetime.date:
        return self.items[0].date or self.first_day if self.items else self.first_day

"""Which articles a feed holds, and which feeds there are."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from kliping.site.digest import Digest
from kliping.site.model.article_row import ArticleRow
from kliping.site.model.bylines import Name
from kliping.site.model.election_view import ElectionView
from kliping.site.output.page import ATOM, RSS
from kliping.system.hashing import content_hash

MOST = 50


@dataclass(frozen=True, slots=True, eq=False)
class Feed:
    """One feed: what it is about, where its page is, its articles, and its day while it is empty."""

    path: str  # of the page beside which it lies: "" or "pilgub-dki-2024/kampanye/"
    title: str
    description: str
    items: tuple[ArticleRow, ...]  # the newest dated articles; one without a date is in no feed
    first_day: datetime.date
    label: str  # its name among the feeds of its shelf

    @classmethod
    def of(
        cls,
        path: str,
        title: str,
        description: str,
        rows: Sequence[ArticleRow],
        first_day: datetime.date,
        label: str | None = None,
    ) -> Feed:
        """The feed of some articles, newest first; beside others it goes by its label, else by its title."""
        items = tuple(row for row in rows[:MOST] if row.date)
        return cls(path, title, description, items, first_day, label or title)

    @property
    def rss(self) -> str:
        """The path of its RSS form."""
        return self.path + RSS

    @property
    def atom(self) -> str:
        return self.path + ATOM

    @property
    def updated(self) -> datetime.date:
        return self.items[0].date or self.first_day if self.items else self.first_day

    @property
    def mark(self) -> str:
        """A hash over all it shows, apart from the names of elections and stages."""
        items = [f"{row.facts} {row.url}" for row in self.items]
        return content_hash(repr((self.path, self.title, self.description, self.updated, items)))


class FeedGroup(NamedTuple):
    """Feeds that belong together, as the list of feeds and the OPML show them."""

    name: str
    feeds: tuple[Feed, ...]
    own: Feed | None = None  # of all that the others hold in parts
    path: str = ""  # of the page that lists what they are about

    @property
    def every(self) -> tuple[Feed, ...]:
        return (self.own, *self.feeds) if self.own else self.feeds

    @property
    def shown(self) -> tuple[object, ...]:
        """All that lists of feeds show of it."""
        return (self.name, bool(self.own), [(feed.path, feed.label, feed.title) for feed in self.every])


def shelves(digest: Digest) -> Iterator[FeedGroup]:
    """The feed of everything; for each election its own and those of its stages; and those of names."""
    ground, rows = digest.ground, digest.rows
    first = min((day for election in digest.elections for day in _starts(election)), default=datetime.date(2024, 1, 1))
    latest = rows[0].date if rows and rows[0].date else first
    yield FeedGroup("Semua berita", (), Feed.of("", ground.name, ground.description, rows, first))
    for election in digest.elections:
        own, *feeds = _election(election, ground.name, (first, latest))
        yield FeedGroup(election.short, tuple(feeds), own)
    for kind, names in digest.names.items():
        if names:
            yield FeedGroup(kind.title, tuple(_named(name, ground.name, first) for name in names), path=kind.path)


def _election(election: ElectionView, site: str, span: tuple[datetime.date, datetime.date]) -> Iterator[Feed]:
    """Its feed, and those of its stages.

    An empty feed bears its stage's first day; where that is later than the newest article, its election's. For readers
    of feeds do not believe in one from the future, and what is to come has no article. `span`: the first day of any
    election, and the day of the newest article.
    """
    first, latest = span
    start = min((day for day in _starts(election) if day <= latest), default=first)
    newest = sorted((row for stage in election.stages for row in stage.rows[:MOST]), key=lambda row: row.newest)
    said = f"Berita {election.name} dari {site}, dari semua tahapan."
    yield Feed.of(election.path, election.short, said, newest, start, "Semua tahapan")
    for stage in election.stages:
        day = min((window.start for window in stage.windows), default=start)
        said = f"{stage.explanation or stage.name} Berita tahapan ini dari {site}."
        yield Feed.of(stage.path, stage.title, said, stage.rows, day if day <= latest else start, stage.short)


def _starts(election: ElectionView) -> Iterator[datetime.date]:
    return (window.start for stage in election.stages for window in stage.windows)


def _named(name: Name, site: str, first: datetime.date) -> Feed:
    return Feed.of(name.path, name.name, f"Berita {name.name} dari {site}.", name.rows, name.first or first)

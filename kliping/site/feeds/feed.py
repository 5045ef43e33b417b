"""Which articles a feed holds, and which feeds there are."""

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from kliping.site.digest import Digest
from kliping.site.model.article_row import ArticleRow
from kliping.site.model.bylines import Name
from kliping.site.model.election_view import ElectionView
from kliping.system.hashing import content_hash

RSS, ATOM = "rss.xml", "atom.xml"
MOST = 50  # articles in a feed
Rows = Sequence[ArticleRow]


@dataclass(frozen=True, eq=False)
class FeedLink:
    """A feed as lists of feeds show it."""

    path: str  # of the page beside which it lies: "" or "pilgub-dki-2024/kampanye/"
    title: str
    label: str  # its name among the feeds of its group

    @property
    def rss(self) -> str:
        """The path of its RSS form."""
        return self.path + RSS

    @property
    def atom(self) -> str:
        """The path of its Atom form."""
        return self.path + ATOM


@dataclass(frozen=True, eq=False)
class Feed(FeedLink):
    """One feed with its articles."""

    description: str
    items: tuple[ArticleRow, ...]  # the newest articles with a day for feeds; any other is in none
    first_day: datetime.date  # its day while it is empty

    @classmethod
    def of(cls, path: str, title: str, about: str, rows: Rows, first_day: datetime.date, label: str = "") -> "Feed":
        """The feed of some articles, newest first; beside others it goes by its label, else by its title."""
        return cls(path, title, label or title, about, tuple(_fit(rows)), first_day)

    @property
    def link(self) -> FeedLink:
        """The same without articles."""
        return FeedLink(self.path, self.title, self.label)

    @property
    def updated(self) -> datetime.date:
        """The day of its newest article."""
        return self.items[0].date or self.first_day if self.items else self.first_day

    @property
    def facts(self) -> str:
        """All that it shows, apart from the names of elections and stages."""
        items = "".join([row.facts for row in self.items])
        return content_hash(repr((self.path, self.title, self.description, self.updated, items)))


class FeedGroup(NamedTuple):
    """Feeds that belong together, as the list of feeds and the OPML show them."""

    name: str
    feeds: tuple[FeedLink, ...]
    own: FeedLink | None = None  # of all that the others hold in parts
    path: str = ""  # of the page that lists what they are about

    @property
    def every(self) -> tuple[FeedLink, ...]:
        """All its feeds, its own first."""
        return (self.own, *self.feeds) if self.own else self.feeds


def feed_groups(digest: Digest) -> Iterator[tuple[FeedGroup, list[Feed]]]:
    """The feed of everything; for each election its own and those of its stages; and those of names."""
    name, rows = digest.shared.name, digest.rows
    first = min((day for election in digest.elections for day in _starts(election)), default=datetime.date(2024, 1, 1))
    latest = next((row.feed_day for row in rows if row.feed_day), first)
    yield _group("Semua berita", [Feed.of("", name, digest.shared.description, rows, first)], has_own=True)
    for election in digest.elections:
        yield _group(election.short, [*_election(digest, election, first, latest)], has_own=True)
    for kind, names in digest.names.items():
        if names:
            yield _group(kind.title, [_named(one, its, name, first) for one, its in names.items()], path=kind.path)


def _group(name: str, feeds: list[Feed], has_own: bool = False, path: str = "") -> tuple[FeedGroup, list[Feed]]:
    links = tuple(feed.link for feed in feeds)
    return FeedGroup(name, links[has_own:], links[0] if has_own else None, path), feeds


def _election(digest: Digest, election: ElectionView, first: datetime.date, latest: datetime.date) -> Iterator[Feed]:
    """Its feed, and those of its stages.

    An empty feed bears its stage's first day; where that is later than the newest article, its election's. For readers
    of feeds do not believe in one from the future, and what is to come has no article. `first` is the first day of any
    election, `latest` the day of the newest article.
    """
    site = digest.shared.name
    start = min((day for day in _starts(election) if day <= latest), default=first)
    rows = {stage: digest.by_stage.get(stage.key, ()) for stage in election.stages}
    newest = sorted((row for its in rows.values() for row in _fit(its)), key=lambda row: row.newest)
    about = f"Berita {election.name} dari {site}, dari semua tahapan."
    yield Feed.of(election.path, election.short, about, newest, start, "Semua tahapan")
    for stage, its in rows.items():
        day = min((window.start for window in stage.windows), default=start)
        about = f"{stage.explanation or stage.name} Berita tahapan ini dari {site}."
        yield Feed.of(stage.path, stage.title, about, its, day if day <= latest else start, stage.short)


def _fit(rows: Rows) -> Iterator[ArticleRow]:
    """The newest rows (of those given, newest first) that a feed may hold."""
    return islice((row for row in rows if row.feed_day), MOST)


def _starts(election: ElectionView) -> Iterator[datetime.date]:
    return (window.start for stage in election.stages for window in stage.windows)


def _named(name: Name, rows: Rows, site: str, first: datetime.date) -> Feed:
    return Feed.of(name.path, name.name, f"Berita {name.name} dari {site}.", rows, name.first or first)

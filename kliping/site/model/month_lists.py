"""Long lists of articles cut by month, and a long month by day: never by count, so that pages keep their articles."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kliping.site.model.article_row import ArticleRow
from kliping.text import dates
from kliping.text.dates import month_name

MOST = 200  # articles on one page
NEWEST = 20  # of a cut list, shown before its months

UNDATED = "tanpa-tanggal/"
OTHERS = ("lainnya/", "Lainnya")  # path and title of the list of what is in no election


@dataclass(frozen=True, slots=True)
class ListSection:
    """Articles under one heading: shown here, or counted here and shown on a page of their own."""

    label: str | None
    rows: tuple[ArticleRow, ...]
    count: int
    path: str | None = None

    @property
    def shown(self) -> tuple[object, ...]:
        """All that a page shows of it, for the page's key."""
        return (self.label, self.count, self.path, " ".join([row.facts for row in self.rows]))


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page of a cut list: one month, one day, or the undated."""

    path: str
    label: str
    groups: tuple[ListSection, ...]
    above: tuple[tuple[str, str], ...] = ()  # (path, label) of the pages between the list and this one


@dataclass(frozen=True, slots=True)
class Month:
    """The articles of a month, newest first, and where its page lies."""

    year: int
    number: int
    path: str
    rows: tuple[ArticleRow, ...]

    @property
    def label(self) -> str:
        return month_name((self.year, self.number))

    @property
    def name(self) -> str:
        """Without its year, where that stands above."""
        return dates.MONTHS[self.number - 1]

    @property
    def count(self) -> int:
        return len(self.rows)

    def leaves(self) -> Iterator[Leaf]:
        """Its page, and those of its days where it is long."""
        if self.count <= MOST:
            yield Leaf(self.path, self.label, (_group(None, self.rows),))
            return
        days: dict[datetime.date | None, list[ArticleRow]] = {}
        for row in self.rows:
            days.setdefault(row.date, []).append(row)
        named = [(dates.written(day), f"{self.path}{day.day:02}/", tuple(its)) for day, its in days.items() if day]
        yield Leaf(self.path, self.label, tuple(ListSection(day, (), len(its), place) for day, place, its in named))
        for day, place, its in named:
            yield Leaf(place, day, (_group(None, its),), ((self.path, self.label),))


def months(path: str, rows: Sequence[ArticleRow]) -> list[Month]:
    """The months of a list at `path`, newest first as its rows are. What has no date is in none."""
    found: dict[tuple[int, int], list[ArticleRow]] = {}
    for row in rows:
        if row.date:
            found.setdefault((row.date.year, row.date.month), []).append(row)
    return [Month(year, number, f"{path}{year}/{number:02}/", tuple(its)) for (year, number), its in found.items()]


def cut(path: str, rows: Sequence[ArticleRow]) -> tuple[tuple[ListSection, ...], list[Leaf]]:
    """The groups of a list at `path`, rows newest first, and the pages it is cut into; none where it is short."""
    dated = [row for row in rows if row.date]
    undated = tuple(rows[len(dated) :])  # the last, by their order
    found = months(path, dated)
    if len(rows) <= MOST:
        groups = [_group(part.label, part.rows) for part in found]
        return (*groups, *([_group("Tanpa tanggal", undated)] if undated else [])), []
    groups = [_group("Terbaru", tuple(dated[:NEWEST]))] if dated else []
    leaves: list[Leaf] = []
    for part in found:
        groups.append(ListSection(part.label, (), part.count, part.path))
        leaves += part.leaves()
    if undated:
        groups.append(ListSection("Tanpa tanggal", (), len(undated), path + UNDATED))
        leaves.append(Leaf(path + UNDATED, "Tanpa tanggal", (_group(None, undated),)))
    return tuple(groups), leaves


def _group(label: str | None, rows: tuple[ArticleRow, ...]) -> ListSection:
    return ListSection(label, rows, len(rows))

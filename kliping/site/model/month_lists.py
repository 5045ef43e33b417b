"""Long lists of articles cut by month, and a long month by day: never by count, so that pages keep their articles."""

import datetime
from collections.abc import Iterable, Iterator, Sequence
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
    def facts(self) -> str:
        """All that a page can show of it, for the page's key."""
        return f"{self.label} {self.count} {self.path} {' '.join([row.facts for row in self.rows])}"


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page of a cut list: one month, one day, or the undated."""

    path: str
    label: str
    groups: tuple[ListSection, ...]
    above: tuple[tuple[str, str], ...] = ()  # (path, label) of the pages between the list and this one


@dataclass(frozen=True, slots=True)
class Month:
    """A month of a list: where its page lies, and how many articles it has."""

    year: int
    number: int
    path: str
    count: int

    @property
    def label(self) -> str:
        """`November 2024`."""
        return month_name((self.year, self.number))

    @property
    def name(self) -> str:
        """Without its year, where that stands above."""
        return dates.MONTHS[self.number - 1]

    def leaves(self, rows: Sequence[ArticleRow]) -> Iterator[Leaf]:
        """Its page, with the pages of its days where it is long. `rows` are its articles, newest first."""
        if self.count <= MOST:
            yield Leaf(self.path, self.label, (_group(None, rows),))
            return
        days: dict[datetime.date | None, list[ArticleRow]] = {}
        for row in rows:
            days.setdefault(row.date, []).append(row)
        named = [(dates.written(day), f"{self.path}{day.day:02}/", its) for day, its in days.items() if day]
        yield Leaf(self.path, self.label, tuple(ListSection(day, (), len(its), place) for day, place, its in named))
        for day, place, its in named:
            yield Leaf(place, day, (_group(None, its),), ((self.path, self.label),))


def months(path: str, rows: Iterable[ArticleRow]) -> dict[Month, list[ArticleRow]]:
    """The months of a list at `path` with their articles, newest first as `rows` are. What has no date is in none."""
    dated: dict[tuple[int, int], list[ArticleRow]] = {}
    for row in rows:
        if row.date:
            dated.setdefault((row.date.year, row.date.month), []).append(row)
    return {Month(year, month, f"{path}{year}/{month:02}/", len(its)): its for (year, month), its in dated.items()}


def cut(path: str, rows: Sequence[ArticleRow]) -> tuple[tuple[ListSection, ...], list[Leaf]]:
    """The sections of a list at `path`, rows newest first, and the pages it is cut into; none where it is short."""
    dated = [row for row in rows if row.date]
    undated = rows[len(dated) :]  # the last, by their order
    by_month = months(path, dated)
    if len(rows) <= MOST:
        groups = [_group(month.label, its) for month, its in by_month.items()]
        return (*groups, *([_group("Tanpa tanggal", undated)] if undated else [])), []
    groups = [_group("Terbaru", dated[:NEWEST])] if dated else []
    leaves: list[Leaf] = []
    for month, its in by_month.items():
        groups.append(ListSection(month.label, (), month.count, month.path))
        leaves += month.leaves(its)
    if undated:
        groups.append(ListSection("Tanpa tanggal", (), len(undated), path + UNDATED))
        leaves.append(Leaf(path + UNDATED, "Tanpa tanggal", (_group(None, undated),)))
    return tuple(groups), leaves


def _group(label: str | None, rows: Sequence[ArticleRow]) -> ListSection:
    return ListSection(label, tuple(rows), len(rows))

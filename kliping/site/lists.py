"""Long lists of articles cut by month, and a long month by day: never by count, so that pages keep their articles."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kliping import dates
from kliping.site.render import month
from kliping.site.rows import Row

MOST = 200  # articles on one page
NEWEST = 20  # of a cut list, shown before its months

UNDATED = "tanpa-tanggal/"


@dataclass(frozen=True, slots=True)
class Group:
    """Articles under one heading: shown here, or counted here and shown on a page of their own."""

    label: str | None
    rows: tuple[Row, ...]
    count: int
    path: str | None = None

    @property
    def shown(self) -> tuple[object, ...]:
        """All that a page shows of it, for the page's key."""
        return (self.label, self.count, self.path, " ".join([row.mark for row in self.rows]))


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page of a cut list: one month, one day, or the undated."""

    path: str
    label: str
    groups: tuple[Group, ...]
    above: tuple[tuple[str, str], ...] = ()  # (path, label) of the pages between the list and this one


def cut(path: str, rows: Sequence[Row]) -> tuple[tuple[Group, ...], list[Leaf]]:
    """The groups of a list at `path`, rows newest first, and the pages it is cut into; none where it is short."""
    dated = [row for row in rows if row.date]
    undated = tuple(rows[len(dated) :])  # the last, by their order
    if len(rows) <= MOST:
        groups = [_group(label, found) for label, _, found in _months(dated)]
        return (*groups, *([_group("Tanpa tanggal", undated)] if undated else [])), []
    groups = [_group("Terbaru", tuple(dated[:NEWEST]))] if dated else []
    leaves: list[Leaf] = []
    for label, name, found in _months(dated):
        groups.append(Group(label, (), len(found), path + name))
        leaves += _month(path + name, label, found)
    if undated:
        groups.append(Group("Tanpa tanggal", (), len(undated), path + UNDATED))
        leaves.append(Leaf(path + UNDATED, "Tanpa tanggal", (_group(None, undated),)))
    return tuple(groups), leaves


def _month(path: str, label: str, rows: tuple[Row, ...]) -> Iterator[Leaf]:
    """The page of a month, and those of its days where it is long."""
    if len(rows) <= MOST:
        yield Leaf(path, label, (_group(None, rows),))
        return
    days: dict[datetime.date | None, list[Row]] = {}
    for row in rows:
        days.setdefault(row.date, []).append(row)
    named = [(dates.written(day), f"{path}{day.day:02}/", tuple(found)) for day, found in days.items() if day]
    yield Leaf(path, label, tuple(Group(day, (), len(found), place) for day, place, found in named))
    for day, place, found in named:
        yield Leaf(place, day, (_group(None, found),), ((path, label),))


def _months(rows: Sequence[Row]) -> Iterator[tuple[str, str, tuple[Row, ...]]]:
    """Label, folder and articles of each month, newest first."""
    months: dict[tuple[int, int], list[Row]] = {}
    for row in rows:
        if row.date:
            months.setdefault((row.date.year, row.date.month), []).append(row)
    for (year, number), found in months.items():
        yield month((year, number)), f"{year}/{number:02}/", tuple(found)


def _group(label: str | None, rows: tuple[Row, ...]) -> Group:
    return Group(label, rows, len(rows))

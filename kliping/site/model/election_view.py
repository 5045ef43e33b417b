"""What templates see of elections and stages. Nothing can be reached from here that is not in `facts`, and so in keys.

Pages of articles and stages see calendars alone; else each new article would make all of them again.
"""

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from kliping.elections.model import Election, Event, Stage, Window
from kliping.site.model.article_row import ArticleRow
from kliping.site.model.bylines import UNKNOWN_PATH, OutletNames
from kliping.site.model.facts import Facts

LATEST = 3  # articles of a stage on the home page

StageKey = tuple[str | None, str | None]  # ids of an election and of a stage in it
RowsByStage = Mapping[StageKey, Sequence[ArticleRow]]  # newest first
OutletCounts = tuple[tuple[str, str, int], ...]  # (name, path, articles) of each outlet, most first


@dataclass(frozen=True, eq=False)
class ElectionCalendar(Facts):
    """An election as its calendar describes it."""

    id: str
    path: str
    name: str
    short: str
    region: str | None
    voting_day: datetime.date | None
    legal_basis: tuple[str, ...]
    events: tuple[Event, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class ElectionPart(ElectionCalendar):
    """An election inside another."""

    count: int  # articles


@dataclass(frozen=True, eq=False)
class StageCalendar(Facts):
    """A stage of one election as its calendar describes it."""

    election: ElectionCalendar
    id: str
    path: str
    title: str  # its short name and its election's, for stages of several elections have the same name
    name: str
    short: str
    explanation: str
    formal: bool  # False for a heading of our own
    windows: tuple[Window, ...]
    note: str | None

    @property
    def key(self) -> StageKey:
        """The ids by which articles name it."""
        return self.election.id, self.id


@dataclass(frozen=True, eq=False)
class StageView(StageCalendar):
    """A stage with its neighbours in the calendar and a summary of its articles."""

    calendar: StageCalendar  # the same stage without articles
    previous: StageCalendar | None
    next: StageCalendar | None
    count: int
    outlets: OutletCounts
    latest: tuple[ArticleRow, ...]


@dataclass(frozen=True, eq=False)
class ElectionView(ElectionCalendar):
    """An election with its stages in calendar order and a summary of its articles."""

    calendar: ElectionCalendar  # the same election without articles
    stages: tuple[StageView, ...]
    count: int
    outlets: OutletCounts
    parent: ElectionCalendar | None
    children: tuple[ElectionPart, ...]

    @property
    def outlet_count(self) -> int:
        """How many outlets are known."""
        return sum(path != UNKNOWN_PATH for _, path, _ in self.outlets)


def rows_by_stage(rows: Iterable[ArticleRow]) -> dict[StageKey, list[ArticleRow]]:
    """Articles by the election and the stage that they name, whether a calendar has them or not."""
    placed: dict[StageKey, list[ArticleRow]] = {}
    for row in rows:
        placed.setdefault((row.election, row.stage), []).append(row)
    return placed


def elections(calendar: Sequence[Election], placed: RowsByStage, outlets: OutletNames) -> tuple[ElectionView, ...]:
    """Every election of the calendar with its articles, in the calendar's order."""
    described = {election.id: _election(election) for election in calendar}
    calendars = {key: ElectionCalendar(**values) for key, values in described.items()}
    stages = {e.id: tuple(_stages(calendars[e.id], e.stages, placed, outlets)) for e in calendar}
    counts = {key: sum(stage.count for stage in its) for key, its in stages.items()}
    return tuple(
        ElectionView(
            **described[e.id],
            calendar=calendars[e.id],
            stages=stages[e.id],
            count=counts[e.id],
            outlets=outlets.counts(chain.from_iterable(placed.get(stage.key, ()) for stage in stages[e.id])),
            parent=calendars.get(e.parent or ""),
            children=tuple(ElectionPart(**described[c.id], count=counts[c.id]) for c in calendar if c.parent == e.id),
        )
        for e in calendar
    )


def _stages(
    election: ElectionCalendar, stages: Iterable[Stage], placed: RowsByStage, outlets: OutletNames
) -> Iterator[StageView]:
    described = [_stage(election, stage) for stage in stages]
    calendars = [StageCalendar(**values) for values in described]
    around = zip(described, calendars, (None, *calendars), (*calendars[1:], None), strict=False)
    for values, calendar, before, after in around:
        rows = placed.get(calendar.key, ())
        summary: dict[str, Any] = {"count": len(rows), "outlets": outlets.counts(rows), "latest": tuple(rows[:LATEST])}
        yield StageView(**values, calendar=calendar, previous=before, next=after, **summary)


def _election(election: Election) -> dict[str, Any]:
    names = ("id", "name", "short", "region", "voting_day", "legal_basis", "events", "notes")
    return {"path": f"{election.id}/", **{name: getattr(election, name) for name in names}}


def _stage(election: ElectionCalendar, stage: Stage) -> dict[str, Any]:
    names = ("id", "name", "short", "explanation", "formal")
    return {
        "election": election,
        "path": f"{election.path}{stage.id}/",
        "title": f"{stage.type.short} – {election.short}",
        **{name: getattr(stage.type, name) for name in names},
        "windows": stage.windows,
        "note": stage.note,
    }

"""What templates see of elections and stages: the calendars with their articles."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from kliping.elections.model import Election, Event, Stage, Window
from kliping.site.model.article_row import ArticleRow
from kliping.site.model.bylines import UNKNOWN_PATH, OutletNames
from kliping.system.hashing import content_hash

LATEST = 3


@dataclass(eq=False)
class StageView:
    """A stage of one election with its articles, newest first."""

    election: Election
    stage: Stage
    rows: tuple[ArticleRow, ...]
    known: OutletNames = field(repr=False)
    previous: StageView | None = field(default=None, repr=False)
    next: StageView | None = field(default=None, repr=False)

    @property
    def id(self) -> str:
        return self.stage.id

    @property
    def path(self) -> str:
        return f"{self.election.id}/{self.stage.id}/"

    @property
    def title(self) -> str:
        """Its short name and its election's: stages of several elections have one name."""
        return f"{self.short} – {self.election.short}"

    @property
    def name(self) -> str:
        return self.stage.type.name

    @property
    def short(self) -> str:
        return self.stage.type.short

    @property
    def explanation(self) -> str:
        return self.stage.type.explanation

    @property
    def formal(self) -> bool:
        return self.stage.type.formal

    @property
    def windows(self) -> tuple[Window, ...]:
        return self.stage.windows

    @property
    def note(self) -> str | None:
        return self.stage.note

    @property
    def count(self) -> int:
        return len(self.rows)

    @property
    def latest(self) -> tuple[ArticleRow, ...]:
        return self.rows[:LATEST]

    @cached_property
    def outlets(self) -> tuple[tuple[str, str, int], ...]:
        return self.known.counts(self.rows)


@dataclass(eq=False)
class ElectionView:
    """An election with its stages in calendar order."""

    election: Election
    stages: tuple[StageView, ...]
    known: OutletNames = field(repr=False)
    children: tuple[ElectionView, ...] = ()
    parent: ElectionView | None = field(default=None, repr=False)

    @property
    def id(self) -> str:
        return self.election.id

    @property
    def path(self) -> str:
        return f"{self.election.id}/"

    @property
    def name(self) -> str:
        return self.election.name

    @property
    def short(self) -> str:
        return self.election.short

    @property
    def region(self) -> str | None:
        return self.election.region

    @property
    def voting_day(self) -> datetime.date | None:
        return self.election.voting_day

    @property
    def legal_basis(self) -> tuple[str, ...]:
        return self.election.legal_basis

    @property
    def events(self) -> tuple[Event, ...]:
        return self.election.events

    @property
    def notes(self) -> tuple[str, ...]:
        return self.election.notes

    @cached_property
    def count(self) -> int:
        return sum(stage.count for stage in self.stages)

    @cached_property
    def outlets(self) -> tuple[tuple[str, str, int], ...]:
        return self.known.counts(row for stage in self.stages for row in stage.rows)

    @property
    def outlet_count(self) -> int:
        """How many outlets are known."""
        return sum(path != UNKNOWN_PATH for _, path, _ in self.outlets)

    @cached_property
    def mark(self) -> str:
        """A hash over its calendar: all that pages show of it besides articles."""
        return content_hash(repr(self.election))

    @property
    def counts(self) -> tuple[object, ...]:
        """How many articles its stages and its parts hold, with the names of the parts."""
        return ([stage.count for stage in self.stages], [(child.mark, child.count) for child in self.children])

    @property
    def latest(self) -> list[list[str]]:
        """The marks of the latest articles of each stage."""
        return [[row.facts for row in stage.latest] for stage in self.stages]


def elections(rows: Iterable[ArticleRow], calendar: Iterable[Election], known: OutletNames) -> tuple[ElectionView, ...]:
    """Every election with its articles, newest first."""
    placed: dict[tuple[str | None, str | None], list[ArticleRow]] = {}
    for row in rows:
        placed.setdefault((row.election, row.stage), []).append(row)
    found = {election.id: _election(election, placed, known) for election in calendar}
    for view in found.values():
        view.children = tuple(other for other in found.values() if other.election.parent == view.id)
        view.parent = found.get(view.election.parent or "")
    return tuple(found.values())


def _election(
    election: Election, placed: dict[tuple[str | None, str | None], list[ArticleRow]], known: OutletNames
) -> ElectionView:
    stages = tuple(StageView(election, s, tuple(placed.get((election.id, s.id), ())), known) for s in election.stages)
    for before, after in pairwise(stages):
        before.next, after.previous = after, before
    return ElectionView(election, stages, known)

"""An election and its official stages, as its calendar tells them."""

import datetime
from dataclasses import dataclass
from functools import cached_property

ELECTION_ID = r"[a-z][a-z0-9-]*-(?:19|20)\d\d"  # a folder of the site: the year keeps it off all others
_BEFORE, _AFTER = datetime.timedelta(days=120), datetime.timedelta(days=150)  # news before and after a calendar


@dataclass(frozen=True, slots=True)
class StageType:
    """What a stage is, whatever the election: `tahapan.yaml` lists them in calendar order."""

    id: str
    name: str
    short: str
    explanation: str
    phase: str | None = None  # persiapan or penyelenggaraan, the two phases of the regulation
    formal: bool = True  # False for a heading of our own
    before_vote: bool = False  # over by voting day, so that later news of it contradicts itself
    yields_to: tuple[str, ...] = ()  # stages whose words in headline or lead, before the vote, make it theirs
    terms: tuple[str, ...] = ()  # say that a story is about this stage
    background: tuple[str, ...] = ()  # stories about other stages use them all the time
    counter: tuple[str, ...] = ()  # phrases in which a term does not count
    lists: tuple[str, ...] = ()  # headline words of a story that goes through all stages
    needs: tuple[str, ...] = ()  # where none of them stands in headline or lead, the terms are but background
    needs_before_vote: tuple[str, ...] = ()  # the same, for stories that are older than the vote


@dataclass(frozen=True, slots=True)
class Window:
    """Days of a stage, both included, and what they rest on."""

    start: datetime.date
    end: datetime.date
    basis: str
    estimated: bool = False  # drawn from news or not confirmed: shown as perkiraan

    def holds(self, date: datetime.date) -> bool:
        """Whether a date is one of these days."""
        return self.start <= date <= self.end


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage of one election: its type and its windows (a second round is a second window)."""

    type: StageType
    windows: tuple[Window, ...] = ()
    note: str | None = None

    @property
    def id(self) -> str:
        """The id of its type."""
        return self.type.id

    def open_on(self, date: datetime.date, grace: datetime.timedelta = datetime.timedelta()) -> bool:
        """Whether a day lies in a window, or no further from one than `grace`."""
        return any(window.start - grace <= date <= window.end + grace for window in self.windows)


@dataclass(frozen=True, slots=True)
class Event:
    """A key date of an election; `end` is the last day of several."""

    date: datetime.date
    name: str
    basis: str
    end: datetime.date | None = None
    estimated: bool = False

    @property
    def start(self) -> datetime.date:
        """The first day, named as that of a window is."""
        return self.date


@dataclass(frozen=True)
class Election:
    """An election with its calendar and the words by which stories tell it."""

    id: str
    name: str
    short: str
    year: int
    stages: tuple[Stage, ...]
    voting_day: datetime.date | None = None
    since: datetime.date | None = None  # what began it, where it was not known of before that day
    parent: str | None = None
    region: str | None = None
    legal_basis: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    places: tuple[str, ...] = ()  # empty for an election of the whole country
    elsewhere: tuple[str, ...] = ()  # places that count against it
    outlets: tuple[str, ...] = ()  # domains of outlets that report from its places only
    candidates: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    counter: tuple[str, ...] = ()  # phrases in which a name does not count: "Komisi Pemilihan Umum"
    events: tuple[Event, ...] = ()
    notes: tuple[str, ...] = ()

    def stage(self, stage_id: str | None) -> Stage | None:
        """The stage of this election with an id, if it has one."""
        return self._by_id.get(stage_id or "")

    @cached_property
    def _by_id(self) -> dict[str, Stage]:
        return {stage.id: stage for stage in self.stages}

    def bounds(self) -> tuple[datetime.date, datetime.date] | None:
        """First and last day of all windows; None without any."""
        windows = [window for stage in self.stages for window in stage.windows]
        return (min(w.start for w in windows), max(w.end for w in windows)) if windows else None

    @cached_property
    def news(self) -> tuple[datetime.date, datetime.date] | None:
        """First and last day of which news may well be about it; None without windows."""
        bounds = self.bounds()
        return (self.since or bounds[0] - _BEFORE, bounds[1] + _AFTER) if bounds else None

    @cached_property
    def last_vote(self) -> datetime.date | None:
        """The last day people vote: a second round or a repeated vote counts; None where no day is known."""
        voting = [w.end for stage in self.stages if stage.id in ("pemungutan", "psu") for w in stage.windows]
        return max(filter(None, [*voting, self.voting_day]), default=None)

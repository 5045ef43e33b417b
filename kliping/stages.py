"""Elections and their official stages: calendars read from YAML."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from kliping.rulefile import RuleFile, digest
from kliping.terms import Lexicon

TYPE_KEYS = (
    "id", "name", "short", "explanation", "phase", "formal", "before_vote", "yields_to", "terms",
    "background", "counter",
)  # fmt: skip
ELECTION_KEYS = (
    "id", "name", "short", "parent", "year", "region", "voting_day", "legal_basis", "names", "places", "candidates",
    "marks", "counter", "stages", "events", "notes",
)  # fmt: skip


_ELECTION_ID = re.compile(r"[a-z][a-z0-9-]*-(?:19|20)\d\d")  # a folder of the site: the year keeps it off our own
_STAGE_ID = re.compile(r"[a-z][a-z0-9_]*")


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


@dataclass(frozen=True, slots=True)
class Window:
    """Days of a stage, both included, and what they rest on."""

    start: datetime.date
    end: datetime.date
    basis: str
    estimated: bool = False  # drawn from news or not confirmed: shown as perkiraan

    def holds(self, date: datetime.date) -> bool:
        return self.start <= date <= self.end


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage of one election: its type and its windows (a second round is a second window)."""

    type: StageType
    windows: tuple[Window, ...] = ()
    note: str | None = None

    @property
    def id(self) -> str:
        return self.type.id

    def open_on(self, date: datetime.date) -> bool:
        return any(window.holds(date) for window in self.windows)


@dataclass(frozen=True, slots=True)
class Event:
    """A key date of an election."""

    date: datetime.date
    name: str
    basis: str
    end: datetime.date | None = None
    estimated: bool = False

    @property
    def start(self) -> datetime.date:
        return self.date


@dataclass(frozen=True, slots=True)
class Election:
    """An election with its calendar and the words by which stories tell it."""

    id: str
    name: str
    short: str
    year: int
    stages: tuple[Stage, ...]
    voting_day: datetime.date | None = None
    parent: str | None = None
    region: str | None = None
    legal_basis: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    places: tuple[str, ...] = ()  # empty for an election of the whole country
    candidates: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    counter: tuple[str, ...] = ()  # phrases in which a name does not count: "Komisi Pemilihan Umum"
    events: tuple[Event, ...] = ()
    notes: tuple[str, ...] = ()

    def stage(self, stage_id: str | None) -> Stage | None:
        return next((stage for stage in self.stages if stage.id == stage_id), None)

    def bounds(self) -> tuple[datetime.date, datetime.date] | None:
        """First and last day of all windows."""
        windows = [window for stage in self.stages for window in stage.windows]
        return (min(w.start for w in windows), max(w.end for w in windows)) if windows else None


@dataclass
class Calendars:
    """All elections of a folder, newest first, and the complaints about their files."""

    types: dict[str, StageType] = field(default_factory=dict)
    elections: dict[str, Election] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)
    fingerprint: str = ""
    unreadable: list[str] = field(default_factory=list)  # files that could not be read at all

    @classmethod
    def load(cls, folder: Path) -> Calendars:
        """Read tahapan.yaml and every <election>.yaml. What is wrong is named in `problems` and left out."""
        found = cls()
        files = [RuleFile.read(path, f"{folder.name}/{path.name}") for path in sorted(folder.glob("*.yaml"))]
        kinds = [file for file in files if file.name.endswith("/tahapan.yaml")]
        for file in kinds:
            found.types = {kind.id: kind for kind in _types(file)}
        elections = [e for file in files if file not in kinds for e in _election(file, found.types)]
        # Newest first; of elections on one day the special one before the one it is part of.
        elections.sort(key=lambda e: (e.voting_day or datetime.date(e.year, 1, 1), bool(e.parent), e.id), reverse=True)
        for file in files:
            if sum(election.id == file.data.get("id") for election in elections) > 1:
                file.complain(f"another file has the id `{file.data['id']}` too; give each election its own")
        found.elections = {election.id: election for election in elections}
        found.unreadable = [file.problems[0] for file in files if file.problems and not file.data]
        found.problems = [problem for file in files for problem in file.problems]
        if not kinds:
            found.problems.append(f"{folder.name}/tahapan.yaml: is missing; it lists the stages once for all elections")
        found.fingerprint = digest(*(file.fingerprint for file in files))
        return found

    @cached_property
    def lexicon(self) -> Lexicon:
        """Words of all stages and elections, owned as `term:kampanye`, `counter:psu`, `name:pemilu-2024` ..."""
        return Lexicon(self._phrases())

    def _phrases(self) -> Iterator[tuple[str, str]]:
        for kind in self.types.values():
            for role, phrases in (("term", kind.terms), ("background", kind.background), ("counter", kind.counter)):
                yield from ((f"{role}:{kind.id}", phrase) for phrase in phrases)
        for election in self.elections.values():
            for role in ("names", "places", "candidates", "marks", "counter"):
                yield from ((f"{role}:{election.id}", phrase) for phrase in getattr(election, role))


def _types(file: RuleFile) -> Iterator[StageType]:
    file.keep_known(("stages",))
    for part in file.parts("stages", TYPE_KEYS):
        kind, name = part.text("id"), part.text("name")
        if kind and name and _STAGE_ID.fullmatch(kind):
            yield StageType(
                kind, name, part.text("short") or name, part.text("explanation") or "", part.text("phase"),
                part.data.get("formal") is not False, part.data.get("before_vote") is True, part.words("yields_to"),
                part.words("terms"), part.words("background"), part.words("counter"),
            )  # fmt: skip
        else:
            file.complain(f"stage {kind!r} needs `id` (small letters, digits, underscores) and `name`")


def _election(file: RuleFile, types: dict[str, StageType]) -> Iterator[Election]:
    file.keep_known(ELECTION_KEYS)
    key, name, year = file.text("id"), file.text("name"), file.data.get("year")
    if not key or not name or not isinstance(year, int):
        file.complain("needs `id`, `name` and `year`")
        return
    if not _ELECTION_ID.fullmatch(key):
        file.complain(f"the id `{key}` must be small letters, digits and hyphens with a year, such as pilkada-2024")
        return
    yield Election(
        key,
        name,
        file.text("short") or name,
        year,
        tuple(_stages(file, types)),
        _date(file, file.data, "voting_day", "the election"),
        file.text("parent"),
        file.text("region"),
        file.words("legal_basis"),
        file.words("names"),
        file.words("places"),
        file.words("candidates"),
        file.words("marks"),
        file.words("counter"),
        tuple(_events(file)),
        file.words("notes"),
    )


def _stages(file: RuleFile, types: dict[str, StageType]) -> Iterator[Stage]:
    for part in file.parts("stages", ("id", "windows", "note")):
        kind = types.get(str(part.data.get("id")))
        if kind:
            yield Stage(kind, tuple(_windows(part, kind.id)), part.text("note"))
        else:
            file.unknown(str(part.data.get("id")), types, "stage")


def _windows(stage: RuleFile, stage_id: str) -> Iterator[Window]:
    for part in stage.parts("windows", ("start", "end", "basis", "estimated")):
        start = _date(part, part.data, "start", stage_id, needed=True)
        end = _date(part, part.data, "end", stage_id, needed=True)
        if start and end and start > end:
            part.complain(f"stage `{stage_id}` ends ({end}) before it starts ({start}); mend the window")
        elif start and end:
            yield Window(start, end, part.text("basis") or "", part.data.get("estimated") is True)


def _events(file: RuleFile) -> Iterator[Event]:
    for part in file.parts("events", ("date", "end", "name", "basis", "estimated")):
        name = part.text("name")
        date = _date(part, part.data, "date", f"event {name}", needed=True)
        if date and name:
            end = _date(part, part.data, "end", f"event {name}")
            yield Event(date, name, part.text("basis") or "", end, part.data.get("estimated") is True)


def _date(file: RuleFile, data: dict[str, Any], key: str, what: str, needed: bool = False) -> datetime.date | None:
    value = data.get(key)
    if isinstance(value, datetime.date) and not isinstance(value, datetime.datetime):
        return value
    if value is not None or needed:
        file.complain(f"`{key}` of {what} is {value!r}, no date; write it as 2024-11-27")
    return None

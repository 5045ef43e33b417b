"""Calendars: elections and their stages read from content/elections, and the words by which stories tell them."""

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from kliping.elections.model import ELECTION_ID, Election, Event, Stage, StageType, Window
from kliping.system.config_file import ConfigFile
from kliping.system.hashing import content_hash
from kliping.text.lexicon import Lexicon

TYPE_KEYS = (
    "id", "name", "short", "explanation", "phase", "formal", "before_vote", "yields_to",
    "terms", "background", "counter", "lists", "needs",
)  # fmt: skip
WORDS = ("names", "places", "elsewhere", "candidates", "marks", "counter")  # of an election
ELECTION_KEYS = (
    "id", "name", "short", "parent", "year", "region", "voting_day", "since", "legal_basis", *WORDS, "outlets",
    "stages", "events", "notes",
)  # fmt: skip

_STAGE_ID = re.compile(r"[a-z][a-z0-9_]*")


@dataclass
class Calendars:
    """All elections of a folder and the types of their stages."""

    types: dict[str, StageType] = field(default_factory=dict)  # by id, in calendar order
    elections: dict[str, Election] = field(default_factory=dict)  # by id, newest first
    problems: list[str] = field(default_factory=list)  # complaints about the files, whole sentences
    fingerprint: str = ""  # hash over the files
    unreadable: list[str] = field(default_factory=list)  # files that could not be read at all
    signs: tuple[str, ...] = ()  # words of any election: its offices, staff and papers
    others: tuple[str, ...] = ()  # votes and offices that are none of ours: of a village, of a club, the customs
    abroad: tuple[str, ...] = ()  # countries whose elections are none of ours: "Pilpres AS"

    @classmethod
    def load(cls, folder: Path) -> "Calendars":
        """Read tahapan.yaml and every <election>.yaml; what is wrong is named in `problems` and left out."""
        calendars = cls()
        files = [ConfigFile.read(path, f"{folder.name}/{path.name}") for path in sorted(folder.glob("*.yaml"))]
        stage_files = [file for file in files if file.name.endswith("/tahapan.yaml")]
        for file in stage_files:
            calendars.types = {kind.id: kind for kind in _types(file)}
            calendars.signs, calendars.others, calendars.abroad = map(file.words, ("signs", "others", "abroad"))
        elections = [e for file in files if file not in stage_files for e in _election(file, calendars.types)]
        # Newest first; of elections on one day the special one before the one it is part of.
        elections.sort(key=lambda e: (e.voting_day or datetime.date(e.year, 1, 1), bool(e.parent), e.id), reverse=True)
        for file in files:
            if sum(election.id == file.data.get("id") for election in elections) > 1:
                file.complain(f"another file has the id `{file.data['id']}` too; give each election its own")
        calendars.elections = {election.id: election for election in elections}
        calendars.unreadable = [file.problems[0] for file in files if file.problems and not file.data]
        calendars.problems = [problem for file in files for problem in file.problems]
        if not stage_files:
            missing = f"{folder.name}/tahapan.yaml: is missing; it lists the stages once for all elections"
            calendars.problems.append(missing)
        calendars.fingerprint = content_hash(*(file.fingerprint for file in files))
        return calendars

    @cached_property
    def years(self) -> frozenset[int]:
        """The years people name these elections by."""
        return frozenset(election.year for election in self.elections.values())

    @cached_property
    def lexicon(self) -> Lexicon:
        """Each phrase once, with all that own it: `term:psu names:psu-2025`; elections share most of their names."""
        owners: dict[str, list[str]] = {}
        for role, owner, phrases in self._phrases():
            for phrase in phrases:
                owners.setdefault(phrase, []).append(f"{role}:{owner}")
        return Lexicon((" ".join(names), phrase) for phrase, names in owners.items())

    def _phrases(self) -> Iterator[tuple[str, str, tuple[str, ...]]]:
        """Role, owner (a stage or an election, or nobody) and phrases."""
        yield from (("sign", "", self.signs), ("other", "", self.others), ("abroad", "", self.abroad))
        for kind in self.types.values():
            yield "term", kind.id, kind.terms
            yield from ((role, kind.id, getattr(kind, role)) for role in ("background", "counter", "lists", "needs"))
        for election in self.elections.values():
            yield from ((role, election.id, getattr(election, role)) for role in WORDS)


def _types(file: ConfigFile) -> Iterator[StageType]:
    file.drop_unknown(("stages", "signs", "others", "abroad"))
    for part in file.parts("stages", TYPE_KEYS):
        kind, name = part.text("id"), part.text("name")
        if not kind or not name or not _STAGE_ID.fullmatch(kind):
            file.complain(f"stage {kind!r} needs `id` (small letters, digits, underscores) and `name`")
            continue
        yield StageType(
            kind, name, part.text("short") or name, part.text("explanation") or "", part.text("phase"),
            part.data.get("formal") is not False, part.data.get("before_vote") is True,
            *map(part.words, ("yields_to", "terms", "background", "counter", "lists", "needs")),
        )  # fmt: skip


def _election(file: ConfigFile, types: dict[str, StageType]) -> Iterator[Election]:
    """The election of a file, or nothing where it lacks what every election needs."""
    file.drop_unknown(ELECTION_KEYS)
    key, name, year = file.text("id"), file.text("name"), file.data.get("year")
    if not key or not name or not isinstance(year, int):
        file.complain("needs `id`, `name` and `year`")
    elif not re.fullmatch(ELECTION_ID, key):
        file.complain(f"the id `{key}` must be small letters, digits and hyphens with a year, such as pilkada-2024")
    else:
        yield Election(
            key,
            name,
            file.text("short") or name,
            year,
            tuple(_stages(file, types)),
            voting_day=_date(file, "voting_day", "the election"),
            since=_date(file, "since", "the election"),
            parent=file.text("parent"),
            region=file.text("region"),
            legal_basis=file.words("legal_basis"),
            outlets=file.words("outlets"),
            events=tuple(_events(file)),
            notes=file.words("notes"),
            **{role: file.words(role) for role in WORDS},
        )


def _stages(file: ConfigFile, types: dict[str, StageType]) -> Iterator[Stage]:
    for part in file.parts("stages", ("id", "windows", "note")):
        kind = types.get(str(part.data.get("id")))
        if kind:
            yield Stage(kind, tuple(_windows(part, kind.id)), part.text("note"))
        else:
            file.unknown(str(part.data.get("id")), types, "stage")


def _windows(stage: ConfigFile, stage_id: str) -> Iterator[Window]:
    for part in stage.parts("windows", ("start", "end", "basis", "estimated")):
        start, end = (_date(part, key, stage_id, needed=True) for key in ("start", "end"))
        if start and end and start > end:
            part.complain(f"stage `{stage_id}` ends ({end}) before it starts ({start}); mend the window")
        elif start and end:
            yield Window(start, end, part.text("basis") or "", part.data.get("estimated") is True)


def _events(file: ConfigFile) -> Iterator[Event]:
    for part in file.parts("events", ("date", "end", "name", "basis", "estimated")):
        name = part.text("name")
        date = _date(part, "date", f"event {name}", needed=True)
        if date and name:
            end = _date(part, "end", f"event {name}")
            yield Event(date, name, part.text("basis") or "", end, part.data.get("estimated") is True)


def _date(file: ConfigFile, key: str, what: str, needed: bool = False) -> datetime.date | None:
    """The date under a key, complaining of anything else, and of none where one is needed."""
    value = file.data.get(key)
    if isinstance(value, datetime.date) and not isinstance(value, datetime.datetime):
        return value
    if value is not None or needed:
        file.complain(f"`{key}` of {what} is {value!r}, no date; write it as 2024-11-27")
    return None

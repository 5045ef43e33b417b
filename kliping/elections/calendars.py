"""Calendars: elections and their stages read from YAML, and the words by which stories tell them."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from kliping.elections.model import Election, Event, Stage, StageType, Window
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

_ELECTION_ID = re.compile(r"[a-z][a-z0-9-]*-(?:19|20)\d\d")  # a folder of the site: the year keeps it off our own
_STAGE_ID = re.compile(r"[a-z][a-z0-9_]*")


@dataclass
class Calendars:
    """All elections of a folder, newest first, and the complaints about their files."""

    types: dict[str, StageType] = field(default_factory=dict)
    elections: dict[str, Election] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)
    fingerprint: str = ""
    unreadable: list[str] = field(default_factory=list)  # files that could not be read at all
    signs: tuple[str, ...] = ()  # words of any election: its offices, staff and papers
    others: tuple[str, ...] = ()  # votes and offices that are none of ours: of a village, of a club, the customs
    abroad: tuple[str, ...] = ()  # countries whose elections are none of ours: "Pilpres AS"

    @classmethod
    def load(cls, folder: Path) -> Calendars:
        """Read tahapan.yaml and every <election>.yaml. What is wrong is named in `problems` and left out."""
        found = cls()
        files = [ConfigFile.read(path, f"{folder.name}/{path.name}") for path in sorted(folder.glob("*.yaml"))]
        kinds = [file for file in files if file.name.endswith("/tahapan.yaml")]
        for file in kinds:
            found.types = {kind.id: kind for kind in _types(file)}
            found.signs, found.others, found.abroad = (file.words(key) for key in ("signs", "others", "abroad"))
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
        found.fingerprint = content_hash(*(file.fingerprint for file in files))
        return found

    @cached_property
    def years(self) -> frozenset[int]:
        """The years people name these elections by."""
        return frozenset(election.year for election in self.elections.values())

    @cached_property
    def lexicon(self) -> Lexicon:
        """Each phrase once, with all that own it: `term:psu names:psu-2025`; elections share most of their names."""
        owners: dict[str, list[str]] = {}
        for owner, phrase in self._phrases():
            owners.setdefault(phrase, []).append(owner)
        return Lexicon((" ".join(found), phrase) for phrase, found in owners.items())

    def _phrases(self) -> Iterator[tuple[str, str]]:
        yield from (("sign:", phrase) for phrase in self.signs)
        yield from (("other:", phrase) for phrase in self.others)
        yield from (("abroad:", phrase) for phrase in self.abroad)
        for kind in self.types.values():
            for role, phrases in (
                ("term", kind.terms), ("background", kind.background), ("counter", kind.counter),
                ("lists", kind.lists), ("needs", kind.needs),
            ):  # fmt: skip
                yield from ((f"{role}:{kind.id}", phrase) for phrase in phrases)
        for election in self.elections.values():
            for role in WORDS:
                yield from ((f"{role}:{election.id}", phrase) for phrase in getattr(election, role))


def _types(file: ConfigFile) -> Iterator[StageType]:
    file.drop_unknown(("stages", "signs", "others", "abroad"))
    for part in file.parts("stages", TYPE_KEYS):
        kind, name = part.text("id"), part.text("name")
        if kind and name and _STAGE_ID.fullmatch(kind):
            yield StageType(
                kind, name, part.text("short") or name, part.text("explanation") or "", part.text("phase"),
                part.data.get("formal") is not False, part.data.get("before_vote") is True,
                *(part.words(key) for key in ("yields_to", "terms", "background", "counter", "lists", "needs")),
            )  # fmt: skip
        else:
            file.complain(f"stage {kind!r} needs `id` (small letters, digits, underscores) and `name`")


def _election(file: ConfigFile, types: dict[str, StageType]) -> Iterator[Election]:
    file.drop_unknown(ELECTION_KEYS)
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
        voting_day=_date(file, file.data, "voting_day", "the election"),
        since=_date(file, file.data, "since", "the election"),
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
        start = _date(part, part.data, "start", stage_id, needed=True)
        end = _date(part, part.data, "end", stage_id, needed=True)
        if start and end and start > end:
            part.complain(f"stage `{stage_id}` ends ({end}) before it starts ({start}); mend the window")
        elif start and end:
            yield Window(start, end, part.text("basis") or "", part.data.get("estimated") is True)


def _events(file: ConfigFile) -> Iterator[Event]:
    for part in file.parts("events", ("date", "end", "name", "basis", "estimated")):
        name = part.text("name")
        date = _date(part, part.data, "date", f"event {name}", needed=True)
        if date and name:
            end = _date(part, part.data, "end", f"event {name}")
            yield Event(date, name, part.text("basis") or "", end, part.data.get("estimated") is True)


def _date(file: ConfigFile, data: dict[str, Any], key: str, what: str, needed: bool = False) -> datetime.date | None:
    value = data.get(key)
    if isinstance(value, datetime.date) and not isinstance(value, datetime.datetime):
        return value
    if value is not None or needed:
        file.complain(f"`{key}` of {what} is {value!r}, no date; write it as 2024-11-27")
    return None

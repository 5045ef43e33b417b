"""Calendars: elections and their stages read from content/elections, and the words by which stories tell them."""

import datetime
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from kliping.elections.election_file import ROLES, read_election
from kliping.elections.model import Election, StageType
from kliping.elections.parents import parents_first
from kliping.locale import _
from kliping.system.config_file import ConfigFile
from kliping.system.hashing import content_hash
from kliping.text.lexicon import Lexicon

TYPE_KEYS = (
    "id", "name", "short", "explanation", "phase", "formal", "before_vote", "yields_to",
    "terms", "background", "counter", "lists", "needs", "needs_before_vote",
)  # fmt: skip
_WORDS = ("terms", "background", "counter", "lists", "needs", "needs_before_vote")  # of a stage
_STAGE_ID = re.compile(r"[a-z][a-z0-9_]*")


@dataclass
class Calendars:
    """All elections of a folder and the types of their stages."""

    types: dict[str, StageType] = field(default_factory=dict)  # by id, in calendar order
    elections: dict[str, Election] = field(default_factory=dict)  # by id, newest first, of one day the local ones first
    problems: list[str] = field(default_factory=list)  # complaints about the files, whole sentences
    fingerprint: str = ""  # hash over the files
    unreadable: list[str] = field(default_factory=list)  # files that could not be read at all
    signs: tuple[str, ...] = ()  # words of any election: its offices, staff and papers
    others: tuple[str, ...] = ()  # votes and offices that are none of ours: of a village, of a club, the customs
    abroad: tuple[str, ...] = ()  # countries whose elections are none of ours: "Pilpres AS"
    home: tuple[str, ...] = ()  # words of this country, without one of which an English name tells none of ours
    english: dict[str, tuple[str, ...]] = field(default_factory=dict)  # by name: what English pages call it

    @classmethod
    def load(cls, folder: Path) -> "Calendars":
        """Read tahapan.yaml and every <election>.yaml; what is wrong is named in `problems` and left out."""
        calendars = cls()
        files = [ConfigFile.read(path, f"{folder.name}/{path.name}") for path in sorted(folder.glob("*.yaml"))]
        stage_files = [file for file in files if file.name.endswith("/tahapan.yaml")]
        for file in stage_files:
            calendars.types = {kind.id: kind for kind in _types(file)}
            calendars.signs, calendars.others, calendars.abroad = map(file.words, ("signs", "others", "abroad"))
            calendars.home, english = file.words("home"), file.section("english")
            calendars.english = {name: file.words(name, english) for name in english}
        elections = _elections([file for file in files if file not in stage_files], calendars.types)
        elections.sort(key=_rank, reverse=True)
        for file in files:
            if sum(election.id == file.data.get("id") for election in elections) > 1:
                problem = _("another file has the id `{id}` too; give each election its own")
                file.complain(problem.format(id=file.data["id"]))
        calendars.elections = {election.id: election for election in elections}
        calendars.unreadable = [file.problems[0] for file in files if file.problems and not file.data]
        calendars.problems = [problem for file in files for problem in file.problems]
        if not stage_files:
            missing = _("{folder}/tahapan.yaml: is missing; it lists the stages once for all elections")
            calendars.problems.append(missing.format(folder=folder.name))
        calendars.fingerprint = content_hash(*(file.fingerprint for file in files))
        return calendars

    @cached_property
    def years(self) -> frozenset[int]:
        """The years people name these elections by."""
        return frozenset(election.year for election in self.elections.values())

    def above(self, key: str) -> set[str]:
        """The ids of the elections that one is part of: its parent, the parent's parent and so on."""
        ids: set[str] = set()
        while (election := self.elections.get(key)) and (key := election.parent or "") and key not in ids:
            ids.add(key)
        return ids

    def root(self, key: str | None) -> str | None:
        """The id of the whole that an election is part of in the end, else its own."""
        return next((top for top in self.above(key) if not self.elections[top].parent), key) if key else None

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
        yield from (("sign", "", self.signs), ("other", "", self.others))
        yield from (("abroad", "", self.abroad), ("home", "", self.home))
        for kind in self.types.values():
            yield "term", kind.id, kind.terms
            yield from ((role, kind.id, getattr(kind, role)) for role in _WORDS[1:])
        for election in self.elections.values():
            yield from ((role, election.id, getattr(election, role)) for role in ROLES)
            yield from (("english", election.id, self.english[name]) for name in election.names if name in self.english)


def _types(file: ConfigFile) -> Iterator[StageType]:
    file.drop_unknown(("stages", "signs", "others", "abroad", "home", "english"))
    for part in file.parts("stages", TYPE_KEYS):
        kind, name = part.text("id"), part.text("name")
        if not kind or not name or not _STAGE_ID.fullmatch(kind):
            problem = _("stage {stage} needs `id` (small letters, digits, underscores) and `name`")
            file.complain(problem.format(stage=repr(kind)))
            continue
        yield StageType(
            kind, name, part.text("short") or name, part.text("explanation") or "", part.text("phase"),
            part.data.get("formal") is not False, part.data.get("before_vote") is True,
            *map(part.words, ("yields_to", *_WORDS)),
        )  # fmt: skip


def _elections(files: list[ConfigFile], types: dict[str, StageType]) -> list[Election]:
    """The elections of some files; each is read after its parent, of which it takes what it leaves out."""
    read: dict[str, Election | None] = {}  # by file
    for file, parent in parents_first(files):
        whole = read[parent.name] if parent else None
        if parent and not whole:
            file.complain(_("its parent, {parent}, is left out; mend that file first").format(parent=parent.name))
        read[file.name] = read_election(file, types, whole)
    return [election for election in read.values() if election]


def _rank(election: Election) -> tuple[datetime.date, bool, float, str]:
    """Of elections on one day, a part ranks higher than the whole, and a part in few places higher than one in many."""
    day = election.voting_day or datetime.date(election.year, 1, 1)
    return day, bool(election.parent), -(len(election.places) or math.inf), election.id

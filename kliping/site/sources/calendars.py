"""The elections as readers meet them: names, windows and key dates, without the words that place articles."""

import contextlib
from dataclasses import replace
from pathlib import Path

import msgspec

from kliping.elections.model import Election, StageType
from kliping.system.files import code_version, write_atomic
from kliping.system.hashing import content_hash


class _Kept(msgspec.Struct):
    key: str
    elections: tuple[Election, ...]
    names: dict[str, str]


Calendar = tuple[tuple[Election, ...], dict[str, str]]  # elections, newest first; the short name of each stage


def load(folder: Path, state: Path) -> Calendar:
    """The elections of a folder. Reading their YAML is saved while no file changes."""
    files = sorted(folder.glob("*.yaml"))
    key = content_hash(code_version(), *(part for path in files for part in (path.name, path.read_bytes())))
    file = state / "elections"
    with contextlib.suppress(OSError, msgspec.DecodeError):
        stored = msgspec.msgpack.decode(file.read_bytes(), type=_Kept)
        if stored.key == key:
            return stored.elections, stored.names
    elections, names = read(folder)
    write_atomic(file, msgspec.msgpack.encode(_Kept(key, elections, names)))
    return elections, names


def read(folder: Path) -> Calendar:
    """The elections of a folder, from its YAML."""
    from kliping.elections.calendars import Calendars

    calendars = Calendars.load(folder)
    names = {kind.id: kind.short for kind in calendars.types.values()}
    return tuple(_bare(election) for election in calendars.elections.values()), names


def _bare(election: Election) -> Election:
    stages = tuple(replace(stage, type=_bare_type(stage.type)) for stage in election.stages)
    return replace(
        election, stages=stages, names=(), places=(), elsewhere=(), outlets=(), candidates=(), marks=(), counter=()
    )


def _bare_type(kind: StageType) -> StageType:
    return StageType(kind.id, kind.name, kind.short, kind.explanation, kind.phase, kind.formal)

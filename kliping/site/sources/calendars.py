"""The elections as readers meet them: names, windows and key dates, without the words that place articles."""

import contextlib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import msgspec

from kliping.elections import names
from kliping.elections.model import Election, StageType
from kliping.site.model.article_row import ArticleRow
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
    elections, stage_names = read(folder)
    write_atomic(file, msgspec.msgpack.encode(_Kept(key, elections, stage_names)))
    return elections, stage_names


def read(folder: Path) -> Calendar:
    """The elections of a folder, from its YAML."""
    from kliping.elections.calendars import Calendars

    calendars = Calendars.load(folder)
    stage_names = {kind.id: kind.short for kind in calendars.types.values()}
    return tuple(_bare(election) for election in calendars.elections.values()), stage_names


def by_ids(rows: Sequence[ArticleRow], elections: Collection[Election]) -> Sequence[ArticleRow]:
    """The rows, those that tell election or stage by a printed name with the ids instead. An unknown name stays."""
    by_id = {election.id: election for election in elections}
    types = {stage.id: stage.type for election in elections for stage in election.stages}
    known = {None, *by_id}, {None, *types}
    if all(row.election in known[0] and row.stage in known[1] for row in rows):
        return rows
    return [row if row.election in known[0] and row.stage in known[1] else _named(row, by_id, types) for row in rows]


def _named(row: ArticleRow, elections: Mapping[str, Election], types: Mapping[str, StageType]) -> ArticleRow:
    election = row.election and (names.id_of(row.election, elections) or row.election)
    stage = row.stage and (names.id_of(row.stage, types) or row.stage)
    marks = {key: content_hash(getattr(row, key), election or "", stage or "") for key in ("facts", "hash")}
    return msgspec.structs.replace(row, election=election, stage=stage, **marks)


def _bare(election: Election) -> Election:
    stages = tuple(replace(stage, type=_bare_type(stage.type)) for stage in election.stages)
    return replace(
        election, stages=stages, names=(), places=(), elsewhere=(), outlets=(), candidates=(), marks=(), counter=()
    )


def _bare_type(kind: StageType) -> StageType:
    return StageType(kind.id, kind.name, kind.short, kind.explanation, kind.phase, kind.formal)

"""What the cleaning half knows from one run to the next: one SQLite file in the state folder.

A run reads and writes only what it has to do with. What it learns is committed at its end, in one go; a run that is
killed leaves what the one before knew. Losing the ledger costs time, never truth.
"""

from __future__ import annotations

import contextlib
import errno
import json
import sqlite3
import struct
import time
from collections.abc import Collection, Iterator, Mapping
from itertools import chain
from pathlib import Path
from typing import Any

from kliping.system.files import Stat, code_version

NAME = "ledger.sqlite"
_TICK = 10_000_000  # nanoseconds; file systems tell times no finer than that, some much coarser
_NEVER = (-1, 0, 0, 0)  # how no file looks
_SETTINGS = ("synchronous = NORMAL", "cache_size = -16000", "temp_store = MEMORY")
_SCHEMA = """
CREATE TABLE known (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE listed (folder TEXT PRIMARY KEY, names BLOB, stats BLOB) WITHOUT ROWID;
CREATE TABLE articles (
    path TEXT PRIMARY KEY, id TEXT, saved TEXT, edited INTEGER, hash TEXT, words TEXT, problem TEXT
) WITHOUT ROWID;
CREATE INDEX article_ids ON articles (id);
CREATE TABLE saves (page TEXT, path TEXT, PRIMARY KEY (page, path)) WITHOUT ROWID;
CREATE INDEX articles_edited ON articles (path) WHERE edited AND saved IS NOT NULL;
CREATE INDEX articles_broken ON articles (path) WHERE problem IS NOT NULL;
CREATE TABLE edits (path TEXT PRIMARY KEY, name TEXT, lines TEXT) WITHOUT ROWID;
CREATE INDEX edits_by_name ON edits (name);
CREATE TABLE pages (
    number INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT UNIQUE, hash TEXT, key TEXT, profile TEXT, recognition TEXT,
    id TEXT, rejected TEXT, withdrawn TEXT, taken TEXT, mentioned TEXT,
    text TEXT, outlet_name TEXT, headline TEXT, address TEXT, day TEXT, told INTEGER, known INTEGER, home INTEGER
);
CREATE INDEX pages_at_home ON pages (home);
CREATE INDEX pages_rejected ON pages (name) WHERE rejected IS NOT NULL;
CREATE INDEX pages_taken ON pages (name) WHERE taken IS NOT NULL;
CREATE TABLE sketches (number INTEGER PRIMARY KEY, sketch BLOB);
CREATE TABLE keys (key INTEGER, number INTEGER, PRIMARY KEY (key, number)) WITHOUT ROWID;
CREATE TABLE beside (number INTEGER, other INTEGER, kin INTEGER, PRIMARY KEY (number, other, kin)) WITHOUT ROWID;
CREATE INDEX beside_other ON beside (other);
CREATE TABLE made (
    name TEXT PRIMARY KEY, id TEXT, saved TEXT, also TEXT, path TEXT, source TEXT, found TEXT
) WITHOUT ROWID;
CREATE INDEX made_ids ON made (id);
CREATE INDEX made_paths ON made (path);
CREATE INDEX made_found ON made (source, found);
CREATE TABLE cases (name TEXT PRIMARY KEY, path TEXT, notes TEXT, lines TEXT) WITHOUT ROWID;
CREATE TABLE sidecars (name TEXT, problem TEXT);
CREATE INDEX sidecar_names ON sidecars (name);
"""
_BROKEN = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
_NO_ROOM = (
    sqlite3.SQLITE_FULL, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_IOERR,
)  # fmt: skip


class Broken(Exception):
    """The file is no ledger, or only a part of one: it is to be begun anew."""


class Database:
    """The open ledger of one run. Nothing is written to its file before `commit`."""

    def __init__(self, path: Path, fresh: bool = False, copied: bool = False) -> None:
        """Open the ledger in a file; `fresh` begins a new one, `copied` leaves the file as it is, whatever comes."""
        self._path = path
        self.sql = _copy(path, fresh) if copied else self._opened(fresh)
        self._begun = self.sql.total_changes

    def _opened(self, fresh: bool) -> sqlite3.Connection:
        if fresh:
            remove(self._path)
        self._path.parent.mkdir(parents=True, exist_ok=True)
        try:
            with self.guarded():
                found = _connected(self._path)
        except Broken:
            found = None
        if found is None:
            remove(self._path)
            with self.guarded():
                found = _connected(self._path)
        assert found
        return found

    @contextlib.contextmanager
    def guarded(self) -> Iterator[None]:
        """Errors of SQLite as those of files. Raises Broken where the file cannot be read."""
        try:
            yield
        except sqlite3.DatabaseError as error:
            code = getattr(error, "sqlite_errorcode", 0) & 0xFF
            if code in _BROKEN:
                raise Broken from error
            if code not in _NO_ROOM:
                raise
            raise OSError(errno.ENOSPC, str(error), str(self._path)) from error

    def get(self, name: str) -> Any:
        """A thing known by its name; None where it is not."""
        row = self.sql.execute("SELECT value FROM known WHERE name = ?", (name,)).fetchone()
        return row and json.loads(row[0])

    def put(self, name: str, value: Any) -> None:
        if self.get(name) != value:
            text = json.dumps(value, ensure_ascii=False)
            self.sql.execute("INSERT OR REPLACE INTO known VALUES (?, ?)", (name, text))

    def compare(self, folder: str, files: Mapping[str, Stat]) -> tuple[Collection[str], Collection[str]]:
        """The files of a folder that are to be read, for they are new or changed or may be so; and those that are gone.

        They lie in one piece, for every run compares them all.
        """
        row = self.sql.execute("SELECT names, stats FROM listed WHERE folder = ?", (folder,)).fetchone()
        if not row or not row[0]:
            return files.keys(), ()
        names, stats = _packed(files)
        if (names, stats) == row:
            return (), ()
        if names == row[0]:
            return {name for name, old, new in zip(files, _each(row[1]), _each(stats), strict=True) if old != new}, ()
        known = dict(zip(_names(row[0]), _each(row[1]), strict=True))
        read = {name for name, stat in zip(files, _each(stats), strict=True) if known.get(name) != stat}
        return read, sorted(known.keys() - files.keys())

    def note(self, folder: str, files: Mapping[str, Stat], read: Collection[str], gone: Collection[str]) -> None:
        """Keep how the files of a folder were found, of which some were read and some are gone.

        A file as young as this note may change once more without looking otherwise, so it is to be read again.
        """
        if not (read or gone):
            return
        young = time.time_ns() - _TICK
        doubtful = {name for name in read if name in files and max(files[name][1:3]) >= young}
        known = {name: _NEVER if name in doubtful else stat for name, stat in files.items()} if doubtful else files
        self.sql.execute("INSERT OR REPLACE INTO listed VALUES (?, ?, ?)", (folder, *_packed(known)))

    @property
    def moved_on(self) -> bool:
        """Whether this run learned anything."""
        return self.sql.total_changes > self._begun

    def commit(self) -> None:
        """Write what was learned, if anything was."""
        with self.guarded():
            self.sql.execute("COMMIT")

    def close(self) -> None:
        """Leave what is not committed."""
        self.sql.close()


def _connected(path: Path) -> sqlite3.Connection | None:
    """A connection in a transaction; None where what stands there is of other code."""
    sql = sqlite3.connect(path, isolation_level=None, timeout=10)
    for setting in _SETTINGS:
        sql.execute(f"PRAGMA {setting}")
    sql.execute("BEGIN IMMEDIATE")
    return _fitting(sql)


def _copy(path: Path, fresh: bool) -> sqlite3.Connection:
    """The ledger of a file, in memory; an empty one where it cannot be read."""
    sql = sqlite3.connect(":memory:", isolation_level=None)
    if path.exists() and not fresh:
        with contextlib.suppress(sqlite3.DatabaseError):
            with contextlib.closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as file:
                file.backup(sql)
            if found := _fitting(sql):
                return found
        sql.close()
        sql = sqlite3.connect(":memory:", isolation_level=None)
    found = _fitting(sql)
    assert found
    return found


def _fitting(sql: sqlite3.Connection) -> sqlite3.Connection | None:
    """A ledger made by this code, or a new one; of other code's nothing can be used, and it is closed."""
    tables = {row[0] for row in sql.execute("SELECT name FROM sqlite_master")}
    if not tables:
        for statement in filter(str.strip, _SCHEMA.split(";")):
            sql.execute(statement)
        sql.execute("INSERT INTO known VALUES ('code', ?)", (json.dumps(code_version()),))
        return sql
    if "known" in tables:
        code = sql.execute("SELECT value FROM known WHERE name = 'code'").fetchone()
        if code and code[0] == json.dumps(code_version()):
            return sql
    sql.close()
    return None


def _names(names: bytes) -> list[str]:
    return names.decode("utf-8", "surrogateescape").split("\0")


def _each(stats: bytes) -> Iterator[tuple[bytes]]:
    return struct.iter_unpack("32s", stats)


def _packed(files: Mapping[str, Stat]) -> tuple[bytes, bytes]:
    names = "\0".join(files).encode("utf-8", "surrogateescape")
    return names, struct.pack(f"{4 * len(files)}q", *chain.from_iterable(files.values()))


def remove(path: Path) -> None:
    """Remove a ledger, the file before its journal: an empty file takes no other's journal for its own."""
    for name in (path.name, f"{path.name}-journal"):
        path.with_name(name).unlink(missing_ok=True)

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
from collections.abc import Iterator, Mapping
from itertools import chain
from pathlib import Path
from typing import Any

from kliping.index import Stat, code_version

NAME = "ledger.sqlite"
_SETTINGS = ("synchronous = NORMAL", "cache_size = -16000", "temp_store = MEMORY")
_SCHEMA = """
CREATE TABLE known (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE listed (folder TEXT PRIMARY KEY, names BLOB, stats BLOB) WITHOUT ROWID;
CREATE TABLE articles (
    path TEXT PRIMARY KEY, id TEXT, saved TEXT, edited INTEGER, hash TEXT, words TEXT, problem TEXT
) WITHOUT ROWID;
CREATE INDEX article_ids ON articles (id);
CREATE TABLE saves (page TEXT, path TEXT, PRIMARY KEY (page, path)) WITHOUT ROWID;
"""
_BROKEN = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
_NO_ROOM = (
    sqlite3.SQLITE_FULL, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_IOERR,
)  # fmt: skip


class Broken(Exception):
    """The file is no ledger, or only a part of one: it is to be begun anew."""


class Ledger:
    """The open ledger of one run. Nothing is written to its file before `commit`."""

    def __init__(self, path: Path, fresh: bool = False, copied: bool = False) -> None:
        """Open the ledger in a file; `fresh` begins a new one, `copied` leaves the file as it is, whatever comes."""
        self._path = path
        self.sql = _copy(path, fresh) if copied else self._opened(fresh)
        written = self.get("written")
        self.written: int = written or 0  # nanoseconds; a file as young as that may have changed unseen
        self._begun = self.sql.total_changes if written else -1

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
        self.sql.execute("INSERT OR REPLACE INTO known VALUES (?, ?)", (name, json.dumps(value, ensure_ascii=False)))

    def listed(self, folder: str) -> dict[str, Stat]:
        """The files of a folder as the last run left them. They lie in one piece, for every run compares them all."""
        row = self.sql.execute("SELECT names, stats FROM listed WHERE folder = ?", (folder,)).fetchone()
        if not row or not row[0]:
            return {}
        names = row[0].decode("utf-8", "surrogateescape").split("\0")
        return dict(zip(names, struct.iter_unpack("4q", row[1]), strict=True))

    def list(self, folder: str, files: Mapping[str, Stat]) -> None:
        names = "\0".join(files).encode("utf-8", "surrogateescape")
        stats = struct.pack(f"{4 * len(files)}q", *chain.from_iterable(files.values()))
        self.sql.execute("INSERT OR REPLACE INTO listed VALUES (?, ?, ?)", (folder, names, stats))

    def commit(self) -> None:
        """Write what was learned, if anything was."""
        with self.guarded():
            if self.sql.total_changes != self._begun:
                self.put("written", time.time_ns())
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
    if not sql.execute("SELECT 1 FROM sqlite_master").fetchone():
        for statement in filter(str.strip, _SCHEMA.split(";")):
            sql.execute(statement)
        sql.execute("INSERT INTO known VALUES ('code', ?)", (json.dumps(code_version()),))
        return sql
    code = sql.execute("SELECT value FROM known WHERE name = 'code'").fetchone()
    if code and code[0] == json.dumps(code_version()):
        return sql
    sql.close()
    return None


def remove(path: Path) -> None:
    """Remove a ledger, the file before its journal: an empty file takes no other's journal for its own."""
    for name in (path.name, f"{path.name}-journal"):
        path.with_name(name).unlink(missing_ok=True)

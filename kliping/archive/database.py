"""The state of the cleaning half: one SQLite file in the state folder.

A run commits all it learned at its end, in one go; a run that is killed leaves what the one before knew. Deleting the
file costs time, never truth: the next run reads every page again.
"""

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

from kliping.locale import language
from kliping.system.files import Stat, code_version

NAME = "ledger.sqlite"
_TICK = 10_000_000  # nanoseconds; file systems tell times no finer than that, some much coarser
_NEVER = (-1, 0, 0, 0)  # the stat of no file
_SETTINGS = ("synchronous = NORMAL", "cache_size = -16000", "temp_store = MEMORY")
_SCHEMA = """
CREATE TABLE state (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE listed (folder TEXT PRIMARY KEY, names BLOB, stats BLOB) WITHOUT ROWID;
CREATE TABLE pages (
    number INTEGER PRIMARY KEY, name TEXT UNIQUE, hash TEXT, key TEXT, profile TEXT, recognition TEXT,
    id TEXT, rejected TEXT, withdrawn TEXT, taken TEXT, mentioned TEXT,
    text TEXT, outlet_name TEXT, headline TEXT, address TEXT, day TEXT, corrected INTEGER, given INTEGER
);
CREATE INDEX pages_rejected ON pages (name) WHERE rejected IS NOT NULL;
CREATE INDEX pages_taken ON pages (name) WHERE taken IS NOT NULL;
CREATE TABLE sketches (number INTEGER PRIMARY KEY, sketch BLOB);
CREATE TABLE keys (key INTEGER, number INTEGER, PRIMARY KEY (key, number)) WITHOUT ROWID;
CREATE TABLE sidecars (name TEXT, problem TEXT);
CREATE INDEX sidecar_names ON sidecars (name);
CREATE TABLE files (
    path TEXT PRIMARY KEY, id TEXT, saved TEXT, edited INTEGER, hash TEXT, words TEXT, problem TEXT,
    withdrawn TEXT, notice TEXT, day TEXT, election TEXT, missing TEXT
) WITHOUT ROWID;
CREATE INDEX file_ids ON files (id);
CREATE INDEX files_edited ON files (path) WHERE edited AND saved IS NOT NULL;
CREATE INDEX files_broken ON files (path) WHERE problem IS NOT NULL;
CREATE INDEX files_withdrawn ON files (path) WHERE withdrawn IS NOT NULL;
CREATE INDEX files_strange ON files (path) WHERE notice IS NOT NULL;
CREATE INDEX files_by_day ON files (day) WHERE day IS NOT NULL;
CREATE INDEX files_by_hand ON files (path)
    WHERE saved IS NULL AND problem IS NULL AND withdrawn IS NULL AND notice IS NULL;
CREATE TABLE saves (page TEXT, path TEXT, PRIMARY KEY (page, path)) WITHOUT ROWID;
CREATE TABLE articles (
    page TEXT PRIMARY KEY, id TEXT, saved TEXT, also TEXT, path TEXT, source TEXT, fields TEXT, election TEXT,
    notes TEXT, questions TEXT, edit TEXT
) WITHOUT ROWID;
CREATE INDEX article_ids ON articles (id);
CREATE INDEX article_paths ON articles (path);
CREATE INDEX article_fields ON articles (source, fields);
CREATE INDEX article_elections ON articles (election);
CREATE INDEX articles_asked ON articles (page) WHERE questions <> '';
"""
_BROKEN = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
_NO_ROOM = (
    sqlite3.SQLITE_FULL, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_IOERR,
)  # fmt: skip


def file_name() -> str:
    """The name of the file, one for each language of messages: reasons stand in it as people read them."""
    return NAME if language() == "en" else f"ledger.{language()}.sqlite"


class Broken(Exception):
    """The file is no database of ours, or only a part of one: it is to be begun anew."""


class Database:
    """The open database of one run. Nothing is written to its file before `commit`."""

    def __init__(self, path: Path, fresh: bool = False, copied: bool = False) -> None:
        """Open the file; `fresh` begins a new one, `copied` works on a copy in memory and leaves the file as it is."""
        self._path = path
        self.sql = _copy(path, fresh) if copied else self._open(fresh)
        self._begun = self.sql.total_changes

    def _open(self, fresh: bool) -> sqlite3.Connection:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        if not fresh:
            with contextlib.suppress(Broken), self.guarded():
                return _connect(self._path)
        remove(self._path)
        with self.guarded():
            return _connect(self._path)

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
        """The value kept under a name; None where there is none."""
        row = self.sql.execute("SELECT value FROM state WHERE name = ?", (name,)).fetchone()
        return row and json.loads(row[0])

    def put(self, name: str, value: Any) -> None:
        """Keep a value (of JSON) under a name."""
        if self.get(name) != value:
            text = json.dumps(value, ensure_ascii=False)
            self.sql.execute("INSERT OR REPLACE INTO state VALUES (?, ?)", (name, text))

    def compare(self, folder: str, files: Mapping[str, Stat]) -> tuple[Collection[str], Collection[str]]:
        """Names of files that are new or changed since `note`, or may be, and names of those that are gone.

        All stats of a folder lie in one piece, for every run compares them all.
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
        changed = {name for name, stat in zip(files, _each(stats), strict=True) if known.get(name) != stat}
        return changed, sorted(known.keys() - files.keys())

    def note(self, folder: str, files: Mapping[str, Stat], read: Collection[str], gone: Collection[str]) -> None:
        """Keep the stats of a folder's files, of which some were read and some are gone.

        A file as young as this note may change once more without looking otherwise, so it will be read again.
        """
        if not (read or gone):
            return
        young = time.time_ns() - _TICK
        doubtful = {name for name in read if name in files and max(files[name][1:3]) >= young}
        stats = {name: _NEVER if name in doubtful else stat for name, stat in files.items()} if doubtful else files
        self.sql.execute("INSERT OR REPLACE INTO listed VALUES (?, ?, ?)", (folder, *_packed(stats)))

    @property
    def changed(self) -> bool:
        """Whether this run learned anything."""
        return self.sql.total_changes > self._begun

    def commit(self) -> None:
        """Write what was learned, if anything was."""
        with self.guarded():
            self.sql.execute("COMMIT")

    def close(self) -> None:
        """Close the file; what is not committed is lost."""
        self.sql.close()


def _connect(path: Path) -> sqlite3.Connection:
    """A connection in a transaction. Raises Broken where the file was made by other code, sqlite3.DatabaseError.

    SQLite lets nobody but the owner write to a new file; made here, it is the group's too where the folder's are.
    """
    path.touch()
    sql = sqlite3.connect(path, isolation_level=None, timeout=10)
    try:
        for setting in _SETTINGS:
            sql.execute(f"PRAGMA {setting}")
        sql.execute("BEGIN IMMEDIATE")
        _prepare(sql)
    except BaseException:
        sql.close()
        raise
    return sql


def _copy(path: Path, fresh: bool) -> sqlite3.Connection:
    """The content of a file, in memory; an empty database where it cannot be read or is not wanted."""
    sql = sqlite3.connect(":memory:", isolation_level=None)
    try:
        if path.exists() and not fresh:
            with contextlib.closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as file:
                file.backup(sql)
        _prepare(sql)
    except (sqlite3.DatabaseError, Broken):
        sql.close()
        return _copy(path, fresh=True)
    return sql


def _prepare(sql: sqlite3.Connection) -> None:
    """Make the tables of a new database. Raises Broken where other code made the tables that are there."""
    tables = {row[0] for row in sql.execute("SELECT name FROM sqlite_master")}
    code = json.dumps(code_version())
    if not tables:
        for statement in filter(str.strip, _SCHEMA.split(";")):
            sql.execute(statement)
        sql.execute("INSERT INTO state VALUES ('code', ?)", (code,))
    elif "state" not in tables or sql.execute("SELECT value FROM state WHERE name = 'code'").fetchone() != (code,):
        raise Broken


def _names(names: bytes) -> list[str]:
    return names.decode("utf-8", "surrogateescape").split("\0")


def _each(stats: bytes) -> Iterator[tuple[bytes]]:
    return struct.iter_unpack("32s", stats)


def _packed(files: Mapping[str, Stat]) -> tuple[bytes, bytes]:
    names = "\0".join(files).encode("utf-8", "surrogateescape")
    return names, struct.pack(f"{4 * len(files)}q", *chain.from_iterable(files.values()))


def remove(path: Path) -> None:
    """Remove a database, the file before its journal: an empty file takes no other's journal for its own."""
    for name in (path.name, f"{path.name}-journal"):
        path.with_name(name).unlink(missing_ok=True)

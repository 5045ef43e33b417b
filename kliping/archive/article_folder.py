"""The folder of articles as it stands: what each Markdown file is, and whether somebody edited it."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from kliping.archive import sheet
from kliping.archive.database import Database
from kliping.archive.sheet import ArticleFile
from kliping.system.files import Stat, markdown_files, stat_tuple, write_atomic
from kliping.system.hashing import content_hash

if TYPE_CHECKING:
    from kliping.article.fields import Article

_COLUMNS = "path, id, saved, edited, hash, words, problem"
_BATCH = 1000  # files


@dataclass
class ArticleFolder:
    """The articles of a folder, known by the ledger."""

    folder: Path
    ledger: Database
    touched: set[str] = field(default_factory=set)  # files with other bytes than the last run left there
    met: list[ArticleFile] = field(default_factory=list)  # what these were, and what they are
    unfit: list[str] = field(default_factory=list)  # files whose names cannot be told
    _more_by_hand: int = 0  # than before this run

    def look(self) -> None:
        """Read what is new or changed in the folder."""
        self._files: dict[str, Stat] = markdown_files(self.folder)
        read, gone = self.ledger.compare("articles", self._files)
        self._blank = not self.ledger.sql.execute("SELECT 1 FROM articles").fetchone()
        self.unfit = sorted(path for path in read if not _is_unicode(path))
        for path in self.unfit:
            del self._files[path]
        self._read, self._gone = set(read) - set(self.unfit), set(gone)
        for path in sorted(gone):
            self._touch(path, self._forget(path))
        top, names = str(self.folder), sorted(self._read)
        for start in range(0, len(names), _BATCH):
            self._keep([self._look_at(top, path) for path in names[start : start + _BATCH]])

    def _look_at(self, top: str, path: str) -> ArticleFile:
        """What a file is now."""
        found = sheet.read(path, _bytes(f"{top}/{path}", self._files[path][0]))
        before = None if self._blank else self._forget(path)
        if not before or before.hash != found.hash:
            self._touch(path, before, found)
        return found

    def _touch(self, path: str, *met: ArticleFile | None) -> None:
        self.touched.add(path)
        self.met += filter(None, met)

    def get(self, path: str) -> ArticleFile | None:
        return next(self._where("path = ?", path), None)

    def by_id(self, article_id: str) -> ArticleFile | None:
        return next(self._where("id = ? ORDER BY path DESC", article_id), None)

    def of_page(self, name: str) -> ArticleFile | None:
        """The article that a saved page is a save of."""
        row = self.ledger.sql.execute("SELECT max(path) FROM saves WHERE page = ?", (name,)).fetchone()
        return self.get(row[0]) if row[0] else None

    def edited(self) -> Iterator[ArticleFile]:
        """The articles written by clean that somebody edited, in order of path."""
        return self._where("edited AND saved IS NOT NULL ORDER BY path")

    @property
    def ours_met(self) -> set[str]:
        """Files with other bytes than the last run left there, that are or were written by clean."""
        return {found.path for found in self.met if found.ours}

    @property
    def ours(self) -> int:
        """How many articles were written by clean."""
        return int(self.ledger.sql.execute("SELECT count(*) FROM articles WHERE saved IS NOT NULL").fetchone()[0])

    def problems(self) -> Iterator[str]:
        """What is wrong with files of the folder."""
        yield from (f"{path!r}: has a name that cannot be shown; rename it" for path in self.unfit)
        yield from (f"{found.path}: {found.problem}" for found in self._where("problem IS NOT NULL ORDER BY path"))

    @property
    def by_hand(self) -> int:
        """How many articles were written by hand."""
        return int(self.ledger.get("by hand") or 0) + self._more_by_hand

    def belongs_to_others(self, article_id: str, saved: Iterable[str]) -> bool:
        found = self.by_id(article_id)
        return found is not None and set(found.saved).isdisjoint(saved)

    def untouched(self, path: str) -> bool:
        """Whether a file is there, byte for byte as clean wrote it."""
        found = None if path in self.touched else self.get(path)
        return bool(found and not found.edited and not found.problem)

    def named(self, file: Path) -> ArticleFile | None:
        """The article of a path, given from anywhere or below this folder."""
        inside, folder = file.resolve(), self.folder.resolve()
        return self.get((inside.relative_to(folder) if inside.is_relative_to(folder) else file).as_posix())

    def forget_edit(self, found: ArticleFile) -> None:
        """Take a file for unedited, so that it is written anew."""
        self.ledger.sql.execute("UPDATE articles SET edited = 0, problem = NULL WHERE path = ?", (found.path,))
        self._touch(found.path, found)

    def broken(self, article_id: str) -> bool:
        """Whether a file named after this id is there that cannot be read: it may not get a second one beside it."""
        return article_id in self._broken

    @cached_property
    def _broken(self) -> set[str]:
        return {Path(found.path).stem for found in self._where("problem IS NOT NULL")}

    def put(self, path: str, article: Article, text: str, words: str, dry_run: bool) -> bool:
        """Write an article (not in a dry run); False where the same bytes stand there already.

        `text` is its Markdown, `words` the hash over its words.
        """
        data = text.encode()
        file, content = self.folder / path, content_hash(data)
        known = self.get(path)
        if known and known.hash == content:
            return False
        if dry_run:
            return True
        write_atomic(file, data)
        self._forget(path)
        self._keep([ArticleFile(path, article.id, article.saved, False, content, words)])
        self._files[path] = stat_tuple(os.lstat(file))
        self._read.add(path)
        return True

    def remove(self, path: str) -> None:
        (self.folder / path).unlink(missing_ok=True)
        self._forget(path)
        self._files.pop(path, None)
        self._gone.add(path)

    def save(self) -> None:
        """Let the ledger know the files as they are now."""
        if self._read or self._gone:
            self.ledger.put("by hand", self.by_hand)
            self.ledger.note("articles", self._files, self._read, self._gone)

    def _where(self, condition: str, *values: str) -> Iterator[ArticleFile]:
        for row in self.ledger.sql.execute(f"SELECT {_COLUMNS} FROM articles WHERE {condition}", values):  # noqa: S608
            path, known, saved, edited, content, words, problem = row
            yield ArticleFile(
                path, known, tuple(json.loads(saved)) if saved else (), bool(edited), content, words, problem
            )

    def _forget(self, path: str) -> ArticleFile | None:
        """Take a file out of the ledger; gives what was known of it."""
        found = self.get(path)
        if found:
            self._more_by_hand -= found.by_hand
            self.ledger.sql.execute("DELETE FROM articles WHERE path = ?", (path,))
            self.ledger.sql.executemany("DELETE FROM saves WHERE page = ? AND path = ?", _saves([found]))
        return found

    def _keep(self, found: list[ArticleFile]) -> None:
        self._more_by_hand += sum(one.by_hand for one in found)
        rows = [(*one[:2], json.dumps(one.saved) if one.saved else None, *one[3:]) for one in found]
        self.ledger.sql.executemany("INSERT INTO articles VALUES (?, ?, ?, ?, ?, ?, ?)", rows)
        self.ledger.sql.executemany("INSERT OR IGNORE INTO saves VALUES (?, ?)", _saves(found))


def _saves(found: Iterable[ArticleFile]) -> list[tuple[str, str]]:
    return [(name, one.path) for one in found for name in one.saved]


def _is_unicode(name: str) -> bool:
    return name.isascii() or name.encode("utf-8", "replace").decode() == name


def _bytes(path: str, size: int) -> bytes:
    """The bytes of a file that was of this size a moment ago."""
    file = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    try:
        data = os.read(file, size + 1)
    finally:
        os.close(file)
    return data if len(data) == size else Path(path).read_bytes()

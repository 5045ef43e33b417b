"""The rows of an articles folder: a file is read again when its stat has changed, and is news when its hash has."""

from __future__ import annotations

import contextlib
import time
from pathlib import Path

import msgspec
from markupsafe import Markup

from kliping.article import frontmatter
from kliping.site.model.article_row import ArticleRow
from kliping.site.render import filters
from kliping.site.sources import markdown_files
from kliping.site.sources.article_reader import Invalid, read_row
from kliping.system import workers
from kliping.system.errors import Exit, Stop
from kliping.system.files import Stat, code_version, moved_on, write_whole
from kliping.system.hashing import content_hash
from kliping.text.unicode import plain

_TICK = 20_000_000  # nanoseconds by which a file system's clock may lag


class IndexedFile(msgspec.Struct, array_like=True, gc=False):
    """What one file was found to hold: a row, or why it is none."""

    stat: Stat
    hash: str
    row: ArticleRow | None = None
    problem: str | None = None


class _Kept(msgspec.Struct, array_like=True):
    code: str
    written: int  # nanoseconds; a file as young as this may have changed unseen
    files: dict[str, IndexedFile]


class ArticleSource:
    """The articles of a folder, kept in the state folder between builds."""

    def __init__(self, folder: Path, state: Path | None = None, fresh: bool = False) -> None:
        """Without a state folder, or with `fresh`, every file is read."""
        self._folder, self._file = str(folder), state and state / "rows"
        self._known, self._written = ({}, 0) if fresh else self._load()
        self.problems: list[str] = []
        self._found: dict[str, IndexedFile] = {}
        self._passed: dict[str, str] = {}  # what looks like an article and is none -> why
        self._looked = 0
        self._news = False

    def rows(self) -> list[ArticleRow]:
        """Every article that can be shown, newest first; `problems` then names the others."""
        self._looked = time.time_ns() - _TICK
        stats, self._passed = markdown_files.find(Path(self._folder))
        known = self._known
        changed, gone = moved_on({name: entry.stat for name, entry in known.items()}, stats, self._written)
        news = dict(zip(changed, workers.each(self._read, changed), strict=True))
        for name, found in news.items():
            if found is not None:
                found.stat = stats[name]
        self._news = bool(changed or gone)
        if self._news:
            merged = {name: news[name] if name in news else known[name] for name in stats}
            self._found = {name: found for name, found in merged.items() if found is not None}
        else:
            self._found = known
        return self._sorted()

    def save(self) -> None:
        """Keep what was found, if it is news."""
        if self._news and self._file:
            kept = _Kept(code_version(), self._looked, self._found)
            write_whole(self._file, msgspec.msgpack.encode(kept))

    def text(self, row: ArticleRow) -> str:
        """The text of an article below its front matter. Raises Stop where its file is no longer what was read."""
        with contextlib.suppress(OSError, frontmatter.Unreadable):
            data, stat = markdown_files.read(f"{self._folder}/{row.file}")
            if stat == self._found[row.file].stat:
                return plain(frontmatter.split(data.decode())[1])
        raise Stop(f"{row.file}: was changed or removed while the site was built; run the build again", Exit.FAILED)

    def html(self, row: ArticleRow) -> Markup:
        """The text of an article as HTML."""
        return filters.html(self.text(row))

    def _load(self) -> tuple[dict[str, IndexedFile], int]:
        with contextlib.suppress(OSError, msgspec.DecodeError):
            if self._file is None:
                return {}, 0
            kept = msgspec.msgpack.decode(self._file.read_bytes(), type=_Kept)
            if kept.code == code_version():
                return kept.files, kept.written
        return {}, 0

    def _read(self, name: str) -> IndexedFile | None:
        """One file as it is now; None where it is gone meanwhile."""
        try:
            data, _ = markdown_files.read(f"{self._folder}/{name}")
        except FileNotFoundError:
            return None
        except frontmatter.Unreadable as error:
            return IndexedFile((0, 0, 0, 0), "", None, str(error))
        except OSError as error:
            return IndexedFile((0, 0, 0, 0), "", None, f"cannot be read ({error.strerror}); check its permissions")
        content, old = content_hash(data), self._known.get(name)
        if old is not None and old.hash == content:
            return old
        try:
            return IndexedFile((0, 0, 0, 0), content, read_row(name, data))
        except (Invalid, frontmatter.Unreadable) as error:
            return IndexedFile((0, 0, 0, 0), content, None, str(error))

    def _sorted(self) -> list[ArticleRow]:
        self.problems += [f"{name}: {why}; it is not on the site" for name, why in self._passed.items()]
        rows: dict[str, ArticleRow] = {}
        for name, found in self._found.items():
            problem, row = found.problem, found.row
            if row is not None and row.id in rows:
                problem = f"has the id of {rows[row.id].file}; give it another `id`"
            elif row is not None:
                rows[row.id] = row
            if problem:
                self.problems.append(f"{name}: {problem}; it is not on the site")
        return sorted(rows.values(), key=lambda row: row.newest)

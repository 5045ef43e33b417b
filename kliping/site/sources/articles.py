"""The rows of an articles folder: a file is read again when its stat has changed, and is news when its hash has."""

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
from kliping.system.files import Stat, changed_files, code_version, write_atomic
from kliping.system.hashing import content_hash
from kliping.text.unicode import plain

_TICK = 20_000_000  # nanoseconds by which a file system's clock may lag


class IndexedFile(msgspec.Struct, array_like=True, gc=False):
    """What one file holds: a row, or why it is none."""

    stat: Stat
    hash: str
    row: ArticleRow | None = None
    problem: str | None = None


class _Index(msgspec.Struct, array_like=True):
    code: str
    written: int  # nanoseconds; a file as young as this may have changed unseen
    files: dict[str, IndexedFile]


class ArticleSource:
    """The articles of a folder, indexed in the state folder between builds."""

    def __init__(self, folder: Path, state: Path | None = None, fresh: bool = False) -> None:
        """Without a state folder, or with `fresh`, every file is read."""
        self._folder, self._file = str(folder), state and state / "rows"
        self._index = _Index(code_version(), 0, {})
        if self._file and not fresh:
            with contextlib.suppress(OSError, msgspec.DecodeError):
                index = msgspec.msgpack.decode(self._file.read_bytes(), type=_Index)
                self._index = index if index.code == code_version() else self._index
        self._has_changed = False
        self.problems: list[str] = []

    def rows(self) -> list[ArticleRow]:
        """Every article that can be shown, newest first; `problems` then names the others."""
        now, files = time.time_ns() - _TICK, self._index.files
        stats, unfit = markdown_files.find(Path(self._folder))
        changed, gone = changed_files({name: file.stat for name, file in files.items()}, stats, self._index.written)
        with workers.each(self._read, changed) as results:
            read = dict(zip(changed, results, strict=True))
        for name, file in read.items():
            if file is not None:
                file.stat = stats[name]
        self._has_changed = bool(changed or gone)
        if self._has_changed:
            every = {name: read[name] if name in read else files[name] for name in stats}
            self._index = _Index(code_version(), now, {name: file for name, file in every.items() if file is not None})
        self.problems += [f"{name}: {reason}; it is not on the site" for name, reason in unfit.items()]
        return self._sorted()

    def save(self) -> None:
        """Write the index, if files have changed."""
        if self._has_changed and self._file:
            write_atomic(self._file, msgspec.msgpack.encode(self._index))

    def text(self, row: ArticleRow) -> str:
        """The text of an article below its front matter. Raises Stop where its file is no longer what was read."""
        with contextlib.suppress(OSError, frontmatter.Unreadable):
            data, stat = markdown_files.read(f"{self._folder}/{row.file}")
            if stat == self._index.files[row.file].stat:
                return plain(frontmatter.split(data.decode())[1])
        raise Stop(f"{row.file}: was changed or removed while the site was built; run the build again", Exit.FAILED)

    def html(self, row: ArticleRow) -> Markup:
        """The text of an article as HTML. Raises Stop as `text` does."""
        return filters.html(self.text(row))

    def _read(self, name: str) -> IndexedFile | None:
        """One file as it is now, without its stat; None where it is gone meanwhile."""
        content = ""
        try:
            data, _ = markdown_files.read(f"{self._folder}/{name}")
            content, old = content_hash(data), self._index.files.get(name)
            if old is not None and old.hash == content:
                return old
            return IndexedFile((0, 0, 0, 0), content, read_row(name, data))
        except FileNotFoundError:
            return None
        except (Invalid, frontmatter.Unreadable) as error:
            return IndexedFile((0, 0, 0, 0), content, None, str(error))
        except OSError as error:
            return IndexedFile((0, 0, 0, 0), "", None, f"cannot be read ({error.strerror}); check its permissions")

    def _sorted(self) -> list[ArticleRow]:
        rows: dict[str, ArticleRow] = {}
        for name, file in self._index.files.items():
            problem, row = file.problem, file.row
            if row is not None and row.id in rows:
                problem = f"has the id of {rows[row.id].file}; give it another `id`"
            elif row is not None:
                rows[row.id] = row
            if problem:
                self.problems.append(f"{name}: {problem}; it is not on the site")
        return sorted(rows.values(), key=lambda row: row.newest)

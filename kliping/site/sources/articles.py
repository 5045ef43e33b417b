"""The rows of an articles folder: a file is read again when its stat has changed, and is news when its hash has."""

import contextlib
import time
from collections.abc import Collection
from pathlib import Path
from typing import Any

import msgspec
from markupsafe import Markup

from kliping.article import file_names, frontmatter
from kliping.locale import _, language
from kliping.site.model.article_row import ArticleRow
from kliping.site.render import filters
from kliping.site.sources import markdown_files
from kliping.site.sources.article_reader import Invalid, Undecided, Withdrawn, read_row
from kliping.system import workers
from kliping.system.errors import Exit, Stop
from kliping.system.files import Stat, changed_files, code_version, write_atomic
from kliping.system.hashing import content_hash
from kliping.text.unicode import plain

_UNKNOWN: Stat = (0, 0, 0, 0)
_TICK = 20_000_000  # nanoseconds by which a file system's clock may lag


class IndexedFile(msgspec.Struct, array_like=True, gc=False):
    """What one file holds: a row, or why it is none; neither where it is not meant as an article, or withdrawn."""

    stat: Stat
    hash: str
    row: ArticleRow | None = None
    problem: str | None = None
    id: str | None = None  # of the article, as far as it can be told; None for what is none
    withdrawn: bool = False  # by its own front matter


class _Index(msgspec.Struct, array_like=True):
    code: str
    written: int  # nanoseconds; a file as young as this may have changed unseen
    files: dict[str, IndexedFile]


class ArticleSource:
    """The articles of a folder, indexed in the state folder between builds."""

    def __init__(self, folder: Path, state: Path | None = None, fresh: bool = False) -> None:
        """Without a state folder, or with `fresh`, every file is read."""
        self._folder, self._file = str(folder), state and state / "rows"
        self._code = f"{code_version()} {language()}"  # what is wrong with files is kept in the language of messages
        self._index = _Index(self._code, 0, {})
        if self._file and not fresh:
            with contextlib.suppress(OSError, msgspec.DecodeError):
                index = msgspec.msgpack.decode(self._file.read_bytes(), type=_Index)
                self._index = index if index.code == self._code else self._index
        self._has_changed = False
        self.problems: list[str] = []

    def rows(self, withheld: Collection[str] = ()) -> list[ArticleRow]:
        """Every article that can be shown, newest first; `problems` then names the others.

        `withheld` are files that are not to be shown, whatever they say.
        """
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
            self._index = _Index(self._code, now, {name: file for name, file in every.items() if file is not None})
        left_out = _("{file}: {reason}; it is not on the site")
        self.problems += [left_out.format(file=name, reason=reason) for name, reason in unfit.items()]
        return self._sorted(withheld)

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
        why = _("{file}: was changed or removed while the site was built; run the build again")
        raise Stop(why.format(file=row.file), Exit.FAILED)

    def html(self, row: ArticleRow) -> Markup:
        """The text of an article as HTML. Raises Stop as `text` does."""
        return filters.html(self.text(row))

    def _read(self, name: str) -> IndexedFile | None:
        """One file as it is now, without its stat; None where it is gone meanwhile."""
        content, data = "", b""
        try:
            data = markdown_files.read(f"{self._folder}/{name}")[0]
            content, old = content_hash(data), self._index.files.get(name)
            if old is not None and old.hash == content:
                return old
            row = read_row(name, data)
            return IndexedFile(_UNKNOWN, content, row, id=row.id)
        except FileNotFoundError:
            return None
        except frontmatter.NoFrontMatter:
            return IndexedFile(_UNKNOWN, content)
        except (Withdrawn, Invalid, frontmatter.Unreadable) as error:
            return _left_out(name, data, content, error)
        except OSError as error:
            problem = _("cannot be read ({reason}); check its permissions").format(reason=error.strerror)
            return IndexedFile(_UNKNOWN, "", None, problem, file_names.id_of({}, name))

    def _sorted(self, withheld: Collection[str]) -> list[ArticleRow]:
        files, names = self._index.files, dict[str, list[str]]()
        for name, file in files.items():
            if file.id is not None:
                names.setdefault(file.id, []).append(name)
        rows, twins = [], dict[str, str]()
        for article_id, same in names.items():
            original = same[0] if len(same) == 1 else file_names.original(article_id, same)
            twins |= {name: original for name in same if name != original and not file_names.is_copy(name, original)}
            row = files[original].row
            if row is not None and not any(files[name].withdrawn or name in withheld for name in same):
                rows.append(row)
        for name, file in files.items():
            problem = file.problem
            if file.row is not None and name in twins:
                problem = _("has the id of {file}; give it another `id`").format(file=twins[name])
            if problem:
                left_out = _("{file}: {reason}; it is not on the site")
                self.problems.append(left_out.format(file=name, reason=problem))
        return sorted(rows, key=lambda row: row.newest)


def _left_out(name: str, data: bytes, content: str, error: Exception) -> IndexedFile:
    """A file of which no row is made. Where it takes its article down, or may do so, no copy of it is shown either."""
    values: dict[str, Any] = {}
    with contextlib.suppress(frontmatter.Unreadable):
        values = frontmatter.read(data)[0]
    problem = None if isinstance(error, Withdrawn) else str(error)
    is_withdrawn = problem is None or isinstance(error, Undecided)
    return IndexedFile(_UNKNOWN, content, None, problem, file_names.id_of(values, name), is_withdrawn)

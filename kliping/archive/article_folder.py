"""The folder of articles: what each Markdown file is, whether somebody edited it, and how articles are written."""

from __future__ import annotations

import datetime
import os
import re
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kliping.archive.article_table import ArticleFile, FileTable
from kliping.archive.database import Database
from kliping.system.files import Stat, markdown_files, stat_tuple, write_atomic
from kliping.system.hashing import content_hash

if TYPE_CHECKING:
    from kliping.article.fields import Article

_BATCH = 1000  # files

# Front matter in the plainest form: no parser is needed to tell that it is sound, and which id it gives.
_TEXT = r'"[^"\\\n]*+"'
_VALUE = rf"(?:null|true|false|\d{{1,18}}|\d{{4}}-\d\d-\d\d|{_TEXT}|\[(?:{_TEXT}(?:, {_TEXT})*+)?\]|\{{\}})"
_PLAIN = rf"---(\n(?:[a-z_]++:(?: {_VALUE}\n|\n(?:(?:  [a-z_]++: {_VALUE}\n)++|(?:  - {_VALUE}\n)++)))*+)---\n"


@dataclass
class ArticleFolder:
    """The Markdown files of a folder, as the table of files knows them."""

    folder: Path
    database: Database
    changed: set[str] = field(default_factory=set)  # paths of files with other bytes than the last run left there
    versions: list[ArticleFile] = field(default_factory=list)  # what these were, and what they are
    unfit: list[str] = field(default_factory=list)  # paths that cannot be printed

    def __post_init__(self) -> None:
        self.table = FileTable(self.database)

    def look(self) -> None:
        """Read the files that are new or changed since the last run."""
        self._files: dict[str, Stat] = markdown_files(self.folder)
        read, gone = self.database.compare("articles", self._files)
        is_new = not self.table
        self.unfit = sorted(path for path in read if not _is_unicode(path))
        for path in self.unfit:
            del self._files[path]
        self._read, self._gone = set(read) - set(self.unfit), set(gone)
        for path in sorted(gone):
            self._note_change(path, self.table.remove(path))
        paths = sorted(self._read)
        for start in range(0, len(paths), _BATCH):
            self.table.add([self._look_at(path, is_new) for path in paths[start : start + _BATCH]])

    def _look_at(self, path: str, is_new: bool) -> ArticleFile:
        file = read_file(path, _bytes(f"{self.folder}/{path}", self._files[path][0]))
        before = None if is_new else self.table.remove(path)
        if not before or before.hash != file.hash:
            self._note_change(path, before, file)
        return file

    def _note_change(self, path: str, *versions: ArticleFile | None) -> None:
        self.changed.add(path)
        self.versions += filter(None, versions)

    @property
    def changed_ours(self) -> set[str]:
        """Paths of changed files that are or were written by clean."""
        return {file.path for file in self.versions if file.saved}

    def is_unchanged(self, path: str) -> bool:
        """Whether a file is there as the last run left it, edited or not."""
        return path not in self.changed and self.table.get(path) is not None

    def problems(self) -> list[str]:
        """What is wrong with files of the folder, as whole sentences."""
        unfit = [f"{path!r}: has a name that cannot be shown; rename it" for path in self.unfit]
        return unfit + [f"{file.path}: {file.problem}" for file in self.table.broken()]

    def find(self, path: Path) -> ArticleFile | None:
        """The file of a path that is given from anywhere or below this folder."""
        absolute, folder = path.resolve(), self.folder.resolve()
        return self.table.get((absolute.relative_to(folder) if absolute.is_relative_to(folder) else path).as_posix())

    def text(self, file: ArticleFile) -> str:
        """The whole text of a file."""
        return (self.folder / file.path).read_text(encoding="utf-8")

    def forget_edit(self, file: ArticleFile) -> None:
        """Take a file for unedited, so that it is written anew."""
        self.table.forget_edit(file.path)
        self._note_change(file.path, file)

    def is_broken(self, article_id: str) -> bool:
        """Whether a file named after this id cannot be read: it may not get a second one beside it."""
        return article_id in self._broken

    @cached_property
    def _broken(self) -> set[str]:
        paths = [*(file.path for file in self.table.broken() if not file.saved), *self.table.strange()]
        return {Path(path).stem for path in paths}

    def write(self, path: str, article: Article, text: str, words: str, dry_run: bool) -> bool:
        """Write an article (not in a dry run); False where the same bytes stand there already.

        `text` is its Markdown, `words` the hash over its words.
        """
        data = text.encode()
        content, before = content_hash(data), self.table.get(path)
        if before and before.hash == content:
            return False
        if not dry_run:
            write_atomic(self.folder / path, data)
            self.table.remove(path)
            day = _day_of(article.date.value, article.saved_on.value)
            self.table.add([ArticleFile(path, article.id, article.saved, False, content, words, day=day)])
            self._files[path] = stat_tuple(os.lstat(self.folder / path))
            self._read.add(path)
        return True

    def remove(self, path: str) -> None:
        """Remove the file of an article."""
        (self.folder / path).unlink(missing_ok=True)
        self.table.remove(path)
        self._files.pop(path, None)
        self._gone.add(path)

    def save(self) -> None:
        """Note the files as they are now."""
        if self._read or self._gone:
            self.database.note("articles", self._files, self._read, self._gone)


def read_file(path: str, data: bytes) -> ArticleFile:
    """What the file of some bytes is. Of an article written by hand less is known."""
    return _plainly_by_hand(path, data) or _parsed(path, data)


@cache
def _plain() -> re.Pattern[str]:
    return re.compile(_PLAIN)


@cache
def _keys() -> frozenset[str]:
    from kliping.article.fields import FIELDS

    return frozenset(field.name for field in FIELDS)


def _plainly_by_hand(path: str, data: bytes) -> ArticleFile | None:
    """An article with plain front matter that names no saved page; None where it takes a parser to tell."""
    from kliping.article import file_names

    try:
        plain = _plain().match(data.decode())
    except UnicodeDecodeError:
        return None
    if not plain:
        return None
    head = plain[1]
    if not set(re.findall(r"^([a-z_]+):", head, re.MULTILINE)) <= _keys():
        return None
    pages = head.count("\nsaved:") - head.count("\nsaved: null\n")
    if pages or not head.replace("\n", "").isprintable():
        return None
    ids = [line.partition("\n")[0] for line in head.split("\nid: ", 2)[1:]]
    if len(ids) > 1 or (ids and ids[0][0] != '"'):
        return None
    days = re.findall(r"^date: (\d{4}-\d\d-\d\d)\n", head, re.MULTILINE)
    day = days[0] if days and not re.search(r"^saved_on: \d", head, re.MULTILINE) else None
    elections = re.findall(r'^election: "([^"\n]+)"\n', head, re.MULTILINE)
    article_id, missing = file_names.id_of({"id": ids[0][1:-1]} if ids else {}, path), _missing(days, elections)
    return ArticleFile(path, article_id, edited=True, day=day, election="".join(elections[:1]), missing=missing)


def _parsed(path: str, data: bytes) -> ArticleFile:
    from kliping.article import file_names, frontmatter, publication
    from kliping.article.kinds import WrongValue
    from kliping.article.values import checked
    from kliping.duplicates import similarity
    from kliping.text import markdown

    try:
        values, body = frontmatter.read(data)
    except frontmatter.NoFrontMatter as error:
        return ArticleFile(path, hash=content_hash(data), notice=str(error))
    except frontmatter.Unreadable as error:
        return ArticleFile(path, hash=content_hash(data), problem=str(error))
    edited = not frontmatter.is_unedited(values, body, data)
    file = ArticleFile(path, file_names.id_of(values, path), _names(values.get("saved")), edited)
    try:
        file = file._replace(withdrawn=publication.withdrawal(values))
        told = checked(values)
        day, election = _day_of(told["date"], told["saved_on"]), told["election"]
        file = file._replace(day=day, election=election or "", missing=_missing(told["date"], election))
    except WrongValue as error:
        file = file if file.withdrawn else file._replace(problem=str(error))
    if not file.saved:
        return file
    words = similarity.text_of(markdown.unescape(body).split("\n\n"))
    return file._replace(hash=content_hash(data), words=words)


def _missing(date: object, election: object) -> str:
    """Which of two facts have no value, with blanks between."""
    return " ".join(name for name, value in (("date", date), ("election", election)) if not value)


def _day_of(date: datetime.date | None, saved_on: datetime.date | None) -> str | None:
    """A date as text, where nothing tells when the page was saved."""
    return date.isoformat() if date and not saved_on else None


def _names(value: Any) -> tuple[str, ...]:
    if isinstance(value, list):
        return tuple(map(str, value))
    return (value,) if isinstance(value, str) and value else ()


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

"""Tables `files` (the Markdown files of the articles folder) and `articles` (what the last run made of which pages)."""

import json
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from kliping.archive.database import Database

_FILE = "path, id, saved, edited, hash, words, problem, withdrawn, notice, day, election, missing"

_BY_HAND = "saved IS NULL AND problem IS NULL AND withdrawn IS NULL AND notice IS NULL"


class ArticleFile(NamedTuple):
    """One Markdown file: written by clean where it has saved pages, and `edited` where its stamp no longer fits."""

    path: str  # below the articles folder
    id: str | None = None
    saved: tuple[str, ...] = ()  # saved pages; none: written by hand
    edited: bool = False
    hash: str = ""  # over its bytes; of those written by clean only
    words: str = ""  # hash over its words; of those written by clean only
    problem: str | None = None  # why it is not published, or cannot be read
    withdrawn: str | None = None  # what in it takes the article down
    notice: str | None = None  # what it is, where it is not meant as an article
    day: str | None = None  # its date, where nothing tells when its page was saved
    election: str = ""  # as it names it
    missing: str = ""  # of date and election those that it gives no value, with blanks between


class WrittenArticle(NamedTuple):
    """What a run made of a cluster of pages, known by the page it was read from."""

    page: str
    id: str
    saved: str  # JSON list of the cluster's pages
    also: str  # JSON list of ids of copies
    path: str  # below the articles folder
    source: str  # the outlet; empty where it is not known
    fields: str  # names of the fields that were given a value, with blanks between
    election: str  # id; empty where there is none
    notes: str = "[]"  # JSON list of its review notes
    questions: str = ""  # sidecar lines for the curator to settle
    edit: str = ""  # sidecar lines that would keep the hand edit of its file


class FileTable:
    """Markdown files by path."""

    def __init__(self, database: Database) -> None:
        self._sql = database.sql

    def __bool__(self) -> bool:
        return bool(self._sql.execute("SELECT 1 FROM files").fetchone())

    def get(self, path: str) -> ArticleFile | None:
        """The file at a path."""
        return next(self._where("path = ?", path), None)

    def with_id(self, article_id: str) -> ArticleFile | None:
        """The file of an article."""
        return next(self._where("id = ? ORDER BY path DESC", article_id), None)

    def of_page(self, name: str) -> ArticleFile | None:
        """The file of the article that a saved page is a save of."""
        row = self._sql.execute("SELECT max(path) FROM saves WHERE page = ?", (name,)).fetchone()
        return self.get(row[0]) if row[0] else None

    def paths_of_pages(self, names: Iterable[str]) -> set[str]:
        """Paths of all files that name one of these saved pages."""
        query = "SELECT path FROM saves WHERE page IN (SELECT value FROM json_each(?))"
        return {row[0] for row in self._sql.execute(query, (json.dumps([*names]),))}

    def edited(self) -> Iterator[ArticleFile]:
        """The files written by clean that somebody edited, in order of path."""
        return self._where("edited AND saved IS NOT NULL ORDER BY path")

    def broken(self) -> list[ArticleFile]:
        """The files that cannot be read, in order of path."""
        return [*self._where("problem IS NOT NULL ORDER BY path")]

    def elections(self) -> set[str]:
        """The elections named by files whose facts are not those that clean found: written by hand, or edited."""
        query = "SELECT DISTINCT election FROM files WHERE edited AND election <> ''"
        return {row[0] for row in self._sql.execute(query)}

    def unfinished(self) -> dict[str, list[str]]:
        """Path of each article written by hand that has no date or no election -> which of them."""
        return {file.path: file.missing.split() for file in self._where(f"missing <> '' AND {_BY_HAND} ORDER BY path")}

    def count_ours(self) -> int:
        """How many files were written by clean."""
        return int(self._sql.execute("SELECT count(*) FROM files WHERE saved IS NOT NULL").fetchone()[0])

    def count_by_hand(self) -> int:
        """How many files were written by hand."""
        return int(self._sql.execute(f"SELECT count(*) FROM files WHERE {_BY_HAND}").fetchone()[0])  # noqa: S608

    def withdrawn(self) -> dict[str, str]:
        """Path of each article that its own file takes down -> what does so."""
        return {file.path: file.withdrawn or "" for file in self._where("withdrawn IS NOT NULL ORDER BY path")}

    def strange(self) -> dict[str, str]:
        """Path of each file that is not meant as an article -> what it is."""
        return {file.path: file.notice or "" for file in self._where("notice IS NOT NULL ORDER BY path")}

    def ahead(self, day: str) -> dict[str, str]:
        """Path of each article with a date after this day -> its date."""
        return {file.path: file.day or "" for file in self._where("day > ? ORDER BY path", day)}

    def copies(self) -> dict[str, str]:
        """Path of each copy that a conflict left -> path of its original."""
        rows = self._sql.execute("SELECT id FROM files WHERE id IS NOT NULL GROUP BY id HAVING count(*) > 1").fetchall()
        found: dict[str, str] = {}
        if not rows:
            return found
        from kliping.article import file_names  # few folders need it, and all wait for what is loaded

        for (article_id,) in rows:
            paths = [file.path for file in self._where("id = ?", article_id)]
            original = file_names.original(article_id, paths)
            found |= {path: original for path in paths if file_names.is_copy(path, original)}
        return found

    def add(self, files: list[ArticleFile]) -> None:
        """Add files that are not in the table."""
        rows = [(*file[:2], json.dumps(file.saved) if file.saved else None, *file[3:]) for file in files]
        self._sql.executemany(f"INSERT INTO files VALUES ({', '.join('?' * 12)})", rows)  # noqa: S608
        self._sql.executemany("INSERT OR IGNORE INTO saves VALUES (?, ?)", _saves(files))

    def remove(self, path: str) -> ArticleFile | None:
        """Remove a file from the table; returns what was known of it."""
        file = self.get(path)
        if file:
            self._sql.execute("DELETE FROM files WHERE path = ?", (path,))
            self._sql.executemany("DELETE FROM saves WHERE page = ? AND path = ?", _saves([file]))
        return file

    def forget_edit(self, path: str) -> None:
        """Take a file for unedited and sound, so that it is written anew."""
        query = "UPDATE files SET edited = 0, problem = NULL, notice = NULL, withdrawn = NULL WHERE path = ?"
        self._sql.execute(query, (path,))

    def _where(self, condition: str, *values: str) -> Iterator[ArticleFile]:
        for row in self._sql.execute(f"SELECT {_FILE} FROM files WHERE {condition}", values):  # noqa: S608
            path, article_id, saved, edited, *rest = row
            yield ArticleFile(path, article_id, tuple(json.loads(saved)) if saved else (), bool(edited), *rest)


def _saves(files: Iterable[ArticleFile]) -> list[tuple[str, str]]:
    return [(name, file.path) for file in files for name in file.saved]


class ArticleTable:
    """Articles by the page each is read from, as the last run made them."""

    def __init__(self, database: Database) -> None:
        self._sql = database.sql

    def of_pages(self, names: Iterable[str]) -> dict[str, WrittenArticle]:
        """The articles that are read from some pages, by page."""
        query = "SELECT * FROM articles WHERE page IN (SELECT value FROM json_each(?))"
        return {row[0]: WrittenArticle(*row) for row in self._sql.execute(query, (json.dumps([*names]),))}

    def pages_of(self, path: str, article_id: str | None) -> set[str]:
        """The pages from which articles of this path or id are read."""
        query = "SELECT page FROM articles WHERE path = ? OR id = ?"
        return {row[0] for row in self._sql.execute(query, (path, article_id))}

    def replace(self, pages: Iterable[str], articles: Iterable[WrittenArticle]) -> None:
        """Put articles in the place of those that were read from some pages."""
        self._sql.executemany("DELETE FROM articles WHERE page = ?", [(page,) for page in pages])
        self._sql.executemany(f"INSERT INTO articles VALUES ({', '.join('?' * 11)})", articles)  # noqa: S608

    def edit(self, file: ArticleFile) -> str | None:
        """The sidecar lines that would keep a file's hand edit; None where no article belongs to the file."""
        query = "SELECT edit FROM articles WHERE path = ? OR (id = ? AND edit <> '') ORDER BY edit DESC"
        row = self._sql.execute(query, (file.path, file.id)).fetchone()
        return str(row[0]) if row else None

    def __len__(self) -> int:
        return int(self._sql.execute("SELECT count(*) FROM articles").fetchone()[0])

    def any_about(self, election: str) -> bool:
        """Whether an article is about an election."""
        return bool(self._sql.execute("SELECT 1 FROM articles WHERE election = ?", (election,)).fetchone())

    def any_of_year(self, year: int) -> bool:
        """Whether an article is of a year."""
        between = (f"{year}/", f"{year}0")  # 0 comes next behind the slash
        return bool(self._sql.execute("SELECT 1 FROM articles WHERE path > ? AND path < ?", between).fetchone())

    def fields(self) -> Iterator[tuple[str, str, int]]:
        """Outlet, fields that were given a value, and how many articles there are of both."""
        return self._sql.execute("SELECT source, fields, count(*) FROM articles GROUP BY source, fields")

    def asked(self) -> Iterator[WrittenArticle]:
        """The articles with something to settle, in order of their pages."""
        return (
            WrittenArticle(*row)
            for row in self._sql.execute("SELECT * FROM articles WHERE questions <> '' ORDER BY page")
        )

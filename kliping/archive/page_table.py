"""Table `pages`: one row per saved page (hash, cache key, outlet, id, what is compared of its article), and `keys`."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from kliping.archive.database import Database

Row = dict[str, Any]  # columns by name; a fact that is missing is left out

# What is compared of two articles, beside their sketches.
MARKS = ("text", "outlet_name", "headline", "address", "day", "corrected", "given")
_COLUMNS = (
    "number", "name", "hash", "key", "profile", "recognition", "id", "rejected", "withdrawn", "mentioned", *MARKS,
)  # fmt: skip
_COMPARED = ("number", "name", "withdrawn", "sketch", *MARKS)
_NULLS = frozenset((*MARKS, "profile"))  # columns in which null is an answer


class PageTable:
    """Saved pages by name. A page whose content changed is another page: its row is removed and added anew."""

    def __init__(self, database: Database) -> None:
        self._sql = database.sql

    def get(self, name: str) -> Row | None:
        """The row of a page, its sketch left out; None where the page is not known."""
        query = f"SELECT {', '.join(_COLUMNS)} FROM pages WHERE name = ?"  # noqa: S608
        values = self._sql.execute(query, (name,)).fetchone()
        return _row(_COLUMNS, values) if values else None

    def add(self, name: str, row: Mapping[str, Any]) -> int:
        """Add a page, with the sketch of its article if it holds one; returns the number of its row."""
        values = {column: row[column] for column in _COLUMNS[2:] if column in row}
        values |= {"name": name, "taken": row.get("withdrawn")}
        marks = ", ".join("?" for _ in values)
        added = self._sql.execute(f"INSERT INTO pages ({', '.join(values)}) VALUES ({marks})", (*values.values(),))  # noqa: S608
        number = int(added.lastrowid or 0)
        if "sketch" in row:
            self._sql.execute("INSERT INTO sketches VALUES (?, ?)", (number, row["sketch"]))
        return number

    def remove(self, row: Row) -> list[int]:
        """Remove a page by its row; returns the keys by which similar pages met it."""
        number, keys = row["number"], []
        if "text" in row:
            from kliping.duplicates.clusters import keys as keys_of

            keys = [key for whole in self.compared([number]) for key in keys_of(whole)]
        self._sql.execute("DELETE FROM pages WHERE number = ?", (number,))
        self._sql.execute("DELETE FROM sketches WHERE number = ?", (number,))
        self._sql.executemany("DELETE FROM keys WHERE key = ? AND number = ?", [(key, number) for key in keys])
        return keys

    def add_keys(self, keys: Mapping[int, Sequence[int]]) -> None:
        """Add the keys by which similar pages meet: row number -> keys.

        The first key of each page comes first, then the second of each, sorted: a table grows fastest in its order.
        """
        for place in range(max(map(len, keys.values()), default=0)):
            column = [(own[place], number) for number, own in keys.items() if place < len(own)]
            self._sql.executemany("INSERT INTO keys VALUES (?, ?)", sorted(column))

    def set_recognition(self, name: str, recognition: str) -> None:
        """Note by which rules a page's outlet was recognised, the outlet being the same."""
        self._sql.execute("UPDATE pages SET recognition = ? WHERE name = ?", (recognition, name))

    def set_id(self, name: str, article_id: str) -> None:
        """Note the id of the article that is read from a page."""
        self._sql.execute("UPDATE pages SET id = ? WHERE name = ?", (article_id, name))

    def set_taken(self, reasons: Mapping[str, str | None]) -> None:
        """Note why pages are not published, be it for another save of their article; None where they are."""
        values = [(why, name) for name, why in reasons.items()]
        self._sql.executemany("UPDATE pages SET taken = ? WHERE name = ? AND taken IS NOT ?1", values)

    def rejected(self) -> dict[str, str]:
        """Rejected pages and the reason of each."""
        return dict(self._sql.execute("SELECT name, rejected FROM pages WHERE rejected IS NOT NULL ORDER BY name"))

    def taken(self) -> dict[str, str]:
        """Withdrawn pages, and those that another save of their article takes with it, with the reason of each."""
        return dict(self._sql.execute("SELECT name, taken FROM pages WHERE taken IS NOT NULL ORDER BY name"))

    def unread_takedowns(self) -> dict[str, str]:
        """Ids of articles that withdrawn pages had before they could not be read any more -> the page."""
        query = "SELECT id, name FROM pages WHERE taken IS NOT NULL AND text IS NULL AND id IS NOT NULL"
        return dict(self._sql.execute(query))

    def articles(self) -> int:
        """The number of pages that hold an article which is not withdrawn."""
        query = """SELECT (SELECT count(*) FROM sketches)
                        - (SELECT count(*) FROM pages WHERE taken IS NOT NULL AND text IS NOT NULL)"""
        return int(self._sql.execute(query).fetchone()[0])

    def __len__(self) -> int:
        return int(self._sql.execute("SELECT count(*) FROM pages").fetchone()[0])

    def compared(self, numbers: Iterable[int] | None = None) -> Iterator[Row]:
        """What is compared of the pages that hold an article (of all, or of these numbers), sketches included."""
        query = f"SELECT {', '.join(_COMPARED)} FROM sketches JOIN pages USING (number)"  # noqa: S608
        if numbers is None:
            return (_row(_COMPARED, row) for row in self._sql.execute(query))
        query += " WHERE number IN (SELECT value FROM json_each(?))"
        return (_row(_COMPARED, row) for row in self._sql.execute(query, (json.dumps([*numbers]),)))

    def compared_by_name(self, names: Iterable[str]) -> list[Row]:
        """The same of pages by name."""
        query = "SELECT number FROM pages WHERE name IN (SELECT value FROM json_each(?))"
        return [*self.compared(row[0] for row in self._sql.execute(query, (json.dumps([*names]),)))]

    def with_keys(self, keys: Iterable[int]) -> set[int]:
        """Numbers of the pages that have one of these keys."""
        query = "SELECT number FROM keys WHERE key IN (SELECT value FROM json_each(?))"
        return {row[0] for row in self._sql.execute(query, (json.dumps([*keys]),))}

    def set_sidecar_problems(self, names: Iterable[str], problems: Mapping[str, Iterable[str]]) -> None:
        """Forget what was wrong with these sidecars, and note what is (name -> sentences)."""
        self._sql.executemany("DELETE FROM sidecars WHERE name = ?", [(name,) for name in names])
        values = [(name, problem) for name, of_one in problems.items() for problem in of_one]
        self._sql.executemany("INSERT INTO sidecars VALUES (?, ?)", values)

    def sidecar_problems(self) -> list[str]:
        """What is wrong with sidecars, as whole sentences."""
        return [row[0] for row in self._sql.execute("SELECT problem FROM sidecars ORDER BY name, rowid")]


def _row(columns: Iterable[str], values: Iterable[Any]) -> Row:
    pairs = dict(zip(columns, values, strict=True))
    if pairs.get("text") is None:
        return {name: value for name, value in pairs.items() if value is not None or name == "profile"}
    return {name: value for name, value in pairs.items() if value is not None or name in _NULLS}

"""The roll of saved pages: what the ledger knows of each, and which of them share what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from kliping.archive.database import Database

Row = dict[str, Any]  # what is known of a page; what is not is left out

MARKS = ("text", "outlet_name", "headline", "address", "day", "told", "known")  # what is compared, and the sketch
_COLUMNS = (
    "number", "name", "hash", "key", "profile", "recognition", "id", "rejected", "withdrawn", "mentioned", *MARKS,
)  # fmt: skip
_NULLS = frozenset((*MARKS, "profile"))  # columns in which null is an answer


class PageTable:
    """Pages by name. A page whose content changed is another page: it is taken off the roll and put on it anew."""

    def __init__(self, ledger: Database) -> None:
        self._sql = ledger.sql

    def get(self, name: str) -> Row | None:
        """All that is known of a page but its sketch."""
        found = self._sql.execute(f"SELECT {', '.join(_COLUMNS)} FROM pages WHERE name = ?", (name,)).fetchone()  # noqa: S608
        return _row(zip(_COLUMNS, found, strict=True)) if found else None

    def known(self) -> Iterator[Row]:
        """What decides of every page whether it is read again."""
        columns = ("name", "hash", "key", "profile", "recognition")
        for found in self._sql.execute(f"SELECT {', '.join(columns)} FROM pages WHERE name IS NOT NULL"):  # noqa: S608
            yield dict(zip(columns, found, strict=True))

    def add(self, name: str, row: Mapping[str, Any]) -> int:
        """Put a page on the roll; gives its number."""
        values = {key: row[key] for key in _COLUMNS if key in row and key not in ("number", "name")}
        values |= {"name": name, "taken": row.get("withdrawn")}
        marks = ", ".join("?" for _ in values)
        added = self._sql.execute(f"INSERT INTO pages ({', '.join(values)}) VALUES ({marks})", (*values.values(),))  # noqa: S608
        number = int(added.lastrowid or 0)
        if "sketch" in row:
            self._sql.execute("INSERT INTO sketches VALUES (?, ?)", (number, row["sketch"]))
        return number

    def recognised(self, name: str, recognition: str) -> None:
        """Note that a page is still of the outlet it was of."""
        self._sql.execute("UPDATE pages SET recognition = ? WHERE name = ?", (recognition, name))

    def take_off(self, number: int) -> None:
        """Take a page off the roll. It is known by its number until the groups are made."""
        self._sql.execute("UPDATE pages SET name = NULL, rejected = NULL, taken = NULL WHERE number = ?", (number,))

    def give_id(self, name: str, article_id: str) -> None:
        """Note the id of the article that is read from a page."""
        self._sql.execute("UPDATE pages SET id = ? WHERE name = ?", (article_id, name))

    def rejected(self) -> dict[str, str]:
        return dict(self._sql.execute("SELECT name, rejected FROM pages WHERE rejected IS NOT NULL ORDER BY name"))

    def taken(self) -> dict[str, str]:
        """Withdrawn pages, and those that another takes with it, with the reason."""
        return dict(self._sql.execute("SELECT name, taken FROM pages WHERE taken IS NOT NULL ORDER BY name"))

    def texts(self) -> int:
        """How many pages hold an article that is not withdrawn."""
        query = """SELECT (SELECT count(*) FROM pages WHERE home IS NOT NULL)
                        - (SELECT count(*) FROM pages WHERE home IS NOT NULL AND taken IS NOT NULL)"""
        return int(self._sql.execute(query).fetchone()[0])

    def marked(self, numbers: Iterable[int] | None = None) -> Iterator[tuple[int, Row]]:
        """What is compared of pages, by number; of all that hold an article, or of some."""
        query = f"""SELECT number, name, withdrawn, sketch, {", ".join(MARKS)} FROM pages JOIN sketches USING (number)
                    WHERE text IS NOT NULL"""  # noqa: S608
        columns = ("name", "withdrawn", "sketch", *MARKS)
        if numbers is None:
            found = self._sql.execute(f"{query} AND name IS NOT NULL")
            yield from ((row[0], _row(zip(columns, row[1:], strict=True))) for row in found)
            return
        for number in numbers:
            for row in self._sql.execute(f"{query} AND number = ?", (number,)):
                yield number, _row(zip(columns, row[1:], strict=True))


def _row(values: Iterable[tuple[str, Any]]) -> Row:
    found = dict(values)
    if found.get("text") is None:
        return {key: value for key, value in found.items() if value is not None or key == "profile"}
    return {key: value for key, value in found.items() if value is not None or key in _NULLS}

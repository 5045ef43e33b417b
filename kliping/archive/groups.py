"""The groups of all saved pages, kept from run to run in the ledger."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from kliping.archive.database import Database
from kliping.archive.page_table import PageTable, Row
from kliping.duplicates import clusters
from kliping.duplicates.clusters import Cluster, Placed
from kliping.duplicates.renewal import Change, Renewal, Stored

_FEW, _SHARE = 500, 0.2  # changes that are followed one by one; where there are more, all pages are placed anew


class Grouping:
    """The groups of all pages on the roll, kept in the ledger."""

    def __init__(self, ledger: Database, roll: PageTable) -> None:
        self._sql, self._roll = ledger.sql, roll
        self._rows: dict[int, Row] = {}

    def renew(self, gone: Mapping[int, str], new: Sequence[int]) -> set[int]:
        """Place pages that are new (numbers), after others went (number -> name).

        Gives the homes of all groups that hold other pages than before or have other copies beside them.
        """
        if not (gone or new):
            return set()
        pages: int = self._sql.execute("SELECT count(*) FROM pages").fetchone()[0]
        if len(gone) + len(new) <= min(_FEW, _SHARE * pages):
            self._note_keys(new)
            changed = Renewal(self._sql, self._roll, gone).renew(new)
            for page, row in self._roll.marked(gone):
                self._sql.executemany(
                    "DELETE FROM keys WHERE key = ? AND number = ?", [(key, page) for key in clusters.keys(row)]
                )
        else:
            changed = self._all_anew(gone)
        self._note(changed)
        for number in gone:
            for table in ("pages", "sketches", "beside"):
                self._sql.execute(f"DELETE FROM {table} WHERE number = ?", (number,))  # noqa: S608
        touched = {end for pair in changed.values() for place in filter(None, pair) for end in _ends(place)}
        return {home for home in touched if self._is_home(home)}

    def homes_of(self, names: Iterable[str]) -> set[int]:
        """The homes of pages by name."""
        query = "SELECT home FROM pages WHERE name = ? AND home IS NOT NULL"
        return {row[0] for name in names for row in self._sql.execute(query, (name,))}

    def widened(self, homes: Collection[int]) -> set[int]:
        """Groups with all whose article names one of them, or may be the same as one of them."""
        found = self._families(homes)
        return self._families(found | self.kin(found))

    def kin(self, homes: Iterable[int]) -> set[int]:
        """Groups that may be the same article as one of these, the outlet not told."""
        query = (
            "SELECT other FROM beside WHERE number = ? AND kin UNION SELECT number FROM beside WHERE other = ? AND kin"
        )
        return {row[0] for home in homes for row in self._sql.execute(query, (home, home))}

    def groups(self, homes: Iterable[int]) -> list[Cluster]:
        """The groups of some homes, in order of path."""
        first = {home: self._pages(home) for home in homes}
        found = []
        for home, family in clusters.families(first, self._beside):
            chosen, *others = first[home]
            outlet = self._row(home)["outlet_name"]
            also = (other for other in family if self._row(other)["outlet_name"] != outlet) if len(family) > 1 else ()
            found.append(
                Cluster(
                    chosen,
                    (chosen, *sorted(others)),
                    self._text(chosen),
                    tuple(sorted(self._pages(other)[0] for other in also)),
                    tuple(sorted(self._pages(other)[0] for other in self.kin([home]))),
                )
            )
        return sorted(found, key=lambda group: min(group.saved))

    def _families(self, homes: Iterable[int]) -> set[int]:
        found: set[int] = set()
        for _, family in clusters.families(homes, self._beside):
            found |= family
        return found

    def _beside(self, home: int) -> list[int]:
        """The groups that were seen to hold a copy of its text, or from which that was seen."""
        query = """SELECT other FROM beside JOIN pages USING (number) WHERE home = ? AND NOT kin
                   UNION SELECT home FROM beside JOIN pages USING (number) WHERE other = ? AND NOT kin"""
        return [row[0] for row in self._sql.execute(query, (home, home))]

    def _pages(self, home: int) -> list[str]:
        """The pages of a group, the chosen one first."""
        numbers = [row[0] for row in self._sql.execute("SELECT number FROM pages WHERE home = ?", (home,))]
        if len(numbers) == 1:
            return [self._row(home)["name"]]
        return [row["name"] for row in sorted(map(self._row, numbers), key=lambda row: clusters.rank(row["name"], row))]

    def _text(self, name: str) -> str:
        return str(self._sql.execute("SELECT text FROM pages WHERE name = ?", (name,)).fetchone()[0])

    def _row(self, number: int) -> Row:
        if len(self._rows) > _FEW:
            self._rows.clear()
        if number not in self._rows:
            self._rows[number] = next(self._roll.marked([number]))[1]
        return self._rows[number]

    def _is_home(self, number: int) -> bool:
        query = "SELECT 1 FROM pages WHERE number = ? AND home = number AND name IS NOT NULL"
        return bool(self._sql.execute(query, (number,)).fetchone())

    def _all_anew(self, gone: Iterable[int]) -> dict[int, Change]:
        rows = dict(self._roll.marked())
        self._sql.execute("DELETE FROM keys")
        self._note_keys(rows)
        number = {row["name"]: page for page, row in rows.items()}
        before = Stored(self._sql)
        changed: dict[int, Change] = {page: (before.of(page), None) for page in gone}
        for name, place in clusters.placed({row["name"]: row for row in rows.values()}).items():
            page, old = number[name], before.of(number[name])
            now = Placed(number[place.home], *(tuple(sorted(number[n] for n in ends)) for ends in place[1:]))
            if now != old:
                changed[page] = (old, now)
        return changed

    def _note_keys(self, numbers: Iterable[int]) -> None:
        """Note by which keys pages are met; all of one band at a time, so that they lie in order."""
        rows = dict(self._roll.marked(numbers))
        keys = [(number, clusters.keys(row)) for number, row in rows.items()]
        for band in range(max((len(own) for _, own in keys), default=0)):
            column = [(own[band], number) for number, own in keys if band < len(own)]
            self._sql.executemany("INSERT INTO keys VALUES (?, ?)", sorted(column))

    def _note(self, changed: Mapping[int, Change]) -> None:
        now = {page: place for page, (_, place) in changed.items() if place}
        homes = [(place.home, page) for page, place in now.items()]
        self._sql.executemany("UPDATE pages SET home = ? WHERE number = ?", homes)
        self._sql.executemany("DELETE FROM beside WHERE number = ?", [(page,) for page in now])
        ends = [(page, end, kin) for page, place in now.items() for kin in (0, 1) for end in place[1 + kin]]
        self._sql.executemany("INSERT INTO beside VALUES (?, ?, ?)", ends)


def _ends(place: Placed) -> tuple[int, ...]:
    return (place.home, *place.copies, *place.kin)

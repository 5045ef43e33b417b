"""Pages placed again, and only those on whose places a change can bear.

Where a page stands hangs on the first pages of groups that share a key with it and come before it in order, of
which a few are remembered for each key, and on the homes of pages before it with the same words; on nothing else
(`copies.Placing`). So pages are placed again in order, and each whose place is another than before has those placed
again that come after it and may have seen it there. What results is what placing all pages would give.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from heapq import heappop, heappush
from itertools import islice
from sqlite3 import Connection

from kliping.archive.page_table import PageTable, Row
from kliping.duplicates import clusters
from kliping.duplicates.clusters import Order, Placed, Placing
from kliping.duplicates.lsh import REMEMBERED, Key, most

Change = tuple[Placed | None, Placed | None]  # where a page stood and where it stands; None where it is new or gone


class Renewal(Placing[int]):
    """Pages placed again where something they hang on is other than before."""

    def __init__(self, sql: Connection, roll: PageTable, gone: Mapping[int, str]) -> None:
        self._sql, self._roll, self._gone = sql, roll, gone
        self._stored = Stored(sql)
        self._now: dict[int, Placed | None] = {}
        self._rows: dict[int, Row] = {}
        self._sharing: dict[Key, list[int]] = {}
        self._homes: dict[Key, list[tuple[Order, int]]] = {}
        self._waiting: list[tuple[Order, int]] = []
        self._known: set[int] = set()  # pages that wait or were placed
        self.changed: dict[int, Change] = {}

    def renew(self, new: Iterable[int]) -> dict[int, Change]:
        """Place new pages, and all on which they or those gone bear; gives all that changed."""
        for page in sorted(self._gone, key=self._order):
            self._change(page, None)
        for page in new:
            self._await(page)
        while self._waiting:
            page = heappop(self._waiting)[1]
            self._change(page, self.place(page))
        return self.changed

    def row(self, page: int) -> Row:
        if page not in self._rows:
            self._rows[page] = next(self._roll.marked([page]))[1]
        return self._rows[page]

    def twins(self, page: int) -> list[int]:
        text, mine = self.row(page)["text"], self._order(page)
        same = [other for other in self._with(clusters.text_key(self.row(page))) if self.row(other)["text"] == text]
        before = sorted((self._order(other), other) for other in same if self._order(other) < mine)
        return [place.home for _, other in before if (place := self._placed(other))]

    def near(self, page: int) -> list[int]:
        mine, outlet = self._order(page), self.row(page)["outlet_name"]
        first: list[int] = []
        own: list[int] = []
        for key in clusters.keys(self.row(page)):
            homes = self._homes_with(key)
            few = homes[:REMEMBERED]
            first += [home for order, home in few if order < mine]
            ours = islice((pair for pair in homes if self.row(pair[1])["outlet_name"] == outlet), REMEMBERED)
            own += [home for order, home in ours if order < mine and (order, home) not in few]
        return most(first, own)

    def _change(self, page: int, now: Placed | None) -> None:
        """Let a page stand in another place, and place those again on whom that bears."""
        old = self._placed(page)
        if now == old:
            return
        self.changed[page] = (old, now)
        was_home, is_home = (bool(place and place.home == page) for place in (old, now))
        if was_home != is_home:
            self._turn(page, is_home)
        if not (old and now and old.home == now.home):
            for other in self._with(clusters.text_key(self.row(page))):
                self._await(other, page)
        self._now[page] = now

    def _turn(self, page: int, is_home: bool) -> None:
        """Let a page begin or cease to be the first of a group."""
        place, outlet = (self._order(page), page), self.row(page)["outlet_name"]
        for key in clusters.keys(self.row(page)):
            homes = self._homes_with(key)
            at = bisect_left(homes, place)
            homes[at : at + (not is_home)] = [place] * is_home
            own = islice((1 for _, home in homes[:at] if self.row(home)["outlet_name"] == outlet), REMEMBERED)
            if at < REMEMBERED:
                seen = self._with(key)
            elif sum(own) < REMEMBERED:
                seen = [other for other in self._with(key) if self.row(other)["outlet_name"] == outlet]
            else:
                continue
            for other in seen:
                self._await(other, page)

    def _await(self, page: int, after: int | None = None) -> None:
        """Have a page placed again, if it comes after another."""
        if page in self._known or page in self._gone or (after is not None and self._order(page) <= self._order(after)):
            return
        self._known.add(page)
        heappush(self._waiting, (self._order(page), page))

    def _order(self, page: int) -> Order:
        row = self.row(page)
        return clusters.order(self._gone.get(page) or row["name"], row)

    def _placed(self, page: int) -> Placed | None:
        if page not in self._now:
            self._now[page] = self._stored.of(page)
        return self._now[page]

    def _with(self, key: Key) -> list[int]:
        """The pages that have a key."""
        if key not in self._sharing:
            self._sharing[key] = [row[0] for row in self._sql.execute("SELECT number FROM keys WHERE key = ?", (key,))]
        return self._sharing[key]

    def _homes_with(self, key: Key) -> list[tuple[Order, int]]:
        """Those of them that are the first of their groups, in order."""
        if key not in self._homes:
            placed = ((page, self._placed(page)) for page in self._with(key))
            self._homes[key] = sorted(
                (self._order(page), page) for page, place in placed if place and place.home == page
            )
        return self._homes[key]


class Stored:
    """Where pages stood after the last run."""

    def __init__(self, sql: Connection) -> None:
        self._sql = sql

    def of(self, page: int) -> Placed | None:
        home = self._sql.execute("SELECT home FROM pages WHERE number = ?", (page,)).fetchone()[0]
        if home is None:
            return None
        ends: tuple[list[int], list[int]] = ([], [])
        for other, kin in self._sql.execute("SELECT other, kin FROM beside WHERE number = ? ORDER BY other", (page,)):
            ends[kin].append(other)
        return Placed(home, *map(tuple, ends))

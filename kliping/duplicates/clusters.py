"""Saved pages in groups: the saves of one article together, and copies by other outlets by each other's side.

Each page is placed once, the best known first, beside the first page of a group. So no chain of small
changes joins two texts that are not alike, and the result is the same in whatever order pages come.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, NamedTuple, TypeVar

from kliping.duplicates.lsh import Key, Neighbours, bands, repeated, shared_bands
from kliping.duplicates.minhash import slots_of, words_of
from kliping.duplicates.similarity import Row, alike, is_copy, is_same
from kliping.system.hashing import content_hash

Page = TypeVar("Page", bound=Hashable)
Order = tuple[bool, int, int, int, str]


@dataclass(slots=True)
class Cluster:
    """Saved pages that hold one article: the page it is read from, and all pages."""

    chosen: str
    saved: tuple[str, ...]
    text: str
    also: tuple[str, ...] = ()  # the chosen pages of copies by other outlets
    kin: tuple[str, ...] = ()  # those of which one may be the same article, the outlet not told


class Placed(NamedTuple):
    """Where a page stands. Pages are told by name or by number."""

    home: Any  # the first page of its group
    copies: tuple[Any, ...] = ()  # those of groups that hold a copy of it
    kin: tuple[Any, ...] = ()  # those of groups of which one may be its own, its outlet not told


def order(name: str, row: Row) -> Order:
    """In which order pages are placed: those that tell their outlet first, and of them the best save first."""
    return row["outlet_name"] is None, *rank(name, row)


def rank(name: str, row: Row) -> tuple[int, int, int, str]:
    """The best save first: what the curator told, then what is known, then the longest text; last the path."""
    return -row["told"], -row["known"], -words_of(row["sketch"]), name


class Placing(ABC, Generic[Page]):
    """One walk over pages in their order. What is known of those placed before is told by the heirs of this class."""

    @abstractmethod
    def row(self, page: Page) -> Row: ...

    @abstractmethod
    def twins(self, page: Page) -> Iterable[Page]:
        """The homes of the pages before it with the same words, in order."""

    @abstractmethod
    def near(self, page: Page) -> Sequence[Page]:
        """The homes before it that share most with it."""

    def place(self, page: Page) -> Placed:
        """Where a page stands, after all pages before it stand in their places."""
        outlet = self.row(page)["outlet_name"]
        homes, copies = self._met(page, outlet)
        told = [name for name in homes if name is not None]
        home = homes.get(told[0] if outlet is None and len(told) == 1 else outlet, page)
        kin = [homes[name] for name in told] if home == page else []
        return Placed(home, _sorted(other for other in copies if other != home), _sorted(kin))

    def _met(self, page: Page, outlet: str | None) -> tuple[dict[str | None, Page], list[Page]]:
        """The groups a page belongs to, by outlet (more than one only where its own is not told), and copies of it."""
        row = self.row(page)
        twins: dict[str | None, Page] = {}
        for home in self.twins(page):
            twins.setdefault(self.row(home)["outlet_name"], home)
        homes = {name: home for name, home in twins.items() if outlet in (None, name)}
        copies = list(twins.values())[:1]
        if outlet in homes:
            return homes, copies
        best: dict[str | None, float] = dict.fromkeys(homes, 1.0)
        for other in self.near(page):
            first = self.row(other)
            theirs, like = first["outlet_name"], alike(row, first)
            if outlet in (None, theirs) and is_same(row, first, like) and like.jaccard > best.get(theirs, -1.0):
                homes[theirs], best[theirs] = other, like.jaccard
            if theirs != outlet and is_copy(row, first, like):
                copies.append(other)
        return homes, copies


class _Whole(Placing[str]):
    """All pages at once; those that share nothing with others are left out, for they stand alone."""

    def __init__(self, rows: Mapping[str, Row]) -> None:
        self._rows, self._keys = rows, shared_keys(rows)
        self._neighbours: Neighbours[str] = Neighbours()
        self._twins: dict[str, dict[str, None]] = {}
        self.placed: dict[str, Placed] = {}
        for page in sorted(self._keys, key=lambda page: order(page, rows[page])):
            self._settle(page, self.place(page))

    def row(self, page: str) -> Row:
        return self._rows[page]

    def twins(self, page: str) -> Iterable[str]:
        return self._twins.get(self._rows[page]["text"], ())

    def near(self, page: str) -> Sequence[str]:
        return self._neighbours.of(self._keys[page], self._rows[page]["outlet_name"])

    def _settle(self, page: str, placed: Placed) -> None:
        home = str(placed.home)
        self.placed[page] = placed
        self._twins.setdefault(self._rows[page]["text"], {})[home] = None
        if home == page:
            self._neighbours.add(page, self._keys[page], self._rows[page]["outlet_name"])


def placed(rows: Mapping[str, Row]) -> dict[str, Placed]:
    """Where each page (path -> row) stands."""
    return {**{page: Placed(page) for page in rows}, **_Whole(rows).placed}


def group(rows: Mapping[str, Row]) -> list[Cluster]:
    """Groups of pages (path -> row) that are one article; copies by different outlets stay articles of their own."""
    stand = placed(rows)
    pages: dict[str, list[str]] = {}
    beside: dict[str, set[str]] = {}
    kin: dict[str, set[str]] = {}
    for page, where in stand.items():
        home = str(where.home)
        pages.setdefault(home, []).append(page)
        for found, others in ((beside, where.copies), (kin, where.kin)):
            for other in map(str, others):
                found.setdefault(home, set()).add(other)
                found.setdefault(other, set()).add(home)
    chosen = {home: min(names, key=lambda name: rank(name, rows[name])) for home, names in pages.items()}
    groups = []
    for home, family in families(pages, lambda home: beside.get(home, ())):
        outlet, first = rows[home]["outlet_name"], chosen[home]
        groups.append(
            Cluster(
                first,
                (first, *sorted(name for name in pages[home] if name != first)),
                rows[first]["text"],
                tuple(sorted(chosen[other] for other in family if rows[other]["outlet_name"] != outlet)),
                tuple(sorted(chosen[other] for other in kin.get(home, ()))),
            )
        )
    return sorted(groups, key=lambda group: min(group.saved))


def families(homes: Iterable[Page], beside: Callable[[Page], Iterable[Page]]) -> Iterator[tuple[Page, frozenset[Page]]]:
    """Each home with all that hold copies of one text, be it over others; `beside` tells which hold one directly."""
    known: dict[Page, frozenset[Page]] = {}
    for home in homes:
        if home not in known:
            family, waiting = {home}, [home]
            while waiting:
                new = set(beside(waiting.pop())) - family
                family |= new
                waiting += new
            known |= dict.fromkeys(family, frozenset(family))
        yield home, known[home]


def withdrawn(rows: Mapping[str, Row], groups: Iterable[Cluster]) -> dict[str, str]:
    """Withdrawn pages and their reasons; a withdrawn page takes every other save of the same article with it."""
    found = {name: row["withdrawn"] for name, row in rows.items() if "withdrawn" in row}
    groups = sorted(groups, key=lambda group: min(group.saved))
    by_chosen = {group.chosen: group for group in groups}
    taken: dict[str, str] = {}
    for group in groups:
        for source in [name for name in group.saved if name in found][:1]:
            for other in (group, *(by_chosen[chosen] for chosen in group.kin if chosen in by_chosen)):
                for name in other.saved:
                    taken.setdefault(name, f"another save of {source}: {found[source]}")
    return {**taken, **found}


def _sorted(pages: Iterable[Any]) -> tuple[Any, ...]:
    return tuple(sorted(set(pages)))


def shared_keys(rows: Mapping[str, Row]) -> dict[str, list[Key]]:
    """Those of the keys of each page that another has too; a page that shares nothing is left out."""
    found = shared_bands({page: slots_of(row["sketch"]) for page, row in rows.items()})
    for page, names in repeated({page: _names(row) for page, row in rows.items()}).items():
        found.setdefault(page, []).extend(names)
    return found


def keys(row: Row) -> list[Key]:
    """By what a page is met: the bands of its sketch, and what it shares by name with others."""
    return [*bands(slots_of(row["sketch"])), *_names(row)]


def text_key(row: Row) -> Key:
    """By what pages with the same words are met."""
    return _number(f"text {row['text']}")


def _names(row: Row) -> list[Key]:
    """What pages share by name: words, address, headline, and headline of an outlet on a day."""
    found = []
    if row["address"]:
        found.append(f"address {row['address']}")
    if row["headline"]:
        found += (f"headline {row['headline']}", f"headline {row['headline']} {row['outlet_name']} {row['day']}")
    return [text_key(row), *map(_number, found)]


def _number(name: str) -> int:
    """A key as a number larger than those of bands, which SQLite can hold."""
    return int(content_hash(name)[:15], 16) | 1 << 60

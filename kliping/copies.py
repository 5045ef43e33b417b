"""Saved pages in groups: the saves of one article together, and copies by other outlets by each other's side.

Each page is placed once, the best known first, beside the first page of a group. So no chain of small
changes joins two texts that are not alike, and the result is the same in whatever order pages come.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass, field

from kliping.likeness import slots_of, words_of
from kliping.neighbours import Neighbours, repeated, shared_bands
from kliping.same import Row, alike, is_copy, is_same


@dataclass(slots=True)
class Group:
    """Saved pages that hold one article: the page it is read from, and all pages."""

    chosen: str
    saved: tuple[str, ...]
    text: str
    also: tuple[str, ...] = ()  # the chosen pages of copies by other outlets
    kin: tuple[str, ...] = ()  # those of which one may be the same article, the outlet not told


@dataclass(slots=True, eq=False)
class _Open:
    """A group while pages are placed; pages are compared with its first."""

    pages: list[str]
    outlet: str | None
    family: _Family
    kin: list[_Open] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class _Family:
    """The groups that hold copies of one text, by outlet."""

    groups: dict[str | None, list[_Open]] = field(default_factory=dict)

    def take_in(self, other: _Family) -> None:
        for outlet, groups in other.groups.items():
            self.groups.setdefault(outlet, []).extend(groups)
            for group in groups:
                group.family = self


def group(rows: Mapping[str, Row]) -> list[Group]:
    """Groups of pages (path -> row) that are one article; copies by different outlets stay articles of their own."""
    return _Placing(rows).groups()


def withdrawn(rows: Mapping[str, Row], groups: list[Group]) -> dict[str, str]:
    """Withdrawn pages and their reasons; a withdrawn page takes every other save of the same article with it."""
    found = {name: row["withdrawn"] for name, row in rows.items() if "withdrawn" in row}
    by_chosen = {group.chosen: group for group in groups}
    taken: dict[str, str] = {}
    for group in groups:
        for source in [name for name in group.saved if name in found][:1]:
            for other in (group, *(by_chosen[chosen] for chosen in group.kin)):
                for name in other.saved:
                    taken.setdefault(name, f"another save of {source}: {found[source]}")
    return {**taken, **found}


class _Placing:
    """One walk over all pages, those that tell their outlet first, the best known of them before the others."""

    def __init__(self, rows: Mapping[str, Row]) -> None:
        self._rows = rows
        self._keys = shared_keys(rows)
        self._rank = {page: _rank(page, rows[page]) for page in self._keys}
        self._neighbours: Neighbours[_Open] = Neighbours()
        self._by_text: dict[str, dict[str | None, _Open]] = {}
        self._open: list[_Open] = []
        for page in sorted(self._keys, key=lambda page: (rows[page]["outlet_name"] is None, self._rank[page])):
            self._place(page)

    def groups(self) -> list[Group]:
        """What was found, in order of path."""
        chosen = {group: min(group.pages, key=self._rank.__getitem__) for group in self._open}
        found = [Group(page, (page,), row["text"]) for page, row in self._rows.items() if page not in self._keys]
        for group, first in chosen.items():
            saved = (first, *sorted(page for page in group.pages if page != first))
            families = group.family.groups.items()
            also = [chosen[other] for outlet, others in families if outlet != group.outlet for other in others]
            kin = [chosen[other] for other in group.kin]
            found.append(Group(first, saved, self._rows[first]["text"], tuple(sorted(also)), tuple(sorted(kin))))
        return sorted(found, key=lambda group: min(group.saved))

    def _place(self, page: str) -> None:
        row = self._rows[page]
        outlet = row["outlet_name"]
        homes, copies = self._met(page)
        told = [name for name in homes if name is not None]
        home = homes.get(told[0] if outlet is None and len(told) == 1 else outlet)
        if home is None:
            home = self._new(page, outlet)
            home.kin = [homes[name] for name in told]
            for other in home.kin:
                other.kin.append(home)
        home.pages.append(page)
        self._by_text.setdefault(row["text"], {}).setdefault(home.outlet, home)
        for other in copies:
            _join(home, other)

    def _new(self, page: str, outlet: str | None) -> _Open:
        group = _Open([], outlet, _Family())
        group.family.groups[outlet] = [group]
        self._open.append(group)
        self._neighbours.add(group, self._keys[page])
        return group

    def _met(self, page: str) -> tuple[dict[str | None, _Open], list[_Open]]:
        """The groups a page belongs to, by outlet (more than one only where its own is not told), and copies of it."""
        row = self._rows[page]
        outlet = row["outlet_name"]
        twins = self._by_text.get(row["text"], {})
        homes = {name: group for name, group in twins.items() if outlet in (None, name)}
        copies = list(twins.values())[:1]
        if outlet in homes:
            return homes, copies
        best: dict[str | None, float] = dict.fromkeys(homes, 1.0)
        for other in self._candidates(page, outlet, copies):
            first = self._rows[other.pages[0]]
            like = alike(row, first)
            mine = outlet in (None, other.outlet) and is_same(row, first, like)
            if mine and like.jaccard > best.get(other.outlet, -1.0):
                homes[other.outlet], best[other.outlet] = other, like.jaccard
            if other.outlet != outlet and is_copy(row, first, like):
                copies.append(other)
        return homes, copies

    def _candidates(self, page: str, outlet: str | None, copies: list[_Open]) -> Iterator[_Open]:
        """The groups that share most with a page, then those of its outlet in the families of its copies."""
        seen = self._neighbours.of(self._keys[page])
        yield from seen
        for family in dict.fromkeys(copy.family for copy in copies):  # `copies` has grown meanwhile
            yield from (group for group in family.groups.get(outlet, ()) if group not in seen)


def shared_keys(rows: Mapping[str, Row]) -> dict[str, list[Hashable]]:
    """What each page shares with another by name or by words; a page that shares nothing is left out."""
    found = repeated({page: _names(row) for page, row in rows.items()})
    for page, keys in shared_bands({page: slots_of(row["sketch"]) for page, row in rows.items()}).items():
        found.setdefault(page, []).extend(keys)
    return found


def _names(row: Row) -> list[Hashable]:
    """What pages share by name: words, address, headline, and headline of an outlet on a day."""
    found: list[Hashable] = [row["text"]]
    if row["address"]:
        found.append(f"address {row['address']}")
    if row["headline"]:
        found += (f"headline {row['headline']}", f"headline {row['headline']} {row['outlet_name']} {row['day']}")
    return found


def _rank(page: str, row: Row) -> tuple[int, int, int, str]:
    """The best save first: what the curator told, then what is known, then the longest text; last the path."""
    return -row["told"], -row["known"], -words_of(row["sketch"]), page


def _join(one: _Open, other: _Open) -> None:
    """Make the families of two groups one; the smaller goes into the larger."""
    if one.family is not other.family:
        small, large = sorted((one.family, other.family), key=lambda family: len(family.groups))
        large.take_in(small)

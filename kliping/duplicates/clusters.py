"""Saved pages in clusters: the saves of one article together, and copies by other outlets by each other's side.

Pages are placed one by one, the best save first, each into the cluster of a page placed before it or into one of its
own; a cluster is named by its first page. So no chain of small changes joins two texts that are not alike, and the
result is the same in whatever order pages come.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from kliping.duplicates.lsh import Key, Neighbours, bands, repeated, shared_bands
from kliping.duplicates.minhash import slots_of, words_of
from kliping.duplicates.similarity import Row, alike, is_copy, is_same
from kliping.locale import _
from kliping.system.hashing import content_hash


@dataclass(slots=True)
class Cluster:
    """Saved pages that hold one article: the page it is read from, and all pages, that one first."""

    chosen: str
    saved: tuple[str, ...]
    text: str  # hash of the words of the chosen page
    also: tuple[str, ...] = ()  # the chosen pages of copies by other outlets
    kin: tuple[str, ...] = ()  # chosen pages of clusters of which one may be the same article, the outlet not known


class _Place(NamedTuple):
    """Where a page stands; clusters are named by their first pages."""

    first: str
    copies: set[str]  # clusters that hold a copy of it
    kin: set[str]  # clusters of which one may be its own, its outlet not known


def rank(name: str, row: Row) -> tuple[int, int, int, str]:
    """Sorts the best save first: facts the curator gave, facts known, length of the text; last the path."""
    return -row["corrected"], -row["given"], -words_of(row["sketch"]), name


class _Placing:
    """All pages (path -> row) placed; those that share no key with another stand alone and are left out."""

    def __init__(self, rows: Mapping[str, Row]) -> None:
        self._rows, self._keys = rows, shared_keys(rows)
        self._neighbours: Neighbours[str] = Neighbours()  # first pages, by their keys
        self._twins: dict[str, dict[str, None]] = {}  # hash of words -> clusters that hold them, in order
        self.places: dict[str, _Place] = {}
        for page in sorted(self._keys, key=self._order):
            self._settle(page, self._place(page))

    def _order(self, page: str) -> tuple[bool, tuple[int, int, int, str]]:
        """Pages that tell their outlet are placed before those that do not."""
        return self._rows[page]["outlet_name"] is None, rank(page, self._rows[page])

    def _place(self, page: str) -> _Place:
        outlet = self._rows[page]["outlet_name"]
        firsts, copies = self._matches(page, outlet)
        outlets = [name for name in firsts if name is not None]
        first = firsts.get(outlets[0] if outlet is None and len(outlets) == 1 else outlet, page)
        kin = {firsts[name] for name in outlets} if first == page else set()
        return _Place(first, copies - {first}, kin)

    def _matches(self, page: str, outlet: str | None) -> tuple[dict[str | None, str], set[str]]:
        """The cluster a page belongs to, by outlet (several only where its own is not known), and copies of it."""
        row = self._rows[page]
        twins: dict[str | None, str] = {}
        for first in self._twins.get(row["text"], ()):
            twins.setdefault(self._rows[first]["outlet_name"], first)
        firsts = {name: first for name, first in twins.items() if outlet in (None, name)}
        copies = {*list(twins.values())[:1]}
        if outlet in firsts:
            return firsts, copies
        best: dict[str | None, float] = dict.fromkeys(firsts, 1.0)
        for other in self._neighbours.of(self._keys[page], outlet):
            theirs = self._rows[other]
            name, likeness = theirs["outlet_name"], alike(row, theirs)
            if outlet in (None, name) and is_same(row, theirs, likeness) and likeness.jaccard > best.get(name, -1.0):
                firsts[name], best[name] = other, likeness.jaccard
            if name != outlet and is_copy(row, theirs, likeness):
                copies.add(other)
        return firsts, copies

    def _settle(self, page: str, place: _Place) -> None:
        self.places[page] = place
        self._twins.setdefault(self._rows[page]["text"], {})[place.first] = None
        if place.first == page:
            self._neighbours.add(page, self._keys[page], self._rows[page]["outlet_name"])


def clustered(rows: Mapping[str, Row]) -> list[Cluster]:
    """Clusters of pages (path -> row), in order of path; copies by different outlets stay articles of their own."""
    places = {page: _Place(page, set(), set()) for page in rows} | _Placing(rows).places
    pages: dict[str, list[str]] = {}
    for page, place in places.items():
        pages.setdefault(place.first, []).append(page)
    copies = _both_ways((place.first, place.copies) for place in places.values())
    kin = _both_ways((place.first, place.kin) for place in places.values())
    chosen = {first: min(names, key=lambda name: rank(name, rows[name])) for first, names in pages.items()}
    clusters = []
    for first, family in _families(pages, copies):
        outlet, best = rows[first]["outlet_name"], chosen[first]
        saved = (best, *sorted(name for name in pages[first] if name != best))
        also = sorted(chosen[other] for other in family if rows[other]["outlet_name"] != outlet)
        relatives = sorted(chosen[other] for other in kin.get(first, ()))
        clusters.append(Cluster(best, saved, rows[best]["text"], tuple(also), tuple(relatives)))
    return sorted(clusters, key=lambda cluster: min(cluster.saved))


def _both_ways(edges: Iterable[tuple[str, set[str]]]) -> dict[str, set[str]]:
    linked: dict[str, set[str]] = {}
    for one, others in edges:
        for other in others:
            linked.setdefault(one, set()).add(other)
            linked.setdefault(other, set()).add(one)
    return linked


def _families(firsts: Iterable[str], copies: Mapping[str, set[str]]) -> Iterator[tuple[str, frozenset[str]]]:
    """Each cluster with all that hold copies of one text, be it by way of others."""
    families: dict[str, frozenset[str]] = {}
    for first in firsts:
        if first not in families:
            family, waiting = {first}, [first]
            while waiting:
                new = copies.get(waiting.pop(), set()) - family
                family |= new
                waiting += new
            families |= dict.fromkeys(family, frozenset(family))
        yield first, families[first]


def withdrawn(rows: Mapping[str, Row], clusters: Iterable[Cluster]) -> dict[str, str]:
    """Withdrawn pages and their reasons; a withdrawn page takes every other save of the same article with it."""
    reasons = {name: row["withdrawn"] for name, row in rows.items() if "withdrawn" in row}
    by_chosen = {cluster.chosen: cluster for cluster in clusters} if reasons else {}
    taken: dict[str, str] = {}
    for cluster in by_chosen.values():
        for source in [name for name in cluster.saved if name in reasons][:1]:
            for other in (cluster, *(by_chosen[chosen] for chosen in cluster.kin)):
                for name in other.saved:
                    taken.setdefault(
                        name, _("another save of {file}: {reason}").format(file=source, reason=reasons[source])
                    )
    return {**taken, **reasons}


def shared_keys(rows: Mapping[str, Row]) -> dict[str, list[Key]]:
    """Those of the keys of each page that another has too; a page that shares nothing is left out."""
    shared = shared_bands({page: slots_of(row["sketch"]) for page, row in rows.items()})
    for page, names in repeated({page: _names(row) for page, row in rows.items()}).items():
        shared.setdefault(page, []).extend(names)
    return shared


def keys(row: Row) -> list[Key]:
    """By what a page is met: the bands of its sketch, and what it shares by name with others."""
    return [*bands(slots_of(row["sketch"])), *_names(row)]


def _names(row: Row) -> list[Key]:
    """What pages share by name: words, address, headline, and headline of an outlet on a day."""
    names = [f"text {row['text']}"]
    if row["address"]:
        names.append(f"address {row['address']}")
    if row["headline"]:
        names += (f"headline {row['headline']}", f"headline {row['headline']} {row['outlet_name']} {row['day']}")
    return [*map(_number, names)]


def _number(name: str) -> int:
    """A key as a number larger than those of bands, which SQLite can hold."""
    return int(content_hash(name)[:15], 16) | 1 << 60

"""Indonesia's provinces, kabupaten and kota: the one a text names, and the phrases by which stories play there.

The facts stand in `data/regions.yaml`.
"""

import difflib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from kliping.elections.offices import OFFICES, Office
from kliping.system.yaml import parse_yaml

COUNTRY = "Indonesia"
_KINDS = ("kabupaten", "kota")
_BEFORE = ("KPU", "KPUD", "Bawaslu", "Panwaslu", "DPRD", "Polres", "warga")  # before the name alone
_PILKADA = ("Pilkada", "Pilkada Serentak")
_WITH_KIND = {  # before a name that others have too
    "provinsi": ("Provinsi", "Pemprov", "Polda", "KPU Provinsi", "Bawaslu Provinsi", "DPRD Provinsi"),
    "kabupaten": ("Kabupaten", "Kab", "Pemkab"),
    "kota": ("Kota", "Pemkot"),
}
_ACRONYM = 5  # letters of a word that a Lexicon finds in capitals only, where it is given so
_NATIONAL = ("KPU RI", "Bawaslu RI")


@dataclass(frozen=True)
class Region:
    """A province, kabupaten or kota, in all forms of its name."""

    kind: str  # provinsi, kabupaten or kota
    names: tuple[str, ...]  # the usual one first
    seats: tuple[str, ...]
    province: str

    @property
    def title(self) -> str:
        """How readers tell it from others: `Jawa Barat`, `Kota Bandung`."""
        return self.names[0] if self.kind == "provinsi" else f"{self.kind.capitalize()} {self.names[0]}"

    def holds(self, other: "Region") -> bool:
        """Whether another region is this one or lies in it."""
        return other is self or (self.kind == "provinsi" and other.province == self.province)

    @property
    def office(self) -> Office:
        """The office that is elected there."""
        return next(office for office in OFFICES if office.kind == self.kind)


@dataclass(frozen=True)
class Words:
    """Phrases by which a story plays in a region, those by which it plays elsewhere, and those that tell neither."""

    places: tuple[str, ...]
    elsewhere: tuple[str, ...]
    counter: tuple[str, ...]  # names of the province around it: Bangka Belitung is not Bangka


@cache
def regions() -> tuple[Region, ...]:
    """All of them, each province before its kabupaten and kota."""
    return tuple(_regions())


def find(text: str, kind: str | None = None) -> list[Region]:
    """The regions a text names, whatever its capitals: of two kinds where it may be either and `kind` tells not which.

    `Jawa Barat`, `Provinsi Jabar`, `Kab. Bandung`, `Kota Bandung`.
    """
    told = re.fullmatch(r"(?:(provinsi|kabupaten|kab|kota)\b\.?\s+)?(.+)", text.strip().casefold())
    if not told:
        return []
    said = {"kab": "kabupaten"}.get(told[1], told[1]) or kind
    named = [region for region in regions() if told[2] in map(str.casefold, region.names)]
    of_kind = [region for region in named if region.kind == said]
    return of_kind or ([] if told[1] else named)


def like(text: str) -> list[str]:
    """The title of the region whose title is most like a text; empty where none is."""
    return difflib.get_close_matches(text, [region.title for region in regions()], n=1)


@cache
def words_of(own: Region, office: Office | None) -> Words:
    """The phrases for an election in a region: of one office, or of all that are elected there."""
    inside = [region for region in regions() if own.holds(region)]
    outside = [region for region in regions() if not own.holds(region)]
    around = [region for region in outside if region.holds(own)]
    ours, theirs = _names(inside), _names(outside)
    places, elsewhere = _alone(ours - theirs), _alone(theirs - ours)
    longer = tuple(f"{name} " for name in ours)  # must hide ours in each form: `Bupati Bandung Barat`
    for region in outside:
        if region in around or not elsewhere.issuperset(region.names) or region.names[0].startswith(longer):
            elsewhere |= {*_forms(region, theirs - ours), *_votes(region, theirs - ours)}
    for region in inside:
        places.update(_forms(region, ours - theirs))
        is_other = office and region.kind != office.kind
        (elsewhere if is_other else places).update(_votes(region, ours - theirs))
    for other in OFFICES if office else ():
        if other is not office and other.kind != "provinsi":
            elsewhere.update((*other.votes, *other.people))
    counter = _names(around)
    elsewhere = elsewhere.union(_NATIONAL) - counter - places
    return Words(*(tuple(sorted(phrases)) for phrases in (places, elsewhere, counter - places)))


def is_named(text: str) -> bool:
    """Whether a text names any region."""
    return bool(_pattern().search(text))


def _forms(region: Region, alone: set[str]) -> Iterator[str]:
    """A region's names behind its kind and its offices; `alone` are names that no other region has."""
    yield from _phrases(_WITH_KIND[region.kind], region.names)
    yield from _phrases(_BEFORE, alone.intersection(region.names))


def _votes(region: Region, alone: set[str]) -> Iterator[str]:
    """A region's names behind its office, what the office's election is called and those who stand in it."""
    office = region.office
    yield from _phrases((*office.holders, *office.votes, *office.people, f"Pilkada {region.kind}"), region.names)
    yield from _phrases(_PILKADA, alone.intersection(region.names))


def _phrases(before: Iterable[str], names: Iterable[str]) -> Iterator[str]:
    return (f"{word} {name}" for name in names for word in before)


def _names(some: Iterable[Region]) -> set[str]:
    return {name for region in some for name in (*region.names, *region.seats)}


def _alone(names: set[str]) -> set[str]:
    """The names that tell a region by themselves; of ordinary words short ones in capitals: MEDAN."""
    ordinary = frozenset(_data()["ordinary"])
    return (names - ordinary) | {name.upper() for name in names & ordinary if len(name) <= _ACRONYM}


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(_names(regions()), key=len, reverse=True)))})\b")


@cache
def _data() -> dict[str, Any]:
    return dict(parse_yaml(resources.files("kliping").joinpath("data/regions.yaml").read_bytes()))


def _regions() -> Iterator[Region]:
    for province, parts in _data()["provinces"].items():
        yield Region("provinsi", (province, *parts.get("also", ())), tuple(parts.get("seat", ())), province)
        for kind in _KINDS:
            for entry in parts.get(kind, ()):
                names, _, seats = entry.rstrip(")").partition(" (")
                yield Region(kind, tuple(names.split(" / ")), tuple(seats.split(" / ") if seats else ()), province)

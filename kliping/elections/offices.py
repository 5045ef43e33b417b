"""The offices whose elections are held region by region, and the words by which stories speak of each."""

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple


class Office(NamedTuple):
    """An office and its election."""

    ids: tuple[str, ...]  # how ids of its elections begin
    kind: str  # of the region where it is held
    name: str
    short: str
    holders: tuple[str, ...]
    votes: tuple[str, ...]  # what its election is called
    people: tuple[str, ...]  # who stands in it

    def own(self, phrases: Iterable[str]) -> tuple[str, ...]:
        """The phrases that speak of no other office."""
        others = (o for o in OFFICES if o is not self)
        words = "|".join(word for o in others for word in (*o.holders, *o.votes, *o.people))
        other = re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
        return tuple(phrase for phrase in phrases if not other.search(phrase))


OFFICES = (
    Office(
        ("pilgub",), "provinsi", "Pemilihan Gubernur dan Wakil Gubernur", "Pilgub",
        holders=("Gubernur", "Wakil Gubernur"),
        votes=("Pilgub", "Pemilihan Gubernur", "Pemilihan Gubernur dan Wakil Gubernur"),
        people=("cagub", "cawagub", "bacagub", "bacawagub", "calon gubernur", "calon wakil gubernur"),
    ),
    Office(
        ("pilbup",), "kabupaten", "Pemilihan Bupati dan Wakil Bupati", "Pilbup",
        holders=("Bupati", "Wakil Bupati"),
        votes=("Pilbup", "Pemilihan Bupati", "Pemilihan Bupati dan Wakil Bupati"),
        people=("cabup", "cawabup", "bacabup", "bacawabup", "calon bupati", "calon wakil bupati"),
    ),
    Office(
        ("pilwalkot", "pilwakot", "pilwali", "pilwako", "pilkot"), "kota", "Pemilihan Wali Kota dan Wakil Wali Kota",
        "Pilwalkot",
        holders=("Wali Kota", "Walikota", "Wakil Wali Kota", "Wakil Walikota"),
        votes=(
            "Pilwalkot", "Pilwakot", "Pilwali", "Pilwako", "Pilkot", "Pemilihan Wali Kota", "Pemilihan Walikota",
            "Pemilihan Wali Kota dan Wakil Wali Kota", "Pemilihan Walikota dan Wakil Walikota",
        ),
        people=(
            "cawalkot", "cawawalkot", "bacawalkot", "cawali", "cawawali", "calon wali kota", "calon walikota",
            "calon wakil wali kota", "calon wakil walikota",
        ),
    ),
)  # fmt: skip

_NATIONAL = (
    "presiden", "capres", "cawapres", "bacapres", "bacawapres", "pilpres", "legislatif", "pileg", "caleg", "bacaleg",
    "DPR", "DPD", "DPRD",
)  # fmt: skip
_ENGLISH = ("presidential", "legislative", "gubernatorial", "mayoral", "regional head", "regional heads")
_TELLS = re.compile(
    rf"\b(?:{'|'.join(word for o in OFFICES for word in (*o.holders, *o.votes, *o.people))}"
    rf"|{'|'.join((*_NATIONAL, *_ENGLISH))})\b",
    re.IGNORECASE,
)


@cache
def tells_office(phrase: str) -> bool:
    """Whether a phrase tells which office is voted for: a Pilgub does, a Pilkada does not."""
    return bool(_TELLS.search(phrase))


def office_of(election_id: str) -> Office | None:
    """The office of an election, by how its id begins: `pilgub-dki-2024`; None for any other."""
    return next((office for office in OFFICES if election_id.partition("-")[0] in office.ids), None)

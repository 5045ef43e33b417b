"""Places as datelines print them, to tell a place from a name; provinces, kabupaten and kota in all forms of theirs."""

import re
from collections.abc import Iterator
from functools import cache
from importlib import resources
from typing import Any, NamedTuple

from kliping.evidence.common_words import is_common
from kliping.system.yaml import parse_yaml

_KIND_BEFORE = re.compile(r"(?:Provinsi|Prov\.?|Kabupaten|Kab\.?|Kota)\s+(?=\S)", re.IGNORECASE)
_LONG = 6  # letters of a place that is found inside a word
_SHORT = 4  # letters of one that is found at the end of a word
_LAND = frozenset(  # words that names of places begin with
    "tanjung karang padang batu muara sungai pulau gunung kampung desa ujung kota suka buah bukit pasir lubuk tebing"
    " rawa parit simpang teluk hulu air tanah rantau kuala pasar pantai danau telaga sumber banjar cipta mekar".split()
)
_PARTS_OF_PLACES = frozenset("barat timur utara selatan tengah tenggara daya kota kab raya baru besar".split())


class Region(NamedTuple):
    """A province, kabupaten or kota."""

    kind: str  # provinsi, kabupaten or kota
    names: tuple[str, ...]  # the usual one first, without its seat
    seats: tuple[str, ...]


def is_place(text: str) -> bool:
    """Whether a text is the name of a place we know, whatever its capitals, with or without `Kabupaten` before it."""
    name = text.strip().casefold()
    return name in _places() or _KIND_BEFORE.sub("", name, count=1) in _places()


def places_inside(word: str) -> bool:
    """Whether a longer word in small letters is a place we know and more: `banjarbaruklik`, `kilaspapua`."""
    if any(name in word and _is_more(word.replace(name, "", 1)) for name in _long_places()):
        return True
    ends = (word[:i] for i in range(_LONG - 2, len(word) - _SHORT + 1) if word[i:] in _places())
    return any(is_common(rest) and rest not in _LAND for rest in ends)


@cache
def regions() -> tuple[Region, ...]:
    """All provinces, kabupaten and kota."""
    return tuple(_regions())


def _regions() -> Iterator[Region]:
    for province, parts in _data("regions")["provinces"].items():
        yield Region("provinsi", (province, *parts.get("also", ())), tuple(parts.get("seat", ())))
        for kind in ("kabupaten", "kota"):
            for entry in parts.get(kind, ()):
                names, _, seats = entry.rstrip(")").partition(" (")
                yield Region(kind, tuple(names.split(" / ")), tuple(seats.split(" / ")) if seats else ())


@cache
def _places() -> frozenset[str]:
    known = (name for region in regions() for name in (*region.names, *region.seats))
    lists = _data("places").values()
    return frozenset(name.casefold() for names in (known, *lists) for name in names)


@cache
def _long_places() -> tuple[str, ...]:
    return tuple(name for name in _places() if len(name) >= _LONG and name.isalpha())


def _is_more(rest: str) -> bool:
    """Whether what is left of a word beside a place is more than a point of the compass."""
    return len(rest) > 1 and rest not in _PARTS_OF_PLACES


def _data(name: str) -> dict[str, Any]:
    return dict(parse_yaml(resources.files("kliping").joinpath(f"data/{name}.yaml").read_bytes()))

"""Places as datelines print them, to tell a place from a name; provinces, kabupaten and kota in all forms of theirs."""

import re
from collections.abc import Iterator
from functools import cache
from importlib import resources
from typing import Any, NamedTuple

from kliping.system.yaml import parse_yaml

_KIND_BEFORE = re.compile(r"(?:Provinsi|Prov\.?|Kabupaten|Kab\.?|Kota)\s+(?=\S)", re.IGNORECASE)


class Region(NamedTuple):
    """A province, kabupaten or kota."""

    kind: str  # provinsi, kabupaten or kota
    names: tuple[str, ...]  # the usual one first, without its seat
    seats: tuple[str, ...]


def is_place(text: str) -> bool:
    """Whether a text is the name of a place we know, whatever its capitals, with or without `Kabupaten` before it."""
    name = text.strip().casefold()
    return name in _places() or _KIND_BEFORE.sub("", name, count=1) in _places()


@cache
def regions() -> tuple[Region, ...]:
    """All provinces, kabupaten and kota."""
    return tuple(_regions())


def _regions() -> Iterator[Region]:
    for province, parts in _data("regions")["provinces"].items():
        yield Region("provinsi", (province, *parts.get("also", ())), ())
        for kind in ("kabupaten", "kota"):
            for entry in parts.get(kind, ()):
                names, _, seats = entry.rstrip(")").partition(" (")
                yield Region(kind, tuple(names.split(" / ")), tuple(seats.split(" / ")) if seats else ())


@cache
def _places() -> frozenset[str]:
    known = (name for region in regions() for name in (*region.names, *region.seats))
    lists = _data("places").values()
    return frozenset(name.casefold() for names in (known, *lists) for name in names)


def _data(name: str) -> dict[str, Any]:
    return dict(parse_yaml(resources.files("kliping").joinpath(f"data/{name}.yaml").read_bytes()))

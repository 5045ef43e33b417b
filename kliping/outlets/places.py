"""Places as datelines print them, to tell a place from a name."""

import re
from collections.abc import Iterator
from functools import cache
from importlib import resources
from typing import Any

from kliping.system.yaml import parse_yaml


def is_place(text: str) -> bool:
    """Whether a text is the name of a place we know, whatever its capitals."""
    return text.strip().casefold() in _places()


@cache
def _places() -> frozenset[str]:
    lists = _data("places").values()
    return frozenset(name.casefold() for names in (_regions(), *lists) for name in names)


def _regions() -> Iterator[str]:
    """Provinces, kabupaten, kota and their seats, in every form of their names."""
    for province, parts in _data("regions")["provinces"].items():
        yield province
        for entries in parts.values():
            for entry in entries:
                yield from re.split(r" / | \(", entry.rstrip(")"))


def _data(name: str) -> dict[str, Any]:
    return dict(parse_yaml(resources.files("kliping").joinpath(f"data/{name}.yaml").read_bytes()))

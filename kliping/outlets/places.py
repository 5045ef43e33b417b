"""Places as datelines print them, to tell a place from a name."""

from functools import cache
from importlib import resources

from kliping.system.yaml import parse_yaml


def is_place(text: str) -> bool:
    """Whether a text is the name of a place we know, whatever its capitals."""
    return text.strip().casefold() in _places()


@cache
def _places() -> frozenset[str]:
    kinds = parse_yaml(resources.files("kliping").joinpath("data/places.yaml").read_bytes())
    return frozenset(name.casefold() for names in kinds.values() for name in names)

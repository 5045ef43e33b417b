"""Which of many texts may be alike: those that agree in a whole band of their sketches (locality-sensitive hashing).

Of two texts that share half of their runs of words 87 in 100 are found, at six tenths 99 in 100; of two that
share a twentieth, as any two stories on one subject may, 2 in 10,000. Time grows with the number of texts,
not with that of pairs: what many share (a template, a headline) is remembered of a few only.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from itertools import chain, compress
from operator import ne
from typing import Generic, TypeVar

from kliping.likeness import SLOTS

_BAND = 4  # slots
_BANDS = SLOTS // _BAND
_REMEMBERED = 5  # things for each key
_COMPARED = 8  # things told of, those that share most

T = TypeVar("T", bound=Hashable)


class Neighbours(Generic[T]):
    """Things and the keys they have, and which of them share most keys with another."""

    def __init__(self) -> None:
        self._by_key: dict[Hashable, list[T]] = {}

    def add(self, thing: T, keys: Iterable[Hashable]) -> None:
        for key in keys:
            found = self._by_key.setdefault(key, [])
            if len(found) < _REMEMBERED:
                found.append(thing)

    def of(self, keys: Iterable[Hashable]) -> list[T]:
        """Those that share most, most first; in the order in which they were added where they share as much."""
        met = Counter(chain.from_iterable(self._by_key.get(key, ()) for key in keys))
        return [thing for thing, _ in met.most_common(_COMPARED)]


def shared_bands(slots: Mapping[str, bytes]) -> dict[str, list[Hashable]]:
    """Name -> the bands a text shares with another; texts that share none are left out."""
    names = list(slots)
    values = memoryview(b"".join(slots.values())).cast("I").tolist() if names else []
    found: dict[str, list[Hashable]] = {}
    for band in range(_BANDS):
        column = values[band::_BANDS]
        twice = _twice(column)
        meet = list(map(twice.__contains__, column))
        for name, value in zip(compress(names, meet), compress(column, meet), strict=True):
            found.setdefault(name, []).append(value * _BANDS + band)
    return found


def repeated(keys: Mapping[str, list[Hashable]]) -> dict[str, list[Hashable]]:
    """Name -> those of its keys that another has too; names without any are left out."""
    twice = _twice(list(chain.from_iterable(keys.values())))
    found = ((name, [key for key in own if key in twice]) for name, own in keys.items())
    return {name: own for name, own in found if own}


def _twice(values: Sequence[Hashable]) -> set[Hashable]:
    """The values met more than once; without a loop in Python, for there are millions."""
    first: dict[Hashable, int] = {}
    places = range(len(values))
    return set(compress(values, map(ne, map(first.setdefault, values, places), places)))

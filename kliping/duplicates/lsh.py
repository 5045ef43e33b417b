"""Which of many texts may be alike: those that agree in a whole band of their sketches (locality-sensitive hashing).

Of two texts that share half of their runs of words 87 in 100 are found, at six tenths 99 in 100; of two that
share a twentieth, as any two stories on one subject may, 2 in 10,000. Time grows with the number of texts,
not with that of pairs: what many share (a template, a headline) is remembered of a few only, the first of all and
the first of each outlet.
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from itertools import chain, compress
from operator import ne
from typing import Generic, TypeVar

from kliping.duplicates.minhash import SLOTS

_BAND = 4  # slots
_BANDS = SLOTS // _BAND
REMEMBERED = 5  # things for each key, and for each key and outlet
_COMPARED = 8  # things, those that share most

T = TypeVar("T", bound=Hashable)
Key = int


class Neighbours(Generic[T]):
    """Things and the keys they have, and which of them share most keys with another."""

    def __init__(self) -> None:
        self._first: dict[Key, list[tuple[T, str | None]]] = {}
        self._own: dict[tuple[Key, str | None], list[T]] = {}  # of an outlet, beside the first ones

    def add(self, thing: T, keys: Iterable[Key], outlet: str | None = None) -> None:
        for key in keys:
            first = self._first.setdefault(key, [])
            if len(first) < REMEMBERED:
                first.append((thing, outlet))
                continue
            count = sum(1 for _, other in first if other == outlet)
            own = self._own.setdefault((key, outlet), []) if count < REMEMBERED else []
            if count + len(own) < REMEMBERED:
                own.append(thing)

    def of(self, keys: Sequence[Key], outlet: str | None = None) -> list[T]:
        """The things that share most of these keys, and beside them those of the outlet's own that share most.

        Of those that share as many keys, the first that was added comes first.
        """
        met = Counter(thing for key in keys for thing, _ in self._first.get(key, ()))
        own = Counter(chain.from_iterable(self._own.get((key, outlet), ()) for key in keys))
        met.update(own)
        nearest = [thing for thing, _ in met.most_common(_COMPARED)]
        others = Counter({thing: met[thing] for thing in own if thing not in nearest})
        return [*nearest, *(thing for thing, _ in others.most_common(_COMPARED))]


def bands(slots: bytes) -> list[Key]:
    """The keys by which a text is met: one for each band of its sketch."""
    return [band << 32 | value for band, value in enumerate(memoryview(slots).cast("I").tolist())]


def shared_bands(slots: Mapping[T, bytes]) -> dict[T, list[Key]]:
    """Name -> those of the bands that a text shares with another; texts that share none are left out."""
    names = list(slots)
    values = memoryview(b"".join(slots.values())).cast("I").tolist() if names else []
    shared: dict[T, list[Key]] = {}
    for band in range(_BANDS):
        column = values[band::_BANDS]
        twice = _twice(column)
        meet = list(map(twice.__contains__, column))
        for name, value in zip(compress(names, meet), compress(column, meet), strict=True):
            shared.setdefault(name, []).append(band << 32 | value)
    return shared


def repeated(keys: Mapping[T, list[Key]]) -> dict[T, list[Key]]:
    """Name -> those of its keys that another has too; names without any are left out."""
    twice = _twice(list(chain.from_iterable(keys.values())))
    shared = ((name, [key for key in own if key in twice]) for name, own in keys.items())
    return {name: own for name, own in shared if own}


def _twice(values: Sequence[Key]) -> set[Key]:
    """The values met more than once; without a loop in Python, for there are millions."""
    first: dict[Key, int] = {}
    places = range(len(values))
    return set(compress(values, map(ne, map(first.setdefault, values, places), places)))

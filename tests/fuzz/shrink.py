"""The smallest file that still shows a finding."""

from __future__ import annotations

import time
from collections.abc import Callable

from tests.fuzz.sample import Sample

_LONGEST = 30.0  # seconds spent on one finding


def shrunk(sample: Sample, shows: Callable[[Sample], bool]) -> Sample:
    """Leave out lines, then characters, in ever smaller pieces, while the finding still shows."""
    until = time.monotonic() + _LONGEST
    if sample.sidecar is not None and shows(bare := sample._replace(sidecar=None)):
        sample = bare
    for unit in ("\n", ""):
        sample = _with_less(sample, "data", unit, until, shows)
        if sample.sidecar is not None:
            sample = _with_less(sample, "sidecar", unit, until, shows)
    return sample


def _with_less(sample: Sample, part: str, unit: str, until: float, shows: Callable[[Sample], bool]) -> Sample:
    found = _smaller(getattr(sample, part), unit, until, lambda data: shows(sample._replace(**{part: data})))
    return sample._replace(**{part: found})


def _smaller(data: bytes, unit: str, until: float, shows: Callable[[bytes], bool]) -> bytes:
    """Some bytes with as many pieces left out as can be; a piece begins behind `unit`, or is one character."""
    text = data.decode("utf-8", "surrogateescape")
    parts = text.splitlines(keepends=True) if unit else list(text)
    size = max(1, len(parts) // 2)
    while parts:
        at, fewer = 0, False
        while at < len(parts):
            if time.monotonic() > until:
                return _joined(parts)
            without = [*parts[:at], *parts[at + size :]]
            if shows(_joined(without)):
                parts, fewer = without, True
            else:
                at += size
        if size == 1 and not fewer:
            break
        size = max(1, size // 2)
    return _joined(parts)


def _joined(parts: list[str]) -> bytes:
    return "".join(parts).encode("utf-8", "surrogateescape")

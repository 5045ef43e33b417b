"""Two folders change places in one step, so that there is always a whole site where readers look."""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path

_AT_FDCWD, _RENAME_EXCHANGE = -100, 2  # linux/fcntl.h, linux/fs.h


def exchange(new: Path, place: Path, aside: Path) -> None:
    """Put a new folder in its place; what stood there is then where the new one was.

    Where the system has no such step, two renames do it by way of `aside`, and `restore` puts right what was
    cut off between them.
    """
    if not place.exists():
        place.parent.mkdir(parents=True, exist_ok=True)
        os.rename(new, place)
    elif not _exchanged(new, place):
        os.rename(place, aside)
        try:
            os.rename(new, place)
        except BaseException:
            os.rename(aside, place)
            raise
        os.rename(aside, new)


def restore(place: Path, aside: Path) -> None:
    """Put right what a killed build left: with nothing in its place, what was put aside goes back."""
    if aside.exists() and not place.exists():
        os.rename(aside, place)


def _exchanged(new: Path, place: Path) -> bool:
    """Whether the system could do it in one step."""
    if not sys.platform.startswith("linux"):
        return False
    import ctypes

    with contextlib.suppress(AttributeError):  # an old C library
        rename = ctypes.CDLL(None, use_errno=True).renameat2
        return bool(rename(_AT_FDCWD, os.fsencode(new), _AT_FDCWD, os.fsencode(place), _RENAME_EXCHANGE) == 0)
    return False

"""Tells when something that a site is made from has changed on the disk."""

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from watchfiles import watch

_TICK = 200  # milliseconds without a change after which we say so
_STEP = 30  # milliseconds of quiet after a change
_MOST = 500  # milliseconds that a change waits for quiet
_TEMPORARY = ("~", ".swp", ".swx", ".tmp", ".part", ".crdownload", ".pyc", "#", "/4913")  # of editors and browsers

_Mark = tuple[int, ...]


def changes(folders: Callable[[], Iterable[Path]], file: Path) -> Iterator[bool]:
    """True where something in the folders, or the file, has changed, and once at the start; False about five times a
    second while nothing does.

    `folders` is asked again and again: they may become others, be removed, and come back. Changes between two steps of
    the iteration are kept for the next.
    """
    polls = None  # None leaves it to watchfiles, which asks the system to tell of changes
    while True:
        marks = _marks(folders(), file)
        there = [path for path, mark in marks.items() if mark and path != file]
        changed = True  # for what changed before it was watched is not told
        try:
            for told in _watched(there, polls):
                yield changed or any(counts(path, there) for path in told)
                if _marks(folders(), file) != marks:
                    break
                changed = False
        except FileNotFoundError:  # gone since it was looked for
            continue
        except (OSError, RuntimeError):  # of the system or of watchfiles
            if polls:
                raise
            polls = True  # the system can watch no more files


def _watched(folders: list[Path], polls: bool | None) -> Iterator[list[Path]]:
    """What changed, again and again; nothing where there was no change for a moment. Raises OSError."""
    told = watch(
        *folders, watch_filter=None, debounce=_MOST, step=_STEP, rust_timeout=_TICK, yield_on_timeout=True,
        force_polling=polls, ignore_permission_denied=True,
    )  # fmt: skip
    return ([Path(path) for _, path in some] for some in told)


def counts(path: Path, folders: Iterable[Path]) -> bool:
    """Whether a change there matters: not so of hidden files, our own state among them, and of temporary ones."""
    if str(path).endswith(_TEMPORARY):
        return False
    inside = next((path.relative_to(folder) for folder in folders if path.is_relative_to(folder)), path)
    return not any(part.startswith(".") or part == "__pycache__" for part in inside.parts)


def _marks(folders: Iterable[Path], file: Path) -> dict[Path, _Mark]:
    """What tells whether a folder is still the same one, and whether the file has changed; nothing where it is gone."""
    marks = {folder: _mark(folder)[:1] for folder in folders}
    return marks | {file: _mark(file)}


def _mark(path: Path) -> _Mark:
    try:
        found = os.stat(path)
    except OSError:
        return ()
    return found.st_ino, found.st_mtime_ns, found.st_size

"""What both halves need to know a folder again: how its files look, which are to be read, and state kept whole.

Size, times and inode decide whether a file is *read* again, its hash whether anything is *done* again. What is
kept of a folder only saves time: losing it costs time, never truth.
"""

from __future__ import annotations

import contextlib
import os
import stat
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from kliping.system.hashing import content_hash
from kliping.system.limits import MIB

Stat = tuple[int, int, int, int]
_READ = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_63_BITS = (1 << 63) - 1  # what fits into any index; some file systems number their files further


def stat_of(path: Path) -> Stat:
    """Size, time of change, time of the last change of any kind, inode. Links are not followed."""
    return kept_of(os.lstat(path))


def kept_of(found: os.stat_result) -> Stat:
    return found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino & _63_BITS


def tellable(name: str) -> str:
    """The name of a file as it can be printed, whatever is in it."""
    return name if name.isprintable() else repr(name)


class Unfit(Exception):
    """A file that is not read; the message says why and what to do."""


def read_regular(path: str | Path, most: int, smaller: str) -> tuple[bytes, Stat]:
    """The bytes of a file of at most `most` bytes, no link being followed, and how it looks.

    Raises OSError, and Unfit for what is no such file; `smaller` is what to do with one that is too large.
    """
    with os.fdopen(os.open(path, _READ), "rb", buffering=0) as file:
        found = os.fstat(file.fileno())
        if not stat.S_ISREG(found.st_mode):
            raise Unfit("is a link or a device, not a file; put the file itself here")
        if found.st_size > most:
            raise Unfit(f"is larger than {most // MIB} MiB; {smaller}")
        data = file.read(found.st_size + 1)
    if len(data) != found.st_size:
        raise Unfit("changes while it is read; run it again when it is written whole")
    return data, kept_of(found)


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that it is there whole or not at all."""
    beside = f"{path.parent}/.{path.name}.{os.getpid()}.new"
    try:
        try:
            file = open(beside, "wb")  # noqa: SIM115 - closed two lines on; the folder is there nearly always
        except FileNotFoundError:
            path.parent.mkdir(parents=True, exist_ok=True)
            file = open(beside, "wb")  # noqa: SIM115
        with file:
            file.write(data)
        os.replace(beside, path)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(beside)
        raise


@cache
def code_version() -> str:
    """A hash over our own code and words: a new version trusts nothing derived by an old one."""
    folder = Path(__file__).parent.parent
    return content_hash(*(path.read_bytes() for path in _sources(folder)))


def _sources(folder: Path) -> Iterator[Path]:
    yield from sorted(path for path in folder.rglob("*") if path.suffix in (".py", ".yaml"))


def state_folder(folder: Path) -> Path:
    """The folder beside `folder`, on its file system, that holds its index, lock and report."""
    folder = folder.resolve()
    return folder.parent / f".{folder.name}.kliping"


def markdown_files(folder: Path, passed: list[str] | None = None) -> dict[str, Stat]:
    """The Markdown files of an articles folder, in order of name: regular files, no links, nothing dotted.

    Links and what else looks like an article and is none are put into `passed`.
    """
    found = markdown_files_unsorted(folder, passed)
    return {name: found[name] for name in sorted(found)}


def markdown_files_unsorted(folder: Path, passed: list[str] | None = None) -> dict[str, Stat]:
    """The same in the order in which the folder tells them."""
    found: dict[str, Stat] = {}
    waiting = [(str(folder), "")]
    while waiting:
        above, inside = waiting.pop()
        with contextlib.suppress(FileNotFoundError), os.scandir(above) as entries:
            for entry in entries:
                name = entry.name
                if name[0] == ".":
                    continue
                if name[-3:] == ".md" and entry.is_file(follow_symlinks=False):
                    try:
                        found[inside + name] = kept_of(entry.stat(follow_symlinks=False))
                    except FileNotFoundError:  # gone since it was listed
                        continue
                elif entry.is_dir(follow_symlinks=False):
                    waiting.append((entry.path, f"{inside}{name}/"))
                elif passed is not None and (name[-3:] == ".md" or entry.is_symlink()):
                    passed.append(inside + name)
    return found


def moved_on(known: Mapping[str, Stat], files: Mapping[str, Stat], since: int) -> tuple[list[str], list[str]]:
    """Files that are to be read, for they are new, changed, or as young as `since` and may have changed unseen; and
    those that are gone. `since` are nanoseconds."""
    read = [name for name, now in files.items() if known.get(name) != now or now[1] >= since or now[2] >= since]
    return read, sorted(known.keys() - files.keys()) if read or len(known) != len(files) else []

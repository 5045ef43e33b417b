"""Files and folders: bounded reads, atomic writes, what changed since a run, the state folder, the version of our code.

Size, times and inode decide whether a file is *read* again, its hash whether anything is *done* again. What is kept
of a folder only saves time: without it the result is the same.
"""

import contextlib
import os
import stat
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from kliping.locale import _
from kliping.system.hashing import content_hash
from kliping.system.limits import MIB

Stat = tuple[int, int, int, int]  # bytes, mtime and ctime in nanoseconds, inode
_MARKDOWN = (".md", ".MD", ".Md")
_READ = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_63_BITS = (1 << 63) - 1  # what fits into any index; some file systems number their files further


def stat_tuple(status: os.stat_result) -> Stat:
    """The part of a stat result that tells whether a file has changed."""
    return status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino & _63_BITS


def printable_name(name: str) -> str:
    """A file's name, or its repr where it holds what cannot be printed."""
    return name if name.isprintable() else repr(name)


class FileRefused(Exception):
    """A file that is not read: no regular one, too large, or being written. The message says why and what to do."""


def read_regular(path: str | Path, most: int, smaller: str) -> tuple[bytes, Stat]:
    """A regular file's bytes, at most `most` of them, and its stat; links are not followed.

    Raises OSError, and FileRefused for any other file; `smaller` is the advice for one that is too large.
    """
    with os.fdopen(os.open(path, _READ), "rb", buffering=0) as file:
        status = os.fstat(file.fileno())
        if not stat.S_ISREG(status.st_mode):
            raise FileRefused(_("is a link or a device, not a file; put the file itself here"))
        if status.st_size > most:
            raise FileRefused(_("is larger than {count} MiB; {advice}").format(count=most // MIB, advice=smaller))
        data = file.read(status.st_size + 1)
    if len(data) != status.st_size:
        raise FileRefused(_("changes while it is read; run it again when it is written whole"))
    return data, stat_tuple(status)


def write_atomic(path: Path, data: bytes) -> None:
    """Write a file, and the folders it lies in, so that it holds all of `data` or is as it was. Raises OSError."""
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
    """A hash over Kliping's own code, YAML and catalogues: what another version derived is not used."""
    package = Path(__file__).parent.parent
    sources = sorted(path for path in package.rglob("*") if path.suffix in (".py", ".yaml", ".mo"))
    return content_hash(*(path.read_bytes() for path in sources))


def state_folder(folder: Path) -> Path:
    """`.<name>.kliping` beside a folder, on its file system: its index, lock and report."""
    folder = folder.resolve()
    return folder.parent / f".{folder.name}.kliping"


def markdown_files(folder: Path, passed: list[str] | None = None) -> dict[str, Stat]:
    """Path below the folder -> stat of each Markdown file: regular files, in no order.

    Passed over is what begins with a dot, and a folder that begins with `_`, such as `_templates`. Links, and anything
    else named `.md`, are added to `passed`.
    """
    files: dict[str, Stat] = {}
    waiting = [(str(folder), "")]
    while waiting:
        above, inside = waiting.pop()
        with contextlib.suppress(FileNotFoundError), os.scandir(above) as entries:
            for entry in entries:
                name = entry.name
                if name[0] == ".":
                    continue
                if name[-3:] in _MARKDOWN and entry.is_file(follow_symlinks=False):
                    try:
                        files[inside + name] = stat_tuple(entry.stat(follow_symlinks=False))
                    except FileNotFoundError:  # gone since it was listed
                        continue
                elif entry.is_dir(follow_symlinks=False):
                    if name[0] != "_":
                        waiting.append((entry.path, f"{inside}{name}/"))
                elif passed is not None and (name[-3:] in _MARKDOWN or entry.is_symlink()):
                    passed.append(inside + name)
    return files


def changed_files(before: Mapping[str, Stat], now: Mapping[str, Stat], since: int) -> tuple[list[str], list[str]]:
    """Names of files to be read again, and of those that are gone.

    Read again are the new, the changed, and those as young as `since` (nanoseconds), which may have changed unseen.
    """
    changed = [name for name, new in now.items() if before.get(name) != new or new[1] >= since or new[2] >= since]
    return changed, sorted(before.keys() - now.keys()) if changed or len(before) != len(now) else []

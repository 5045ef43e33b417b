"""What is known of a folder: path -> size and times, content hash, derived row.

Size, times and inode decide whether a file is *read* again, its hash whether anything is *done*
again. Losing an index costs time, never truth.
"""

from __future__ import annotations

import contextlib
import json
import os
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from kliping.rulefile import digest

Stat = tuple[int, int, int, int]
_63_BITS = (1 << 63) - 1  # what fits into any index; some file systems number their files further


@dataclass(slots=True)
class Entry:
    stat: Stat
    hash: str
    row: dict[str, Any]


@dataclass(slots=True)
class Index:
    """The entries of one folder, kept in a JSON file in the state folder beside it."""

    path: Path
    entries: dict[str, Entry] = field(default_factory=dict)
    written: int = 0  # nanoseconds; a file as young as the index may have changed unseen

    @classmethod
    def load(cls, path: Path, fresh: bool = False) -> Index:
        """Read an index. A missing, broken or foreign one is empty, as is any with `fresh`."""
        found = cls(path)
        if fresh:
            return found
        with contextlib.suppress(OSError, ValueError, KeyError, TypeError):
            data = json.loads(path.read_bytes())
            if data["code"] == code_version():
                found.entries = {n: Entry(tuple(e[0]), e[1], e[2]) for n, e in data["entries"].items()}
                found.written = data["written"]
        return found

    def unchanged(self, name: str, stat: Stat) -> Entry | None:
        """The entry of a file that needs no reading, else None."""
        entry = self.entries.get(name)
        return entry if entry and entry.stat == stat and stat[1] < self.written else None

    def save(self) -> None:
        self.written = time.time_ns()
        entries = {name: (entry.stat, entry.hash, entry.row) for name, entry in self.entries.items()}
        data = {"code": code_version(), "written": self.written, "entries": entries}
        write_whole(self.path, json.dumps(data, ensure_ascii=False, separators=(",", ":"), default=str).encode())


def stat_of(path: Path) -> Stat:
    """Size, time of change, time of the last change of any kind, inode. Links are not followed."""
    return kept_of(os.lstat(path))


def kept_of(found: os.stat_result) -> Stat:
    return found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino & _63_BITS


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
    folder = Path(__file__).parent
    return digest(*(path.read_bytes() for path in _sources(folder)))


def _sources(folder: Path) -> Iterator[Path]:
    yield from sorted(path for path in folder.rglob("*") if path.suffix in (".py", ".yaml"))


def state_folder(folder: Path) -> Path:
    """The folder beside `folder`, on its file system, that holds its index, lock and report."""
    folder = folder.resolve()
    return folder.parent / f".{folder.name}.kliping"


def markdown_files(folder: Path) -> dict[str, Stat]:
    """The Markdown files of an articles folder, in order of name: regular files, no links, nothing dotted."""
    found = markdown_files_unsorted(folder)
    return {name: found[name] for name in sorted(found)}


def markdown_files_unsorted(folder: Path) -> dict[str, Stat]:
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
                    found[inside + name] = kept_of(entry.stat(follow_symlinks=False))
                elif entry.is_dir(follow_symlinks=False):
                    waiting.append((entry.path, f"{inside}{name}/"))
    return found


def moved_on(known: Mapping[str, Stat], files: Mapping[str, Stat], since: int) -> tuple[list[str], list[str]]:
    """Files that are to be read, for they are new, changed, or as young as `since` and may have changed unseen; and
    those that are gone. `since` are nanoseconds."""
    read = [name for name, stat in files.items() if known.get(name) != stat or stat[1] >= since or stat[2] >= since]
    return read, sorted(known.keys() - files.keys()) if read or len(known) != len(files) else []

"""The folder of saved pages: which files are pages, which are furniture, which cannot be read."""

from __future__ import annotations

import os
import stat
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from kliping.formats import READERS
from kliping.index import Stat, kept_of

MOST_BYTES = 32 * 1024 * 1024  # a browser's saved page with all pictures inlined weighs 5 to 20 MB
FOLDER_FILE = "_folder.yaml"  # what the curator says of a whole folder
_FURNITURE = frozenset(
    ".js .css .map .woff .woff2 .ttf .otf .png .jpg .jpeg .gif .webp .avif .svg .ico .mp4 .mp3 .json".split()
)
_SYSTEM = frozenset(("thumbs.db", "desktop.ini", "readme.md"))


@dataclass(slots=True)
class Saved:
    """A folder of saved pages, listed in order of name."""

    pages: dict[str, Stat] = field(default_factory=dict)
    rejected: dict[str, str] = field(default_factory=dict)  # path -> why it is no page we read
    sidecars: list[str] = field(default_factory=list)

    @classmethod
    def find(cls, folder: Path) -> Saved:
        found = cls()
        kinds: dict[str, list[str]] = {}
        for path, name in _files(folder):
            found._sort(path, name, kinds)
        for suffix, names in kinds.items():
            found._reject_kind(suffix, names)
        return found

    def _sort(self, path: str, name: str, kinds: dict[str, list[str]]) -> None:
        last, suffix = name.rpartition("/")[2], suffix_of(name)
        if last.startswith(".") or last.casefold() in _SYSTEM or suffix in _FURNITURE:
            return
        status = os.lstat(path)
        if not stat.S_ISREG(status.st_mode):
            self.rejected[name] = "is a link or a device, not a file; put the page itself here"
        elif suffix in (".yaml", ".yml"):
            self.sidecars.append(name)
        elif suffix not in READERS:
            kinds.setdefault(suffix, []).append(name)
        elif name.encode("utf-8", "surrogateescape").decode("utf-8", "replace") != name or not name.isprintable():
            self.rejected[repr(name)] = "has a name that cannot be shown; rename it"
        else:
            self.pages[name] = kept_of(status)

    def _reject_kind(self, suffix: str, names: list[str]) -> None:
        what = f"suffix `{suffix}`" if suffix else "no suffix"
        for name in names:
            self.rejected[name] = f"has {what}, which is not read; save the page as {', '.join(READERS)}"


def suffix_of(name: str) -> str:
    """The suffix by which a page is read, in small letters."""
    return os.path.splitext(name)[1].rstrip(".").casefold()


def _files(folder: Path) -> Iterator[tuple[str, str]]:
    """Every file below a folder, with its path from there, in order of name.

    Furniture folders (`x_files/`) and hidden ones are left out.
    """
    for top, folders, files in os.walk(folder):
        folders[:] = sorted(f for f in folders if not f.endswith("_files") and not f.startswith("."))
        links = [f for f in folders if os.path.islink(os.path.join(top, f))]
        inside = Path(top).relative_to(folder).as_posix()
        for name in sorted([*files, *links]):
            yield os.path.join(top, name), name if inside == "." else f"{inside}/{name}"


def read_bytes(path: str | Path) -> bytes:
    """The bytes of one page, without following a link. Raises Rejected, naming what is wrong."""
    from kliping.page import Rejected

    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    try:
        with os.fdopen(os.open(path, flags), "rb", buffering=0) as file:
            found = os.fstat(file.fileno())
            if not stat.S_ISREG(found.st_mode):
                raise Rejected("is no regular file; put the page itself here")
            data = file.readall() if found.st_size <= MOST_BYTES else None
    except OSError as error:
        raise Rejected(f"cannot be read ({error.strerror}); check its permissions") from error
    if data is None:
        raise Rejected(f"is larger than {MOST_BYTES // 1024 // 1024} MiB; save the page as text")
    return data


def by_kind(rejected: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Rejects as (name, why), those of one unread suffix on one line."""
    kinds = Counter(why for why in rejected.values() if "which is not read" in why)
    said = set()
    for name, why in rejected.items():
        if kinds[why] > 1:
            if why not in said:
                said.add(why)
                yield f"{name} and {kinds[why] - 1} more", why.replace("has ", "have ", 1)
        else:
            yield name, why

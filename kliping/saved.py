"""The folder of saved pages: which files are pages, which are furniture, which cannot be read."""

from __future__ import annotations

import contextlib
import os
import stat
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from operator import attrgetter
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
    sidecars: dict[str, Stat] = field(default_factory=dict)

    @classmethod
    def find(cls, folder: Path) -> Saved:
        """List a folder, furniture (`x_files/`, pictures, system files) and what is hidden left out."""
        found = cls()
        kinds: dict[str, list[str]] = {}
        found._look(str(folder), "", kinds)
        for suffix, names in kinds.items():
            found._reject_kind(suffix, names)
        return found

    def sidecar(self, page: str) -> str:
        """The sidecar of a page, whether it is there yet or not."""
        stem = page.rpartition(".")[0]
        return f"{stem}.yml" if f"{stem}.yml" in self.sidecars else f"{stem}.yaml"

    def beside(self, sidecars: Collection[str]) -> set[str]:
        """The pages of which some sidecars speak."""
        if not sidecars:
            return set()
        stems = {name.rpartition(".")[0] for name in sidecars}
        folders = tuple(name.removesuffix(FOLDER_FILE) for name in sidecars if name.rpartition("/")[2] == FOLDER_FILE)
        return {name for name in self.pages if name.rpartition(".")[0] in stems or name.startswith(folders)}

    def _look(self, top: str, inside: str, kinds: dict[str, list[str]]) -> None:
        """Sort what a folder holds, in order of name; the folders in it come last."""
        with contextlib.suppress(FileNotFoundError), os.scandir(top) as entries:
            below = []
            for entry in sorted(entries, key=attrgetter("name")):
                name = entry.name
                if name[0] == ".":
                    continue
                if name[name.rfind(".") :] in READERS and entry.is_file(follow_symlinks=False):
                    self._take(entry, inside + name)
                elif not entry.is_dir(follow_symlinks=False):
                    self._sort(entry, inside + name, kinds)
                elif not name.endswith("_files"):
                    below.append(entry)
            for entry in below:
                self._look(entry.path, f"{inside}{entry.name}/", kinds)

    def _sort(self, entry: os.DirEntry[str], name: str, kinds: dict[str, list[str]]) -> None:
        suffix = suffix_of(name)
        if suffix in _FURNITURE or entry.name.casefold() in _SYSTEM:
            return
        if not entry.is_file(follow_symlinks=False):
            if not entry.name.endswith("_files") or not entry.is_dir():
                self.rejected[name] = "is a link or a device, not a file; put the page itself here"
        elif suffix in (".yaml", ".yml"):
            self.sidecars[name] = kept_of(entry.stat(follow_symlinks=False))
        elif suffix not in READERS:
            kinds.setdefault(suffix, []).append(name)
        else:
            self._take(entry, name)

    def _take(self, entry: os.DirEntry[str], name: str) -> None:
        if name.isprintable():
            self.pages[name] = kept_of(entry.stat(follow_symlinks=False))
        else:
            self.rejected[repr(name)] = "has a name that cannot be shown; rename it"

    def _reject_kind(self, suffix: str, names: list[str]) -> None:
        what = f"suffix `{suffix}`" if suffix else "no suffix"
        for name in names:
            self.rejected[name] = f"has {what}, which is not read; save the page as {', '.join(READERS)}"


def suffix_of(name: str) -> str:
    """The suffix by which a page is read, in small letters."""
    return os.path.splitext(name)[1].rstrip(".").casefold()


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

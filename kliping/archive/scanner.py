"""The folder of saved pages: which files are pages, which are furniture, which cannot be read."""

import contextlib
import os
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from operator import attrgetter
from pathlib import Path

from kliping.archive.beside import SIDECAR
from kliping.formats import READERS, suffix_of
from kliping.system.files import FileRefused, Stat, printable_name, read_regular, stat_tuple
from kliping.system.limits import FOLDERS, PAGE_BYTES

_FURNITURE = frozenset(
    ".js .css .map .woff .woff2 .ttf .otf .png .jpg .jpeg .gif .webp .avif .svg .ico .mp4 .mp3 .json".split()
)
_SYSTEM = frozenset(("thumbs.db", "desktop.ini", "readme.md"))


@dataclass(slots=True)
class SavedFolder:
    """A folder of saved pages, listed in order of name."""

    pages: dict[str, Stat] = field(default_factory=dict)
    rejected: dict[str, str] = field(default_factory=dict)  # path -> why it is no page we read
    sidecars: dict[str, Stat] = field(default_factory=dict)
    passed: list[str] = field(default_factory=list)  # furniture that lies among the pages

    @classmethod
    def find(cls, folder: Path) -> "SavedFolder":
        """List a folder, furniture (`x_files/` beside x.html, pictures, system files) and what is hidden left out."""
        listing = cls()
        kinds: dict[str, list[str]] = {}
        listing._look(str(folder), kinds)
        for suffix, names in kinds.items():
            listing._reject_kind(suffix, names)
        return listing

    def _look(self, top: str, kinds: dict[str, list[str]]) -> None:
        """Sort what a folder and those below it hold, in order of name; the folders in one come last."""
        waiting = [""]
        while waiting:
            inside = waiting.pop()
            if inside.count("/") > FOLDERS:
                self._reject(inside, f"lies more than {FOLDERS} folders deep, so its pages are not read; move it up")
                continue
            try:
                with os.scandir(f"{top}/{inside}") as entries:
                    files = sorted(entries, key=attrgetter("name"))
            except FileNotFoundError:
                continue
            except OSError as error:
                self._reject(inside, f"cannot be opened ({error.strerror}), so its pages are not read")
                continue
            waiting += reversed([f"{inside}{folder}/" for folder in self._folders(files, inside, kinds)])

    def _folders(self, entries: list[os.DirEntry[str]], inside: str, kinds: dict[str, list[str]]) -> Iterator[str]:
        """Sort the files of one folder; gives the names of the folders in it that may hold pages."""
        for entry in entries:
            name = entry.name
            if name[0] == ".":
                self._sort_hidden(entry, inside, entries)
            elif name[name.rfind(".") :] in READERS and entry.is_file(follow_symlinks=False):
                self._take(entry, inside + name)
            elif not entry.is_dir(follow_symlinks=False):
                self._sort(entry, inside + name, kinds)
            elif not (name.endswith("_files") and _has_page(entries, name.removesuffix("_files"))):
                if suffix_of(name) in READERS:
                    self._reject(inside + name, "is a folder with the name of a page; only pages in it are read")
                yield name

    def _sort_hidden(self, entry: os.DirEntry[str], inside: str, beside: Iterable[os.DirEntry[str]]) -> None:
        """What is hidden is no page, but one with the name of a page is named; macOS keeps `._x` beside each x."""
        name = entry.name
        if suffix_of(name) in READERS and not (name.startswith("._") and any(e.name == name[2:] for e in beside)):
            self._reject(inside + name, "is hidden, for its name begins with a dot; rename it if it is a page")

    def _sort(self, entry: os.DirEntry[str], name: str, kinds: dict[str, list[str]]) -> None:
        suffix = suffix_of(name)
        if entry.name.casefold() in _SYSTEM:
            return
        if suffix in _FURNITURE:
            self.passed.append(printable_name(name))
        elif not entry.is_file(follow_symlinks=False):
            self._reject(name, "is a link or a device, not a file; put the page itself here")
            if SIDECAR.fullmatch(name):
                self._put(self.sidecars, entry, name)  # a takedown may be meant
        elif SIDECAR.fullmatch(name):
            self._put(self.sidecars, entry, name)
        elif suffix not in READERS:
            kinds.setdefault(suffix, []).append(name)
        else:
            self._take(entry, name)

    def _take(self, entry: os.DirEntry[str], name: str) -> None:
        if name.isprintable():
            self._put(self.sidecars if SIDECAR.fullmatch(name) else self.pages, entry, name)
        else:
            self._reject(name, "has a name that cannot be shown; rename it")

    def _put(self, files: dict[str, Stat], entry: os.DirEntry[str], name: str) -> None:
        with contextlib.suppress(FileNotFoundError):  # gone since it was listed
            files[name] = stat_tuple(entry.stat(follow_symlinks=False))

    def _reject(self, name: str, why: str) -> None:
        self.rejected[printable_name(name)] = why

    def _reject_kind(self, suffix: str, names: list[str]) -> None:
        what = f"suffix `{suffix}`" if suffix else "no suffix"
        for name in names:
            self._reject(name, f"has {what}, which is not read; save the page as {', '.join(READERS)}")


def _has_page(entries: Iterable[os.DirEntry[str]], stem: str) -> bool:
    """Whether a browser saved a page of this name, and its furniture in the folder beside it."""
    return any(os.path.splitext(entry.name)[0] == stem and suffix_of(entry.name) in READERS for entry in entries)


def read_bytes(path: str | Path) -> bytes:
    """The bytes of one page, without following a link. Raises Rejected, naming what is wrong."""
    from kliping.formats.page import Rejected

    try:
        return read_regular(path, PAGE_BYTES, "save the page as text")[0]
    except FileRefused as error:
        raise Rejected(str(error)) from error
    except OSError as error:
        raise Rejected(f"cannot be read ({error.strerror}); check that it is there and may be read") from error


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

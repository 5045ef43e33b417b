"""The folder of saved pages: which files are pages, which are furniture, which cannot be read."""

import contextlib
import os
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from operator import attrgetter
from pathlib import Path

from kliping.archive import furniture
from kliping.archive.beside import SIDECAR
from kliping.formats import READERS, suffix_of
from kliping.locale import _
from kliping.system.files import FileRefused, Stat, printable_name, read_regular, stat_tuple
from kliping.system.limits import FOLDERS, PAGE_BYTES


@dataclass(slots=True)
class SavedFolder:
    """A folder of saved pages, listed in order of name."""

    pages: dict[str, Stat] = field(default_factory=dict)
    rejected: dict[str, str] = field(default_factory=dict)  # path -> why it is no page we read
    sidecars: dict[str, Stat] = field(default_factory=dict)
    passed: list[str] = field(default_factory=list)  # pictures, scripts and styles that lie among the pages
    leftovers: list[str] = field(default_factory=list)  # what editors, cloud drives and downloads left there

    @classmethod
    def find(cls, folder: Path) -> "SavedFolder":
        """List a folder, furniture (`x_files/` beside x.html, pictures, system files) and what is hidden left out."""
        listing = cls()
        unread: list[str] = []
        listing._look(str(folder), unread)
        listing._reject_unread(unread)
        return listing

    def _look(self, top: str, unread: list[str]) -> None:
        """Sort what a folder and those below it hold, in order of name; the folders in one come last."""
        waiting = [""]
        while waiting:
            inside = waiting.pop()
            if inside.count("/") > FOLDERS:
                self._reject(
                    inside,
                    _("lies more than {count} folders deep, so its pages are not read; move it up").format(
                        count=FOLDERS
                    ),
                )
                continue
            try:
                with os.scandir(f"{top}/{inside}") as entries:
                    files = sorted(entries, key=attrgetter("name"))
            except FileNotFoundError:
                continue
            except OSError as error:
                why = _("cannot be opened ({reason}), so its pages are not read; check its permissions")
                self._reject(inside, why.format(reason=error.strerror))
                continue
            waiting += reversed([f"{inside}{folder}/" for folder in self._folders(files, inside, unread)])

    def _folders(self, entries: list[os.DirEntry[str]], inside: str, unread: list[str]) -> Iterator[str]:
        """Sort the files of one folder; gives the names of the folders in it that may hold pages."""
        stems: set[str] | None = None  # of pages, worked out where a folder is met that one may have been saved with
        for entry in entries:
            name = entry.name
            if name[0] == ".":
                self._sort_hidden(name, inside)
            elif furniture.is_plainly_a_page(name) and entry.is_file(follow_symlinks=False):
                self._take(entry, inside + name)
            elif not entry.is_dir(follow_symlinks=False):
                self._sort(entry, inside + name, entries, unread)
            elif not furniture.is_folder(name):
                if along := furniture.saved_along(name):
                    stems = _stems(entries) if stems is None else stems
                    if along in stems:
                        continue
                if suffix_of(name) in READERS:
                    self._reject(inside + name, _("is a folder with the name of a page; only pages in it are read"))
                yield name

    def _sort_hidden(self, name: str, inside: str) -> None:
        """What is hidden is no page; one with the name of a page is rejected by name, so that none is lost unseen."""
        if furniture.is_leftover(name):
            self.leftovers.append(printable_name(inside + name))
        elif suffix_of(name) in READERS:
            self._reject(inside + name, _("is hidden, for its name begins with a dot; rename it if it is a page"))

    def _sort(self, entry: os.DirEntry[str], path: str, beside: Iterable[os.DirEntry[str]], unread: list[str]) -> None:
        """Put a file (`path` below the saved folder) where it belongs; what is not read by its suffix into `unread`."""
        name = entry.name
        if furniture.is_system_file(name):
            return
        if furniture.is_leftover(name) or furniture.is_conflict_copy(name, (other.name for other in beside)):
            self.leftovers.append(printable_name(path))
        elif furniture.is_part(name):
            self.passed.append(printable_name(path))
        elif not entry.is_file(follow_symlinks=False):
            self._reject(path, _("is a link or a device, not a file; put the page itself here"))
            if SIDECAR.fullmatch(name):
                self._put(self.sidecars, entry, path)  # a takedown may be meant
        elif SIDECAR.fullmatch(name):
            self._put(self.sidecars, entry, path)
        elif suffix_of(name) in READERS:
            self._take(entry, path)
        else:
            unread.append(path)

    def _take(self, entry: os.DirEntry[str], name: str) -> None:
        if name.isprintable():
            self._put(self.pages, entry, name)
        else:
            self._reject(name, _("has a name that cannot be shown; rename it"))

    def _put(self, files: dict[str, Stat], entry: os.DirEntry[str], name: str) -> None:
        with contextlib.suppress(FileNotFoundError):  # gone since it was listed
            files[name] = stat_tuple(entry.stat(follow_symlinks=False))

    def _reject(self, name: str, why: str) -> None:
        self.rejected[printable_name(name)] = why

    def _reject_unread(self, names: list[str]) -> None:
        """Reject files by their suffix; one whose text stands beside it in a page of the same name needs no word."""
        stems = {page.rpartition(".")[0] for page in self.pages} if names else set()
        for name in names:
            if name.rpartition(".")[0] in stems:
                self.passed.append(printable_name(name))
            else:
                self._reject(name, furniture.advice(suffix_of(name)))


def _stems(entries: Iterable[os.DirEntry[str]]) -> set[str]:
    """Names of the pages in a folder, without their suffix."""
    return {entry.name.rpartition(".")[0] for entry in entries if suffix_of(entry.name) in READERS}


def read_bytes(path: str | Path) -> bytes:
    """The bytes of one page, without following a link. Raises Rejected, naming what is wrong."""
    from kliping.formats.page import Rejected

    try:
        return read_regular(path, PAGE_BYTES, _("save the page as text"))[0]
    except FileRefused as error:
        raise Rejected(str(error)) from error
    except OSError as error:
        why = _("cannot be read ({reason}); check that it is there and may be read")
        raise Rejected(why.format(reason=error.strerror)) from error


def by_reason(rejected: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Rejects as (name, why), those of one reason on one line."""
    counts = Counter(rejected.values())
    for name, why in rejected.items():
        if count := counts.pop(why, 0):
            yield name if count == 1 else _("{name} and {more} more").format(name=name, more=count - 1), why

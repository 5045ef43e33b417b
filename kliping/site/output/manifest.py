"""One whole site in a folder, and the list of its files: each with its key, and the stat that proves it untouched."""

import contextlib
import errno
import os
import shutil
import stat
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TypeVar

import msgspec

from kliping.system.files import Stat, stat_tuple, write_atomic

T = TypeVar("T")

PELICAN, SEARCH = "frame", "search"  # folders of what Pelican and Pagefind made, in the state folder
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
_LISTING = "site-"  # and the folder's inode


class _Listing(msgspec.Struct, array_like=True):
    key: str  # of all together, where they are made in one go
    files: dict[str, tuple[Stat, str]]  # name -> stat and key
    folders: dict[str, tuple[int, int]]  # name -> time of change and inode


class SiteFolder:
    """A site's folder. Its listing lies in the state folder under the folder's inode, so it follows a rename."""

    def __init__(self, folder: Path, state: Path) -> None:
        self.folder, self.state = folder, state
        self._root = f"{folder}/"
        self.key = ""  # of all together, as loaded or saved
        self.files: dict[str, tuple[Stat, str]] = {}
        self._folders: dict[str, tuple[int, int]] = {}
        self._touched: set[str] = set()  # folders in which something was put or removed
        self.has_lost_folders = False  # as `strays` found

    @property
    def is_there(self) -> bool:
        """Whether there is a folder."""
        return self.folder.is_dir()

    @property
    def listing(self) -> Path:
        """The file in the state folder that lists its files."""
        return self.state / f"{_LISTING}{os.stat(self.folder).st_ino}"

    def load(self, key: str | None = "") -> bool:
        """Read the listing; False where it is lost or broken, or was made by another key. None stands for any."""
        with contextlib.suppress(OSError, msgspec.DecodeError):
            listing = msgspec.msgpack.decode(self.listing.read_bytes(), type=_Listing)
            if key is None or listing.key == key:
                self.key, self.files, self._folders = listing.key, listing.files, listing.folders
                return True
        return False

    def listed_elsewhere(self) -> set[str]:
        """Files that any listing in the state folder names: for a site that was copied with its state."""
        names: set[str] = set()
        for path in self.state.glob(f"{_LISTING}*"):
            with contextlib.suppress(OSError, msgspec.DecodeError):
                names |= msgspec.msgpack.decode(path.read_bytes(), type=_Listing).files.keys()
        return names

    def save(self, key: str = "") -> None:
        """Write the listing of what stands here now."""
        folders = {folder for name in self._touched for folder in _parents(name)}
        for folder in folders:
            self._folders.pop(folder, None)
            now = _folder_stat(self._root + folder)
            if now[1]:
                self._folders[folder] = now
        self._touched.clear()
        write_atomic(self.listing, msgspec.msgpack.encode(_Listing(key, self.files, self._folders)))

    def at(self, folder: Path) -> "SiteFolder":
        """The same, after its folder was renamed."""
        self.folder, self._root = folder, f"{folder}/"
        return self

    def has(self, name: str, key: str) -> bool:
        """Whether a file of this key was put here."""
        entry = self.files.get(name)
        return entry is not None and entry[1] == key

    def forget_touched(self) -> list[str]:
        """Drop from the list each file that is gone or is not as it was put here; returns which."""
        gone = [name for name, (listed, _) in self.files.items() if listed != _stat(self._root + name)]
        for name in gone:
            del self.files[name]
        return gone

    def strays(self) -> list[str]:
        """Files and folders that nobody put here by a build, by looking again into each folder that has changed."""
        folders = [(f"{folder}/" if folder else "", self._root + folder) for folder in self._changed_folders()]
        inside = (prefix + name for prefix, folder in folders for name in os.listdir(folder))
        return [name for name in inside if self._is_stray(name)]

    def _is_stray(self, name: str) -> bool:
        """Whether something stands here that a build did not put here, be it in the place of what one put."""
        path = self._root + name
        if name in self.files:
            return os.path.isdir(path) and not os.path.islink(path) and bool(os.listdir(path))
        return name not in self._folders or stat.S_ISREG(os.lstat(path).st_mode)

    def _changed_folders(self) -> Iterator[str]:
        for name, listed in self._folders.items():
            now = _folder_stat(self._root + name)
            if not now[1]:
                self.has_lost_folders = True
            elif now != listed:
                yield name

    def every_file(self) -> list[str]:
        """All that stands here, listed or not."""
        return [
            os.path.relpath(os.path.join(top, name), self.folder).replace(os.sep, "/")
            for top, folders, names in os.walk(self.folder)
            for name in [*names, *(f for f in folders if os.path.islink(os.path.join(top, f)))]
        ]

    def put(self, name: str, data: bytes) -> Stat:
        """Write a file, never into one that stands here: it may be shared with another generation."""
        path = self._root + name
        file = _anew(path, lambda: os.open(path, _NEW, 0o666))
        try:
            if os.write(file, data) != len(data):
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), path)
            return stat_tuple(os.fstat(file))
        finally:
            os.close(file)

    def stat(self, name: str) -> Stat:
        """The stat of a file; zeros where there is none."""
        return _stat(self._root + name)

    def note(self, name: str, stat: Stat, key: str) -> None:
        """Enter a file that was put here."""
        self.files[name] = (stat, key)
        self._touched.add(name)

    def remove(self, names: Iterable[str]) -> None:
        """Remove files, or folders with all in them, and the folders that are empty then."""
        for name in names:
            path = self._root + name
            if os.path.isdir(path) and not os.path.islink(path):
                shutil.rmtree(path)
            else:
                with contextlib.suppress(FileNotFoundError, NotADirectoryError):
                    os.unlink(path)
            self.files.pop(name, None)
            self._touched.add(name)
            for folder in list(_parents(name))[:-1]:
                try:
                    os.rmdir(self._root + folder)
                except OSError:
                    break
                self._folders.pop(folder, None)

    def share(self, other: "SiteFolder", name: str) -> tuple[Stat, Stat]:
        """Take a file over from another generation: one file under two names, or a copy where links are not to be had.

        Returns the stat there, which a new name changes, and the stat here.
        """
        mine, theirs = self._root + name, other._root + name
        _anew(mine, lambda: _link(theirs, mine))
        return _stat(theirs), _stat(mine)


def emptied(folder: Path) -> Path:
    """A new folder in the place of whatever stood there."""
    if folder.is_symlink() or folder.is_file():
        folder.unlink()
    elif folder.exists():
        shutil.rmtree(folder)
    folder.mkdir(parents=True)
    return folder


def sweep(state: Path, *folders: Path) -> None:
    """Remove from a state folder what killed builds left half written, and the listings of other folders than these."""
    listings = {SiteFolder(folder, state).listing for folder in folders if folder.is_dir()}
    for path in (*state.glob(f"{_LISTING}*"), *state.glob(".*.new")):
        if path not in listings:
            path.unlink(missing_ok=True)


def _anew(path: str, make: Callable[[], T]) -> T:
    """Make a file where its folder may be missing, or another file may stand in its place."""
    try:
        return make()
    except FileNotFoundError:
        os.makedirs(path.rpartition("/")[0], exist_ok=True)
    except FileExistsError:
        os.unlink(path)
    return make()


def _link(path: str, new: str) -> None:
    try:
        os.link(path, new, follow_symlinks=False)
    except (FileNotFoundError, FileExistsError):
        raise
    except OSError:  # a file system without links, or a file with as many as it may have
        shutil.copyfile(path, new, follow_symlinks=False)


def _stat(path: str) -> Stat:
    try:
        return stat_tuple(os.lstat(path))
    except (FileNotFoundError, NotADirectoryError):
        return (0, 0, 0, 0)


def _folder_stat(path: str) -> tuple[int, int]:
    """Time of change and inode; nothing where there is no folder."""
    try:
        entry = os.lstat(path)
    except (FileNotFoundError, NotADirectoryError):
        return 0, 0
    return (entry.st_mtime_ns, entry.st_ino) if stat.S_ISDIR(entry.st_mode) else (0, 0)


def _parents(name: str) -> Iterator[str]:
    """The folders above a file, the nearest first, the root last."""
    while name:
        name = name.rpartition("/")[0]
        yield name

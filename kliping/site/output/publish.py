"""The site in output/ and its spare: what has changed is made again in the spare, audited, and exchanged.

The spare is a second whole site in the state folder, of the same files under second names. After each exchange it is
brought up to date, so that the next build writes what has changed and nothing else.
"""

import contextlib
import errno
import os
import shutil
import signal
import sys
import threading
import time
from collections.abc import Collection, Iterator, Mapping
from functools import partial
from pathlib import Path

from kliping.locale import _
from kliping.site.audit import Audit
from kliping.site.output.manifest import PELICAN, SEARCH, SiteFolder, emptied, sweep
from kliping.site.output.page import Output
from kliping.site.render.templates import Theme
from kliping.system import workers
from kliping.system.errors import Stop
from kliping.system.files import Stat

# Of a site of ours whose listing is lost: files it always has, and the kinds it may have.
_ALWAYS = frozenset(("index.html", "404.html", "rss.xml", "atom.xml"))
_KINDS = frozenset((".html", ".xml", ".css", ".svg", ".txt", ".js", ".json", ".png", ".ico", ".xsl", ".csv", ".opml"))
_KINDS |= {".pagefind", ".pf_meta", ".pf_filter", ".pf_index", ".pf_fragment"}
_AT_FDCWD, _RENAME_EXCHANGE = -100, 2  # linux/fcntl.h, linux/fs.h
_TICK = 0.01  # seconds; a change to a file in the moment in which it was written would not show in its times


class Published:
    """The site that readers see, and the next one in the making."""

    def __init__(self, output: Path, state: Path, fresh: bool = False) -> None:
        """Put right what a killed build left. Raises Stop where the output holds what no build put there."""
        self._aside, self._fresh = state / "old", fresh
        if os.path.ismount(output):
            why = _("{output}/ is a mount point, which cannot be exchanged; name a folder in it with --output")
            raise Stop(why.format(output=output.name))
        if self._aside.exists() and not output.exists():  # a build was killed between two renames
            os.rename(self._aside, output)
        shutil.rmtree(self._aside, ignore_errors=True)
        self._live, self._spare = SiteFolder(output, state), SiteFolder(state / "spare", state)
        self._refuse_foreign()
        if fresh:
            self._live.files.clear()

    def shows(self, wanted: Mapping[str, Output]) -> bool:
        """Whether all that is wanted stands there, untouched, and nothing else."""
        files = self._live.files
        if files.keys() != wanted.keys() or any(files[name][1] != output.key for name, output in wanted.items()):
            return False
        return not self._live.forget_touched()

    def prepare(self) -> None:
        """Make the spare ready to be worked on: what stands in it is as its listing says."""
        spare = self._spare
        if not self._fresh and spare.is_there and spare.load():
            foreign = spare.strays()
            if not spare.has_lost_folders:
                spare.remove([*spare.forget_touched(), *foreign])
                return
        self._spare = _empty(spare)

    def make(self, wanted: Mapping[str, Output], theme: Theme, audit: Audit) -> list[str]:
        """Bring these files of the spare up to date. Returns what the audit finds wrong in them."""
        todo = [output for output in wanted.values() if not self._spare.has(output.file, output.key)]
        todo = [output for output in todo if not self._taken_over(output)]
        if not todo:
            return []
        if workers.pays(len(todo)):
            theme.warm()
        faults: list[str] = []
        with workers.each(partial(_made, self._spare, theme, audit), todo) as results:
            for output, (stat, its) in zip(todo, results, strict=True):
                if not its:  # else the next build would take it for good
                    self._spare.note(output.file, stat, output.key)
                faults += its
        return faults

    def give_up(self) -> None:
        """Keep what was made for the next build."""
        self._spare.save()

    def exchange(self, names: Collection[str]) -> int:
        """Put the new site in its place; `names` are all its files. The old one becomes the spare and follows.

        Returns how many files were written.

        Raises Stop where a folder cannot be exchanged.
        """
        live, spare = self._live, self._spare
        spare.remove([name for name in spare.files if name not in names])
        written = sum(live.files.get(name) != entry for name, entry in spare.files.items())
        spare.save()
        with _interrupt_ignored():
            self._exchange()
            self._follow()
            time.sleep(_TICK)
        return written

    def _exchange(self) -> None:
        live, spare = self._live, self._spare
        place, beside = live.folder, spare.folder
        try:
            exchange(beside, place, self._aside)
        except OSError as error:
            if error.errno in (errno.EBUSY, errno.EXDEV):
                why = _(
                    "{output}/ or its state {state}/ is a mount point, which cannot be exchanged; "
                    "name a folder in it with --output"
                )
                raise Stop(why.format(output=place.name, state=beside.parent.name)) from error
            raise
        self._live, self._spare = spare.at(place), live.at(beside)

    def _follow(self) -> None:
        """Bring the spare up to date with the site, as second names of the same files."""
        spare = self._spare
        if not spare.is_there or not spare.files or spare.has_lost_folders:
            self._spare = _empty(spare)  # of what else it holds nothing is known
        try:
            self._share()
        except (FileExistsError, FileNotFoundError, NotADirectoryError, IsADirectoryError):  # somebody was at it
            self._spare = _empty(self._spare)
            self._share()
        others = (spare.state / PELICAN, *(spare.state / SEARCH).glob("[0-9]*"))
        sweep(spare.state, self._live.folder, self._spare.folder, *others)

    def _share(self) -> None:
        live, spare = self._live, self._spare
        spare.remove([name for name in spare.files if name not in live.files])
        todo = [name for name, entry in live.files.items() if spare.files.get(name) != entry]
        with workers.each(partial(spare.share, live), todo) as results:
            for name, (theirs, mine) in zip(todo, results, strict=True):
                key = live.files[name][1]
                live.note(name, theirs, key)
                spare.note(name, mine, key)
        live.save()
        spare.save()

    def _taken_over(self, output: Output) -> bool:
        """Whether the live site had this very file to share."""
        live, name = self._live, output.file
        if not live.has(name, output.key) or live.stat(name) != live.files[name][0]:
            return False
        theirs, mine = self._spare.share(live, name)
        live.files[name] = (theirs, output.key)
        self._spare.note(name, mine, output.key)
        return True

    def _refuse_foreign(self) -> None:
        """Raise Stop where the output holds something that is no site of ours: it would be lost."""
        live = self._live
        if not live.is_there:
            return
        if live.load():
            foreign = live.strays()
        elif listed := live.listed_elsewhere():
            foreign = [name for name in live.every_file() if name not in listed]
        else:
            names = sorted(live.every_file())
            foreign = [name for name in names if Path(name).suffix not in _KINDS]
            foreign = foreign or (names if not _ALWAYS.issubset(names) else [])
        if foreign:
            why = _("{output}/ holds {file}, which no build put there; move it away or name another --output")
            raise Stop(why.format(output=live.folder.name, file=foreign[0]))


def _made(folder: SiteFolder, theme: Theme, audit: Audit, output: Output) -> tuple[Stat, list[str]]:
    """Make one file in a folder; its stat, and what is wrong with it."""
    data = output.data(theme)
    return folder.put(output.file, data), audit.of(output.file, data)


def _empty(spare: SiteFolder) -> SiteFolder:
    """A new spare in the place of another."""
    return SiteFolder(emptied(spare.folder), spare.state)


def exchange(new: Path, place: Path, aside: Path) -> None:
    """Put a new folder in its place; what stood there is then where the new one was. Raises OSError.

    Where the system cannot do it in one step, two renames do it by way of `aside`; if the build is killed between them,
    the next one puts that back.
    """
    if not place.exists():
        place.parent.mkdir(parents=True, exist_ok=True)
        os.rename(new, place)
    elif not _exchanged_at_once(new, place):
        os.rename(place, aside)
        try:
            os.rename(new, place)
        except BaseException:
            os.rename(aside, place)
            raise
        os.rename(aside, new)


def _exchanged_at_once(new: Path, place: Path) -> bool:
    """Whether the system could exchange them in one step."""
    if not sys.platform.startswith("linux"):
        return False
    import ctypes

    with contextlib.suppress(AttributeError):  # an old C library
        rename = ctypes.CDLL(None, use_errno=True).renameat2
        return bool(rename(_AT_FDCWD, os.fsencode(new), _AT_FDCWD, os.fsencode(place), _RENAME_EXCHANGE) == 0)
    return False


@contextlib.contextmanager
def _interrupt_ignored() -> Iterator[None]:
    """Ctrl-C comes too late once the new site stands: nothing but the spare is still to be done."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)

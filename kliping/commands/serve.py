"""`invoke serve`: the site on this machine, built again whenever something changes, until Ctrl-C."""

import contextlib
import errno
import os
import signal
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from kliping.archive import report_text
from kliping.archive.run import Folders
from kliping.commands import Options
from kliping.commands.build import planned
from kliping.commands.console import exits, say
from kliping.commands.rebuild import LOADED, Outcome, rebuilt
from kliping.locale import _
from kliping.preview.builds import Builds
from kliping.preview.server import MOST_PORTS, Preview
from kliping.preview.watcher import changes
from kliping.site.build import Places
from kliping.site.output.publish import Published
from kliping.system.errors import Exit, Stop
from kliping.system.lock import locked

_AGAIN = 0.2  # seconds until the lock that another build holds is tried again
_PATIENCE = 1.0  # seconds until we say that we wait for it


def serve(root: Path, options: Options, port: str) -> None:
    """Build, serve on this machine, and build again at each change. Ends by Ctrl-C, which is no error."""
    with exits():
        number, (site_url, folders, places) = _port(port), planned(root, options)
        folders.articles.mkdir(parents=True, exist_ok=True)  # to be watched
        _refuse_output(places)
        work = partial(rebuilt, site_url, folders, places)
        try:
            with Builds(work, LOADED) as builds, _opened(places.output, number) as preview:
                _Session(builds, preview, folders, places).run()
        except KeyboardInterrupt:
            signal.signal(signal.SIGINT, signal.SIG_IGN)
            say(_("stopped serving; the site stays in {folder}/").format(folder=places.output.name))


def _refuse_output(places: Places) -> None:
    """Raise Stop where the output holds what no build put there; not while a build is at work on it."""
    try:
        with locked(places.state):
            Published(places.output, places.state)
    except Stop as stop:
        if stop.code != Exit.BUSY:
            raise


def _port(given: str) -> int:
    """The number of a port. Raises Stop."""
    if not (given.isascii() and given.isdecimal() and 1 <= int(given[:6]) <= 65535):
        raise Stop(_("--port {port}: is no port; give a number from 1 to 65535").format(port=given))
    return int(given)


def _opened(output: Path, port: int) -> Preview:
    """The server, on the port or the next that is free. Raises Stop where there is none."""
    try:
        preview = Preview(output, port)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            reason = _("ports {first} to {last} are all in use; name another with --port")
            raise Stop(reason.format(first=port, last=min(port + MOST_PORTS, 65535))) from None
        reason = _("--port {port}: {why}; name another, such as 8000")
        raise Stop(reason.format(port=port, why=error.strerror)) from None
    if preview.port != port:
        say(_("port {port} is in use; {free} is taken instead").format(port=port, free=preview.port))
    return preview


@dataclass
class _Session:
    """From start to Ctrl-C: waits for changes, has the site built, tells pages and terminal."""

    builds: Builds[bool, Outcome]  # the job is whether the search index stays as it is
    preview: Preview
    folders: Folders
    places: Places
    themes: tuple[Path, ...] = ()
    said: list[str] = field(default_factory=list)  # at the last build
    mark: tuple[int, int] | None = None  # of the site that pages were told of
    is_begun: bool = False
    is_wrong: bool = False  # something is to be mended
    index_is_due: bool = False

    def run(self) -> None:
        """Ends by KeyboardInterrupt only."""
        self.themes = (self.places.settings.parent.resolve() / "theme",)
        say(_("building {folder}/").format(folder=self.places.output.name))
        for changed in changes(self._watched, self.places.settings.resolve()):
            if changed:
                self._rebuild()
            elif self.builds.is_at_work:
                self._take_index()
            elif self.index_is_due:
                self.index_is_due = False
                self.builds.start(False)
            elif self._has_other_site():  # of a build by somebody else
                self.preview.events.tell_site()

    def _watched(self) -> list[Path]:
        sources = (self.places.content, self.folders.saved, self.folders.articles)
        return list(dict.fromkeys((*(path.resolve() for path in sources), *self.themes)))

    def _rebuild(self) -> None:
        """Bring all but the search index up to date, which is done when nothing changes for a moment."""
        waited = 0.0
        while (outcome := self._outcome()).is_busy:
            if waited == _PATIENCE:
                say(_("another build is at work here; waiting for it to end"))
            time.sleep(_AGAIN)
            waited = round(waited + _AGAIN, 1)
        self._tell(outcome)
        self.index_is_due = bool(outcome.counts)

    def _outcome(self) -> Outcome:
        self.builds.start(True)
        outcome = self._taken()
        assert outcome
        return outcome

    def _taken(self, seconds: float | None = None) -> Outcome | None:
        """What the build at work has to say, if it is done by then; that it was killed or failed, where it was so."""
        try:
            return self.builds.result(seconds)
        except Stop as stop:
            return Outcome(mistakes=[str(stop)])
        except RuntimeError as error:  # a mistake of our own, with its traceback
            return Outcome(lines=[str(error)], mistakes=[str(error).strip().rpartition("\n")[2]])

    def _take_index(self) -> None:
        outcome = self._taken(0)
        if not outcome:
            return
        if outcome.is_busy:
            self.index_is_due = True
        elif outcome.files or outcome.mistakes:
            self._tell(outcome, is_index=True)

    def _tell(self, outcome: Outcome, is_index: bool = False) -> None:
        """Tell terminal and pages what a build has done."""
        stops = () if outcome.lines or outcome.counts else outcome.mistakes
        lines = [*outcome.lines, *(_("stopped: {reason}").format(reason=reason) for reason in stops)]
        for line in lines:
            if line not in self.said:
                say(line)
        if self.is_wrong and not outcome.mistakes:
            say(_("all is mended"))
        self.said = lines if outcome.counts else [*self.said, *lines]
        self.is_wrong = bool(outcome.mistakes)
        if outcome.files and self.is_begun:
            what = _("search brought up to date") if is_index else _("built again")
            done = _("{what}: {files} files written; {seconds:.1f} s")
            say(done.format(what=what, files=outcome.files, seconds=outcome.seconds))
        self.themes = outcome.themes or self.themes
        self._announce(outcome)
        self._tell_pages(outcome, is_index)

    def _tell_pages(self, outcome: Outcome, is_index: bool) -> None:
        events = self.preview.events
        stands = _("To be mended:") if outcome.counts else _("To be mended; until then this is the site built last:")
        events.tell_mistakes(stands, _some(outcome.mistakes))
        if self._has_other_site():
            events.tell_search() if is_index else events.tell_site()

    def _has_other_site(self) -> bool:
        """Whether there is another site than pages were told of, and from now on that one."""
        before = self.mark
        with contextlib.suppress(OSError):  # it is just being exchanged, or never was built
            found = os.stat(self.places.output)
            self.mark = (found.st_ino, found.st_ctime_ns)
        return self.mark != before

    def _announce(self, outcome: Outcome) -> None:
        """Give the address at the start, and where the settings have given the site another path."""
        is_other = outcome.base is not None and outcome.base != self.preview.base
        if outcome.base is not None:
            self.preview.base = outcome.base
        if not self.is_begun or is_other:
            if outcome.counts:
                print(_("build: {counts}").format(counts=outcome.counts))
            print(_("serving {url} until Ctrl-C").format(url=self.preview.url), flush=True)
        self.is_begun = True


def _some(mistakes: Sequence[str]) -> list[str]:
    """As many as a page has room for."""
    most = report_text.MOST
    rest = [_("and {count} more").format(count=len(mistakes) - most)] if len(mistakes) > most else []
    return [*mistakes[:most], *rest]

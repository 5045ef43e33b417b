"""One build of `invoke serve`, in a process that ends with it, and all that it has to say."""

import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from kliping.archive import report_text
from kliping.archive.run import Archive, Folders
from kliping.site.build import Build, Places
from kliping.site.settings.settings import Settings
from kliping.system.errors import Exit, Stop
from kliping.system.files import state_folder
from kliping.system.lock import locked

LOADED = (  # what a build loads only when it needs it
    "kliping.archive.cleaner kliping.archive.writer kliping.formats.html kliping.formats.text kliping.outlets.registry"
    " kliping.site.pelican.plugin kliping.system.sandbox lxml.cssselect lxml.html nh3"
).split()


@dataclass(slots=True)
class Outcome:
    """What one build has to say."""

    base: str | None = None  # path of the site's address; None where the settings are refused
    themes: tuple[Path, ...] = ()  # folders of templates and static files, where the settings tell
    lines: Sequence[str] = ()  # for the terminal
    mistakes: Sequence[str] = ()  # to be mended; they are among the lines
    counts: str = ""
    files: int = 0  # written
    seconds: float = 0.0
    is_busy: bool = False  # nothing was done, for another build is at work


def rebuilt(site_url: str | None, folders: Folders, places: Places, keep_index: bool) -> Outcome:
    """Clean and build as `invoke build` does; what stops it is told in the outcome, not raised."""
    outcome, started = Outcome(), time.perf_counter()
    try:
        settings = Settings.read(places.settings, site_url)
        outcome.base, outcome.themes = urlsplit(settings.site_url).path.rstrip("/"), tuple(_themes(settings))
        with (
            locked(state_folder(folders.articles)),
            locked(places.state),
            Build(places, site_url, keep_index=keep_index) as site,
        ):
            report = Archive(folders).run()
            built = site.finish(report.withheld)
        outcome.lines = [
            *report_text.news(report, report_text.MOST),
            *report_text.problems(report, built.problems, report_text.MOST),
        ]
        outcome.mistakes, outcome.files = [*report.problems, *built.problems], built.files
        outcome.seconds = time.perf_counter() - started
        outcome.counts = report.counts(built.files, outcome.seconds)
    except Stop as stop:
        outcome.is_busy, outcome.mistakes = stop.code == Exit.BUSY, [str(stop)]
    except OSError as error:
        outcome.mistakes = [f"{error.filename or places.output}: {error.strerror or error}"]
    return outcome


def _themes(settings: Settings) -> Iterable[Path]:
    """The theme's folder, there or not, and those of templates put before its own."""
    names = (settings.values["THEME"], *settings.values.get("THEME_TEMPLATES_OVERRIDES", ()))
    return (settings.file.parent.resolve() / str(name) for name in names)

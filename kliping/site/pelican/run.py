"""What Pelican itself makes: hand-written pages, the theme's static files, and whatever its other plugins add.

Made again only when settings, theme or pages change; between builds it lies in the state folder.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from functools import cached_property
from pathlib import Path
from typing import Any

from kliping.site.assembly import Site, made_by
from kliping.site.output.manifest import FRAME, SiteFolder, emptied
from kliping.site.output.page import Output
from kliping.site.render.templates import Theme
from kliping.site.settings.settings import Settings
from kliping.site.sources import calendars
from kliping.site.sources.calendars import Calendar
from kliping.system.errors import Exit, Stop
from kliping.system.hashing import content_hash
from kliping.system.workers import Worker


class PelicanRun:
    """The files of one Pelican run. It works beside us while articles are read."""

    def __init__(self, settings: Settings, content: Path, state: Path) -> None:
        self._settings, self._content, self._state = settings, content, state
        self._kept = SiteFolder(state / FRAME, state)
        self._worker: Worker[bool] | None = None
        self.theme: Theme | None = None  # Pelican's own, where other plugins may have added to it

    @cached_property
    def calendar(self) -> Calendar:
        return calendars.load(self._content / "elections", self._state)

    @cached_property
    def site(self) -> Site:
        """What every page shows of the whole."""
        return Site.of(self._content)

    @cached_property
    def _key(self) -> str:
        return content_hash(*_made_from(self._settings, self._content, self.site))

    def begin(self, fresh: bool) -> None:
        """Start Pelican where it is needed."""
        if not fresh and not self._settings.has_guests and self._stands():
            return
        emptied(self._kept.folder)
        self._kept.files.clear()
        if self._settings.has_guests:
            self.theme = self._run()
            self._enter()
        else:
            self._worker = Worker(lambda: [bool(self._run())])

    def end(self) -> None:
        if self._worker:
            self._worker.end()

    def promised(self) -> set[str]:
        """Files that it will have for certain, so that pages may link to them while it is at work."""
        if not self._worker:
            return {*self._kept.files}
        static = self._settings.theme / "static"
        files = {f"theme/{path.relative_to(static).as_posix()}" for path in static.rglob("*") if path.is_file()}
        return files | {f"{page.path}index.html" for page in self.site.pages}

    def standing(self) -> dict[str, Output] | None:
        """Its files, where they need not be waited for."""
        return None if self._worker else self._outputs()

    def outputs(self) -> dict[str, Output]:
        """Its files; waits for Pelican."""
        if self._worker:
            next(self._worker)
            self._enter()
        return self._outputs()

    def _outputs(self) -> dict[str, Output]:
        return {name: Output(name, key, self._maker(name)) for name, (_, key) in self._kept.files.items()}

    def _enter(self) -> None:
        for name in sorted(self._kept.every_file()):
            self._kept.note(name, self._kept.stat(name), content_hash((self._kept.folder / name).read_bytes()))
        self._kept.save(self._key)

    def _stands(self) -> bool:
        """Whether all is there as this key's run left it."""
        return self._kept.is_there and self._kept.load(self._key) and not self._kept.forget_touched()

    def _run(self) -> Theme:
        gc.disable()  # for the imports of Pelican, most of its time
        from kliping.site.pelican import plugin

        values: dict[str, Any] = {
            "PATH": str(self._content),
            "OUTPUT_PATH": str(self._kept.folder),
            "SITEURL": self._settings.site_url,
            "DIGEST_SITE": self.site,
            "IGNORE_FILES": [".*", *(name for name in self.site.unfit if "/" not in name)],
            "PAGE_EXCLUDES": sorted({f"pages/{name.split('/')[0]}" for name in self.site.unfit if "/" in name}),
        }
        try:
            return plugin.run(self._settings.file, values)
        except plugin.PelicanFailed as error:
            raise Stop(f"Pelican failed, the old site stands: {error}", Exit.FAILED) from None

    def _maker(self, name: str) -> Callable[[Theme], bytes]:
        path = self._kept.folder / name
        return lambda theme: path.read_bytes()


def _made_from(settings: Settings, content: Path, site: Site) -> Iterator[str | bytes]:
    yield from (*made_by(), settings.key, repr(site))
    for folder in (settings.theme, content / "pages"):
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            yield from (path.relative_to(folder).as_posix(), path.read_bytes())

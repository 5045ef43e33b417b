"""What Pelican itself makes: hand-written pages, the theme's static files, and whatever its other plugins add.

Made again only when settings, theme or pages change; between builds it lies in the state folder.
"""

from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Any

from kliping.locale import _
from kliping.site.output.manifest import PELICAN, SiteFolder, emptied
from kliping.site.output.page import Output, outputs_of
from kliping.site.output.versions import code_versions
from kliping.site.render.templates import Theme
from kliping.site.settings.settings import Settings
from kliping.site.sources.static_pages import Site
from kliping.system.errors import Exit, Stop
from kliping.system.hashing import content_hash
from kliping.system.memory import collection_paused
from kliping.system.workers import Worker


class PelicanRun:
    """The files of one Pelican run. It works beside us while articles are read."""

    def __init__(self, settings: Settings, site: Site, content: Path, state: Path) -> None:
        self._settings, self._site, self._content = settings, site, content
        self._folder = SiteFolder(state / PELICAN, state)
        self._worker: Worker[bool] | None = None
        self.theme: Theme | None = None  # Pelican's own, where other plugins may have added to it

    @cached_property
    def _key(self) -> str:
        return content_hash(*self._inputs())

    def begin(self, fresh: bool) -> None:
        """Start Pelican where it is needed. Raises Stop where plugins of others are at work and it fails."""
        if not fresh and not self._settings.has_other_plugins and self._stands():
            return
        emptied(self._folder.folder)
        self._folder.files.clear()
        if self._settings.has_other_plugins:
            self.theme = self._run()
            self._list()
        else:
            self._worker = Worker(lambda: [bool(self._run())])

    def end(self) -> None:
        """Stop Pelican, done or not."""
        if self._worker:
            self._worker.end()

    def promised(self) -> set[str]:
        """Files that it will have for certain, so that pages may link to them while it is at work."""
        if not self._worker:
            return {*self._folder.files}
        static = self._settings.theme / "static"
        files = {f"theme/{path.relative_to(static).as_posix()}" for path in static.rglob("*") if path.is_file()}
        return files | {f"{page.path}index.html" for page in self._site.pages}

    def standing(self) -> dict[str, Output] | None:
        """Its files, where they need not be waited for."""
        return None if self._worker else outputs_of(self._folder)

    def outputs(self) -> dict[str, Output]:
        """Its files; waits for Pelican. Raises Stop where it fails."""
        if self._worker:
            next(self._worker)
            self._list()
        return outputs_of(self._folder)

    def _list(self) -> None:
        """Enter each file into the folder's listing, by a hash of its bytes."""
        folder = self._folder
        for name in sorted(folder.every_file()):
            folder.note(name, folder.stat(name), content_hash((folder.folder / name).read_bytes()))
        folder.save(self._key)

    def _stands(self) -> bool:
        """Whether all is there as this key's run left it."""
        return self._folder.is_there and self._folder.load(self._key) and not self._folder.forget_touched()

    @collection_paused()  # the imports of Pelican are most of its time
    def _run(self) -> Theme:
        from kliping.site.pelican import plugin

        unfit = self._site.unfit
        values: dict[str, Any] = {
            "PATH": str(self._content),
            "OUTPUT_PATH": str(self._folder.folder),
            "SITEURL": self._settings.site_url,
            "DIGEST_SITE": self._site,
            "IGNORE_FILES": [".*", *(name for name in unfit if "/" not in name)],
            "PAGE_EXCLUDES": sorted({f"pages/{name.split('/')[0]}" for name in unfit if "/" in name}),
        }
        try:
            return plugin.run(self._settings.file, values)
        except plugin.PelicanFailed as error:
            why = _("Pelican failed, the old site is kept: {error}")
            raise Stop(why.format(error=error), Exit.FAILED) from None

    def _inputs(self) -> Iterator[str | bytes]:
        """All that Pelican's files are made from."""
        yield from (*code_versions(), self._settings.key, repr(self._site))
        for folder in (self._settings.theme, self._content / "pages"):
            for path in sorted(path for path in folder.rglob("*") if path.is_file()):
                yield from (path.relative_to(folder).as_posix(), path.read_bytes())

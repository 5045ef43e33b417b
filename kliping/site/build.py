"""Articles -> output/: reads what is new, plans the whole site, makes what has changed, and publishes it."""

from __future__ import annotations

import gc
from dataclasses import dataclass, field
from pathlib import Path

from kliping.site import pages
from kliping.site.assembly import digest_of
from kliping.site.audit import Audit
from kliping.site.output.page import Output
from kliping.site.output.publish import Published
from kliping.site.pelican.run import PelicanRun
from kliping.site.render.templates import Theme
from kliping.site.search import page as search_page
from kliping.site.search.index import Index
from kliping.site.settings.settings import Settings
from kliping.site.sources.articles import ArticleSource
from kliping.system.errors import Exit, Stop


@dataclass(frozen=True, slots=True)
class Places:
    """Where a build reads and writes."""

    settings: Path
    content: Path
    articles: Path
    output: Path
    state: Path


@dataclass(slots=True)
class Built:
    """What a build did, and what it left out."""

    files: int = 0  # written
    problems: list[str] = field(default_factory=list)


class Build:
    """One build. Pelican starts to work at once where it is needed; `finish` does the rest when articles are ready."""

    def __init__(
        self, places: Places, site_url: str | None = None, fresh: bool = False, keep_index: bool = False
    ) -> None:
        """With `keep_index` the search stays as it is. Raises Stop where settings or output are refused; nothing is
        changed then.
        """
        self._places, self._fresh = places, fresh
        self._settings = Settings.read(places.settings, site_url)
        anew = fresh or self._settings.has_guests  # whose filters may do otherwise today, and no key tells
        self._published = Published(places.output, places.state, anew)
        self._frame = PelicanRun(self._settings, places.content, places.state)
        self._index = Index(places.state, keep_index, fresh)

    def __enter__(self) -> Build:
        self._frame.begin(self._fresh)
        return self

    def __exit__(self, *error: object) -> None:
        self._frame.end()
        self._index.end()

    def finish(self) -> Built:
        """Bring the site in `output` up to date. Raises Stop, the old site left whole, where the new one is not."""
        gc.disable()  # rows and outputs by the ten thousand are kept to the end; to search them for waste costs a fifth
        places, site = self._places, self._frame.site
        articles = ArticleSource(places.articles, places.state, self._fresh)
        digest = digest_of(self._settings, site, articles.rows(), self._frame.calendar, articles.html)
        articles.save()
        problems = [*site.problems, *articles.problems, *digest.problems()]
        self._index.begin(digest, bool(self._settings.values.get("FULL_TEXT", True)))
        wanted = pages.outputs(digest)
        for output in search_page.outputs(digest.ground, digest.elections, len(digest.rows), self._index):
            wanted[output.file] = output
        kept, found = self._frame.standing(), self._index.standing()
        if kept is not None and found is not None and self._published.shows(wanted | kept | found):
            return Built(problems=problems)
        return Built(self._publish(wanted, {row.id for row in digest.rows}), problems)

    def _publish(self, wanted: dict[str, Output], article_ids: set[str]) -> int:
        """Make what is wanted, ours while Pelican is at work on the frame, and put it in its place."""
        frame, published = self._frame, self._published
        audit = Audit({*wanted, *frame.promised()}, self._settings.site_url)
        theme = frame.theme or Theme.load(self._settings, frame.site, self._places.state / "templates")
        published.prepare()
        wrong = published.make(wanted, theme, audit)
        late = frame.outputs() | self._index.outputs()
        wrong += published.make(late, theme, audit)
        wrong += audit.whole({*wanted, *late}, article_ids)
        wrong += [f"{name}: Pelican did not write it" for name in sorted(frame.promised() - late.keys())]
        if wrong:
            published.give_up()
            more = f" (and {len(wrong) - 5} more)" if len(wrong) > 5 else ""
            raise Stop(f"the new site failed its audit, the old one stands: {'; '.join(wrong[:5])}{more}", Exit.FAILED)
        return published.exchange({*wanted, *late})

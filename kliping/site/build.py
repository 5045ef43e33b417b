"""Articles -> output/: reads what is new, plans the whole site, makes what has changed, and publishes it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from kliping.locale import _
from kliping.site import routes
from kliping.site.audit import Audit
from kliping.site.digest import Digest
from kliping.site.output.page import Output, SharedInputs, refuse_two_makers
from kliping.site.output.publish import Published
from kliping.site.pelican.run import PelicanRun
from kliping.site.render.templates import Theme
from kliping.site.search.index import Index
from kliping.site.settings.settings import Settings
from kliping.site.sources import calendars
from kliping.site.sources.articles import ArticleSource
from kliping.site.sources.static_pages import Site
from kliping.system.errors import Exit, Stop
from kliping.system.memory import collection_paused

_FAULTS = 5  # named at most


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
        anew = fresh or self._settings.has_other_plugins  # whose filters may do otherwise today, and no key tells
        self._published = Published(places.output, places.state, anew)
        self._site = Site.of(places.content, routes.is_reserved)
        self._pelican = PelicanRun(self._settings, self._site, places.content, places.state)
        self._index = Index(places.state, keep_index, fresh)

    def __enter__(self) -> "Build":
        self._pelican.begin(self._fresh)
        return self

    def __exit__(self, *error: object) -> None:
        self._pelican.end()
        self._index.end()

    @collection_paused()  # rows and outputs by the ten thousand are kept to the end
    def finish(self, withheld: Collection[str] = ()) -> Built:
        """Bring the site in `output` up to date. Raises Stop, the old site left whole, where the new one is not.

        `withheld` are files of articles that are not to be shown.
        """
        articles = ArticleSource(self._places.articles, self._places.state, self._fresh)
        digest = self._digest(articles, withheld)
        articles.save()
        problems = [*self._site.problems, *articles.problems, *digest.problems()]
        planned = routes.outputs(digest)
        by_pelican, by_pagefind = self._pelican.standing(), self._index.standing()
        if not (by_pelican is None or by_pagefind is None):
            every = _joined(planned, by_pelican, by_pagefind)
            if self._published.shows(every):
                return Built(problems=problems)
        return Built(self._publish(planned, {row.id for row in digest.rows}), problems)

    def _digest(self, articles: ArticleSource, withheld: Collection[str]) -> Digest:
        """What the site is made of; the search index is begun."""
        settings, site = self._settings, self._site
        elections, stage_names = calendars.load(self._places.content / "elections", self._places.state)
        rows = calendars.by_ids(articles.rows(withheld), elections)
        self._index.begin(rows, elections, articles.html, bool(settings.values.get("FULL_TEXT", True)))
        shared, written = SharedInputs.of(settings, site), [page.path for page in site.pages]
        index = self._index.parts, self._index.is_old
        return Digest(rows, elections, stage_names, shared, articles.html, written, *index)

    def _publish(self, planned: dict[str, Output], article_ids: set[str]) -> int:
        """Make what is planned, ours while Pelican is at work, and put it in its place; how many files were written."""
        pelican, published = self._pelican, self._published
        audit = Audit({*planned, *pelican.promised()}, self._settings.site_url)
        theme = pelican.theme or Theme.load(self._settings, self._site, self._places.state / "templates")
        published.prepare()
        faults = published.make(planned, theme, audit)
        by_pelican, by_pagefind = pelican.outputs(), self._index.outputs()
        every = _joined(planned, by_pelican, by_pagefind)
        faults += published.make(by_pelican | by_pagefind, theme, audit)
        faults += audit.whole(every, article_ids)
        missing = sorted(pelican.promised() - every.keys())
        faults += [_("{file}: Pelican did not write it").format(file=name) for name in missing]
        if faults:
            published.give_up()
            raise Stop(_failed(faults), Exit.FAILED)
        return published.exchange(every)


def _failed(faults: Sequence[str]) -> str:
    some, more = "; ".join(faults[:_FAULTS]), len(faults) - _FAULTS
    if more <= 0:
        return _("the new site failed its audit, the old one is kept: {faults}").format(faults=some)
    why = _("the new site failed its audit, the old one is kept: {faults} (and {count} more)")
    return why.format(faults=some, count=more)


def _joined(
    planned: Mapping[str, Output], by_pelican: Mapping[str, Output], by_pagefind: Mapping[str, Output]
) -> dict[str, Output]:
    """All files of the site. Raises Stop, naming both makers, where a file has two."""
    refuse_two_makers({_("the digest"): planned, _("Pelican or a plugin"): by_pelican, "Pagefind": by_pagefind})
    return {**planned, **by_pelican, **by_pagefind}

"""Articles -> output/: reads what is new, plans the whole site, makes what has changed, and publishes it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from kliping.report import Exit, Stop
from kliping.site import calendar
from kliping.site.assembly import Site, digest_of
from kliping.site.audit import Audit
from kliping.site.catalog import Catalog
from kliping.site.frame import Frame
from kliping.site.plan import Digest
from kliping.site.publish import Published
from kliping.site.settings import Settings
from kliping.site.theme import Theme


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
    removed: int = 0
    problems: list[str] = field(default_factory=list)


def build(places: Places, site_url: str | None = None, fresh: bool = False) -> Built:
    """Bring the site in `output` up to date. Raises Stop, the old site left whole, where the new one is not."""
    settings = Settings.read(places.settings, site_url)
    published = Published(places.output, places.state, fresh)
    elections = calendar.load(places.content / "elections", places.state)
    site = Site.of(elections[0], places.content)
    frame = Frame(settings, places.content, places.state, site)
    try:
        frame.begin(fresh)
        articles = Catalog(places.articles, places.state, fresh)
        digest = digest_of(settings, site, articles.rows(), elections, articles.html)
        articles.save()
        built = Built(problems=[*site.problems, *articles.problems, *digest.problems()])
        theme = partial(Theme.load, settings, site, places.state / "templates")
        _publish(built, published, digest, frame, theme, settings.site_url)
    finally:
        frame.end()
    return built


def _publish(
    built: Built, published: Published, digest: Digest, frame: Frame, load: Callable[[], Theme], site_url: str
) -> None:
    wanted, kept = digest.outputs(), frame.standing()
    if kept is not None and published.shows(wanted | kept):
        return
    audit = Audit({*wanted, *frame.promised()}, site_url)
    theme = frame.theme or load()
    published.prepare()
    wrong = published.make(wanted, theme, audit)
    late = frame.outputs()
    wrong += published.make(late, theme, audit)
    wrong += audit.whole({*wanted, *late}, (row.id for row in digest.rows))
    wrong += [f"{name}: Pelican did not write it" for name in sorted(frame.promised() - late.keys())]
    if wrong:
        published.give_up()
        more = f" (and {len(wrong) - 5} more)" if len(wrong) > 5 else ""
        raise Stop(f"the new site failed its audit, the old one stands: {'; '.join(wrong[:5])}{more}", Exit.FAILED)
    done = published.exchange({*wanted, *late})
    built.files, built.removed = done.written, done.removed

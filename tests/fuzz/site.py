"""Articles as the site shows them: every file that tells of one is made and audited."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from markupsafe import escape

from kliping.site import routes
from kliping.site.audit import Audit
from kliping.site.digest import Digest
from kliping.site.model.article_row import ArticleRow
from kliping.site.output.page import SharedInputs
from kliping.site.render import filters
from kliping.site.render.templates import Theme
from kliping.site.settings.settings import Settings
from kliping.site.sources import calendars
from kliping.site.sources.static_pages import Site
from tests.conftest import lay
from tests.fuzz.sample import hold

_DEAD = ", which is not there"
_LEAST = 2  # files of the site that tell of an article: its page and the data


@dataclass(frozen=True)
class Place:
    """What an article is shown with: our own calendars, settings and theme."""

    calendar: calendars.Calendar
    theme: Theme
    shared: SharedInputs
    site_url: str
    files: frozenset[str]  # that Pelican writes
    written: tuple[str, ...]
    empty: dict[str, str]  # file -> key, on a site without articles


@cache
def scratch() -> Path:
    """A folder that goes when the program ends."""
    folder = Path(tempfile.mkdtemp())
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


@cache
def place() -> Place:
    root = scratch() / "project"
    lay(root, "elections", "pages")
    settings = Settings.read(root / "pelican.conf.py", "https://contoh.id/kliping")
    site = Site.of(root / "content", routes.is_reserved)
    theme = Theme.load(settings, site, scratch() / "templates")
    known = calendars.read(root / "content/elections")
    shared, written = SharedInputs.of(settings, site), tuple(page.path for page in site.pages)
    static = settings.theme / "static"
    files = {f"theme/{path.relative_to(static).as_posix()}" for path in static.rglob("*") if path.is_file()}
    files |= {f"{path}index.html" for path in written}
    found = Place(known, theme, shared, settings.site_url, frozenset(files), written, {})
    every = routes.outputs(_digest([], "", found))
    return replace(found, empty={output.file: output.key for output in every.values()})


def _digest(rows: list[ArticleRow], body: str, here: Place) -> Digest:
    return Digest(rows, *here.calendar, here.shared, lambda row: filters.html(body), here.written)


def shown(row: ArticleRow, body: str, by_hand: bool = False) -> None:
    """Every file of the site that tells of an article passes the audit; its page says its headline and its text.

    A link that leads nowhere is refused on purpose in what is written by hand, and never stands in what is cleaned.
    """
    here = place()
    every = routes.outputs(_digest([row], body, here))
    told = [output for output in every.values() if here.empty.get(output.file) != output.key]
    hold(len(told) >= _LEAST, "no file of the site tells of the article")
    audit = Audit({*here.files, *every}, here.site_url)
    for output in told:
        data = output.data(here.theme)
        wrong = [why for why in audit.of(output.file, data) if not (by_hand and _DEAD in why)]
        hold(not wrong, f"the audit: {wrong[:1]}")
        if output.file.startswith("berita/"):
            _page_holds(data.decode(), row, body)
    wrong = audit.whole([*every], [row.id])
    hold(not wrong, f"the audit: {wrong[:1]}")


def _page_holds(page: str, row: ArticleRow, body: str) -> None:
    hold(str(escape(row.title)) in page, "its page lacks its headline")
    hold(str(filters.html(body)) in page, "its page lacks its text")

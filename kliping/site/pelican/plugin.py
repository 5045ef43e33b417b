"""The only module that knows Pelican: its plugin, by public hooks, and the call that runs it.

Under `invoke build` Pelican makes what is not ours (hand-written pages, static files, other plugins' content), and
the digest itself is made beside it. Under plain `pelican` our generator writes the digest too, all of it each time.
"""

import json
import logging
import tempfile
from pathlib import Path
from typing import Any

from pelican import Pelican, console, signals
from pelican.generators import Generator
from pelican.readers import BaseReader
from pelican.settings import read_settings

from kliping.locale import _
from kliping.site import routes
from kliping.site.digest import Digest
from kliping.site.output.manifest import SiteFolder
from kliping.site.output.page import SharedInputs
from kliping.site.render import filters
from kliping.site.render.templates import Theme
from kliping.site.search.index import Index
from kliping.site.settings import errors
from kliping.site.settings.settings import Settings
from kliping.site.sources import calendars, static_pages
from kliping.site.sources.articles import ArticleSource
from kliping.site.sources.static_pages import Site
from kliping.system.files import state_folder

logger = logging.getLogger(__name__)


class Reader(BaseReader):  # type: ignore[misc]
    """Reads the hand-written pages: YAML front matter and Markdown, as our articles."""

    enabled = True
    file_extensions = ("md",)

    def read(self, filename: str) -> tuple[str, dict[str, Any]]:
        """Text as HTML, and metadata. Raises Unreadable for what is no page, and OSError."""
        path = Path(filename)
        values, body = static_pages.text(path)
        here = static_pages.page_info(values, path.stem)
        html = filters.html(body)  # as metadata too: Pelican hands out its content as a plain string
        metadata = {"title": here.title, "slug": path.stem, "summary": here.description, "here": here}
        return html, metadata | {"body_html": html}


class DigestGenerator(Generator):  # type: ignore[misc]
    """Gives every template `site`, the links to all pages, and, under plain Pelican, plans and writes the digest."""

    def generate_context(self) -> None:
        """Read what every template shows, unless the build has done so."""
        site: Site | None = self.settings.get("DIGEST_SITE")
        self._whole = site is None
        if site is None:
            site = Site.of(Path(self.path), routes.is_reserved)
        self.context["site"] = self._site = site

    def generate_output(self, writer: Any) -> None:
        """Write the digest, where there is no build to do it. Raises Stop as a build does."""
        del writer  # Pelican's own writes absolute feeds and knows no audit
        theme = Theme(self.env, self.context)
        if self._whole:
            self._write(theme)
        _finished.append(theme)

    def _write(self, theme: Theme) -> None:
        content, site = Path(self.path), self._site
        articles = ArticleSource(content / "articles")
        elections, stage_names = calendars.read(content / "elections")
        rows = calendars.by_ids(articles.rows(_withheld(content / "articles")), elections)
        shared = SharedInputs.of(Settings(content, self.settings, ""), site)
        out = SiteFolder(Path(self.output_path), Path(self.output_path))
        with tempfile.TemporaryDirectory() as state:
            index = Index(Path(state))
            index.begin(rows, elections, articles.html, bool(self.settings.get("FULL_TEXT", True)))
            written = [page.path for page in site.pages]
            digest = Digest(rows, elections, stage_names, shared, articles.html, written, index.parts)
            for problem in (*site.problems, *articles.problems, *digest.problems()):
                logger.warning(problem)
            for output in (*routes.outputs(digest).values(), *index.outputs().values()):
                out.put(output.file, output.data(theme))


def _withheld(articles: Path) -> list[str]:
    """Articles that the last run of clean withheld, by its report; none where there is no report."""
    try:
        report = json.loads((state_folder(articles) / "report.json").read_bytes())
    except (OSError, ValueError):
        return []
    return list(report.get("withheld", ()))


_finished: list[Theme] = []


def add_readers(readers: Any) -> None:
    """Let our reader read Markdown."""
    readers.reader_classes["md"] = Reader


def add_generator(pelican: Any) -> type[DigestGenerator]:
    """Have the digest made."""
    del pelican
    return DigestGenerator


def prepare(generator: Any) -> None:
    """Give the templates of a generator what those of the digest have."""
    generator.digest_theme = Theme(generator.env, generator.context)


def set_page(generator: Any, content: Any) -> None:
    """Links of a hand-written page lead from where it will stand."""
    generator.digest_theme.set_page(content.save_as)


def register() -> None:
    """Connect all of this to Pelican, which calls it."""
    signals.readers_init.connect(add_readers)
    signals.get_generators.connect(add_generator)
    signals.generator_init.connect(prepare)
    signals.page_generator_write_page.connect(set_page)


class _Errors(logging.Handler):
    """Keeps what Pelican would only log: with any error the build has failed."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one message with where its error lies."""
        error = record.exc_info[1] if record.exc_info else None
        reason = f": {errors.location(error)}: {errors.description(error)}" if error else ""
        self.lines.append(record.getMessage() + reason)


class PelicanFailed(Exception):
    """Pelican reported errors; the message holds them."""


def run(settings_file: Path, overrides: dict[str, Any]) -> Theme:
    """Run Pelican on a settings file. Returns the theme as its plugins made it. Raises PelicanFailed."""
    log_errors = _Errors()
    log = logging.getLogger("pelican")
    log.addHandler(log_errors)
    log.setLevel(logging.WARNING)
    console.quiet = True  # its closing line counts articles it was given none of
    _finished.clear()
    try:
        settings = read_settings(str(settings_file), override=overrides)
        Pelican(settings).run()
    except (Exception, SystemExit) as error:  # of a template, of a filter, of a plugin
        if errors.is_machine_fault(error):
            raise
        why = _("{place}: {error}; mend it")
        raise PelicanFailed(why.format(place=errors.location(error), error=errors.description(error))) from error
    finally:
        log.removeHandler(log_errors)
    if log_errors.lines or not _finished:
        raise PelicanFailed("; ".join(log_errors.lines) or _("Pelican did not run the digest"))
    return _finished[-1]

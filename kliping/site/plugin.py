"""The only module that knows Pelican: its plugin, by public hooks, and the call that runs it."""

from __future__ import annotations

import logging
import traceback
from dataclasses import replace
from pathlib import Path
from typing import Any

from jinja2 import TemplateError
from pelican import Pelican, console, signals
from pelican.generators import Generator
from pelican.readers import BaseReader
from pelican.settings import read_settings

from kliping import frontmatter
from kliping.site import render
from kliping.site.plan import Here, Plan, plan
from kliping.site.rows import read_rows
from kliping.site.write import Writer
from kliping.stages import Calendars

logger = logging.getLogger(__name__)


class Reader(BaseReader):  # type: ignore[misc]
    """Reads the hand-written pages: YAML front matter and Markdown, as our articles."""

    enabled = True
    file_extensions = ("md",)

    def read(self, filename: str) -> tuple[str, dict[str, Any]]:
        path = Path(filename)
        values, body = frontmatter.read(path.read_bytes())
        title = str(values.get("title") or path.stem)
        description = str(values.get("description") or title)
        here = Here(f"{path.stem}/", title, description)
        html = render.html(body)  # as metadata too: Pelican hands out its content as a plain string
        return html, {"title": title, "slug": path.stem, "summary": description, "here": here, "body_html": html}


class DigestGenerator(Generator):  # type: ignore[misc]
    """Plans and writes the digest: home, elections, stages, articles, lists and feeds."""

    plan: Plan

    def generate_context(self) -> None:
        content = Path(self.path)
        articles = Path(self.settings.get("ARTICLES_FOLDER") or content / "articles")
        calendars = Calendars.load(content / "elections")
        rows, problems = read_rows(articles, {kind.id: kind.short for kind in calendars.types.values()})
        self.plan = plan(rows, calendars, self.settings["SITENAME"], self.settings["SITE_DESCRIPTION"])
        self.problems = [*problems, *self.plan.problems]
        self.context["site"] = self.plan.site

    def generate_output(self, writer: Any) -> None:
        del writer  # Pelican's own writes absolute feeds and knows no audit
        out = Writer(Path(self.output_path))
        for output in self.plan.outputs:
            template = self.get_template(output.template)
            data = {**self.context, **output.data, "here": output.here, "output_file": output.file}
            if "article" in output.data:
                data["body_html"] = render.html(output.data["article"].body)
            out.page(output.file, template.render(data))
        for feed in self.plan.feeds:
            out.feed(feed, self.settings["SITEURL"], self.settings["SITENAME"])
        _finished.append(self)


_finished: list[DigestGenerator] = []


def add_readers(readers: Any) -> None:
    readers.reader_classes["md"] = Reader


def add_generator(pelican: Any) -> type[DigestGenerator]:
    del pelican
    return DigestGenerator


def prepare(generator: Any) -> None:
    render.prepare(generator.env)


def list_pages(generators: Any) -> None:
    """The footer names the hand-written pages: known only when every generator has its context."""
    pages: list[Any] = next((g.pages for g in generators if hasattr(g, "pages")), [])
    for generator in generators:
        if isinstance(generator, DigestGenerator):
            found = tuple(sorted((page.here for page in pages), key=lambda here: here.path))
            generator.context["site"] = replace(generator.plan.site, pages=found)


def register() -> None:
    signals.readers_init.connect(add_readers)
    signals.get_generators.connect(add_generator)
    signals.generator_init.connect(prepare)
    signals.all_generators_finalized.connect(list_pages)


class _Errors(logging.Handler):
    """Keeps what Pelican would only log: with any error the build has failed."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


class PelicanFailed(Exception):
    """Pelican reported errors; the message holds them."""


def run(settings_file: Path, **overrides: Any) -> DigestGenerator:
    """Run Pelican on a settings file. Returns our generator, which knows what was written. Raises PelicanFailed."""
    errors = _Errors()
    log = logging.getLogger("pelican")
    log.addHandler(errors)
    log.setLevel(logging.WARNING)
    console.quiet = True  # its closing line counts articles it was given none of
    _finished.clear()
    try:
        settings = read_settings(str(settings_file), override=overrides)
        Pelican(settings).run()
    except TemplateError as error:
        raise PelicanFailed(f"{_template(error)}: {error}; mend the template") from error
    finally:
        log.removeHandler(errors)
    if errors.lines or not _finished:
        raise PelicanFailed("; ".join(errors.lines) or "Pelican did not run the digest")
    return _finished[-1]


def _template(error: TemplateError) -> str:
    """Where in the theme an error came up: the innermost template and its line."""
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename.endswith(".html")]
    return f"{Path(frames[-1].filename).name}, line {frames[-1].lineno}" if frames else "theme"

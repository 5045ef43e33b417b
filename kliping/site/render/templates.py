"""The theme: Jinja templates, what they may use, and what the base template needs of the page being shown."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from markupsafe import Markup

from kliping.locale import _
from kliping.site.render import filters
from kliping.site.settings import errors
from kliping.site.settings.settings import Settings
from kliping.system.errors import Exit, Stop
from kliping.system.hashing import content_hash

if TYPE_CHECKING:
    import jinja2

_UNTOLD = {"PUBLISHER": "", "CONTACT": ""}  # settings that may be missing
_TEMPLATES = tuple("404 archive article data election feeds index list name names page search stage".split())


@dataclass(frozen=True, slots=True)
class PageInfo:
    """The page being shown; templates know it as `here`."""

    path: str
    title: str
    description: str
    feed: str | None = None  # path of its own RSS feed
    feed_title: str | None = None

    @property
    def section(self) -> str:
        """The first part of its path: of an election and all its stages, `pilgub-dki-2024/`."""
        return self.path[: self.path.find("/") + 1] or self.path

    @property
    def is_section(self) -> bool:
        """Whether it is the first page of its section."""
        return self.section == self.path

    @property
    def file(self) -> str:
        """The file it is written to, below the site's folder."""
        return self.path if self.path.endswith(".html") else f"{self.path}index.html"


class Theme:
    """Makes pages from templates. Links in them lead from the page being made, so that a site works at any address."""

    def __init__(self, environment: jinja2.Environment, values: Mapping[str, Any]) -> None:
        """`values` are the settings, which every template sees."""
        import jinja2

        self.environment = environment
        self._site_url = str(values.get("SITEURL", ""))
        self._values = values  # not the environment's globals: Jinja copies those for each page and import
        self._to_root = ""
        self._parts: dict[tuple[object, ...], Markup] = {}
        environment.filters.update(filters.FILTERS)
        environment.globals.update({"url": self._url, "absolute": self._absolute, "part": self._part})
        environment.undefined = jinja2.StrictUndefined  # a missing name in a template is an error, not a blank

    @classmethod
    def load(cls, settings: Settings, site: object, cache: Path) -> Theme:
        """The theme of some settings, as Pelican would load it; compiled templates are kept in the cache folder.

        `site` is what every page shows of the whole.
        """
        import jinja2

        cache.mkdir(parents=True, exist_ok=True)
        try:
            options = {"autoescape": True, **settings.values.get("JINJA_ENVIRONMENT", {})}
            environment = jinja2.Environment(  # noqa: S701 - autoescape is on unless the settings take it off, and audited
                loader=jinja2.FileSystemLoader(_folders(settings)),
                bytecode_cache=jinja2.FileSystemBytecodeCache(str(cache)),
                auto_reload=False,
                **options,
            )
            environment.filters.update(settings.values.get("JINJA_FILTERS", {}))
            environment.tests.update(settings.values.get("JINJA_TESTS", {}))
            environment.globals.update(settings.values.get("JINJA_GLOBALS", {}))
        except (TypeError, ValueError, ImportError, AssertionError) as error:
            why = _("{file}: the settings for Jinja: {error}; mend them")
            raise Stop(why.format(file=settings.file.name, error=errors.description(error))) from error
        return cls(environment, {**settings.values, "site": site})

    def warm(self) -> None:
        """Compile every template now, so that workers inherit them and none does it for itself.

        One that is broken is named where it is used.
        """
        import jinja2

        for name in self.environment.list_templates(extensions=["html"]):
            with contextlib.suppress(jinja2.TemplateError):
                self.environment.get_template(name)

    def set_page(self, file: str) -> None:
        """Set the file of the site that relative links start from."""
        depth = file.count("/")
        self._to_root = urlsplit(self._site_url).path.rstrip("/") + "/" if file == "404.html" else "../" * depth

    def page(self, file: str, template: str, data: Mapping[str, Any]) -> str:
        """A page of the site. Raises Stop, naming template and line, where the template cannot be shown."""
        self.set_page(file)
        try:
            return self._rendered(template, data)
        except Exception as error:  # of a template, or of whatever it calls
            if errors.is_machine_fault(error):
                raise
            reason = f"{errors.location(error)}: {errors.description(error)}"
            why = _("{file}: {reason}; mend the template; the old site is kept")
            raise Stop(why.format(file=file, reason=reason), Exit.FAILED) from error

    def _rendered(self, template: str, data: Mapping[str, Any]) -> str:
        """What Template.render gives, without copying all names there are two times for each page."""
        environment = self.environment
        compiled = environment.get_template(f"{template}.html")
        context = compiled.new_context({**environment.globals, **_UNTOLD, **self._values, **data}, shared=True)
        try:
            return environment.concat(compiled.root_render_func(context))
        except Exception:
            environment.handle_exception()

    def _part(self, template: str, **values: object) -> Markup:
        """A part that many pages share, made once for each depth in the site and each set of values."""
        key = (template, self._to_root, *values.values())
        if key not in self._parts:
            self._parts[key] = Markup(self._rendered(template, values))  # noqa: S704 - a template's own output
        return self._parts[key]

    def _url(self, path: str) -> str:
        """A link to a path of the site; on the 404 page, which is shown at any address, from the site's root."""
        return self._to_root + path or "./"

    def _absolute(self, path: str) -> str:
        return f"{self._site_url}/{path}"


def template_hashes(settings: Settings) -> dict[str, str]:
    """Template -> a hash over it and every template it names. Raises Stop where one is missing or cannot be read."""
    texts = _texts(settings)
    names = {name: _named(text) & texts.keys() for name, text in texts.items()}
    hashes = {}
    for name in texts:
        used, waiting = {name}, [name]
        while waiting:
            new = names[waiting.pop()] - used
            used |= new
            waiting += new
        parts = (part for other in sorted(used) for part in (other, texts[other]))
        hashes[name.removesuffix(".html")] = content_hash(*parts)
    return hashes


def _texts(settings: Settings) -> dict[str, str]:
    texts: dict[str, str] = {}
    for folder in reversed(_folders(settings)):
        for path in sorted(Path(folder).glob("*.html")):
            try:
                texts[path.name] = path.read_text(encoding="utf-8")
            except UnicodeDecodeError:
                why = _("{file}: is not UTF-8; mend the template; the old site is kept")
                raise Stop(why.format(file=path.name), Exit.FAILED) from None
    for name in _TEMPLATES:
        if f"{name}.html" not in texts:
            why = _("{file}: is missing from the theme; put it back; the old site is kept")
            raise Stop(why.format(file=f"{name}.html"), Exit.FAILED)
    return texts


def _named(text: str) -> set[str]:
    """Templates that a template extends, includes or imports, and the parts it shows."""
    parts = re.findall(r"""\bpart\(\s*["']([\w.-]+)""", text)
    return {*re.findall(r"[\w.-]+\.html", text), *(f"{name}.html" for name in parts)}


def _folders(settings: Settings) -> list[str]:
    """Where templates are looked for, in this order."""
    overrides = settings.values.get("THEME_TEMPLATES_OVERRIDES", [])
    return [*(str(settings.file.parent / name) for name in overrides), str(settings.theme / "templates")]

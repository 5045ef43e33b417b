"""One file of the site: the key of all it is made from, and how it is made."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from kliping.site.render.templates import Theme
from kliping.system.hashing import content_hash

RSS, ATOM = "rss.xml", "atom.xml"


@dataclass(frozen=True, slots=True)
class Here:
    """The page being shown, as the base template needs it."""

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
        return self.path if self.path.endswith(".html") else f"{self.path}index.html"


class Output(NamedTuple):
    """A file of the site. While its key stays, so do its bytes."""

    file: str
    key: str
    make: Callable[[Theme], str | bytes]

    def data(self, theme: Theme) -> bytes:
        """Its bytes, made now."""
        made = self.make(theme)
        return made.encode() if isinstance(made, str) else made


@dataclass(frozen=True, slots=True)
class SharedInputs:
    """What every output rests on, as hashes: settings, code, what all pages show, and for each template its text."""

    name: str
    description: str
    site_url: str
    base: str  # what is made without a template rests on this alone
    templates: Mapping[str, str]  # this and the template

    def page(self, here: Here, template: str, shown: object, data: Callable[[], Mapping[str, Any]]) -> Output:
        """A page; `shown` tells by its repr all that the template shows of `data`."""
        key = content_hash(self.templates[template], repr((here, shown)))
        return Output(here.file, key, lambda theme: theme.page(here.file, template, {"here": here, **data()}))

    def file(self, name: str, shown: object, make: Callable[[], str | bytes]) -> Output:
        """A file made without a template."""
        return Output(name, content_hash(self.base, repr((name, shown))), lambda theme: make())

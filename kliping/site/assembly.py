"""What the digest is made of, put together: settings, calendars, hand-written pages and articles."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from kliping.elections.model import Election
from kliping.site.digest import Digest
from kliping.site.model.article_row import ArticleRow
from kliping.site.model.bylines import OutletNames
from kliping.site.model.election_view import elections as elections_with
from kliping.site.output.page import SharedInputs
from kliping.site.render import templates as theme
from kliping.site.settings.settings import Settings
from kliping.site.sources import static_pages
from kliping.system.files import code_version
from kliping.system.hashing import content_hash

# Whose next version may write other bytes.
_LIBRARIES = ("comrak", "jinja2", "lxml", "markupsafe", "nh3", "pagefind_bin", "pelican")


@dataclass(frozen=True, slots=True)
class Link:
    """A page that every page leads to."""

    path: str
    title: str


@dataclass(frozen=True, slots=True)
class Site:
    """What every page shows of the whole: the way to hand-written pages. Nothing of articles."""

    pages: tuple[Link, ...]
    unfit: Mapping[str, str] = field(default_factory=dict, repr=False)  # hand-written pages left out, and why

    @classmethod
    def of(cls, content: Path) -> Site:
        fit, unfit = static_pages.read(content / "pages")
        return cls(tuple(Link(here.path, here.title) for here in fit), unfit)

    @property
    def problems(self) -> list[str]:
        return [f"pages/{name}: {why}; it is not on the site" for name, why in self.unfit.items()]


@cache
def made_by() -> tuple[str, ...]:
    """The code that makes the site, ours and that of others, by its versions."""
    return (code_version(), *map(_version, _LIBRARIES))


def _version(name: str) -> str:
    """The version of a library, by what its installer left on the path; importlib.metadata takes 50 ms to load."""
    told = next((found for found in _installed() if found.casefold().startswith(f"{name}-")), None)
    if told:
        return told
    from importlib.metadata import version

    return version(name)


@cache
def _installed() -> list[str]:
    """`jinja2-3.1.6.dist-info` and the like, in the order in which Python looks for packages."""
    folders = [folder for folder in sys.path if os.path.isdir(folder)]
    return [name for folder in folders for name in os.listdir(folder) if name.endswith(".dist-info")]


def ground(settings: Settings, site: Site) -> SharedInputs:
    """What every output of these settings rests on."""
    base = content_hash(*made_by(), settings.key)
    whole = content_hash(base, repr(site))
    templates = {name: content_hash(whole, key) for name, key in theme.keys(settings).items()}
    return SharedInputs(settings.name, settings.description, settings.site_url, base, templates)


def digest_of(
    settings: Settings,
    site: Site,
    rows: Sequence[ArticleRow],
    calendar: tuple[Sequence[Election], Mapping[str, str]],
    text_of: Callable[[ArticleRow], str],
) -> Digest:
    """The digest of some articles. `calendar` holds the elections and the short names of stages."""
    elections, names = calendar
    outlets = OutletNames(rows)
    views = elections_with(rows, elections, outlets)
    written = tuple(page.path for page in site.pages)
    return Digest(rows, views, outlets, names, ground(settings, site), text_of, written)

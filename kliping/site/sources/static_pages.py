"""Hand-written pages: checked before Pelican sees them, so that a bad one is named and left out."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from kliping.article import frontmatter
from kliping.article.fields import TEXT_MOST, TITLE_MOST
from kliping.locale import _
from kliping.site.render.templates import PageInfo
from kliping.site.sources import markdown_files
from kliping.system.config_file import brief
from kliping.text.unicode import fold, plain

_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Link:
    """A page that every page leads to."""

    path: str
    title: str


@dataclass(frozen=True, slots=True)
class Site:
    """What every page shows of the whole, the links to hand-written pages. Nothing of articles."""

    pages: tuple[Link, ...]
    unfit: Mapping[str, str] = field(default_factory=dict, repr=False)  # file -> why it is no page, and what to do

    @classmethod
    def of(cls, content: Path, is_reserved: Callable[[str], bool]) -> "Site":
        """The pages of a content folder. `is_reserved` says which addresses the digest uses itself."""
        folder, fit = content / "pages", []
        files, unfit = markdown_files.find(folder)
        for name in files:
            path = folder / name
            try:
                if reason := _unfit_name(name, is_reserved):
                    unfit[name] = reason
                else:
                    here = page_info(text(path)[0], path.stem)
                    fit.append(Link(here.path, here.title))
            except frontmatter.Unreadable as error:
                unfit[name] = str(error)
            except OSError as error:
                unfit[name] = _("cannot be read ({reason}); check its permissions").format(reason=error.strerror)
        return cls(tuple(fit), unfit)

    @property
    def problems(self) -> list[str]:
        """The pages left out, each in one line."""
        line = _("{file}: {reason}; it is not on the site")
        return [line.format(file=f"pages/{name}", reason=reason) for name, reason in self.unfit.items()]


def text(path: Path) -> tuple[dict[str, object], str]:
    """Front matter and body of a page. Raises Unreadable, naming what is wrong, and OSError."""
    values, body = frontmatter.read(markdown_files.read(path)[0])
    markdown_files.refuse_endless(body)
    markdown_files.refuse_links(body, whole=False)
    return values, plain(body)


def page_info(values: Mapping[str, object], stem: str) -> PageInfo:
    """A page by its front matter and the stem of its file. Raises Unreadable for values that are no texts."""
    title = _line(values, "title", TITLE_MOST) or stem
    return PageInfo(f"{stem}/", title, _line(values, "description", TEXT_MOST) or title)


def _line(values: Mapping[str, object], key: str, most: int) -> str | None:
    value = values.get(key)
    if value is None:
        return None
    if not isinstance(value, str) or len(line := fold(plain(value))) > most:
        why = _("`{key}` must be a text of at most {most} characters, not {value}")
        raise frontmatter.Unreadable(why.format(key=key, most=most, value=brief(value)))
    return line


def _unfit_name(name: str, is_reserved: Callable[[str], bool]) -> str | None:
    stem = name.removesuffix(".md")
    if "/" in name:
        return _("lies in a folder; put it directly into content/pages")
    if not _NAME.fullmatch(stem):
        return _("must have a name of small letters, digits and hyphens, for it is its address")
    if is_reserved(stem):
        return _("has an address the digest uses itself; give the page another name")
    return None

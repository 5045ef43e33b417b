"""Hand-written pages: checked before Pelican sees them, so that a bad one is named and left out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from kliping.article import frontmatter
from kliping.article.fields import TEXT_MOST, TITLE_MOST
from kliping.site.output.page import Here
from kliping.site.sources import markdown_files
from kliping.system.config_file import brief
from kliping.text.unicode import fold, plain

# Addresses the digest itself uses: articles, lists, the theme, elections (a name and a year).
_OURS = re.compile(
    r"berita|lainnya|tanpa-tanggal|media|reporter|kantor-berita|arsip|cari|langganan|data|pagefind|theme|sitemap|index|404|[a-z][a-z0-9-]*-(?:19|20)\d\d"
)
_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def read(folder: Path) -> tuple[list[Here], dict[str, str]]:
    """Where each page stands; and path below the folder -> why it cannot be a page and what to do."""
    fit = []
    found, unfit = markdown_files.find(folder)
    for name in found:
        path = folder / name
        try:
            why = _why(name)
            if why:
                unfit[name] = why
            else:
                fit.append(here(text(path)[0], path.stem))
        except frontmatter.Unreadable as error:
            unfit[name] = str(error)
        except OSError as error:
            unfit[name] = f"cannot be read ({error.strerror}); check its permissions"
    return fit, unfit


def text(path: Path) -> tuple[dict[str, object], str]:
    """Front matter and body of a page. Raises Unreadable, naming what is wrong, and OSError."""
    values, body = frontmatter.read(markdown_files.read(path)[0])
    markdown_files.refuse_endless(body)
    markdown_files.refuse_links(body, whole=False)
    return values, plain(body)


def here(values: Mapping[str, object], stem: str) -> Here:
    """A page by its front matter and the stem of its file. Raises Unreadable for values that are no texts."""
    title = _told(values, "title", TITLE_MOST) or stem
    return Here(f"{stem}/", title, _told(values, "description", TEXT_MOST) or title)


def _told(values: Mapping[str, object], key: str, most: int) -> str | None:
    value = values.get(key)
    if value is None:
        return None
    if not isinstance(value, str) or len(found := fold(plain(value))) > most:
        raise frontmatter.Unreadable(f"`{key}` must be a text of at most {most} characters, not {brief(value)}")
    return found


def _why(name: str) -> str | None:
    stem = name.removesuffix(".md")
    if "/" in name:
        return "lies in a folder; put it directly into content/pages"
    if not _NAME.fullmatch(stem):
        return "must have a name of small letters, digits and hyphens, for it is its address"
    if _OURS.fullmatch(stem):
        return "has an address the digest uses itself; give the page another name"
    return None

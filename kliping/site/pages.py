"""Hand-written pages: checked before Pelican sees them, so that a bad one is named and left out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from kliping import frontmatter
from kliping.index import markdown_files
from kliping.site.output import Here

# Addresses the digest itself uses: articles, lists, the theme, elections (a name and a year).
_OURS = re.compile(r"berita|data|lainnya|tanpa-tanggal|theme|sitemap|index|404|[a-z][a-z0-9-]*-(?:19|20)\d\d")
_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def read(folder: Path) -> tuple[list[Here], dict[str, str]]:
    """Where each page stands; and path below the folder -> why it cannot be a page and what to do."""
    fit, unfit = [], {}
    for name in markdown_files(folder):
        path = folder / name
        try:
            why = _why(name)
            if why:
                unfit[name] = why
            else:
                fit.append(here(frontmatter.read(path.read_bytes())[0], path.stem))
        except frontmatter.Unreadable as error:
            unfit[name] = str(error)
    return fit, unfit


def here(values: Mapping[str, object], stem: str) -> Here:
    """A page by its front matter and the stem of its file."""
    title = str(values.get("title") or stem)
    return Here(f"{stem}/", title, str(values.get("description") or title))


def _why(name: str) -> str | None:
    stem = name.removesuffix(".md")
    if "/" in name:
        return "lies in a folder; put it directly into content/pages"
    if not _NAME.fullmatch(stem):
        return "must have a name of small letters, digits and hyphens, for it is its address"
    if _OURS.fullmatch(stem):
        return "has an address the digest uses itself; give the page another name"
    return None

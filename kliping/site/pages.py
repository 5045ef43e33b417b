"""Hand-written pages: checked before Pelican sees them, so that a bad one is named and left out."""

from __future__ import annotations

import re
from pathlib import Path

from kliping import frontmatter
from kliping.index import markdown_files

# Addresses the digest itself uses: articles, lists, the theme, elections (a name and a year).
_OURS = re.compile(r"berita|lainnya|tanpa-tanggal|theme|index|404|[a-z][a-z0-9-]*-(?:19|20)\d\d")
_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def unfit(folder: Path) -> dict[str, str]:
    """Path below the folder -> why it cannot be a page of the site and what to do."""
    return {name: why for name in markdown_files(folder) if (why := _why(name, folder / name))}


def _why(name: str, path: Path) -> str | None:
    if "/" in name:
        return "lies in a folder; put it directly into content/pages"
    if not _NAME.fullmatch(path.stem):
        return "must have a name of small letters, digits and hyphens, for it is its address"
    if _OURS.fullmatch(path.stem):
        return "has an address the digest uses itself; give the page another name"
    try:
        frontmatter.read(path.read_bytes())
    except frontmatter.Unreadable as error:
        return str(error)
    return None

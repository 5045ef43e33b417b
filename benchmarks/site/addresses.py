"""What lies in a built site, by kind: so that sites are compared that have the same to show."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

LEAST = 0.9  # of our bytes, that a peer's site must have
# What no peer is asked for, and no byte counted of: few files for a whole site, though they hold every article.
ALONE = "ours alone"
# The one list of what a peer must have file by file as ours has it; the first kind that fits counts. A sitemap may be
# split otherwise, if it lists the same addresses.
KINDS = (
    (ALONE, re.compile(r"(cari|data|langganan|pagefind)/.+|feed\.json")),
    ("articles", re.compile(r"berita/[^/]+/index\.html")),
    ("lists and pages", re.compile(r"(.+/)?index\.html|404\.html|robots\.txt")),
    ("feeds", re.compile(r"(.+/)?(rss|atom)\.xml")),
    ("sitemap", re.compile(r"sitemap.*\.xml")),
    ("other", re.compile(r".+")),
)
ASKED = ("articles", "lists and pages", "feeds")
_LISTED = re.compile(r"<loc>(.*?)</loc>")


@dataclass(slots=True)
class Addresses:
    """The files of a site by kind, and their bytes but those of what is ours alone."""

    files: dict[str, set[str]] = field(default_factory=lambda: {name: set() for name, _ in KINDS})
    size: int = 0
    listed: set[str] = field(default_factory=set)  # addresses in the sitemap

    @property
    def counts(self) -> Counter[str]:
        return Counter({kind: len(files) for kind, files in self.files.items()})


def addresses(site: Path) -> Addresses:
    found = Addresses()
    for name, stat in files(site):
        found.files[kind(name)].add(name)
        found.size += stat.st_size if kind(name) != ALONE else 0
    for name in found.files["sitemap"]:
        found.listed.update(_LISTED.findall((site / name).read_text(encoding="utf-8")))
    found.listed = {address for address in found.listed if _is_asked(address)}
    return found


def _is_asked(address: str) -> bool:
    """Not so of the sitemap's own parts, and of pages that are ours alone."""
    return not address.endswith(".xml") and kind(f"{urlsplit(address).path.lstrip('/')}index.html") != ALONE


def kind(name: str) -> str:
    return next(kind for kind, pattern in KINDS if pattern.fullmatch(name))


def lacking(ours: Addresses, peer: Addresses) -> list[str]:
    """Why a peer's site is not the like of ours, in words; empty where it is."""
    sets = [(name, ours.files[name], peer.files[name]) for name in ASKED]
    sets.append(("addresses in the sitemap", ours.listed, peer.listed))
    found = []
    for name, wanted, given in sets:
        gone = sorted(wanted - given)
        if gone:
            found.append(f"lacks {len(gone)} of our {name}: {', '.join(gone[:3])}{' ...' if len(gone) > 3 else ''}")
    if peer.size < LEAST * ours.size:
        found.append(f"has {peer.size / ours.size:.2f} of our bytes, less than {LEAST}")
    return found


def files(folder: Path) -> Iterator[tuple[str, os.stat_result]]:
    """Every file below a folder with its stat, by its path below it."""
    return _below(str(folder), "")


def _below(folder: str, inside: str) -> Iterator[tuple[str, os.stat_result]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _below(entry.path, f"{inside}{entry.name}/")
            else:
                yield inside + entry.name, entry.stat(follow_symlinks=False)


def marks(folder: Path) -> dict[str, tuple[int, int]]:
    """Inode and time of change of every file: what a build wrote has others afterwards."""
    return {name: (stat.st_ino, stat.st_mtime_ns) for name, stat in files(folder)} if folder.is_dir() else {}


def written(before: dict[str, tuple[int, int]], after: dict[str, tuple[int, int]]) -> int:
    return sum(before.get(name) != mark for name, mark in after.items())

"""Writes the files of one generation of the site, never outside its folder."""

from __future__ import annotations

from pathlib import Path

from kliping.site import feeds
from kliping.site.feeds import Feed
from kliping.site.plan import ATOM, RSS


class Writer:
    def __init__(self, folder: Path) -> None:
        self._folder = folder.resolve()

    def page(self, file: str, html: str) -> None:
        self._write(file, html.encode())

    def feed(self, feed: Feed, site_url: str, site_name: str) -> None:
        self._write(f"{feed.path}{RSS}", feeds.rss(feed, site_url))
        self._write(f"{feed.path}{ATOM}", feeds.atom(feed, site_url, site_name))

    def _write(self, file: str, data: bytes) -> None:
        path = (self._folder / file).resolve()
        if not path.is_relative_to(self._folder):
            raise ValueError(f"{file}: lies outside the site")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)

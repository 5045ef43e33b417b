"""The feeds: of everything and of each stage."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from functools import partial

from kliping.site.digest import Digest
from kliping.site.feeds import Feed
from kliping.site.output import ATOM, RSS, Output


def outputs(digest: Digest) -> Iterator[Output]:
    ground = digest.ground
    names = {e.id: e.short for e in digest.elections} | dict(digest.stage_names)
    for feed in _feeds(digest):
        shown = (feed.title, feed.description, feed.updated, [row.mark for row in feed.items], names)
        yield ground.file(f"{feed.path}{RSS}", shown, partial(_rss, feed, ground.site_url, names))
        yield ground.file(f"{feed.path}{ATOM}", shown, partial(_atom, feed, ground.site_url, names, ground.name))


def _feeds(digest: Digest) -> Iterator[Feed]:
    days = [window.start for stage in digest.stages.values() for window in stage.windows]
    first = min(days, default=datetime.date(2024, 1, 1))
    name = digest.ground.name
    yield Feed.of("", name, digest.ground.description, digest.rows, first)
    for election in digest.elections:
        bounds = election.election.bounds()
        for stage in election.stages:
            start = min((w.start for w in stage.windows), default=bounds[0] if bounds else first)
            said = f"{stage.explanation or stage.name} Berita tahapan ini dari {name}."
            yield Feed.of(stage.path, stage.title, said, stage.rows, start)
    for names in digest.names.values():
        for one in names:
            yield Feed.of(one.path, one.name, f"Berita {one.name} dari {name}.", one.rows, one.first or first)


def _rss(feed: Feed, site_url: str, names: Mapping[str, str]) -> bytes:
    from kliping.site import syndication  # with an XML library that most builds need not load

    return syndication.rss(feed, site_url, names)


def _atom(feed: Feed, site_url: str, names: Mapping[str, str], site_name: str) -> bytes:
    from kliping.site import syndication

    return syndication.atom(feed, site_url, names, site_name)

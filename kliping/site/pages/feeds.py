"""The files by which readers follow the site: feeds, the list of them, and their OPML."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from kliping.site.digest import Digest
from kliping.site.feeds import atom, jsonfeed, opml, rss
from kliping.site.feeds.entry import Publisher
from kliping.site.feeds.feed import Feed, shelves
from kliping.site.output.page import ATOM, RSS, Here, Output
from kliping.system.hashing import content_hash

PATH = "langganan/"
OPML = f"{PATH}kliping.opml"
Forms = Mapping[str, Callable[[Feed, Publisher], str | bytes]]
_FORMS: Forms = {RSS: rss.write, ATOM: atom.write}


def outputs(digest: Digest) -> Iterator[Output]:
    """Every feed as RSS and Atom, that of everything as JSON too, the list of them all and their OPML."""
    ground, found = digest.ground, list(shelves(digest))
    names = {election.id: election.short for election in digest.elections} | dict(digest.stage_names)
    publisher, said = Publisher(ground.site_url, ground.name, names), content_hash(repr(sorted(names.items())))
    for feed in (feed for shelf in found for feed in shelf.every):
        forms: Forms = _FORMS if feed.path else {**_FORMS, jsonfeed.NAME: jsonfeed.write}
        shown = (feed.mark, said)
        for name, write in forms.items():
            yield ground.file(feed.path + name, shown, partial(write, feed, publisher))
    listed = [shelf.shown for shelf in found]
    yield ground.file(OPML, listed, partial(opml.write, found, publisher))
    here = Here(PATH, "Langganan", "Alamat semua umpan situs ini: RSS, Atom, JSON Feed, dan OPML.")
    data = {"shelves": found, "opml": OPML, "json": jsonfeed.NAME}
    yield ground.page(here, "feeds", listed, lambda: data)

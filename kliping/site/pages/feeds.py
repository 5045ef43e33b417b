"""The files by which readers follow the site: feeds, the list of them, and their OPML."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from kliping.site.digest import Digest
from kliping.site.feeds import atom, jsonfeed, opml, rss
from kliping.site.feeds.entry import Publisher
from kliping.site.feeds.feed import ATOM, RSS, Feed, feed_groups
from kliping.site.output.page import Output
from kliping.site.render.templates import PageInfo
from kliping.system.hashing import content_hash

PATH = "langganan/"
OPML = f"{PATH}kliping.opml"
Forms = Mapping[str, Callable[[Feed, Publisher], str | bytes]]
_FORMS: Forms = {RSS: rss.write, ATOM: atom.write}


def outputs(digest: Digest) -> Iterator[Output]:
    """Every feed as RSS and Atom, that of everything as JSON too, the list of them all and their OPML."""
    shared, groups = digest.shared, list(feed_groups(digest))
    names = {election.id: election.short for election in digest.elections} | dict(digest.stage_names)
    publisher = Publisher(shared.site_url, shared.name, names, shared.publisher, shared.contact)
    names_key = content_hash(repr(sorted(names.items())))
    for feed in (feed for _, feeds in groups for feed in feeds):
        forms: Forms = _FORMS if feed.path else {**_FORMS, jsonfeed.NAME: jsonfeed.write}
        for name, write in forms.items():
            yield shared.file(feed.path + name, (feed, names_key), partial(write, feed, publisher))
    links = [group for group, _ in groups]
    yield shared.file(OPML, links, partial(opml.write, links, publisher))
    here = PageInfo(PATH, "Langganan", "Alamat semua umpan situs ini: RSS, Atom, JSON Feed, dan OPML.")
    yield shared.page(here, "feeds", {"shelves": links, "opml": OPML, "json": jsonfeed.NAME})

"""What a feed says of an article, the same in every format."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha1
from typing import NamedTuple
from urllib.parse import quote

from kliping.site.feeds.escaping import tidy
from kliping.site.feeds.feed import Feed, FeedLink
from kliping.site.model.article_row import ArticleRow

# Ids are made from this and from what never changes: not from the site's address, and not from a headline.
_NAMESPACE = bytes.fromhex("5e0c6d0e7a3b4b539f1e2f6d1c8a4b70")
_SAFE = ";/?:@&=+$.-_!~*'()%,#"  # of an address, besides letters and digits; all else is percent-encoded


def urn(name: str) -> str:
    """A name as a UUID of version 5 (RFC 9562), the one kind of lasting id that needs no address of its owner's."""
    digits = sha1(_NAMESPACE + name.encode(), usedforsecurity=False).hexdigest()
    variant = "89ab"[int(digits[16], 16) & 3]
    return f"urn:uuid:{digits[:8]}-{digits[8:12]}-5{digits[13:16]}-{variant}{digits[17:20]}-{digits[20:32]}"


class Entry(NamedTuple):
    """An article in a feed."""

    id: str
    url: str  # of its page here
    title: str
    summary: str
    day: datetime.date
    reporters: tuple[str, ...]
    outlet: str | None  # its name
    outlet_url: str | None
    original: str | None  # the article's address at its outlet
    categories: tuple[str, ...]  # stage, election, outlet
    lang: str


@dataclass(frozen=True, slots=True, eq=False)
class Publisher:
    """The site as its feeds name it."""

    url: str
    name: str
    names: Mapping[str, str]  # of elections and stages, by their ids
    person: str = ""  # or office that publishes it; empty where none is told
    contact: str = ""

    def address(self, path: str) -> str:
        """The whole address of a path of the site."""
        return f"{self.url}/{path}"

    def title(self, feed: FeedLink) -> str:
        """A feed's name among those of other sites: that of an outlet is not the outlet's own."""
        return tidy(f"{feed.title} – {self.name}" if feed.path else feed.title)

    def id(self, feed: Feed) -> str:
        """The lasting id of a feed."""
        return urn(f"feed {self.name} {feed.path}")

    def entry(self, row: ArticleRow, day: datetime.date) -> Entry:
        """What is said of an article of this day."""
        title, outlet = tidy(row.title), tidy(row.source or row.outlet or "")
        categories = (self.names.get(row.stage or ""), self.names.get(row.election or ""), outlet)
        return Entry(
            urn(f"article {row.id}"),
            f"{self.url}/{row.path}",
            f"[tanpa judul] {title}".strip() if row.untitled or not title else title,
            tidy(row.summary) or title or "Tanpa ringkasan.",
            day,
            tuple([name for given in row.reporter if (name := tidy(given))]),
            outlet or None,
            f"https://{row.outlet}/" if row.outlet else None,
            quote(row.url, safe=_SAFE) if row.url else None,
            tuple([tidy(name) for name in categories if name]),
            row.lang,
        )


@lru_cache(maxsize=1)  # RSS and Atom of a feed are written one after the other
def entries(feed: Feed, publisher: Publisher) -> tuple[Entry, ...]:
    """The articles of a feed, newest first."""
    return tuple([publisher.entry(row, row.date or feed.first_day) for row in feed.items])

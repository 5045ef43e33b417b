"""JSON Feed 1.1."""

from typing import Any

import msgspec

from kliping.site.feeds.entry import Entry, Publisher, entries
from kliping.site.feeds.escaping import tidy
from kliping.site.feeds.feed import Feed
from kliping.text.urls import web_in

NAME = "feed.json"


def write(feed: Feed, publisher: Publisher) -> bytes:
    """A feed as JSON. Its texts are plain; nothing in it is HTML."""
    facts = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": publisher.title(feed),
        "home_page_url": publisher.address(feed.path),
        "feed_url": publisher.address(feed.path + NAME),
        "description": tidy(feed.description),
        "language": "id",
        **({"authors": [_author(publisher)]} if publisher.person else {}),
        "items": [_item(entry) for entry in entries(feed, publisher)],
    }
    return msgspec.json.format(msgspec.json.encode(facts), indent=1) + b"\n"


def _author(publisher: Publisher) -> dict[str, str]:
    link = web_in(publisher.contact)
    return {"name": tidy(publisher.person), **({"url": link} if link else {})}


def _item(entry: Entry) -> dict[str, Any]:
    source = {"name": entry.outlet, "url": entry.outlet_url}
    authors = [{"name": name, "url": None} for name in entry.reporters] or ([source] if entry.outlet else [])
    item = {
        "id": entry.id,
        "url": entry.url,
        "external_url": entry.original,
        "title": entry.title,
        "content_text": entry.summary,
        "date_published": f"{entry.day}T00:00:00+07:00",
        "authors": [{key: value for key, value in author.items() if value} for author in authors],
        "tags": entry.categories,
        "language": entry.lang,
    }
    return {key: value for key, value in item.items() if value}

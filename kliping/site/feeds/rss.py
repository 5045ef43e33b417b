"""RSS 2.0, by the specification of the RSS Advisory Board and the rules of the W3C feed validator."""

import datetime
from functools import cache

from kliping.site.feeds.entry import Entry, Publisher, entries
from kliping.site.feeds.escaping import either, html, prolog, tidy, xml
from kliping.site.feeds.feed import Feed
from kliping.text.urls import mail_in

_ROOT = '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/">'
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def write(feed: Feed, publisher: Publisher) -> str:
    """A feed as RSS. What is said of the whole stands before the items, where readers look for it."""
    items = "".join([_item(entry) for entry in entries(feed, publisher)])
    own = xml(publisher.address(feed.rss))
    return (
        f"{prolog(feed.path)}{_ROOT}\n<channel>\n"
        f"<title>{either(publisher.title(feed))}</title>\n"
        f"<link>{xml(publisher.address(feed.path))}</link>\n"
        f"<description>{either(tidy(feed.description) or publisher.title(feed))}</description>\n"
        f"<language>id</language>\n{_publisher(publisher)}"
        f"<lastBuildDate>{_moment(feed.updated)}</lastBuildDate>\n"
        f'<atom:link href="{own}" rel="self" type="application/rss+xml"/>\n'
        f"{items}</channel>\n</rss>\n"
    )


def _publisher(publisher: Publisher) -> str:
    """Who publishes the feed; RSS asks for an e-mail address with the name."""
    name, mail = publisher.person or publisher.name, mail_in(publisher.contact)
    editor = f"<managingEditor>{xml(mail)} ({either(tidy(name))})</managingEditor>\n" if mail else ""
    return editor + (f"<dc:publisher>{either(tidy(name))}</dc:publisher>\n" if publisher.person else "")


def _item(entry: Entry) -> str:
    creators = "".join([f"<dc:creator>{either(name)}</dc:creator>\n" for name in entry.reporters])
    language = f"<dc:language>{xml(entry.lang)}</dc:language>\n" if entry.lang != "id" else ""
    categories = "".join([f"<category>{either(name)}</category>\n" for name in entry.categories])
    source = ""
    if entry.outlet and entry.outlet_url:
        source = f'<source url="{xml(entry.outlet_url)}">{either(entry.outlet)}</source>\n'
    return (
        f"<item>\n<title>{either(entry.title)}</title>\n<link>{xml(entry.url)}</link>\n"
        f"<description>{html(entry.summary)}</description>\n{creators}{language}{categories}"
        f'<guid isPermaLink="false">{entry.id}</guid>\n<pubDate>{_moment(entry.day)}</pubDate>\n{source}</item>\n'
    )


@cache
def _moment(day: datetime.date) -> str:
    """The beginning of a day in Jakarta, in English whatever the machine speaks."""
    return f"{_DAYS[day.weekday()]}, {day.day:02} {_MONTHS[day.month - 1]} {day.year} 00:00:00 +0700"

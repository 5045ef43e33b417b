"""RSS 2.0 and Atom, built as XML trees so that nothing can break out of its element.

Rules tested: a guid from the article, not its address; pubDate in WIB; dc:creator per reporter;
`source` with the outlet's address; a self link; lastBuildDate from the newest item, so that a
rebuild gives the same bytes.
"""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Mapping, Sequence

from lxml import etree

from kliping.site.feeds import Feed
from kliping.site.rows import Row

_ATOM = "http://www.w3.org/2005/Atom"
_DC = "http://purl.org/dc/elements/1.1/"
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def rss(feed: Feed, site_url: str, names: Mapping[str, str]) -> bytes:
    """The feed as RSS 2.0. `names` are those of elections and stages, for the categories."""
    root = etree.Element("rss", version="2.0", nsmap={"atom": _ATOM, "dc": _DC})
    channel = etree.SubElement(root, "channel")
    _add(channel, "title", feed.title)
    _add(channel, "link", f"{site_url}/{feed.path}")
    _add(channel, "description", feed.description)
    _add(channel, "language", "id")
    _add(channel, "lastBuildDate", _rfc822(feed.updated))
    own = f"{site_url}/{feed.path}rss.xml"
    etree.SubElement(channel, f"{{{_ATOM}}}link", href=own, rel="self", type="application/rss+xml")
    for row in feed.items:
        item = etree.SubElement(channel, "item")
        _add(item, "title", row.title)
        _add(item, "link", f"{site_url}/{row.path}")
        _add(item, "description", row.summary)
        for name in row.reporter:
            _add(item, f"{{{_DC}}}creator", name)
        for name in _categories(row, names):
            _add(item, "category", name)
        _add(item, "guid", f"kliping:{row.id}", isPermaLink="false")
        _add(item, "pubDate", _rfc822(row.date or feed.first_day))
        if row.outlet:
            _add(item, "source", row.source or row.outlet, url=f"https://{row.outlet}/")
    return _bytes(root)


def atom(feed: Feed, site_url: str, names: Mapping[str, str], site_name: str) -> bytes:
    """The feed as Atom 1.0."""
    root = etree.Element(f"{{{_ATOM}}}feed", nsmap={None: _ATOM})
    root.set("{http://www.w3.org/XML/1998/namespace}lang", "id")
    own = f"{site_url}/{feed.path}atom.xml"
    _add(root, "title", feed.title)
    _add(root, "subtitle", feed.description)
    _add(root, "id", own)
    _add(root, "updated", max((moment for _, moment in _moments(feed)), default=_iso(feed.updated)))
    etree.SubElement(root, "link", href=own, rel="self", type="application/atom+xml")
    etree.SubElement(root, "link", href=f"{site_url}/{feed.path}", rel="alternate", type="text/html")
    _add(etree.SubElement(root, "author"), "name", site_name)
    for row, updated in _moments(feed):
        entry = etree.SubElement(root, "entry")
        _add(entry, "title", row.title)
        _add(entry, "id", f"urn:kliping:{row.id}")
        etree.SubElement(entry, "link", href=f"{site_url}/{row.path}", rel="alternate", type="text/html")
        _add(entry, "updated", updated)
        _add(entry, "published", updated)
        for name in row.reporter or (row.source or row.outlet or site_name,):
            _add(etree.SubElement(entry, "author"), "name", name)
        for name in _categories(row, names):
            etree.SubElement(entry, "category", term=name)
        _add(entry, "summary", row.summary)
    return _bytes(root)


def _categories(row: Row, names: Mapping[str, str]) -> Sequence[str]:
    found = (names.get(row.stage or ""), names.get(row.election or ""), row.source)
    return [name for name in found if name]


def _add(parent: etree._Element, tag: str, text: str, **attributes: str) -> None:
    if not tag.startswith("{") and parent.tag.startswith(f"{{{_ATOM}}}"):
        tag = f"{{{_ATOM}}}{tag}"
    etree.SubElement(parent, tag, attributes).text = text


def _rfc822(date: datetime.date) -> str:
    return f"{_DAYS[date.weekday()]}, {date.day:02} {_MONTHS[date.month - 1]} {date.year} 00:00:00 +0700"


def _moments(feed: Feed) -> list[tuple[Row, str]]:
    """Each item with a moment of its day that stays its own, for validators want no two alike."""
    taken: set[tuple[datetime.date, int]] = set()
    found = []
    for row in feed.items:
        date = row.date or feed.first_day
        second = int(hashlib.sha256(row.id.encode()).hexdigest()[:8], 16) % 3600
        while (date, second) in taken:
            second += 1
        taken.add((date, second))
        found.append((row, f"{date.isoformat()}T00:{second // 60 % 60:02}:{second % 60:02}+07:00"))
    return found


def _iso(date: datetime.date) -> str:
    return f"{date.isoformat()}T00:00:00+07:00"


def _bytes(root: etree._Element) -> bytes:
    return bytes(etree.tostring(root, xml_declaration=True, encoding="utf-8", pretty_print=True))

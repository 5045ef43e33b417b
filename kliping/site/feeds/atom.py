"""Atom, RFC 4287."""

from collections.abc import Iterable, Iterator

from kliping.site.feeds.entry import Entry, Publisher, entries
from kliping.site.feeds.escaping import either, html, is_plain, prolog, tidy, xml
from kliping.site.feeds.feed import Feed
from kliping.text.urls import mail_in, web_in


def write(feed: Feed, publisher: Publisher) -> str:
    """A feed as Atom."""
    moments = list(_moments(entries(feed, publisher)))
    written = "".join([_entry(entry, moment, publisher) for entry, moment in moments])
    updated = max((moment for _, moment in moments), default=f"{feed.updated}T00:00:00+07:00")
    own, page = xml(publisher.address(feed.atom)), xml(publisher.address(feed.path))
    return (
        f'{prolog(feed.path)}<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="id">\n'
        f"{_text('title', publisher.title(feed))}"
        f"{_text('subtitle', tidy(feed.description) or publisher.title(feed))}"
        f"<id>{publisher.id(feed)}</id>\n<updated>{updated}</updated>\n"
        f'<link href="{own}" rel="self" type="application/atom+xml"/>\n'
        f'<link href="{page}" rel="alternate" type="text/html"/>\n'
        f"{_author(publisher)}"
        f"{written}</feed>\n"
    )


def _author(publisher: Publisher) -> str:
    """Who publishes the feed, with an address to write to."""
    name = either(tidy(publisher.person or publisher.name))
    mail, page = mail_in(publisher.contact), web_in(publisher.contact)
    reach = f"<email>{xml(mail)}</email>" if mail else f"<uri>{xml(page)}</uri>" if page else ""
    return f"<author><name>{name}</name>{reach}</author>\n"


def _entry(entry: Entry, moment: str, publisher: Publisher) -> str:
    language = f' xml:lang="{xml(entry.lang)}"' if entry.lang != "id" else ""
    original = f'<link href="{xml(entry.original)}" rel="via"/>\n' if entry.original else ""
    authors = entry.reporters or (entry.outlet or tidy(publisher.name),)
    written = "".join([f"<author><name>{either(name)}</name></author>\n" for name in authors])
    categories = "".join([f'<category term="{xml(name)}"/>\n' for name in entry.categories])
    return (
        f"<entry{language}>\n{_text('title', entry.title)}<id>{entry.id}</id>\n"
        f'<link href="{xml(entry.url)}" rel="alternate" type="text/html"/>\n{original}'
        f"<updated>{moment}</updated>\n<published>{entry.day}T00:00:00+07:00</published>\n"
        f"{written}{categories}{_text('summary', entry.summary)}</entry>\n"
    )


def _text(tag: str, text: str) -> str:
    """Plain text; where a careless reader might see HTML in it, HTML that says the same."""
    return f"<{tag}>{xml(text)}</{tag}>\n" if is_plain(text) else f'<{tag} type="html">{html(text)}</{tag}>\n'


def _moments(every: Iterable[Entry]) -> Iterator[tuple[Entry, str]]:
    """Each entry with a moment within the first second of its day: readers of feeds want no two alike."""
    taken: set[tuple[str, int]] = set()
    for entry in every:
        day, part = entry.day.isoformat(), int(entry.id[-8:], 16) % 1_000_000
        while (day, part) in taken:
            part = (part + 1) % 1_000_000
        taken.add((day, part))
        yield entry, f"{day}T00:00:00.{part:06}+07:00"

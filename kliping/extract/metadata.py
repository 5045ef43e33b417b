"""What a page's markup says of title, day, people and address, where its text does not.

Rank: what the outlet's profile names, then JSON-LD, then metas that many sites share. Organisations,
desks and codes are nobody, as on a byline.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Mapping
from email.utils import parsedate_to_datetime

from kliping.article.fields import NOTHING, TITLE_MOST, Fact, Names
from kliping.extract.byline import Grammar
from kliping.outlets.registry import RecognisedOutlet
from kliping.text import dates
from kliping.text.dates import YEARS
from kliping.text.urls import address_in, day_in

Meta = Mapping[str, str]

_JAKARTA = datetime.timezone(datetime.timedelta(hours=7))  # WIB
_UTC = datetime.timedelta()
_INDONESIAN = frozenset(datetime.timedelta(hours=hours) for hours in (7, 8, 9))  # WIB, WITA, WIT
_PUBLISHED = (
    "ld:datePublished", "article:published_time", "og:article:published_time", "datepublished", "pubdate",
    "publishdate", "publish_date", "publish-date", "parsely-pub-date", "sailthru.date", "dc.date.issued", "dc.date",
    "dcterms.created", "date", "ld:dateCreated", "datecreated",
)  # fmt: skip
_AUTHORS = ("author", "article:author", "dc.creator", "parsely-author", "sailthru.author", "dable:author")
_TITLES = ("og:title", "ld:headline", "twitter:title", "title")
_SITE = re.compile(r"\s*(?:\s[-|–—•»:]|::|\|)\s+(?=[^-|–—•»:]{2,40}$)")  # before the name of the site
_ISO = re.compile(
    r"(?P<year>\d{4})[-/](?P<month>\d\d)[-/](?P<day>\d\d)"
    r"(?:[T ]+(?P<hour>\d\d):(?P<minute>\d\d)(?::\d\d)?(?:\.\d+)?\s?(?P<zone>Z|UTC|GMT|[+-]\d\d:?\d\d)?)?"
)


def title(meta: Meta) -> Fact[str]:
    """The headline the head gives, the name of the site behind it cut off."""
    for name in _TITLES:
        if found := meta.get(name):
            site = meta.get("og:site_name", "")
            cut = _SITE.split(found)[0] if name in ("title", "og:title") else found
            headline = cut.removesuffix(site).rstrip(" -|–—") or found
            if len(headline) <= TITLE_MOST:
                return Fact(headline, "metadata")
    return NOTHING


def published(meta: Meta, known: RecognisedOutlet) -> Fact[datetime.date]:
    """The day of publication in Jakarta."""
    for name in (*known.profile.metadata.get("date", ()), *_PUBLISHED):
        if (text := meta.get(name)) and (day := _day(text)):
            return Fact(day, "metadata")
    return NOTHING


def reporter(meta: Meta, known: RecognisedOutlet, reader: Grammar) -> Fact[Names]:
    """The persons given as authors; a lone word of a shared meta is as often an account as a name."""
    return (
        _people(meta, known.profile.metadata.get("reporter", ()), known, reader)
        or _people(meta, ("ld:author", "ld:creator"), known, reader)
        or _people(meta, _AUTHORS, known, reader, least=2)
    )


def editor(meta: Meta, known: RecognisedOutlet, reader: Grammar) -> Fact[Names]:
    """The persons given as editors."""
    return _people(meta, (*known.profile.metadata.get("editor", ()), "ld:editor"), known, reader)


def address(meta: Meta) -> Fact[str]:
    """The article's address."""
    found = address_in(meta)
    return Fact(found, "metadata") if found else NOTHING


def day_of_address(meta: Meta) -> Fact[datetime.date]:
    """The day the address prints, for a page that tells no other."""
    found = day_in(address_in(meta))
    return Fact(found, "url") if found else NOTHING


def saved_on(meta: Meta) -> Fact[datetime.date]:
    """The day the page was saved, where the program that saved it says so."""
    if "saved:date" not in meta:
        return NOTHING
    text = re.sub(r"GMT([+-]\d{4}).*", r"\1", meta["saved:date"])
    try:
        moment = datetime.datetime.strptime(text.strip(), "%a %b %d %Y %H:%M:%S %z")
        day = moment.astimezone(_JAKARTA).date()
    except (ValueError, OverflowError):
        return NOTHING
    return Fact(day, "metadata") if day.year in YEARS else NOTHING


def _people(meta: Meta, names: Iterable[str], known: RecognisedOutlet, reader: Grammar, least: int = 1) -> Fact[Names]:
    said = [meta[name] for name in names if name in meta]
    if not said:
        return NOTHING
    houses = {text.casefold() for text in (known.source.value, known.outlet.value, meta.get("og:site_name")) if text}
    for text in said:
        found = [p for p in reader.names(text) if p.casefold() not in houses and len(p.split()) >= least]
        if found and len(found) <= 4 and "://" not in text:
            return Fact(tuple(found), "metadata")
    return NOTHING


def _day(text: str) -> datetime.date | None:
    found = _ISO.match(text.strip())
    day: datetime.date | None
    try:
        day = _of_iso(found) if found else _in_jakarta(parsedate_to_datetime(text))
    except (ValueError, TypeError, IndexError, OverflowError):
        day = None if found else next((day.on() for day in dates.find(text) if day.year), None)
    return day if day and day.year in YEARS else None


def _of_iso(found: re.Match[str]) -> datetime.date:
    """The day in Jakarta. Raises ValueError or OverflowError where there is no such moment."""
    part = found.groupdict()
    day = datetime.date(int(part["year"]), int(part["month"]), int(part["day"]))
    if not (part["hour"] and part["zone"]):
        return day
    zone = "+0000" if part["zone"] in ("Z", "UTC", "GMT") else part["zone"].replace(":", "")
    moment = datetime.datetime.strptime(f"{day} {part['hour']}:{part['minute']} {zone}", "%Y-%m-%d %H:%M %z")
    return _in_jakarta(moment)


def _in_jakarta(moment: datetime.datetime) -> datetime.date:
    """The day a moment falls on in Jakarta; a time with an Indonesian offset, or none, is of its own day.

    Seven hours behind Greenwich is Jakarta with the sign turned round, as some outlets write it.
    """
    if moment.tzinfo is None or abs(moment.utcoffset() or _UTC) in _INDONESIAN:
        return moment.date()
    return moment.astimezone(_JAKARTA).date()

"""What a page's markup says of title, day, people and address, where its text does not.

Rank: what the outlet's profile names, then JSON-LD, then metas that many sites share. Organisations,
desks and codes are nobody, as on a byline.
"""

import datetime
import re
from collections.abc import Iterable, Iterator, Mapping
from email.utils import parsedate_to_datetime

from kliping.article.fields import NOTHING, TITLE_MOST, Fact, Names
from kliping.extract.byline import Grammar
from kliping.outlets.registry import RecognisedOutlet
from kliping.text import dates
from kliping.text.dates import YEARS
from kliping.text.urls import address_in, day_in

Meta = Mapping[str, str]

_JAKARTA = datetime.timezone(datetime.timedelta(hours=7))  # WIB
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
    r"(\d{4})[-/](\d\d)[-/](\d\d)(?:[T ]+(\d\d):(\d\d)(?::\d\d)?(?:\.\d+)?\s?(Z|UTC|GMT|[+-]\d\d:?\d\d)?)?"
)


def headlines(meta: Meta) -> Iterator[tuple[str, str, str]]:
    """What the head tells as headline: the meta's name, the text without the name of the site, and the whole text."""
    site = meta.get("og:site_name", "").casefold()
    for name in _TITLES:
        whole = meta.get(name, "")
        cut = _SITE.split(whole)[0] if name in ("title", "og:title") else whole
        if site and cut.casefold().endswith(site):
            cut = cut[: -len(site)].rstrip(" -|–—")
        if cut and len(cut) <= TITLE_MOST:
            yield name, cut, whole


def published(meta: Meta, outlet: RecognisedOutlet) -> Fact[datetime.date]:
    """The day of publication in Jakarta."""
    for name in (*outlet.profile.metadata.get("date", ()), *_PUBLISHED):
        if (text := meta.get(name)) and (day := _day(text)):
            return Fact(day, "metadata")
    return NOTHING


def reporter(meta: Meta, outlet: RecognisedOutlet, reader: Grammar) -> Fact[Names]:
    """The persons given as authors; a lone word of a shared meta is as often an account as a name."""
    authors = (*outlet.profile.metadata.get("reporter", ()), "ld:author", "ld:creator")
    return _people(meta, authors, outlet, reader) or _people(meta, _AUTHORS, outlet, reader, least=2)


def editor(meta: Meta, outlet: RecognisedOutlet, reader: Grammar) -> Fact[Names]:
    """The persons given as editors."""
    return _people(meta, (*outlet.profile.metadata.get("editor", ()), "ld:editor"), outlet, reader)


def address(meta: Meta) -> Fact[str]:
    """The article's address."""
    url = address_in(meta)
    return Fact(url, "metadata") if url else NOTHING


def day_of_address(meta: Meta) -> Fact[datetime.date]:
    """The day the address prints, for a page that tells no other."""
    day = day_in(address_in(meta))
    return Fact(day, "url") if day else NOTHING


def saved_on(meta: Meta) -> Fact[datetime.date]:
    """The day the page was saved, in Jakarta, where the program that saved it says so."""
    if "saved:date" not in meta:
        return NOTHING
    text = re.sub(r"GMT([+-]\d{4}).*", r"\1", meta["saved:date"])
    try:
        moment = datetime.datetime.strptime(text.strip(), "%a %b %d %Y %H:%M:%S %z")
        day = moment.astimezone(_JAKARTA).date()
    except (ValueError, OverflowError):
        return NOTHING
    return Fact(day, "metadata") if day.year in YEARS else NOTHING


def _people(meta: Meta, names: Iterable[str], outlet: RecognisedOutlet, reader: Grammar, least: int = 1) -> Fact[Names]:
    """The persons of the first meta that names any, each of `least` words or more; the outlet itself is nobody."""
    values = [meta[name] for name in names if name in meta]
    if not values:
        return NOTHING
    houses = {text.casefold() for text in (outlet.source.value, outlet.outlet.value, meta.get("og:site_name")) if text}
    for text in values:
        people = [p for p in reader.names(text) if p.casefold() not in houses and len(p.split()) >= least]
        if people and len(people) <= 4 and "://" not in text:
            return Fact(tuple(people), "metadata")
    return NOTHING


def _day(text: str) -> datetime.date | None:
    """The day in Jakarta of a moment as metas write it."""
    iso = _ISO.match(text.strip())
    day: datetime.date | None
    try:
        day = _day_of_iso(iso) if iso else _in_jakarta(parsedate_to_datetime(text))
    except (ValueError, TypeError, IndexError, OverflowError):
        day = None if iso else next((day.on() for day in dates.find(text) if day.year), None)
    return day if day and day.year in YEARS else None


def _day_of_iso(iso: re.Match[str]) -> datetime.date:
    """The day in Jakarta. Raises ValueError or OverflowError where there is no such moment."""
    year, month, day, hour, minute, zone = iso.groups()
    date = datetime.date(int(year), int(month), int(day))
    if not (hour and zone):
        return date
    offset = "+0000" if zone in ("Z", "UTC", "GMT") else zone.replace(":", "")
    return _in_jakarta(datetime.datetime.strptime(f"{date} {hour}:{minute} {offset}", "%Y-%m-%d %H:%M %z"))


def _in_jakarta(moment: datetime.datetime) -> datetime.date:
    """The day a moment falls on in Jakarta; a time with an Indonesian offset, or none, is of its own day.

    Seven hours behind Greenwich is Jakarta with the sign turned round, as some outlets write it.
    """
    offset = moment.utcoffset()
    own = offset is None or abs(offset) in _INDONESIAN
    return moment.date() if own else moment.astimezone(_JAKARTA).date()

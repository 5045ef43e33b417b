"""Which outlet a page is from: by the curator, its markup, or what it prints. The first way that tells decides."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from kliping.article.fields import Fact
from kliping.formats.page import Page
from kliping.outlets.places import is_place
from kliping.outlets.registry import OutletRegistry, RecognisedOutlet
from kliping.text import dateline, dates
from kliping.text.phrases import normalise
from kliping.text.urls import address_in, host_of

_BETWEEN = re.compile(r"\s[-–—]\s")
_BYLINE = 80  # characters of a line such as `Suaramelati.com — A B`
_HOUSE_LINE = 8  # words of a byline such as `A B - detikNews`
_OWN_LINES = frozenset(("advert", "promotion", "share"))
_PROMOTION_LINE = 200  # characters
_TITLE_END = r"\s(?:[-|–—•]|::)\s"  # what stands between a headline and the name of the site
_SPOKEN_TO_WORDS = ("kepada", "pantauan", "dihubungi", "diterima")
_SPOKEN_TO = re.compile(rf"\b(?:{'|'.join(_SPOKEN_TO_WORDS)})\s+", re.I)
_BEFORE_NAME = 3  # words such as `Kantor Berita Politik` between that and the name
_CREDIT_WORDS = ("foto", "dok", "sumber", "source")
_CREDIT = re.compile(rf"\b(?:{'|'.join(_CREDIT_WORDS)})\b\s*[:/.]?|/(?=[A-Za-z])", re.I)
_NAME_LONGEST = 60  # characters behind such a word in which the name stands
_CAPTION_LINE = 500  # characters
# Credited under pictures by all others: wire services and their regional sites, television, offices.
_WIRES = ("antaranews.com", "kompas.tv", "metrotvnews.com", "tvonenews.com", ".go.id", "kpu.go.id", "mkri.id")
_PREFERRED = re.compile(r"\bpreferred source\b", re.I)  # "Add ... as a preferred source on Google"
_HOUSE = re.compile(r"[A-Z][\w.&-]+(?: [A-Z][\w.&-]+){0,2}")
_HEADER = 40  # blocks searched for the outlet's name


def recognise(outlets: OutletRegistry, page: Page, told: str | None = None) -> RecognisedOutlet:
    """The outlet of a page: told by the curator (a domain or an address), else by what it prints."""
    if told and (host := host_of(told)):
        return outlets.of_host(host, "url" if "//" in told else "curator")
    if page.meta and (known := _headed(outlets, page.meta)):
        return known
    return next((known for look in _WAYS if (known := look(outlets, page))), RecognisedOutlet(outlets.generic))


def _headed(outlets: OutletRegistry, meta: Mapping[str, str]) -> RecognisedOutlet | None:
    """By the address that the markup gives, else by the name it gives the site."""
    host = host_of(address_in(meta) or "")
    if host:
        return outlets.of_host(host, "metadata", meta.get("og:site_name"))
    said = (meta.get("og:site_name"), meta.get("ld:publisher"), re.split(_TITLE_END, meta.get("title", ""))[-1])
    hits = (next(outlets.names_in(name), None) for name in said if name)
    hit = next((hit for hit in hits if hit), None)
    return outlets.met(hit.owner, None, "metadata") if hit else None


def _named(outlets: OutletRegistry, page: Page) -> RecognisedOutlet | None:
    """By the name it prints in the dateline or the byline; a spelling we know beats a mere domain."""
    domain = None
    for block in page.blocks[:_HEADER]:
        line = dateline.split(block.text)
        name, _, house = block.text.rpartition(" - ")
        basis = "dateline" if line else "byline"
        said = line.text if line else house if name and len(block.text.split()) <= _HOUSE_LINE else ""
        hit = next(outlets.names_in(said), None) if said else None
        if hit:
            return outlets.met(hit.owner, line.domain if line else None, basis)
        domain = domain or (line.domain if line else _domain_beside(block.text))
    if domain:
        return RecognisedOutlet(outlets.generic, Fact(domain, "dateline"), Fact(domain.casefold(), "dateline"))
    return None


def _domain_beside(text: str) -> str | None:
    """The domain that stands beside a name on a byline."""
    parts = _BETWEEN.split(text) if "." in text and len(text) <= _BYLINE else []
    alone = (part for part in parts if " " not in part and dateline.domain_in(part) == part)
    return next(alone, None) if len(parts) == 2 else None


def _laid_out(outlets: OutletRegistry, page: Page) -> RecognisedOutlet | None:
    """By the lines of its page."""
    lines = {normalise(block.text) for block in page.blocks}
    head = [block.text.casefold() for block in page.blocks[:_HEADER]]
    for known in outlets.laid_out:
        begun = known.begins and any(line.startswith(known.begins) for line in head)
        if begun or (known.furniture and lines.issuperset(known.furniture)):
            return RecognisedOutlet(known, Fact(known.name, "layout"), Fact(known.domain, "layout"))
    return None


def _standing_alone(outlets: OutletRegistry, page: Page) -> RecognisedOutlet | None:
    """By the one outlet whose name is a line of its own; several are a menu of sister sites."""
    owners = {
        p.domain for block in page.blocks[:_HEADER] if (p := outlets.alone.get(normalise(block.text))) and p.domain
    }
    return outlets.met(owners.pop(), None, "layout") if len(owners) == 1 else None


def _promoted(outlets: OutletRegistry, page: Page) -> RecognisedOutlet | None:
    """By the one outlet that the page's own promotion, share and copyright lines name."""
    owners = set()
    for block in page.blocks:
        own = (
            "©" in block.text
            or ("preferred source" in block.text.casefold() and _PREFERRED.search(block.text))
            or outlets.generic.words.noise_lines.kind(block.text) in _OWN_LINES
        )
        if own and len(block.text) <= _PROMOTION_LINE:
            owners |= {hit.owner for hit in outlets.names_in(block.text)}
    return outlets.met(owners.pop(), None, "layout") if len(owners) == 1 else None


def _owned(outlets: OutletRegistry, page: Page) -> RecognisedOutlet | None:
    """By the domain in its copyright line."""
    for block in reversed(page.blocks):
        if "©" in block.text or block.text.casefold().startswith("copyright"):
            domain = dateline.domain_in(block.text) if len(block.text) <= _PROMOTION_LINE else None
            if domain:
                return outlets.of_host(host_of(domain), "layout", None)
    return None


def _spoken_to(outlets: OutletRegistry, page: Page) -> RecognisedOutlet | None:
    """By the paper that people speak to in the text: `kepada VOI`, `pantauan Media Indonesia`."""
    for block in page.blocks:
        small = block.text.casefold()
        for said in _SPOKEN_TO.finditer(block.text) if any(word in small for word in _SPOKEN_TO_WORDS) else ():
            after = block.text[said.end() : said.end() + _NAME_LONGEST]
            hit = next((hit for hit in outlets.names_in(after) if hit.start <= _BEFORE_NAME), None)
            if hit and not hit.owner.endswith(_WIRES):
                return outlets.met(hit.owner, None, "text")
    return None


def _credited(outlets: OutletRegistry, page: Page) -> RecognisedOutlet | None:
    """By the one outlet that its photo credits and its `Sumber:` line name; a wire service is credited by all."""
    owners = set()
    for block in page.blocks:
        small = block.text.casefold() if len(block.text) <= _CAPTION_LINE else ""
        likely = "/" in small or any(word in small for word in _CREDIT_WORDS)
        for said in _CREDIT.finditer(block.text) if likely else ():
            after = block.text[said.end() : said.end() + _NAME_LONGEST]
            owners |= {hit.owner for hit in outlets.names_in(after) if not hit.owner.endswith(_WIRES)}
    return outlets.met(owners.pop(), None, "caption") if len(owners) == 1 else None


def _housed(outlets: OutletRegistry, page: Page) -> RecognisedOutlet | None:
    """By the name that stands beside a place in the dateline, of an outlet we do not know."""
    for block in page.blocks[:_HEADER]:
        line = dateline.split(block.text)
        parts = [part.strip() for part in re.split(r"[,|/]", line.text)] if line else []
        others = [part for part in parts if not is_place(part)]
        if len(parts) == 2 and len(others) == 1 and _is_house(outlets, others[0]):
            return RecognisedOutlet(outlets.generic, Fact(others[0], "dateline"))
    return None


def _is_house(outlets: OutletRegistry, text: str) -> bool:
    """A name of few words, which is no office, no wire service and no day."""
    words = text.casefold().split()
    forms = {form.casefold() for forms in outlets.generic.words.agencies.values() for form in forms}
    return (
        bool(_HOUSE.fullmatch(text))
        and outlets.generic.words.nobody.isdisjoint(words)
        and text.casefold() not in forms
        and not dates.find(text)
    )


_WAYS: tuple[Callable[[OutletRegistry, Page], RecognisedOutlet | None], ...] = (
    _named, _laid_out, _standing_alone, _promoted, _owned, _spoken_to, _credited, _housed,
)  # fmt: skip

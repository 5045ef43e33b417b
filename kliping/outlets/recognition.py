"""Which outlet a page is from: by the curator, its markup, or what it prints. The first way that tells decides."""

import re
from collections.abc import Callable, Mapping

from kliping.article.fields import Fact
from kliping.formats.page import Page
from kliping.outlets.places import is_place
from kliping.outlets.registry import OutletRegistry, RecognisedOutlet
from kliping.outlets.vocabulary import Vocabulary
from kliping.text import dateline, dates
from kliping.text.phrases import normalise
from kliping.text.urls import address_in, host_of

_BETWEEN = re.compile(r"\s[-–—]\s")
_BYLINE = 80  # characters of a line such as `Suaramelati.com — A B`
_HOUSE_LINE = 8  # words of a byline such as `A B - detikNews`
_PROMOTION_LINE = 200  # characters
_TITLE_END = r"\s(?:[-|–—•]|::)\s"  # what stands between a headline and the name of the site
_SPOKEN_TO_WORDS = ("kepada", "pantauan", "dihubungi", "diterima")
_SPOKEN_TO = re.compile(rf"\b(?:{'|'.join(_SPOKEN_TO_WORDS)})\s+", re.I)
_BEFORE_NAME = 3  # words such as `Kantor Berita Politik` between that and the name
_CREDIT_WORDS = ("foto", "dok", "sumber", "source")
_CREDIT = re.compile(rf"\b(?:{'|'.join(_CREDIT_WORDS)})\b\s*[:/.]?|/(?=[A-Za-z])", re.I)
_NAME_LONGEST = 60  # characters behind such a word in which the name stands
# Credited under pictures by all others: wire services and their regional sites, television, offices.
_WIRES = ("antaranews.com", "kompas.tv", "metrotvnews.com", "tvonenews.com", ".go.id", "kpu.go.id", "mkri.id")
_PREFERRED = re.compile(r"\bpreferred source\b", re.I)  # "Add ... as a preferred source on Google"
_HOUSE = re.compile(r"[A-Z][\w.&-]+(?: [A-Z][\w.&-]+){0,2}")
_HEADER = 40  # blocks searched for the outlet's name


def recognise(outlets: OutletRegistry, page: Page, given: str | None = None) -> RecognisedOutlet:
    """The outlet of a page: given by the curator (a domain or an address), else by what it prints.

    The generic profile and no facts where nothing tells.
    """
    if given and (host := host_of(given)):
        return outlets.by_host(host, "url" if "//" in given else "curator")
    if page.meta and (outlet := _by_head(outlets, page.meta)):
        return outlet
    return next((outlet for way in _WAYS if (outlet := way(outlets, page))), RecognisedOutlet(outlets.generic))


def _by_head(outlets: OutletRegistry, meta: Mapping[str, str]) -> RecognisedOutlet | None:
    """By the address that the markup gives, else by the name it gives the site."""
    if host := host_of(address_in(meta) or ""):
        return outlets.by_host(host, "metadata", meta.get("og:site_name"))
    names = (meta.get("og:site_name"), meta.get("ld:publisher"), re.split(_TITLE_END, meta.get("title", ""))[-1])
    hit = next((hit for name in names if name for hit in outlets.names_in(name)), None)
    return outlets.by_owner(hit.owner, "metadata") if hit else None


def _by_dateline_or_byline(outlets: OutletRegistry, page: Page) -> RecognisedOutlet | None:
    """By the name it prints in the dateline or the byline; a spelling we know beats a mere domain."""
    domain = None
    for block in page.blocks[:_HEADER]:
        line = dateline.split(block.text)
        name, _, house = block.text.rpartition(" - ")
        said = line.text if line else house if name and len(block.text.split()) <= _HOUSE_LINE else ""
        hit = next(outlets.names_in(said), None) if said else None
        if hit:
            return outlets.by_owner(hit.owner, "dateline" if line else "byline", line.domain if line else None)
        domain = domain or (line.domain if line else _domain_beside_name(block.text))
    if domain:
        return RecognisedOutlet(outlets.generic, Fact(domain, "dateline"), Fact(domain.casefold(), "dateline"))
    return None


def _domain_beside_name(text: str) -> str | None:
    """The domain that stands beside a name on a byline."""
    parts = _BETWEEN.split(text) if "." in text and len(text) <= _BYLINE else []
    alone = (part for part in parts if " " not in part and dateline.domain_in(part) == part)
    return next(alone, None) if len(parts) == 2 else None


def _by_lines(outlets: OutletRegistry, page: Page) -> RecognisedOutlet | None:
    """By the lines of its page that the outlet's profile names."""
    lines = {normalise(block.text) for block in page.blocks}
    head = [block.text.casefold() for block in page.blocks[:_HEADER]]
    for profile in outlets.laid_out:
        begun = profile.begins and any(line.startswith(profile.begins) for line in head)
        if begun or (profile.furniture and lines.issuperset(profile.furniture)):
            return outlets.by_owner(profile.domain or "", "layout")
    return None


def _by_name_alone(outlets: OutletRegistry, page: Page) -> RecognisedOutlet | None:
    """By the one outlet whose name is a line of its own; several are a menu of sister sites."""
    lines = (normalise(block.text) for block in page.blocks[:_HEADER])
    return _by_only({outlets.alone[line] for line in lines if line in outlets.alone}, outlets, "layout")


def _by_only(owners: set[str], outlets: OutletRegistry, basis: str) -> RecognisedOutlet | None:
    """The outlet of a single domain; several tell nothing."""
    return outlets.by_owner(owners.pop(), basis) if len(owners) == 1 else None


def _by_promotion(outlets: OutletRegistry, page: Page) -> RecognisedOutlet | None:
    """By the one outlet that the page's own promotion, share and copyright lines name."""
    owners = set()
    for block in page.blocks:
        own = (
            "©" in block.text
            or ("preferred source" in block.text.casefold() and _PREFERRED.search(block.text))
            or outlets.generic.words.noise_lines.kind(block.text) in ("advert", "promotion", "share")
        )
        if own and len(block.text) <= _PROMOTION_LINE:
            owners |= {hit.owner for hit in outlets.names_in(block.text)}
    return _by_only(owners, outlets, "layout")


def _by_copyright(outlets: OutletRegistry, page: Page) -> RecognisedOutlet | None:
    """By the domain in its copyright line."""
    for block in reversed(page.blocks):
        if "©" in block.text or block.text.casefold().startswith("copyright"):
            domain = dateline.domain_in(block.text) if len(block.text) <= _PROMOTION_LINE else None
            if domain:
                return outlets.by_host(host_of(domain), "layout")
    return None


def _by_speech(outlets: OutletRegistry, page: Page) -> RecognisedOutlet | None:
    """By the paper that people speak to in the text: `kepada VOI`, `pantauan Media Indonesia`."""
    for block in page.blocks:
        small = block.text.casefold()
        for match in _SPOKEN_TO.finditer(block.text) if any(word in small for word in _SPOKEN_TO_WORDS) else ():
            after = block.text[match.end() : match.end() + _NAME_LONGEST]
            hit = next((hit for hit in outlets.names_in(after) if hit.start <= _BEFORE_NAME), None)
            if hit and not hit.owner.endswith(_WIRES):
                return outlets.by_owner(hit.owner, "text")
    return None


def _by_photo_credits(outlets: OutletRegistry, page: Page) -> RecognisedOutlet | None:
    """By the one outlet that its photo credits and its `Sumber:` line name; a wire service is credited by all."""
    owners = set()
    for block in page.blocks:
        small = block.text.casefold() if len(block.text) <= 500 else ""  # characters
        likely = "/" in small or any(word in small for word in _CREDIT_WORDS)
        for match in _CREDIT.finditer(block.text) if likely else ():
            after = block.text[match.end() : match.end() + _NAME_LONGEST]
            owners |= {hit.owner for hit in outlets.names_in(after) if not hit.owner.endswith(_WIRES)}
    return _by_only(owners, outlets, "caption")


def _by_place(outlets: OutletRegistry, page: Page) -> RecognisedOutlet | None:
    """By the name that stands beside a place in the dateline, of an outlet we do not know."""
    for block in page.blocks[:_HEADER]:
        line = dateline.split(block.text)
        parts = [part.strip() for part in re.split(r"[,|/]", line.text)] if line else []
        others = [part for part in parts if not is_place(part)]
        if len(parts) == 2 and len(others) == 1 and _is_house(others[0], outlets.generic.words):
            return RecognisedOutlet(outlets.generic, Fact(others[0], "dateline"))
    return None


def _is_house(text: str, words: Vocabulary) -> bool:
    """A name of few words, which is no office, no wire service and no day."""
    if not _HOUSE.fullmatch(text) or not words.nobody.isdisjoint(text.casefold().split()) or dates.find(text):
        return False
    return text.casefold() not in {form.casefold() for forms in words.agencies.values() for form in forms}


_WAYS: tuple[Callable[[OutletRegistry, Page], RecognisedOutlet | None], ...] = (
    _by_dateline_or_byline, _by_lines, _by_name_alone, _by_promotion, _by_copyright, _by_speech, _by_photo_credits,
    _by_place,
)  # fmt: skip

"""What we publish about one news article: every field once, with its meaning."""

from __future__ import annotations

import datetime
import hashlib
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from operator import attrgetter
from typing import Any, Generic, TypeVar

# What a value may be: the cleaning half refuses others, and the site does.
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
TITLE_MOST = 300  # characters; a longer line is no headline
NAME_MOST = 300  # characters of an outlet's name, an agency's, a photographer's
TEXT_MOST = 1000  # characters of a summary, or of the curator's word to readers
COUNTS = range(10**12)  # of views; a longer number is no count

T = TypeVar("T")
Names = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fact(Generic[T]):
    """A value with what it rests on; a fact that was not found has the value None.

    `basis` comes from the rule that found the value (`byline`, `dateline`, `terms: ...`); a missing
    election or stage carries its reason there. `doubt` says what a person should look at.
    """

    value: T | None = None
    basis: str | None = None
    doubt: str | None = None

    def __bool__(self) -> bool:
        return self.value is not None


NOTHING: Fact[Any] = Fact()


@dataclass(frozen=True, slots=True)
class Article:
    """The clean result of one saved page (or of several saves of one article): plain text only.

    The order of the fields is the order of the front matter.
    """

    id: str  # ASCII words of the headline and six characters of a hash; never changes once given
    title: Fact[str] = NOTHING  # headline as printed, site name removed
    date: Fact[datetime.date] = NOTHING  # day of publication, else of the event or statement the text names
    reporter: Fact[Names] = NOTHING  # persons who wrote it, as printed; never a company or a desk
    editor: Fact[Names] = NOTHING  # persons who edited it
    views: Fact[int] = NOTHING  # view count printed for this article when the page was saved
    source: Fact[str] = NOTHING  # the outlet's name
    outlet: Fact[str] = NOTHING  # the outlet's domain
    url: Fact[str] = NOTHING  # address of the article, from the page or the curator
    agency: Fact[str] = NOTHING  # wire service credited for the text
    photographer: Fact[str] = NOTHING  # photo credit, a person
    election: Fact[str] = NOTHING  # id of a calendar in content/elections
    stage: Fact[str] = NOTHING  # id of a stage of that calendar
    summary: str = ""  # the lead, cut at a sentence
    lang: str = "id"  # language of the text
    saved: tuple[str, ...] = ()  # saved pages it was read from, relative to the saved folder
    saved_on: Fact[datetime.date] = NOTHING  # day the page was saved
    removed: Mapping[str, int] = field(default_factory=dict)  # kind of noise -> lines removed
    also: tuple[str, ...] = ()  # ids of copies by other outlets
    note: str | None = None  # the curator's word to readers
    doubts: tuple[str, ...] = ()  # doubts that belong to no given fact: a date refused on purpose
    body: tuple[str, ...] = ()  # paragraphs; a line end inside one is a line end in print

    def facts(self) -> Iterator[tuple[str, Fact[Any]]]:
        """Each fact with its field name, in the order of the front matter."""
        return zip(FACTS, _FACTS_OF(self), strict=True)

    @property
    def review(self) -> tuple[str, ...]:
        """All that a person should look at, the doubts about given facts first."""
        return (*(f"{name}: {fact.doubt}" for name, fact in self.facts() if fact.doubt), *self.doubts)


FACTS: tuple[str, ...] = tuple(f.name for f in fields(Article) if f.default is NOTHING)
_FACTS_OF = attrgetter(*FACTS)
PEOPLE = ("reporter", "editor")


def new_id(title: str | None, body: tuple[str, ...], outlet: str | None) -> str:
    """ASCII words of the headline (else of the lead) and six characters of a hash over outlet and headline."""
    text = title or body[0]
    ascii_text = unicodedata.normalize("NFKD", text[:TITLE_MOST]).encode("ascii", "ignore").decode()
    slug = ""
    for word in re.findall(r"[a-z0-9]+", ascii_text.casefold())[:12]:
        if len(slug) + len(word) > 60:
            break
        slug = f"{slug}-{word}".strip("-")
    mark = hashlib.sha256(f"{outlet or ''}\n{text}".encode()).hexdigest()[:6]
    return f"{slug}-{mark}" if slug else f"berita-{mark}"

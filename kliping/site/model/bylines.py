"""Articles under a printed name: an outlet's, a reporter's, an agency's."""

import datetime
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256

from kliping.site.model.article_row import ArticleRow

_PLAIN = re.compile(r"[a-z]+(?: [a-z]+)*")
_SLUG_MOST = 80  # characters
UNKNOWN = "Media tidak dikenali"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of name, with the address of its pages and what they say of it."""

    path: str
    title: str
    said: str
    caution: str = ""  # what a reader must know of such names


@dataclass(frozen=True, slots=True)
class Name:
    """A name as its newest article spells it, and a summary of its articles."""

    kind: Kind
    slug: str
    name: str
    count: int  # articles
    first: datetime.date | None  # days of its oldest and newest article
    last: datetime.date | None

    @property
    def path(self) -> str:
        """Of its page."""
        return f"{self.kind.path}{self.slug}/"

    @property
    def is_known(self) -> bool:
        """Whether it is a name at all, and not what stands where none is printed."""
        return self.path != UNKNOWN_PATH

    @property
    def initial(self) -> str:
        """The letter under which it is listed; `#` for what begins with none of a to z."""
        return _order(self.name, self.slug)[3]


def _order(name: str, slug: str) -> tuple[bool, str, str, str]:
    """What sorts names into alphabetical order, those that begin with none of a to z last."""
    letter = unicodedata.normalize("NFKD", name[:1])[:1].upper()
    letter = letter if "A" <= letter <= "Z" else "#"
    return letter == "#", name.casefold(), slug, letter


def slug(name: str) -> str:
    """The address of a name, without regard to case; two names have two addresses.

    A name of more than plain letters ends in digits, which tell `Siti Nur-Aini` from `Siti Nur Aini`.
    """
    return _slug(name.casefold())


@cache
def _slug(folded: str) -> str:
    if _PLAIN.fullmatch(folded) and len(folded) <= _SLUG_MOST:
        return folded.replace(" ", "-")
    words = re.findall(r"[a-z0-9]+", unicodedata.normalize("NFKD", folded).encode("ascii", "ignore").decode())
    digits = int(sha256(folded.encode()).hexdigest()[:12], 16) % 10**6
    return f"{'-'.join(words)[:_SLUG_MOST].rstrip('-')}-{digits:06}".lstrip("-")


class OutletNames:
    """Tells outlets apart by their domains, and by their names where a page gave no domain."""

    def __init__(self, rows: Sequence[ArticleRow]) -> None:
        """From all articles, newest first: a name that one domain alone prints is that outlet's, wherever it stands."""
        domains: dict[str, set[str]] = {}
        for row in rows:
            if row.source and row.outlet:
                domains.setdefault(row.source.casefold(), set()).add(row.outlet)
        self._domains = {name: next(iter(its)) for name, its in domains.items() if len(its) == 1}
        self._names: dict[str, str] = {}
        for row in rows:
            if row.source:
                self._names.setdefault(self.slug(row), row.source)

    def slug(self, row: ArticleRow) -> str:
        name = row.source or UNKNOWN
        return row.outlet or self._domains.get(name.casefold()) or slug(name)

    def path(self, row: ArticleRow) -> str:
        """Where an article's outlet has its page."""
        return f"{OUTLETS.path}{self.slug(row)}/"

    def name(self, slug: str) -> str:
        """What an outlet is called: as its newest article prints it that prints a name, else by its domain."""
        return self._names.get(slug) or (UNKNOWN if slug == _UNKNOWN_SLUG else slug)

    def printed(self, row: ArticleRow) -> Iterator[tuple[str, str]]:
        """Slug and name of an article's outlet."""
        slug = self.slug(row)
        yield slug, self.name(slug)

    def counts(self, rows: Iterable[ArticleRow]) -> tuple[tuple[str, str, int], ...]:
        """(name, path, articles) of each outlet, most first."""
        counts = [(self.name(slug), slug, count) for slug, count in Counter(map(self.slug, rows)).items()]
        counts.sort(key=lambda one: (-one[2], _order(*one[:2])))
        return tuple((name, f"{OUTLETS.path}{slug}/", count) for name, slug, count in counts)


def reporters(row: ArticleRow) -> Iterator[tuple[str, str]]:
    """Slugs and names of those who are named as reporters of an article."""
    for name in row.reporter:
        yield slug(name), name


def agencies(row: ArticleRow) -> Iterator[tuple[str, str]]:
    """Slug and name of the agency its text is credited to."""
    if row.agency:
        yield slug(row.agency), row.agency


OUTLETS = Kind("media/", "Media", "Media yang beritanya dihimpun di sini.")
REPORTERS = Kind(
    "reporter/",
    "Reporter",
    "Nama reporter sebagaimana tercantum pada berita.",
    "Dikelompokkan menurut nama saja: satu nama dapat dipakai dua orang, dan satu orang dapat menulis dengan dua nama.",
)
AGENCIES = Kind(
    "kantor-berita/", "Kantor berita", "Kantor berita yang disebut sebagai asal naskah oleh media yang memuatnya."
)


_UNKNOWN_SLUG = slug(UNKNOWN)
UNKNOWN_PATH = f"{OUTLETS.path}{_UNKNOWN_SLUG}/"


def named(
    kind: Kind, rows: Iterable[ArticleRow], printed: Callable[[ArticleRow], Iterable[tuple[str, str]]]
) -> dict[Name, tuple[ArticleRow, ...]]:
    """Every name of a kind with its articles, in alphabetical order. Rows come newest first.

    `printed` gives the slugs and names of this kind in an article.
    """
    by_slug: dict[str, tuple[str, dict[str, ArticleRow]]] = {}
    for row in rows:
        for key, name in printed(row):
            by_slug.setdefault(key, (name, {}))[1][row.id] = row
    names = {}
    for key, (name, its) in sorted(by_slug.items(), key=lambda one: _order(one[1][0], one[0])):
        articles = tuple(its.values())
        first = next((row.date for row in reversed(articles) if row.date), None)
        names[Name(kind, key, name, len(articles), first, articles[0].date)] = articles
    return names

"""Articles under a printed name: an outlet's, a reporter's, an agency's."""

from __future__ import annotations

import datetime
import re
import unicodedata
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


@dataclass(frozen=True, slots=True, eq=False)
class Name:
    """A name with its articles, newest first. Spelled as in the newest."""

    kind: Kind
    slug: str
    name: str
    rows: tuple[ArticleRow, ...]

    @property
    def path(self) -> str:
        return f"{self.kind.path}{self.slug}/"

    @property
    def count(self) -> int:
        return len(self.rows)

    @property
    def is_known(self) -> bool:
        """Whether it is a name at all, and not what stands where none is printed."""
        return self.path != UNKNOWN_PATH

    @property
    def last(self) -> datetime.date | None:
        return self.rows[0].date

    @property
    def first(self) -> datetime.date | None:
        return next((row.date for row in reversed(self.rows) if row.date), None)

    @property
    def initial(self) -> str:
        """The letter under which it is listed; `#` for what begins with none of a to z."""
        letter = unicodedata.normalize("NFKD", self.name[:1])[:1].upper()
        return letter if "A" <= letter <= "Z" else "#"


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

    def printed(self, row: ArticleRow) -> Iterator[tuple[str, str]]:
        """Its slug, and its name as the newest article prints it that prints one."""
        slug = self.slug(row)
        yield slug, self._names.get(slug) or row.outlet or UNKNOWN

    def counts(self, rows: Iterable[ArticleRow]) -> tuple[tuple[str, str, int], ...]:
        """(name, path, articles) of each outlet, most first."""
        names = named(OUTLETS, rows, self.printed)
        return tuple(sorted(((n.name, n.path, n.count) for n in names), key=lambda one: -one[2]))


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


UNKNOWN_PATH = f"{OUTLETS.path}{slug(UNKNOWN)}/"


def named(
    kind: Kind, rows: Iterable[ArticleRow], printed: Callable[[ArticleRow], Iterable[tuple[str, str]]]
) -> tuple[Name, ...]:
    """Every name of a kind with its articles, in alphabetical order. Rows come newest first.

    `printed` tells the slugs and names of this kind in an article.
    """
    found: dict[str, tuple[str, dict[str, ArticleRow]]] = {}
    for row in rows:
        for key, name in printed(row):
            found.setdefault(key, (name, {}))[1][row.id] = row
    names = [Name(kind, key, name, tuple(its.values())) for key, (name, its) in found.items()]
    return tuple(sorted(names, key=lambda name: (name.initial == "#", name.name.casefold(), name.slug)))

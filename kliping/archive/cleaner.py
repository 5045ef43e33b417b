"""One saved page, whatever it is -> its article, or the reason why it gives none. Nothing of a page gets past it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from kliping.archive.page_table import Row
from kliping.archive.scanner import read_bytes
from kliping.article import frontmatter
from kliping.article.corrections import NO_CORRECTIONS, Corrections
from kliping.article.fields import Article
from kliping.duplicates import minhash, similarity
from kliping.elections.calendars import Calendars
from kliping.evidence.decision import Decision
from kliping.extract import NoText, clean
from kliping.extract.labels import BlockLabel
from kliping.formats import READERS, suffix_of
from kliping.formats.page import Page, Rejected
from kliping.locale import _
from kliping.outlets.recognition import recognise
from kliping.outlets.registry import OutletRegistry, RecognisedOutlet
from kliping.system import sandbox
from kliping.system.hashing import content_hash
from kliping.system.limits import ARTICLE_BYTES


@dataclass(slots=True)
class Reading:
    """All that came of one saved page. What lies behind the place where it was rejected is missing."""

    row: Row = field(default_factory=dict)  # for the table of pages
    page: Page | None = None
    outlet: RecognisedOutlet | None = None
    article: Article | None = None
    labels: tuple[BlockLabel, ...] = ()
    decisions: Mapping[str, Decision[Any]] = field(default_factory=dict)  # by field, of the facts that were weighed
    lines: tuple[int, ...] = ()  # of the saved page, where the blocks that candidates name stand
    rejected: str | None = None
    unchanged: bool = False  # the cache key is the one given, so the page was not cleaned

    def result(self) -> "Reading":
        """Without the steps that led to it."""
        return replace(self, page=None, outlet=None, labels=(), decisions={}, lines=())


@dataclass(frozen=True, slots=True)
class Cleaner:
    """Reads the pages of a folder by these outlets, calendars and corrections (page -> what the curator says)."""

    folder: Path
    outlets: OutletRegistry
    calendars: Calendars
    corrections_of: Callable[[str], Corrections] = lambda page: NO_CORRECTIONS

    def read(self, name: str, key: str = "") -> Reading:
        """Read and clean a page, its path below the folder given. Raises nothing but MemoryError.

        Where all that its article is made from has this cache key, the page is not cleaned.
        """
        reading = Reading(self._blank_row())
        try:
            self._read(name, key, reading)
        except Exception as error:  # whatever a page makes of our rules, it harms no other page
            if isinstance(error, MemoryError):
                raise
            reading.article = None
            reading.labels = error.labels if isinstance(error, NoText) else ()
            self._reject(name, reading, _reason(error))
        return reading

    def results(self, asked: tuple[str, str]) -> Reading:
        """What `read` gives, without the steps that led to it; for a pair of name and cache key."""
        return self.read(*asked).result()

    def read_safely(self, name: str) -> Reading:
        """What `read` gives of a page of which nothing is known yet: read in a process that may be lost."""
        with sandbox.each(self.read, [name]) as results:
            reading = next(results)
        return Reading(rejected=reading.why) if isinstance(reading, sandbox.Lost) else reading

    def lost(self, name: str, why: str) -> Reading:
        """The reading of a page that ended the process it was read in."""
        reading = Reading(self._blank_row())
        try:
            reading.row |= self._content(name, read_bytes(self.folder / name))
        except Rejected as error:
            why = str(error)
        self._reject(name, reading, why)
        return reading

    def cache_key(self, content: str, name: str, profile: str) -> str:
        """A hash over all that an article is made from: the page's content hash, corrections, profile and calendars."""
        corrections = self.corrections_of(name).fingerprint
        return content_hash(content, corrections, profile, self.calendars.fingerprint, minhash.VERSION)

    def _read(self, name: str, key: str, reading: Reading) -> None:
        data = read_bytes(self.folder / name)
        row = reading.row
        row |= self._content(name, data)
        corrections = self.corrections_of(name)
        page, outlet = read_page(name, data, self.outlets, corrections)
        reading.page, reading.outlet = page, outlet
        row["profile"] = outlet.profile.domain
        row["key"] = self.cache_key(row["hash"], name, outlet.profile.fingerprint)
        if key == row["key"]:
            reading.unchanged = True
            return
        cleaned = clean(page, outlet, self.calendars, corrections)
        reading.article, reading.labels = cleaned.article, cleaned.labels
        reading.decisions, reading.lines = cleaned.decisions, cleaned.lines
        _check_size(cleaned.article)
        row |= similarity.marks(cleaned.article)
        if corrections.withdrawal:
            row["withdrawn"] = corrections.withdrawal
        elif not cleaned.article.outlet:
            row["mentioned"] = " ".join(self.outlets.mentioned(page))

    def _blank_row(self) -> Row:
        return {"recognition": self.outlets.recognition, "profile": None, "key": "", "hash": ""}

    def _content(self, name: str, data: bytes) -> Row:
        """The hash of a page's bytes, and its cache key while its outlet is not known."""
        content = content_hash(data)
        return {"hash": content, "key": self.cache_key(content, name, self.outlets.generic.fingerprint)}

    def _reject(self, name: str, reading: Reading, why: str) -> None:
        reading.rejected = why
        withdrawal = self.corrections_of(name).withdrawal
        reading.row |= {"withdrawn": withdrawal} if withdrawal else {"rejected": why}


def read_page(
    name: str, data: bytes, outlets: OutletRegistry, corrections: Corrections = NO_CORRECTIONS
) -> tuple[Page, RecognisedOutlet]:
    """The page in some bytes, by its file's suffix, and its outlet. Raises Rejected."""
    page = READERS[suffix_of(name)](data, lambda meta: outlets.layouts_for(meta, corrections.outlet))
    return page, recognise(outlets, page, corrections.outlet)


def _check_size(article: Article) -> None:
    """Raise Rejected where an article is too large for one."""
    size = frontmatter.size(article)
    if size > ARTICLE_BYTES // 2:  # the rest is for the names of many saves of it
        why = _("holds a text of {count} KiB, far more than one article; save each article alone")
        raise Rejected(why.format(count=size // 1024))


def _reason(error: Exception) -> str:
    if isinstance(error, Rejected):
        return str(error)
    why = _("could not be read ({kind}: {error}); please report it with the page")
    return why.format(kind=type(error).__name__, error=error)

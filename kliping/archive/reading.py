"""One saved page read and cleaned, with all that came of it on the way."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kliping.archive.scanner import read_bytes, suffix_of
from kliping.article.corrections import NO_CORRECTIONS, Corrections
from kliping.article.fields import Article
from kliping.elections.calendars import Calendars
from kliping.extract import NoText, clean
from kliping.extract.labels import Verdict
from kliping.formats import READERS
from kliping.formats.page import Page, Rejected
from kliping.outlets.recognition import recognise
from kliping.outlets.registry import OutletRegistry, RecognisedOutlet
from kliping.system import sandbox


@dataclass(slots=True)
class Reading:
    """All that comes of one saved page. What lies behind the place where it was rejected is missing."""

    page: Page | None = None
    known: RecognisedOutlet | None = None
    article: Article | None = None
    verdicts: tuple[Verdict, ...] = ()
    rejected: str | None = None


def page_of(
    name: str, data: bytes, outlets: OutletRegistry, told: Corrections = NO_CORRECTIONS
) -> tuple[Page, RecognisedOutlet]:
    """The page in some bytes, by its file's suffix, and its outlet. Raises Rejected."""
    page = READERS[suffix_of(name)](data, lambda meta: outlets.boxes_of(meta, told.outlet))
    return page, recognise(outlets, page, told.outlet)


def read(path: Path, outlets: OutletRegistry, calendars: Calendars, told: Corrections = NO_CORRECTIONS) -> Reading:
    """Read and clean the page in a file; why it gives no article stands in `rejected`."""
    found = Reading()
    try:
        found.page, found.known = page_of(path.name, read_bytes(path), outlets, told)
        cleaned = clean(found.page, found.known, calendars, told)
        found.article, found.verdicts = cleaned.article, cleaned.verdicts
    except Exception as error:  # told like that of a run, which goes on
        if isinstance(error, MemoryError):
            raise
        found.rejected = reason(error)
        found.verdicts = error.verdicts if isinstance(error, NoText) else ()
    return found


def tried(path: Path, outlets: OutletRegistry, calendars: Calendars, told: Corrections = NO_CORRECTIONS) -> Reading:
    """The same of a page of which nothing is known yet: read once elsewhere, where it can do no harm."""
    with sandbox.each(lambda page: bool(read(page, outlets, calendars, told)), [path]) as results:
        [found] = results
    return Reading(rejected=found.why) if isinstance(found, sandbox.Lost) else read(path, outlets, calendars, told)


def reason(error: Exception) -> str:
    """Why a page gives no article."""
    if isinstance(error, Rejected):
        return str(error)
    return f"could not be read ({type(error).__name__}: {error}); please report it with the page"

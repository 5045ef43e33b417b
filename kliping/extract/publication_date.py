"""The day of an article: its publication line, else the day of the event or statement its text names.

Refused: ranges and schedules, days that lie ahead of the story, days in lists. A printed weekday that contradicts the
date is a doubt.
"""

import datetime
import re
from collections.abc import Iterable, Iterator, Sequence, Set
from typing import NamedTuple

from kliping.article.fields import NOTHING, Fact
from kliping.evidence.decision import Decision
from kliping.extract import metadata
from kliping.extract.byline import Byline
from kliping.extract.headline import without_date
from kliping.extract.read_page import ReadPage
from kliping.text import dateline, dates

_RANK = {"published": 0, "plain": 1, "updated": 2}
_LIST_LINE = re.compile(r"^(?:\d+|[a-z])\s?[.)]|^[-•·]\s")
# Words before a day which put it ahead of the story, or make it part of a schedule.
_AHEAD = re.compile(
    r"\b(?:akan|bakal(?!\s+(?:pasangan\s+)?(?:calon|ca\w+|paslon))|mendatang|dijadwalkan|direncanakan|"
    r"rencananya|paling\s+lambat|dimulai|jatuh|menjelang|jelang|jadwal|besok|lusa|tenggat|ditunda|diundur|batas|lahir|kelahiran|terhitung)\b|\b(?:hingga|sampai|mulai|sejak|antara|dari|sebelum|nanti)"
    r"(?:\s+(?:hari|tanggal|pada))*\W*$",
    re.I,
)
_AHEAD_AFTER = re.compile(r"\)?\s*(?:mendatang|nanti|yang\s+akan|akan\s+datang|besok|lusa)\b", re.I)
_VERBS = "kata|ujar|ucap|tutur|jelas|ungkap|tegas|terang|papar|imbuh|sebut|tandas"
_SPOKE = re.compile(rf"\b(?:{_VERBS})(?:nya)?\b", re.I)
_SAID = re.compile(
    rf"\b(?:{_VERBS}|katanya|ujarnya|dikutip|kepada|"
    r"wartawan|keterangan|menggelar|digelar|berlangsung|lewat|melalui|di|saat|usai|dalam|pleno|pada|rapat)\b",
    re.I,
)
_WINDOW = 60  # characters before a day that are read for such words


class DayMention(NamedTuple):
    """A day named in the body, with what speaks for it."""

    date: datetime.date
    basis: str
    doubt: str | None = None
    weight: int = 0


def decide_date(read: ReadPage) -> Decision[datetime.date]:
    """The day that is stated, and its candidates."""
    return Decision(_date(read) or metadata.day_of_address(read.meta))


def _date(read: ReadPage) -> Fact[datetime.date]:
    bylines, layout, years = read.bylines, read.layout, read.years
    published = metadata.published(read.meta, read.outlet)
    if published.value:
        years = years | {published.value.year}
        bylines = [line for line in bylines if any(kind != "updated" for kind, _ in line.days)]
    date = of_bylines(bylines, years) or published or of_body(read.body, years)
    if date or layout.title is None:
        return date
    text = layout.blocks[layout.title].text
    printed = dates.find(text[: len(text) - len(without_date(text))])
    return Fact(printed[0].on(), "metadata") if printed else date


def of_bylines(lines: Iterable[Byline], years: Set[int]) -> Fact[datetime.date]:
    """The best day of the publication lines: published before plain before updated, with names before without.

    `years` are those the article prints; they settle a day without one. Nothing where no day is settled.
    """
    days = [(_RANK[kind], not line.people, day) for line in lines for kind, day in line.days]
    for _, _, day in sorted(days, key=lambda ranked: ranked[:2]):
        year = day.year or dates.settle_year(day, years)
        date = day.on(year) if year else None
        if date:
            return Fact(date, "byline", None if day.agrees(date) else _contradiction(day, date))
    return NOTHING


def of_body(body: Sequence[str], years: Set[int]) -> Fact[datetime.date]:
    """The day the text itself names for its event or statement, else nothing. `years` are those the article prints."""
    opening = dateline.split(body[0]) if body else None
    opened = next((day.on() for day in dates.find(opening.text) if day.year), None) if opening else None
    if opened:
        return Fact(opened, "dateline")
    mentions = [mention for text in body if not _LIST_LINE.match(text) for mention in _mentions(text, years)]
    best = max(mentions, key=lambda mention: mention.weight, default=None)
    return Fact(best.date, best.basis, best.doubt) if best else NOTHING


def _mentions(text: str, years: Set[int]) -> Iterator[DayMention]:
    for day in dates.find(text):
        if day.weekday is None and not (day.bracketed and day.year):
            continue  # a bare "5 Mei 2024" is as often a schedule as the day of the story, and "(2/3)" a fraction
        before = text[max(0, day.start - _WINDOW) : day.start]
        clause = _SPOKE.split(re.split(r"[.!?;]\s", before)[-1])[-1]  # a day behind "kata" is that of the statement
        if day.ranged or _AHEAD_AFTER.match(text, day.end) or _AHEAD.search(clause):
            continue
        if mention := _settled(day, years):
            said = bool(_SAID.search(before)) or day.bracketed
            yield mention._replace(weight=2 * bool(day.year) + said)


def _settled(day: dates.Day, years: Set[int]) -> DayMention | None:
    """The date of a printed day, by its weekday and the printed years; None where they tell no single one."""
    date = day.on()
    if date and day.agrees(date):
        return DayMention(date, "dateline")
    if date:  # the weekday exposes a slip; another printed year may fit it
        other = dates.settle_year(day._replace(year=None), years - {date.year})
        if not other and day.month == 1 and (following := day.on_year(date.year + 1)) and day.agrees(following):
            other = date.year + 1  # in January the old year still slips from the pen
        fitting = day.on_year(other) if other else None
        return DayMention(fitting or date, "weekday" if fitting else "dateline", _contradiction(day, date))
    year = dates.settle_year(day, years)
    date = day.on(year) if year else None
    return DayMention(date, "weekday") if date else None


def _contradiction(day: dates.Day, date: datetime.date) -> str:
    said = dates.WEEKDAYS[day.weekday or 0]
    return f"printed {said} {dates.short(date)} was a {dates.WEEKDAYS[date.weekday()]}"


def ranges_after(body: Sequence[str], limit: datetime.date) -> str | None:
    """The first range of days with its year that ends after a date, as printed; None where there is none."""
    for text in body:
        for day in dates.find(text):
            if day.ranged and (date := day.on()) and date > limit:
                return text[day.start : day.end].strip(" (")
    return None

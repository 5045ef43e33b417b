"""The day of an article: its publication line, else the day of the event or statement its text names.

Refused: ranges and schedules, days that lie ahead of the story, days in lists. What was refused
although it looks like the day of the story is told as a doubt.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kliping.article.fields import NOTHING, Fact
from kliping.extract.byline import Byline
from kliping.text import dateline, dates

_YEAR = re.compile(r"(?:199|20[0-3])\d(?<![\d./-]\d{4})(?![\d-]|\.\d)")  # of elections anyone clips
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


@dataclass(frozen=True, slots=True)
class DayMention:
    """A day named in the body, with what speaks for it."""

    day: dates.Day
    date: datetime.date
    basis: str
    weight: int
    doubt: str | None = None


def of_bylines(lines: Iterable[Byline], years: set[int]) -> Fact[datetime.date]:
    """The best day of the publication lines: published before plain before updated, with names before without."""
    days = [(_RANK[kind], not line.people, day) for line in lines for kind, day in line.days]
    for _, _, day in sorted(days, key=lambda found: found[:2]):
        year = day.year or dates.settle_year(day, years)
        date = day.on(year) if year else None
        if date:
            return Fact(date, "byline", None if day.agrees(date) else _contradiction(day, date))
    return NOTHING


def of_body(body: Sequence[str], years: set[int]) -> Fact[datetime.date]:
    """The day the text itself names for its event or statement, else nothing."""
    opening = dateline.split(body[0]) if body else None
    opened = next((day.on() for day in dates.find(opening.text) if day.year), None) if opening else None
    if opened:
        return Fact(opened, "dateline")
    mentions = [mention for text in body if not _LIST_LINE.match(text) for mention in _mentions(text, years)]
    if not mentions:
        return NOTHING
    best = max(mention.weight for mention in mentions)
    first = next(mention for mention in mentions if mention.weight == best)
    return Fact(first.date, first.basis, first.doubt)


def printed_years(texts: Iterable[str]) -> set[int]:
    """Every year an article prints."""
    return {int(year) for text in texts for year in _YEAR.findall(text)}


def _mentions(text: str, years: set[int]) -> Iterable[DayMention]:
    for day in dates.find(text):
        if day.weekday is None and not (day.bracketed and day.year):
            continue  # a bare "5 Mei 2024" is as often a schedule as the day of the story, and "(2/3)" a fraction
        before = text[max(0, day.start - _WINDOW) : day.start]
        before = _SPOKE.split(re.split(r"[.!?;]\s", before)[-1])[-1]  # a day behind "kata" is that of the statement
        if day.ranged or _AHEAD_AFTER.match(text, day.end) or _AHEAD.search(before):
            continue
        mention = _settled(day, years)
        if mention:
            said = bool(_SAID.search(text[max(0, day.start - _WINDOW) : day.start])) or day.bracketed
            yield DayMention(mention.day, mention.date, mention.basis, 2 * bool(day.year) + said, mention.doubt)


def _settled(day: dates.Day, years: set[int]) -> DayMention | None:
    date = day.on()
    if date and day.agrees(date):
        return DayMention(day, date, "dateline", 0)
    if date:  # the weekday exposes a slip; another printed year may fit it
        other = dates.settle_year(dates.Day(day.day, day.month, None, day.weekday), years - {date.year})
        if not other and day.month == 1 and (following := day.on_year(date.year + 1)) and day.agrees(following):
            other = date.year + 1  # in January the old year still slips from the pen
        fitting = day.on_year(other) if other else None
        return DayMention(day, fitting or date, "weekday" if fitting else "dateline", 0, _contradiction(day, date))
    year = dates.settle_year(day, years)
    settled = day.on(year) if year else None
    return DayMention(day, settled, "weekday", 0) if settled else None


def _contradiction(day: dates.Day, date: datetime.date) -> str:
    said = dates.WEEKDAYS[day.weekday or 0]
    return f"printed {said} {dates.short(date)} was a {dates.WEEKDAYS[date.weekday()]}"


def ranges_after(body: Sequence[str], limit: datetime.date) -> str | None:
    """A range of days with its year, printed as past the given day; as printed."""
    for text in body:
        for day in dates.find(text):
            date = day.on()
            if day.ranged and date and date > limit:
                return text[day.start : day.end].strip(" (")
    return None

"""Indonesian dates, read and written, and English ones, read: outlets with English pages print them.

Read are, with a weekday, `pada`, brackets and times around them:

    19 Juni 2024   5 Mei   13 Feb 2024   20 Agu 2024   17 Pebruari 2018   JUMAT, 04 OKTOBER 2024
    08 - Dec - 2020   20-Nov-24   20 Nov '24   20th November 2024   November 20th, 2024
    (19/6)   (3/5/2024)   03/05/2024   19-02-2024   20.11.2024   2024-06-19   2024/06/19
    (20/2/25)   Rabu, 06/11/24   06/11/24 10:31
    Desember 3, 2024   24 July 2024   Wed, March 13, 2019   Monday, March 4
    29-31 Oktober 2024   28 November hingga 10 Februari 2024   14 dan 15 Mei 2024

Refused: a day and month of figures alone (`5/2`) outside brackets and without a weekday, for rule numbers look the
same; a year of two figures without bracket, weekday or clock beside it; months and years without a day; relative days
("kemarin").
"""

import datetime
import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

WEEKDAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip

YEARS = range(1945, 2101)  # of a date: since the republic, and as far ahead as somebody may plan

_WEEKDAY_WORDS = {word.casefold(): i for i, word in enumerate(WEEKDAYS)} | {
    "jum'at": 4, "jum’at": 4, "jum‘at": 4, "jum`at": 4, "jum at": 4, "ahad": 6,
    "mon": 0, "monday": 0, "tue": 1, "tuesday": 1, "wed": 2, "wednesday": 2, "thu": 3, "thursday": 3,
    "fri": 4, "friday": 4, "sat": 5, "saturday": 5, "sun": 6, "sunday": 6,
}  # fmt: skip
_MONTH_WORDS = {word.casefold(): i for i, word in enumerate(MONTHS, 1)} | {
    "jan": 1, "feb": 2, "peb": 2, "pebruari": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7,
    "agu": 8, "agt": 8, "ags": 8, "agust": 8, "aug": 8, "sep": 9, "sept": 9, "okt": 10, "oct": 10,
    "nov": 11, "nopember": 11, "nop": 11, "des": 12, "dec": 12,
    "january": 1, "february": 2, "march": 3, "may": 5, "june": 6, "july": 7, "august": 8, "october": 10, "december": 12,
}  # fmt: skip


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


_MONTH = rf"(?:{_any(_MONTH_WORDS)})"
_YEAR = r"(?:19|20)\d\d"
_SHORT_YEAR = r"[0-4]\d(?!\d|[:.]\d)"
_ORDINAL = r"(?:st|nd|rd|th)"
_TO = r"(?:[-–—]|s/d|s\.d\.?|sampai(?:\s+dengan)?|hingga|dan)"
# What may follow a number in a date: a sign, a year, the first letter of a month, of a word for "to" or of an ordinal.
_ON = "".join(sorted({word[0] for word in (*_MONTH_WORDS, "s/d", "sampai", "hingga", "dan", "th", "nd", "rd")}))
_NUMBER = re.compile(rf"\d(?<!\d\d)\d*+(?=\s*[-–—/,.)12{_ON}]|$)", re.IGNORECASE)
_DATE = re.compile(  # matched where a number begins
    rf"""
      (?P<since>\d{{1,2}}(?:\s*{_MONTH}\b)?(?:\s+{_YEAR})?\s*{_TO}\s*)?
      (?P<day>\d{{1,2}})(?:{_ORDINAL}\b(?:\s+of)?)?(?:\s*[-–—/.]\s*|\s*)(?P<month>{_MONTH})\b\.?
      (?:\s*+[,/–—-]?+\s*+(?P<year>{_YEAR})\b
        |(?:\s?[-/'’]\s?|\s(?=\d\d,?\s[0-2]?\d[:.][0-5]\d))(?P<year_2>{_SHORT_YEAR}))?
    | (?<!/)(?P<iso_year>{_YEAR})(?P<iso_sign>[-/.])(?P<iso_month>\d\d)(?P=iso_sign)(?P<iso_day>\d\d)(?!\d)
    | (?P<n_since>\d{{1,2}}\s*[-–—]\s*(?=\d{{1,2}}/))?
      (?P<n_day>\d{{1,2}})(?P<sign>\s?[-/.]\s?)(?P<n_month>\d{{1,2}})
      (?:(?P=sign)(?:(?P<n_year>{_YEAR})|(?P<n_year_2>{_SHORT_YEAR})))?(?![\d/])
    """,
    re.VERBOSE | re.IGNORECASE,
)
_WEEKDAY = re.compile(_any(_WEEKDAY_WORDS))
_WEEKDAY_BEFORE = re.compile(
    rf"\b({_any(_WEEKDAY_WORDS)})\b(?:\s+(?:pagi|siang|sore|petang|malam|dini\s+hari|lusa))*\s*[,:]?\s*(?:tanggal\s+)?\(?\s*$",
    re.IGNORECASE,
)
_MONTH_BEFORE = re.compile(rf"\b{_MONTH}\s+$", re.IGNORECASE)
_MONTH_FIRST = re.compile(
    rf"(?P<month>{_MONTH})\s+(?P<day>\d{{1,2}}){_ORDINAL}?(?:,?\s+(?P<year>{_YEAR})\b|,(?P<year_2>{_YEAR})\b|(?![\d.,]*\d))",
    re.IGNORECASE,
)
_CLOCK_BEHIND = re.compile(r"\)?\s*[,|]?\s*(?:pukul\s+|jam\s+)?[0-2]?\d[:.][0-5]\d")
_LABEL_BEFORE = re.compile(r"\b(?:tanggal|tgl|pada|on|posted)\s*:?\s*$", re.IGNORECASE)
_LONGEST_MONTH = 12  # characters, the space behind it included
_LOOK_BACK = 40  # characters before a date in which its weekday may stand


class Day(NamedTuple):
    """A day as printed: perhaps without a year, perhaps with a weekday, perhaps the end of a range."""

    day: int
    month: int
    year: int | None = None
    weekday: int | None = None  # 0 is Senin
    ranged: bool = False
    bracketed: bool = False
    start: int = 0  # in the text, weekday or bracket included
    end: int = 0

    def on(self, year: int | None = None) -> datetime.date | None:
        """The date, in `year` where no year is printed; None where there is no such day."""
        try:
            return datetime.date(self.year or year or 0, self.month, self.day)
        except ValueError:
            return None

    def on_year(self, year: int) -> datetime.date | None:
        """The date in `year`, whatever year is printed; None where there is no such day."""
        return self._replace(year=None).on(year)

    def agrees(self, date: datetime.date) -> bool:
        """True if no weekday is printed, or that of the date."""
        return self.weekday is None or self.weekday == date.weekday()


def find(text: str) -> list[Day]:
    """The days printed in a text, in order. Days that do not exist are left out."""
    days: list[Day] = []
    end = 0
    for number in _NUMBER.finditer(text):
        at = number.start()
        if at < end or (at > 1 and text[at - 1] in ".,/:" and text[at - 2].isalnum() and not text[at - 2].isalpha()):
            continue
        match = _month_first(text, at) or _DATE.match(text, at)
        if match:
            end = match.end()
            if day := _day(match, text):
                days.append(day)
    return days


def _month_first(text: str, at: int) -> re.Match[str] | None:
    """Matches `Desember 3, 2024`, as English templates print it, or `March 4` behind a weekday; `at` is the figure."""
    if not text.startswith(" ", at - 1):
        return None
    word = text[max(0, at - _LONGEST_MONTH) : at].split()
    if not word or word[-1].casefold() not in _MONTH_WORDS:
        return None
    month = _MONTH_BEFORE.search(text, max(0, at - _LOOK_BACK), at)
    match = _MONTH_FIRST.match(text, month.start()) if month else None
    return match if match and (match["year"] or _weekday_before(text, match.start())) else None


def _day(match: re.Match[str], text: str) -> Day | None:
    """The day of a match; None where it does not exist, or may be a rule number."""
    start = match.start()
    before = _weekday_before(text, start)
    weekday = _WEEKDAY_WORDS[before[1].casefold()] if before else None
    bracketed = text[max(0, start - 3) : start].rstrip().endswith("(")
    printed = _figures(match.groupdict(), bool(before), bracketed, text, match)
    if not printed:
        return None
    part = match.groupdict()
    ranged = bool(part.get("since") or part.get("n_since")) or bool(_RANGE_GOES_ON.match(text, match.end()))
    opens = before.start() if before else text.rindex("(", 0, start) if bracketed else start
    result = Day(*printed, weekday, ranged, bracketed, opens, match.end())
    return result if result.on(2024) else None  # 2024 is a leap year: every day that can exist does


def _figures(
    part: Mapping[str, str | None], weekday: bool, bracketed: bool, text: str, match: re.Match[str]
) -> tuple[int, int, int | None] | None:
    """Day, month and year (None without one) of a match; None where its figures may be others than those of a day."""
    if part.get("iso_year"):
        return int(part["iso_day"] or 0), int(part["iso_month"] or 0), int(part["iso_year"] or 0)
    year = int(part.get("year") or part.get("n_year") or 0)
    short = part.get("year_2") or part.get("n_year_2")
    if short:
        year = int(short) if len(short) == 4 else 2000 + int(short)
    if not part.get("n_day"):
        return int(part["day"] or 0), _MONTH_WORDS[(part["month"] or "").casefold()], year or None
    sign = (part["sign"] or "").strip()
    if not year and (sign != "/" or not (weekday or bracketed)):
        return None
    if part["n_year_2"] and not (weekday or bracketed or _stands_as_day(text, match)):
        return None
    day, month = int(part["n_day"] or 0), int(part["n_month"] or 0)
    return (month, day, year) if year and month > 12 >= day else (day, month, year or None)  # 11/22/2024, as in English


def _stands_as_day(text: str, match: re.Match[str]) -> bool:
    """Whether figures with a short year are a day: with a clock behind them, a label before them, or by themselves."""
    alone = text.strip() == match[0].strip()
    return bool(alone or _CLOCK_BEHIND.match(text, match.end()) or _LABEL_BEFORE.search(text, 0, match.start()))


def _weekday_before(text: str, at: int) -> re.Match[str] | None:
    """A match for the weekday directly before a date."""
    if not _WEEKDAY.search(text[max(0, at - _LOOK_BACK) : at].casefold()):
        return None
    return _WEEKDAY_BEFORE.search(text, max(0, at - _LOOK_BACK), at)


_RANGE_GOES_ON = re.compile(
    rf"\s*+(?:\)\s*+)?(?:[-–—]|s/d|sampai|hingga)\s*\(?\d{{1,2}}(?:\s*/|\s+{_MONTH})", re.IGNORECASE
)


_PRINTED_YEAR = re.compile(r"(?:199|20[0-3])\d(?<![\d./-]\d{4})(?![\d-]|\.\d)")  # of elections anyone clips


def printed_years(texts: Iterable[str]) -> frozenset[int]:
    """Every year that texts print."""
    return frozenset(int(year) for text in texts for year in _PRINTED_YEAR.findall(text))


def settle_year(day: Day, printed: Iterable[int]) -> int | None:
    """The year of a day printed without one, by the years `printed` in the article; None where it stays open.

    The weekday decides among these years, then among their neighbours: a story of January 2025 may name only "Pilkada
    2024". Without a weekday a single printed year is taken.
    """
    years = set(printed)
    if day.weekday is None:
        return years.pop() if len(years) == 1 else None
    for choice in (years, {year + step for year in years for step in (-1, 1)} - years):
        fitting = [year for year in choice if (date := day.on(year)) and day.agrees(date)]
        if fitting:
            return fitting[0] if len(fitting) == 1 else None
    return None


def written(date: datetime.date) -> str:
    """`Rabu, 19 Juni 2024`, in any locale."""
    return f"{WEEKDAYS[date.weekday()]}, {short(date)}"


def short(date: datetime.date) -> str:
    """`19 Juni 2024`."""
    return f"{date.day} {MONTHS[date.month - 1]} {date.year}"


def month_name(month: tuple[int, int]) -> str:
    """(2024, 6) -> `Juni 2024`."""
    return f"{MONTHS[month[1] - 1]} {month[0]}"


def span(start: datetime.date, end: datetime.date) -> str:
    """`24 – 26 November 2024`; month and year stand once where they are the same, and one day alone."""
    if start == end:
        return short(end)
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day} – {short(end)}"
    first = f"{start.day} {MONTHS[start.month - 1]}"
    return f"{first if start.year == end.year else short(start)} – {short(end)}"

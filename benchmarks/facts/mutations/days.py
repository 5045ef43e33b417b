"""Days and clocks in the forms that outlets print."""

# ruff: noqa: E501 - a form a line

from __future__ import annotations

import datetime
from collections.abc import Callable
from random import Random

from kliping.text.dates import MONTHS, WEEKDAYS

_SHORT = "Jan Feb Mar Apr Mei Jun Jul Agu Sep Okt Nov Des".split()
_ENGLISH = "January February March April May June July August September October November December".split()
_ENGLISH_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_ENDINGS = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}

Form = Callable[[datetime.date, Random], str]


def _month(day: datetime.date) -> str:
    return MONTHS[day.month - 1]


def _weekday(day: datetime.date) -> str:
    return WEEKDAYS[day.weekday()]


def _short(day: datetime.date) -> str:
    return _SHORT[day.month - 1]


def _english(day: datetime.date) -> str:
    return _ENGLISH[day.month - 1]


def _ordinal(day: datetime.date) -> str:
    return f"{day.day}{_ENDINGS.get(day.day, 'th')}"


def plain(day: datetime.date, rng: Random) -> str:
    """A form that every reader knows."""
    return rng.choice((f"{_weekday(day)}, {day.day} {_month(day)} {day.year}", f"{day.day} {_month(day)} {day.year}"))


# A day of figures with a two-digit year alone could be anything, so it has its weekday, or a clock behind it.
FORMS: dict[str, Form] = {
    "weekday and month": lambda day, rng: f"{_weekday(day)}{rng.choice((', ', ' '))}{day.day:02} {_month(day)} {day.year}",
    "capitals": lambda day, rng: f"{_weekday(day)}, {day.day} {_month(day)} {day.year}".upper(),
    "short month": lambda day, rng: f"{rng.choice(('', _weekday(day) + ', '))}{day.day} {_short(day)} {day.year}",
    "slashes": lambda day, rng: f"{rng.choice(('', _weekday(day) + ', '))}{day:%d/%m/%Y}",
    "dashes": lambda day, rng: f"{day:%d-%m-%Y}",
    "dots": lambda day, rng: f"{rng.choice(('', _weekday(day) + ', '))}{day:%d.%m.%Y}",
    "ISO": lambda day, rng: f"{day:%Y-%m-%d}",
    "ISO with slashes": lambda day, rng: f"{day:%Y/%m/%d}",
    "two-digit year, slashes": lambda day, rng: f"{_weekday(day)}{rng.choice((', ', ' '))}{day:%d/%m/%y}",
    "two-digit year, dashes": lambda day, rng: f"{_weekday(day)}, {day:%d-%m-%y}",
    "two-digit year, month": lambda day, rng: f"{day.day} {_short(day)} {rng.choice(('', '’', chr(39)))}{day:%y}",
    "month between dashes": lambda day, rng: rng.choice((f"{day.day:02} - {_ENGLISH[day.month - 1][:3]} - {day.year}", f"{day.day:02}-{_short(day)}-{day.year}", f"{day.day} – {_month(day)} – {day.year}")),
    "ordinal": lambda day, rng: rng.choice((f"{_ordinal(day)} {_english(day)} {day.year}", f"{_english(day)} {_ordinal(day)}, {day.year}")),
    "English": lambda day, rng: rng.choice((f"{_english(day)} {day.day}, {day.year}", f"{_ENGLISH_DAYS[day.weekday()]}, {day.day} {_english(day)} {day.year}", f"{_ENGLISH_DAYS[day.weekday()][:3]}, {day.day} {_english(day)[:3]} {day.year}")),
    "English, short month": lambda day, rng: f"{_english(day)[:3]} {day.day}, {day.year}",
    "month first": lambda day, rng: f"{rng.choice(('', _weekday(day) + ', '))}{_month(day)} {day.day}, {day.year}",
}  # fmt: skip


def clock(rng: Random) -> str:
    """What stands behind a day; also a clock of seconds, of another zone, with a dot."""
    hour, minute = f"{rng.randrange(24):02}", f"{rng.randrange(60):02}"
    forms = (
        " | {}:{} WIB",
        ", {}:{} WIB",
        " {}:{} WITA",
        " - {}:{} WIB",
        " {}.{} WIB",
        ", pukul {}.{} WIT",
        " • {}:{}",
        " {}:{}:17",
        " | {}:{}",
    )
    return rng.choice(forms).format(hour, minute)

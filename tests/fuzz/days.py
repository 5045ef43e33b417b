"""Days are found where they are printed, and what is written as a day is read as that day."""

from __future__ import annotations

import datetime
import re
from itertools import pairwise

from hypothesis import strategies as st

from kliping.text import dates
from tests.fuzz.inputs import DAYS, UNICODE, mutated, pages, plain_text, soup
from tests.fuzz.sample import Sample, Target, hold

_LEAP = 2024  # in which each day is that can be
_YEARS = range(1900, 2100)  # that are read as years


def check(sample: Sample) -> None:
    """Raises Broken where a day is none, stands nowhere in the text, or is not read back."""
    text = sample.data.decode("utf-8", "ignore")
    found = dates.find(text)
    for day in found:
        _stands(day, text)
    for one, other in pairwise(found):
        hold(one.end <= other.end and one.start <= other.start, f"{other} is told after {one}, which stands behind it")
    years = [day.year for day in found if day.year] or [_LEAP]
    whole = [date for day in found[:20] for year in years[:2] if (date := day.on(year))]
    for date in whole:
        _reads_back(date)
    for first, last in pairwise(sorted(set(whole))):
        said = dates.span(first, last)
        hold(_dates(said)[-1:] == [last], f"the span {said!r} ends on {last} and is read as {dates.find(said)}")


def _stands(day: dates.Day, text: str) -> None:
    hold(0 <= day.start < day.end <= len(text), f"{day} lies outside of its text")
    printed = text[day.start : day.end]
    hold(day.on(day.year or _LEAP), f"{printed!r} was read as {day}, a day that does not exist")
    numbers = [int(number) for number in re.findall(r"\d+", printed)]
    hold(day.day in numbers, f"{printed!r} was read as the day {day.day}")
    hold(day.year is None or day.year in numbers, f"{printed!r} was read as of the year {day.year}")
    hold(day.year is None or day.year in _YEARS, f"{printed!r} was read as of the year {day.year}")


def _reads_back(date: datetime.date) -> None:
    written = dates.written(date)
    read = dates.find(written)
    hold(_dates(written) == [date] and read[0].agrees(date), f"{written!r} is read back as {read}")
    hold(read[0].weekday == date.weekday(), f"the weekday of {written!r} is read back as {read[0].weekday}")
    short = dates.short(date)
    hold(_dates(short) == [date], f"{short!r} is read back as {dates.find(short)}")


def _dates(text: str) -> list[datetime.date | None]:
    return [day.on() for day in dates.find(text)]


_KINDS = (DAYS, DAYS, DAYS, UNICODE)
DATES = Target("dates", plain_text(st.one_of(soup(_KINDS), soup(_KINDS), mutated(pages(".txt"), _KINDS))), check)

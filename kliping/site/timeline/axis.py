"""A time axis of whole months, and words along it that never run into each other.

Places are days since the axis begins. Words are laid out for the narrowest room the theme gives them. In a wider one
they stand free as well: what lies between two places grows with the room, a word does not.
"""

import datetime
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from kliping.text import dates

# Room for the axis in em of its words: on a phone of 320 px, and where it first stands beside names (kliping.css).
NARROW, WIDE = 20.0, 32.0
GAP = 0.5  # em between two words
EM = 0.7  # of a letter, or less, in bold and in wide fonts
_MONTHS, _YEARS = (1, 3, 6), (12, 24, 120, 240, 1200)  # steps in months; each goes into the next


class Label(NamedTuple):
    """The name of a month or a year, beginning at its first day."""

    x: int
    text: str
    wide: bool  # there is room for it in the wide layout only


class Scale(NamedTuple):
    """What is written and ruled along an axis."""

    years: tuple[Label, ...]
    months: tuple[Label, ...]
    lines: tuple[int, ...]  # of both layouts
    wide_lines: tuple[int, ...]  # of the wide one alone


class Vote(NamedTuple):
    """A day people vote, with its date; without, where there is no room for it."""

    x: int
    text: str = ""
    anchor: str = "middle"  # what of the text stands at the day's noon: its start, middle or end
    words: str = ""  # behind the date, in the wide layout


@dataclass(frozen=True, slots=True)
class Axis:
    """From the first day of a month to the last day of a month."""

    first: datetime.date
    last: datetime.date

    @classmethod
    def over(cls, first: datetime.date, last: datetime.date) -> "Axis":
        """The whole months that hold these days."""
        after = last.replace(day=28) + datetime.timedelta(days=4)
        return cls(first.replace(day=1), after - datetime.timedelta(days=after.day))

    @property
    def days(self) -> int:
        """How long it is."""
        return (self.last - self.first).days + 1

    def holds(self, date: datetime.date) -> bool:
        """Whether a day lies on it."""
        return self.first <= date <= self.last

    def at(self, date: datetime.date) -> int:
        """The place where a day begins; half a day further is its noon."""
        return (date - self.first).days

    def percent(self, place: float) -> str:
        """A place as a share of the whole: `63.4%`."""
        return f"{place * 100 / self.days:.1f}%"

    def scale(self) -> Scale:
        """The months and years that have room for their names, and lines at those that would have."""
        narrow, wide = ((self._years(room), self._fitting(_MONTHS, room)) for room in (NARROW, WIDE))
        both = {x for names in narrow for x in names}
        years, months = (
            tuple(Label(x, text, wide=not few.get(x)) for x, text in many.items() if text)
            for few, many in zip(narrow, wide, strict=True)
        )
        return Scale(years, months, tuple(sorted(both)), tuple(sorted({x for names in wide for x in names} - both)))

    def votes(self, days: Iterable[datetime.date], words: str) -> tuple[Vote, ...]:
        """The days people vote with their dates; behind the date of an only one stand words too."""
        places = [(self.at(day), f"{day.day} {_name(day)} {day.year}") for day in days]
        if len(places) == 1:
            return (self._only(*places[0], words),)
        spans = [self._span(x + 0.5, text, NARROW, "middle") for x, text in places]
        has_room = _inside(spans, NARROW) and _free(spans)
        return tuple(Vote(x, text) for x, text in places) if has_room else tuple(self._packed(places))

    def _only(self, x: int, text: str, words: str) -> Vote:
        """One date, around or beside its place, with words where the wide layout has room for them."""
        anchors = ("middle", "end", "start")
        fits = [a for a in anchors if _inside([self._span(x + 0.5, text, NARROW, a)], NARROW)]
        both = [a for a in fits if _inside([self._span(x + 0.5, text + words, WIDE, a)], WIDE)]
        return Vote(x, text, both[0], words) if both else Vote(x, text, fits[0])

    def _packed(self, places: Iterable[tuple[int, str]]) -> Iterator[Vote]:
        """Each date as far left as it may stand, so that the most find room."""
        taken: list[tuple[float, float]] = []
        for x, text in places:
            spans = {anchor: self._span(x + 0.5, text, NARROW, anchor) for anchor in ("end", "middle", "start")}
            fits = [a for a, span in spans.items() if _inside([span], NARROW) and _free([*taken, span])]
            taken += [spans[anchor] for anchor in fits[:1]]
            yield Vote(x, text, fits[0]) if fits else Vote(x)

    def _years(self, room: float) -> dict[int, str]:
        """Place and name of years, with the one in which the axis begins where it does not run into the next."""
        years = self._fitting(_YEARS, room)
        whole = {0: str(self.first.year)} | years
        return whole if _free([self._span(x, text, room) for x, text in whole.items()]) else years

    def _fitting(self, steps: tuple[int, ...], room: float) -> dict[int, str]:
        """Place and name of months, or years, at the finest step at which names stand free of each other.

        A name that would run over the end is empty.
        """
        for step in steps:
            days = [day for day in self._months() if (day.year * 12 + day.month - 1) % step == 0]
            names = {self.at(day): str(day.year) if steps is _YEARS else _name(day) for day in days}
            spans = [self._span(x, text, room) for x, text in names.items()]
            if _free(spans):
                return {x: names[x] if end <= room else "" for x, (_, end) in zip(names, spans, strict=True)}
        return {}

    def _months(self) -> Iterator[datetime.date]:
        day = self.first
        while day <= self.last:
            yield day
            day = (day + datetime.timedelta(days=31)).replace(day=1)

    def _span(self, place: float, text: str, room: float, anchor: str = "start") -> tuple[float, float]:
        """Where a text begins and ends in a room, all in em."""
        width = len(text) * EM
        start = place * room / self.days - width * {"start": 0, "middle": 0.5, "end": 1}[anchor]
        return start, start + width


def _name(day: datetime.date) -> str:
    return dates.MONTHS[day.month - 1][:3]


def _free(spans: Sequence[tuple[float, float]]) -> bool:
    """Whether texts from left to right stand free of each other."""
    return all(before[1] + GAP <= after[0] for before, after in pairwise(spans))


def _inside(spans: Iterable[tuple[float, float]], room: float) -> bool:
    return all(start >= 0 and end <= room for start, end in spans)

"""The stages of an election one below the other: their windows as bars, their articles as marks. Pure.

Across, a unit is a day of the axis. Down, a stage takes ROW units, and LANE more for each further lane, which it has
where its windows overlap. How long a unit is, either way, is the style sheet's to say.
"""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from kliping.elections.model import Window
from kliping.site.timeline.axis import Axis

ROW, LANE = 20, 10
LEAST = 0.012  # of the axis: the width of a bar, so that one day can be seen
SIZES = (1, 2, 5, 15)  # articles in a week from which a mark is of the next size

Days = Mapping[datetime.date, int]  # articles of each day


class Bar(NamedTuple):
    """A window: from x on, around the middle y."""

    x: float
    width: float
    y: int
    estimated: bool


class Mark(NamedTuple):
    """The articles of one stage in one week, Monday to Sunday: on the day of the one, or the mean day of the many."""

    x: int
    y: int
    articles: int

    @property
    def size(self) -> int:
        """From 0 for one article upwards."""
        return sum(self.articles >= least for least in SIZES) - 1


class TimelineRow(NamedTuple):
    """A stage with windows or with articles in the picture."""

    name: str
    y: int  # middle of its first lane
    lanes: int
    bars: tuple[Bar, ...]
    marks: tuple[Mark, ...]
    idle: bool  # it has no article at all, drawn or not

    @property
    def height(self) -> int:
        return ROW + LANE * (self.lanes - 1)


def strip(name: str, top: int, windows: Sequence[Window], articles: Days, axis: Axis, idle: bool) -> TimelineRow:
    """A stage whose strip begins at `top`; these articles of it lie on the axis."""
    middle = top + ROW // 2
    lanes, bars = _bars(windows, middle, axis)
    marks = sorted(_marks(articles, windows, bars, middle, axis))
    return TimelineRow(name, middle, lanes, bars, tuple(marks), idle)


def _bars(windows: Sequence[Window], middle: int, axis: Axis) -> tuple[int, tuple[Bar, ...]]:
    """How many lanes a stage takes, and its bars in the order of its windows: each in the first lane that is free."""
    ends: list[float] = []  # of each lane
    bars: dict[int, Bar] = {}
    for place, window in sorted(enumerate(windows), key=lambda pair: (pair[1].start, pair[1].end)):
        x, width = _extent(window, axis)
        lane = next((lane for lane, end in enumerate(ends) if end <= x), len(ends))
        ends[lane : lane + 1] = [x + width]
        bars[place] = Bar(x, width, middle + LANE * lane, window.estimated)
    return len(ends) or 1, tuple(bars[place] for place in range(len(windows)))


def _extent(window: Window, axis: Axis) -> tuple[float, float]:
    """Where a bar begins and how wide it is: wide enough to be seen, around its days, and inside the picture."""
    start, end = axis.at(window.start), axis.at(window.end) + 1
    width = max(end - start, round(axis.days * LEAST, 1))
    return max(0, min((start + end - width) / 2, axis.days - width)), width


def _marks(articles: Days, windows: Sequence[Window], bars: Sequence[Bar], middle: int, axis: Axis) -> Iterator[Mark]:
    """The articles by weeks, each week in the lane of the window its day falls in, else in the first."""
    weeks: dict[int, tuple[int, int]] = {}  # week -> articles, sum of their ordinals
    for date, number in articles.items():
        ordinal = date.toordinal()
        count, total = weeks.get((ordinal - 1) // 7, (0, 0))
        weeks[(ordinal - 1) // 7] = count + number, total + number * ordinal
    for count, total in weeks.values():
        day = datetime.date.fromordinal(round(total / count))
        y = next((bar.y for window, bar in zip(windows, bars, strict=True) if window.holds(day)), middle)
        yield Mark(axis.at(day), y, count)

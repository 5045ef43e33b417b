"""The picture of an election: what is drawn, where, and that nothing is lost or stands on something else."""

from __future__ import annotations

import datetime
import re
from itertools import pairwise

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kliping.elections.calendars import Calendars
from kliping.elections.model import Election, Event, Stage, StageType, Window
from kliping.site.model import election_view
from kliping.site.model.article_row import ArticleRow
from kliping.site.sources.article_reader import read_row
from kliping.site.timeline import timeline
from kliping.site.timeline.axis import EM, NARROW, WIDE, Axis, Label, Vote
from kliping.site.timeline.rows import LEAST
from kliping.site.timeline.timeline import BAR, Timeline
from tests.conftest import PROJECT

CALENDARS = Calendars.load(PROJECT / "content/elections").elections
ARTICLE = read_row(
    "gudang.md", b"---\nid: gudang\ntitle: Gudang Dibuka\nelection: pilbup-2030\n---\n\nGudang dibuka.\n"
)
DAY = datetime.date


def article(stage: str, date: DAY | None, election: str = "pilbup-2030") -> ArticleRow:
    return msgspec.structs.replace(ARTICLE, stage=stage, date=date, election=election)


def window(start: DAY, end: DAY | None = None, estimated: bool = False) -> Window:
    return Window(start, end or start, "peraturan", estimated)


def stage(name: str, *windows: Window) -> Stage:
    return Stage(StageType(name, name.title(), name.title(), "Penjelasan."), windows)


def election(*stages: Stage, voting_day: DAY | None = None, **values: object) -> Election:
    return Election("pilbup-2030", "Pilbup 2030", "Pilbup", 2030, stages, voting_day, **values)  # type: ignore[arg-type]


def picture(calendar: Election, *rows: ArticleRow) -> Timeline | None:
    return timeline.of(calendar, election_view.rows_by_stage(rows))


def drawn(calendar: Election, *rows: ArticleRow) -> Timeline:
    found = picture(calendar, *rows)
    assert found
    return found


DAYS = st.dates(DAY(2000, 1, 1), DAY(2034, 12, 31))
SPANS = st.builds(lambda day, more: window(day, day + datetime.timedelta(days=more)), DAYS, st.integers(0, 800))
NEAR = st.builds(lambda more: DAY(2030, 3, 1) + datetime.timedelta(days=more), st.integers(0, 600))
SHORT = st.builds(lambda day, more: window(day, day + datetime.timedelta(days=more)), NEAR, st.integers(0, 90))
NAMES = ("persiapan", "kampanye", "pemungutan", "lintas")


@st.composite
def elections(draw: st.DrawFn) -> tuple[Election, list[ArticleRow]]:
    """A calendar of months or of decades, with at least one window, and articles of all its stages."""
    days, spans = draw(st.sampled_from([(DAYS, SPANS), (NEAR, SHORT)]))
    first = draw(spans)
    stages = [stage(NAMES[0], first), *(stage(name, *draw(st.lists(spans, max_size=4))) for name in NAMES[1:])]
    calendar = election(*stages, voting_day=draw(st.none() | days))
    dates = st.none() | days | st.just(first.start)
    rows = st.builds(article, st.sampled_from(NAMES), dates)
    return calendar, draw(st.lists(rows, max_size=30))


def span(x: float, letters: int, anchor: str, room: float, days: int) -> tuple[float, float]:
    start = x * room / days - letters * EM * {"start": 0, "middle": 0.5, "end": 1}[anchor]
    return start, start + letters * EM


def labels(found: Timeline, room: float, wide: bool) -> list[list[tuple[float, float]]]:
    """Where each text of each line of a picture begins and ends."""
    days = found.axis.days
    rows: list[list[tuple[float, float]]] = []
    for line in (found.scale.years, found.scale.months):
        rows.append([span(x, len(text), "start", room, days) for x, text, only in line if wide or not only])
    texts = [(x, text + words * wide, anchor) for x, text, anchor, words in found.votes if text]
    return [*rows, [span(x + 0.5, len(text), anchor, room, days) for x, text, anchor in texts]]


@given(elections(), st.floats(1, 8))
def test_no_label_runs_into_another_or_over_the_edge_in_any_room_the_theme_gives(made, wider):
    found = drawn(made[0], *made[1])
    for least, wide in ((NARROW, False), (WIDE, True)):
        for row in labels(found, least * wider, wide):
            assert all(before[1] < after[0] for before, after in pairwise(row))
            assert all(start >= -1e-9 and end <= least * wider + 1e-9 for start, end in row)


@given(elections())
def test_every_article_is_a_mark_or_is_counted_apart(made):
    calendar, rows = made
    found = drawn(calendar, *rows)
    assert found.drawn + found.before + found.after + found.undated == len(rows)
    assert found.undated == sum(row.date is None for row in rows)
    for strip in found.strips:
        dated = [row for row in rows if row.stage == strip.name.lower() and row.date and found.axis.holds(row.date)]
        assert sum(mark.articles for mark in strip.marks) == len(dated)


@given(elections())
def test_every_stage_has_a_strip_of_its_own_or_is_named_as_blank_or_has_articles_that_are_counted_apart(made):
    calendar, rows = made
    found = drawn(calendar, *rows)
    names = [stage.type.short for stage in calendar.stages]
    shown = [strip.name for strip in found.strips]
    assert shown == [name for name in names if name in shown]
    told = {stage.type.short for stage in calendar.stages if any(row.stage == stage.id for row in rows)}
    assert set(found.blank) == {stage.type.short for stage in calendar.stages if not stage.windows} - told
    assert {*shown, *found.blank, *told} == {*names}
    edges = [(strip.y - 10, strip.y - 10 + strip.height) for strip in found.strips]
    assert edges[0][0] == 0
    assert all(above[1] == below[0] for above, below in pairwise(edges))
    assert edges[-1][1] == found.height


@given(elections())
def test_bars_and_marks_stay_on_the_axis_and_bars_hold_their_windows_without_overlap(made):
    calendar, rows = made
    found = drawn(calendar, *rows)
    axis = found.axis
    windows = {stage.type.short: stage.windows for stage in calendar.stages}
    for strip in found.strips:
        assert len(strip.bars) == len(windows[strip.name])
        for bar, days in zip(strip.bars, windows[strip.name], strict=True):
            assert 0 <= bar.x <= axis.at(days.start)
            assert axis.at(days.end) + 1 <= bar.x + bar.width <= axis.days
            assert bar.width >= axis.days * LEAST - 0.05
        for one, other in pairwise(sorted(strip.bars, key=lambda bar: (bar.y, bar.x))):
            assert one.y != other.y or one.x + one.width <= other.x
        inside = range(strip.y, strip.y + 10 * strip.lanes, 10)
        assert all(0 <= mark.x < axis.days and mark.y in inside for mark in strip.marks)
        assert all(bar.y in inside for bar in strip.bars)


@given(elections())
def test_paths_tell_exactly_what_is_laid_out(made):
    found = drawn(made[0], *made[1])
    marks = sorted((m.x, m.y, m.size) for strip in found.strips for m in strip.marks)
    assert sorted((x, y, size) for size, path in found.dots for x, y in points(path)) == marks
    boxes = [box for _, _, path in found.bars for box in re.findall(rf"M([\d.]+) ([\d.]+)h([\d.]+)v{BAR}h-\3z", path)]
    told = sorted(tuple(map(float, box)) for box in boxes)
    bars = sorted((bar.x, bar.y - BAR / 2, bar.width) for strip in found.strips for bar in strip.bars)
    assert [number for box in told for number in box] == pytest.approx(
        [number for bar in bars for number in bar], rel=1e-4
    )


def points(path: str) -> list[tuple[float, float]]:
    """The middles of the marks of a path, walked as a browser walks it."""
    found, x, y = [], 0.0, 0.0
    for sign, dx, dy, length in re.findall(r"([Mm])(-?[\d.]+)[ ]?(-?[\d.]+)v(\d)", path):
        x, y = (float(dx), float(dy)) if sign == "M" else (x + float(dx), y + float(dy))
        found.append((x, y + int(length) / 2))
        y += int(length)
    return found


@pytest.mark.parametrize("key", CALENDARS)
def test_each_calendar_of_ours_is_drawn_with_no_article(key):
    found = drawn(CALENDARS[key])
    assert found.drawn == 0
    assert all(strip.idle for strip in found.strips)
    assert not found.dots
    assert sum(len(strip.bars) for strip in found.strips) == sum(len(stage.windows) for stage in CALENDARS[key].stages)
    assert all(vote.text for vote in found.votes)


def test_a_second_round_has_a_line_and_a_date_of_its_own():
    found = drawn(CALENDARS["pilgub-dki-2017"])
    assert [vote.text for vote in found.votes] == ["15 Feb 2017", "19 Apr 2017"]
    assert found.voting_days == (DAY(2017, 2, 15), DAY(2017, 4, 19))
    assert found.lines.count("M") == 2 * len(found.strips)


def test_a_voting_day_is_told_from_a_long_window_of_the_vote():
    early = window(DAY(2030, 6, 1), DAY(2030, 6, 20))
    found = drawn(election(stage("pemungutan", early), voting_day=DAY(2030, 7, 1)))
    assert found.voting_days == (DAY(2030, 7, 1),)


def test_without_windows_there_is_no_picture():
    events = (Event(DAY(2030, 5, 1), "Peluncuran", "media"),)
    calendar = election(stage("lintas"), voting_day=DAY(2030, 7, 1), events=events)
    assert picture(calendar, article("lintas", DAY(2030, 5, 1))) is None


def test_one_article_is_one_mark_on_its_day():
    found = drawn(
        election(stage("kampanye", window(DAY(2030, 5, 1), DAY(2030, 6, 30)))), article("kampanye", DAY(2030, 5, 11))
    )
    (mark,) = found.strips[0].marks
    assert (mark.x, mark.articles, mark.size) == (10, 1, 0)


def test_three_hundred_articles_of_a_week_are_one_mark_of_the_greatest_size():
    monday = DAY(2030, 5, 6)
    rows = [article("kampanye", monday + datetime.timedelta(days=number % 7)) for number in range(300)]
    found = drawn(election(stage("kampanye", window(DAY(2030, 5, 1), DAY(2030, 6, 30)))), *rows)
    (mark,) = found.strips[0].marks
    assert (mark.x, mark.articles, mark.size) == (8, 300, 3)
    assert [size for size, _ in found.dots] == [3]


def test_sunday_and_monday_are_two_weeks():
    rows = [article("kampanye", DAY(2030, 5, 5)), article("kampanye", DAY(2030, 5, 6))]
    found = drawn(election(stage("kampanye", window(DAY(2030, 5, 1), DAY(2030, 6, 30)))), *rows)
    assert [mark.articles for mark in found.strips[0].marks] == [1, 1]


def test_overlapping_windows_are_stacked_and_each_article_lies_in_the_lane_of_its_window():
    days = window(DAY(2030, 5, 1), DAY(2030, 5, 31)), window(DAY(2030, 5, 20), DAY(2030, 6, 30))
    rows = [article("kampanye", DAY(2030, 5, 2)), article("kampanye", DAY(2030, 6, 20))]
    found = drawn(election(stage("kampanye", *days), stage("lintas", days[0])), *rows)
    strip, below = found.strips
    assert (strip.lanes, [bar.y for bar in strip.bars], [mark.y for mark in strip.marks]) == (2, [10, 20], [10, 20])
    assert below.y == 40


def test_articles_off_their_windows_widen_the_axis_and_those_far_away_are_counted():
    days = window(DAY(2030, 5, 1), DAY(2030, 5, 31))
    rows = [article("kampanye", day) for day in (DAY(2030, 3, 15), DAY(2020, 1, 1), DAY(2040, 1, 1), None)]
    found = drawn(election(stage("kampanye", days)), *rows)
    assert (found.axis.first, found.axis.last) == (DAY(2030, 3, 1), DAY(2030, 5, 31))
    assert (found.drawn, found.before, found.after, found.undated) == (1, 1, 1, 1)
    told = ["1 berita bertanggal lebih awal", "1 berita bertanggal lebih akhir", "1 berita tanpa tanggal"]
    assert found.apart == told


def test_an_axis_has_months_where_there_is_room_and_years_where_there_is_none():
    assert [label.text for label in Axis.over(DAY(2030, 4, 5), DAY(2030, 6, 5)).scale().months] == ["Apr", "Mei", "Jun"]
    decades = Axis.over(DAY(2000, 1, 1), DAY(2030, 1, 1)).scale()
    assert (decades.months, decades.years[0]) == ((), Label(0, "2000", wide=False))


def test_the_only_voting_day_is_told_in_words_where_they_fit():
    axis = Axis.over(DAY(2030, 1, 1), DAY(2030, 12, 31))
    for day, anchor in ((DAY(2030, 1, 1), "start"), (DAY(2030, 6, 30), "middle"), (DAY(2030, 12, 31), "end")):
        text = {"start": "1 Jan 2030", "middle": "30 Jun 2030", "end": "31 Des 2030"}[anchor]
        assert axis.votes([day], " · pemungutan") == (Vote(axis.at(day), text, anchor, " · pemungutan"),)


def test_dates_of_votes_that_have_no_room_are_left_out_and_the_line_stays():
    axis = Axis.over(DAY(2030, 1, 1), DAY(2030, 12, 31))
    votes = axis.votes([DAY(2030, 6, day) for day in range(1, 9)], "")
    assert len(votes) == 8
    assert 1 <= sum(bool(vote.text) for vote in votes) < 8


def test_the_repr_tells_a_picture_from_another():
    days = window(DAY(2030, 5, 1), DAY(2030, 5, 31))
    rows = [[article("kampanye", DAY(2030, 5, day))] for day in (2, 3)]
    pictures = [drawn(election(stage("kampanye", days)), *found) for found in (*rows, [])]
    guess = drawn(election(stage("kampanye", window(days.start, days.end, estimated=True))))
    assert len({repr(found) for found in (*pictures, guess)}) == 4


def test_a_stage_whose_only_article_has_no_date_is_not_shown_as_one_without_articles():
    days = Window(DAY(2030, 4, 1), DAY(2030, 6, 30), "aturan")
    found = drawn(election(stage("kampanye", days)), article("kampanye", None))
    assert [one.idle for one in found.strips] == [False]
    assert found.undated == 1

"""The day of an article: of its publication lines, its markup, its dateline and text, its address.

All days of a page are candidates, and each is held against the others: a day long after all that the text names is
that of the visit, one a little later than what the text tells is that of publication.
"""

import datetime
import re
from collections import Counter
from collections.abc import Iterator, Sequence, Set

from kliping.article.fields import NOTHING, Fact
from kliping.evidence.candidate import Candidate
from kliping.evidence.decision import Decision, decide
from kliping.evidence.weights import weights_of
from kliping.extract import metadata
from kliping.extract.block_features import BlockFeatures
from kliping.extract.captions import is_caption
from kliping.extract.day_mentions import LIST_LINE, contradiction, day_candidates
from kliping.extract.headline import without_date
from kliping.extract.labels import BODY, BYLINE
from kliping.extract.read_page import ReadPage
from kliping.text import dates

Day = Candidate[datetime.date]

_CLOCK = re.compile(r"\d[:.][0-5]\d|\b(?:WIB|WITA|WIT)\b")
_WEEKDAY_FIRST = re.compile(r"[A-Z][\w’']{2,8},? (?:\d{1,2} [A-Z]\w+|[A-Z]\w+ \d{1,2}),? \d{4}$")
_LINE = 110  # characters of a line that may tell the day of publication
_FAR = 8  # blocks above the text, or below it, within which such a line stands
_SOON = datetime.timedelta(days=4)  # from what a text tells to its publication
_LATE = datetime.timedelta(days=14)  # a day without a year is told no later
_VERY_LATE = datetime.timedelta(days=60)
_AGES = datetime.timedelta(days=200)
_TICKER = 3  # lines outside the text with one and the same day
_VISIT = "long after all days of the text"


def decide_date(read: ReadPage) -> Decision[datetime.date]:
    """The day that is stated, and its candidates."""
    lines = list(_of_lines(read))
    told = metadata.published(read.meta, read.outlet).value
    years = read.years | {day.value.year for day in lines if "its year from the text" not in day.evidence}
    if told:
        years |= {told.year}
    texts = list(day_candidates(read.body, years))
    found = [*lines, *_of_markup(read, told), *texts, *_of_headline(read, years)]
    _compare(found, texts, read)
    return decide(found, weights_of("date"), shown=dates.short)


def saved_on(read: ReadPage, decision: Decision[datetime.date]) -> Fact[datetime.date]:
    """The day the page was saved: by its markup, else the clock of the visit that it prints."""
    visits = [
        day for day, _ in decision.ranked if _VISIT in day.evidence and day.at is not None and day.at < read.start
    ]
    clock = max((day for day in visits if day.value != decision.fact.value), key=lambda day: day.value, default=None)
    return metadata.saved_on(read.meta) or (Fact(clock.value, "layout") if clock else NOTHING)


def _of_markup(read: ReadPage, told: datetime.date | None) -> Iterator[Day]:
    if told:
        yield Day(told, "metadata", evidence={"told by markup": 1.0})
    if address := metadata.day_of_address(read.meta).value:
        yield Day(address, "url", evidence={"in the address": 1.0})
    if read.layout.title is not None:
        text = read.layout.blocks[read.layout.title].text
        for day in dates.find(text[: len(text) - len(without_date(text))])[:1]:
            if date := day.on():
                yield Day(date, "metadata", evidence={"before the headline": 1.0})


def _of_headline(read: ReadPage, years: Set[int]) -> Iterator[Day]:
    for day in day_candidates([read.layout.blocks[read.layout.title].text], years) if read.layout.title else ():
        day.add("in the headline")
        yield day


def _of_lines(read: ReadPage) -> Iterator[Day]:
    """The days of the lines above and below the text, and of credits glued to its end."""
    layout = read.layout
    for i, block in enumerate(layout.blocks):
        label = layout.labels[i]
        if i == layout.title or (label and label.role == BODY):
            continue
        found = _days_of(block)
        for kind, day in found:
            if candidate := _on_line(kind, day, block, read):
                candidate.at = i
                _place(candidate, i, block, read)
                candidate.add("several days on a line without a label", when=kind == "plain" and len(found) > 1)
                yield candidate
    for line in read.bylines[len(layout.indices(BYLINE)) :]:
        for _, day in line.days:
            if date := day.on():
                yield Day(date, "byline", evidence={"on a credit behind the text": 1.0})


def _days_of(block: BlockFeatures) -> Sequence[tuple[str, dates.Day]]:
    """The days of a line with what it calls them: published, updated, plain, or (where no byline is read) short."""
    if block.byline:
        return block.byline.days
    text = block.text
    if len(text) > _LINE or not any(figure in text for figure in "0123456789"):
        return ()
    return [("short", day) for day in dates.find(text)]


def _on_line(kind: str, day: dates.Day, block: BlockFeatures, read: ReadPage) -> Day | None:
    year = day.year or dates.settle_year(day, read.years)
    date = day.on(year) if year else None
    if not date:
        return None
    candidate = Day(date, "byline", doubt=contradiction(day))
    candidate.add("on a short line" if kind == "short" else "on a publication line")
    candidate.add("labelled as published", when=kind == "published")
    candidate.add("labelled as updated", when=kind == "updated")
    candidate.add("names on its line", when=block.byline and block.byline.people)
    candidate.add("a clock on its line", when=_CLOCK.search(block.text, day.end))
    candidate.add("its year from the text", when=not day.year)
    candidate.add("its weekday contradicts it", when=candidate.doubt)
    candidate.add("the end of a range", when=day.ranged)
    return candidate


def _place(candidate: Day, i: int, block: BlockFeatures, read: ReadPage) -> None:
    """Add where on the page a line stands."""
    start, last, title = read.start, read.last, read.layout.title
    candidate.add("in a list", when=LIST_LINE.match(block.text))
    candidate.add("in a caption", when=block.kind == "caption" or is_caption(block.text))
    if i < start:
        near = title is not None and 0 < i - title <= 3
        candidate.add("below the headline", when=near)
        candidate.add("above the headline", when=title is not None and i < title - 1)
        candidate.add("right above the text", when=start - i <= 2 and not near)
        candidate.add("far above the text", when=start - i > _FAR and not near)
        clock = i == 0 and "a clock on its line" not in candidate.evidence and _WEEKDAY_FIRST.match(block.text)
        candidate.add("weekday and day on the first line", when=clock)
    elif i > last:
        candidate.add("below the text" if i - last <= 2 else "further below the text")
        candidate.add("far below the text", when=i - last > _FAR)
        candidate.add("below a closing line", when=any(b.ends for b in read.layout.blocks[last + 1 : i]))
    else:
        candidate.add("between paragraphs")


def _compare(found: Sequence[Day], texts: Sequence[Day], read: ReadPage) -> None:
    """Hold the days against each other."""
    said = [day.value for day in texts if _is_said(day)]
    latest, named = max(said, default=None), max((day.value for day in texts), default=None)
    stated = max((day.value for day in texts if "the day of a statement" in day.evidence), default=None)
    years = read.years | {day.value.year for day in texts if "with its year" in day.evidence}
    last_year = max(years, default=9999)
    lines = Counter(day.value for day in found if day.basis == "byline")
    ahead = {day.value for day in texts if "ahead of the story" in day.evidence}
    for day in found:
        outside = day.basis in ("byline", "metadata")
        if not outside:
            day.add("the latest day that the text tells", when=day.value == latest and day.value not in ahead)
            day.add("ahead in another place", when=day.value in ahead)
            day.add("after the day of a statement", when=stated and day.value > stated)
            continue
        day.add("named in the text as well", when=day.value in said)
        day.add("on several lines outside the text", when=lines[day.value] >= _TICKER)
        if latest:
            after = day.value - latest
            day.add("soon after what the text tells", when=datetime.timedelta() <= after <= _SOON)
            day.add("before what the text tells", when=after < datetime.timedelta(days=-1))
            day.add("long after the latest day of the text", when=after > _LATE)
        bound = latest + _VERY_LATE if latest else named + _AGES if named else None
        day.add(_VISIT, when=day.basis == "byline" and bound and day.value > bound and day.value.year > last_year)
        day.add("in a year after all of the text", when=day.value.year > last_year)
        day.add("in a year before all of the text", when=years and day.value.year < min(years) - 1)
    if not any("on a publication line" in day.evidence for day in found):
        _alone(texts)


def _is_said(day: Day) -> bool:
    evidence = day.evidence
    against = ("ahead of the story", "its sentence looks ahead", "the end of a range", "a bound of time", "in a list")
    return "neither weekday nor brackets" not in evidence and not any(name in evidence for name in against)


def _alone(texts: Sequence[Day]) -> None:
    days = {day.value for day in texts}
    if len(days) == 1:
        for day in texts:
            day.add("the only day of the text")

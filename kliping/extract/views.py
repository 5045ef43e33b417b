"""How often a page says that it had been read.

A count is told by its label, on the line or on the next one, or by its place: last on a byline, behind a section's
name, alone above the headline. Years, clocks, comments and the counts of other news are none.
"""

import re
from collections.abc import Iterator

from kliping.evidence.candidate import Candidate
from kliping.evidence.decision import Decision, decide
from kliping.evidence.weights import weights_of
from kliping.extract.byline import Byline
from kliping.extract.counts import counts, number
from kliping.extract.labels import BYLINE
from kliping.extract.read_page import ReadPage

_TWO_COUNTS = re.compile(
    r"(?:[^\W\d_][\w&-]*,? ){0,4}\d{1,6} (\d{1,7}|\d{1,3}(?:[.,]\d{3})+)"
)  # "Berita 0 47": comments, views
_YEARS = range(1995, 2036)  # that a number without a label may be
_OTHER = re.compile(r"(?:komentar|comments?|shares?|dibagikan|bagikan|suka|likes?|menit|min)\b", re.I)
_NEAR = 4  # lines between a count and the article it belongs to
_HEAD = 60  # lines above the body that are asked
_ALONE = 10  # the least number that may be a count without a label


def decide_views(read: ReadPage) -> Decision[int]:
    """The count that is stated, and its candidates."""
    found = [*_labelled(read), *_closing(read), *_alone(read)]
    for candidate in found:
        _add_place(candidate, read)
    return decide(found, weights_of("views"))


def _labelled(read: ReadPage) -> Iterator[Candidate[int]]:
    """Counts with their label on the same line or on a line of its own beside them."""
    blocks, reader = read.layout.blocks, counts(read.outlet.profile.words)
    for i in _asked(read):
        block = blocks[i]
        value = block.byline.views if block.byline else reader.take(block.text, "")[1]
        if value is not None:
            closes = block.byline and block.byline.views_basis == "byline"
            yield _candidate(value, "byline" if closes else "label", i, "closes a byline" if closes else "labelled")
        elif reader.is_label(block.text.strip(" :")):
            beside = ((number(blocks[j].text), j) for j in (i - 1, i + 1) if 0 <= j < len(blocks))
            if found := next(((value, j) for value, j in beside if value is not None), None):
                yield _candidate(found[0], "label", found[1], "label on the next line")
    for line in read.bylines:
        if line.views is not None and not any(block.byline is line for block in blocks):
            yield _candidate(line.views, line.views_basis, None, "labelled")


def _closing(read: ReadPage) -> Iterator[Candidate[int]]:
    """Numbers without a label that close a line of the article's head."""
    blocks = read.layout.blocks
    for i in range(max(0, read.start - _HEAD), read.start):
        block = blocks[i]
        if block.byline and (value := block.byline.closing) is not None:
            clock = block.byline.clock or len(block.byline.days) > 1
            yield _candidate(value, "byline", i, "behind day and clock" if clock else "behind a day")
        elif not block.byline and block.text[-1].isdigit() and (two := _TWO_COUNTS.fullmatch(block.text)):
            yield from _second(read, two[1], i)


def _second(read: ReadPage, printed: str, i: int) -> Iterator[Candidate[int]]:
    """The second of two counts on the line `i`, beside a byline or between headline and text."""
    value, title = number(printed), read.layout.title
    if value is not None and (
        any(line and line.days for line in _around(read, i)) or (title is not None and i > title)
    ):
        yield _candidate(value, "layout", i, "second of two counts")


def _alone(read: ReadPage) -> Iterator[Candidate[int]]:
    """Numbers alone on a line: above the headline, as lists of some offices print them, or under it."""
    title, blocks = read.layout.title, read.layout.blocks
    if title is None or title > read.start:
        return
    for i in range(max(0, title - 1), read.start):
        value = number(blocks[i].text) if blocks[i].text[0].isdigit() else None
        if value is None:
            continue
        candidate = _candidate(
            value, "layout", i, "alone above the headline" if i < title else "alone under the headline"
        )
        candidate.add("outlet prints it there", when=i < title and read.outlet.profile.number_before_title)
        candidate.add("second of two counts", when=i - 1 > title and number(blocks[i - 1].text) is not None)
        candidate.add("small number without label", when=value < _ALONE)
        yield candidate


def _asked(read: ReadPage) -> Iterator[int]:
    """The lines above the body, those of its bylines, and those behind it."""
    bylines = (i for i in read.layout.indices(BYLINE) if read.start <= i <= read.last)
    yield from range(max(0, read.start - _HEAD), read.start)
    yield from bylines
    yield from range(read.last + 1, min(read.last + 1 + _HEAD, len(read.layout.blocks)))


def _around(read: ReadPage, i: int) -> list[Byline | None]:
    """The bylines of the lines beside a line."""
    return [block.byline for block in read.layout.blocks[max(0, i - 1) : i + 2]]


def _is_behind_news(read: ReadPage, at: int) -> bool:
    """Whether other news stand between the end of the article and a line below it."""
    blocks, end = read.layout.blocks, read.layout.end
    between = range(read.last + 1, at)
    return any(
        blocks[i].kind == "link" or (blocks[i].open and blocks[i].text.count(" ") >= (3, 1)[i >= end]) for i in between
    )


def _candidate(value: int, basis: str, at: int | None, evidence: str) -> Candidate[int]:
    return Candidate(value, basis, at, {evidence: 1.0})


def _add_place(candidate: Candidate[int], read: ReadPage) -> None:
    """What the number and its place say."""
    evidence, add, at = candidate.evidence, candidate.add, candidate.at
    bare = not evidence.keys() & {"labelled", "label on the next line"}
    add("may be a year", when=bare and candidate.value in _YEARS)
    if at is None:
        return
    title = read.layout.title
    add("above the headline", when=title is not None and at < title - 1)
    add("far below the text", when=at > read.last + 2 * _NEAR or _is_behind_news(read, at))
    beside = read.layout.blocks[max(0, at - 1) : at + 2]
    add("counts comments or shares", when=bare and any(_OTHER.match(block.text) for block in beside))
    byline = read.layout.blocks[at].byline
    add("beside a day", when=any(line and line.days for line in _around(read, at)) and not bare)
    add("beside people", when=byline and (byline.people or byline.labels) and byline.days)

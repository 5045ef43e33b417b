"""Where an article ends: its last block, and the tags and odd lines behind its last sentence."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import accumulate

from kliping.extract.block_features import BlockFeatures
from kliping.extract.labels import BODY, Layout
from kliping.formats.page import FOOT
from kliping.text import lines

_PROMOTION = 2  # sentences behind an editor's line that are the site's own word, not the article
_ROW = re.compile(r"(?:\d+|[a-z])\s?[.)]\s|[-•·▪*]\s")
_CLOSED = re.compile(r"[.!?][\"'”’]*$|[\"”]$")  # a sentence, however short, is no tag
_SENTENCE = 5  # words
_FIGURES = re.compile(
    r"(?<!\d)(?!(?:19|20)\d\d\b)\d{3}|[%:]"
)  # a line of a table, not a tag; a year may stand in a tag


def article_end(marked: Sequence[BlockFeatures], start: int) -> int:
    """The first closing line behind the body, or the end of the credits that close it, or of the box that holds it.

    A closing line does not count where the body plainly goes on after it.
    """
    prose = behind = 0
    so_far: list[int] = []  # prose up to each line, counted when it is first asked for
    for i in range(start, len(marked)):
        if marked[i].block.part == FOOT:
            return i
        if i > start and marked[i].ends and not _resumes(marked, i):
            return i
        prose += _reads_on(marked[i])
        if prose >= 2 and i >= behind and _names_editor(marked[i]):
            so_far = so_far or list(accumulate(map(_reads_on, marked)))
            behind = next((j for j in range(i, len(marked)) if not marked[j].byline), len(marked))
            if so_far[-1] - so_far[behind - 1] <= _PROMOTION:
                return behind
    return len(marked)


def _reads_on(mark: BlockFeatures) -> bool:
    return mark.open and lines.is_prose(mark.text)


def _names_editor(mark: BlockFeatures) -> bool:
    return bool(mark.byline and mark.byline.people.get("editor"))


def _resumes(marked: Sequence[BlockFeatures], i: int) -> bool:
    """Whether two long paragraphs side by side follow within a few short lines."""
    for j in range(i + 1, min(i + 8, len(marked) - 1)):
        if marked[j].ends:
            return False
        if _long(marked[j]):
            return _long(marked[j + 1])
    return False


def _long(mark: BlockFeatures) -> bool:
    text = mark.text
    return (
        mark.open
        and len(lines.words(text)) >= 18
        and text.endswith((".", '."', ".”", "”", '"'))
        and not text.endswith("..")
    )


def tags(layout: Layout, last: int, could_be_credit: Callable[[int], bool]) -> None:
    """Lines behind the last sentence that are no row of a list or table: tags, section names, odd buttons.

    The first of them may be a credit, which `could_be_credit` tells by its number; it is left for the rule that
    reads those.
    """
    run: list[int] = []
    for i in reversed([i for i in layout.having(BODY) if i > last]):
        text = layout.marked[i].text
        if lines.is_unfinished(text) or (i == len(layout.marked) - 1 and _is_cut(text)):
            break
        if _is_line_of(layout.marked[i]):
            break
        if lines.is_prose(text) or _CLOSED.search(text) or _FIGURES.search(text) or _ROW.match(text):
            break
        run.append(i)
    run.reverse()
    if run and could_be_credit(run[0]):
        run = run[1:]
    for i in run:
        layout.set(i, "tags", "behind the body")


def _is_line_of(mark: BlockFeatures) -> bool:
    """Markup puts it into the body, and it is no name: in HTML tags are links."""
    return mark.block.part == "body" and len(lines.words(mark.text)) >= 4 and lines.capital_share(mark.text) < 0.6


def _is_cut(text: str) -> bool:
    """The last line of a dump that was cut in the middle of a sentence: words, most of them small."""
    found = lines.words(text)
    small = sum(word.islower() and word not in lines.SMALL_WORDS for word in found)
    return len(found) >= _SENTENCE and (lines.capital_share(text) < 0.5 or small >= 2) and text[-1] not in ">»"

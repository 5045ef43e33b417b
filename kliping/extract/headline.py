"""Where the article starts: its headline, and the first block of its body."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from kliping.extract.block_features import BlockFeatures, is_list_item
from kliping.extract.captions import is_caption
from kliping.text import dateline, dates, lines

_DATE_PREFIX = re.compile(r"^date (\d{4}-\d\d(?:-\d\d)?)\b[\s.:]*")
_NUMBERED = re.compile(r"\d{1,2}[.)]\s")
_KICKER = 3  # words
_TICKER = 12  # blocks of other news above a headline
_DECK = 4  # blocks between a deck and the byline under it
_NOT_BODY = frozenset(("head", "foot"))  # parts told by markup
_NO_PROSE = frozenset(("title", "caption", "author", "editor", "date"))
_HEADER = 400  # blocks searched for a body: menus of two hundred lines were met


def without_date(text: str) -> str:
    """A headline without the `date 2024-08-26` that some dumps put before it."""
    return _DATE_PREFIX.sub("", text)


def body_start(marked: Sequence[BlockFeatures]) -> int | None:
    """The index of the first body block: the dateline, else the first prose under the byline. None without any."""
    named = weak = prose = None
    title = _told(marked)
    for i, mark in enumerate(marked[:_HEADER]):
        if mark.ends and (prose is not None or weak is not None):
            break
        if mark.block.part in _NOT_BODY or mark.block.kind in _NO_PROSE or (title is not None and i < title):
            continue
        if not mark.open or is_caption(mark.text) or is_list_item(mark.text):
            continue
        line = dateline.split(mark.text)
        if line and (line.domain or "(" in line.text or "," in line.text):
            named = i
            break
        if line and weak is None:
            weak = i
        if prose is None and lines.is_prose(mark.text) and not _printed_again(marked, i):
            prose = i
    if named is not None and (prose is None or _is_header(marked, prose, named)):
        return named
    if weak is not None and prose is not None and weak <= prose + _DECK:
        return weak
    if prose is None:
        return weak
    return _first_row(marked, _below_byline(marked, prose))


def _printed_again(marked: Sequence[BlockFeatures], i: int) -> bool:
    """A sentence that stands there twice at once is the caption of a photo."""
    return any(mark.text == marked[i].text for mark in (*marked[max(0, i - 3) : i], *marked[i + 1 : i + 4]))


def _is_header(marked: Sequence[BlockFeatures], prose: int, named: int) -> bool:
    """Whether the prose met before a dateline is a deck or a caption, not the body itself."""
    above = [mark for mark in marked[prose:named] if mark.open and lines.is_prose(mark.text)]
    return len(above) <= 2


def _below_byline(marked: Sequence[BlockFeatures], prose: int) -> int:
    """Prose above a byline is a deck or a ticker of other news: the body starts under that byline.

    A byline with a day is believed at once; one further down, or with names alone, only where two
    paragraphs stand side by side below it, and none did above.
    """
    for i in range(prose, min(prose + _TICKER, len(marked) - 1)):
        if _starts(marked[i]) and _starts(marked[i + 1]):
            break
        if marked[i].byline and i > prose and (below := _paragraphs(marked, i)) is not None:
            return below
    for i in range(prose + 1, min(prose + 1 + _DECK, len(marked))):
        if marked[i].ends:
            break  # the days behind a closing line are those of other articles
        byline = marked[i].byline
        if byline and byline.days:
            below = next((j for j in range(i + 1, len(marked)) if _starts(marked[j])), None)
            return prose if below is None else below
        if lines.is_prose(marked[i].text) and not is_caption(marked[i].text):
            break
    return prose


def _first_row(marked: Sequence[BlockFeatures], start: int) -> int:
    """A body may open with a numbered list, right below its byline."""
    top = next((i for i in range(start - 1, -1, -1) if marked[i].byline), None)
    if top is None or top + 1 >= start or not _NUMBERED.match(marked[top + 1].text):
        return start
    rows = [mark for mark in marked[top + 1 : start] if mark.open]
    return top + 1 if len(rows) >= 3 and all(_NUMBERED.match(r.text) or is_list_item(r.text) for r in rows) else start


def _paragraphs(marked: Sequence[BlockFeatures], i: int) -> int | None:
    """The first of two paragraphs side by side within some lines below a line."""
    near = range(i + 1, min(i + 1 + 2 * _DECK, len(marked) - 1))
    return next((j for j in near if _starts(marked[j]) and _starts(marked[j + 1])), None)


def _starts(mark: BlockFeatures) -> bool:
    return mark.open and lines.is_prose(mark.text) and not is_caption(mark.text)


def _told(marked: Sequence[BlockFeatures]) -> int | None:
    """The headline that the markup tells."""
    return next((i for i, mark in enumerate(marked) if mark.block.kind == "title"), None)


def find_title(marked: Sequence[BlockFeatures], start: int) -> int | None:
    """The index of the headline among the blocks above the body, else None."""
    told = _told(marked)
    if told is not None:
        return told
    lead = _long_words(marked[start : start + 6])
    best, best_score = None, 0.0
    for i in range(start):
        if marked[i].open and (score := _score(marked, i, start, lead)) > best_score:
            best, best_score = i, score
    return best


def title_below(marked: Sequence[BlockFeatures], start: int) -> int | None:
    """A headline printed under the body, above its dated byline, as some dumps have it; else None."""
    lead = _long_words(marked[start : start + 6])
    for i in range(max(start + 2, len(marked) - 6), len(marked) - 1):
        text, byline = marked[i].text, marked[i + 1].byline
        said = _long_words(marked[i : i + 1])
        if byline and byline.days and marked[i].open and not lines.ends_sentence(text) and len(lines.words(text)) >= 5:
            return i if 2 * len(said & lead) >= len(said) else None
    return None


def _long_words(marked: Iterable[BlockFeatures]) -> set[str]:
    return {word for word in lines.small_words("\n".join([mark.text for mark in marked])) if len(word) > 3}


def _score(marked: Sequence[BlockFeatures], i: int, start: int, lead: set[str]) -> float:
    """How much a line looks like the headline of the body below; 0 for a line that cannot be one."""
    text = without_date(marked[i].text)
    found = lines.words(text)
    if (
        len(found) < 3
        or len(found) > 35
        or is_list_item(text)
        or (text.endswith((".", ",")) and not text.endswith(".."))
    ):
        return 0.0
    long = [word.casefold() for word in found if len(word) > 3]
    shared = sum(word in lead for word in long) / len(long) if long else 0.0
    score = 1.0 + 2.0 * shared + min(len(found), 9) / 6 + lines.capital_share(text)
    if any(day.year for day in dates.find(text)):
        score -= 1.5  # decks and captions carry dates, headlines do not
    if is_caption(text):
        score -= 2.5
    if not shared and lines.is_name(text, most=4):
        score -= 2.0  # a reporter's name on a line of its own
    if any(mark.byline and mark.byline.days for mark in marked[:i]):
        score -= 1.5  # what stands under a dated byline is a photo title
    following = next((mark for mark in marked[i + 1 : start + 1] if mark.text != text), None)
    if following and following.byline:
        score += 0.7
    if lines.is_prose(text):
        score -= 1.0
    if text.endswith(("...", "…")):
        score -= 1.0  # cut, in a menu or a breadcrumb
    if len(found) <= _KICKER and any(len(lines.words(m.text)) >= 2 * _KICKER for m in marked[i + 1 : i + 3] if m.open):
        score -= 1.5  # a kicker: "Pilkada Serentak 2024"
    if any(mark.text == text for mark in marked[i + 1 : start]):
        score += 0.5  # printed again as alternative text of its photo
    return max(score - 0.02 * i, 0.01)

"""Where the article starts: its headline, and the first block of its body. Blocks are named by their index."""

import re
from collections.abc import Sequence

from kliping.extract.block_features import BlockFeatures, is_list_item
from kliping.extract.captions import is_caption
from kliping.formats.page import FOOT, HEAD
from kliping.text import dateline, lines

_DATE_PREFIX = re.compile(r"^date (\d{4}-\d\d(?:-\d\d)?)\b[\s.:]*")
_NUMBERED = re.compile(r"\d{1,2}[.)]\s")
_DECK = 4  # blocks between a deck and the byline under it
_NO_PROSE = frozenset(("title", "caption", "author", "editor", "date"))


def without_date(text: str) -> str:
    """A headline without the `date 2024-08-26` that some dumps put before it."""
    return _DATE_PREFIX.sub("", text)


def body_start(blocks: Sequence[BlockFeatures]) -> int | None:
    """The first body block: the dateline, else the first prose under the byline. None without any."""
    full = short = prose = None  # datelines of several parts or with an outlet, and of a place; running text
    title = _marked_title(blocks)
    for i, block in enumerate(blocks[:400]):  # menus of two hundred lines were met
        if block.ends and (prose is not None or short is not None):
            break
        if block.part in (HEAD, FOOT) or block.kind in _NO_PROSE or (title is not None and i < title):
            continue
        if not block.open or is_caption(block.text) or is_list_item(block.text):
            continue
        line = dateline.split(block.text)
        if line and (line.domain or len(line.parts) > 1):
            full = i
            break
        if line and short is None:
            short = i
        if prose is None and lines.is_prose(block.text):
            near = (*blocks[max(0, i - 3) : i], *blocks[i + 1 : i + 4])
            again = any(other.text == block.text for other in near)  # twice at once it is the caption of a photo
            prose = None if again else i
    if full is not None and (prose is None or sum(block.prose for block in blocks[prose:full]) <= 2):
        return full  # more sentences above a dateline are the body itself, fewer a deck or a caption
    if short is not None and (prose is None or short <= prose + _DECK):
        return short
    return None if prose is None else _first_row(blocks, _below_byline(blocks, prose))


def _below_byline(blocks: Sequence[BlockFeatures], prose: int) -> int:
    """Prose above a byline is a deck or a ticker of other news: the body starts under that byline.

    A byline with a day is believed at once; one further down, or with names alone, only where two
    paragraphs stand side by side below it, and none did above.
    """
    for i in range(prose, min(prose + 12, len(blocks) - 1)):  # as many other news may stand above
        if _is_paragraph(blocks[i]) and _is_paragraph(blocks[i + 1]):
            break
        if blocks[i].byline and i > prose:
            near = range(i + 1, min(i + 1 + 2 * _DECK, len(blocks) - 1))
            pairs = (j for j in near if _is_paragraph(blocks[j]) and _is_paragraph(blocks[j + 1]))
            if (below := next(pairs, None)) is not None:
                return below
    for i in range(prose + 1, min(prose + 1 + _DECK, len(blocks))):
        if blocks[i].ends:
            break  # the days behind a closing line are those of other articles
        byline = blocks[i].byline
        if byline and byline.days:
            return next((j for j in range(i + 1, len(blocks)) if _is_paragraph(blocks[j])), prose)
        if lines.is_prose(blocks[i].text) and not is_caption(blocks[i].text):
            break
    return prose


def _first_row(blocks: Sequence[BlockFeatures], start: int) -> int:
    """The first row of the numbered list, right below the byline, with which a body may open; else `start`."""
    top = next((i + 1 for i in range(start - 1, -1, -1) if blocks[i].byline), start)
    if top >= start or not _NUMBERED.match(blocks[top].text):
        return start
    rows = [block.text for block in blocks[top:start] if block.open]
    return top if len(rows) >= 3 and all(_NUMBERED.match(row) or is_list_item(row) for row in rows) else start


def _is_paragraph(block: BlockFeatures) -> bool:
    return block.prose and not is_caption(block.text)


def _marked_title(blocks: Sequence[BlockFeatures]) -> int | None:
    """The headline that the markup tells."""
    return next((i for i, block in enumerate(blocks) if block.kind == "title"), None)

"""Where an article ends: its last block, and the tags and odd lines behind its last sentence."""

import re
from collections.abc import Callable, Sequence
from itertools import accumulate

from kliping.extract.block_features import BlockFeatures
from kliping.extract.contacts import is_author_box
from kliping.extract.labels import BODY, Layout
from kliping.formats.page import FOOT
from kliping.text import lines, speech

# What no tag has: the sign that ends a sentence, however short; figures, as in a table, but for a year; a list sign.
_NO_TAG = re.compile(
    r"[.!?][\"'”’]*$|[\"”]$|(?<!\d)(?!(?:19|20)\d\d\b)\d{3}|[%:]|^(?:(?:\d+|[a-z])\s?[.)]\s|[-•·▪*]\s)"
)


def article_end(blocks: Sequence[BlockFeatures], start: int) -> int:
    """The index of the first block behind the article, whose body begins at `start`.

    It is the first closing line behind the body (but where the body plainly goes on after it), or the end of the
    credits that close it, the author's box below it, or the end of the box that holds it.
    """
    prose = behind = 0
    so_far: list[int] = []  # prose up to each line, counted when it is first asked for
    for i, block in enumerate(blocks[start:], start):
        if block.part == FOOT or (i > start and block.ends and not _resumes(blocks, i)):
            return i
        if prose >= 2 and not block.prose and is_author_box(blocks, i, start):
            return i
        prose += block.prose
        if prose >= 2 and i >= behind and block.byline and block.byline.people.get("editor"):
            so_far = so_far or list(accumulate(block.prose for block in blocks))
            behind = next((j for j in range(i, len(blocks)) if not blocks[j].byline), len(blocks))
            if so_far[-1] - so_far[behind - 1] <= 2:  # sentences that are the site's own word, not the article
                return behind
    return len(blocks)


def _resumes(blocks: Sequence[BlockFeatures], i: int) -> bool:
    """Whether two long paragraphs side by side follow within a few short lines."""
    for j in range(i + 1, min(i + 8, len(blocks) - 1)):
        if blocks[j].ends or _is_long(blocks[j]):
            return _is_long(blocks[j]) and _is_long(blocks[j + 1])
    return False


def _is_long(block: BlockFeatures) -> bool:
    ended = block.text.endswith((".", '."', ".”", "”", '"')) and not block.text.endswith("..")
    return block.open and ended and len(lines.words(block.text)) >= 18


def label_tags(layout: Layout, last: int, could_be_credit: Callable[[int], bool]) -> None:
    """Label the lines behind the last sentence (block `last`) that are no row of a list or table.

    They are tags, section names, odd buttons. The first of them may be a credit, which `could_be_credit` tells by its
    index; it is left for the rule that reads those.
    """
    run: list[int] = []
    for i in reversed([i for i in layout.indices(BODY) if i > last]):
        text, part = layout.blocks[i].text, layout.blocks[i].part
        cut = i == len(layout.blocks) - 1 and _is_cut(text)
        if cut or lines.is_unfinished(text) or lines.is_prose(text) or _NO_TAG.search(text) or speech.is_speech(text):
            break
        if part == "body" and len(lines.words(text)) >= 4 and lines.capital_share(text) < 0.6:
            break  # markup puts it into the body, and it is no name: in HTML tags are links
        run.insert(0, i)
    for i in run[1:] if run and could_be_credit(run[0]) else run:
        layout.label(i, "tags", "behind the body")


def _is_cut(text: str) -> bool:
    """The last line of a dump that was cut in the middle of a sentence: words, most of them small."""
    words = lines.words(text)
    small = sum(word.islower() and word not in lines.SMALL_WORDS for word in words)
    return len(words) >= 5 and (lines.capital_share(text) < 0.5 or small >= 2) and text[-1] not in ">»"

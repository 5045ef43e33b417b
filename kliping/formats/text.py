"""Text dumps: what `Save as text`, a reader view or a crawler leaves of a page."""

from __future__ import annotations

import re

from kliping.formats.charset import decode
from kliping.page import MOST_CHARACTERS, MOST_LINES, Block, BoxesOf, Page, Rejected, fold, plain

_INITIAL = re.compile(r"[A-Z]")
_GOES_ON = re.compile(r"[a-z]+(?:\s\S+){7}")  # the rest of a word, and of a sentence


def read(data: bytes, boxes_of: BoxesOf | None = None) -> Page:
    """Bytes of a text dump -> Page with one block a line; it has no boxes. Raises Rejected where there is no text."""
    blocks: list[Block] = []
    gap = False
    for number, line in enumerate(plain(decode(data)).split("\n"), 1):
        text = fold(line)
        if text:
            blocks.append(Block(text, number, gap))
        gap = not text
    if not blocks:
        raise Rejected("is empty; save the page again")
    blocks = _with_initials(blocks)
    if len(blocks) > MOST_LINES:
        raise Rejected(f"has {len(blocks)} lines, far more than one article; save each article as a page of its own")
    longest = max(len(block.text) for block in blocks)
    if longest > MOST_CHARACTERS:
        raise Rejected(f"has a line of {longest} characters, far more than a paragraph; save the page again as text")
    return Page(tuple(blocks))


def _with_initials(blocks: list[Block]) -> list[Block]:
    """The large first letter of a text, which dumps put on a line of its own, before the word it opens."""
    found: list[Block] = []
    for block in blocks:
        letters = [bool(_INITIAL.fullmatch(above.text)) for above in found[-2:]]
        if letters and letters[-1] and sum(letters) == 1 and _GOES_ON.match(block.text):  # not "A A A" for text sizes
            found[-1] = found[-1]._replace(text=found[-1].text + block.text)
        else:
            found.append(block)
    return found

"""Text dumps: what `Save as text`, a reader view or a crawler leaves of a page."""

from __future__ import annotations

from kliping.formats.charset import decode
from kliping.page import MOST_CHARACTERS, MOST_LINES, Block, BoxesOf, Page, Rejected, fold, plain


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
    if len(blocks) > MOST_LINES:
        raise Rejected(f"has {len(blocks)} lines, far more than one article; save each article as a page of its own")
    longest = max(len(block.text) for block in blocks)
    if longest > MOST_CHARACTERS:
        raise Rejected(f"has a line of {longest} characters, far more than a paragraph; save the page again as text")
    return Page(tuple(blocks))

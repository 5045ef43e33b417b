"""Text dumps: what `Save as text`, a reader view or a crawler leaves of a page."""

from __future__ import annotations

import codecs

from kliping.page import Block, Page, Rejected, fold, plain

MOST_LINES = 20_000  # the longest page met had 1,100
MOST_CHARACTERS = 200_000  # of one line; whole articles on one line had 12,000
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def decode(data: bytes) -> str:
    """Text by its byte order mark, else as UTF-8, else as Windows-1252. Raises Rejected for binary data."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError as error:
                raise Rejected("is not the Unicode text it says it is; save the page again as UTF-8 text") from error
    if b"\0" in data:
        raise Rejected("is binary, not text; save the page as text")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError as error:
        raise Rejected("is neither UTF-8 nor Windows-1252 text; save the page again as UTF-8 text") from error


def read(data: bytes) -> Page:
    """Bytes of a text dump -> Page with one block a line. Raises Rejected where there is no text."""
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

"""Text dumps: what `Save as text`, a reader view or a crawler leaves of a page."""

import re

from kliping.formats.charset import decode
from kliping.formats.page import Block, LayoutsFor, Page, Rejected
from kliping.locale import _
from kliping.system.limits import CHARACTERS, LINES, MIB, TEXT_BYTES
from kliping.text.unicode import fold, plain

_INITIAL = re.compile(r"[A-Z]")
_GOES_ON = re.compile(r"[a-z]+(?:\s\S+){7}")  # the rest of a word, and of a sentence


def read(data: bytes, layouts_for: LayoutsFor | None = None) -> Page:
    """The page in the bytes of a text dump, a block for each line; it has no boxes.

    Raises Rejected where there is no text, or more than an article has.
    """
    if len(data) > TEXT_BYTES:
        why = _("is larger than {count} MiB, far more than an article; save each article alone")
        raise Rejected(why.format(count=TEXT_BYTES // MIB))
    dump = plain(decode(data))
    if (many := dump.count("\n")) > LINES:
        why = _("has {count} lines, far more than one article; save each article as a page of its own")
        raise Rejected(why.format(count=many))
    blocks: list[Block] = []
    gap = False
    for number, line in enumerate(dump.split("\n"), 1):
        text = fold(line)
        if len(text) > CHARACTERS:
            why = _("has a line of {count} characters, far more than a paragraph; save it again as text")
            raise Rejected(why.format(count=len(text)))
        if text:
            blocks.append(Block(text, number, gap))
        gap = not text
    if not blocks:
        raise Rejected(_("is empty; save the page again"))
    return Page(tuple(_with_initials(blocks)))


def _with_initials(blocks: list[Block]) -> list[Block]:
    """The large first letter of a text, which dumps put on a line of its own, before the word it opens."""
    joined: list[Block] = []
    for block in blocks:
        letters = [bool(_INITIAL.fullmatch(above.text)) for above in joined[-2:]]
        if letters and letters[-1] and sum(letters) == 1 and _GOES_ON.match(block.text):  # not "A A A" for text sizes
            joined[-1] = joined[-1]._replace(text=joined[-1].text + block.text)
        else:
            joined.append(block)
    return joined

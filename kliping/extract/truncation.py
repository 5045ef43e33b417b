"""Texts that stop before their end: in mid-sentence, in three dots, before a wall for subscribers, in a few lines."""

import re
from collections.abc import Sequence

from kliping.extract.labels import BODY, Layout
from kliping.text import lines

_DOTS = re.compile(r"\w[\"”’)]?,?\s*[\[(]?(?:\.{3,}|…)[\])]?$")
_MINUTES = re.compile(r"\W*(?:waktu )?(?:baca\W+)?(\d{1,2})\s?(?:menit(?: baca| membaca)?|min(?:ute)?s? read)", re.I)
_SLOW = 15  # words a minute: far below any reader
_TAIL = 12  # characters at the end of a line that tell how it ends
_BEHIND = 12  # blocks behind the text in which a wall for subscribers belongs to it


def doubt(layout: Layout, body: Sequence[str]) -> str | None:
    """Why the text is not all there is, such as `text is cut: ends in mid-sentence`; None for one that ends."""
    last = layout.indices(BODY)[-1]
    if any(block.noise == "paywall" for block in layout.blocks[last + 1 : last + 1 + _BEHIND]):
        return "text is cut: the rest is for subscribers"
    if _takes_longer(layout, body):
        return "text is cut: shorter than its reading time"
    line = body[-1].rsplit("\n", 1)[-1]
    if _DOTS.search(line[-_TAIL:]) and lines.is_running(line):
        return "text is cut: ends in dots"
    if not lines.ends_sentence(line[-_TAIL:]) and lines.is_unfinished(line):
        return "text is cut: ends in mid-sentence"
    return None


def _takes_longer(layout: Layout, body: Sequence[str]) -> bool:
    """Whether the page says that its text takes minutes to read, and there are a few lines of it."""
    start = layout.start or 0
    for block in layout.blocks[max(0, start - 10) : start]:  # blocks in which its reading time may stand
        reading = "baca" in block.text.casefold() or "read" in block.text
        if reading and len(block.text) < 40 and (minutes := _MINUTES.fullmatch(block.text)):
            return int(minutes[1]) >= 3 and sum(len(lines.words(text)) for text in body) < _SLOW * int(minutes[1])
    return False

"""The dateline of a text: place and outlet before a dash."""

from __future__ import annotations

import re

_DASH = re.compile(r"\s*(?:--|\|\||\s[-–—−]|[-–—−](?=\s))\s*|\s[–—−](?=\S)")
_LONGEST = 70  # characters
_MOST = 8  # words
_WORD = re.compile(r"[A-Z(][\w.()/&'’-]*|[\w-]+(?:\.\w+)+\)?|\|")


def dateline_of(text: str) -> tuple[str, str]:
    """What stands before the first dash, if every word of it could be a name, and the rest; "" where that is not so."""
    dash = _DASH.search(text, 2, _LONGEST)
    if not dash:
        return "", text
    line = text[: dash.start()].strip()
    words = re.split(r"[\s,]+", line)
    fits = 0 < len(words) <= _MOST and all(_WORD.fullmatch(word) for word in words if word)
    return (line, text[dash.end() :].strip()) if fits else ("", text)

"""Distinct pages out of a few: names, words and figures changed, so that nothing a reader remembers helps it.

Each long word that no rule of ours knows gets another ending for each salt, and each figure other digits: the layout,
labels, months and terms stay, and so does the way a page takes through the rules. Which ending follows from the
word, the salt and SEED alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from zlib import crc32

from kliping.system.errors import Stop
from kliping.text.dates import MONTHS, WEEKDAYS

SEED = 2024
_SYLLABLES = [first + second for first in "bdfghjklmnprstw" for second in "aeiou"]
_STEP = 7919  # prime to the number of endings: the endings of a word come back only after all others
_LETTERS = r"[A-Za-z]{6,}"
_KEPT = (  # in markup: scripts but those that hold data, styles, comments, tags, entities
    r"<script\b(?![^>]*ld\+json).*?</script>|<style\b.*?</style>|<!--.*?-->|<[^>]*>|&#?\w+;|"
)
_WHOLE = r"https?://[^\s\"'<>]+|\"[^\"\s]*\""  # addresses, and what is quoted without a space, such as keys of data
_CONTENT = re.compile(r"(<meta\b[^>]*?\bcontent=[\"'])([^\"'>]*\s[^\"'>]*)", re.IGNORECASE)


def words_of_rules(*folders: Path) -> frozenset[str]:
    """Words that rules look for; a salted page must still say them."""
    files = [path for folder in folders for path in sorted(folder.glob("*.yaml"))]
    text = " ".join((*MONTHS, *WEEKDAYS, *(path.read_text(encoding="utf-8") for path in files)))
    return frozenset(word.casefold() for word in re.findall(_LETTERS, text))


class Salted:
    """One page, ready to be salted."""

    def __init__(self, data: bytes, markup: bool, kept: frozenset[str]) -> None:
        # A byte is a character here: only ASCII letters are changed, and the page keeps its encoding.
        self._text, self._markup, self._kept = data.decode("latin-1"), markup, kept

    @cached_property
    def _parts(self) -> list[str]:
        """The text in pieces; those at odd places are words and figures that may change."""
        parts = [""]
        for piece in self._pieces(self._text, self._markup):
            if len(parts) % 2 and self._may_change(piece):
                parts += [piece, ""]
            else:
                parts[-1] += piece
        return parts

    def _pieces(self, text: str, markup: bool) -> Iterator[str]:
        kept = f"{_KEPT}{_WHOLE}" if markup else _WHOLE
        for piece in re.split(rf"({kept}|{_LETTERS}|\d{{3,6}})", text, flags=re.DOTALL | re.IGNORECASE):
            said = _CONTENT.match(piece) if markup else None
            if said:
                yield said[1]
                yield from self._pieces(said[2], False)
                yield piece[said.end() :]
            else:
                yield piece

    def _may_change(self, piece: str) -> bool:
        if piece.isdigit():
            return 3 <= len(piece) <= 6 and not 1900 <= int(piece) <= 2100
        return bool(re.fullmatch(_LETTERS, piece)) and piece.casefold() not in self._kept

    def page(self, salt: int) -> bytes:
        """The page with a salt from 0; the same salt gives the same bytes."""
        parts = list(self._parts)
        for i in range(1, len(parts), 2):
            parts[i] = _changed(parts[i], salt)
        return "".join(parts).encode("latin-1")


def _changed(word: str, salt: int) -> str:
    turn = salt * _STEP + SEED + crc32(word.casefold().encode())
    if word.isdigit():
        return f"{word[:-2]}{turn % 100:02}"
    ending = ""
    for _ in range(2 if salt < len(_SYLLABLES) ** 2 else 3):
        turn, which = divmod(turn, len(_SYLLABLES))
        ending += _SYLLABLES[which]
    return word[: -len(ending)] + (ending.upper() if word.isupper() else ending)


def salted(pages: dict[str, bytes], count: int, kept: frozenset[str]) -> Iterator[tuple[str, bytes]]:
    """`count` pages, each in its turn with a new salt, as (name, bytes). Raises Stop where two would be the same."""
    ready = [(name, Salted(data, is_markup(name), kept)) for name, data in pages.items()]
    seen: set[int] = set()
    for salt in range(count):
        name, page = ready[salt % len(ready)]
        data = page.page(salt)
        if hash(data) in seen:
            raise Stop(f"{name}: has too few words to make {count} distinct pages")
        seen.add(hash(data))
        stem, dot, suffix = name.rpartition(".")
        yield f"{stem.replace('/', '-')}-{salt}{dot}{suffix}", data


def is_markup(name: str) -> bool:
    return not name.casefold().endswith(".txt")

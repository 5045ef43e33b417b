"""Words and phrases looked up in a text: at word bounds, capitals where they matter."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_TOKEN = re.compile(r"\w+")
_ACRONYM = re.compile(r"[A-Z]{2,5}")


def tokens(text: str) -> list[str]:
    """The words of a text, without any sign between them: `Pramono-Rano` is two."""
    return _TOKEN.findall(text)


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase found: its owner and form, and the words it covers (from `start`, before `end`)."""

    owner: str
    phrase: str
    start: int
    end: int


class Lexicon:
    """Phrases with their owners, found in one walk over the words of a text.

    A word of two to five capitals (CAT, MS, PPS, RAB) is met only in capitals; all else in any case.
    Of the phrases of one owner that begin at one word, the longest counts.
    """

    def __init__(self, phrases: Iterable[tuple[str, str]]) -> None:
        """`phrases` are pairs of owner and phrase."""
        self._by_first: dict[str, list[tuple[tuple[str, ...], str, str]]] = {}
        for owner, phrase in phrases:
            words = tuple(tokens(phrase))
            if words:
                self._by_first.setdefault(words[0].casefold(), []).append((words, owner, phrase))
        for found in self._by_first.values():
            found.sort(key=lambda entry: -len(entry[0]))

    def hits(self, words: list[str]) -> Iterator[Hit]:
        """Each phrase met in a list of words, in order."""
        for start, word in enumerate(words):
            seen: set[str] = set()
            for phrase, owner, text in self._by_first.get(word.casefold(), ()):
                if owner not in seen and _meets(phrase, words[start : start + len(phrase)]):
                    seen.add(owner)
                    yield Hit(owner, text, start, start + len(phrase))


def _meets(phrase: tuple[str, ...], words: list[str]) -> bool:
    if len(words) < len(phrase):
        return False
    return all(
        theirs == ours if _ACRONYM.fullmatch(ours) else theirs.casefold() == ours.casefold()
        for ours, theirs in zip(phrase, words, strict=True)
    )

"""Words and phrases looked up in a text: at word bounds, capitals where they matter."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

_TOKEN = re.compile(r"\w+")
_ACRONYM = re.compile(r"[A-Z]{2,5}")


def tokens(text: str) -> list[str]:
    """The words of a text, without any sign between them: `Pramono-Rano` is two."""
    return _TOKEN.findall(text)


class Hit(NamedTuple):
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
        self._root = _Node()
        for owner, phrase in phrases:
            words = tokens(phrase)
            node = self._root
            for word in words:
                node = node.next.setdefault(word.casefold(), _Node())
            if words:
                capitals = tuple((i, word) for i, word in enumerate(words) if _ACRONYM.fullmatch(word))
                node.ends.append((owner, phrase, capitals))

    def hits(self, words: list[str]) -> Iterator[Hit]:
        """Each phrase met in a list of words, in order."""
        small = [*" ".join(words).casefold().split(" "), ""]  # no phrase goes on behind the last word
        first = self._root.next
        for start, word in enumerate(small):
            if word in first and (first[word].ends or small[start + 1] in first[word].next):
                yield from _longest(first[word], words, small, start)


def _longest(node: _Node | None, words: list[str], small: list[str], start: int) -> Iterable[Hit]:
    """The longest phrase of each owner that begins at a word, whose node this is."""
    found: dict[str, Hit] = {}
    end = start + 1
    while node:
        for owner, phrase, capitals in node.ends:
            if not capitals or all(words[start + i] == word for i, word in capitals):
                found[owner] = Hit(owner, phrase, start, end)
        node = node.next.get(small[end])
        end += 1
    return found.values()


@dataclass(slots=True)
class _Node:
    """The phrases that share their first words: the words that may follow, and the phrases that end here."""

    next: dict[str, _Node] = field(default_factory=dict)
    ends: list[tuple[str, str, tuple[tuple[int, str], ...]]] = field(default_factory=list)

"""Many phrases looked up in a text at once, at word bounds."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

_TOKEN = re.compile(r"\w+")
_ACRONYM = re.compile(r"[A-Z]{2,}")


def tokens(text: str) -> list[str]:
    """The words of a text as a Lexicon counts them: `Pramono-Rano` is two."""
    return _TOKEN.findall(text)


class Hit(NamedTuple):
    """One occurrence of a phrase."""

    owner: str
    phrase: str
    start: int  # index of its first word
    end: int  # index behind its last word


class Lexicon:
    """A trie over the words of phrases, each of which has an owner.

    A word of two to five capitals (CAT, MS, PPS, RAB) is found only in capitals, any other in any case.
    """

    def __init__(self, phrases: Iterable[tuple[str, str]], longest: int = 5) -> None:
        """`phrases`: pairs of owner and phrase; `longest`: letters of a word found only in capitals."""
        self._root = _Node()
        for owner, phrase in phrases:
            words = tokens(phrase)
            node = self._root
            for word in words:
                node = node.next.setdefault(word.casefold(), _Node())
            if words:
                capitals = tuple(
                    (i, word) for i, word in enumerate(words) if len(word) <= longest and _ACRONYM.fullmatch(word)
                )
                node.ends.append((owner, phrase, capitals))

    def hits(self, words: list[str]) -> Iterator[Hit]:
        """The phrases in a list of `tokens`, in order; of each owner only the longest that begins at a word."""
        small = [*" ".join(words).casefold().split(" "), ""]  # no phrase goes on behind the last word
        first = self._root.next
        for start, word in enumerate(small):
            if word in first and (first[word].ends or small[start + 1] in first[word].next):
                yield from _longest(first[word], words, small, start)


def _longest(node: "_Node | None", words: list[str], small: list[str], start: int) -> Iterable[Hit]:
    """The longest phrase of each owner that begins at the word `start`, whose node is given."""
    longest: dict[str, Hit] = {}
    end = start + 1
    while node:
        for owner, phrase, capitals in node.ends:
            if not capitals or all(words[start + i] == word for i, word in capitals):
                longest[owner] = Hit(owner, phrase, start, end)
        node = node.next.get(small[end])
        end += 1
    return longest.values()


@dataclass(slots=True)
class _Node:
    """A word of the trie."""

    next: dict[str, "_Node"] = field(default_factory=dict)
    # Phrases that end here: owner, phrase, and the words to be in capitals with their places in the phrase.
    ends: list[tuple[str, str, tuple[tuple[int, str], ...]]] = field(default_factory=list)

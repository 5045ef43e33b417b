"""How alike two texts are: what is kept of a text to tell, and the comparison of two.

Of each text a sketch is kept, a few hundred bytes: the low bytes of a MinHash over its runs of four
words (Broder 1997; low bits only: Li and König 2010), and of each sentence short hashes over its words,
over its frame, which is its words with all names and numbers left open, over these names, and over these
numbers. Two stories filled into one template have the same frames and other names; two saves of one
story have the same sentences.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple
from zlib import crc32

from rensa import RMinHash

from kliping.text.lexicon import tokens

VERSION = f"{RMinHash.ALGORITHM_VERSION}"  # sketches of different versions cannot be compared
SLOTS = 128  # one byte each; the standard error of the estimate is at most 4.5 %
_RUN = 4  # words
_SEED = 1
_SENTENCE = 3  # words; a shorter line says too little
_FRAME = 4  # words that are neither names nor numbers; a frame of fewer fits anything
_MOST_SENTENCES = 250
_CHANCE = 1 / 256  # that two low bytes agree without reason
_OPEN = b"\0\0"  # in place of a frame that fits anything
_ENDS = re.compile(r"[.?!…]+[\"'”’)]*\s+|\n+")
_ENDED = re.compile(r"[.?!…\"'”’)]\s*\Z")


class Sentence(NamedTuple):
    frame: bytes  # a hash over its words, names and numbers left open
    names: bytes
    numbers: bytes
    words: int  # how many, at most 255

    @property
    def details(self) -> tuple[bytes, bytes]:
        return self.names, self.numbers


@dataclass(frozen=True)
class Sketch:
    """What is kept of a text."""

    words: int
    slots: bytes
    rest: bytes  # its sentences, ten bytes each

    @classmethod
    def of(cls, paragraphs: Sequence[str]) -> "Sketch":
        """The sketch of a text. A last sentence that is cut off counts among the words, but is no sentence."""
        words = tokens("\n".join(paragraphs).casefold())
        sentences = list(_sentences(paragraphs))
        whole = not paragraphs or bool(_ENDED.search(paragraphs[-1]))
        kept = dict(sentence for sentence in (sentences if whole else sentences[:-1]) if sentence[1].words >= _SENTENCE)
        parts = [text + s.frame + s.names + s.numbers + bytes([s.words]) for text, s in kept.items()]
        return cls(min(len(words), 65535), _slots(words), b"".join(parts[:_MOST_SENTENCES]))

    @cached_property
    def sentences(self) -> dict[bytes, Sentence]:
        """By a hash over their words."""
        parts = (self.rest[i : i + 10] for i in range(0, len(self.rest), 10))
        return {part[:3]: Sentence(part[3:5], part[5:7], part[7:9], part[9]) for part in parts}

    @cached_property
    def total(self) -> int:
        """Words in sentences."""
        return sum([sentence.words for sentence in self.sentences.values()])

    def packed(self) -> bytes:
        """The sketch in one piece, for the ledger."""
        return self.words.to_bytes(2, "big") + self.slots + self.rest


def words_of(packed: bytes) -> int:
    """How many words, of a packed sketch."""
    return packed[0] * 256 + packed[1]


def slots_of(packed: bytes) -> bytes:
    """The slots of a packed sketch."""
    return packed[2 : 2 + SLOTS]


@lru_cache(maxsize=1 << 15)
def unpacked(packed: bytes) -> Sketch:
    return Sketch(words_of(packed), slots_of(packed), packed[2 + SLOTS :])


class Likeness:
    """How alike two texts are, the same whichever comes first. Shares are of the words of the shorter, from 0 to 1."""

    __slots__ = ("_long", "_short", "jaccard", "length", "words")

    def __init__(self, one: Sketch, other: Sketch) -> None:
        turned = (one.words, one.slots) > (other.words, other.slots)
        self._short, self._long = (other, one) if turned else (one, other)
        self.words = self._short.words  # of the shorter text
        self.length = self.words / (self._long.words or 1)  # the shorter text as a share of the longer
        self.jaccard = _jaccard(one.slots, other.slots)  # estimated: runs that both have, of all that either has

    @property
    def shared(self) -> float:
        """In sentences both have."""
        sentences = self._short.sentences
        both = sentences.keys() & self._long.sentences.keys()
        return sum([sentences[text].words for text in both]) / (self._short.total or 1)

    @property
    def contained(self) -> float:
        """In runs both have; estimated, by less than a tenth off where the texts are of one length."""
        return min(1.0, self.jaccard * (1 + self.length) / ((1 + self.jaccard) * self.length)) if self.length else 0.0

    @property
    def filled(self) -> float:
        """In sentences the other has with other names or numbers."""
        left, right = self._apart()
        frames, details = {s.frame for s in right} - {_OPEN}, {s.details for s in right}
        return sum(s.words for s in left if s.frame in frames and s.details not in details) / (self._short.total or 1)

    @property
    def renamed(self) -> float:
        """In sentences the other has with other names."""
        left, right = self._apart()
        frames, names = {s.frame for s in right} - {_OPEN}, {s.names for s in right}
        return sum(s.words for s in left if s.frame in frames and s.names not in names) / (self._short.total or 1)

    @property
    def contested(self) -> float:
        """In sentences with names or numbers of their own, where the other has such sentences too."""
        left, right = self._apart()
        ours, theirs = {s.details for s in left}, {s.details for s in right}
        return (
            sum(s.words for s in left if s.details not in theirs) / (self._short.total or 1) if theirs - ours else 0.0
        )

    def _apart(self) -> tuple[list[Sentence], list[Sentence]]:
        """The sentences that only the shorter text has, and those that only the longer one has."""
        ours, theirs = self._short.sentences, self._long.sentences
        left = [sentence for text, sentence in ours.items() if text not in theirs]
        return left, [sentence for text, sentence in theirs.items() if text not in ours]


def _jaccard(one: bytes, other: bytes) -> float:
    differ = int.from_bytes(one, "big") ^ int.from_bytes(other, "big")
    agree = differ.to_bytes(SLOTS, "big").count(0) / SLOTS
    return max(0.0, (agree - _CHANCE) / (1 - _CHANCE))


def _slots(words: list[str]) -> bytes:
    runs = list(map(" ".join, zip(*(words[i:] for i in range(_RUN)), strict=False))) or [" ".join(words)]
    sketch = RMinHash(SLOTS, _SEED)
    sketch.update(runs)
    return bytes(slot & 255 for slot in sketch.digest())


def _sentences(paragraphs: Sequence[str]) -> Iterator[tuple[bytes, Sentence]]:
    for paragraph in paragraphs:
        for text in _ENDS.split(paragraph):
            if words := tokens(text):
                yield _hash(words)[:3], _sentence(words)


def _sentence(words: list[str]) -> Sentence:
    frame = [word for word in words if word > "["]  # in ASCII digits come before the capitals, small letters after
    numbers = [word for word in words if word < ":"]
    names = [word for word in words if ":" < word < "["]
    opening = _hash(frame)[:2] if len(frame) >= _FRAME else _OPEN
    return Sentence(opening, _hash(names)[:2], _hash(numbers)[:2], min(len(words), 255))


def _hash(words: list[str]) -> bytes:
    """Four bytes; against chance, not against malice: who wants to be taken for a copy can as well copy."""
    return crc32(" ".join(words).casefold().encode()).to_bytes(4, "big")

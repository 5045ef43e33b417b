"""Made-up words, people and outlets that look Indonesian: nothing here is said of anyone who lives.

Small words of the language stand as often as they do in print; all else is put together from syllables.
"""

from __future__ import annotations

from functools import cached_property
from random import Random

_SMALL = (
    "yang dan di untuk dengan dari pada ini itu akan tidak juga dalam oleh ke sudah telah bagi serta agar karena"
    " sebagai para bisa lebih masih saat setelah sebelum mereka kami hari warga petugas pemilih suara tahapan"
).split()
_TOKENS = ("2024", "12", "1.250", "KPU", "Bawaslu", "TPS", "Pilgub", "Jakarta")
_CONSONANTS = "bdghjklmnprstw"
_VOWELS = "aeiou"
_ENDINGS = "ang ing ong an un ir ar or ul al im um at ut ik ak".split()
_HEADS = ("Warta", "Kabar", "Suluh", "Harian", "Lensa", "Gema")


class Vocabulary:
    """The words of one seed: the same seed gives the same words on every machine."""

    def __init__(self, seed: int, outlets: int, reporters: int) -> None:
        self._rng = Random(f"{seed} vocabulary")  # noqa: S311 - it is to be foreseen
        self._made: set[str] = set()
        self._count = outlets, reporters

    @cached_property
    def words(self) -> tuple[str, ...]:
        """What sentences are drawn from; a word that is printed more often stands here more often."""
        rare = [self._word(2 + i % 2) for i in range(3000)]
        frequent = [word for word in rare[:300] for _ in range(6)]
        return (*_SMALL * 60, *_TOKENS * 12, *frequent, *rare)

    @cached_property
    def outlets(self) -> tuple[tuple[str, str], ...]:
        """(name, domain) of each outlet."""
        names = [f"{_HEADS[i % len(_HEADS)]} {self._word(2).title()}" for i in range(self._count[0])]
        return tuple((name, f"{name.replace(' ', '').casefold()}.example") for name in names)

    @cached_property
    def reporters(self) -> tuple[str, ...]:
        return tuple(f"{self._word(2).title()} {self._word(3).title()}" for _ in range(self._count[1]))

    def _word(self, syllables: int) -> str:
        """A word not given before."""
        pick = self._rng.choice
        while True:
            head = "".join(pick(_CONSONANTS) + pick(_VOWELS) for _ in range(syllables - 1))
            word = head + pick(_CONSONANTS) + pick(_ENDINGS)
            if word not in self._made:
                self._made.add(word)
                return word

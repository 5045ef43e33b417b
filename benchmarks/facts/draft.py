"""A labelled text while it is changed: its lines, and the facts that are right for them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from random import Random
from typing import Any

from benchmarks.facts.gold import Gold
from benchmarks.facts.pages import Line


@dataclass(slots=True)
class Draft:
    """Lines and facts; a mutation changes both."""

    lines: list[Line]
    gold: Gold

    def copy(self) -> Draft:
        return Draft([*self.lines], self.gold)

    @property
    def text(self) -> str:
        return "\n".join(line.text for line in self.lines) + "\n"

    def indices(self, labels: str) -> list[int]:
        """Where lines with one of these labels stand."""
        return [i for i, line in enumerate(self.lines) if line.label in labels]

    @property
    def start(self) -> int:
        """Where the body begins."""
        return self.indices("B")[0]

    @property
    def end(self) -> int:
        """Where what follows the body begins."""
        return self.indices("B")[-1] + 1

    @property
    def headline(self) -> int | None:
        """Where the headline stands: the last line of it above the body."""
        return next((i for i in reversed(self.indices("T")) if i < self.start), None)

    def told(self, **facts: Any) -> None:
        """Set facts; they are sure from now on, whatever the page said of them."""
        self.gold = replace(self.gold, **facts, unsure=self.gold.unsure - facts.keys())

    def blurred(self, *facts: str) -> None:
        """Leave facts out of what is judged."""
        self.gold = replace(self.gold, unsure=self.gold.unsure.union(facts))

    def knows(self, *facts: str) -> bool:
        """True where these facts are sure."""
        return self.gold.unsure.isdisjoint(facts)

    def insert(self, at: int, texts: Iterable[str], label: str) -> None:
        """Put lines before a place; an empty one is a blank."""
        self.lines[at:at] = [Line(text, label if text.strip() else ".") for text in texts]

    def drop(self, places: Iterable[int]) -> None:
        gone = set(places)
        self.lines = [line for i, line in enumerate(self.lines) if i not in gone]

    def reword(self, pattern: re.Pattern[str], new: str) -> bool:
        """Put other words for a pattern in every line and in the headline; capitals stay. False where none has it."""
        lines = [line._replace(text=replaced(pattern, new, line.text)) for line in self.lines]
        if lines == self.lines:
            return False
        self.lines = lines
        self.gold = replace(self.gold, title=self.gold.title and replaced(pattern, new, self.gold.title))
        return True


def replaced(pattern: re.Pattern[str], new: str, text: str) -> str:
    """The text with other words for a pattern, in capitals where these were."""
    return pattern.sub(lambda match: new.upper() if match.group().isupper() else new, text)


def whole(words: str) -> re.Pattern[str]:
    """Matches these words, in whatever letters, where they stand alone."""
    parts = r"\s+".join(map(re.escape, words.split()))
    return re.compile(rf"(?<![\w.]){parts}(?!\w)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Mutation:
    """One way to change a draft, by name. It gives False where it does not fit; what it then left is thrown away."""

    name: str
    change: Callable[[Draft, Random], bool]


Family = Sequence[Mutation]  # of which a variant has one at most

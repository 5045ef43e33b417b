"""What was decided of each block of a page, and by which rule."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import NamedTuple

from kliping.extract.block_features import BlockFeatures
from kliping.formats.page import Block
from kliping.text import dateline

# Roles. Everything that is not one of these is noise, and the role is its kind.
TITLE, BYLINE, BODY = "title", "byline", "body"
KEPT = frozenset((TITLE, BYLINE, BODY))


class Verdict(NamedTuple):
    """What a block was taken for, and by which rule."""

    block: Block
    role: str
    rule: str


@dataclass(slots=True)
class Layout:
    """A page with every block accounted for, in page order."""

    marked: list[BlockFeatures]
    verdicts: list[Verdict | None] = field(default_factory=list)
    title: int | None = None
    start: int | None = None  # first block of the body; None where the page has none
    end: int = 0  # first block behind the article
    asides: list[Verdict] = field(default_factory=list)  # blocks that markup puts outside the article

    def set(self, i: int, role: str, rule: str) -> None:
        self.verdicts[i] = Verdict(self.marked[i].block, role, rule)

    def having(self, role: str) -> list[int]:
        return [i for i, verdict in enumerate(self.verdicts) if verdict and verdict.role == role]

    @property
    def signed(self) -> bool:
        """Whether it names day or people above its body, or opens with a dateline, as articles do."""
        if self.start is None:
            return False
        bylines = [mark.byline for mark in self.marked[: self.start] if mark.byline]
        opening = self.marked[self.start].text
        return any(line.days or line.people for line in bylines) or dateline.split(opening) is not None

    def removed(self) -> Counter[str]:
        """Kind of noise -> lines removed."""
        return Counter(verdict.role for verdict in self.all() if verdict.role not in KEPT)

    def all(self) -> list[Verdict]:
        """The verdict on every block of the page, in page order."""
        found = [verdict for verdict in self.verdicts if verdict]
        return sorted((*found, *self.asides), key=lambda verdict: verdict.block.line) if self.asides else found

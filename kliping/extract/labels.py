"""What each block of a page was taken for, and by which rule."""

from collections import Counter
from dataclasses import dataclass, field
from typing import NamedTuple

from kliping.evidence.decision import Decision
from kliping.extract.block_features import BlockFeatures
from kliping.formats.page import Block
from kliping.text import dateline

# Roles. Everything that is not one of these is noise, and the role is its kind.
TITLE, BYLINE, BODY = "title", "byline", "body"
KEPT = frozenset((TITLE, BYLINE, BODY))


class BlockLabel(NamedTuple):
    """What a block was taken for (a role from above, or a kind of noise) and the words for the rule that decided."""

    block: Block
    role: str
    rule: str


@dataclass(slots=True)
class Layout:
    """The blocks of a page with their labels, and where its article begins and ends, as indices into `blocks`."""

    blocks: list[BlockFeatures]
    labels: list[BlockLabel | None]  # of each block; None until it is decided
    title: int | None = None
    titles: Decision[str] = field(default_factory=Decision)  # the headline that was decided, and its candidates
    start: int | None = None  # first block of the body; None where the page has none
    end: int = 0  # first block behind the article
    asides: list[BlockLabel] = field(default_factory=list)  # blocks that markup puts outside the article

    def label(self, i: int, role: str, rule: str) -> None:
        """Decide what block `i` is; an earlier decision is overruled."""
        self.labels[i] = BlockLabel(self.blocks[i].block, role, rule)

    def indices(self, role: str) -> list[int]:
        """The blocks with a role, in page order."""
        return [i for i, label in enumerate(self.labels) if label and label.role == role]

    @property
    def signed(self) -> bool:
        """Whether it names day or people above its body, or opens with a dateline, as articles do."""
        if self.start is None:
            return False
        bylines = [block.byline for block in self.blocks[: self.start] if block.byline]
        return any(line.days or line.people for line in bylines) or bool(dateline.split(self.blocks[self.start].text))

    def removed(self) -> dict[str, int]:
        """Kind of noise -> number of blocks removed, kinds in alphabetical order."""
        return dict(sorted(Counter(label.role for label in self.all_labels() if label.role not in KEPT).items()))

    def all_labels(self) -> tuple[BlockLabel, ...]:
        """The label of every block of the page, in page order."""
        labels = (*filter(None, self.labels), *self.asides)
        return tuple(sorted(labels, key=lambda label: label.block.line)) if self.asides else labels

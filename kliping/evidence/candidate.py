"""A possible value of a fact, and the evidence for and against it."""

from dataclasses import dataclass, field
from typing import Generic, TypeVar

V = TypeVar("V")


@dataclass(slots=True)
class Candidate(Generic[V]):
    """One place of a page from which a value of a fact can be read; several places may tell the same value."""

    value: V
    basis: str  # what the fact rests on, if this candidate is stated
    at: int | None = None  # index of the block where it stands; None where markup tells it
    evidence: dict[str, float] = field(default_factory=dict)  # name -> amount, mostly 1.0; the weights name them all
    doubt: str | None = None  # what a person should look at, however much speaks for it

    def add(self, *names: str, when: object = True) -> None:
        """Add evidence, if `when` is true."""
        if when:
            for name in names:
                self.evidence[name] = 1.0

"""Which candidate for a fact is stated: by its weight, and by its margin before the next that has another value."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any, Generic, NamedTuple, TypeVar

from kliping.article.fields import NOTHING, Fact
from kliping.evidence.candidate import Candidate
from kliping.evidence.weights import NO_WEIGHTS, Weights

V = TypeVar("V")


class Weighed(NamedTuple):
    """A candidate with its weight."""

    candidate: Candidate[Any]
    weight: float


@dataclass(frozen=True, slots=True)
class Decision(Generic[V]):
    """The fact that was decided, and all its candidates, the heaviest first."""

    fact: Fact[V] = NOTHING
    ranked: tuple[Weighed, ...] = ()
    weights: Weights = NO_WEIGHTS

    def shares(self, candidate: Candidate[Any]) -> list[tuple[str, float]]:
        """The evidence of a candidate with what each piece adds to its weight."""
        return [(name, self.weights.evidence[name] * amount) for name, amount in candidate.evidence.items()]


def decide(
    candidates: Sequence[Candidate[V]],
    weights: Weights,
    key: Callable[[V], Hashable] = lambda value: value,
    shown: Callable[[V], str] = str,
) -> Decision[V]:
    """State the heaviest candidate, with a note where it or its margin is light; no fact where it is too light.

    Values with the same `key` are one value. `shown` writes a value into a note.
    """
    if not candidates:
        return Decision()
    weighed = [Weighed(candidate, weights.of(candidate)) for candidate in candidates]
    weighed.sort(key=attrgetter("weight"), reverse=True)  # of equal ones the first of the page stays first
    best, weight = weighed[0]
    ranked = tuple(weighed)
    if weight < weights.noted:
        return Decision(NOTHING, ranked, weights)
    doubt = best.doubt
    if not doubt and weight < weights.stated:
        doubt = _weak(best, weights)
    if not doubt:
        other = next((one for one in ranked[1:] if key(one.candidate.value) != key(best.value)), None)
        if other and other.weight > weight - weights.margin and other.weight >= weights.noted:
            doubt = f"may also be {shown(other.candidate.value)}"
    return Decision(Fact(best.value, best.basis, doubt), ranked, weights)


def _weak(candidate: Candidate[Any], weights: Weights) -> str:
    """What speaks most against a candidate, else that little speaks for it."""
    said = {name: weights.evidence[name] * amount for name, amount in candidate.evidence.items()}
    against = min(said, key=lambda name: said[name], default="")
    if against and said[against] < 0:
        return f"is uncertain: {against}"
    return f"rests on little: {max(said, key=lambda name: said[name])}"

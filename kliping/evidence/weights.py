"""What each piece of evidence for a fact weighs, and how much a candidate must weigh: kliping/data/evidence.

stated: 3        # a candidate of this weight is stated
noted: 1.5       # one of this weight is stated with a note; where the heaviest weighs less, the fact stays missing
margin: 1        # a candidate with another value must weigh so much less than the heaviest, or there is a note
evidence:
  published label: [2.5, the line says that its day is that of publication]
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from kliping.evidence.candidate import Candidate
from kliping.system.yaml import parse_yaml


@dataclass(frozen=True, slots=True)
class Weights:
    """The weights of one fact."""

    stated: float
    noted: float
    margin: float
    evidence: Mapping[str, float]
    reasons: Mapping[str, str]  # why each piece of evidence has its weight

    def of(self, candidate: Candidate[Any]) -> float:
        """What all the evidence of a candidate weighs. Raises KeyError for evidence that has no weight."""
        weights = self.evidence
        return sum([weights[name] * amount for name, amount in candidate.evidence.items()])


NO_WEIGHTS = Weights(0.0, 0.0, 0.0, {}, {})


@cache
def weights_of(fact: str) -> Weights:
    """The weights of a fact, by the name of its field."""
    data = parse_yaml(resources.files("kliping").joinpath(f"data/evidence/{fact}.yaml").read_bytes())
    evidence = data["evidence"]
    return Weights(
        float(data["stated"]),
        float(data["noted"]),
        float(data["margin"]),
        {name: float(weight) for name, (weight, *_) in evidence.items()},
        {name: ", ".join(map(str, reason)) for name, (_, *reason) in evidence.items()},  # it may hold commas
    )

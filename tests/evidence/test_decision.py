"""The heaviest candidate is stated, stated with a note, or not at all: by its weight and by its margin."""

from __future__ import annotations

import pytest

from kliping.article.fields import NOTHING, Fact
from kliping.evidence.candidate import Candidate
from kliping.evidence.decision import decide
from kliping.evidence.weights import Weights

WEIGHTS = Weights(2.0, 1.0, 0.5, {"label": 3.0, "place": 1.5, "button": -2.0}, {})


def candidate(value: str, *evidence: str, doubt: str | None = None) -> Candidate[str]:
    found = Candidate(value, "byline", doubt=doubt)
    found.add(*evidence)
    return found


def test_the_heaviest_candidate_is_stated_with_its_basis():
    decision = decide([candidate("Bagas", "place"), candidate("Galuh", "label")], WEIGHTS)
    assert decision.fact == Fact("Galuh", "byline")
    assert [(one.candidate.value, one.weight) for one in decision.ranked] == [("Galuh", 3.0), ("Bagas", 1.5)]


def test_a_light_candidate_is_stated_with_a_note_that_says_what_speaks_against_it():
    found = candidate("Galuh", "label", "button")
    assert decide([found], WEIGHTS).fact.doubt == "is uncertain: button"
    assert decide([candidate("Galuh", "place")], WEIGHTS).fact.doubt == "rests on little: place"


def test_one_that_is_too_light_leaves_the_fact_missing_and_is_still_told():
    decision = decide([candidate("Galuh", "place", "button")], WEIGHTS)
    assert decision.fact == NOTHING
    assert decision.ranked[0].candidate.value == "Galuh"


def test_without_candidates_there_is_no_fact():
    assert decide([], WEIGHTS).fact == NOTHING


def test_another_value_that_weighs_nearly_as_much_is_told_in_a_note():
    decision = decide([candidate("Galuh", "label"), candidate("Bagas", "label")], WEIGHTS)
    assert decision.fact == Fact("Galuh", "byline", "may also be Bagas")


def test_two_places_with_the_same_value_do_not_contradict_each_other():
    both = [candidate("Galuh", "label"), candidate("GALUH", "label")]
    assert decide(both, WEIGHTS, key=str.casefold).fact == Fact("Galuh", "byline")


def test_what_a_candidate_doubts_of_itself_is_noted_however_heavy_it_is():
    found = candidate("Galuh", "label", doubt="printed Senin 3 Juni 2024 was a Rabu")
    assert decide([found], WEIGHTS).fact.doubt == found.doubt


def test_evidence_that_has_no_weight_is_a_mistake_of_the_code():
    with pytest.raises(KeyError):
        decide([candidate("Galuh", "moon")], WEIGHTS)


def test_the_shares_of_the_evidence_add_up_to_the_weight():
    decision = decide([candidate("Galuh", "label", "button")], WEIGHTS)
    (best,) = decision.ranked
    assert dict(decision.shares(best.candidate)) == {"label": 3.0, "button": -2.0}

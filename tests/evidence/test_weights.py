"""The weights are data: each piece of evidence that the code finds has a weight and a reason, and no other has."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from kliping.evidence.weights import weights_of
from kliping.locale.doubts import in_indonesian
from tests.conftest import ROOT

FACTS = sorted(path.stem for path in (ROOT / "kliping/data/evidence").glob("*.yaml"))


def strings() -> set[str]:
    """Every text that stands in the code."""
    trees = (ast.parse(path.read_text("utf-8")) for path in Path(ROOT / "kliping").rglob("*.py"))
    nodes = (node for tree in trees for node in ast.walk(tree))
    return {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}


@pytest.mark.parametrize("fact", FACTS)
def test_every_piece_of_evidence_has_a_reason_and_is_found_by_the_code(fact):
    weights, found = weights_of(fact), strings()
    assert [name for name, reason in weights.reasons.items() if len(reason.split()) < 2] == []
    assert [name for name in weights.evidence if name not in found] == []


@pytest.mark.parametrize("fact", FACTS)
def test_a_note_asks_for_less_weight_than_a_fact_without_one(fact):
    weights = weights_of(fact)
    assert weights.noted < weights.stated
    assert weights.margin >= 0


@pytest.mark.parametrize("fact", FACTS)
def test_every_piece_of_evidence_is_told_in_indonesian_where_a_note_names_it(fact):
    for name, weight in weights_of(fact).evidence.items():
        note = f"{'is uncertain' if weight < 0 else 'rests on little'}: {name}"
        assert name not in in_indonesian(note), note

"""How alike two texts are, and which of many are worth comparing."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from kliping.duplicates.lsh import Neighbours
from kliping.duplicates.minhash import Likeness, Sketch, unpacked
from tests.saves import LEAD, TEXT

words = st.lists(
    st.sampled_from("gudang melati surat suara lipat petugas Rara Tono 12 40 pagi sore kotak".split()), max_size=60
)
bodies = st.lists(words.map(lambda found: " ".join(found).capitalize() + "."), max_size=6)


def test_a_sentence_that_is_only_added_contests_nothing():
    short = Sketch.of(["Rara Contoh membuka pintu. Tono Teladan menutup jendela."])
    long = Sketch.of(["Rara Contoh lalu lekas membuka pintu lebar-lebar pada pagi yang cerah itu."])
    other = Sketch.of(["Wira Contoh lalu lekas membuka pintu lebar-lebar pada pagi yang cerah itu."])
    assert Likeness(short, long).contested == 0
    assert Likeness(short, other).contested == 1


def test_a_last_sentence_that_is_cut_off_contests_nothing():
    assert Likeness(Sketch.of([LEAD, *TEXT[:7], TEXT[7][:20]]), Sketch.of([LEAD, *TEXT])).contested == 0
    assert Likeness(Sketch.of([LEAD, *TEXT[:7], TEXT[7][:20] + "."]), Sketch.of([LEAD, *TEXT])).contested > 0


@given(bodies, bodies)
def test_likeness_is_the_same_both_ways_lies_between_0_and_1_and_survives_packing(one, other):
    first, second = Sketch.of(one), Sketch.of(other)
    assert unpacked(first.packed()) == first
    there, back = Likeness(first, second), Likeness(second, first)
    for part in ("jaccard", "shared", "filled", "renamed", "contested", "contained", "length"):
        assert getattr(there, part) == getattr(back, part)
        assert 0 <= getattr(there, part) <= 1


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 60), st.randoms(use_true_random=False))
def test_the_estimate_is_near_the_share_of_runs_that_two_texts_have_in_common(changed, choice):
    one = [f"kata{choice.randrange(10**6)}" for _ in range(240)]
    other = [f"lain{choice.randrange(10**6)}" if k < 4 * changed else word for k, word in enumerate(one)]
    runs = [set(zip(*(text[k:] for k in range(4)), strict=False)) for text in (one, other)]
    true = len(runs[0] & runs[1]) / len(runs[0] | runs[1])
    assert abs(Likeness(Sketch.of([" ".join(one)]), Sketch.of([" ".join(other)])).jaccard - true) < 0.2


def test_what_many_share_is_remembered_of_a_few_and_those_that_share_most_come_first():
    neighbours: Neighbours[int] = Neighbours()
    for k in range(1000):
        neighbours.add(k, ["all", ("one", k), ("ten", k // 10)])
    assert neighbours.of(["all"]) == [0, 1, 2, 3, 4]
    assert neighbours.of(["all", ("ten", 77), ("one", 772)])[0] == 772
    assert len(neighbours.of([("ten", k) for k in range(100)])) < 10

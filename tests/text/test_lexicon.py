"""Words and phrases looked up in a text: capitals where they matter, word bounds, the longest of an owner."""

from __future__ import annotations

import pytest

from kliping.text.lexicon import Lexicon, tokens


def met(lexicon: Lexicon, text: str) -> list[tuple[str, str]]:
    return [(hit.owner, hit.phrase) for hit in lexicon.hits(tokens(text))]


@pytest.mark.parametrize("acronym", ["CAT", "MS", "PPS", "RAB"])
def test_a_word_of_capitals_is_met_only_in_capitals(acronym):
    lexicon = Lexicon([("a", acronym)])
    assert met(lexicon, f"tes {acronym} digelar") == [("a", acronym)]
    assert met(lexicon, f"tes {acronym.lower()} digelar") == []
    assert met(lexicon, f"tes {acronym.title()} digelar") == []


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("pemungutan suara", "PEMUNGUTAN SUARA"),
        ("pemungutan suara", "Pemungutan-suara digelar"),
        ("visi-misi", "menyampaikan visi, misi, dan program"),
        ("Silon", "lewat silon"),
        ("C.Hasil", "formulir C Hasil"),
        ("Pramono-Rano", "pasangan Pramono-Rano menang"),
        ("KPU DKI", "Ketua KPU DKI Jakarta"),
        ("TPS khusus", "membuka TPS Khusus"),
    ],
)
def test_a_phrase_is_met_in_any_case_and_with_any_sign_between_its_words(phrase, text):
    assert met(Lexicon([("a", phrase)]), text) == [("a", phrase)]


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("debat", "perdebatan debatnya"),
        ("CAT", "CATATAN"),
        ("KPU DKI", "Kpu dki"),
        ("pemungutan suara", "pemungutan dan penghitungan suara"),
        ("TPS khusus", "tps khusus"),
    ],
)
def test_a_phrase_is_met_at_word_bounds_only(phrase, text):
    assert met(Lexicon([("a", phrase)]), text) == []


def test_of_the_phrases_of_one_owner_at_one_word_the_longest_counts():
    lexicon = Lexicon([("psu", "suara ulang"), ("a", "suara"), ("a", "suara ulang"), ("b", "suara")])
    assert sorted(met(lexicon, "suara ulang")) == [("a", "suara ulang"), ("b", "suara"), ("psu", "suara ulang")]


def test_a_longer_phrase_that_breaks_off_leaves_the_shorter_one():
    lexicon = Lexicon([("a", "pemungutan suara"), ("a", "pemungutan suara ulang")])
    assert met(lexicon, "pemungutan suara berjalan") == [("a", "pemungutan suara")]
    assert met(lexicon, "hari pemungutan suara") == [("a", "pemungutan suara")]


def test_a_hit_tells_the_words_it_covers():
    (hit,) = Lexicon([("a", "kotak suara")]).hits(tokens("Petugas, kotak suara, gudang"))
    assert (hit.start, hit.end) == (1, 3)


def test_a_phrase_without_a_word_is_never_met():
    assert met(Lexicon([("a", "..."), ("b", "")]), "... suara") == []

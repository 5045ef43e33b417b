"""Lines known by their words: whole, by their beginning, whatever bullets and counts stand around them."""

from __future__ import annotations

import pytest

from kliping.outlets.vocabulary import generic_words
from kliping.text.phrases import Phrases, normalise

WORDS = generic_words()

KNOWN = Phrases(
    [
        ("related", "baca juga*"),
        ("advert", "baca juga promo*"),
        ("related", "berita terkait"),
        ("advert", "banner *"),
        ("navigation", "beranda /*"),
        ("navigation", "a a a"),
        ("comments", "komentar"),
        ("share", "bagikan ke :"),
        ("site", "bang jaki +indeks"),
        ("video", "[gambas*"),
    ]
)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Baca Juga", "related"),
        ("BACA JUGA:JUDUL LAIN", "related"),
        ("Baca juga : Judul Lain", "related"),
        ("• Baca juga: Judul Lain", "related"),
        ("(Baca juga: Judul Lain)", "related"),
        ("Baca Juga Promo Hari Ini", "advert"),  # of two beginnings the longer one counts
        ("Berita Terkait", "related"),
        ("BERITA TERKAIT :", "related"),
        ("banner 468x60", "advert"),
        ("Beranda / Berita / Nasional", "navigation"),
        ("A A A", "navigation"),
        ("Komentar", "comments"),
        ("Komentar (3)", "comments"),
        ("Komentar 12", "comments"),
        ("Bagikan ke :", "share"),
        ("BANG JAKI +indeks", "site"),
        ("[Gambas:Video 20detik]", "video"),
    ],
)
def test_a_known_line_has_its_kind(line, kind):
    assert KNOWN.kind(line) == kind


@pytest.mark.parametrize(
    "line",
    [
        "Baca juganya",  # a beginning ends at a word's end
        "Berita terkait pemilu digelar",  # a whole phrase meets only itself
        "Komentar 3 orang warga",
        "Bannernya roboh",
        "Warga baca juga aturannya",
        "",
        "...",
    ],
)
def test_a_line_that_only_resembles_a_phrase_is_unknown(line):
    assert KNOWN.kind(line) is None


def test_no_phrases_know_no_line():
    assert Phrases([]).kind("Baca juga") is None


@pytest.mark.parametrize(
    ("line", "text"), [("▪ Baca Juga :", "baca juga"), ("BERITA TERKAIT…", "berita terkait"), ("---", "")]
)
def test_lines_are_compared_in_small_letters_without_signs_at_the_ends(line, text):
    assert normalise(line) == text


@pytest.mark.parametrize("kinds", [WORDS.noise, WORDS.ends])
def test_every_phrase_of_the_generic_words_is_met_by_a_line_that_prints_it(kinds):
    known = Phrases(kinds)
    lines = [phrase.removesuffix("*") for _, phrase in kinds]
    assert [line for line in lines if not known.kind(line)] == []
    assert [line for line in lines if not known.kind(f"• {line.upper()}")] == []
    counted = [phrase for _, phrase in kinds if phrase[-1].isalnum()]
    assert [line for line in counted if not known.kind(f"{line} (12)")] == []


@pytest.mark.parametrize("phrase", ["a", "ab", "abc"])
def test_a_phrase_of_few_letters_is_known_too(phrase):
    known = Phrases([("share", phrase)])
    assert [known.kind(text) for text in (phrase, f"{phrase}.", f"{phrase} 2024 :")] == ["share"] * 3
    assert known.kind("zz") is None

"""Mentions: a phrase of the calendars counts where it stands for itself, and carries what is said beside it."""

from __future__ import annotations

import pytest

from kliping.elections.calendars import Calendars
from kliping.elections.mentions import ArticleText, Mention, find_mentions, weights
from tests.conftest import PROJECT

OURS = Calendars.load(PROJECT / "content/elections")


def met(title: str, lead: str = "", rest: str = "") -> list[Mention]:
    return find_mentions(ArticleText(title, lead, rest, None, frozenset()), OURS.lexicon)


def phrases(text: str, role: str) -> list[str]:
    return [mention.phrase for mention in met(text) if mention.role == role]


def name(text: str) -> Mention:
    (found,) = [mention for mention in met(text) if mention.role == "names"]
    return found


@pytest.mark.parametrize(
    ("text", "role", "kept"),
    [
        ("Komisi Pemilihan Umum", "names", []),  # a counter of every election
        ("Komisi Pemilihan Umum dan Pemilu", "names", ["Pemilu"]),
        ("Pilkada Serentak", "names", ["Pilkada Serentak"]),  # the longer name alone
        ("pemilihan rektor", "names", []),
        ("KPU Bea Cukai", "sign", []),
        ("KPU Bea Cukai", "other", ["KPU Bea Cukai"]),
        ("Menteng Jakarta Pusat", "places", []),
        ("Jakarta Pusat", "places", ["Jakarta Pusat"]),
        ("jadwal debat", "background", []),  # a counter of one stage is a term of another
        ("jadwal debat", "term", ["debat"]),
        ("Pilpres AS", "other", ["Pilpres AS"]),
        ("Pilpres AS", "names", []),
        ("Pilpres di AS", "names", ["Pilpres"]),  # the country must follow at once
    ],
)
def test_a_phrase_counts_unless_a_longer_one_around_it_means_something_else(text, role, kept):
    assert phrases(text, role) == kept


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("Pilkada 2024", 2024),
        ("Pilkada Serentak Tahun 2024", 2024),
        ("Pilkada Provinsi DKI Jakarta Tahun 2024", 2024),
        ("Pilkada pada 2024", None),
        ("Pilkada 27 November 2024", None),
        ("Pilkada November 2024", None),
        ("Pilkada UU 10 Tahun 2016", None),
        ("Pilkada APBD 2023", None),
        ("Pilkada digelar 2024", None),
        ("Pilkada 1999999", None),
    ],
)
def test_a_name_carries_the_year_it_is_called_by_and_no_other(text, year):
    assert name(text).year == year


def test_a_name_that_looks_back_is_known():
    assert name("pada Pilkada kemarin").remembered
    assert name("Pilkada 2024 yang lalu").remembered
    assert not name("Pilkada digelar bersama di Bandung kemarin").remembered  # too far behind it


@pytest.mark.parametrize(
    ("text", "venue"),
    [
        ("kata ketua di Jakarta Pusat, Senin (3/6)", True),
        ("di Jakarta Pusat, Jumat", True),
        ("di Jakarta Pusat (3/6)", True),
        ("di Jakarta Pusat digelar", False),
        ("di Jakarta Pusat 45 67", False),
    ],
)
def test_a_place_with_a_day_behind_it_is_where_somebody_spoke(text, venue):
    (place,) = {mention for mention in met(text) if mention.role == "places"}
    assert place.venue is venue


def test_each_mention_knows_its_part_and_the_first_paragraph_stands_in_for_a_headline():
    assert [m.zone for m in met("Pilkada", "Pilkada", "Pilkada. Pilkada.") if m.role == "names"] == [0, 1, 2, 2]
    assert [m.zone for m in met("", "Pilkada\nPemilu") if m.role == "names"] == [0, 1, 1]


def test_a_phrase_weighs_once_in_headline_and_lead_and_no_more_than_three_times_below():
    assert weights(m for m in met("Pilkada. Pilkada.", "Pilkada.", "Pilkada. " * 9) if m.role == "names") == {
        "Pilkada": 4 + 2 + 3
    }


@pytest.mark.parametrize(
    ("text", "role", "kept"),
    [
        ("regional head elections of the KPU", "names", ["regional head elections"]),
        ("regional head elections", "names", []),  # of any country
        ("regional head elections in Indonesia", "names", ["regional head elections"]),
        ("General Elections Commission", "names", []),
        ("General Elections Commission", "sign", ["General Elections Commission"]),
        ("Malaysia's 2025 general election, KPU", "names", []),
        ("Malaysia's 2025 general election, KPU", "other", ["general election"]),
        ("general election in the Philippines, KPU", "other", ["general election"]),
    ],
)
def test_an_english_name_counts_at_home_alone(text, role, kept):
    assert phrases(text, role) == kept


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("the 2024 regional elections", 2024),
        ("the regional elections 2024", 2024),
        ("on November 7, 2024 regional elections", None),
        ("on 7 November 2024 regional elections", None),
        ("in 37 provinces regional elections", None),
    ],
)
def test_the_year_of_an_english_name_stands_before_or_behind_it(text, year):
    assert name(f"KPU: {text} were held").year == year


def test_of_the_lines_beside_a_text_the_names_of_elections_count_alone():
    text = ArticleText("Judul", "Naskah.", "", None, frozenset(), beside="Pilkada 2024\nKPU melipat surat suara")
    assert [(m.role, m.phrase) for m in find_mentions(text, OURS.lexicon)] == [("names", "Pilkada")]

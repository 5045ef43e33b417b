"""What counts as right, missing, noted and a lie; and the figures made of it."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from benchmarks.facts import Judged, misses
from benchmarks.facts.gold import FACTS, Gold
from benchmarks.facts.judge import Outcome, Verdict, judge
from benchmarks.facts.table import right

DAY = datetime.date(2024, 11, 20)
GOLD = Gold("Gudang Kenari Penuh", DAY, "byline", False, ("Wasis Kalalo",), (), 1204, "Suluh Nagari", "suluhnagari.id")
PAGE = "Gudang Kenari Penuh\nPenulis: Wasis Kalalo\nKenari, suluhnagari.id - Gudang itu penuh."
ALL_RIGHT = {
    "title": "Gudang Kenari Penuh",
    "date": DAY,
    "reporter": "WASIS KALALO",
    "editor": None,
    "views": 1204,
    "source": "suluhnagari.id",
    "outlet": "suluhnagari.id",
    "review": [],
}


def verdict(fact: str, gold: Gold = GOLD, page: str = PAGE, **values: Any) -> Verdict:
    (found,) = (one for one in judge(gold, ALL_RIGHT | values, page) if one.fact == fact)
    return found


def outcome(fact: str, gold: Gold = GOLD, page: str = PAGE, **values: Any) -> Outcome:
    return verdict(fact, gold, page, **values).outcome


def gold(**facts: Any) -> Gold:
    return Gold(**{key: getattr(GOLD, key) for key in Gold.__slots__} | facts)


def test_every_fact_is_judged_once_and_right_where_it_says_what_the_label_says() -> None:
    found = judge(GOLD, ALL_RIGHT, PAGE)
    assert [one.fact for one in found] == list(FACTS)
    assert all(one.right for one in found)
    assert [one.fact for one in found if not one.asked] == ["editor"]


def test_a_wrong_fact_is_a_lie_without_a_note_that_begins_with_its_name() -> None:
    assert outcome("reporter", reporter="Muat Lainnya") is Outcome.LIE
    assert outcome("reporter", reporter="Muat Lainnya", review=["date: odd", "the reporter: odd"]) is Outcome.LIE
    assert outcome("reporter", reporter="Muat Lainnya", review=["reporter: no credit"]) is Outcome.NOTED
    assert outcome("reporter", reporter=None) is Outcome.MISSING


def test_what_a_page_does_not_state_must_be_null() -> None:
    assert outcome("editor", editor="Bagikan") is Outcome.LIE
    assert outcome("views", gold(views=None), views=0) is Outcome.LIE
    assert not verdict("editor", editor="Bagikan").asked


def test_names_count_in_any_order_and_all_of_them_must_be_there() -> None:
    two = gold(reporter=("Wasis Kalalo", "Tiur Lasut"))
    assert outcome("reporter", two, reporter=["Tiur Lasut", "Wasis Kalalo"]) is Outcome.RIGHT
    assert outcome("reporter", two, reporter="Tiur Lasut") is Outcome.LIE
    assert outcome("reporter", reporter=["Wasis Kalalo", "Masuk"]) is Outcome.LIE


@pytest.mark.parametrize(
    ("basis", "day", "wanted"),
    [
        ("byline", 21, Outcome.LIE),
        ("dateline", 22, Outcome.RIGHT),
        ("inferred", 18, Outcome.RIGHT),
        ("dateline", 23, Outcome.LIE),
        ("dateline", None, Outcome.MISSING),
        ("url", None, Outcome.RIGHT),
        ("none", None, Outcome.RIGHT),
        ("none", 20, Outcome.LIE),
    ],
)
def test_a_day_of_the_publication_line_is_exact_and_one_of_the_text_may_be_two_off(
    basis: str, day: int | None, wanted: Outcome
) -> None:
    given = day and datetime.date(2024, 11, day)
    assert outcome("date", gold(date_basis=basis), date=given) is wanted


def test_null_is_right_for_a_day_that_may_be_left_out() -> None:
    assert outcome("date", gold(date_basis="dateline", date_or_null=True), date=None) is Outcome.RIGHT


def test_name_or_domain_of_the_outlet_is_right_and_it_is_asked_for_only_where_it_is_printed() -> None:
    assert outcome("source", source="Suluh Nagari", outlet=None) is Outcome.RIGHT
    assert outcome("source", source="Kompas.com", outlet="kompas.com") is Outcome.LIE
    assert outcome("source", source=None, outlet=None) is Outcome.MISSING
    assert outcome("source", page="Gudang itu penuh.", source=None, outlet=None) is Outcome.RIGHT
    assert outcome("source", page="Gudang itu penuh.", source="Kompas.com", outlet=None) is Outcome.LIE


def test_a_page_refused_misses_all_it_states_and_its_day() -> None:
    found = {one.fact: one.outcome for one in judge(GOLD, {}, PAGE)}
    assert found.pop("editor") is Outcome.RIGHT
    assert set(found.values()) == {Outcome.MISSING}
    assert judge(gold(date=None, date_basis="none"), {}, PAGE)[1].outcome is Outcome.MISSING


def test_a_fact_that_is_not_sure_is_not_judged() -> None:
    found = judge(gold(unsure=frozenset({"views", "date"})), ALL_RIGHT, PAGE)
    assert [one.fact for one in found] == ["title", "reporter", "editor", "source"]


def test_the_share_right_is_of_the_texts_that_state_the_fact() -> None:
    wrong = judge(GOLD, ALL_RIGHT | {"reporter": None, "editor": "Masuk"}, PAGE)
    both = [Judged("a.txt", (), tuple(found), True) for found in (judge(GOLD, ALL_RIGHT, PAGE), wrong)]
    assert right(both, "reporter") == 0.5
    assert right(both, "title") == 1
    assert right(both, "editor") is None
    assert [*misses(both)] == [
        "a.txt reporter: wanted Wasis Kalalo, got nothing (missing)",
        "a.txt editor: wanted nothing, got Masuk (lie)",
    ]

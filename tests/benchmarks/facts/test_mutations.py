"""Mutations change a text and its facts together, and no more of either than they say."""

from __future__ import annotations

import re
from random import Random

import pytest

from benchmarks.facts.draft import Draft, Mutation, whole
from benchmarks.facts.gold import Gold
from benchmarks.facts.judge import said
from benchmarks.facts.mutations import FAMILIES, MUTATIONS, NAMES, Variant, variants
from benchmarks.facts.mutations.dateline import dateline_of
from benchmarks.facts.pages import LabelledPage, of_tests
from tests.write_pages import PAGES

FOUND = of_tests(PAGES)
MADE = [*variants(FOUND, 600, 3)]
BY_NAME = {mutation.name: mutation for mutation in MUTATIONS}


def rng(seed: int | str = 1) -> Random:
    return Random(seed)  # noqa: S311 - no secret


def made_by(name: str) -> list[Variant]:
    return [one for one in MADE if name in one.mutations]


def with_family(which: int) -> list[Variant]:
    names = {mutation.name for mutation in FAMILIES[which]}
    return [one for one in MADE if names.intersection(one.mutations)]


def test_every_page_of_the_tests_has_a_body_and_a_headline_where_its_label_says() -> None:
    assert len(FOUND) > 80
    for page in FOUND:
        labels = {line.label for line in page.lines}
        assert "B" in labels, page.name
        assert ("T" in labels) == bool(page.gold.title) or "title" in page.line_gold.unsure, page.name


def test_the_same_seed_gives_the_same_variants_and_another_seed_gives_others() -> None:
    def texts(count: int, seed: int) -> list[str]:
        return [one.text for one in variants(FOUND, count, seed)]

    first = texts(120, 3)
    assert first == [one.text for one in MADE[:120]]
    assert len(set(first)) == 120
    assert len(set(first) & set(texts(120, 4))) < 5


def test_every_mutation_fits_some_page_of_the_tests() -> None:
    assert {*NAMES} - {name for one in MADE for name in one.mutations} == set()
    assert len({*NAMES}) == len(NAMES)


@pytest.mark.parametrize("one", MADE[::5], ids=lambda one: f"{one.page.name}: {', '.join(one.mutations)}")
def test_a_variant_still_prints_what_its_labels_say(one: Variant) -> None:
    gold, text = one.gold, said(one.text)
    if gold.title and "title" not in gold.unsure:
        assert said(gold.title) in text
    for fact in ("reporter", "editor"):
        assert all(said(name) in text for name in getattr(gold, fact) if fact not in gold.unsure)
    if gold.views is not None and "views" not in gold.unsure:
        assert re.search(rf"(?<!\d){gold.views}(?!\d)", re.sub(r"(?<=\d)[.,](?=\d{3})", "", one.text))
    if one.has_new_outlet and "headline: removed" not in one.mutations:  # which takes all above the text with it
        assert said(gold.outlet or "") in text or said(gold.domain or "") in text


def test_other_names_of_persons_leave_nothing_of_the_old_ones() -> None:
    for one in with_family(0):
        old, new = one.page.line_gold, one.gold
        if "place: other name" in one.mutations or "outlet behind the reporter" in one.mutations:
            continue
        for name in {*old.reporter, *old.editor} - {*new.reporter, *new.editor}:
            assert not whole(name).search(one.text), one.mutations


def test_a_name_in_the_headline_is_changed_in_the_text_and_in_the_label() -> None:
    lines = of_story("Ambon Bersolek", "AMBON, Suluh Nagari - Warga Ambon menyapu.", "Kantor di Ambon tutup.")
    draft = Draft(lines.lines, Gold("Ambon Bersolek", outlet="Suluh Nagari"))
    assert BY_NAME["place: other name"].change(draft, rng())
    assert "ambon" not in draft.text.casefold()
    assert draft.gold.title == draft.lines[0].text != "Ambon Bersolek"


def test_a_new_outlet_leaves_nothing_of_the_old_one() -> None:
    changed = [one for one in MADE if one.has_new_outlet and one.page.gold.domain]
    assert len(changed) > 60
    for one in changed:
        assert str(one.page.gold.domain) not in one.text.casefold(), one.mutations


def test_a_byline_that_depends_on_the_outlet_is_not_judged_when_the_outlet_changes() -> None:
    draft = of_story("Gudang Penuh", "Wasis Kalalo", "Kenari, Suluh Nagari - Gudang itu penuh.")
    draft.lines[1] = draft.lines[1]._replace(label="M")
    draft.gold = Gold("Gudang Penuh", reporter=("Wasis Kalalo",), outlet="Suluh Nagari", domain="suluhnagari.id")
    assert BY_NAME["outlet renamed"].change(draft, rng())
    assert draft.gold.unsure == {"reporter", "editor"}


def test_a_publication_line_that_is_added_makes_the_day_exact() -> None:
    for one in made_by("date: nothing beside"):
        assert one.gold.date_basis == "byline"
        assert one.gold.date


def test_a_removed_headline_is_no_headline_and_nothing_like_it_stands_above_the_text() -> None:
    page = next(page for page in FOUND if page.name.startswith("kompas.com/") and page.name.endswith(".txt"))
    draft = Draft([*page.lines], page.line_gold)
    assert BY_NAME["headline: removed"].change(draft, rng())
    assert draft.gold.title is None
    assert {line.label for line in draft.lines[: draft.start]} <= {"M", "."}


@pytest.mark.parametrize("mutation", [*FAMILIES[4], *FAMILIES[5], *FAMILIES[6]], ids=lambda mutation: mutation.name)
def test_what_stands_around_an_article_changes_no_fact(mutation: Mutation) -> None:
    changed = 0
    for page in FOUND:
        draft = Draft([*page.lines], page.line_gold)
        if mutation.change(draft, rng(page.name)):
            changed += 1
            assert draft.gold == page.line_gold
            assert draft.text != Draft([*page.lines], page.line_gold).text
    assert changed > 5


def test_wrapped_lines_hold_the_same_words() -> None:
    page = FOUND[0]
    draft = Draft([*page.lines], page.line_gold)
    assert BY_NAME["layout: hard-wrapped"].change(draft, rng())
    assert draft.text.split() == "\n".join(line.text for line in page.lines).split()
    assert max(len(line.text) for line in draft.lines) < 80


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("AMBON, Suluh.id – Gudang penuh", "AMBON, Suluh.id"),
        ("Ambon (Suluh Nagari)- Gudang penuh", "Ambon (Suluh Nagari)"),
        ("SULUH.ID –Gudang penuh", "SULUH.ID"),
        ("Suluh | Ambon -- Gudang penuh", "Suluh | Ambon"),
        ("Warga yang datang - mereka lapar - pulang", ""),
        ("Pasangan Wasis-Tiur menang", ""),
    ],
)
def test_a_dateline_is_what_stands_before_a_dash_and_could_be_names(text: str, line: str) -> None:
    assert dateline_of(text)[0] == line


def of_story(*texts: str) -> Draft:
    """A headline and paragraphs."""
    draft = Draft([], Gold())
    draft.insert(0, texts, "B")
    draft.lines[0] = draft.lines[0]._replace(label="T")
    return draft


def test_pages_without_a_known_body_give_no_variants() -> None:
    page = LabelledPage("a.txt", b"", Gold(), (), Gold())
    assert [*variants([page], 5, 1)] == []

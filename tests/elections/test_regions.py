"""Indonesia's regions: all of them, found as people write them, and the phrases by which a story plays in one."""

from __future__ import annotations

from collections import Counter

import pytest

from kliping.elections.offices import OFFICES, office_of
from kliping.elections.regions import find, is_named, like, regions, words_of


def titles(text: str, kind: str | None = None) -> list[str]:
    return [region.title for region in find(text, kind)]


def words(text: str, election: str):
    office = office_of(election)
    (region,) = find(text, office and office.kind)
    return words_of(region, office)


def test_there_are_38_provinces_416_kabupaten_and_98_kota():
    assert Counter(region.kind for region in regions()) == {"provinsi": 38, "kabupaten": 416, "kota": 98}


def test_no_two_regions_of_one_kind_share_a_name():
    names = [(region.kind, name.casefold()) for region in regions() for name in region.names]
    assert [name for name, count in Counter(names).items() if count > 1] == []


@pytest.mark.parametrize(
    ("text", "kind", "found"),
    [
        ("Jawa Barat", None, ["Jawa Barat"]),
        ("provinsi JABAR", None, ["Jawa Barat"]),
        ("Kab. Bandung", None, ["Kabupaten Bandung"]),
        ("Kota Bandung", "kabupaten", ["Kota Bandung"]),
        ("Bandung", None, ["Kabupaten Bandung", "Kota Bandung"]),
        ("Bandung", "kota", ["Kota Bandung"]),
        ("Tangsel", None, ["Kota Tangerang Selatan"]),
        ("Jambi", "provinsi", ["Jambi"]),
        ("Kotamobagu", None, ["Kota Kotamobagu"]),
        ("Provinsi Bandung", None, []),
        ("Indonesia", None, []),
        ("", None, []),
    ],
)
def test_a_region_is_found_as_people_write_it(text, kind, found):
    assert titles(text, kind) == found


def test_the_region_most_like_a_slip_is_offered():
    assert like("Jawa Brat") == ["Jawa Barat"]
    assert like("Xyzzy") == []


def test_a_province_is_told_by_its_names_its_kabupaten_and_kota_and_their_seats():
    jabar = words("Jawa Barat", "pilgub-jabar-2024")
    assert {"Jawa Barat", "Jabar", "KPU Jabar", "Pilgub Jawa Barat", "Garut", "Bandung", "Soreang"} <= set(jabar.places)
    assert {"Jawa Tengah", "Jateng", "Semarang", "KPU Jakarta", "KPU RI"} <= set(jabar.elsewhere)


def test_votes_of_other_offices_in_the_same_province_are_elsewhere_for_the_governors():
    jabar = words("Jawa Barat", "pilgub-jabar-2024")
    assert {"Pilkada Garut", "Pilbup Garut", "Bupati Garut", "Pilwalkot", "calon bupati"} <= set(jabar.elsewhere)
    every = words("Jawa Barat", "pilkada-jabar-2024")
    assert {"Pilkada Garut", "Pilbup Garut", "Bupati Garut"} <= set(every.places)
    assert "calon bupati" not in every.elsewhere


def test_a_name_that_a_kabupaten_and_a_kota_share_counts_only_with_its_kind_or_office():
    bandung = words("Kabupaten Bandung", "pilbup-bandung-2024")
    assert {"Kabupaten Bandung", "Bupati Bandung", "Pilbup Bandung"} <= set(bandung.places)
    assert {"Bandung", "KPU Bandung"}.isdisjoint({*bandung.places, *bandung.elsewhere})
    assert {"Kota Bandung", "Bupati Bandung Barat", "Kabupaten Bandung Barat"} <= set(bandung.elsewhere)


def test_the_province_around_speaks_neither_for_a_kota_nor_against_it_but_its_offices_do():
    surabaya = words("Kota Surabaya", "pilwali-surabaya-2024")
    assert {"Jawa Timur", "Jatim"}.isdisjoint({*surabaya.places, *surabaya.elsewhere})
    assert {"KPU Jatim", "Pilgub Jawa Timur", "Sidoarjo"} <= set(surabaya.elsewhere)
    assert "Bangka Belitung" in words("Kabupaten Bangka", "pilbup-bangka-2024").counter


def test_a_name_that_is_an_everyday_word_needs_an_office_before_it_or_capitals():
    banten = words("Banten", "pilgub-banten-2024")
    assert "Serang" not in banten.places
    assert {"KPU Serang", "Kota Serang"} <= set(banten.places)
    medan = words("Medan", "pilwalkot-medan-2024")
    assert "Medan" not in medan.places
    assert {"MEDAN", "KPU Medan", "Pilkada Medan"} <= set(medan.places)
    assert "Jakarta" not in words("Bali", "pilgub-bali-2024").elsewhere


def test_nothing_speaks_for_a_region_and_against_it():
    for region in regions():
        for office in (None, region.office):
            found = words_of(region, office)
            assert found.places, region.title
            assert set(found.places).isdisjoint({*found.elsewhere, *found.counter}), region.title


def test_a_text_that_names_any_region_is_told_from_one_that_names_none():
    assert is_named("Putusan atas hasil pemungutan suara ulang Kota Banjarbaru")
    assert not is_named("Serangkaian debat publik pasangan calon")


def test_each_office_keeps_its_own_words_and_lets_those_of_the_others_go():
    names = (
        "Pilkada",
        "Pilgub",
        "Pilbup",
        "Pilwali",
        "Pemilihan Walikota",
        "cabup",
        "sertijab bupati",
        "pelantikan gubernur",
    )
    kept = {office.short: office.own(names) for office in OFFICES}
    assert kept == {
        "Pilgub": ("Pilkada", "Pilgub", "pelantikan gubernur"),
        "Pilbup": ("Pilkada", "Pilbup", "cabup", "sertijab bupati"),
        "Pilwalkot": ("Pilkada", "Pilwali", "Pemilihan Walikota"),
    }

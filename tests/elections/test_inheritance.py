"""A file with `parent` takes what it leaves out from there and from its region; a wrong parent is named, the rest works."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from kliping.elections.calendars import Calendars

KINDS = """
stages:
  - {id: kampanye, name: Pelaksanaan Kampanye, terms: [kampanye]}
  - {id: pemungutan, name: Pemungutan Suara, terms: [pencoblosan]}
  - {id: pelantikan, name: Pelantikan, terms: [pelantikan]}
"""
WHOLE = """
id: pilkada-2030
name: Pemilihan Kepala Daerah 2030
year: 2030
region: Indonesia
voting_day: 2030-06-12
since: 2029-01-01
legal_basis: [PKPU 1/2030]
names: [Pilkada, Pilgub, Pilbup, Pemilihan Bupati]
places: []
candidates: [Ani Contoh]
marks: [cagub, cabup, kepala daerah terpilih]
counter: [Pilkada Desa]
outlets: [desa.example]
stages:
  - id: kampanye
    windows: [{start: 2030-05-01, end: 2030-06-08, basis: PKPU 1/2030}]
    note: Di Garut dipakai 220 petugas.
  - id: pemungutan
    windows: [{start: 2030-06-12, end: 2030-06-12, basis: PKPU 1/2030}]
events:
  - {date: 2030-06-12, name: Hari pemungutan suara, basis: PKPU 1/2030}
  - {date: 2030-07-01, name: Putusan tentang Kota Banjarbaru, basis: media}
notes: [Catatan tentang seluruh negeri.]
"""
PART = """
id: pilgub-jabar-2030
name: Pemilihan Gubernur Jawa Barat 2030
parent: pilkada-2030
region: Jawa Barat
"""


def load(folder: Path, *elections: str) -> Calendars:
    (folder / "tahapan.yaml").write_text(KINDS, encoding="utf-8")
    for i, text in enumerate(elections):
        (folder / f"{chr(97 + i)}.yaml").write_text(text, encoding="utf-8")
    return Calendars.load(folder)


def test_a_part_has_year_day_rules_stages_and_key_dates_of_the_whole(tmp_path):
    found = load(tmp_path, WHOLE, PART)
    whole, part = found.elections["pilkada-2030"], found.elections["pilgub-jabar-2030"]
    assert found.problems == []
    assert (part.year, part.voting_day, part.legal_basis) == (2030, datetime.date(2030, 6, 12), ("PKPU 1/2030",))
    assert [stage.windows for stage in part.stages] == [stage.windows for stage in whole.stages]
    assert (part.counter, part.parent, part.short) == (("Pilkada Desa",), "pilkada-2030", part.name)


def test_prose_and_what_belongs_to_one_place_is_not_inherited(tmp_path):
    part = load(tmp_path, WHOLE, PART).elections["pilgub-jabar-2030"]
    assert [event.name for event in part.events] == ["Hari pemungutan suara"]
    assert [stage.note for stage in part.stages] == [None, None]
    assert (part.notes, part.candidates, part.outlets, part.since) == ((), (), (), None)


def test_names_and_marks_of_other_offices_stay_with_the_whole(tmp_path):
    part = load(tmp_path, WHOLE, PART).elections["pilgub-jabar-2030"]
    assert {"Pilkada", "Pilgub", "Pemilihan Gubernur"} <= set(part.names)
    assert {"Pilbup", "Pemilihan Bupati"}.isdisjoint(part.names)
    assert {"cagub", "kepala daerah terpilih"} <= set(part.marks)
    assert "cabup" not in part.marks


def test_a_stage_of_its_own_takes_the_place_of_its_namesake_and_the_others_stay(tmp_path):
    own = """stages:
  - id: pelantikan
    windows: [{start: 2030-09-01, end: 2030-09-01, basis: media}]
  - id: kampanye
    note: Debat digelar tiga kali.
  - {id: pemungutan, windows: []}
"""
    part = load(tmp_path, WHOLE, PART + own).elections["pilgub-jabar-2030"]
    assert [stage.id for stage in part.stages] == ["kampanye", "pemungutan", "pelantikan"]
    assert [len(stage.windows) for stage in part.stages] == [1, 0, 1]
    assert part.stage("kampanye").note == "Debat digelar tiga kali."


def test_what_a_file_states_is_not_inherited_though_it_be_empty(tmp_path):
    told = "events: []\nlegal_basis: []\nmarks: []\nvoting_day: null\nplaces: []\nnames: [Pilgub]\n"
    part = load(tmp_path, WHOLE, PART + told).elections["pilgub-jabar-2030"]
    assert (part.events, part.legal_basis, part.marks, part.voting_day, part.places) == ((), (), (), None, ())
    assert (part.names, part.elsewhere) == (("Pilgub",), ())


def test_inherit_false_names_a_parent_and_takes_nothing_of_it(tmp_path):
    part = load(tmp_path, WHOLE, PART + "inherit: false\nyear: 2031\n").elections["pilgub-jabar-2030"]
    assert (part.parent, part.year, part.stages, part.names) == ("pilkada-2030", 2031, (), ())


def test_a_grandchild_has_what_its_parent_has_but_no_key_dates_of_a_place(tmp_path):
    events = "events: [{date: 2030-05-20, name: Debat pertama, basis: media}]\n"
    kota = "id: pilbup-garut-2030\nname: Pilbup Garut 2030\nparent: pilgub-jabar-2030\nregion: Kabupaten Garut\n"
    found = load(tmp_path, kota, PART + events, WHOLE)
    part = found.elections["pilbup-garut-2030"]
    assert found.problems == []
    assert (part.year, len(part.stages), part.events) == (2030, 2, ())
    assert {"Pilkada", "Pilbup"} <= set(part.names)
    assert found.above("pilbup-garut-2030") == {"pilgub-jabar-2030", "pilkada-2030"}


def test_places_of_its_own_stand_and_elsewhere_comes_from_its_region(tmp_path):
    part = load(tmp_path, WHOLE, PART + "places: [Jabar, Tatar Sunda]\n").elections["pilgub-jabar-2030"]
    assert part.places == ("Jabar", "Tatar Sunda")
    assert "Jawa Tengah" in part.elsewhere
    assert "Jawa Barat" not in part.elsewhere


def test_of_elections_on_one_day_the_local_one_stands_first(tmp_path):
    kota = "id: pilbup-garut-2030\nname: Pilbup Garut 2030\nparent: pilkada-2030\nregion: Kabupaten Garut\n"
    assert [*load(tmp_path, WHOLE, PART, kota).elections] == ["pilbup-garut-2030", "pilgub-jabar-2030", "pilkada-2030"]


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ("parent: pilkada-2029\n", "b.yaml: unknown parent `pilkada-2029`; did you mean `pilkada-2030`?"),
        ("parent: pilgub-jabar-2030\n", "b.yaml: names itself as `parent`"),
    ],
)
def test_a_wrong_parent_is_named_and_the_election_counts_with_what_it_has(tmp_path, wrong, says):
    found = load(tmp_path, WHOLE, PART.replace("parent: pilkada-2030\n", wrong + "year: 2030\n"))
    (problem,) = found.problems
    assert problem.startswith(f"{tmp_path.name}/{says}")
    assert (found.elections["pilgub-jabar-2030"].parent, found.elections["pilgub-jabar-2030"].stages) == (None, ())


def test_an_election_that_is_not_whole_without_its_parent_is_left_out(tmp_path):
    found = load(tmp_path, WHOLE, PART.replace("pilkada-2030", "pilkada-2029"))
    assert [*found.elections] == ["pilkada-2030"]
    assert [problem.partition(": ")[2] for problem in found.problems] == [
        "unknown parent `pilkada-2029`; did you mean `pilkada-2030`?",
        "needs `id`, `name` and `year`",
    ]


def test_parents_that_lead_in_a_circle_are_named_once_and_all_else_counts(tmp_path):
    circle = WHOLE + "parent: pilgub-jabar-2030\n"
    found = load(tmp_path, circle, PART + "year: 2030\n", WHOLE.replace("pilkada-2030", "pilkades-2030"))
    (problem,) = found.problems
    name = tmp_path.name
    assert problem == (
        f"{name}/a.yaml: its parents lead in a circle ({name}/a.yaml, {name}/b.yaml); take `parent` out of one of them"
    )
    assert {key: election.parent for key, election in found.elections.items()} == dict.fromkeys(
        ("pilkada-2030", "pilkades-2030", "pilgub-jabar-2030")
    )


def test_a_part_whose_parent_is_left_out_says_so(tmp_path):
    found = load(tmp_path, WHOLE.replace("name: P", "nama: P"), PART + "year: 2030\n")
    assert (
        f"{tmp_path.name}/b.yaml: its parent, {tmp_path.name}/a.yaml, is left out; mend that file first"
        in found.problems
    )
    assert [*found.elections] == ["pilgub-jabar-2030"]


@pytest.mark.parametrize(
    ("region", "says"),
    [
        (
            "region: Jawa Brat\n",
            "the region 'Jawa Brat' is none or several of Indonesia's; write one such as Jawa Barat, or list `places`",
        ),
        (
            "region: Bandung\n",
            "'Bandung' is none or several of Indonesia's; write one such as Kabupaten Bandung / Kota Bandung",
        ),
        ("", "needs `region`, `places` or `names`"),
    ],
)
def test_an_election_of_an_unknown_region_says_so_and_has_not_all_articles_of_its_parent(tmp_path, region, says):
    found = load(tmp_path, WHOLE, PART.replace("region: Jawa Barat\n", region))
    (problem,) = found.problems
    assert says in problem
    assert found.elections["pilgub-jabar-2030"].places

"""Calendars: the project's own are sound, and a mistake in one is named while everything else still loads."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
import yaml

from kliping.elections.calendars import Calendars
from tests.conftest import PROJECT

FOLDER = PROJECT / "content/elections"
OURS = Calendars.load(FOLDER)
ELECTIONS = list(OURS.elections.values())

KINDS = """
stages:
  - {id: kampanye, name: Pelaksanaan Kampanye, short: Kampanye, before_vote: true, terms: [kampanye, debat]}
  - {id: pemungutan, name: Pemungutan Suara, terms: [pencoblosan], background: [TPS]}
"""
ELECTION = """
id: pilkades-2030
name: Pemilihan Kepala Desa 2030
year: 2030
voting_day: 2030-06-12
names: [Pilkades]
stages:
  - id: kampanye
    windows: [{start: 2030-05-01, end: 2030-06-08, basis: peraturan}]
  - id: pemungutan
    windows: [{start: 2030-06-12, end: 2030-06-12, basis: peraturan}]
events:
  - {date: 2030-06-12, name: Hari pemungutan suara, basis: peraturan}
"""


def load(folder: Path, election: str = ELECTION, kinds: str | None = KINDS) -> Calendars:
    if kinds is not None:
        (folder / "tahapan.yaml").write_text(kinds, encoding="utf-8")
    (folder / "pilkades-2030.yaml").write_text(election, encoding="utf-8")
    return Calendars.load(folder)


def ids(calendars: Calendars) -> list[str]:
    return [stage.id for stage in calendars.elections["pilkades-2030"].stages]


# -- the project's own ---------------------------------------------------------------------------------


def test_our_calendars_load_without_a_problem():
    assert OURS.problems == []
    assert set(OURS.elections) == {
        "pilkada-ulang-2025", "psu-2025", "pilkada-2024", "pilgub-dki-2024", "pemilu-2024", "pilkada-2020", "pemilu-2019",
        "pilgub-dki-2017",
    }  # fmt: skip


def test_every_file_is_named_by_its_election():
    assert sorted(OURS.elections) == sorted(path.stem for path in FOLDER.glob("*.yaml") if path.stem != "tahapan")


@pytest.mark.parametrize("kind", OURS.types.values(), ids=OURS.types.keys())
def test_every_stage_is_explained_and_has_words_of_its_own(kind):
    assert kind.name
    assert kind.short
    assert kind.explanation.endswith(".")
    assert kind.terms
    assert not set(kind.terms) & set(kind.background), "a word is a term or background, not both"
    assert not set(kind.terms) & set(kind.counter)


def test_every_stage_of_an_election_is_one_of_the_known_stages():
    for path in FOLDER.glob("*.yaml"):
        for stage in yaml.safe_load(path.read_text(encoding="utf-8"))["stages"]:
            assert stage["id"] in OURS.types, f"{path.name}: {stage['id']}"


@pytest.mark.parametrize("election", ELECTIONS, ids=[e.id for e in ELECTIONS])
def test_every_window_and_event_rests_on_something_and_lies_within_reason(election):
    first, last = datetime.date(election.year - 3, 1, 1), datetime.date(election.year + 2, 12, 31)
    for stage in election.stages:
        for window in stage.windows:
            assert window.basis, f"{stage.id} has a window without a basis"
            assert first <= window.start <= window.end <= last, stage.id
    for event in election.events:
        assert event.basis, f"{event.name} has no basis"
        assert first <= event.date <= (event.end or event.date) <= last, event.name


@pytest.mark.parametrize("election", ELECTIONS, ids=[e.id for e in ELECTIONS])
def test_an_election_names_each_stage_once_in_calendar_order_and_its_parent_exists(election):
    found = [stage.id for stage in election.stages]
    assert found == [kind for kind in OURS.types if kind in found]
    assert election.parent is None or election.parent in OURS.elections


@pytest.mark.parametrize(
    "election", [e for e in ELECTIONS if e.voting_day], ids=[e.id for e in ELECTIONS if e.voting_day]
)
def test_the_vote_falls_into_its_own_window_and_what_precedes_it_begins_before_it(election):
    assert election.voting_day.year == election.year
    for stage in election.stages:
        if stage.id == "pemungutan":
            assert stage.open_on(election.voting_day)
        if stage.type.before_vote:
            assert all(window.start < election.last_vote for window in stage.windows), stage.id


def test_a_second_round_is_a_second_window_of_the_same_stage():
    election = OURS.elections["pilgub-dki-2017"]
    first, second = datetime.date(2017, 2, 15), datetime.date(2017, 4, 19)
    assert [(w.start, w.end) for w in election.stage("pemungutan").windows] == [(first, first), (second, second)]
    assert (election.voting_day, election.last_vote) == (first, second)
    assert [len(election.stage(stage).windows) for stage in ("kampanye", "masa_tenang", "rekapitulasi")] == [2, 2, 2]


def test_a_plan_that_was_given_up_is_told_in_a_note_and_makes_no_window():
    election = OURS.elections["pilkada-2020"]
    assert election.voting_day == datetime.date(2020, 12, 9)
    assert [window.start for window in election.stage("pemungutan").windows] == [election.voting_day]
    assert not any(event.date.month == 9 and "pemungutan" in event.name for event in election.events)
    assert any("23 September 2020" in note for note in election.notes)


def test_voting_again_by_order_of_the_court_is_an_election_of_its_own_and_begins_with_the_ruling():
    election = OURS.elections["psu-2025"]
    ruling = datetime.date(2025, 2, 24)
    assert (election.since, election.news[0], election.parent) == (ruling, ruling, "pilkada-2024")
    assert election.last_vote == datetime.date(2025, 8, 9)
    assert OURS.elections["pilkada-2024"].stage("psu"), (
        "voting again at a few TPS after the vote belongs to the Pilkada"
    )


def test_news_of_an_election_may_come_before_and_after_its_calendar():
    election = OURS.elections["pilkada-2020"]
    (first, last), (start, end) = election.bounds(), election.news
    assert start < first < last < end


def test_a_phrase_that_elections_share_is_sought_once_for_all_of_them():
    (hit,) = OURS.lexicon.hits(["Pilkada"])
    assert {"names:pilkada-2024", "names:pilkada-2020", "names:pilgub-dki-2017"} <= set(hit.owner.split())


def test_elections_stand_newest_first():
    days = [election.voting_day for election in ELECTIONS if election.voting_day]
    assert days == sorted(days, reverse=True)


# -- mistakes ------------------------------------------------------------------------------------------


def test_a_sound_calendar_loads_whole(tmp_path):
    found = load(tmp_path)
    election = found.elections["pilkades-2030"]
    assert found.problems == []
    assert ids(found) == ["kampanye", "pemungutan"]
    assert election.bounds() == (datetime.date(2030, 5, 1), datetime.date(2030, 6, 12))
    assert election.stage("kampanye").open_on(datetime.date(2030, 6, 8))
    assert not election.stage("kampanye").open_on(datetime.date(2030, 6, 9))
    assert election.stage("sengketa") is None


def test_a_calendar_may_say_what_words_of_its_stages_and_of_other_votes_mean(tmp_path):
    kinds = """
signs: [panitia]
others: [pemilihan lurah]
abroad: [Negeri Jiran]
stages:
  - {id: jadwal, name: Jadwal, terms: [aturan], lists: [jadwal pilkades]}
  - {id: penetapan, name: Penetapan, terms: [terpilih], needs: [ditetapkan]}
"""
    election = ELECTION.replace("names:", "since: 2030-01-02\noutlets: [desa.id]\nelsewhere: [Kota]\nnames:")
    found = load(tmp_path, election.replace("kampanye", "jadwal").replace("id: pemungutan", "id: penetapan"), kinds)
    (pilkades,) = found.elections.values()
    assert found.problems == []
    assert (found.signs, found.others, found.abroad) == (("panitia",), ("pemilihan lurah",), ("Negeri Jiran",))
    assert (found.types["jadwal"].lists, found.types["penetapan"].needs) == (("jadwal pilkades",), ("ditetapkan",))
    assert (pilkades.outlets, pilkades.elsewhere) == (("desa.id",), ("Kota",))
    assert pilkades.news[0] == pilkades.since == datetime.date(2030, 1, 2)


@pytest.mark.parametrize(
    ("sound", "wrong", "says", "remedy"),
    [
        (
            "end: 2030-06-08",
            "end: 2030-04-08",
            "`kampanye` ends (2030-04-08) before it starts (2030-05-01)",
            "mend the window",
        ),
        (
            "start: 2030-05-01",
            "start: 2030-02-30",
            "`start` of kampanye is '2030-02-30', no date",
            "write it as 2024-11-27",
        ),
        ("start: 2030-05-01, ", "", "`start` of kampanye is None, no date", "write it as 2024-11-27"),
        (
            "voting_day: 2030-06-12",
            "voting_day: 12 Juni 2030",
            "`voting_day` of the election is '12 Juni 2030'",
            "write it as",
        ),
        (
            "{date: 2030-06-12",
            "{date: 2030-06-31",
            "`date` of the event Hari pemungutan suara is '2030-06-31'",
            "write it as",
        ),
        ("id: kampanye", "id: kampanya", "unknown stage `kampanya`", "did you mean `kampanye`?"),
        ("names:", "nams:", "unknown key `nams`", "did you mean `names`?"),
        ("basis: peraturan}]", "bases: peraturan}]", "unknown key `bases`", "did you mean `basis`?"),
        ("names: [Pilkades]", "names: [no]", "`names` must be a list of texts", "put odd words in quotes"),
    ],
)
def test_a_mistake_is_named_with_its_file_and_remedy_and_the_rest_loads(tmp_path, sound, wrong, says, remedy):
    assert sound in ELECTION
    found = load(tmp_path, ELECTION.replace(sound, wrong, 1))
    (problem,) = found.problems
    assert problem.startswith(f"{tmp_path.name}/pilkades-2030.yaml: ")
    assert says in problem
    assert remedy in problem
    assert "pemungutan" in ids(found)


@pytest.mark.parametrize("election", ["year: 2030\nname: X\n", "id: x\nyear: '2030'\nname: X\n", "name: [X\n", ""])
def test_a_calendar_without_id_name_and_year_is_left_out_and_harms_no_other(tmp_path, election):
    (tmp_path / "rusak.yaml").write_text(election, encoding="utf-8")
    found = load(tmp_path)
    assert list(found.elections) == ["pilkades-2030"]
    assert all(problem.startswith(f"{tmp_path.name}/rusak.yaml: ") for problem in found.problems)
    assert found.problems


def test_the_list_of_stages_must_be_there(tmp_path):
    problems = load(tmp_path, kinds=None).problems
    assert f"{tmp_path.name}/tahapan.yaml: is missing; it lists the stages once for all elections" in problems


def test_a_change_of_any_file_changes_the_fingerprint(tmp_path):
    assert load(tmp_path).fingerprint != load(tmp_path, ELECTION + "notes: [satu]\n").fingerprint


def test_english_names_are_told_once_for_all_elections_of_a_name(tmp_path):
    english = "home: [Melati]\nenglish:\n  Pilkades: [village election]\n  Pilkada: [regional election]\n"
    calendars = load(tmp_path, kinds=english + KINDS)
    assert calendars.problems == []
    hits = calendars.lexicon.hits("a village election and a regional election in Melati".split())
    assert [hit.owner for hit in hits] == ["english:pilkades-2030", "home:"]


def test_no_country_and_no_english_name_is_listed_twice():
    english = [phrase for phrases in OURS.english.values() for phrase in phrases]
    for words in (OURS.abroad, OURS.home, english):
        assert sorted(set(words)) == sorted(words)
    assert set(OURS.english) <= {name for election in ELECTIONS for name in election.names}

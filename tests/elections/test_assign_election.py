"""The election of a story: candidates, what speaks for and against each, and a note where little decides."""

from __future__ import annotations

import datetime

import pytest

from kliping.elections.assign_stage import Assignment, assign_stage
from kliping.elections.calendars import Calendars
from kliping.elections.mentions import ArticleText
from kliping.evidence.weights import weights_of
from tests.conftest import PROJECT

OURS = Calendars.load(PROJECT / "content/elections")
PILKADA, PEMILU, PILKADA_20, PEMILU_19 = "pilkada-2024", "pemilu-2024", "pilkada-2020", "pemilu-2019"


def placed(title: str, lead: str = "", rest: str = "", date: str | None = None, beside: str = "") -> Assignment:
    years = frozenset(int(word) for word in f"{title} {lead} {rest}".split() if word.isdigit() and len(word) == 4)
    day = datetime.date.fromisoformat(date) if date else None
    return assign_stage(ArticleText(title, lead, rest, day, years, beside=beside), OURS)


def told(found: Assignment) -> tuple[str | None, str | None]:
    return found.election.value, found.election.doubt


def evidence(found: Assignment, election: str | None) -> set[str]:
    return {
        name for one in found.elections.ranked if one.candidate.value == election for name in one.candidate.evidence
    }


# -- offices and date outweigh a name ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("title", "lead", "date", "election"),
    [
        # the papers call a Pilkada Pemilu, and print its year
        ("Kotak Suara Pemilu 2024 Dikirim", "Logistik Pemilu Serentak 2024 untuk pemilihan bupati dan pemilihan gubernur dikirim.", "2024-11-25", PILKADA),
        ("Indeks Kerawanan Pemilu 2024 Dirilis", "Bawaslu merilis Indeks Kerawanan Pemilu untuk pemilihan serentak.", "2024-08-20", PILKADA),
        # but what looks back at the Pemilu is about it
        ("Evaluasi Pemilu 2024", "KPU menggelar evaluasi Pemilu 2024 di hotel, kata ketua Bawaslu.", "2024-07-20", PEMILU),
        ("Logistik Pemilu 2024 Tiba", "Logistik Pemilu 2024 tiba di gudang KPU.", "2024-01-10", PEMILU),
    ],
)  # fmt: skip
def test_offices_and_the_season_of_the_stage_outweigh_a_name(title, lead, date, election):
    assert told(placed(title, lead, date=date)) == (election, None)


def test_an_office_outweighs_the_word_for_any_election_and_the_other_is_noted():
    found = placed("Doa Bersama Jelang Pemilu 2024", "Calon bupati ikut doa bersama Pemilu 2024.", date="2024-10-10")
    assert told(found) == (PILKADA, "may also be Pemilu 2024")
    assert "its offices" in evidence(found, PILKADA)
    assert {"only the word for any election", "its vote long held"} <= evidence(found, PEMILU)


def test_marks_of_an_election_that_is_not_kept_outweigh_one_named_in_passing():
    lead = "Debat cagub digelar di sebuah gedung, kata KPU. Debat ketiga calon gubernur membahas pertanian."
    found = placed("Empat Cagub Siap Debat, Dilarang Bicara Pilpres", lead, "Cagub lain diam.", "2018-05-23")
    assert found.election.value is None
    assert found.election.basis == "names cagub, but of no calendar kept here"


# -- days without a year -------------------------------------------------------------------------------


def test_a_day_so_many_days_before_the_vote_tells_the_election():
    lead = "Surat suara Pileg dan Pilpres dikirim ke kecamatan, Jumat (12/4)."
    rest = "Kotak suara sampai di TPS pada 16 April atau H-1."
    assert told(placed("", lead, rest)) == (PEMILU_19, None)
    assert told(placed("", lead, rest.replace("H-1", "H-2")))[1] == "no year is printed"


def test_the_day_of_the_vote_tells_the_election():
    lead = "Warga menunggu Pilkada pada 9 Desember."
    assert told(placed("Pilkada di Kampung Melati", lead)) == (PILKADA_20, None)
    assert told(placed("Pilkada di Kampung Melati", lead.replace("9 Desember", "27 November"))) == (PILKADA, None)


@pytest.mark.parametrize(("day", "election"), [("Kamis (10/12)", PILKADA_20), ("Selasa (10/12)", PILKADA)])
def test_a_weekday_tells_the_year_but_is_no_proof(day, election):
    """The same weekday comes back after five or six years, perhaps with an election that is not kept here."""
    found = placed("Pemungutan Suara Pilkada Lancar", f"Pemungutan suara Pilkada sudah lewat, kata petugas, {day}.")
    assert told(found) == (election, "no year is printed")
    assert "its weekdays" in evidence(found, election)


# -- lines beside the text -----------------------------------------------------------------------------


def test_a_kicker_tells_the_election_of_a_story_that_names_none_and_is_noted():
    story = ("Loket Pindah Memilih Ramai", "Loket pindah memilih dibuka petugas.")
    assert placed(*story, date="2024-10-14").election.value is None
    found = placed(*story, date="2024-10-14", beside="Pilkada 2024")
    assert told(found) == (PILKADA, "rests on little: kicker or caption")


def test_a_kicker_that_agrees_with_the_nearest_vote_makes_it_sure():
    story = ("KPU Lipat Surat Suara", "KPU dan Bawaslu melihat surat suara dilipat di gudang.")
    unsure = "no election is named; the nearest vote is taken"
    assert told(placed(*story, date="2024-11-01")) == (PILKADA, unsure)
    assert told(placed(*story, date="2024-11-01", beside="Pilkada")) == (PILKADA, None)


def test_the_year_in_a_caption_tells_which_of_two_elections():
    story = ("Patroli Usai Pilkada", "Polisi berpatroli usai Pilkada.")
    assert told(placed(*story))[1] == "no year is printed"
    assert told(placed(*story, beside="Warga mencoblos di Pilkada Serentak 2020")) == (PILKADA_20, None)


def test_a_menu_above_a_story_of_other_things_tells_nothing():
    found = placed("Harga Cabai Turun", "Harga cabai turun di pasar.", date="2024-10-14", beside="Pilkada 2024")
    assert told(found) == (None, None)


# -- English -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("title", "lead", "date", "election", "stage"),
    [
        ("Candidates Draw Ballot Numbers", "Candidates for the regional head elections drew ballot numbers at the KPU office.", "2024-09-23", PILKADA, "pencalonan"),
        ("Final Voter List Announced", "The KPU in Jakarta announced the final voter list for the upcoming regional elections.", "2024-09-25", PILKADA, "data_pemilih"),
        ("Two Tickets Meet in Debate", "Indonesia watched the second presidential debate before the 2024 presidential election.", "2023-12-22", PEMILU, "kampanye"),
        ("Polls Close, Vote Counting Begins", "Indonesians cast their ballots in the general election on Wednesday.", "2019-04-17", PEMILU_19, "pemungutan"),
        ("Ballot Boxes Reach the Islands", "Ballot boxes for the gubernatorial election reached the islands, the KPU said.", "2024-11-25", PILKADA, "logistik"),
    ],
)  # fmt: skip
def test_english_pages_are_placed_as_the_others(title, lead, date, election, stage):
    found = placed(title, lead, date=date)
    assert (*told(found), found.stage.value, found.stage.doubt) == (election, None, stage, None)


@pytest.mark.parametrize(
    ("title", "lead"),
    [
        ("Malaysia's 2024 General Election Called", "Jakarta watches Malaysia's 2024 general election."),
        ("US Presidential Election Nears", "Indonesia awaits the US presidential election."),
        ("General Election in the Philippines", "Jakarta greets the general election in the Philippines."),
        ("Local Elections Held", "The town of Springdale held local elections on Sunday."),  # no word of this country
    ],
)
def test_elections_of_other_countries_are_none_of_ours_in_english_either(title, lead):
    assert placed(title, lead, date="2024-10-20").election.value is None


def test_a_year_before_an_english_name_is_its_year_but_that_of_a_day_is_not():
    other = placed("Indonesia Recalls 2014 Presidential Election", "Indonesia held it well.", date="2023-10-20")
    assert other.election.basis == "names presidential election, but of no calendar kept here"
    day = placed("Indonesia Prepares", "On 20 October 2014 presidential election plans began.", date="2023-10-20")
    assert day.election.value == PEMILU


# -- what can be looked into ---------------------------------------------------------------------------


def test_all_candidates_are_told_with_their_evidence_the_heaviest_first():
    found = placed(
        "Debat Pilkada 2024 Digelar", "Calon bupati berdebat di Pilkada 2024, bukan Pemilu 2019.", date="2024-11-02"
    )
    ranked = found.elections.ranked
    assert ranked[0].candidate.value == found.election.value == PILKADA
    assert [one.weight for one in ranked] == sorted((one.weight for one in ranked), reverse=True)
    assert "dated outside its time" in evidence(found, PILKADA_20)
    assert {"its words", "its offices", "its stage in season"} <= evidence(found, PILKADA)
    assert found.stages.ranked[0].candidate.value == found.stage.value == "kampanye"


@pytest.mark.parametrize("fact", ["election", "stage"])
def test_every_piece_of_evidence_has_a_reason(fact):
    weights = weights_of(fact)
    assert all(weights.reasons.values())
    assert 0.0 not in weights.evidence.values()

"""Stories are placed by what they are about, then by their date, and always with a reason."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from kliping.article import Fact
from kliping.placing import Place, Text, contradicts, place
from kliping.stages import Calendars

OURS = Calendars.load(Path(__file__).parent.parent / "content" / "elections")
PILGUB, PILKADA, PEMILU = "pilgub-dki-2024", "pilkada-2024", "pemilu-2024"


def placed(title: str, lead: str = "", rest: str = "", date: str | None = None, told: Fact[str] | None = None) -> Place:
    words = " ".join((title, lead, rest)).replace(".", " ").replace(",", " ").split()
    years = frozenset(int(word) for word in words if word.isdigit() and len(word) == 4)
    return place(Text(title, lead, rest, datetime.date.fromisoformat(date) if date else None, years), OURS, told)


@pytest.mark.parametrize(
    ("title", "lead", "date", "election", "stage"),
    [
        # topic beats date: the day lies in another stage's window
        ("Aturan Kampanye Pemilu 2024 Dijelaskan", "Peserta Pemilu 2024 belajar aturan kampanye.", "2023-11-07", PEMILU, "kampanye"),
        ("Debat Pilkada Jakarta Disiapkan", "KPU DKI menyiapkan debat Pilkada 2024.", "2024-08-25", PILGUB, "kampanye"),
        ("Sortir Surat Suara Pilgub Jakarta Rampung", "Pelipatan surat suara Pilgub Jakarta rampung.", "2024-11-24", PILGUB, "logistik"),
        ("Coklit Pilkada Jakarta Diulas Lagi", "Coklit data pemilih Pilkada Jakarta diulas.", "2024-10-10", PILGUB, "data_pemilih"),
        # news of no single stage
        ("Rakor Persiapan Pilkada 2024 di Jakarta Pusat", "Rapat koordinasi persiapan Pilkada 2024.", "2024-06-19", PILGUB, "lintas"),
        ("Posko Bersama Pilkada Jakarta Dibuka", "Posko bersama Pilkada Jakarta dibuka.", "2024-10-03", PILGUB, "lintas"),
        # polling staff take an oath, but are not inaugurated
        ("Pelantikan PPK Pilgub Jakarta", "Pelantikan PPK Pilgub Jakarta digelar.", "2024-05-16", PILGUB, "badan_adhoc"),
        ("KPPS Pilkada 2024 Dilantik di Bandung", "Petugas KPPS Pilkada 2024 dilantik.", "2024-11-07", PILKADA, "badan_adhoc"),
        ("Pelantikan Gubernur Jakarta", "Gubernur terpilih hasil Pilgub Jakarta 2024 dilantik.", "2025-02-20", PILGUB, "pelantikan"),
        # the stage's own words in other company
        ("Rekapitulasi DPT Pilkada Jakarta", "Rekapitulasi DPT Pilkada Jakarta 2024 digelar.", "2024-09-22", PILGUB, "data_pemilih"),
        ("APK Dibersihkan di Masa Tenang Pilkada Jakarta", "Pembersihan APK Pilkada Jakarta.", "2024-11-24", PILGUB, "masa_tenang"),
    ],
)  # fmt: skip
def test_the_topic_beats_the_date(title, lead, date, election, stage):
    found = placed(title, lead, date=date)
    assert (found.election.value, found.stage.value) == (election, stage)
    assert found.stage.basis.startswith("terms: ")
    assert found.stage.doubt is None


def test_words_of_the_background_alone_do_not_decide():
    """TPS, DPT and nomor urut stand in stories of every stage: they must not outweigh one real term."""
    rest = "Ada 2.386 TPS, DPT 1.345.815 pemilih, nomor urut 1, nomor urut 2, nomor urut 3. TPS dan DPT dijaga. TPS dan DPT siap."
    found = placed("Posko Bersama Pilkada Jakarta", "Posko Pilkada Jakarta dibuka.", rest, "2024-10-03")
    assert found.stage.value == "lintas"
    alone = placed(
        "Kabar Pilkada Jakarta", "Warga Jakarta menunggu Pilkada Jakarta.", "Ada 300 TPS. Nomor urut 2.", "2024-10-03"
    )
    assert alone.stage.doubt is not None


@pytest.mark.parametrize(
    ("title", "lead", "date", "election"),
    [
        (
            "Komisi Pemilihan Umum Siapkan Pilkada Jakarta",
            "Komisi Pemilihan Umum menyiapkan Pilkada Jakarta.",
            "2024-06-01",
            PILGUB,
        ),
        ("Bawaslu Awasi Pilkada 2024", "Badan Pengawas Pemilihan Umum mengawasi Pilkada 2024.", "2024-06-01", PILKADA),
        ("Pemilu Kada Jakarta Pusat", "Persiapan Pemilu Kada 2024 di Jakarta Pusat.", "2024-06-19", PILGUB),
        ("Warga Jakarta Barat Mencoblos", "Warga Jakarta Barat mencoblos di Pilkada 2024.", "2024-11-27", PILGUB),
        ("Cagub Jakarta Bertemu Warga", "Cagub Jakarta menyapa warga jelang Pilkada.", "2024-10-10", PILGUB),
        ("Warga Medan Mencoblos", "Warga Medan mencoblos di Pilkada 2024.", "2024-11-27", PILKADA),
        ("Debat Pilwalkot Bogor 2024", "Debat Pilwalkot Bogor digelar.", "2024-11-10", PILKADA),
        ("Caleg Jakarta Utara Berkampanye", "Caleg DPRD DKI berkampanye untuk Pemilu 2024.", "2023-12-10", PEMILU),
    ],
)
def test_a_story_belongs_to_the_election_it_speaks_of_and_to_the_one_held_where_it_plays(title, lead, date, election):
    assert placed(title, lead, date=date).election.value == election


@pytest.mark.parametrize(
    ("title", "lead", "date"),
    [
        ("Putaran Kedua Pilkada 2017", "Pilkada 2017 di Jakarta Pusat berlangsung dua putaran.", "2017-04-19"),
        ("Putaran Kedua Pilkada 2017", "Pilkada 2017 di Jakarta Pusat berlangsung dua putaran.", None),
        ("Mengenang Pemilu 1955", "Pemilu 1955 dikenang warga.", None),
    ],
)
def test_an_election_of_another_year_belongs_to_no_calendar_and_says_so(title, lead, date):
    found = placed(title, lead, date=date)
    assert (found.election.value, found.stage.value) == (None, None)
    assert "but of no calendar kept here" in found.election.basis
    assert found.stage.basis == found.election.basis


@pytest.mark.parametrize(
    ("title", "lead"),
    [
        ("Harga Cabai Turun", "Harga cabai turun di pasar."),
        ("Komisi Pemilihan Umum Pindah Kantor", "Komisi Pemilihan Umum menempati gedung baru."),
        ("Harga Cabai Turun di Jakarta Pusat", "Harga cabai turun di Jakarta Pusat dan Jakarta Barat."),
    ],
)
def test_a_story_without_a_word_of_an_election_belongs_nowhere_and_says_so(title, lead):
    found = placed(title, lead, date="2024-06-01")
    assert (found.election.value, found.stage.value) == (None, None)
    assert found.election.basis == "no word of an election kept here"


def test_an_election_remembered_in_passing_is_not_that_of_the_story():
    """Months after the Pemilu, polling staff at work are at work for the Pilkada."""
    rest = "“Ada pemilih lansia yang pada pemilu kemarin menyerah karena tangga,” ujar anggota PPK."
    found = placed("PPS Rampungkan Peta TPS", "PPK menyelesaikan peta tempat pemungutan suara.", rest, "2024-09-11")
    assert found.election.value != PEMILU


def test_two_stages_that_weigh_the_same_are_a_doubt():
    found = placed("Coklit dan Debat Pilkada 2024", "Warga menunggu Pilkada 2024.")
    assert found.stage.doubt == "data_pemilih and kampanye weigh nearly the same"


def test_without_a_word_of_a_stage_the_date_decides_and_leaves_a_doubt():
    by_date = placed("Kabar Pilkada 2024", "Warga menunggu Pilkada 2024.", date="2024-11-25")
    assert (by_date.stage.value, by_date.stage.basis) == ("masa_tenang", "date")
    assert by_date.stage.doubt == "no words tell the stage; chosen by date alone"
    neither = placed("Kabar Pilkada 2024", "Warga menunggu Pilkada 2024.")
    assert (neither.stage.value, neither.stage.doubt) == ("lintas", "no words and no date tell the stage")


def test_an_election_without_any_year_is_a_doubt():
    found = placed("Kampanye Pilkada Bandung", "Kampanye Pilkada Bandung digelar.")
    assert (found.election.value, found.election.doubt) == (PILKADA, "no year is printed")


def test_the_curators_election_is_kept_and_its_stage_sought():
    found = placed("Debat Ramai", "Debat ditonton warga.", date="2024-10-10", told=Fact(PEMILU, "curator"))
    assert (found.election.value, found.election.basis, found.stage.value) == (PEMILU, "curator", "kampanye")


def test_a_headline_weighs_more_than_what_follows():
    found = placed("Debat Pilkada Jakarta", "Pilkada Jakarta 2024.", "Sortir. Coklit.", "2024-10-10")
    assert found.stage.value == "kampanye"


def test_the_first_paragraph_stands_in_for_a_headline_that_is_not_printed():
    assert (
        placed("", "Coklit Pilkada Jakarta 2024 digelar.\nAda debat.", date="2024-07-01").stage.value == "data_pemilih"
    )


@pytest.mark.parametrize(
    ("date", "stage", "why"),
    [
        ("2025-01-02", "kampanye", "lies after the vote it looks forward to"),
        ("2025-01-02", "data_pemilih", "lies after the vote it looks forward to"),
        ("2024-11-27", "kampanye", None),
        ("2024-10-31", "kampanye", None),
        ("2023-01-01", "kampanye", None),  # papers write ahead of a stage
        ("2025-03-01", "pelantikan", None),
        ("2025-03-01", "lintas", None),
    ],
)
def test_news_of_a_stage_before_the_vote_cannot_be_younger_than_the_vote(date, stage, why):
    election = OURS.elections[PILGUB]
    assert contradicts(datetime.date.fromisoformat(date), election.stage(stage), election) == why


def test_nothing_contradicts_a_story_without_election_or_stage():
    assert contradicts(datetime.date(2025, 1, 2), None, None) is None
    assert contradicts(datetime.date(2025, 1, 2), None, OURS.elections[PILGUB]) is None

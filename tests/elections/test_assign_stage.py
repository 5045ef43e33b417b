"""Stories are placed by what they are about, then by their date, and always with a reason."""

from __future__ import annotations

import datetime

import pytest

from kliping.article.fields import Fact
from kliping.elections.assign_stage import Assignment, assign_stage, date_contradiction
from kliping.elections.calendars import Calendars
from kliping.elections.mentions import ArticleText
from tests.conftest import PROJECT

OURS = Calendars.load(PROJECT / "content/elections")
PILGUB, PILKADA, PEMILU = "pilgub-dki-2024", "pilkada-2024", "pemilu-2024"
PSU, ULANG = "psu-2025", "pilkada-ulang-2025"
PILKADA_20, PEMILU_19, PILGUB_17 = "pilkada-2020", "pemilu-2019", "pilgub-dki-2017"


def placed(
    title: str,
    lead: str = "",
    rest: str = "",
    date: str | None = None,
    told: Fact[str] | None = None,
    outlet: str | None = None,
) -> Assignment:
    words = " ".join((title, lead, rest)).replace(".", " ").replace(",", " ").split()
    years = frozenset(int(word) for word in words if word.isdigit() and len(word) == 4)
    day = datetime.date.fromisoformat(date) if date else None
    return assign_stage(ArticleText(title, lead, rest, day, years, outlet), OURS, told)


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
        ("Rakor Logistik Pilkada Jakarta", "Rapat koordinasi Pilkada Jakarta digelar.", "2024-11-10", PILGUB, "logistik"),
        ("Posko Bersama Pilkada Jakarta Dibuka", "Posko bersama Pilkada Jakarta dibuka.", "2024-10-03", PILGUB, "lintas"),
        # polling staff take an oath, but are not inaugurated
        ("Pelantikan PPK Pilgub Jakarta", "Pelantikan PPK Pilgub Jakarta digelar.", "2024-05-16", PILGUB, "badan_adhoc"),
        ("KPPS Pilkada 2024 Dilantik di Bandung", "Petugas KPPS Pilkada 2024 dilantik.", "2024-11-07", PILKADA, "badan_adhoc"),
        ("Pelantikan Gubernur Jakarta", "Gubernur terpilih hasil Pilgub Jakarta 2024 dilantik.", "2025-02-20", PILGUB, "pelantikan"),
        # the stage's own words in other company
        ("Rekapitulasi DPT Pilkada Jakarta", "Rekapitulasi DPT Pilkada Jakarta 2024 digelar.", "2024-09-22", PILGUB, "data_pemilih"),
        ("APK Dibersihkan di Masa Tenang Pilkada Jakarta", "Pembersihan APK Pilkada Jakarta.", "2024-11-24", PILGUB, "masa_tenang"),
        # the other elections, each in its time
        ("Coklit Pilkada Solo Dimulai", "Coklit data pemilih Pilkada di Solo dimulai.", "2020-07-16", PILKADA_20, "data_pemilih"),
        ("Pilkada 2020 Dijadwalkan 23 September 2020", "Hibah Pilkada 2020 ditandatangani.", "2019-10-01", PILKADA_20, "perencanaan"),
        ("Verifikasi Faktual Parpol Dimulai", "Verifikasi faktual partai calon peserta Pemilu.", "2018-01-28", PEMILU_19, "peserta"),
        ("KPU Tetapkan Presiden Terpilih Pilpres", "KPU menetapkan presiden terpilih.", "2019-06-30", PEMILU_19, "penetapan"),
        ("Debat Pilkada DKI Malam Ini", "Debat Pilkada DKI digelar.", "2017-02-10", PILGUB_17, "kampanye"),
        ("Kampanye Putaran Kedua Pilkada DKI", "Kampanye putaran kedua Pilkada DKI dimulai.", "2017-03-07", PILGUB_17, "kampanye"),
        ("Paslon Pilkada Ulang Pangkalpinang Ditetapkan", "KPU menetapkan paslon Pilkada ulang Pangkalpinang.", "2025-07-22", ULANG, "pencalonan"),
        ("Debat Pilkada Pangkalpinang", "Debat Pilkada Kota Pangkalpinang digelar.", "2025-08-05", ULANG, "kampanye"),
        # voting again: at some TPS in the days after the vote, or because the court ordered it
        ("PSU di Dua TPS", "Pemungutan suara ulang Pilkada 2024 digelar di dua TPS.", "2024-12-03", PILKADA, "psu"),
        ("PSU Digelar Hari Ini", "Pemungutan suara ulang Pilkada 2024 digelar.", "2025-04-19", PSU, "psu"),
        ("Logistik PSU Dikirim", "Logistik PSU Pilkada dikirim ke TPS.", "2025-04-17", PSU, "psu"),
        ("MK Tolak Gugatan Hasil PSU", "MK menolak gugatan hasil PSU Pilkada.", "2025-05-26", PSU, "sengketa"),
        ("Pemilu Susulan di Demak", "Pemungutan suara susulan Pemilu 2024 digelar.", "2024-02-24", PEMILU, "psu"),
        # the court rules on the law before the vote, and on results after it
        ("Putusan MK Ubah Syarat Pilkada", "MK memutuskan ambang batas pengusungan Pilkada 2024.", "2024-08-21", PILKADA, "regulasi"),
        ("Gugatan Pilkada Diputus MK", "MK menolak gugatan hasil Pilkada 2024.", "2025-02-04", PILKADA, "sengketa"),
        # who is to be inaugurated was elected, but is not declared so again
        ("Wali Kota Terpilih Dilantik", "Wali kota terpilih, bupati terpilih dan gubernur terpilih hasil Pilkada 2024 dilantik.", "2025-02-20", PILKADA, "pelantikan"),
        ("KPU Tetapkan Bupati Terpilih", "KPU menetapkan bupati terpilih Pilkada 2024, menunggu dilantik.", "2025-01-09", PILKADA, "penetapan"),
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
        "Kabar Pilkada Jakarta",
        "Warga menunggu.",
        "Ada TPS, saksi, kotak suara, bilik. TPS, TPS, saksi, saksi, KPPS.",
        "2024-10-03",
    )
    assert alone.stage.doubt == "few words tell the stage"


def test_a_quote_about_other_things_does_not_move_a_story():
    rest = "“Logistik, surat suara, kotak suara dan distribusi kami serahkan kepada KPU,” katanya. Logistik dijaga."
    found = placed("Cagub Jakarta Blusukan", "Cagub Jakarta menyapa warga di Pilkada Jakarta.", rest, "2024-11-02")
    assert (found.stage.value, found.stage.doubt) == ("kampanye", None)


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
        ("Putaran Kedua Pilkada 2012", "Pilkada 2012 di Jakarta Pusat berlangsung dua putaran.", "2012-09-20"),
        ("Putaran Kedua Pilkada 2012", "Pilkada 2012 di Jakarta Pusat berlangsung dua putaran.", None),
        ("Mengenang Pemilu 1955", "Pemilu 1955 dikenang warga.", None),
        ("Pilpres 2014 Usai", "KPU menetapkan pemenang Pilpres 2014.", "2014-07-22"),
        ("KPU Siapkan Pilkada Jabar 2018", "Pilkada 2018 digelar menjelang Pemilu 2019.", "2018-05-20"),
        ("Logistik Pilkada Disalurkan", "KPU menyalurkan logistik pilkada di 171 daerah.", "2018-05-21"),
        ("DPR Bahas Pemilu 2029", "Pemilu 2029 dibahas, sesudah Pemilu 2024 lalu.", "2025-07-03"),
    ],
)
def test_an_election_of_another_year_belongs_to_no_calendar_and_says_so(title, lead, date):
    found = placed(title, lead, date=date)
    assert (found.election.value, found.stage.value) == (None, None)
    assert "but of no calendar kept here" in found.election.basis
    assert found.stage.basis == found.election.basis


@pytest.mark.parametrize(
    ("title", "lead", "says"),
    [
        ("Harga Cabai Turun", "Harga cabai turun di pasar.", "no word of an election kept here"),
        ("Komisi Pemilihan Umum Pindah Kantor", "Komisi Pemilihan Umum menempati gedung baru.", "no word of an election kept here"),
        ("Harga Cabai Turun di Jakarta Pusat", "Harga cabai turun di Jakarta Barat.", "no word of an election kept here"),
        ("Kampanye Gizi Digelar", "Posyandu Jakarta Timur menggelar kampanye gizi.", "no word of an election kept here"),
        ("Kampanye Sabun Cuci", "Pabrik sabun memulai kampanye iklan di Jakarta Barat.", "no word of an election kept here"),
        ("Pj Gubernur DKI Lantik Pejabat", "Pj Gubernur DKI Jakarta melantik pejabat.", "no word of an election kept here"),
        ("Sampah di TPS Menggunung", "Warga Jakarta Utara mengeluhkan TPS sampah.", "no word of an election kept here"),
        ("PPK Proyek Jembatan Diperiksa", "PPK proyek di Jakarta Selatan diperiksa.", "no word of an election kept here"),
        ("Ridwan Kamil Buka Pameran", "Ridwan Kamil membuka pameran arsitektur.", "no word of an election kept here"),
        ("KPU Bea Cukai Musnahkan Rokok", "KPU Bea Cukai memusnahkan rokok. Logistik KPU lancar.", "names KPU Bea Cukai, but"),
        ("Kantor Pelayanan Utama Layani Logistik", "Kantor Pelayanan Utama (KPU) melayani logistik.", "names Kantor Pelayanan Utama, but"),
        ("Pilkades Serentak Digelar", "Pemungutan suara pilkades digelar, KPU meninjau.", "names Pilkades Serentak, but"),
        ("Pemilihan Rektor Dimulai", "Kampanye pemilihan rektor dimulai.", "names pemilihan rektor, but"),
        ("Warga Pilih Ketua RT", "Pemilihan ketua RT memakai surat suara.", "names pemilihan ketua RT, but"),
        ("Malam Putri Indonesia", "Pemilihan Putri Indonesia digelar.", "names Putri Indonesia, but"),
        ("Pilpres AS Dimulai", "Pemungutan suara pilpres AS dimulai; capres AS berkampanye.", "names Pilpres AS, but"),
        ("Kampanye Pemilu Malaysia", "Kampanye pemilu Malaysia dimulai.", "names Pemilu Malaysia, but"),
        ("Hasil Pemilihan Presiden Prancis", "Penghitungan suara pemilihan presiden Prancis selesai.", "names Pemilihan Presiden Prancis, but"),
    ],
)  # fmt: skip
def test_a_story_of_no_election_belongs_nowhere_and_says_why(title, lead, says):
    found = placed(title, lead, date="2024-06-01")
    assert (found.election.value, found.stage.value) == (None, None)
    assert found.election.basis.startswith(says)


def test_an_indonesian_vote_held_abroad_is_ours():
    found = placed("WNI di Malaysia Mencoblos", "Warga mencoblos di Malaysia untuk Pemilu 2024.", date="2024-02-11")
    assert (found.election.value, found.stage.value) == (PEMILU, "pemungutan")


def test_an_election_remembered_in_passing_is_not_that_of_the_story():
    """Months after the Pemilu, polling staff at work are at work for the Pilkada."""
    rest = "“Ada pemilih lansia yang pada pemilu kemarin menyerah karena tangga,” ujar anggota PPK."
    found = placed("PPS Rampungkan Peta TPS", "PPK menyelesaikan peta tempat pemungutan suara.", rest, "2024-09-11")
    assert found.election.value != PEMILU


def test_just_after_the_vote_the_election_remembered_is_the_one_just_held():
    found = placed("KPU Rekap Suara", "Rekapitulasi hasil pilkada kemarin dimulai.", date="2024-12-02")
    assert (found.election.value, found.stage.value) == (PILKADA, "rekapitulasi")
    assert found.election.doubt is None


def test_a_name_that_two_elections_share_means_the_one_just_held():
    found = placed("Rekapitulasi Pilkada Pangkalpinang", "Suara Pilkada Pangkalpinang direkap.", date="2024-12-03")
    assert found.election.value == PILKADA
    again = placed("Pilkada Ulang di Pangkalpinang", "Pilkada ulang diikuti warga Pangkalpinang.", date="2025-08-20")
    assert again.election.value == ULANG  # voting again by order of the court was held elsewhere


def test_months_after_the_pemilu_the_bare_word_means_the_vote_ahead():
    found = placed("Logistik Pemilu Tiba", "KPU Jakarta Timur menerima logistik pemilu.", date="2024-11-18")
    assert (found.election.value, found.stage.value) == (PILGUB, "logistik")


def test_a_year_tells_the_election_long_before_and_after_its_calendar():
    after = placed("Korupsi Hibah Pilkada 2020", "Dana hibah KPU untuk Pilkada 2020 diusut.", date="2021-11-20")
    assert (after.election.value, after.stage.value) == (PILKADA_20, "perencanaan")
    before = placed("KPU Usulkan Jadwal Pemilu 2024", "Jadwal Pemilu 2024 diusulkan.", date="2021-09-16")
    assert before.election.value == PEMILU


def test_the_year_of_an_act_or_a_budget_is_not_that_of_the_election():
    act = placed("Kampanye Pilkada", "Kampanye pilkada diatur UU Nomor 10 Tahun 2016.", date="2024-10-10")
    budget = placed("Hibah Pilkada", "Hibah Pilkada dari APBD 2023 cair.", date="2023-12-19")
    undated = placed("Masa Tenang Pemilu", "Masa tenang diatur UU Nomor 7 Tahun 2017 tentang Pemilu.")
    assert [found.election.value for found in (act, budget, undated)] == [PILKADA, PILKADA, PEMILU]


@pytest.mark.parametrize(
    ("title", "lead", "rest", "election"),
    [
        # a national body speaks in Jakarta about all
        ("KPU Siapkan Pilkada 2024", "KPU menyiapkan Pilkada 2024, kata ketua di Menteng, Jakarta Pusat, Senin (3/6/2024).", "", PILKADA),
        ("KPU Siapkan Pilkada 2024", "KPU menyiapkan Pilkada 2024, kata ketua di Jakarta Pusat, Senin (3/6/2024).", "", PILKADA),
        ("Warga Jakarta Pusat Menanti Pilkada 2024", "Pilkada 2024 dinanti warga.", "", PILGUB),
        ("Warga Jakarta Pusat Menanti Pilkada 2024", "Calon kepala daerah dinanti warga.", "", PILGUB),
        # another place weighs against it
        ("Debat Pilgub Jabar 2024", "Debat Pilgub Jabar digelar stasiun televisi di Jakarta Selatan.", "", PILKADA),
        ("Cawalkot Depok Berdebat", "Pilwalkot Depok 2024 diikuti dua pasangan.", "Ada warga Jakarta. Ada warga DKI.", PILKADA),
        # the only name of an election in the text tells the place as well
        ("Pantarlih Berlatih", "Pantarlih Rusun Melur berlatih.", "Coklit untuk Pilgub Jakarta 2024 sebulan penuh.", PILGUB),
        ("KPU Bahas Pilkada 2024", "KPU membahas Pilkada 2024.", "Salah satunya Pilkada Jakarta. Pilkada 2024 serentak.", PILKADA),
    ],
)  # fmt: skip
def test_the_election_of_a_place_wants_the_story_to_play_there(title, lead, rest, election):
    assert placed(title, lead, rest, "2024-06-03").election.value == election


def test_an_outlet_that_reports_from_one_place_only_tells_the_place():
    story = ("Coklit di Kelurahan Melur", "Coklit data pemilih Pilkada 2024 di Kelurahan Melur dimulai.")
    assert placed(*story, date="2024-07-01", outlet="beritajakarta.id").election.value == PILGUB
    assert placed(*story, date="2024-07-01", outlet="contoh.com").election.value == PILKADA
    bogor = placed("Coklit Pilkada di Bogor", story[1], date="2024-07-01", outlet="beritajakarta.id")
    assert bogor.election.value == PILKADA


@pytest.mark.parametrize(
    ("title", "lead", "date", "election", "stage"),
    [
        ("KPU Melur Lantik 285 Anggota PPS", "Pelantikan PPS digelar KPU Melur.", "2024-05-26", PILKADA, "badan_adhoc"),
        ("KPU Jakarta Timur Sortir Surat Suara", "KPU Jakarta Timur memulai sortir.", "2024-01-08", PEMILU, "logistik"),
        ("KPU Jakarta Timur Sortir Surat Suara", "KPU Jakarta Timur memulai sortir.", "2024-10-22", PILGUB, "logistik"),
        ("Bawaslu Rekomendasikan PSU", "Bawaslu merekomendasikan PSU di 780 TPS.", "2024-02-21", PEMILU, "psu"),
    ],
)  # fmt: skip
def test_a_story_that_names_no_election_goes_to_the_nearest_vote_its_topic_fits_with_a_doubt(
    title, lead, date, election, stage
):
    found = placed(title, lead, date=date)
    assert (found.election.value, found.stage.value) == (election, stage)
    assert found.election.doubt == "no election is named; the nearest vote is taken"


@pytest.mark.parametrize(
    ("lead", "date"),
    [
        ("KPU Melur menggelar coklit terbatas bersama Bawaslu.", "2025-09-30"),  # no vote is near
        ("KPU Melur menggelar coklit bersama Bawaslu.", "2024-02-13"),  # not in season
        ("Panitia menggelar coklit warga.", None),  # no day
    ],
)
def test_without_a_name_a_season_and_a_day_there_is_no_election(lead, date):
    assert placed("Coklit Digelar KPU", lead, date=date).election.value is None


def test_an_office_named_in_passing_makes_no_story_of_an_election():
    found = placed("Pelajar Adu Debat", "Debat pelajar digelar.", "Jurinya pegawai KPU.", "2024-10-10")
    assert found.election.value is None


def test_candidates_alone_tell_an_election_only_where_the_story_is_about_one():
    led = placed("Ridwan Kamil Blusukan", "Ridwan Kamil berkampanye di pasar.", date="2024-10-10")
    assert (led.election.value, led.stage.value) == (PILGUB, "kampanye")
    assert placed("Ridwan Kamil Melukis", "Ridwan Kamil melukis di taman.", date="2024-10-10").election.value is None
    passing = placed("Kepala Daerah ke Magelang", "Retret kepala daerah digelar.", "Pramono Anung hadir.", "2025-02-23")
    assert (passing.election.value, passing.stage.value) == (PILKADA, "pelantikan")
    alone = placed("Peserta Menginap di Magelang", "Peserta dilantik kemarin.", "Pramono Anung hadir.", "2025-02-23")
    assert alone.election.value is None


def test_a_list_of_the_stages_is_about_the_rules_unless_its_headline_names_one():
    rest = "Coklit 24 Juni. Masa kampanye 25 September. Kampanye terbuka. Debat. Blusukan. Masa tenang. Rekapitulasi."
    whole = placed("Ini Jadwal Pilkada Jakarta 2024", "Catat: kampanye, coklit, masa tenang.", rest, "2024-10-01")
    assert (whole.stage.value, whole.stage.doubt) == ("regulasi", None)
    one = placed("Masa Tenang dalam Jadwal Pilkada Jakarta", "Masa tenang tiga hari.", rest, "2024-10-01")
    assert one.stage.value == "masa_tenang"


def test_a_stage_this_calendar_lacks_is_a_doubt_only_where_other_words_speak_for_it():
    told = Fact(PILKADA, "curator")
    dapil = placed(
        "Penataan Dapil Baru", "Penataan dapil dan alokasi kursi menyusul debat.", date="2024-10-10", told=told
    )
    assert dapil.stage.doubt == "dapil tells it better, but this calendar has no such stage"
    factual = placed("Verifikasi Faktual Pilkada", "Verifikasi faktual calon Pilkada 2024.", date="2024-07-01")
    assert (factual.stage.value, factual.stage.doubt) == ("perseorangan", None)


def test_two_stages_that_weigh_the_same_are_a_doubt():
    found = placed("Coklit dan Debat Pilkada 2024", "Warga menunggu Pilkada 2024.")
    assert found.stage.doubt == "data_pemilih and kampanye weigh nearly the same"


def test_a_stage_far_ahead_is_less_likely_than_one_that_is_near():
    found = placed("Debat dan Rekapitulasi Pilkada Jakarta", "Debat dan rekapitulasi dibahas.", date="2024-07-25")
    assert (found.stage.value, found.stage.doubt) == ("kampanye", None)


def test_a_stage_with_a_window_behind_it_is_not_far_ahead_whatever_is_to_come():
    lead = "Debat dan perekrutan dibahas di Pemilu 2024."
    found = placed("Debat dan Perekrutan Dibahas", lead, date="2023-03-01")
    assert (found.stage.value, found.stage.doubt) == ("badan_adhoc", None)


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
    assert date_contradiction(datetime.date.fromisoformat(date), election.stage(stage), election) == why


def test_nothing_contradicts_a_story_without_election_or_stage():
    assert date_contradiction(datetime.date(2025, 1, 2), None, None) is None
    assert date_contradiction(datetime.date(2025, 1, 2), None, OURS.elections[PILGUB]) is None


# -- officials, and words far down ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("title", "lead", "date", "stage"),
    [
        # months before the vote nobody elected in it can be inaugurated
        ("Bupati Batalkan Pelantikan 40 Pejabat", "Pelantikan dibatalkan karena aturan Pilkada 2024 melarang mengganti pejabat enam bulan sebelum penetapan pasangan calon.", "2024-03-25", "lintas"),
        ("Pelantikan Kepala Dinas Ditunda", "Pelantikan kepala dinas ditunda demi aturan pencalonan Pilkada 2024. Pendaftaran calon dan syarat calon dibahas.", "2024-07-25", "pencalonan"),
        # unless the story says that it looks forward to theirs
        ("Jadwal Pelantikan Diumumkan", "Pelantikan kepala daerah terpilih hasil Pilkada 2024 digelar tahun depan.", "2024-10-25", "pelantikan"),
        ("Pelantikan Bupati Digelar", "Pelantikan bupati hasil Pilkada 2024 digelar.", "2025-02-20", "pelantikan"),
        # the neutrality of officials belongs to the campaign only where the story tells of one
        ("Netralitas ASN Diawasi", "Bawaslu mengawasi netralitas ASN menjelang Pilkada 2024.", "2024-08-15", "lintas"),
        ("Netralitas ASN Saat Kampanye Diawasi", "Bawaslu mengawasi kampanye Pilkada 2024.", "2024-10-15", "kampanye"),
    ],
)  # fmt: skip
def test_officials_are_neither_inaugurated_nor_in_a_campaign(title, lead, date, stage):
    found = placed(title, lead, date=date)
    assert (found.election.value, found.stage.value) == (PILKADA, stage)


def test_a_stage_told_far_down_alone_is_noted_unless_its_window_is_open():
    story = ("Pilkada 2024 Disambut Warga", "Warga menyambut Pilkada 2024.")
    rest = "Kotak suara akan dikirim. Logistik disortir di gudang KPU, surat suara dilipat."
    early, late = (placed(*story, rest, date) for date in ("2024-03-01", "2024-11-10"))
    assert (early.stage.value, early.stage.doubt) == ("logistik", "neither headline nor first paragraphs tell it")
    assert (late.stage.value, late.stage.doubt) == ("logistik", None)


def test_an_ordinary_data_list_between_elections_is_of_none():
    found = placed("Rakor PDPB Digelar", "KPU menggelar pleno PDPB, data pemilih diperbarui.", date="2022-09-29")
    assert found.election.basis == "names PDPB, but of no calendar kept here"

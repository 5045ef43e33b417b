"""The day of an article: its publication line, else the day its text names; never a day ahead or of a schedule."""

from __future__ import annotations

import datetime

import pytest

from kliping.elections.calendars import Calendars
from kliping.extract import clean
from kliping.extract.day_mentions import ranges_after
from kliping.formats import html, text
from kliping.outlets.profile import Profile
from kliping.outlets.registry import RecognisedOutlet
from kliping.outlets.vocabulary import generic_words
from kliping.text.dates import printed_years

GENERIC = RecognisedOutlet(Profile(generic_words()))
TITLE = "Gudang Kelurahan Melati Penuh Kotak Suara"
BODY = [
    "Petugas memeriksa kotak suara di gudang kelurahan sejak pagi.",
    "Warga ikut menata kursi di aula sampai malam.",
]


def article(*lines: str):
    """The article of a dump with these lines."""
    return clean(text.read("\n".join(lines).encode()), GENERIC, Calendars()).article


def day_of(*body: str):
    """Day, basis and doubt of an article with this body, which prints no other day."""
    date = article(TITLE, *BODY, *body).date
    return str(date.value) if date else None, date.basis, date.doubt


def day_by(*lines: str, body: tuple[str, ...] = ()) -> str | None:
    """The day of an article with these lines between headline and body."""
    date = article(TITLE, *lines, *BODY, *body).date
    return str(date.value) if date else None


@pytest.mark.parametrize(
    ("body", "date", "basis"),
    [
        (["Rapat digelar di balai warga, Rabu (19/6/2024)."], "2024-06-19", "dateline"),
        (["Kamis 3 Oktober 2024, posko dibuka."], "2024-10-03", "dateline"),
        (["Rapat digelar, Rabu (19/6).", "Pilkada 2024 segera tiba."], "2024-06-19", "weekday"),
        (["Rapat dibuka Kamis,(25/4) untuk Pilkada 2024."], "2024-04-25", "weekday"),
        (["Rapat digelar, Kamis (9/1).", "Pilkada 2024 sudah usai."], "2025-01-09", "weekday"),
        (["Rapat akan digelar, kata Bagas, Rabu (19/6/2024)."], "2024-06-19", "dateline"),  # the day of the statement
        (["Rapat itu akan ramai. Pembukaannya Rabu (19/6/2024)."], "2024-06-19", "dateline"),
        (
            ["Rabu (19/6) petugas tiba pada 2024.", "“Selesai,” kata Bagas, Kamis (20/6/2024)."],
            "2024-06-20",
            "dateline",
        ),
    ],
)
def test_the_day_of_the_event_or_statement_is_that_of_the_story(body, date, basis):
    assert day_of(*body) == (date, basis, None)


@pytest.mark.parametrize(
    "text",
    [
        "Rapat akan digelar Rabu (19/6/2024).",
        "Rapat dijadwalkan berlangsung Rabu (19/6/2024).",
        "Rencananya, debat digelar Rabu (19/6/2024).",
        "Debat digelar besok, Rabu (19/6/2024).",
        "Rapat ditunda ke Rabu (19/6/2024).",
        "Kampanye dimulai Rabu, 25 September 2024.",
        "Kampanye berlangsung hingga Sabtu, 23 November 2024.",
        "Berkas diserahkan paling lambat Rabu (19/6/2024).",
        "Batas akhir pendaftaran Kamis (29/8/2024).",
        "Pemungutan suara jatuh pada Rabu, 27 November 2024.",
        "Pemungutan suara Rabu, 27 November 2024 mendatang.",
        "Pemungutan suara Rabu (27/11/2024) nanti.",
        "Menjelang pencoblosan Rabu (27/11/2024), warga bersiap.",
        "Jelang pencoblosan Rabu (27/11/2024), warga bersiap.",
        "Sejak Rabu (19/6/2024) petugas bekerja.",
        "Bagas lahir pada Rabu, 19 Juni 1974.",
    ],
)
def test_a_day_ahead_of_the_story_is_not_its_day(text):
    assert day_of(text) == (None, None, None)


@pytest.mark.parametrize(
    "text",
    [
        "Pendaftaran berlangsung 27-29 Agustus 2024 di kantor KPU.",
        "Pendaftaran digelar Selasa-Kamis (27-29/8/2024).",
        "Coklit berlangsung 24 Juni hingga 24 Juli 2024.",
        "1. Pemungutan suara: Rabu, 27 November 2024;",
        "a. Kampanye: Rabu, 25 September 2024",
        "- Pemungutan suara: Rabu, 27 November 2024;",
        "• Kampanye: Rabu, 25 September 2024",
        "Sesuai jadwal, pemungutan suara digelar Rabu, 27 November 2024.",
        "Pemungutan suara pada 27 November 2024.",  # a bare day is as often one of the schedule
    ],
)
def test_ranges_and_days_of_a_schedule_are_refused(text):
    assert day_of(text) == (None, None, None)


@pytest.mark.parametrize(
    "body",
    [
        ["Rapat digelar, Rabu (19/6)."],  # no year anywhere
        ["Rapat digelar, Rabu (19/6).", "Pilkada 2024, seperti Pemilu 2019."],  # two years fit
        ["Rapat digelar (19/6).", "Pilkada 2024, seperti Pilkada 2020."],
        ["Rapat digelar (19/6).", "Pilkada 2024 segera tiba."],  # no weekday to settle the year by
        ["Rapat digelar kemarin.", "Pilkada 2024 segera tiba."],
        ["Dihadiri dua pertiga (2/3) anggota.", "Pilkada 2024 segera tiba."],  # a fraction
        ["Rapat usai."],
    ],
)
def test_without_enough_to_go_by_the_date_stays_missing(body):
    assert day_of(*body) == (None, None, None)


def test_a_slip_of_the_weekday_is_settled_by_another_printed_year_and_stays_in_doubt():
    body = ["Rapat digelar, Rabu (19/6/2020).", "Pilkada 2024 segera tiba."]
    assert day_of(*body) == ("2024-06-19", "weekday", "printed Rabu 19 Juni 2020 was a Jumat")


def test_a_slip_that_no_year_settles_is_kept_as_printed_and_doubted():
    assert day_of("Rapat digelar, Kamis (19/6/2024).") == (
        "2024-06-19",
        "dateline",
        "printed Kamis 19 Juni 2024 was a Rabu",
    )


@pytest.mark.parametrize(
    ("lines", "date"),
    [
        (["Diperbarui 20 Feb 2025, 09:31 WIB", "Diterbitkan 19 Feb 2025, 08:00 WIB"], "2025-02-19"),
        (["Diperbarui 20 Feb 2025, 09:31 WIB"], "2025-02-20"),
        (["Diperbarui 20 Feb 2025, 09:31 WIB", "19 Feb 2025"], "2025-02-19"),
        (["Rabu, 19 Juni"], None),  # no year anywhere
        (["Tim Redaksi"], None),
    ],
)
def test_the_day_of_publication_comes_before_that_of_an_update(lines, date):
    assert day_by(*lines) == date


def test_a_day_without_a_year_takes_it_from_the_text():
    assert day_by("Rabu, 19 Juni", body=("Pilkada 2024 segera tiba.",)) == "2024-06-19"


def test_a_byline_that_contradicts_its_weekday_is_doubted():
    assert article(TITLE, "Kamis, 19 Juni 2024", *BODY).date.doubt == "printed Kamis 19 Juni 2024 was a Rabu"


@pytest.mark.parametrize(
    "line",
    [
        "Rabu, 19 Juni 2024 | 14:08 WIB Last Updated 2024-06-20T06:08:57Z",
        "19 - Jun - 2024, 01:50",
        "19.06.2024 10:30",
        "19/06/24 10:30",
        "June 19th, 2024",
        "Kontribusi dari Galuh Prameswari, 19 Juni 2024 05:46, Dibaca 63 kali.",
        "By On Rabu, Juni 19, 2024",
    ],
)
def test_an_odd_token_on_the_publication_line_costs_no_day(line):
    assert day_by(line) == "2024-06-19"


@pytest.mark.parametrize("clock", ["Friday, November 22, 2024", "Jumat, 22 November 2024", "22 November 2024 19:40"])
def test_the_clock_of_the_visit_is_the_day_it_was_saved_and_not_that_of_the_story(clock):
    said = "“Kotak suara sudah lengkap,” kata Bagas Winata, Jumat (21/6/2019)."
    story = article(clock, TITLE, *BODY, said)
    assert (str(story.date.value), story.date.basis) == ("2019-06-21", "dateline")
    assert (str(story.saved_on.value), story.saved_on.basis) == ("2024-11-22", "layout")


def test_days_of_other_news_below_the_text_tell_no_day_of_saving():
    story = article(TITLE, *BODY, "“Kotak suara sudah lengkap,” kata Bagas, Jumat (21/6/2019).", "", "Lomba Perahu Hias",
                    "Senin, 02 November 2025 1153")  # fmt: skip
    assert (str(story.date.value), story.saved_on.value) == ("2019-06-21", None)


def test_a_line_published_soon_after_the_event_is_the_day_of_the_story():
    told = "Rapat digelar di balai warga, Rabu (19/6/2024)."
    assert day_by("Kamis, 20 Juni 2024", body=(told,)) == "2024-06-20"


@pytest.mark.parametrize(
    ("body", "date"),
    [
        # the day of a statement, not that of the event it looks forward to
        (
            ["Debat digelar di Balai Cempaka. Senin malam, 26 Oktober 2020, hanya calon yang boleh hadir.",
             "“Pendukung menonton dari rumah,” katanya, Jumat, 23 Oktober 2020."],
            "2020-10-23",
        ),
        # the latest of several days that are past
        (
            ["Surat suara diterima pada Rabu (9/5/2018) dan selesai dilipat pada Minggu (20/5/2018).",
             "“Kami minta diganti,” kata Bagas kepada wartawan, Selasa (22/5/2018)."],
            "2018-05-22",
        ),
        (["Hingga Rabu (21/2/2024) pukul 15.20 WIT, hasil dari 709 TPS sudah masuk."], "2024-02-21"),
        (["Sejak Senin (28/10/2024) hingga Rabu (30/10/2024) hari ini, lipatan rusak terus ditemukan."], "2024-10-30"),
        # a verb far before the day still puts it ahead
        (
            ["Majelis akan memeriksa dugaan pelanggaran kode etik yang dilakukan ketua dan seluruh anggota panitia di "
             "Kelurahan Melati Selatan di kantor kecamatan, Jumat (21/3/2025) pukul 09.00 WITA."],
            None,
        ),
        # a day that lies ahead in one place lies ahead in all
        (
            ["Posko dibuka di Jalan Kenanga, Kamis 3 Oktober 2024.",
             "Pemungutan suara dijadwalkan pada 27 November 2024.",
             "Tiga pasangan mengikuti pemungutan suara pada Rabu 27 November 2024."],
            "2024-10-03",
        ),
        # the weekday tells which of two days is the printed one
        (
            ["Bilik suara dirakit Rabu (6/10/2024).", "Bilik suara dirakit di aula, kata Bagas, Rabu (6/11/2024)."],
            "2024-11-06",
        ),
    ],
)  # fmt: skip
def test_of_the_days_of_a_text_the_latest_that_is_past_and_said_is_that_of_the_story(body, date):
    assert day_of(*body)[0] == date


def test_days_that_contradict_each_other_give_a_date_with_a_note():
    story = article(TITLE, "Rabu, 19 Juni 2024 10:00 WIB", "Kamis, 20 Juni 2024 11:00 WIB", *BODY)
    assert story.date.doubt == "may also be 20 Juni 2024"


def test_markup_and_page_that_agree_give_a_date_without_a_note():
    line = "<p>Rabu, 19 Juni 2024 | 10:00 WIB</p>"
    body = "".join(f"<p>{paragraph}</p>" for paragraph in BODY)
    head = '<meta property="article:published_time" content="2024-06-19T10:00:00+07:00">'
    page = html.read(f"<head>{head}</head><h1>{TITLE}</h1>{line}<div>{body}</div>".encode(), lambda meta: [])
    date = clean(page, GENERIC, Calendars()).article.date
    assert (str(date.value), date.basis, date.doubt) == ("2024-06-19", "byline", None)


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Pilkada 2024, (2017) dan 1998.", {2024, 2017, 1998}),
        ("Rp2.024.000, 2.024 surat, PKPU 2/2019, 12/06/2023, 2020-06-01, 20241 kotak", set()),
    ],
)
def test_only_a_year_by_itself_is_a_printed_year(text, years):
    assert printed_years([text]) == years


def test_a_range_printed_as_past_a_day_is_told_as_printed():
    vote = datetime.date(2024, 11, 27)
    assert ranges_after(["Kotak tiba (29-31 Desember 2024)."], vote) == "29-31 Desember 2024"
    assert ranges_after(["Kotak tiba 29-31 Oktober 2024, lalu 2 Desember 2024."], vote) is None

"""The day of an article: its publication line, else the day its text names; never a day ahead or of a schedule."""

from __future__ import annotations

import datetime

import pytest

from kliping.extract.byline import grammar
from kliping.extract.publication_date import of_body, of_bylines, ranges_after
from kliping.outlets.vocabulary import generic_words
from kliping.text.dates import printed_years

READER = grammar(generic_words())


def day_of(*body: str):
    fact = of_body(body, printed_years(body))
    return str(fact.value) if fact else None, fact.basis, fact.doubt


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
    ("lines", "years", "date"),
    [
        (["Diperbarui 20 Feb 2025, 09:31 WIB", "Diterbitkan 19 Feb 2025, 08:00 WIB"], set(), (2025, 2, 19)),
        (["Diperbarui 20 Feb 2025, 09:31 WIB"], set(), (2025, 2, 20)),
        (["Diperbarui 20 Feb 2025, 09:31 WIB", "19 Feb 2025"], set(), (2025, 2, 19)),
        (["Rabu, 19 Juni"], {2024}, (2024, 6, 19)),
        (["Rabu, 19 Juni"], set(), None),
        (["Tim Redaksi"], {2024}, None),
    ],
)
def test_the_day_of_publication_comes_before_that_of_an_update(lines, years, date):
    fact = of_bylines([READER.read(line) for line in lines], years)
    assert (fact.value, fact.basis) == ((datetime.date(*date), "byline") if date else (None, None))


def test_a_byline_that_contradicts_its_weekday_is_doubted():
    assert of_bylines([READER.read("Kamis, 19 Juni 2024")], set()).doubt == "printed Kamis 19 Juni 2024 was a Rabu"


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

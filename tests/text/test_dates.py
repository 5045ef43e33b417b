"""Indonesian dates: what is read, what is refused, and how a year is found for a day printed without one."""

from __future__ import annotations

import datetime

import pytest

from kliping.text import dates
from kliping.text.dates import Day, find, settle_year, short, span, written

SENIN, SELASA, RABU, KAMIS, JUMAT, SABTU, MINGGU = range(7)


@pytest.mark.parametrize(
    ("text", "day", "month", "year", "weekday"),
    [
        ("19 Juni 2024", 19, 6, 2024, None),
        ("5 Mei", 5, 5, None, None),
        ("13 Feb 2024", 13, 2, 2024, None),
        ("16 Feb 2017 12:31 WIB", 16, 2, 2017, None),
        ("20 Agu 2024", 20, 8, 2024, None),
        ("1 Sept 2024", 1, 9, 2024, None),
        ("30 Okt 2024", 30, 10, 2024, None),
        ("27 Nov. 2024", 27, 11, 2024, None),
        ("2 Des 2024", 2, 12, 2024, None),
        ("Desember 3, 2024", 3, 12, 2024, None),
        ("Fri, April 25, 2025", 25, 4, 2025, JUMAT),
        ("Friday, October 4, 2024", 4, 10, 2024, JUMAT),
        ("17 Pebruari 2018", 17, 2, 2018, None),
        ("9 Nopember 2023", 9, 11, 2023, None),
        ("JUMAT, 04 OKTOBER 2024", 4, 10, 2024, JUMAT),
        ("Jumat 10 Juni", 10, 6, None, JUMAT),
        ("Jum'at, 3 Mei 2024", 3, 5, 2024, JUMAT),
        ("Jum’at (3/5/2024)", 3, 5, 2024, JUMAT),
        ("Ahad, 5 Mei 2024", 5, 5, 2024, MINGGU),
        ("Rabu,19 Juni 2024", 19, 6, 2024, RABU),
        ("Kamis, 06 Februari 2025 |19:27 WIB", 6, 2, 2025, KAMIS),
        ("Sabtu, tanggal 19 Oktober 2024", 19, 10, 2024, SABTU),
        ("Rabu pagi (4/9)", 4, 9, None, RABU),
        ("Selasa malam, 3 September 2024", 3, 9, 2024, SELASA),
        ("Kamis,(25/4)", 25, 4, None, KAMIS),
        ("Senin 5/2", 5, 2, None, SENIN),
        ("(19/6)", 19, 6, None, None),
        ("(3/5/2024)", 3, 5, 2024, None),
        ("(03/05/2024)", 3, 5, 2024, None),
        ("03/05/2024, 14:29 WIB", 3, 5, 2024, None),
        ("19-02-2024", 19, 2, 2024, None),
        ("2024-06-19", 19, 6, 2024, None),
        ("2024/06/19", 19, 6, 2024, None),
        ("2024-06-19T06:08:57Z", 19, 6, 2024, None),
        ("19.06.2024", 19, 6, 2024, None),
        ("19 - 6 - 2024", 19, 6, 2024, None),
        ("08 - Dec - 2020, 01:50", 8, 12, 2020, None),
        ("20-Nov-24", 20, 11, 2024, None),
        ("20 Nov '24", 20, 11, 2024, None),
        ("5 Nov 24 08:30", 5, 11, 2024, None),
        ("20th November 2024", 20, 11, 2024, None),
        ("November 20th, 2024", 20, 11, 2024, None),
        ("11/22/2024", 22, 11, 2024, None),  # month first, as the day cannot be a month
        ("(20/2/25)", 20, 2, 2025, None),
        ("Senin (27-11-23)", 27, 11, 2023, SENIN),
        ("Rabu, 06/11/24, warga", 6, 11, 2024, RABU),
        ("06/11/24 10:31", 6, 11, 2024, None),
        ("06/11/24", 6, 11, 2024, None),
        ("29 Februari 2024", 29, 2, 2024, None),
        ("24 July 2024 14:05", 24, 7, 2024, None),
        ("05 December 2023 09:20", 5, 12, 2023, None),
        ("Wed, March 13, 2019", 13, 3, 2019, RABU),
        ("Tuesday, November 26, 2024", 26, 11, 2024, SELASA),
        ("Monday, March 4.", 4, 3, None, SENIN),
    ],
)
def test_a_day_is_read_in_every_form_that_papers_print(text, day, month, year, weekday):
    assert [(d.day, d.month, d.year, d.weekday, d.ranged) for d in find(text)] == [(day, month, year, weekday, False)]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("29-31 Oktober 2024", (31, 10, 2024)),
        ("5–9 Mei 2024", (9, 5, 2024)),
        ("14 dan 15 Mei 2024", (15, 5, 2024)),
        ("13 s/d 15 Mei 2024", (15, 5, 2024)),
        ("13 sampai dengan 15 Mei", (15, 5, None)),
        ("28 November hingga 10 Februari 2024", (10, 2, 2024)),
        ("27 Agustus 2024 - 29 Agustus 2024", (29, 8, 2024)),
        ("Senin-Rabu (1-3/5/2024)", (3, 5, 2024)),
        ("(27/11-3/12)", (27, 11, None)),
    ],
)
def test_a_range_of_days_is_told_as_one(text, last):
    (found,) = find(text)
    assert (found.day, found.month, found.year) == last
    assert found.ranged


@pytest.mark.parametrize(
    "text",
    [
        "5/2",  # looks like the number of a rule
        "PKPU Nomor 2/2024",
        "UU 10/2016",
        "Putusan 60/PUU-XXII/2024",
        "Juni 2024",
        "tahun 2024",
        "kemarin",
        "Rabu pekan lalu",
        "31 Februari 2024",
        "29 Februari 2023",
        "30/2/2024",
        "13/13/2024",
        "0 Mei 2024",
        "2024-13-40",
        "pukul 14:29 WIB",
        "skor 2-1",
        "skor 2-1-24",
        "UU 12/12/24 dan seterusnya",
        "pasal 1.2.24 dan seterusnya",
        "pukul (20.11)",
        "0812-3456-7890",
        "https://contoh.id/2024/06/19/judul",
        "10 Desa",
        "Maret 4 orang",  # a month before a number is a day only with its year or weekday
        "since March 2,000 of them",
        "",
    ],
)
def test_what_only_looks_like_a_day_is_refused(text):
    assert find(text) == []


def test_days_are_found_in_the_order_of_the_text_and_tell_where_they_stand():
    text = "Debat pertama Minggu (6/10/2024), debat kedua 27 Oktober 2024."
    assert [text[day.start : day.end] for day in find(text)] == ["Minggu (6/10/2024", "27 Oktober 2024"]


@pytest.mark.parametrize(
    ("day", "printed", "year"),
    [
        (Day(25, 4, weekday=KAMIS), {2024}, 2024),
        (Day(25, 4, weekday=KAMIS), {2023, 2024}, 2024),  # the weekday decides
        (Day(9, 1, weekday=KAMIS), {2024}, 2025),  # the year after the one printed
        (Day(7, 11, weekday=SELASA), {2024}, 2023),  # the year before it
        (Day(25, 4, weekday=KAMIS), {2019, 2024}, None),  # two years fit
        (Day(25, 4, weekday=SABTU), {2024}, None),  # neither the year nor a neighbour fits
        (Day(25, 4, weekday=KAMIS), set(), None),  # there is no default year
        (Day(25, 4), {2024}, 2024),
        (Day(25, 4), {2019, 2024}, None),
        (Day(25, 4), set(), None),
    ],
)
def test_the_weekday_decides_the_year_among_the_printed_ones_and_their_neighbours(day, printed, year):
    assert settle_year(day, printed) == year


def test_a_day_becomes_a_date_only_where_there_is_one():
    assert Day(29, 2).on(2024) == datetime.date(2024, 2, 29)
    assert Day(29, 2).on(2023) is None
    assert Day(19, 6).on() is None
    assert Day(19, 6, 2024).on(1999) == datetime.date(2024, 6, 19)
    assert Day(19, 6, 2020).on_year(2024) == datetime.date(2024, 6, 19)


def test_a_weekday_agrees_with_its_own_date_only():
    wednesday = datetime.date(2024, 6, 19)
    assert Day(19, 6, weekday=RABU).agrees(wednesday)
    assert not Day(19, 6, weekday=KAMIS).agrees(wednesday)
    assert Day(19, 6).agrees(wednesday)


def test_dates_are_written_in_indonesian_whatever_the_locale():
    assert written(datetime.date(2024, 6, 19)) == "Rabu, 19 Juni 2024"
    assert short(datetime.date(2024, 8, 1)) == "1 Agustus 2024"


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [
        ((2024, 11, 27), (2024, 11, 27), "27 November 2024"),
        ((2024, 11, 24), (2024, 11, 26), "24 – 26 November 2024"),
        ((2024, 9, 25), (2024, 11, 23), "25 September – 23 November 2024"),
        ((2023, 11, 28), (2024, 2, 10), "28 November 2023 – 10 Februari 2024"),
        ((2023, 11, 1), (2024, 11, 1), "1 November 2023 – 1 November 2024"),
    ],
)
def test_a_span_says_month_and_year_once_where_they_are_the_same(start, end, text):
    assert span(datetime.date(*start), datetime.date(*end)) == text


@pytest.mark.parametrize("month", dates._MONTH_WORDS)
def test_every_name_of_a_month_is_read_behind_and_before_its_day(month):
    number = dates._MONTH_WORDS[month]
    assert [(d.day, d.month, d.year) for d in find(f"Petugas datang 5 {month.upper()} 2024 pagi")] == [
        (5, number, 2024)
    ]
    assert [(d.day, d.month, d.year) for d in find(f"Petugas datang {month} 5, 2024 pagi")] == [(5, number, 2024)]


@pytest.mark.parametrize("weekday", dates._WEEKDAY_WORDS)
def test_every_name_of_a_weekday_is_read_before_a_date(weekday):
    found = find(f"Petugas datang {weekday.upper()} (5/6)")
    assert [(d.day, d.month, d.weekday) for d in found] == [(5, 6, dates._WEEKDAY_WORDS[weekday])]


@pytest.mark.parametrize("to", ["-", " – ", " s/d ", " s.d. ", " sampai ", " sampai dengan ", " hingga ", " dan "])
def test_every_word_for_to_makes_a_range(to):
    assert [(d.day, d.month, d.ranged) for d in find(f"Pendaftaran 5{to}9 Mei 2024")] == [(9, 5, True)]

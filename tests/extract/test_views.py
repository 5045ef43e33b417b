"""Which number of a page is the count of its readers, and which numbers are none. Pages of invented news."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kliping.article.fields import Fact
from kliping.elections.calendars import Calendars
from kliping.extract import clean
from kliping.formats import text
from kliping.outlets.profile import Profile
from kliping.outlets.registry import RecognisedOutlet
from kliping.outlets.vocabulary import generic_words

GENERIC = RecognisedOutlet(Profile(generic_words()))
TITLE = "Petugas Kelurahan Melati Hitung Ulang Bilik Suara"
DAY = "Senin, 4 Maret 2024 10:15 WIB"
BODY = [
    "JAKARTA - Petugas Kelurahan Melati menghitung ulang bilik suara di gudang, Senin (4/3/2024).",
    "Unggahan tentang gudang itu sudah dibaca 5.000 kali oleh warga.",
    "Camat berharap gudang tetap kering sampai hari pemungutan suara.",
]


def views(*lines: str, below: tuple[str, ...] = (), outlet: RecognisedOutlet = GENERIC) -> Fact[int]:
    page = text.read("\n\n".join([*lines, *BODY, *below]).encode())
    return clean(page, outlet, Calendars()).article.views


@pytest.mark.parametrize(
    ("lines", "count"),
    [
        ([DAY, "Dilihat: 63"], 63),
        ([f"{DAY} | 1.234 kali dibaca"], 1234),
        ([DAY, "1,234 Views"], 1234),
        ([DAY, "Telah dilihat sebanyak 1.500 kali"], 1500),
        ([DAY, "Dibaca oleh 88 orang"], 88),
        ([DAY, "Politik209 Dilihat"], 209),
        ([DAY, "remove_red_eye 209"], 209),
        ([DAY, "Views", "821"], 821),
        ([DAY, "821", "Dilihat"], 821),
        (["4 Maret 2024 10:15 Diperbarui: 4 Maret 2024 11:00 743"], 743),
        ([f"{DAY} 17"], 17),
        ([f"{DAY} Reporter: Rara Contoh Editor: Budi Contoh 1152"], 1152),
        ([DAY, "Berita 0 47"], 47),
        (["0 125"], 125),
        ([f"{DAY} - Dibaca 1.27k kali", "Post Views: 1270"], 1270),
    ],
)
def test_a_count_is_told_by_its_label_or_its_place(lines, count):
    found = views(TITLE, *lines)
    assert (found.value, found.doubt) == (count, None)


@pytest.mark.parametrize(
    "lines",
    [
        [DAY],
        [f"{DAY} - Dibaca 1.27k kali"],
        [DAY, "1,2 rb views"],
        [DAY, "12 Komentar", "34 Share"],
        [DAY, "64", "Komentar"],
        [DAY, "3 menit baca"],
        [f"{DAY} 2024"],
        ["Posted on 4 Mar 24, pukul 18.23 WIB"],
        [DAY, "170"],
    ],
)
def test_no_count_is_a_rough_one_a_comment_a_year_or_a_number_that_may_be_anything(lines):
    assert views(TITLE, *lines).value is None


def test_a_rough_count_leaves_the_rest_of_its_line():
    page = text.read("\n\n".join([TITLE, "4 Maret 2024 | 10:15 - Dibaca 1.27k kali", *BODY]).encode())
    article = clean(page, GENERIC, Calendars()).article
    assert (str(article.date.value), article.date.basis) == ("2024-03-04", "byline")


def test_counts_of_other_news_are_none_of_this_article():
    others = ("Harga Cabai di Pasar Naik Lagi", "1.234 Views", "Lomba Perahu Hias Ramai Penonton", "22 Views")
    assert views(TITLE, DAY, below=("Berita Terkait", *others)).value is None
    assert views(TITLE, DAY, below=others).value is None
    assert views(*others, TITLE, DAY, "88 Views").value == 88


def test_a_count_may_stand_right_below_the_text():
    assert views(TITLE, DAY, below=("Post Views: 121",)).value == 121


def test_a_number_above_the_headline_counts_readers_for_sure_only_where_the_outlet_prints_it_there():
    found = views("Berita Terkini", "47", TITLE)
    assert (found.value, found.doubt) == (47, "rests on little: alone above the headline")
    office = replace(GENERIC, profile=replace(GENERIC.profile, number_before_title=True))
    assert views("Berita Terkini", "47", TITLE, outlet=office) == Fact(47, "layout")
    assert views("Berita", "2", TITLE, DAY).value is None

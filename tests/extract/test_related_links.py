"""Headlines of other news inside a text go, headings over its parts stay."""

from __future__ import annotations

import pytest

from kliping.elections.calendars import Calendars
from kliping.extract import clean
from kliping.extract.labels import BODY
from kliping.extract.layout import lay_out
from kliping.formats import text
from kliping.outlets.profile import Profile
from kliping.outlets.registry import RecognisedOutlet
from kliping.outlets.vocabulary import generic_words

GENERIC = Profile(generic_words())
ABOVE = "Dua ratus kotak suara tiba di gudang kelurahan dengan tiga truk, kata Bagas Winata."
BELOW = "Petugas menghitungnya dua kali sebelum gudang dikunci dan segelnya dicatat di buku besar."
STRAY = "Kelurahan Kenanga Gelar Lomba Menghias Lampion Menjelang Hari Jadi Kota Melati"


def body(*lines: str) -> list[str]:
    layout = lay_out(text.read("\n\n".join(lines).encode()), GENERIC)
    return [layout.blocks[i].text for i in layout.indices(BODY)]


@pytest.mark.parametrize(
    "lines",
    [
        (ABOVE, STRAY, BELOW),
        (ABOVE, f"Baca Juga: {STRAY}", BELOW),
        (ABOVE, "Baca Juga", STRAY, BELOW),
        (ABOVE, f"- {STRAY}", "- Truk Ketiga Baru Tiba Pada Malam Hari", "Baca Juga", BELOW),
    ],
    ids=["without a mark", "behind a mark", "under a mark", "above a mark"],
)
def test_a_headline_of_other_news_between_paragraphs_is_taken_out(lines):
    assert body(*lines) == [ABOVE, BELOW]


@pytest.mark.parametrize(
    "heading",
    [
        "Gudang Dikunci",
        "Petugas Menghitung Kotak Suara Dua Kali Sebelum Gudang Dikunci dan Disegel",
        "1. Petugas Rawa Melati Menyusun Kotak Berdasarkan Kecamatan Asal Setiap Truk Pengangkut",
        "Tiba di gudang kelurahan pada malam hari sebelum pintu dikunci",
        "Buku Besar Panitia Kelurahan Melati Rapi, Mawar Dahlia Lega Sekali Sore Itu",
    ],
    ids=["short", "its words come back below it", "numbered", "in small letters", "the paragraph takes up its words"],
)
def test_a_heading_over_a_part_of_the_text_stays(heading):
    assert body(ABOVE, heading, BELOW) == [ABOVE, heading, BELOW]


HEADLINES = ["- Pasar Kenanga Ramai Jelang Lebaran", "- Lomba Perahu Hias Digelar di Sungai Melati"]


def test_a_list_of_headlines_behind_the_text_goes_where_the_page_has_such_a_list_above():
    assert body(ABOVE, *HEADLINES, "Baca Juga", BELOW, *HEADLINES) == [ABOVE, BELOW]


@pytest.mark.parametrize(
    "lines",
    [
        [ABOVE, BELOW, *HEADLINES],
        [ABOVE, *HEADLINES, "Baca Juga", BELOW, "- Kotak suara 120 buah dan segelnya", "- Bilik suara 60 buah"],
    ],
    ids=["no list above", "rows in small letters"],
)
def test_a_list_that_closes_a_text_stays(lines):
    assert body(*lines)[-2:] == lines[-2:]


def test_a_list_that_a_related_mark_follows_stays_where_headlines_stand_under_the_mark():
    rows = ["- Kotak Suara", "- Bilik Suara"]
    assert body(ABOVE, *rows, "Baca Juga", STRAY, BELOW) == [ABOVE, *rows, BELOW]


def test_a_headline_of_other_news_is_left_out_without_a_doubt():
    page = text.read("\n\n".join(("Gudang Kelurahan Melati Penuh Kotak Suara", ABOVE, STRAY, BELOW)).encode())
    article = clean(page, RecognisedOutlet(GENERIC), Calendars()).article
    assert STRAY not in article.body
    assert article.doubts == ()

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
SAID = 'Warga Kenanga Berkata "Kami Ingin Gudang Tetap Dijaga Sampai Pagi Hari"-nya Lagi'
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
    ],
    ids=["short", "its words come back below it", "numbered", "in small letters"],
)
def test_a_heading_over_a_part_of_the_text_stays(heading):
    assert body(ABOVE, heading, BELOW) == [ABOVE, heading, BELOW]


def test_a_list_that_a_related_mark_follows_stays_where_headlines_stand_under_the_mark():
    rows = ["- Kotak Suara", "- Bilik Suara"]
    assert body(ABOVE, *rows, "Baca Juga", STRAY, BELOW) == [ABOVE, *rows, BELOW]


def test_a_line_left_out_of_the_text_that_looks_like_speech_is_doubted():
    page = text.read("\n\n".join(("Gudang Kelurahan Melati Penuh Kotak Suara", ABOVE, SAID, BELOW)).encode())
    article = clean(page, RecognisedOutlet(GENERIC), Calendars()).article
    assert SAID not in article.body
    (doubt,) = article.doubts
    assert doubt == 'body: left out a line that looks like speech: Warga Kenanga Berkata "Kami Ingin Gudang ...'


def test_a_headline_of_other_news_is_left_out_without_a_doubt():
    page = text.read("\n\n".join(("Gudang Kelurahan Melati Penuh Kotak Suara", ABOVE, STRAY, BELOW)).encode())
    article = clean(page, RecognisedOutlet(GENERIC), Calendars()).article
    assert STRAY not in article.body
    assert article.doubts == ()

"""Contact blocks and author's boxes below a text go; what the article tells its readers stays."""

from __future__ import annotations

import pytest

from kliping.extract.labels import BODY
from kliping.extract.layout import lay_out
from kliping.formats import text
from kliping.outlets.profile import Profile
from kliping.outlets.vocabulary import generic_words

GENERIC = Profile(generic_words())
TITLE = "Gudang Kelurahan Melati Penuh Kotak Suara"
SIGNED = "Kiriman dari Galuh Prameswari, 18 April 2019 05:46"
LEAD = "Petugas memeriksa kotak suara di gudang Kelurahan Melati sejak pagi buta."
MORE = "Ketua panitia menyebut semua kotak dalam keadaan baik dan siap dipakai."
BOX = "Merupakan penulis lepas yang tinggal di Kota Melati sejak kecil."
CHANNELS = ("Email: kpu@contoh.id", "Twitter: @kpumelati", "FB : kpu_melati")


def body(*lines: str) -> list[str]:
    layout = lay_out(text.read("\n\n".join(lines).encode()), GENERIC)
    return [layout.blocks[i].text for i in layout.indices(BODY)]


def test_channels_below_the_text_go_with_the_lines_that_say_whose_they_are():
    assert body(TITLE, LEAD, MORE, "HUMAS KPU MELATI", "Kompol Bagas Winata S.Sos.,", *CHANNELS) == [LEAD, MORE]


@pytest.mark.parametrize(
    "lines",
    [(CHANNELS[0],), (CHANNELS[0], "WA: 0800 123 456"), ("Twitter: @kpumelati",)],
    ids=["one address", "no social network", "one network"],
)
def test_how_to_write_to_somebody_stays_where_it_may_be_of_the_article(lines):
    assert body(TITLE, LEAD, MORE, *lines) == [LEAD, MORE, *lines]


def test_channels_above_a_sentence_are_of_the_article():
    assert body(TITLE, LEAD, *CHANNELS, MORE) == [LEAD, *CHANNELS, MORE]


def test_the_box_of_the_author_ends_the_text():
    assert body(TITLE, SIGNED, LEAD, MORE, "Galuh Prameswari", BOX) == [LEAD, MORE]


@pytest.mark.parametrize(
    "lines",
    [
        (TITLE, LEAD, MORE, "Galuh Prameswari", BOX),
        (TITLE, SIGNED, LEAD, "Menurut Galuh Prameswari, kotak suara cukup.", "Galuh Prameswari", BOX),
        (TITLE, SIGNED, LEAD, MORE, "Galuh Prameswari", BOX, LEAD, MORE, BOX),
        (TITLE, SIGNED, LEAD, MORE, "Cara Melapor", BOX),
    ],
    ids=["nobody signs", "the text speaks of him", "the text goes on", "a subheading"],
)
def test_a_name_over_a_sentence_is_of_the_article_where_it_is_not_the_author_s(lines):
    assert BOX in body(*lines)

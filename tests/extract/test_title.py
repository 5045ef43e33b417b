"""Which line, or which word of the markup, is stated as headline; and where none is. Pages of invented news."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from kliping.elections.calendars import Calendars
from kliping.evidence.weights import weights_of
from kliping.extract import CleanedPage, clean
from kliping.formats import html, text
from kliping.outlets.profile import Profile
from kliping.outlets.registry import RecognisedOutlet
from kliping.outlets.vocabulary import generic_words

GENERIC = RecognisedOutlet(Profile(generic_words()))
TITLE = "Petugas Kelurahan Melati Hitung Ulang Bilik Suara"
DAY, BY = "Senin, 4 Maret 2024 10:15 WIB", "Penulis: Rara Contoh"
BODY = [
    "JAKARTA - Petugas Kelurahan Melati menghitung ulang bilik suara di gudang, Senin (4/3/2024).",
    "Ketua panitia menyebut semua bilik dalam keadaan baik dan siap dipakai.",
    "Warga sekitar ikut membantu menata kursi sampai malam tiba.",
    "Camat berharap gudang tetap kering sampai hari pemungutan suara.",
]
OTHER = ["Harga Cabai di Pasar Naik Lagi Pekan Ini", "Lomba Perahu Hias Ramai Penonton Sore Ini"]


def read(*lines: str) -> CleanedPage:
    return clean(text.read("\n\n".join([*lines, *BODY]).encode()), GENERIC, Calendars())


FOUND: dict[str, Sequence[str]] = {
    "a masthead and its motto stand above": ["KABAR MELATI", "Cepat Akurat Terpercaya untuk Semua Orang", TITLE, DAY],
    "other news stand above": [*OTHER, TITLE, DAY],
    "other news with a day of their own stand above": [OTHER[0], "23 Oktober 2025 19:40", TITLE, DAY],
    "the way through the site stands above": [f"Beranda » Berita » {TITLE}", TITLE, DAY],
    "the way through the site is glued to it": [f"BerandaPolitik{TITLE}", TITLE, DAY],
    "it is cut by dots in a breadcrumb": [f"{TITLE[:30]}...", TITLE, DAY],
    "a kicker stands above": ["Jelang Pilkada Jakarta 2024", TITLE, DAY],
    "a deck repeats a sentence of the text": [TITLE, "Semua bilik dalam keadaan baik dan siap dipakai", BY],
    "a caption in capitals stands below": [TITLE, DAY, "Ketua PPS Melati Rara Contoh dan Lurah Melati Budi Contoh"],
    "it was sent in a chat": [f"[25/09/24 09.12] Humas: *{TITLE}*"],
    "it stands in stars": [f"*{TITLE}*"],
    "a label stands before it": [f"Judul: {TITLE}"],
    "a button is glued to it": [f"{TITLE}Share", DAY],
    "a dump puts a day before it": [f"date 2024-03-04 {TITLE}", DAY],
}


@pytest.mark.parametrize("lines", FOUND.values(), ids=FOUND.keys())
def test_the_headline_is_found_where(lines):
    article = read(*lines).article
    assert (article.title.value, article.title.doubt) == (TITLE, None)


@pytest.mark.parametrize(
    "headline",
    [
        "Rekap Bilik Suara Melati 4 Maret 2024, Ini Hasilnya",
        "Petugas kelurahan hitung ulang bilik suara di gudang",
        "Siapa Hitung Ulang Bilik Suara di Kelurahan Melati?",
        "Foto: Menengok Hitung Ulang Bilik Suara di Melati",
        TITLE.upper(),
        "Bilik Suara Dihitung Ulang",
    ],
)
def test_a_headline_may_have_a_day_small_letters_a_question_or_few_words(headline):
    assert read(headline, DAY).article.title.value == headline


NONE: dict[str, Sequence[str]] = {
    "nothing stands above the text": [],
    "a motto stands there": ["Kabar Contoh Cepat Akurat Terpercaya"],
    "an address stands there": ["Jl. Kenanga No. 12 Kelurahan Melati Jakarta"],
    "a caption stands there": ["Petugas menghitung bilik suara di gudang Kelurahan Melati. Istimewa"],
    "a caption in brackets stands there": ["(Petugas Kelurahan Melati menghitung bilik suara di gudang)"],
    "half a sentence stands there": ["Petugas Kelurahan Melati menghitung ulang bilik suara di gudang yang"],
    "a sentence of the text stands there": ["Warga sekitar ikut membantu menata kursi"],
    "a day stands there": ["Terbit Senin, 4 Maret '24 | 10:15 WIB"],
    "a person stands there": ["Petugas Melati"],
    "other news with a day of their own stand there": [OTHER[0], "23 Oktober 2025 19:40"],
}


@pytest.mark.parametrize("lines", NONE.values(), ids=NONE.keys())
def test_no_headline_is_made_up_where(lines):
    assert read(*lines).article.title.value is None


def test_a_headline_that_shares_no_word_with_its_text_is_stated_with_a_note_where_a_person_signs_below_it():
    title = read(OTHER[0], DAY, BY).article.title
    assert title.value == OTHER[0]
    assert title.doubt == "is uncertain: hardly shares a word with the text"


def test_a_headline_under_the_text_is_found_by_the_dated_byline_that_follows():
    page = "\n\n".join([*BODY, TITLE, DAY])
    assert clean(page=text.read(page.encode()), outlet=GENERIC, calendars=Calendars()).article.title.value == TITLE


def test_a_line_below_that_names_the_headline_speaks_for_it():
    lines = ["Bilik Melati Aman", "Semua Bilik Dalam Keadaan Baik", DAY]
    source = "Artikel ini telah tayang di contoh.id dengan judul Semua Bilik Dalam Keadaan Baik"
    page = text.read("\n\n".join([*lines, *BODY, source]).encode())
    assert clean(page, GENERIC, Calendars()).article.title.value == "Semua Bilik Dalam Keadaan Baik"


def web(head: str, above: str) -> CleanedPage:
    paragraphs = "".join(f"<p>{line}</p>" for line in BODY)
    data = f"<html><head>{head}</head><body><article>{above}<div>{paragraphs}</div></article></body></html>"
    return clean(html.read(data.encode(), lambda meta: ()), GENERIC, Calendars())


@pytest.mark.parametrize(
    ("head", "above"),
    [
        (f"<title>{TITLE} | Kabar Melati</title>", "<h1>Kabar Melati Hari Ini</h1>"),
        (f'<meta property="og:title" content="{TITLE}"><meta property="og:site_name" content="Kabar Kota Melati">',
         "<h1>Kabar Kota Melati</h1>"),
        (f'<meta property="og:title" content="{TITLE}"><title>{TITLE} - Kabar</title>',
         "<h3>Petugas Kelurahan Melati Hitung Ulang</h3>"),
        ("", f"<h1>{TITLE}</h1>"),
        ("<title>Kabar Melati</title>", f"<table><tr><td>KABAR KOTA KENANGA RAYA</td></tr></table><h1>{TITLE}</h1>"),
    ],
    ids=["the heading is the site's", "site_name tells that", "a heading has half of it", "no head", "a table above"],
)  # fmt: skip
def test_the_headline_of_a_web_page_is_never_the_name_of_its_site_nor_a_part_of_itself(head, above):
    assert web(head, above).article.title.value == TITLE


def test_what_markup_tells_and_no_line_prints_rests_on_metadata():
    title = web(f'<meta property="og:title" content="{TITLE}">', "").article.title
    assert (title.value, title.basis) == (TITLE, "metadata")


def test_the_decision_holds_every_candidate_with_its_weight():
    decision = read(OTHER[0], TITLE, DAY).decisions["title"]
    assert [weighed.candidate.value for weighed in decision.ranked] == [TITLE, OTHER[0]]
    assert decision.ranked[0].weight > weights_of("title").stated > decision.ranked[1].weight

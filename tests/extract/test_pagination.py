"""Page marks tell which part of an article was saved; an article with all its parts on one page is whole."""

from __future__ import annotations

import pytest

from kliping.extract import completeness
from kliping.extract.layout import lay_out
from kliping.formats import text
from kliping.outlets.profile import Profile
from kliping.outlets.vocabulary import generic_words

GENERIC = Profile(generic_words())
TITLE = "Panitia Melati Cat Ulang Bilik Suara Lama"
LEAD = "Panitia pemilihan Kelurahan Melati mengecat ulang dua puluh bilik suara peninggalan pemilihan sebelumnya."
MORE = "Bilik itu dijemur di halaman sekolah sampai sore dan baru boleh dipakai lusa."
FIRST = [TITLE, f"JAKARTA, CONTOHKABAR.COM - {LEAD}", MORE]
LATER = [TITLE, LEAD, MORE]

CASES = [
    ([*FIRST, "Halaman 1 dari 3"], "page 1 of 3 only"),
    ([*LATER, "Halaman 2 dari 3"], "page 2 of 3 only"),
    (["Halaman 2 dari 3", *LATER, "Halaman 2 dari 3"], "page 2 of 3 only"),
    ([*LATER, "Page 2 of 4"], "page 2 of 4 only"),
    ([*LATER, "Halaman : 1/2"], "page 1 of 2 only"),
    ([*FIRST, "1 dari 4 halaman"], "page 1 of 4 only"),
    (["3 dari 4 halaman", *LATER], "page 3 of 4 only"),
    ([*FIRST, "Halaman 1 dari 3", LEAD, "Halaman 2 dari 3"], "pages 1-2 of 3 only"),
    ([*FIRST, "Halaman: 1 2 3 Show All"], "page 1 of 3 only"),
    ([*FIRST, "Halaman:", "1", "2", "3", "All"], "page 1 of 3 only"),
    ([*FIRST, "Halaman selanjutnya", "Halaman", "1234", "Tags"], "page 1 of 4 only"),
    ([*FIRST, "Halaman123", "Berita Terkait", "Harga Cabai di Pasar Turun"], "page 1 of 3 only"),
    ([*FIRST, "1 2 3 Selanjutnya"], "page 1 of 3 only"),
    ([*FIRST, "Laman: 1 2"], "page 1 of 2 only"),
    ([*LATER, "Halaman: 1 2 3 Show All"], "one page of 3 only"),
    ([*FIRST, "Halaman Selanjutnya"], "page 1 only; the article goes on"),
    ([*FIRST, "Halaman Selanjutnya : Cat Merah Habis Duluan"], "page 1 only; the article goes on"),
    ([*FIRST, "Bersambung ke halaman berikutnya >>>"], "page 1 only; the article goes on"),
    ([*LATER, "Selengkapnya di halaman selanjutnya."], "one page only; the article goes on"),
]  # fmt: skip

WHOLE = {
    "no mark": LATER,
    "parts on one page": [*FIRST, "2 dari 3 halaman", "Cat Sumbangan Toko", LEAD, "3 dari 3 halaman", MORE],
    "parts on one page, with promotion at the end": [*FIRST, "2 dari 3 halaman", "Saksikan Video Pilihan Berikut Ini:"],
    "all pages one after the other": [*FIRST, "Halaman 1 dari 2", LEAD, MORE, "Halaman 2 dari 2"],
    "all pages asked for": [*FIRST, "Halaman all", "Halaman: 1 2 3"],
    "one page of one": [*FIRST, "Halaman 1 dari 1"],
    "a slide show": [*FIRST, "1 of 7"],
    "a foot of the site": [*FIRST, "Selanjutnya"],
    "links above the article": ["Halaman: 1 2 3", *FIRST],
}


def layout_of(lines: list[str]):
    return lay_out(text.read("\n".join(lines).encode()), GENERIC)


def doubts(lines: list[str], address: str | None = None, title: str = "") -> tuple[str, ...]:
    layout = layout_of(lines)
    return completeness.doubts(layout, [layout.blocks[i].text for i in layout.indices("body")], address, title)


@pytest.mark.parametrize(("lines", "note"), CASES)
def test_a_part_of_an_article_says_which(lines, note):
    assert doubts(lines) == (f"body: {note}",)


@pytest.mark.parametrize("lines", WHOLE.values(), ids=WHOLE.keys())
def test_a_whole_article_has_no_note(lines):
    assert doubts(lines) == ()


@pytest.mark.parametrize(
    ("address", "notes"),
    [
        ("https://contohkabar.com/melati?page=all", ()),
        ("https://contohkabar.com/melati?page=2", ("body: page 2 of 3 only",)),
        ("https://contohkabar.com/melati", ("body: page 1 of 3 only",)),
    ],
)
def test_an_address_tells_which_page_it_is(address, notes):
    assert doubts([*FIRST, "Halaman: 1 2 3"], address) == notes
    assert doubts(LATER, "https://contohkabar.com/melati?page=2") == ("body: page 2 only",)


def test_the_title_of_the_page_tells_it_too():
    assert doubts([*FIRST, "Halaman: 1 2"], title=f"{TITLE} - Halaman 2") == ("body: page 2 of 2 only",)
    assert doubts([*FIRST, "Halaman: 1 2"], title=f"{TITLE} | Page All") == ()
    assert doubts(LATER, title="Dua Halaman 2024") == ()


@pytest.mark.parametrize("lines", [lines for lines, _ in CASES])
def test_page_marks_are_no_part_of_the_text(lines):
    layout = layout_of(lines)
    assert {layout.blocks[i].text for i in layout.indices("body")} == {FIRST[1], LEAD, MORE} & set(lines)


@pytest.mark.parametrize(
    "line",
    ["Halaman Kantor Penuh Bilik", "Halaman selanjutnya memuat daftar nama", "12 kecamatan", "1 2 3", "2 dari 3 kotak"],
)
def test_lines_of_a_text_are_no_page_marks(line):
    layout = layout_of([TITLE, LEAD, line, MORE])
    assert layout.indices("body") == [1, 2, 3]

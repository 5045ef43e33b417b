"""What each line of a page is taken for. Each page is written out as (role, line) pairs, b for the body."""

from __future__ import annotations

import pytest

from kliping.extract.labels import Layout
from kliping.extract.layout import lay_out
from kliping.formats import text
from kliping.outlets.profile import Profile
from kliping.outlets.vocabulary import generic_words

TITLE = "Gudang Kelurahan Melati Penuh Kotak Suara"
DAY = "Rabu, 19 Juni 2024 10:00 WIB"
LEAD = "Petugas memeriksa kotak suara di gudang Kelurahan Melati sejak pagi buta."
MORE = "Ketua panitia menyebut semua kotak dalam keadaan baik dan siap dipakai."
LAST = "Warga sekitar ikut membantu menata kursi sampai malam tiba."
LONG = "Menurut panitia, kotak suara itu akan dikirim ke sembilan kelurahan memakai truk tertutup, {} sampai tiba di tujuan."
GENERIC = Profile(generic_words())

PAGES = {
    "a ticker stands above the headline": [
        ("ticker", "- Harga Cabai Turun di Pasar Melati"), ("ticker", "- Lomba Perahu Hias Ramai Penonton."),
        ("title", TITLE), ("body", LEAD), ("body", MORE),
    ],
    "a short last sentence and a quote that begins as promotions do": [
        ("title", TITLE), ("body", LEAD), ("body", '"Mari bergabung bersama kami menjaga gudang," kata ketua panitia.'),
        ("body", MORE), ("body", "Rapat selesai sore."),
    ],
    "a list of related headlines stands in the text": [
        ("title", TITLE), ("body", LEAD), ("related", "Baca Lainnya :"), ("related", "- Harga Cabai Turun di Pasar"),
        ("related", "- Lomba Perahu Hias Ramai, Siapa Juaranya?"), ("body", MORE), ("body", LAST),
    ],
    "the mark stands alone and its headline on the next line": [
        ("title", TITLE), ("body", LEAD), ("related", "Baca Juga"), ("related", "Harga Cabai di Pasar Melati Turun"),
        ("body", MORE), ("related", "Baca juga:"), ("related", "Lomba Perahu Hias Ramai, Siapa Juaranya?"), ("body", LAST),
    ],
    "the headline under a mark ends in three dots": [
        ("title", TITLE), ("body", LEAD), ("related", "Baca juga:"), ("related", "Harga Cabai di Pasar Melati Turun Lagi..."),
        ("body", MORE),
    ],
    "the headline under a mark quotes somebody": [
        ("title", TITLE), ("body", LEAD), ("related", "Baca juga:"), ("related", 'Camat Melati: "Kami Siap Bekerja Sampai Malam"'),
        ("body", MORE),
    ],
    "a subheading follows a mark that has its headline": [
        ("title", TITLE), ("body", LEAD), ("related", "Baca Juga: Harga Cabai di Pasar Turun"), ("body", "Cara Melapor"),
        ("body", MORE),
    ],
    "two lists stand in the text": [
        ("title", TITLE), ("body", LEAD), ("related", "Baca Lainnya :"), ("related", "- Harga Cabai Turun"), ("body", MORE),
        ("related", "Baca Lainnya :"), ("related", "- Taman Baru Dibuka"), ("related", "- Sungai Dikeruk"), ("body", LAST),
    ],
    "a list of the article's own stays": [
        ("title", TITLE), ("body", LEAD), ("body", "- Kotak suara 120 buah"), ("body", "- Bilik suara 60 buah"), ("body", MORE),
    ],
    "a closing line ends the article": [
        ("title", TITLE), ("body", LEAD), ("body", MORE), ("related", "BERITA TERKAIT"), ("related", "Harga Cabai Turun"),
        ("related", LAST), ("comments", "Tinggalkan Balasan"),
    ],
    "the text goes on after a share line": [
        ("title", TITLE), ("body", LEAD), ("share", "Bagikan ke :"), ("share", "Facebook"),
        ("body", LONG.format("dikawal petugas")), ("body", LONG.format("dijaga warga")),
    ],
    "a pull quote repeats a sentence": [
        ("title", TITLE), ("body", LEAD), ("pull_quote", "Semua kotak dalam keadaan baik"),
        ("body", "“Semua kotak dalam keadaan baik dan siap dipakai,” kata ketua panitia."), ("body", LAST),
    ],
    "a photo counter is followed by its caption": [
        ("title", TITLE), ("body", LEAD), ("photo", "Foto 1 dari 6"), ("caption", "Petugas mengangkat kotak suara ke truk"),
        ("body", MORE),
    ],
    "a spam word stands before every line": [
        ("title", f"slot88 {TITLE}"), ("body", f"slot88 {LEAD}"), ("related", "slot88 Baca Juga: Harga Cabai Turun"),
        ("body", f"slot88 {MORE}"), ("related", "slot88 Berita Terkait"), ("related", "slot88 Lomba Perahu"),
    ],
    "tags stand behind the body": [
        ("title", TITLE), ("body", LEAD), ("body", MORE), ("tags", "gudang melati"), ("tags", "kotak suara"),
        ("tags", "Pilkada 2024"),
    ],
    "the first tag may be a single word": [
        ("title", TITLE), ("body", LEAD), ("body", MORE), ("tags", "KPU"), ("tags", "gudang melati"),
    ],
    "the rows of a table behind the body are no tags": [
        ("title", TITLE), ("body", LEAD), ("body", "Melati: 120 kotak"), ("body", "Mawar: 60 kotak"),
    ],
    "a quotation behind the last sentence is no tag": [
        ("title", TITLE), ("body", LEAD), ("body", MORE), ("body", "Kepada petugas jaga di kantor panitia,"),
        ("body", '"Kita jaga gudang ini baik-baik," tutup Ketua Panitia Melati'), ("tags", "gudang melati"),
    ],
    "somebody speaks behind the last sentence without marks": [
        ("title", TITLE), ("body", LEAD), ("body", MORE), ("body", "Gudang aman, kata Bagas"), ("tags", "kotak suara"),
    ],
    "headlines of other news with their days stand around a text with a dateline": [
        ("ticker", "Dinas Pasar Kenanga Borong Cabai Rawit"), ("ticker", "23 Oktober 2025 19:40"),
        ("body", f"MELATI, KABAR - {LEAD}"), ("body", MORE), ("body", LAST), ("ticker", "23 Oktober 2025 19:40"),
    ],
    "a headline that shares no word with the text is its own where its day stands there once": [
        ("title", "Dinas Pasar Kenanga Borong Cabai Rawit"), ("byline", "23 Oktober 2025 19:40"),
        ("body", f"MELATI, KABAR - {LEAD}"), ("body", MORE), ("body", LAST), ("byline", "22 Oktober 2025 19:40"),
    ],
    "the headline of this text has its day below it": [
        ("title", TITLE), ("byline", "23 Oktober 2025 19:40"), ("body", f"MELATI, KABAR - {LEAD}"), ("body", MORE),
        ("body", LAST), ("byline", "23 Oktober 2025 19:40"),
    ],
    "the site's buttons stand behind the text": [
        ("title", TITLE), ("body", LEAD), ("advert", "SCROLL TO RESUME CONTENT"), ("body", MORE), ("body", LAST),
        ("promotion", "Ikuti kami di Google News"), ("navigation", "No More Posts Available."),
        ("navigation", "Getting Info..."), ("advert", "Virus-free.www.contoh.com"),
    ],
    "hashtags and keywords stand around the body": [
        ("tags", "id KPU,Tahapan Pemilu 2019"), ("title", TITLE), ("body", LEAD), ("body", MORE), ("tags", "#Pilkada2024 #Melati"),
    ],
    "adverts and page marks stand between paragraphs": [
        ("title", TITLE), ("body", LEAD), ("advert", "ADVERTISEMENT"), ("body", MORE),
        ("advert", "SCROLL TO CONTINUE WITH CONTENT"), ("navigation", "2 dari 3 halaman"),
        ("video", "Saksikan video pilihan berikut ini:"), ("body", LAST),
    ],
    "the site's own lines stand around the byline": [
        ("navigation", "Beranda / Berita / Nasional"), ("title", TITLE), ("navigation", "A A A"), ("byline", DAY),
        ("navigation", "waktu baca 2 menit"), ("body", LEAD), ("body", MORE),
    ],
    "caption, summary and deck stand between headline and body": [
        ("title", TITLE), ("summary", "- Kotak suara tiba di gudang"), ("byline", DAY),
        ("caption", "Petugas di gudang (Foto: Galuh Prameswari)"), ("body", LEAD), ("body", MORE),
    ],
    "the page prints no headline": [("share", "Bagikan"), ("body", LEAD), ("body", MORE)],
    "the byline stands behind the body": [
        ("title", TITLE), ("body", LEAD), ("body", MORE), ("byline", "Penulis : Galuh Prameswari"),
        ("byline", "Editor: Teguh Wiratmoko"),
    ],
}  # fmt: skip


def laid_out(*lines: str) -> Layout:
    return lay_out(text.read("\n".join(lines).encode()), GENERIC)


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES.keys())
def test_every_line_is_taken_for_what_it_is(page):
    layout = laid_out(*(line for _, line in page))
    assert [(verdict.role, verdict.block.text) for verdict in layout.labels] == page


@pytest.mark.parametrize(
    "headline",
    [
        "Debat Kedua Digelar di Ancol - Ini Temanya",
        "KPU Jakarta Ajak Pemilih Pemula 'Awasi Bersama'",
        'Camat Melati: "Kami Siap Bekerja Sampai Malam"',
        "Kampanye Akbar Dimulai 25 September 2024",
        "Laporan Dana Kampanye Tiga Paslon Lengkap",
        "Kotak Suara Tiba di Gudang, Ini Jumlahnya...",
        "Siapa Penjaga Gudang Kotak Suara di Kelurahan Melati?",
    ],
)
def test_a_headline_is_found_whatever_its_form(headline):
    layout = laid_out(headline, LEAD, MORE, LAST)
    assert layout.title == 0
    assert layout.indices("body") == [1, 2, 3]


@pytest.mark.parametrize("lines", [[TITLE], [TITLE, "Bagikan", "Berita Terkait"], ["Komentar"]])
def test_a_page_without_a_sentence_has_no_body(lines):
    assert laid_out(*lines).start is None


def test_what_was_removed_is_counted_by_kind():
    layout = laid_out(
        TITLE, DAY, LEAD, "Baca Juga", "Harga Cabai Turun di Pasar", MORE, "BERITA TERKAIT", "Lomba Perahu", "#kotak"
    )
    assert layout.removed() == {"related": 4, "tags": 1}

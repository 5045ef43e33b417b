"""A text that stops before its end says so; a row, a credit or a full stop the outlet forgot is no cut."""

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
QUOTE = '"Catnya sumbangan toko bangunan di seberang kantor," kata Galuh Prameswari.'
PAGE = [TITLE, LEAD, QUOTE, MORE]

SENTENCE, DOTS, WALL = "ends in mid-sentence", "ends in dots", "the rest is for subscribers"
SHORT = "shorter than its reading time"
CUT = [
    (SENTENCE, [*PAGE, "Ketua panitia, Teguh Wiratmoko, mengaku sudah memesan kuas baru dari"]),
    (SENTENCE, [*PAGE, "Ketua panitia, Teguh Wiratmoko, mengaku sudah memesan kuas baru,"]),
    (SENTENCE, [TITLE, LEAD, "Ketua panitia mengaku sudah memesan kuas yang"]),
    (SENTENCE, [*PAGE, 'Menurut Teguh, cat sisa akan dipakai untuk pagar. "Sayang kalau dibuang begitu saja']),
    (SENTENCE, [*PAGE, "Menurut Teguh, cat sisa akan dipakai untuk pagar sekolah (yang juga sudah", "Berita Terkait"]),
    (SENTENCE, [TITLE, LEAD, "Ketua panitia, Teguh Wiratmoko, mengaku sudah memesan kuas baru untuk", "bilik suara", "cat"]),
    (DOTS, [*PAGE, "Ketua panitia, Teguh Wiratmoko, mengaku sudah memesan kuas baru dari ..."]),
    (DOTS, [*PAGE, "Ketua panitia, Teguh Wiratmoko, mengaku sudah memesan kuas baru dari […]"]),
    (DOTS, [*PAGE, "Ketua panitia, Teguh Wiratmoko, mengaku sudah memesan kuas bar...", "Baca selengkapnya"]),
    (DOTS, [*PAGE, "Ketua panitia, Teguh Wiratmoko, mengaku sudah memesan kuas [...]", "Read more"]),
    (SHORT, [TITLE, "Oleh", "GALUH PRAMESWARI", "· 4 menit baca", LEAD, MORE, "Editor:", "TEGUH WIRATMOKO"]),
    (SHORT, [TITLE, "waktu baca 3 menit", LEAD]),
    (WALL, [*PAGE, "Berlangganan untuk lanjutkan membaca.", "Kami mengemas berita, dengan cerita."]),
    (WALL, [*PAGE, "Editor: Galuh Prameswari", "Artikel ini khusus pelanggan", "Masuk"]),
    (WALL, [TITLE, LEAD, "Untuk melanjutkan membaca artikel ini, silakan masuk ke akun Anda."]),
    (WALL, [TITLE, LEAD, "to Read Full Story", "Subscribe to read this story and more."]),
]  # fmt: skip

ENDED = {
    "a full stop": PAGE,
    "a quote": [TITLE, LEAD, MORE, '"Sayang kalau dibuang begitu saja," kata dia. "Nanti dipakai lagi..."'],
    "a question": [TITLE, LEAD, "Lantas, ke mana sisa cat yang menumpuk di gudang sekolah itu dibawa?"],
    "a credit": [*PAGE, "(gil/jpnn)"],
    "a name": [*PAGE, "Galuh Prameswari"],
    "a credit glued on": [TITLE, LEAD, f"{MORE} (nov)"],
    "tags": [*PAGE, "bilik suara", "kelurahan melati"],
    "a list": [*PAGE, "1. Dua puluh bilik suara dicat ulang dengan warna biru tua", "2. Sepuluh kursi kayu diperbaiki tukang dari kampung"],
    "a list with dashes": [*PAGE, "- dua puluh bilik suara dicat ulang dengan warna biru tua dan"],
    "a table": [*PAGE, "Kelurahan Melati 20 bilik", "Kelurahan Mawar 14 bilik", "Total 34"],
    "rows of words": [*PAGE, "Rinciannya:", "bilik yang dicat ulang di kelurahan itu ada dua puluh",
                      "bilik yang dibuang dari gudang kelurahan itu ada empat belas"],
    "a forgotten full stop among others": [
        TITLE, f"{LEAD} {MORE}".rstrip("."), f"{MORE} {LEAD}".rstrip("."), "Ketua panitia, Teguh Wiratmoko, mengaku sudah memesan kuas baru dari pasar",
    ],
    "a forgotten full stop, and the page goes on": [
        *PAGE, "Ketua panitia, Teguh Wiratmoko, mengaku sudah memesan kuas baru dari pasar", "Berita Terkait", "Harga Cabai Turun",
    ],
    "a forgotten full stop at the end of the page": [*PAGE, "Ketua panitia, Teguh Wiratmoko, mengaku sudah memesan kuas baru"],
    "a forgotten full stop in a short text": [TITLE, LEAD, "Ketua panitia mengaku sudah memesan sepuluh kuas baru di pasar"],
    "a promotion": [*PAGE, "Nyaman tanpa iklan. Langganan BisnisPro"],
    "a minute to read": [TITLE, "1 menit baca", LEAD],
    "a time that fits": [TITLE, "Waktu baca 3 menit", LEAD, QUOTE, MORE, LEAD, MORE],
    "a film of some minutes": [TITLE, "Durasi 40 menit", LEAD],
    "minutes in the text": [TITLE, LEAD, "Selang 40 menit", MORE],
    "a wall above the text": ["Artikel ini khusus pelanggan", *PAGE],
    "a schedule": [*PAGE, "Pengecatan bilik suara tahap kedua di gudang dan balai warga pada 12-14 Juni 2024"],
    "a figure behind a colon": [*PAGE, "Jumlah bilik suara yang dicat ulang di kelurahan itu: dua puluh"],
    "one sentence in all": [TITLE, LEAD],
}  # fmt: skip


def doubts(lines: list[str]) -> tuple[str, ...]:
    layout = lay_out(text.read("\n".join(lines).encode()), GENERIC)
    return completeness.doubts(layout, [layout.blocks[i].text for i in layout.indices("body")], None)


@pytest.mark.parametrize(("how", "lines"), CUT)
def test_a_text_that_stops_before_its_end_says_how(how, lines):
    assert doubts(lines) == (f"body: text is cut: {how}",)


@pytest.mark.parametrize("lines", ENDED.values(), ids=ENDED.keys())
def test_a_text_that_ends_has_no_note(lines):
    assert doubts(lines) == ()

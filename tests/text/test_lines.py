"""The shape of a line: sentences, headlines and names are told apart without knowing a word of the news."""

from __future__ import annotations

import pytest

from kliping.text.lines import capital_share, ends_sentence, is_name, is_prose, is_unfinished, words

PROSE = [
    "Petugas memeriksa kotak suara sejak pagi.",
    "Apakah warga sudah terdaftar sebagai pemilih?",
    '"Kami siap bekerja sampai malam," ujarnya.',
    "Kami siap bekerja sampai malam hari”",  # a quote that opened in the paragraph before
    "Berikut isi papan pengumuman tersebut:",
    " ".join(["kata"] * 25),  # no headline is so long
]
HEADLINES = [
    "Gudang Kelurahan Melati Penuh Kotak Suara",
    "Siapa Calon Gubernur Pilihan Warga Jakarta?",
    "Resmi! Ini Nomor Urut Calon Gubernur Jakarta!",
    "Kotak Suara Tiba di Gudang, Ini Jumlahnya…",
    "Kotak Suara Tiba di Gudang, Ini Jumlahnya...",
    'KPU Jakarta Ajak Pemilih Pemula "Awasi Bersama"',
    "Pelajar belajar mencoblos lewat kotak suara mini",
]
NEITHER = ["Petugas bekerja.", "Baca Juga:", "Foto", "Ketua menyebut petugas bekerja sejak pagi,", ""]


@pytest.mark.parametrize("line", PROSE)
def test_a_line_of_running_text_is_prose(line):
    assert is_prose(line)


@pytest.mark.parametrize("line", HEADLINES)
def test_a_headline_is_no_prose_whatever_sign_closes_it(line):
    assert not is_prose(line)


@pytest.mark.parametrize("line", NEITHER)
def test_a_short_or_broken_line_is_no_prose(line):
    assert not is_prose(line)


@pytest.mark.parametrize(
    ("line", "ends"),
    [
        ("Selesai.", True),
        ("Selesai?", True),
        ("Selesai!”", True),
        ('Selesai," ', True),
        ("Berikut isinya:", True),
        ("(Selesai.)", True),
        ("Selesai,", False),
        ("Selesai", False),
    ],
)
def test_a_sentence_ends_in_a_full_stop_a_question_a_closing_quote_or_a_colon(line, ends):
    assert ends_sentence(line) is ends


@pytest.mark.parametrize(
    "name",
    [
        "Galuh",
        "Galuh Prameswari",
        "GALUH PRAMESWARI",
        "I Made Wiratmoko",
        "A. B. Prameswari",
        "M. Galuh",
        "Galuh P",
        "Siti Nur'aini",
        "Muhammad Al-Galuh",
        "Galuh bin Wiratmoko",
        "Dr. Galuh Prameswari",
    ],
)
def test_a_few_capitalised_words_could_be_a_name(name):
    assert is_name(name)


@pytest.mark.parametrize(
    "text",
    [
        "galuh prameswari",
        "Kelas 5",
        "Galuh, Bagas",
        "Galuh (kiri)",
        "Satu Dua Tiga Empat Lima Enam Tujuh",
        "nov",
        "C31",
        "",
    ],
)
def test_small_letters_figures_and_signs_are_no_name(text):
    assert not is_name(text)


def test_words_leave_signs_and_keep_what_belongs_together():
    assert words("Pramono-Rano, 8.252.897 pemilih (78,78%)") == ("Pramono-Rano", "8.252.897", "pemilih", "78", "78")


@pytest.mark.parametrize(
    ("line", "share"),
    [
        ("Gudang di Kelurahan Melati dan Mawar", 1.0),
        ("Gudang penuh 2024", 0.5),
        ("semua kecil", 0.0),
        ("2024", 0.0),
        ("", 0.0),
    ],
)
def test_small_words_and_figures_do_not_count_for_the_share_of_capitals(line, share):
    assert capital_share(line) == share


@pytest.mark.parametrize(
    ("line", "hanging"),
    [
        ("Panitia mengaku sudah memesan kuas baru dari", True),
        ("Panitia mengaku sudah memesan kuas baru,", True),
        ('Kuas itu, kata panitia, "sudah dipesan dari pasar lama', True),
        ("Panitia sudah memesan kuas (yang baru", True),
        ("Panitia mengaku sudah memesan kuas baru", False),  # a full stop may be forgotten
        ("Panitia mengaku sudah memesan kuas baru.", False),
        ("kuas baru, bilik suara, kelurahan melati,", False),  # tags
        ("Kuas Baru untuk Bilik Suara Melati dari", False),  # a headline
        ("Kuas dari", False),
        ("20 kotak dan 14 bilik dan", False),  # a row
    ],
)
def test_a_sentence_hangs_where_its_last_word_wants_another(line, hanging):
    assert is_unfinished(line) is hanging

"""Text pages: bytes become lines, whatever their encoding, and nothing invisible comes through."""

from __future__ import annotations

import codecs
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kliping.formats import READERS
from kliping.formats.page import Rejected
from kliping.formats.text import decode, read
from kliping.text.unicode import fold, plain

WORDS = "“Kami siap,” kata Bagas – é"


@pytest.mark.parametrize(
    "data",
    [
        WORDS.encode(),
        codecs.BOM_UTF8 + WORDS.encode(),
        codecs.BOM_UTF16_LE + WORDS.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + WORDS.encode("utf-16-be"),
        WORDS.encode("cp1252"),
    ],
    ids=["utf-8", "utf-8 with mark", "utf-16 little", "utf-16 big", "cp1252"],
)
def test_the_same_words_are_read_from_every_encoding(data):
    assert decode(data) == WORDS


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"PK\x03\x04\x00\x00kotak", "is binary"),
        (b"kotak\x00suara", "is binary"),
        (codecs.BOM_UTF16_LE + b"\x00\xd8\x00", "is not the Unicode text it says it is"),
        (codecs.BOM_UTF8 + b"\xff\xfe", "is not the Unicode text it says it is"),
        (b"kotak \x81\x8d", "is neither UTF-8 nor Windows-1252"),
        (b"", "is empty"),
        (b" \n\t\r\n ", "is empty"),
        ("\u200b\u202e\ufeff\n".encode(), "is empty"),
    ],
)
def test_bytes_that_hold_no_text_are_rejected_with_a_reason_and_a_remedy(data, says):
    with pytest.raises(Rejected) as found:
        read(data)
    assert str(found.value).startswith(says)
    assert "; save the page" in str(found.value)


@pytest.mark.parametrize(
    "sign",
    [
        "\u202e", "\u202a", "\u2066", "\u2069", "\u200b", "\u200e", "\u200d", "\u2060", "\ufeff", "\u00ad", "\x07", "\x1b",
        "\x7f", "\x9b", "\ufffe", "\ufdd0", "\ufff9", "\U0001fffe", "\U0002ffff", "\U0010ffff", "\U000e0041", "\u061c",
    ],
    ids=lambda sign: f"U+{ord(sign):04X}",
)  # fmt: skip
def test_invisible_and_bidi_characters_are_gone(sign):
    assert plain(f"ko{sign}tak") == "kotak"


def test_a_sign_is_kept_or_goes_whatever_else_stands_on_the_page():
    signs = [chr(code) for code in (*range(0x11000), *range(0xE0000, 0xE0100))]
    assert [sign for sign in signs if plain(sign) and plain(f"{sign}\u200b") != plain(sign)] == []
    assert plain("\ufffd\u200b") == "\ufffd"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x85", "\u2028", "\u2029"], ids=ascii)
def test_every_line_end_is_a_line_feed(end):
    assert plain(f"satu{end}dua") == "satu\ndua"


def test_text_is_composed_and_white_space_folded():
    assert plain("e\u0301") == "é"
    assert fold(" satu \t\u00a0dua\u3000 ") == "satu dua"


@settings(deadline=None)
@given(st.text())
def test_no_text_keeps_a_control_character(text):
    found = plain(text)
    assert not [c for c in found if unicodedata.category(c) in ("Cc", "Cs") and c not in "\n\t"]
    assert plain(found) == found


def test_every_line_becomes_a_block_that_knows_its_number_and_the_gap_before_it():
    page = read(b"\nsatu  dua\r\n\r\n \ntiga\nempat\n")
    assert [(block.text, block.line, block.gap) for block in page.blocks] == [
        ("satu dua", 2, True),
        ("tiga", 5, True),
        ("empat", 6, False),
    ]
    assert page.meta == {}


def test_a_page_without_a_last_line_end_keeps_its_last_line():
    assert [block.text for block in read(b"satu\ndua").blocks] == ["satu", "dua"]


def test_a_large_first_letter_on_a_line_of_its_own_goes_before_its_word():
    rest = "undreds of residents queued for a look at the list"
    assert [b.text for b in read(f"Judul\n\nH\n\n{rest}\nundangan".encode()).blocks] == [
        "Judul",
        f"H{rest}",
        "undangan",
    ]
    for above in ("A\nA", "menu\nHH", "X\nKotak"):  # text sizes, a word, the name of a button
        lines = f"{above}\n{rest}".split("\n")
        assert [b.text for b in read("\n".join(lines).encode()).blocks] == lines


def test_text_pages_have_a_reader():
    assert READERS[".txt"](WORDS.encode(), lambda meta: ()) == read(WORDS.encode())

"""Encodings: a page is read right or rejected by name, and what was lost in it is seen."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kliping.formats import html
from kliping.formats.charset import decode
from kliping.formats.page import Rejected
from kliping.text.unicode import plain

# Anything a file may hold but NUL, which no text has, signs that were misread, and a byte order mark at the start.
NO_TEXT = "\0" + "".join(map(chr, range(0x80, 0xA0)))
TEXT = st.text(st.characters(exclude_characters=NO_TEXT, exclude_categories=["Cs"])).filter(lambda t: t[:1] != "\ufeff")
WORDS = st.sampled_from("rapat pleno di kafé Melati Citroën André naïve Señora CAFÉ à Müller 2024 °C".split())
QUOTED = st.lists(WORDS, min_size=1, max_size=4).map(" ".join)
SENTENCE = st.builds(
    str.format,
    st.sampled_from(["“{}” kata Bagas.", "Bagas – {} – pergi.", "“‘{}’ itu…”", "Warga “{}’s, {}.”", "{} itu… “{}”,"]),
    QUOTED,
    QUOTED,
)
RUSSIAN = "Комиссия объявила итоги голосования в районе."
CHINESE = "选举委员会公布了投票结果，居民们随后回家了。"


def outcome(data: bytes) -> str | Rejected:
    try:
        return decode(data)
    except Rejected as error:
        return error


@given(TEXT)
def test_any_text_in_utf8_is_read_as_it_is(text):
    assert decode(text.encode()) == text
    assert decode(codecs.BOM_UTF8 + text.encode()) == text


@given(TEXT, st.sampled_from(["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"]))
def test_any_text_in_utf16_or_utf32_with_a_mark_is_read_as_it_is(text, encoding):
    assert decode(f"\ufeff{text}".encode(encoding)) == text


@given(SENTENCE, st.sampled_from(["utf-16-le", "utf-16-be"]))
def test_utf16_without_a_mark_is_told_by_its_nuls(text, encoding):
    text = f"Warga datang ke balai desa sejak pagi, lalu pulang ke rumah masing-masing. {text} Ā"
    assert decode(text.encode(encoding)) == text


@given(TEXT, st.data())
def test_utf8_cut_off_anywhere_is_read_up_to_there_with_one_mark_of_loss_at_most(text, data):
    raw = text.encode()
    raw = raw[: data.draw(st.integers(0, len(raw)))]
    found = decode(raw)
    whole = raw.decode("utf-8", "ignore")
    assert found.lstrip("\ufeff") in (whole, f"{whole}\ufffd")
    assert (found == whole) == (whole.encode() == raw)


@given(st.lists(SENTENCE, min_size=1, max_size=5).map(" ".join), st.sampled_from([None, "windows-1252", "latin1"]))
@example("“kafé”", None)
@example("“kafé”…", None)
@example("André’s", None)
@example("“É”", None)
def test_words_with_printers_quotes_in_windows_1252_are_read_as_they_are_declared_or_not(text, declared):
    assert decode(text.encode("cp1252"), declared) == text


@settings(max_examples=300)
@given(
    st.binary(max_size=80)
    | st.lists(st.sampled_from([b"\xe2\x80\x9c", b"\xe2\x80", b"\xe9", b"a", b"\x94"])).map(b"".join)
)
def test_any_bytes_are_rejected_with_a_remedy_or_become_text_that_is_read_the_same_again(data):
    found = outcome(data)
    if isinstance(found, Rejected):
        assert "; save the page" in str(found)
    else:
        assert decode(found.encode()) == found


@pytest.mark.parametrize(
    ("broken", "read"),
    [
        (b"\xe2\x80", "\ufffd"),  # cut after the second byte of three
        (b"\xe2", "\ufffd"),
        (b"\xf0\x9f\x98", "\ufffd"),
        (b"\x9d", "\ufffd"),  # cut off in front
        (b"\xe9", "\ufffd"),
        (b"\xed\xa0\xbd\xed\xb8\x80", "\ufffd"),  # one sign in the two halves that old databases write
        (b"\xc0\xaf", "\ufffd\ufffd"),  # a slash in more bytes than it needs: never a slash
    ],
)
def test_one_broken_character_does_not_garble_the_rest_of_a_page(broken, read):
    before, after = "“Kami siap,” kata Bagas – ", " … “Sudah,” katanya."
    for mark in (b"", codecs.BOM_UTF8):
        assert decode(mark + before.encode() + broken + after.encode()) == before + read + after


@pytest.mark.parametrize("declared", [None, "utf-8"])
def test_a_teaser_cut_inside_a_quote_is_utf8_where_nothing_else_tells(declared):
    assert (
        decode(b'<meta content="Rapat pleno \xe2\x80"><p>Rapat', declared)
        == '<meta content="Rapat pleno \ufffd"><p>Rapat'
    )


def test_a_declaration_of_utf8_decides_about_a_single_byte_only():
    assert decode(b"kafe \xe2 itu", "utf-8") == "kafe \ufffd itu"
    assert decode(b"kaf\xe9 itu") == "kafé itu"
    assert decode("“Kami siap,” katanya".encode("cp1252"), "utf-8") == "“Kami siap,” katanya"


def test_signs_of_windows_1252_that_were_taken_for_latin1_are_those_signs():
    words = "“Kami siap…” kata Bagas – é"
    assert decode(words.encode("cp1252").decode("latin-1").encode()) == words
    assert decode("“Kami siap,” € é".encode("cp1252"), "iso-8859-15") == "“Kami siap,” € é"


def test_a_second_mark_and_one_inside_are_no_text():
    assert decode(codecs.BOM_UTF8 * 3 + b"satu") == "satu"
    page = html.read("\ufeff\ufeff<html><body><p>satu \ufeffdua</p></body></html>".encode(), lambda meta: [])
    assert [block.text for block in page.blocks] == ["satu dua"]


@pytest.mark.parametrize(
    ("declared", "text", "encoding"),
    [
        ("gb2312", CHINESE, "gb2312"),
        ("x-gbk", CHINESE, "gbk"),
        ("windows-1251", RUSSIAN, "cp1251"),
        ("KOI8-R", RUSSIAN, "koi8-r"),
        ("shift_jis", "投票の結果を発表しました", "shift_jis"),
        ("windows-1250", "kafé", "cp1250"),
        ("utf-7", "“Kami”", "utf-7"),
        ("iso-2022-jp", "投票", "iso2022_jp"),
    ],
)
def test_a_page_that_declares_what_is_not_read_is_rejected_by_that_name(declared, text, encoding):
    page = f"<meta charset='{declared}'><p>{text}</p>".encode(encoding)
    with pytest.raises(Rejected, match=f"^declares {declared}, which is not read; save the page again as UTF-8"):
        html.read(page, lambda meta: [])


@pytest.mark.parametrize("declared", ["gb2312", "windows-1251", "iso-2022-jp", "utf-16", "utf8mb4", "x"])
def test_utf8_is_read_whatever_it_declares(declared):
    assert decode("“Kami siap”".encode(), declared) == "“Kami siap”"
    assert decode("“Kami siap” \ufffd".encode().replace(b"\xef\xbf\xbd", b"\xff"), declared) == "“Kami siap” \ufffd"


@pytest.mark.parametrize(
    "declared", ["ascii", "ISO-8859-1", "iso88591", "x-cp1252", "utf8mb4", "utf-16", "php-echo", ""]
)
def test_latin1_and_names_that_nobody_knows_are_windows_1252(declared):
    assert decode("“Kami siap”".encode("cp1252"), declared) == "“Kami siap”"


@pytest.mark.parametrize(
    ("text", "encodings"),
    [
        (RUSSIAN, ["cp1251", "koi8-r", "iso8859-5", "cp866"]),
        (CHINESE, ["gbk"]),
        ("選舉委員會公布了投票結果，居民們隨後回家了。", ["big5"]),
        ("選挙管理委員会は投票の結果を発表しました。", ["shift_jis", "euc-jp"]),
        ("선거 위원회는 투표 결과를 발표했고 주민들은 집으로 돌아갔다.", ["euc-kr"]),
        ("คณะกรรมการประกาศผลการลงคะแนนแล้ว", ["tis-620"]),
        ("أعلنت لجنة الانتخابات نتائج التصويت", ["cp1256"]),
        ("Η επιτροπή ανακοίνωσε τα αποτελέσματα", ["cp1253"]),
    ],
)
def test_words_of_another_script_are_never_taken_for_windows_1252(text, encodings):
    for encoding in encodings:
        for declared in (None, "iso-8859-1"):
            with pytest.raises(Rejected, match="encoding that is not read; save the page again as UTF-8"):
                decode(b"<p class=isi>Berita pemilu hari ini</p>" * 20 + text.encode(encoding), declared)


@pytest.mark.parametrize(
    "text",
    [
        "—————————— ••••• \u00a0\u00a0\u00a0«Une journée créée à l’été…» São José, coração, Müßiggänger, señoría",
        "“‘Ya…’” katanya. " * 20,  # three signs side by side, and no letter
        "“Goéééééééééééééééééééééééééééééél",  # a letter again and again
        "“Kami” – “kita” pergi ke kafé…” " * 20,  # some, and more that stand alone
    ],
)
def test_signs_and_letters_of_neighbours_are_windows_1252(text):
    assert decode(text.encode("cp1252")) == text


@pytest.mark.parametrize(
    "data", ["kotak\0suara".encode("utf-16"), "kotak".encode("utf-32-le"), b"kotak\0suara", b"\0" * 8]
)
def test_nuls_are_no_text_in_any_encoding(data):
    with pytest.raises(Rejected, match="is binary"):
        decode(data)


def test_the_mark_of_a_lost_character_stays_in_the_text():
    assert plain("ko\ufffdtak\u200b") == "ko\ufffdtak"

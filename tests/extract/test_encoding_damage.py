"""Characters that were lost or misread before a page came here are told, in text and headline, and never mended."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kliping.extract.encoding_damage import doubts
from kliping.text.unicode import fold, plain
from tests.conftest import Project, story

LETTERS = "🏆“”‘’–—…éñüàç°©®·½€™íÁ"


@pytest.mark.parametrize(
    "text",
    [
        "“‘Kami siap…’” kata Bagas – é",
        "“kafé”… dan “CAFÉ”, André’s, château’s, crèche», naïve",
        "SÃO PAULO, GUSMÃO, São Tomé, Âge, Ångström, Ærø, Ð",
        "30°–40°, 2×½, Nestlé®, €5, 7½",
        "الله 选举 Комиссия",
    ],
)
def test_a_sound_text_leaves_no_doubt(text):
    assert doubts(text) == []


@pytest.mark.parametrize(
    ("letter", "codec"),
    [*((letter, "cp1252") for letter in "“‘’–—…é©°·ü½€😀ا文И"), *((letter, "latin-1") for letter in LETTERS)],
)
def test_what_was_read_in_a_wrong_encoding_is_told(letter, codec):
    misread = f"kata{letter} lalu".encode().decode(codec)
    assert doubts(fold(plain(misread.translate({c: bytes([c]).decode("cp1252", "ignore") for c in range(128, 160)}))))


@pytest.mark.parametrize("text", ["Pukul 10.00Â  WIB", "Â", "GarcÃa", "sudahÃ pulang", "ð—£emilu", "“Yaâ€ katanya"])
def test_what_is_left_of_misread_signs_is_told(text):
    """The other bytes had no sign, or one that is white space."""
    assert doubts(text)


@given(st.text(st.sampled_from("“‘’–—…éüñ中И😀"), min_size=1))
def test_any_run_of_misread_characters_is_told(text):
    assert doubts(f"kata {text.encode().decode('cp1252')} lalu")[0].startswith("signs such as “")


def test_each_lost_character_counts():
    assert doubts("kata \ufffd") == ["1 character was lost; it stands as \ufffd"]
    assert doubts("â€œkata\ufffd \ufffd") == [
        "signs such as “â€œ” were read in a wrong encoding",
        "2 characters were lost; they stand as \ufffd",
    ]


@pytest.mark.parametrize("name", ["a.txt", "a.html"])
def test_an_article_shows_what_was_lost_where_it_stood_and_says_so(project: Project, name: str) -> None:
    page = story(headline="Gudang Melati – Sortir Surat “Suara” Pilgub Jakarta").replace("bergantian", "“bergantian”")
    if name == "a.html":
        title, *lines = filter(None, page.split("\n"))
        page = f"<html><body><h1>{title}</h1>" + "".join(f"<p>{line}</p>" for line in lines)
    raw = page.encode().replace("”".encode(), b"\xe2\x80")
    project.page(name, raw)
    project.clean()
    values, body, path = project.article(name)
    assert values["title"] == "Gudang Melati – Sortir Surat “Suara\ufffd Pilgub Jakarta"
    assert "“bergantian\ufffd itu" in body
    assert path.stem.startswith("gudang-melati-sortir-surat-suara-pilgub-jakarta-")
    assert values["review"] == [f"{field}: 1 character was lost; it stands as \ufffd" for field in ("title", "body")]
    project.page("a.yaml", "title: Gudang Melati\n")
    project.clean()
    assert project.article(name)[0]["review"] == ["body: 1 character was lost; it stands as \ufffd"]


def test_an_article_that_was_misread_before_it_was_saved_is_printed_as_it_came_and_says_so(project: Project) -> None:
    project.page("a.txt", story().replace("bergantian", "“bergantian”".encode().decode("latin-1")))
    project.clean()
    values, body, _ = project.article("a.txt")
    assert "â€œbergantianâ€ itu" in body
    assert values["review"] == ["body: signs such as “â€œ” were read in a wrong encoding"]


def test_a_page_in_a_foreign_encoding_is_rejected_and_harms_no_other(project: Project) -> None:
    project.page("baik.txt", story())
    project.page("asing.txt", "Комиссия объявила итоги голосования в районе.".encode("cp1251"))
    report = project.clean()
    assert report.rejected == {"asing.txt": "is in an encoding that is not read; save the page again as UTF-8 text"}
    assert report.articles == 1

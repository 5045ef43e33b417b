"""The head of an HTML page: what it says of itself, by name."""

from __future__ import annotations

import json

import pytest
from lxml import etree

from kliping.formats.html.head import read_head


def meta(head: str, before: str = "") -> dict[str, str]:
    page = f"<!doctype html>{before}<html><head>{head}</head><body><p>x</body></html>"
    return read_head(etree.fromstring(page, etree.HTMLParser()))


def ld(*things: object) -> str:
    return "".join(f'<script type="application/ld+json">{json.dumps(thing)}</script>' for thing in things)


@pytest.mark.parametrize(
    ("head", "name", "value"),
    [
        ("<title> Kotak  Suara </title>", "title", "Kotak Suara"),
        ('<meta property="og:title" content="Kotak">', "og:title", "Kotak"),
        ('<meta name="Author" content="Danu">', "author", "Danu"),
        ('<meta itemprop="datePublished" content="2024-11-05">', "datepublished", "2024-11-05"),
        ('<link rel="canonical" href="https://contoh.id/a">', "link:canonical", "https://contoh.id/a"),
        ('<meta name="x" content=""><meta name="x" content="b">', "x", "b"),
        ('<meta name="x" content="a"><meta name="x" content="b">', "x", "a"),
    ],
)
def test_elements_of_the_head_are_found_by_name_and_the_first_with_a_value_counts(head, name, value):
    assert meta(head)[name] == value


def test_the_title_of_a_drawing_is_not_the_title_of_the_page():
    assert "title" not in meta("<svg><title>logo</title></svg>")


@pytest.mark.parametrize(
    ("things", "name", "value"),
    [
        ([{"@type": "NewsArticle", "author": {"@type": "Person", "name": "Danu"}}], "ld:author", "Danu"),
        ([{"@type": "NewsArticle", "author": [{"name": "Danu"}, {"name": "Laras"}]}], "ld:author", "Danu & Laras"),
        ([{"@type": ["Article"], "author": "Danu"}], "ld:author", "Danu"),
        (
            [{"@graph": [{"@type": "Person", "name": "x"}, {"@type": "NewsArticle", "headline": "Kotak"}]}],
            "ld:headline",
            "Kotak",
        ),
        (
            [[{"@type": "WebPage", "headline": "Situs"}, {"@type": "NewsArticle", "headline": "Kotak"}]],
            "ld:headline",
            "Kotak",
        ),
        ([{"@type": "NewsArticle", "datePublished": "2024-11-05"}], "ld:datePublished", "2024-11-05"),
        ([{"@type": "NewsArticle", "publisher": {"name": "Kabar Contoh"}}], "ld:publisher", "Kabar Contoh"),
    ],
)
def test_json_ld_tells_of_the_news_article(things, name, value):
    assert meta(ld(*things))[name] == value


@pytest.mark.parametrize(
    "script",
    [
        ld({"@type": "NewsArticle", "author": {"@type": "Organization", "name": "Redaksi"}}),
        ld({"@type": "WebPage", "author": {"@type": "Person", "name": "Admin Situs"}}),
        ld({"@type": "Organization", "name": "Kabar"}),
        '<script type="application/ld+json">{"@type": "NewsArticle", </script>',
        '<script type="application/ld+json">' + "[" * 5000 + "</script>",
    ],
    ids=["organisation", "web page", "site", "broken", "deep"],
)
def test_json_ld_that_names_no_person_gives_no_author(script):
    assert "ld:author" not in meta(script)


def test_what_is_cut_for_its_length_ends_with_a_word():
    assert meta(f'<meta name="a" content="{"abc " * 600}">')["a"] == " ".join(["abc"] * 500)


def test_json_ld_with_a_line_end_inside_a_string_is_read():
    script = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Kotak\nSuara"}</script>'
    assert meta(script)["ld:headline"] == "Kotak Suara"


@pytest.mark.parametrize(
    ("comment", "name", "value"),
    [
        ("<!-- saved from url=(0023)https://contoh.id/berita/a -->", "saved:url", "https://contoh.id/berita/a"),
        (
            "<!--\n Page saved with SingleFile \n url: https://contoh.id/b \n saved date: Fri Aug 30 2024\n-->",
            "saved:url",
            "https://contoh.id/b",
        ),
        (
            "<!--\n Page saved with SingleFile \n url: https://contoh.id/b \n saved date: Fri Aug 30 2024\n-->",
            "saved:date",
            "Fri Aug 30 2024",
        ),
    ],
)
def test_the_program_that_saved_a_page_tells_where_from_and_when(comment, name, value):
    assert meta("", comment)[name] == value

"""Addresses tell the outlet and sometimes the day."""

from __future__ import annotations

import datetime

import pytest

from kliping.text.urls import address_in, clean_address, day_in, host_of, site_address


@pytest.mark.parametrize(
    ("text", "host"),
    [
        ("https://www.contoh.id/a", "contoh.id"),
        ("https://m.contoh.id/a", "contoh.id"),
        ("https://amp.contoh.co.id/a", "contoh.co.id"),
        ("http://regional.contoh.com/a", "regional.contoh.com"),
        ("Contoh.ID", "contoh.id"),
        ("https://m.id/", "m.id"),
        ("https://[contoh", ""),
    ],
)
def test_the_host_is_that_of_the_outlet_whatever_the_screen(text, host):
    assert host_of(text) == host


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("https://contoh.id/a#komentar", "https://contoh.id/a"),
        ("https://web.archive.org/web/20220721150811/https://contoh.id/a", "https://contoh.id/a"),
        ("javascript:alert(1)", None),
        ("/a", None),
        (None, None),
    ],
)
def test_an_address_is_kept_without_archive_and_fragment_and_no_other_text_is_one(text, address):
    assert clean_address(text) == address


def test_the_canonical_address_comes_before_the_shared_and_the_saved_one():
    meta = {"saved:url": "https://a.id/1", "og:url": "https://b.id/2", "link:canonical": "/3"}
    assert address_in(meta) == "https://b.id/2"


@pytest.mark.parametrize("text", ["https://contoh.id", "http://localhost:8000", "https://contoh.id/a/b"])
def test_a_site_has_an_address_that_a_path_can_follow(text):
    assert site_address(text) == site_address(f"{text}/") == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "contoh.id",
        "ftp://contoh.id",
        "https://",
        "https://contoh.id/?a=1",
        "https://contoh.id/#a",
        "https://a b.id",
    ],
)
def test_any_other_text_is_refused_as_a_site_s_address(text):
    with pytest.raises(ValueError, match="is no address; give one such as"):
        site_address(text)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("https://contoh.id/read/2024/08/30/0712/x", datetime.date(2024, 8, 30)),
        ("https://contoh.id/2024-08-30/x", datetime.date(2024, 8, 30)),
        ("https://contoh.id/20240830/x", datetime.date(2024, 8, 30)),
        ("https://contoh.id/read/2024083012345/x", None),
        ("https://contoh.id/2024/08/x", None),
        ("https://contoh.id/2024/02/31/x", None),
        (None, None),
    ],
)
def test_an_address_may_print_a_day(text, day):
    assert day_in(text) == day

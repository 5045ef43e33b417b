"""Addresses tell the outlet and sometimes the day."""

from __future__ import annotations

import datetime

import pytest

from kliping.text.urls import address_in, clean_address, day_in, host_of


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

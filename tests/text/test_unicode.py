"""Text of a page: what no reader sees goes, and what one sees stays."""

from __future__ import annotations

import time
import unicodedata

import pytest

from kliping.text.unicode import plain


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("kafe\u0301", "kaf\u00e9"),
        ("a\u0301" * 40, "\u00e1" * 40),
        ("a\r\nb\rc\u2028d\x85e", "a\nb\nc\nd\ne"),
        ("a\u200bb\u202ec\u00add\ufeffe\x00f\u206dg", "abcdefg"),
        ("“kata” – dia…", "“kata” – dia…"),
    ],
)
def test_text_is_composed_on_lines_of_its_own_without_invisible_signs(text: str, wanted: str) -> None:
    assert plain(text) == wanted


def test_more_marks_than_any_language_has_on_a_letter_are_left_as_they_are() -> None:
    text = "a" + "\u0301\u0323" * 500_000
    began = time.process_time()
    assert plain(text) == text
    assert time.process_time() - began < 30, "to sort them would take hours"
    few = "a" + "\u0301\u0323" * 15
    assert plain(few) == unicodedata.normalize("NFC", few) != few

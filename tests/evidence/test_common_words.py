"""Words of the language are told from words that name persons and places."""

from __future__ import annotations

import pytest

from kliping.evidence.common_words import is_common


@pytest.mark.parametrize(
    "word", ["kembali", "artikel", "laporkan", "pemilihan", "membacakan", "menyapu", "dihitungnya"]
)
def test_a_root_is_common_with_and_without_prefix_and_suffix(word):
    assert is_common(word)


@pytest.mark.parametrize("word", ["santoso", "widodo", "wiratmaja", "zulkifli", "halmahera"])
def test_a_word_that_only_names_somebody_or_some_place_is_not(word):
    assert not is_common(word)

"""A line in which somebody speaks."""

from __future__ import annotations

import pytest

from kliping.text.speech import is_speech


@pytest.mark.parametrize(
    "line",
    [
        '"Kita jaga gudang," tutup Kapolres Melati',
        "“Kami siap bekerja",
        "Gudang aman, kata Bagas",
        "Gudang aman, ujarnya",
        "Gudang aman, jelas dia",
    ],
)
def test_quotation_marks_or_a_verb_with_its_speaker_tell_it(line):
    assert is_speech(line)


@pytest.mark.parametrize("line", ["Kata bijak", "jelas", "kata kunci pilkada", "Gudang tutup sore", "Jum'at", ""])
def test_a_verb_of_speech_without_a_speaker_does_not(line):
    assert not is_speech(line)

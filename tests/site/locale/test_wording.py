"""What the cleaning half says in English is said to readers in Indonesian."""

from __future__ import annotations

import re

import pytest

from kliping.site.locale import wording
from tests.conftest import ROOT

FIELDS = (ROOT / "docs/fields.md").read_text(encoding="utf-8")
NOTES = re.findall(r"^\| `(\w+: [^`]+)` \|", FIELDS.partition("## Review notes")[2], re.MULTILINE)


@pytest.mark.parametrize("note", [*NOTES, "title: 1 character was lost; it stands as \ufffd"])
def test_every_review_note_the_documents_list_has_an_indonesian_wording(note: str) -> None:
    field, _, said = note.partition(": ")
    found = wording.doubt(note, {})
    assert found.startswith(f"{wording.LABELS[field]}: ")
    assert said not in found

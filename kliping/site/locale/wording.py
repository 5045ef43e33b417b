"""What the cleaning half says in English codes, said to readers in the words of a catalogue."""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from kliping.article.fields import FIELDS
from kliping.locale.doubts import in_indonesian
from kliping.system.yaml import parse_yaml

# Field -> its name for readers. Of election and stage the data publish the codes; pages show the names.
LABELS = {field.name: field.data.title if field.data else field.label for field in FIELDS if field.is_fact}
LABELS |= {"election": "Pemilihan", "stage": "Tahapan", "body": "Isi"}
_INFERRED = ("dateline", "weekday", "url", "metadata")


@cache
def _catalogue() -> dict[str, Any]:
    catalogue: dict[str, Any] = parse_yaml(Path(__file__).with_name("id.yaml").read_bytes())
    return catalogue


def basis(field: str, code: str) -> str:
    """What a fact rests on, as a reader reads it."""
    words = _catalogue()
    if field in ("source", "outlet") and code in words["bases_of_outlets"]:
        return str(words["bases_of_outlets"][code])
    if code in words["bases"]:
        return str(words["bases"][code])
    named = re.fullmatch(r"names (.+), but of no calendar kept here", code)
    if named:
        return str(words["named"]).format(named[1])
    if code.startswith("terms: "):
        terms, _, window = code.removeprefix("terms: ").partition("; ")
        quoted = ", ".join(f"“{term}”" for term in terms.split(", "))
        inside = words["in_window"] if window == "date inside its window" else ""
        return f"{words['terms'].format(quoted)}{inside}"
    return code


def inferred(code: str | None) -> str | None:
    """What an inferred date rests on; None for a date that is printed as such."""
    return str(_catalogue()["bases"][code]) if code in _INFERRED else None


def doubt(text: str, names: Mapping[str, str]) -> str:
    """A review note in words for readers, stage ids by their names; one written by a person stays as it is."""
    field, colon, said = text.partition(": ")
    if not colon or field not in LABELS:
        field, said = "", text
    translated = in_indonesian(said)
    if translated != said:
        said = re.sub(r"\w+", lambda word: names.get(word[0], word[0]), translated)
    return f"{LABELS[field]}: {said}" if field else said


def kind(code: str) -> str:
    """A kind of noise; one that a profile added stays as it is."""
    return str(_catalogue()["kinds"].get(code, code))

"""What each fact of an article rests on, in Indonesian: the part of its page that no other digest has."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from kliping.site.locale import id as wording
from kliping.site.model.article_row import ArticleRow

_basis = cache(wording.basis)
_APART = ("election", "stage", "outlet")  # the first two by words of their own; an outlet is shown by its name
_LABELS = [pair for pair in wording.LABELS.items() if pair[0] not in _APART]


def provenance(row: ArticleRow, names: Mapping[str, str]) -> dict[str, Any]:
    """For the article's template: origins of its facts, why it stands where it does, doubts, and what was removed.

    `names` are the short names of stages, by id.
    """
    edited = [("Suntingan", "disunting pengelola; asal di bawah ini dari sebelum suntingan")] if row.edited else []
    return {
        "origins": (*edited, *_shared(row.basis)),
        "why_election": _basis("election", row.basis["election"]) if row.basis.get("election") else "",
        "why": _basis("stage", row.basis["stage"]) if row.basis.get("stage") else "",
        "doubts": [wording.doubt(text, names) for text in row.review],
        "removed": [f"{wording.kind(kind)} {lines}" for kind, lines in row.removed.items()],
        "removed_lines": sum(row.removed.values()),
    }


def _shared(bases: Mapping[str, str]) -> list[tuple[str, str]]:
    """Facts by what they rest on: those of one origin are named together."""
    labels_of: dict[str, str] = {}
    for key, label in _LABELS:
        if key in bases:
            text = _basis(key, bases[key])
            labels_of[text] = f"{labels_of[text]}, {label.lower()}" if text in labels_of else label
    return [(labels, text) for text, labels in labels_of.items()]


def reason(row: ArticleRow) -> str:
    """Why an article is in no election, as a heading."""
    why = "menyebut pemilihan atau tahapan yang tidak ada di sini" if row.election else ""
    why = why or wording.basis("election", row.basis.get("election", "no word of an election kept here"))
    return why[:1].upper() + why[1:]

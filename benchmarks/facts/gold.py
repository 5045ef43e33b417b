"""The facts of one page as a person labelled them."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

FACTS = ("title", "date", "reporter", "editor", "views", "source")
BYLINE, DATELINE, NONE = "byline", "dateline", "none"  # of a date's basis: its publication line, the text, nothing
_TOLD = ("title", "views", "outlet", "domain")  # as they stand in a label


@dataclass(frozen=True, slots=True)
class Gold:
    """What is right for a page. A fact among `unsure` is not judged: nobody labelled it, or a mutation blurred it."""

    title: str | None = None
    date: datetime.date | None = None
    date_basis: str = NONE
    date_or_null: bool = False
    reporter: tuple[str, ...] = ()
    editor: tuple[str, ...] = ()
    views: int | None = None
    outlet: str | None = None  # its name; that or the domain is right
    domain: str | None = None
    unsure: frozenset[str] = frozenset()

    @classmethod
    def of(cls, label: Mapping[str, Any], unsure: Iterable[str] = ()) -> Gold:
        """The facts of a label as `benchmarks.score` reads it; without a `date_basis` a date is that of a byline."""
        day = label.get("date")
        return cls(
            date=datetime.date.fromisoformat(str(day)[:10]) if day else None,
            date_basis=label.get("date_basis") or (BYLINE if day else NONE),
            date_or_null=bool(label.get("date_or_null")),
            reporter=_names(label.get("reporter")),
            editor=_names(label.get("editor")),
            unsure=frozenset(unsure),
            **{key: label.get(key) for key in _TOLD},
        )

    def label(self) -> dict[str, Any]:
        """The facts as a label."""
        told = {key: getattr(self, key) for key in (*_TOLD, "date_basis", "date_or_null")}
        people = {key: [*names] or None for key, names in (("reporter", self.reporter), ("editor", self.editor))}
        return {**told, **people, "date": self.date and self.date.isoformat(), "unsure": sorted(self.unsure)}

    @property
    def has_publication_line(self) -> bool:
        return self.date is not None and self.date_basis == BYLINE and "date" not in self.unsure


def _names(value: Any) -> tuple[str, ...]:
    return tuple(value) if isinstance(value, (list, tuple)) else (value,) if value else ()

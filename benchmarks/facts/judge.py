"""Whether a reader's facts are right: what the labels say against what it says, fact by fact."""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

from benchmarks.facts.gold import BYLINE, FACTS, NONE, Gold

_OFF = datetime.timedelta(days=2)  # a day read from the text may lie so far from the one labelled


class Outcome(Enum):
    RIGHT = "right"
    MISSING = "missing"  # null where the page states it
    NOTED = "noted"  # wrong, with a review note that begins with the fact's name
    LIE = "lie"  # wrong without one


@dataclass(frozen=True, slots=True)
class Verdict:
    """One fact of one page."""

    fact: str
    outcome: Outcome
    asked: bool  # the page states it; of a date always, for a day found where there is none is no rare mistake
    stated: bool  # the reader gave a value
    noted: bool  # with a review note of this fact
    wanted: Any
    given: Any

    @property
    def right(self) -> bool:
        return self.outcome is Outcome.RIGHT


def judge(gold: Gold, values: Mapping[str, Any], page: str) -> list[Verdict]:
    """A verdict on each fact that is sure. `values` is front matter, empty for a page refused; `page` its text.

    An outlet is asked for only where the page prints its name or its domain; where a page prints none, any other is
    wrong.
    """
    return list(_verdicts(gold, values, page))


def _verdicts(gold: Gold, values: Mapping[str, Any], page: str) -> Iterator[Verdict]:
    notes = [str(note) for note in values.get("review") or ()]
    for fact in FACTS:
        if fact in gold.unsure or (fact == "source" and not (gold.outlet or gold.domain)):
            continue
        wanted, given = _wanted(gold, fact), _given(values, fact)
        asked = fact == "date" or bool(wanted)
        if fact == "source":
            asked = any(form in said(page) for form in _forms(gold))
        noted = any(note.startswith(f"{fact}:") for note in notes)
        if _right(gold, fact, given, asked, bool(values)):
            outcome = Outcome.RIGHT
        else:
            outcome = Outcome.MISSING if given is None else Outcome.NOTED if noted else Outcome.LIE
        yield Verdict(fact, outcome, asked, given is not None, noted, wanted, given)


def _wanted(gold: Gold, fact: str) -> Any:
    return gold.outlet or gold.domain if fact == "source" else getattr(gold, fact)


def _given(values: Mapping[str, Any], fact: str) -> Any:
    if fact == "source":
        return " ".join(filter(None, (values.get("source"), values.get("outlet")))) or None
    return values.get(fact) if fact == "views" else values.get(fact) or None


def _right(gold: Gold, fact: str, given: Any, asked: bool, article: bool) -> bool:
    if fact == "date":
        return article and _date_right(gold, given)
    if given is None or (not asked and fact != "source"):
        return given is None and not asked
    if fact == "source":
        return any(form in said(str(given)) for form in _forms(gold))
    return bool(given == gold.views) if fact == "views" else _names(given) == _names(getattr(gold, fact))


def _date_right(gold: Gold, given: Any) -> bool:
    """A publication line exactly, any other day within two; null where there is none, and where null is right too."""
    have = datetime.date.fromisoformat(str(given)[:10]) if given else None
    if have is None or gold.date is None or gold.date_basis == NONE:
        return have is None and (gold.date is None or gold.date_or_null or gold.date_basis in ("url", NONE))
    return abs(have - gold.date) <= (datetime.timedelta() if gold.date_basis == BYLINE else _OFF)


def _forms(gold: Gold) -> list[str]:
    return [said(form) for form in (gold.outlet, gold.domain) if form]


def _names(value: Any) -> list[str]:
    """Names or a headline by their words, names in any order."""
    return sorted(said(str(one)) for one in (value if isinstance(value, (list, tuple)) else [value]))


def said(text: str) -> str:
    """The words of a text in small letters, one space between."""
    text = re.sub(r"\\([^\w\s])", r"\1", unicodedata.normalize("NFKC", text))
    return " ".join(re.findall(r"\w+", text.casefold()))

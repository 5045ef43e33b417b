"""The figures of `bench facts` as Markdown."""

from __future__ import annotations

import datetime
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from benchmarks.facts import Facts, Judged
from benchmarks.facts.gold import FACTS
from benchmarks.facts.judge import Outcome, Verdict
from benchmarks.facts.mutations import MUTATIONS
from benchmarks.machine import machine

_COLUMNS = ("texts", *FACTS, "lies", "lies, share", "noted", "missing", "no article")
_NONE = "–"


def lines(facts: Facts, seed: int, today: datetime.date) -> Iterator[str]:
    """Machine and texts, then a table of all, one by mutation, one of calibration."""
    yield f"{today}: {machine()}"
    yield f"{len(facts.as_they_are)} labelled pages, {len(facts.mutated)} variants of them (seed {seed})"
    yield ""
    parts = {"as they are": facts.as_they_are, "mutations": facts.mutated, "outlet held out": facts.held_out}
    yield from _table("share right where stated", {name: part for name, part in parts.items() if part})
    if facts.mutated:
        yield ""
        yield from _table("mutation", by_mutation(facts.mutated))
    yield ""
    yield from _calibration({name: part for name, part in parts.items() if part})


def by_mutation(judged: Iterable[Judged]) -> dict[str, list[Judged]]:
    """The variants of each mutation, in the order of the mutations; one made by several counts for each."""
    found: defaultdict[str, list[Judged]] = defaultdict(list)
    for one in judged:
        for name in one.mutations:
            found[name].append(one)
    return {mutation.name: found[mutation.name] for mutation in MUTATIONS if mutation.name in found}


def right(judged: Iterable[Judged], fact: str) -> float | None:
    """The share of texts that state a fact where it is right; None where none does."""
    asked = [verdict.right for one in judged for verdict in one.verdicts if verdict.fact == fact and verdict.asked]
    return sum(asked) / len(asked) if asked else None


def outcomes(judged: Iterable[Judged]) -> Counter[Outcome]:
    return Counter(verdict.outcome for one in judged for verdict in one.verdicts)


def _table(head: str, rows: dict[str, list[Judged]]) -> Iterator[str]:
    yield _row(head, _COLUMNS)
    yield _row("---", ["---:"] * len(_COLUMNS))
    for name, judged in rows.items():
        counts = outcomes(judged)
        wrong = [counts[outcome] for outcome in (Outcome.LIE, Outcome.NOTED, Outcome.MISSING)]
        shares = [_share(right(judged, fact)) for fact in FACTS]
        lies = f"{100 * wrong[0] / max(1, counts.total()):.1f} %"
        refused = sum(not one.article for one in judged)
        yield _row(name, [str(len(judged)), *shares, str(wrong[0]), lies, *map(str, wrong[1:]), str(refused)])


def _calibration(parts: dict[str, list[Judged]]) -> Iterator[str]:
    """How much a value without a note of its fact can be trusted, and how often such a note was needless."""
    yield _row("calibration", (*FACTS, "all"))
    yield _row("---", ["---:"] * (len(FACTS) + 1))
    for name, judged in parts.items():
        given = [verdict for one in judged for verdict in one.verdicts if verdict.stated]
        for what, share in (("right of those without a note", _trusted), ("noted of those right", _needless)):
            cells = [_share(share([one for one in given if one.fact == fact])) for fact in FACTS]
            yield _row(f"{name}: {what}", [*cells, _share(share(given))])


def _trusted(verdicts: Sequence[Verdict]) -> float | None:
    silent = [verdict.right for verdict in verdicts if not verdict.noted]
    return sum(silent) / len(silent) if silent else None


def _needless(verdicts: Sequence[Verdict]) -> float | None:
    noted = [verdict.noted for verdict in verdicts if verdict.right]
    return sum(noted) / len(noted) if noted else None


def _share(value: float | None) -> str:
    return _NONE if value is None else f"{value:.3f}"


def _row(name: str, cells: Iterable[str]) -> str:
    return f"| {' | '.join((name, *cells))} |"

"""The figures of a run as Markdown, for the terminal and for docs/benchmarks.md."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator

from benchmarks import Bench, Figures
from benchmarks.machine import machine
from benchmarks.readers import KINDS, OURS, version
from benchmarks.salt import is_markup
from benchmarks.score import FIELDS

_MIB = 1024 * 1024
_NONE = "–"  # what a reader's API does not give


def lines(bench: Bench, today: datetime.date) -> Iterator[str]:
    """Machine, pages and all figures; the readers side by side, ours first."""
    markup = sum(map(is_markup, bench.pages))
    kinds = f"{len(bench.pages)} saved pages ({len(bench.pages) - markup} text, {markup} HTML)"
    rounds = len(bench.figures[OURS].rounds)
    yield f"{today}: {machine()}"
    yield f"{bench.count} distinct pages made from {kinds}, in {rounds} rounds"
    yield ""
    yield _row("", [f"{name} {version(name)}" for name in KINDS])
    yield _row("---", ["---:"] * len(KINDS))
    yield from _speed(bench)
    if bench.figures[OURS].score:
        yield from _accuracy(bench)


def _speed(bench: Bench) -> Iterator[str]:
    ours = bench.figures[OURS]

    def row(title: str, cell: Callable[[Figures], str]) -> str:
        return _row(title, [cell(bench.figures[name]) for name in KINDS])

    yield row("pages per CPU second", lambda f: _figure(f.rate))
    yield row("slowest to fastest round", lambda f: f"{_figure(f.rates[0])}–{_figure(f.rates[-1])}")
    yield row("CPU time for a page, ours = 1", lambda f: _figure(ours.rate / f.rate))
    yield row("peak memory, MiB", lambda f: _figure(f.peak / _MIB) if f.peak else _NONE)
    yield row("peak memory, ours = 1", lambda f: _figure(f.peak / ours.peak) if f.peak and ours.peak else _NONE)
    yield row("start-up, CPU seconds", lambda f: f"{f.start:.2f}")
    yield row("pages that gave no text", lambda f: str(f.without))


def _accuracy(bench: Bench) -> Iterator[str]:
    scores = {name: figures.score for name, figures in bench.figures.items() if figures.score}
    for key in FIELDS:
        asked = scores[OURS].stated[key]
        cells = [_right(scores[name].right[key], asked, scores[name].invented[key]) for name in KINDS]
        given = [cell if key in KINDS[name].fields else _NONE for name, cell in zip(KINDS, cells, strict=True)]
        yield _row(f"{key} right, of {asked} that state it", given)
    pages = len(scores[OURS].body)
    yield _row(f"body F1, of {pages}", [f"{scores[name].body_f1:.3f}" for name in KINDS])


def _right(right: int, asked: int, invented: int) -> str:
    share = f"{100 * right / asked:.0f} %" if asked else _NONE
    return f"{share}, {invented} invented" if invented else share


def _row(title: str, cells: list[str]) -> str:
    return f"| {' | '.join((title, *cells))} |".replace("|  |", "| |")


def _figure(value: float) -> str:
    """Three digits that say something."""
    return f"{value:.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"

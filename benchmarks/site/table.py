"""The figures of a run as Markdown, for the terminal and for docs/benchmarks.md."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping

from benchmarks.machine import machine
from benchmarks.site import FLOOR, OURS, SCENARIOS, Bench, targets
from benchmarks.site.addresses import KINDS
from benchmarks.site.hugo import Hugo

_MIB = 1024 * 1024
_NONE = "–"


def lines(benches: Mapping[int, Bench], today: datetime.date) -> Iterator[str]:
    """Machine, sites and all figures of each corpus, then the targets."""
    yield f"{today}: {machine()}"
    for bench in benches.values():
        yield ""
        yield f"{bench.count:,} articles, medians of {bench.rounds} rounds"
        yield from (f"{name} is left out: {why}" for name, why in bench.left_out.items())
        yield ""
        yield from _sites(bench)
        yield ""
        yield from _costs(bench)
    yield from targets.lines(benches)


def _sites(bench: Bench) -> Iterator[str]:
    """What each site consists of."""
    names = [*bench.versions]
    yield _row("", [f"{name} {bench.versions[name]}" for name in names])
    yield _row("---", ["---:"] * len(names))
    for kind, _ in KINDS:
        yield _row(kind, [f"{bench.sites[name].counts[kind]:,}" for name in names])
    ours = bench.sites[OURS].size
    yield _row("MB", [f"{bench.sites[name].size / 1e6:.1f}" for name in names])
    yield _row("bytes, ours = 1", [f"{bench.sites[name].size / ours:.2f}" for name in names])
    yield from (f"\nUNEQUAL: {why}" for why in bench.differences)


def _costs(bench: Bench) -> Iterator[str]:
    """A row for each generator in each scenario."""
    yield _row("", ["", "time, s", "CPU, s", "memory, MiB", "files written", "time, Hugo = 1", "CPU, Hugo = 1"])
    yield _row("---", ["---", *["---:"] * 6])
    for scenario, title in SCENARIOS.items():
        for name in (*bench.versions, FLOOR):
            if (name, scenario) in bench.figures:
                yield _row(title, [name, *_cells(bench, name, scenario)])


def _cells(bench: Bench, name: str, scenario: str) -> Iterator[str]:
    figures, hugo = bench.of(name, scenario), bench.figures.get((Hugo.name, scenario))
    wall, cpu, peak = (figures.median(measure) for measure in ("wall", "cpu", "peak"))
    yield from (_figure(wall), _figure(cpu))
    yield _figure(peak / _MIB) if peak else _NONE
    yield f"{figures.written:,}" if name != FLOOR else _NONE
    yield _figure(wall / hugo.median("wall")) if hugo else _NONE
    yield _figure(cpu / hugo.median("cpu")) if hugo else _NONE


def _row(title: str, cells: list[str]) -> str:
    return f"| {' | '.join((title, *cells))} |".replace("|  |", "| |")


def _figure(value: float) -> str:
    """Three digits that say something."""
    return f"{value:.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"

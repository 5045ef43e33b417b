"""What Kliping should reach, beside Hugo and beside itself on a smaller corpus."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from benchmarks.site import OURS, Bench
from benchmarks.site.hugo import Hugo


@dataclass(frozen=True, slots=True)
class Target:
    """What a cost of ours over a corpus may be at most: as a multiple of Hugo's or of ours over fewer, or by itself."""

    count: int
    scenario: str
    measure: str  # wall, cpu or peak
    most: float
    beside: str | int | None = Hugo.name

    @property
    def text(self) -> str:
        names = {"wall": "time", "cpu": "CPU time", "peak": "memory"}
        if self.beside is None:
            over = ", seconds"
        else:
            over = f", {self.beside} = 1" if isinstance(self.beside, str) else f", {_number(self.beside)} articles = 1"
        return f"{_number(self.count)} articles, {self.scenario}: {names[self.measure]}{over}"

    def measured(self, benches: Mapping[int, Bench]) -> float | None:
        """None where this run did not measure what it needs."""
        value = _median(benches, self.count, OURS, self.scenario, self.measure)
        if self.beside is None or value is None:
            return value
        name, count = (OURS, self.beside) if isinstance(self.beside, int) else (self.beside, self.count)
        other = _median(benches, count, name, self.scenario, self.measure)
        return value / other if other else None


TARGETS = (
    Target(1000, "cold", "wall", 1.0),
    Target(1000, "text", "wall", 0.5),
    Target(10_000, "cold", "wall", 0.5),
    Target(10_000, "cold", "cpu", 0.5),
    Target(10_000, "text", "wall", 0.12),
    Target(10_000, "cold", "peak", 1 / 3),
    Target(10_000, "cold", "wall", 9, beside=1000),
    Target(50_000, "cold", "cpu", 0.5),
    Target(50_000, "text", "cpu", 2, beside=None),
    Target(50_000, "text", "wall", 4, beside=10_000),
)


def lines(benches: Mapping[int, Bench]) -> Iterator[str]:
    """Each target this run can tell of, as rows of a table; none for a corpus of another size."""
    found = [(target, target.measured(benches)) for target in TARGETS]
    told = [(target, value) for target, value in found if value is not None]
    if told:
        yield from ("", "| target | at most | measured | |", "| --- | ---: | ---: | --- |")
    for target, value in told:
        yield f"| {target.text} | {target.most:.2f} | {value:.2f} | {'met' if value <= target.most else 'missed'} |"


def _median(benches: Mapping[int, Bench], count: int, name: str, scenario: str, measure: str) -> float | None:
    figures = benches[count].figures.get((name, scenario)) if count in benches else None
    return figures.median(measure) if figures else None


def _number(value: int) -> str:
    return f"{value:,}"

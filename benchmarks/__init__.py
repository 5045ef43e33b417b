"""`invoke bench`: how fast, how large and how right Kliping is beside its peers, all in one run on the same pages."""

from __future__ import annotations

import contextlib
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from benchmarks.process import Process
from benchmarks.readers import KINDS, missing
from benchmarks.salt import salted, words_of_rules
from benchmarks.score import Label, Score, labels, score
from kliping.formats import READERS
from kliping.system.errors import Stop

COUNT = 5000  # distinct pages, if not told otherwise
ROUNDS = 5
PROJECT = "tests/project"  # whose outlets, elections, pages and settings are used: they are the same for everybody
RULES = ("kliping/data", f"{PROJECT}/content/outlets", f"{PROJECT}/content/elections")
WARMING = 100  # saved pages read before any is timed


@dataclass(slots=True)
class Figures:
    """What was measured of one reader."""

    start: float = 0.0  # CPU seconds until it can read: imports, rules, a first page
    rounds: list[tuple[int, float]] = field(default_factory=list)  # pages and CPU seconds of each
    without: int = 0  # pages that gave no text
    peak: int | None = None  # bytes
    score: Score | None = None

    @property
    def rate(self) -> float:
        """Pages per CPU second over all rounds."""
        return sum(pages for pages, _ in self.rounds) / max(sum(seconds for _, seconds in self.rounds), 1e-9)

    @property
    def rates(self) -> list[float]:
        """The same for each round, slowest first."""
        return sorted(pages / max(seconds, 1e-9) for pages, seconds in self.rounds)


@dataclass(slots=True)
class Bench:
    """One run: the pages it was made from, how many were read, and the figures of each reader by name."""

    pages: Mapping[str, bytes]
    count: int
    figures: dict[str, Figures] = field(default_factory=lambda: {name: Figures() for name in KINDS})


def pages_of(folder: Path) -> dict[str, bytes]:
    """The saved pages below a folder, by path. Raises Stop where there is none."""
    if not folder.is_dir():
        raise Stop(f"{folder}: there is no such folder; name one with --pages")
    paths = (path for path in sorted(folder.rglob("*")) if path.suffix.casefold() in READERS and path.is_file())
    found = {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}
    if not found:
        raise Stop(f"{folder}: holds no {', '.join(READERS)} page; name another with --pages")
    return found


def run(root: Path, folder: Path, gold: Path | None, count: int, follow: Callable[[str], object]) -> Bench:
    """Measure all readers; `follow` is told how far it is. Raises Stop for what is refused."""
    if count < 1:
        raise Stop(f"--count {count}: give at least one page")
    if absent := missing():
        raise Stop(f"{', '.join(absent)}: not installed; run `uv sync --group bench`")
    bench = Bench(pages_of(folder), count)
    labelled = labels(gold, bench.pages) if gold else []
    with _processes(root / PROJECT) as readers:
        for name, reader in readers.items():
            bench.figures[name].start = reader.answer()["start"]
            reader.ask(read=str(folder.resolve()), names=[*bench.pages][:WARMING])  # loads what is loaded late
        _time(bench, readers, words_of_rules(*(root / folder for folder in RULES)), follow)
        for name, reader in readers.items():
            bench.figures[name].peak = reader.ask(peak=True)["bytes"]
        _judge(bench, readers, folder, labelled)
    return bench


@contextlib.contextmanager
def _processes(project: Path) -> Iterator[dict[str, Process]]:
    """A process for each reader, all of which end with the block."""
    with contextlib.ExitStack() as stack:
        yield {name: stack.enter_context(Process(name, project)) for name in KINDS}


def _time(bench: Bench, readers: dict[str, Process], kept: frozenset[str], follow: Callable[[str], object]) -> None:
    """Rounds in which all readers read the same new pages, one after the other; who begins changes."""
    pages = salted(dict(bench.pages), bench.count, kept)
    rounds = min(ROUNDS, bench.count)
    for turn in range(rounds):
        share = bench.count // rounds + (turn < bench.count % rounds)
        folder = Path(tempfile.mkdtemp(prefix="kliping-bench-"))
        try:
            for name, data in islice(pages, share):
                (folder / name).write_bytes(data)
            for name in [*readers][turn % len(readers) :] + [*readers][: turn % len(readers)]:
                follow(f"round {turn + 1} of {rounds}: {name}")
                timed = readers[name].ask(time=str(folder))
                bench.figures[name].rounds.append((timed["pages"], timed["seconds"]))
                bench.figures[name].without += timed["without"]
        finally:
            shutil.rmtree(folder)


def _judge(bench: Bench, readers: dict[str, Process], folder: Path, labelled: list[Label]) -> None:
    """Compare what each reader finds in the pages themselves with the labels."""
    names = [label["file"] for label in labelled]
    for name, reader in readers.items() if labelled else ():
        results = reader.ask(read=str(folder.resolve()), names=names)["results"]
        bench.figures[name].score = score(labelled, results, bench.pages)

"""`invoke bench site`: how long Kliping and other generators take for the same site, in turn in the same run."""

from __future__ import annotations

import shutil
import signal
import statistics
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import repeat
from pathlib import Path

from benchmarks.site import addresses
from benchmarks.site.addresses import Addresses
from benchmarks.site.corpus import ELECTION, SEED, Corpus
from benchmarks.site.divisions import Division, Lists, Standing, standing
from benchmarks.site.edition import EDITS, Change, Edition, Sign
from benchmarks.site.floor import floor
from benchmarks.site.generator import Cost, Generator, Ground
from benchmarks.site.hugo import Hugo
from benchmarks.site.ours import Kliping
from benchmarks.site.pelican import Pelican
from kliping.system.errors import Exit, Stop

GENERATORS: tuple[type[Generator], ...] = (Kliping, Hugo, Pelican)
OURS, FLOOR = Kliping.name, "floor"
SCENARIOS = {
    "cold": "cold",
    "nothing": "nothing changed",
    "text": "one article's text",
    "stage": "one article's stage",
    "deleted": "one in the middle deleted",
    "name": "one outlet renamed",
    "template": "one template touched",
}
_MEMORY = Path("/dev/shm")  # noqa: S108 - a file system in memory, where there is one
_SHARE = 500  # articles a process writes at a time

Follow = Callable[[str], object]


@dataclass(slots=True)
class Figures:
    """What was measured of one generator in one scenario."""

    costs: list[Cost] = field(default_factory=list)
    written: int = 0  # files, in the last round

    def median(self, name: str) -> float:
        """Of `wall`, `cpu` or `peak`."""
        return float(statistics.median(getattr(cost, name) for cost in self.costs))


@dataclass(slots=True)
class Bench:
    """One run over one corpus."""

    count: int
    rounds: int
    versions: dict[str, str]
    left_out: dict[str, str]  # generator -> why
    sites: dict[str, Addresses] = field(default_factory=dict)
    figures: dict[tuple[str, str], Figures] = field(default_factory=dict)  # (generator, scenario)

    def of(self, name: str, scenario: str) -> Figures:
        return self.figures.setdefault((name, scenario), Figures())

    @property
    def differences(self) -> list[str]:
        """Where a peer's site is not the like of ours."""
        ours = self.sites[OURS]
        peers = ((name, site) for name, site in self.sites.items() if name != OURS)
        return [f"{name} {why}" for name, site in peers for why in addresses.lacking(ours, site)]


def run(ground: Ground, count: int, rounds: int, names: Sequence[str], folder: Path | None, follow: Follow) -> Bench:
    """Measure generators on one corpus. Raises Stop where a build fails or does not show what was changed."""
    with scratch(folder) as place:
        found = [kind(ground, place / kind.name.casefold()) for kind in GENERATORS if kind.name in names]
        bench = Bench(count, rounds, *_versions(found, count))
        generators = [generator for generator in found if generator.name in bench.versions]
        corpus = Corpus(ground.calendars.elections[ELECTION], count, SEED)
        follow(f"writing {count} articles")
        for generator in generators:
            generator.folder.mkdir(parents=True)
            generator.prepare()
        lists = Lists()
        lists.put(*_write(corpus, generators))
        _divide(generators, lists.division)
        edition = Edition(corpus)
        for turn in range(rounds):
            order = generators[turn % len(generators) :] + generators[: turn % len(generators)]
            follow(f"round {turn + 1} of {rounds}")
            _round(bench, edition, lists, order, turn, follow)
    return bench


def _versions(generators: Iterable[Generator], count: int) -> tuple[dict[str, str], dict[str, str]]:
    """Those to be measured with their versions, and the others with the reason."""
    versions, left_out = {}, {}
    for generator in generators:
        version = generator.version()
        if not version:
            left_out[generator.name] = "it is not installed"
        elif generator.most and count > generator.most:
            left_out[generator.name] = f"it is measured with up to {generator.most:,} articles"
        else:
            versions[generator.name] = version
    return versions, left_out


@contextmanager
def scratch(folder: Path | None) -> Iterator[Path]:
    """An empty folder of the caller's, which stays; or one that goes with the block, in memory where that can be.

    Where the run is ended in the meantime, the block is left as by an error: gigabytes may lie in memory.
    """
    if folder and folder.exists() and any(folder.iterdir()):
        raise Stop(f"{folder}: is not empty; name a new folder")
    before = signal.signal(signal.SIGTERM, _end)
    place = folder or Path(tempfile.mkdtemp(prefix="kliping-bench-", dir=_MEMORY if _MEMORY.is_dir() else None))
    try:
        place.mkdir(parents=True, exist_ok=True)
        yield place.resolve()
    finally:
        signal.signal(signal.SIGTERM, before)
        if not folder:
            shutil.rmtree(place, ignore_errors=True)


def _end(signum: int, frame: object) -> None:
    raise SystemExit(128 + signum)


def _write(corpus: Corpus, generators: Sequence[Generator]) -> list[Standing]:
    """Put every article into every generator's input; where each article stands."""
    shares = [range(start, min(start + _SHARE, corpus.count)) for start in range(0, corpus.count, _SHARE)]
    with ProcessPoolExecutor() as pool:
        return [
            found for share in pool.map(_write_share, repeat(corpus), repeat(generators), shares) for found in share
        ]


def _write_share(corpus: Corpus, generators: Sequence[Generator], numbers: range) -> list[Standing]:
    found = []
    for number in numbers:
        article = corpus.article(number)
        for generator in generators:
            generator.put(article)
        found.append(standing(article))
    return found


def _divide(generators: Iterable[Generator], division: Division) -> None:
    for generator in generators:
        generator.divide(division)


def _round(
    bench: Bench, edition: Edition, lists: Lists, generators: Sequence[Generator], turn: int, follow: Follow
) -> None:
    """All scenarios once: each begins with the complete site of the one before."""
    for scenario in SCENARIOS:
        changes, sign = EDITS[scenario](edition) if scenario in EDITS else ([], None)
        if scenario == "template":
            sign = Sign(next(iter(edition)).id, f"Sentuhan {turn}<")
        division = _moved(lists, changes)
        for generator in generators:
            if scenario == "cold":
                generator.wipe()
            elif scenario == "template":
                generator.touch(str(turn))
            _apply(changes, generator)
            if division:
                generator.divide(division)
            _measure(bench, generator, scenario, sign, follow)
        if scenario == "cold":
            bench.sites = {generator.name: addresses.addresses(generator.site) for generator in generators}
            ours = next(generator for generator in generators if generator.name == OURS)
            bench.of(FLOOR, scenario).costs.append(floor(ours.site, ours.folder.parent / "floor"))


def _measure(bench: Bench, generator: Generator, scenario: str, sign: Sign | None, follow: Follow) -> None:
    """Build once. Raises Stop where the site does not show what was changed: a build that does less is no figure."""
    before = addresses.marks(generator.site)
    cost = generator.build(deleted=scenario == "deleted")
    if sign and not sign.stands_in(generator.site):
        raise Stop(f"{generator.name}: {generator.site} does not show `{SCENARIOS[scenario]}`", Exit.FAILED)
    figures = bench.of(generator.name, scenario)
    figures.costs.append(cost)
    figures.written = addresses.written(before, addresses.marks(generator.site))
    follow(
        f"{SCENARIOS[scenario]}: {generator.name} {cost.wall:.2f} s, CPU {cost.cpu:.2f} s,"
        f" {cost.peak / 2**20:.0f} MiB, {figures.written} files written; {cost.said}"
    )


def _moved(lists: Lists, changes: Iterable[Change]) -> Division | None:
    """How lists are cut after some changes; None where that is as before."""
    before = lists.division
    for change in changes:
        lists.drop(standing(change.before))
        if change.after:
            lists.put(standing(change.after))
    after = lists.division
    return after if after != before else None


def _apply(changes: Iterable[Change], generator: Generator) -> None:
    for change in changes:
        if not change.after or generator.place(change.after) != generator.place(change.before):
            generator.drop(change.before)
        if change.after:
            generator.put(change.after)

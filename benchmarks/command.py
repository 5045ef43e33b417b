"""What `invoke bench` does: checks what was asked for, measures, prints the figures as Markdown."""

from __future__ import annotations

import datetime
import os
from dataclasses import dataclass
from pathlib import Path

from kliping.commands.console import exits, say
from kliping.system.errors import Exit, Stop

KINDS = ("clean", "facts", "site")


@dataclass(frozen=True, slots=True)
class Asked:
    """What the command line may say to `bench`, all as text."""

    pages: str | None = None
    gold: str | None = None
    count: str | None = None
    changed: str | None = None
    articles: str | None = None
    rounds: str | None = None
    peers: str | None = None
    folder: str | None = None
    seed: str | None = None
    write: str | None = None
    misses: bool = False


def bench(root: Path, kind: str, asked: Asked) -> None:
    """Measure Kliping beside its peers and print the figures as Markdown."""
    with exits():
        if kind not in KINDS:
            raise Stop(
                f"there is no benchmark `{kind}`; known are: {', '.join(KINDS)} (`invoke --help bench` tells more)"
            )
        {"clean": _clean, "facts": _facts, "site": _site}[kind](root, asked)


def _clean(root: Path, asked: Asked) -> None:
    import benchmarks as benches
    from benchmarks.table import lines

    folder, labels = _path(asked.pages) or root / "tests/pages", _path(asked.gold)
    count = _number("--count", asked.count, benches.COUNT)
    if asked.changed:
        from benchmarks import rerun

        for line in rerun.lines(root, folder, count, _number("--changed", asked.changed, 1), say):
            print(line, flush=True)
        return
    for line in lines(benches.run(root, folder, labels, count, say), datetime.date.today()):
        print(line)


def _facts(root: Path, asked: Asked) -> None:
    from benchmarks import facts
    from benchmarks.facts.mutations import variants
    from benchmarks.facts.table import lines
    from benchmarks.facts.written import write

    found = facts.labelled(root, _path(asked.pages), _path(asked.gold))
    seed = _number("--seed", asked.seed, facts.SEED)
    made = list(variants(found, _number("--count", asked.count, facts.COUNT), seed))
    if folder := _path(asked.write):
        write(made, folder)
    judged = facts.run(root, found, made, say)
    for part in (judged.as_they_are, judged.held_out, judged.mutated) if asked.misses else ():
        for line in facts.misses(part):
            print(line)
        print()
    for line in lines(judged, seed, datetime.date.today()):
        print(line)


def _site(root: Path, asked: Asked) -> None:
    from benchmarks import site
    from benchmarks.site.generator import Ground
    from benchmarks.site.table import lines

    if not hasattr(os, "wait4"):
        raise Stop("`bench site` measures with calls this system does not have; run it on Linux or macOS")
    counts = [_number("--articles", part, 0) for part in (asked.articles or "1000").split(",")]
    rounds = _number("--rounds", asked.rounds, 3)
    folder = _path(asked.folder)
    ground, found = Ground.of(root), {}
    for count in counts:
        place = folder / str(count) if folder else None
        found[count] = site.run(ground, count, rounds, _peers(asked.peers), place, say)
    for line in lines(found, datetime.date.today()):
        print(line)
    if any(measured.differences for measured in found.values()):
        raise SystemExit(Exit.FAILED)


def _peers(given: str | None) -> list[str]:
    """Names of generators, ours always among them."""
    from benchmarks import site

    known = {kind.name.casefold(): kind.name for kind in site.GENERATORS}
    names = given.casefold().split(",") if given else [*known]
    for name in names:
        if name not in known:
            raise Stop(f"--peers {given}: there is no `{name}`; known are: {', '.join(known)}")
    return [site.OURS, *(known[name] for name in names)]


def _path(given: str | None) -> Path | None:
    return Path(given).expanduser() if given else None


def _number(what: str, given: str | None, default: int) -> int:
    if given is None:
        return default
    if not given.isdecimal():
        raise Stop(f"{what} {given}: is no number; give one such as {default or 1000}")
    if int(given) < 1:
        raise Stop(f"{what} {given}: give at least 1")
    return int(given)

"""`invoke bench clean --changed N`: the cost of a run of `clean` in which few of many saved pages changed.

The peer is our own first run of the same pages: no other cleaner remembers what it did.
"""

from __future__ import annotations

import datetime
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

import benchmarks
from benchmarks.machine import machine
from benchmarks.salt import salted, words_of_rules
from benchmarks.site import stopwatch
from kliping.system.errors import Exit, Stop

_MIB = 1024 * 1024


def lines(root: Path, folder: Path, count: int, changed: int, follow: Callable[[str], object]) -> Iterator[str]:
    """A Markdown table: the first run over `count` pages, one in which nothing changed, one after `changed` changed.

    Raises Stop where more pages are to change than there are, or a run fails.
    """
    if changed > count:
        raise Stop(f"--changed {changed}: there are {count} pages; give fewer, or more with --count")
    pages = benchmarks.pages_of(folder)
    made = salted(dict(pages), count + changed, words_of_rules(*(root / name for name in benchmarks.RULES)))
    with tempfile.TemporaryDirectory(prefix="kliping-bench-") as work:
        saved = _laid(root, Path(work))
        names = []
        for name, data in islice(made, count):
            (saved / name).write_bytes(data)
            names.append(name)
        yield f"{datetime.date.today()}: {machine()}"
        yield f"{count} distinct pages made from {len(pages)} saved pages"
        yield ""
        yield "| run of clean | CPU seconds | share of the first | seconds | peak memory, MiB |"
        yield "| --- | ---: | ---: | ---: | ---: |"
        first = _run(root, work, follow, "first run")
        yield _row("first run", first, first)
        yield _row("nothing changed", _run(root, work, follow, "nothing changed"), first)
        for name, (_, data) in zip(names[:: max(1, count // changed)], made, strict=False):
            (saved / name).write_bytes(data)
        yield _row(f"{changed} changed", _run(root, work, follow, f"{changed} changed"), first)


def _laid(root: Path, work: Path) -> Path:
    """Make a project in a folder; gives its folder of saved pages."""
    for name in ("outlets", "elections"):
        shutil.copytree(root / benchmarks.PROJECT / "content" / name, work / "content" / name)
    shutil.copy(root / "tasks.py", work)
    saved = work / "content/saved"
    saved.mkdir()
    return saved


def _run(root: Path, work: str, follow: Callable[[str], object], what: str) -> dict[str, float]:
    follow(what)
    order = {"command": [sys.executable, "-m", "invoke", "clean"], "folder": work, "log": f"{work}/log"}
    command = [sys.executable, "-I", "-S", stopwatch.__file__, json.dumps(order)]
    env = {**os.environ, "PYTHONPATH": str(root)}
    cost: dict[str, float] = json.loads(subprocess.run(command, capture_output=True, check=True, env=env).stdout)  # noqa: S603
    if cost["code"] not in (Exit.OK, Exit.REJECTED):
        last = Path(work, "log").read_text(encoding="utf-8", errors="replace").splitlines()[-1:]
        raise Stop(f"clean ended with code {cost['code']:.0f}: {' '.join(last)}", Exit.FAILED)
    return cost


def _row(what: str, cost: dict[str, float], first: dict[str, float]) -> str:
    share = cost["cpu"] / first["cpu"]
    return f"| {what} | {cost['cpu']:.2f} | {share:.3f} | {cost['wall']:.2f} | {cost['peak'] / _MIB:.0f} |"

"""Runs one command and tells what it cost, itself as small as a process can be.

    python stopwatch.py '{"command": [...], "folder": "...", "log": "..."}'
    -> {"wall": seconds, "cpu": seconds, "peak": bytes, "code": exit code}

CPU is that of the command and of all it waited for. Peak is the most memory one of these held or, where there were
several at a time, what all held together, pages they share counted once. It runs on its own because a
process begins with the memory of the one that starts it.
"""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator

EVERY = 0.05  # seconds between two looks at the memory of several processes
_KIB = 1024


def main() -> None:
    order = json.loads(sys.argv[1])
    with open(order["log"], "wb") as log:
        began = time.perf_counter()
        run = subprocess.Popen(  # noqa: S603 - a command of the benchmark
            order["command"], cwd=order["folder"], stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT
        )
        watch = _Watch(run.pid)
        watch.start()
        _, status, used = os.wait4(run.pid, 0)
        wall = time.perf_counter() - began
    run.returncode = os.waitstatus_to_exitcode(status)
    watch.over.set()
    watch.join()
    most = used.ru_maxrss if sys.platform == "darwin" else used.ru_maxrss * _KIB
    cost = {"wall": wall, "cpu": used.ru_utime + used.ru_stime, "peak": max(most, watch.most), "code": run.returncode}
    print(json.dumps(cost))


class _Watch(threading.Thread):
    """Looks now and then at what a process and its children hold together; alone, the system keeps its peak exactly."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self._pid, self.most, self.over = pid, 0, threading.Event()

    def run(self) -> None:
        while not self.over.wait(EVERY):
            pids = [self._pid, *_below(self._pid)]
            if len(pids) > 1:
                self.most = max(self.most, sum(map(_share, pids)))


def _below(pid: int) -> Iterator[int]:
    """All descendants of a process, where the system lists them."""
    with contextlib.suppress(OSError):
        for task in os.listdir(f"/proc/{pid}/task"):
            with open(f"/proc/{pid}/task/{task}/children", encoding="ascii") as file:
                for child in file.read().split():
                    yield int(child)
                    yield from _below(int(child))


def _share(pid: int) -> int:
    """Bytes a process holds, each page divided by the number of processes that share it."""
    with contextlib.suppress(OSError), open(f"/proc/{pid}/smaps_rollup", encoding="ascii") as file:
        for line in file:
            if line.startswith("Pss:"):
                return int(line.split()[1]) * _KIB
    return 0


if __name__ == "__main__":
    main()

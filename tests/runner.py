"""Runs invoke tasks in forks of one process that has loaded what they need, so that a task begins at once.

A fork does all that a command of its own would do, from reading `tasks.py` on: only the imports are done before. What
tests the start of a command itself, its environment or its end by a signal starts one (`started` in tests.site.conftest).
"""

from __future__ import annotations

import atexit
import gc
import importlib
import json
import os
import pkgutil
import runpy
import select
import signal
import subprocess
import sys
import tempfile
import warnings
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parent.parent
CAN_FORK = sys.platform.startswith("linux")
PATIENCE = 120  # seconds for one task
_LIBRARIES = (
    "invoke.main lxml.html lxml.etree comrak nh3 rensa lxml.cssselect multiprocessing.popen_fork ctypes".split()
)


class Run(NamedTuple):
    """How a command ended."""

    code: int
    out: str
    err: str


class Runner:
    """A process that waits for tasks. Each runner has a hash seed of its own, as each command has."""

    def __init__(self) -> None:
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.runner"],
            cwd=ROOT, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0,
        )  # fmt: skip
        atexit.register(self._end)

    def run(self, root: Path, words: tuple[str, ...], environment: dict[str, str]) -> Run:
        """Run one task in a project folder. Raises TimeoutError."""
        with tempfile.TemporaryDirectory() as folder:
            out, err = (os.path.join(folder, name) for name in ("out", "err"))
            job = {"root": str(root), "words": words, "out": out, "err": err, "environment": environment}
            job |= {"umask": _umask(), "cores": sorted(os.sched_getaffinity(0))}
            self._process.stdin.write(json.dumps(job).encode() + b"\n")
            pid = self._answer(PATIENCE)
            try:
                code = self._answer(PATIENCE)
            except TimeoutError:
                os.kill(pid, signal.SIGKILL)
                self._answer(PATIENCE)
                raise
            return Run(code, *(Path(name).read_text("utf-8") for name in (out, err)))

    def _answer(self, seconds: float) -> int:
        if not select.select([self._process.stdout], [], [], seconds)[0]:
            raise TimeoutError(f"no answer in {seconds} seconds")
        return int(self._process.stdout.readline())

    def _end(self) -> None:
        self._process.stdin.close()
        self._process.wait()
        self._process.stdout.close()


@cache
def runner(number: int = 0) -> Runner:
    """One of this process's runners; another number has another hash seed."""
    return Runner()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _serve() -> dict[str, Any]:
    """Fork for each job that is read; gives the job in the fork, and ends the process where no more will come."""
    import kliping

    for module in pkgutil.walk_packages(kliping.__path__, "kliping."):
        importlib.import_module(module.name)
    for name in _LIBRARIES:
        importlib.import_module(name)
    gc.freeze()  # what forks inherit need not be searched for waste, nor copied for being searched
    for line in open(0, "rb", buffering=0, closefd=False):  # noqa: SIM115 - closed with the process
        pid = os.fork()
        if not pid:
            return dict(json.loads(line))
        os.write(1, f"{pid}\n".encode())
        os.write(1, f"{os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])}\n".encode())
    sys.exit()


def _become(job: dict[str, Any]) -> None:
    """Take the place of a command that was started in the project's folder."""
    for number, name, flags in (
        (0, os.devnull, os.O_RDONLY),
        (1, job["out"], os.O_WRONLY | os.O_CREAT),
        (2, job["err"], os.O_WRONLY | os.O_CREAT),
    ):
        file = os.open(name, flags, 0o600)
        os.dup2(file, number)
        os.close(file)
    os.chdir(job["root"])
    os.umask(job["umask"])
    os.sched_setaffinity(0, job["cores"])
    os.environ.clear()
    os.environ.update(job["environment"])
    sys.path[0] = job["root"]
    sys.argv[1:] = job["words"]


if __name__ == "__main__":
    warnings.simplefilter("default")
    _become(_serve())
    runpy.run_module("invoke", run_name="__main__", alter_sys=True)

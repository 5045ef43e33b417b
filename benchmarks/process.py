"""A reader's process as its parent sees it: one question, one answer."""

from __future__ import annotations

import contextlib
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from kliping.system.errors import Exit, Stop


class Process:
    """Starts a worker; `with` ends it."""

    def __init__(self, name: str, project: Path) -> None:
        self._name = name
        command = [sys.executable, "-m", "benchmarks.worker", name, str(project)]
        pipe = subprocess.PIPE
        self._run = subprocess.Popen(  # noqa: S603 - our own worker
            command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL, encoding="utf-8"
        )

    def __enter__(self) -> Process:
        return self

    def __exit__(self, *failure: object) -> None:
        self._run.kill()
        self._run.communicate()

    def ask(self, **order: Any) -> dict[str, Any]:
        """Give an order and wait for its answer. Raises Stop where the process has ended."""
        assert self._run.stdin
        with contextlib.suppress(BrokenPipeError):  # told below, for there is no answer either
            print(json.dumps(order), file=self._run.stdin, flush=True)
        return self.answer()

    def answer(self) -> dict[str, Any]:
        assert self._run.stdout
        line = self._run.stdout.readline()
        if not line:
            raise Stop(f"{self._name} ended with code {self._run.wait()} in the middle of its work", Exit.FAILED)
        found: dict[str, Any] = json.loads(line)
        return found

"""Builds that are cut short: started, brought to a moment, killed, and what they leave behind."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import time
import uuid
from collections.abc import Iterator
from pathlib import Path

from tests.site.conftest import Run, command
from tests.site.scratch import Scratch, replace

PATIENCE = 60  # seconds, for what must come about; it does so in less than one


def _hears_ctrl_c() -> None:
    """As under a terminal; tests that were started in the background do not hear it, nor would what they start."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


class Trial:
    """A build at work in a session of its own, as one started from a terminal."""

    def __init__(self, project: Scratch, *words: str) -> None:
        self._run: Run | None = None
        typed, env = command("build", *words)
        pipe = subprocess.PIPE
        self.process = subprocess.Popen(
            typed,
            cwd=project.root,
            env=env,
            stdout=pipe,
            stderr=pipe,
            text=True,
            start_new_session=True,
            preexec_fn=_hears_ctrl_c,
        )

    def ended(self) -> Run:
        """How it ended, which is waited for."""
        if not self._run:
            out, err = self.process.communicate(timeout=PATIENCE)
            self._run = Run(self.process.returncode, out, err)
        return self._run

    def kill(self, alone: bool) -> Run:
        """kill -9, of the builder alone or of all its processes."""
        with contextlib.suppress(ProcessLookupError):
            (os.kill if alone else os.killpg)(self.process.pid, signal.SIGKILL)
        return self.ended()

    def interrupt(self) -> Run:
        """Ctrl-C, which a terminal sends to all processes."""
        os.killpg(self.process.pid, signal.SIGINT)
        return self.ended()

    def workers(self) -> list[int]:
        """Its processes that are alive, itself not counted."""
        found = []
        for path in Path("/proc").glob("[0-9]*/stat"):
            with contextlib.suppress(OSError):
                state, _, _, session = path.read_text().rpartition(")")[2].split()[:4]
                if int(session) == self.process.pid and state not in "ZX":
                    found.append(int(path.parent.name))
        return sorted(pid for pid in found if pid != self.process.pid)

    def until(self, what: object) -> None:
        """Wait until this is so."""
        end = time.monotonic() + PATIENCE
        while not what():  # type: ignore[operator]
            assert time.monotonic() < end, "it never came to that"
            time.sleep(0.005)


def held(project: Scratch, template: str) -> None:
    """Make builds wait wherever they come to this template, until `released`; none of its pages is of use before."""
    code = f"""
# {uuid.uuid4()}
import pathlib, time
def _wait(value, folder=pathlib.Path({str(project.root)!r})):
    (folder / "waiting").touch()
    while not (folder / "released").exists():
        time.sleep(0.005)
    return value
JINJA_FILTERS = {{"wait": _wait}}
"""
    with open(project.root / "pelican.conf.py", "a") as file:
        file.write(code)
    content = "{% block content %}"  # of a constant Jinja would make what it is to be when it compiles the template
    replace(project.root / "theme/templates" / template, content, f"{content}{{% set held = here.title | wait %}}")


@contextlib.contextmanager
def waiting(project: Scratch, *words: str) -> Iterator[Trial]:
    """A build that has come to where it is held; it goes on when the block ends."""
    marks = [project.root / "waiting", project.root / "released"]
    trial = Trial(project, *words)
    try:
        trial.until(lambda: marks[0].exists() or trial.process.poll() is not None)
        yield trial
    finally:
        marks[1].touch()
        trial.until(lambda: not trial.workers())
        trial.ended()
        for mark in marks:
            mark.unlink(missing_ok=True)

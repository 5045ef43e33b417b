"""Jobs one after the other, each in a process of its own."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

import pytest

from kliping.preview.builds import Builds
from kliping.system.errors import Exit, Stop
from kliping.system.workers import Died, Worker

PATIENCE = 60  # seconds, for what must come about; it does so in less than one
_seen: list[object] = []


def _work(job: object) -> object:
    _seen.append(job)
    if job == "stop":
        raise Stop("begini", Exit.REFUSED)
    if job == "die":
        os.kill(os.getpid(), signal.SIGKILL)
    if job == "workers":
        with Worker(lambda: [os.getpid()]) as worker:
            return next(worker) != os.getpid()
    if isinstance(job, Path):
        job.touch()
        time.sleep(600)
    return list(_seen)


def test_nothing_of_a_job_stays_for_the_next() -> None:
    with Builds(_work) as builds:
        for job in (1, 2):
            builds.start(job)
            assert builds.result(PATIENCE) == [job]
        assert not builds.is_at_work


def test_a_job_may_have_workers_of_its_own() -> None:
    with Builds(_work) as builds:
        builds.start("workers")
        assert builds.result(PATIENCE) is True


def test_what_stops_or_kills_a_job_is_raised_and_the_next_is_done() -> None:
    with Builds(_work) as builds:
        builds.start("stop")
        with pytest.raises(Stop, match="begini"):
            builds.result(PATIENCE)
        builds.start("die")
        with pytest.raises(Died):
            builds.result(PATIENCE)
        builds.start(3)
        assert builds.result(PATIENCE) == [3]


def test_a_newer_job_ends_the_one_at_work(tmp_path: Path) -> None:
    with Builds(_work) as builds:
        builds.start(tmp_path / "begun")
        while not (tmp_path / "begun").exists():
            assert builds.result(0.01) is None
        assert builds.is_at_work
        builds.start(5)
        assert builds.result(PATIENCE) == [5]

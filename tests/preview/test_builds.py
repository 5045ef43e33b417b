"""Jobs one after the other, each in a process of its own."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from kliping.preview.builds import Builds
from kliping.system import workers
from kliping.system.errors import Exit, Stop
from kliping.system.workers import Died, Worker
from tests.runner import CAN_FORK

forked = pytest.mark.skipif(not CAN_FORK, reason="no process can be forked here")
PATIENCE = 60  # seconds, for what must come about; it does so in less than one
_seen: list[object] = []


def _work(job: object) -> object:
    _seen.append(job)
    if job == "stop":
        raise Stop("begini", Exit.REFUSED)
    if job == "full":
        raise OSError(28, "penuh", "/tempat/penuh")
    if job == "fail":
        raise ValueError("keliru")
    if job == "parent":
        return os.getppid()
    if job == "die":
        os.kill(os.getpid(), signal.SIGKILL)
    if job == "workers":
        with Worker(lambda: [os.getpid()]) as worker:
            return next(worker) != os.getpid()
    if isinstance(job, Path):
        job.touch()
        time.sleep(600)
    return list(_seen)


@pytest.fixture(params=[pytest.param(True, marks=forked, id="forked"), pytest.param(False, id="in this process")])
def forks(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[bool]:
    monkeypatch.setattr(workers, "can_fork", lambda: request.param)
    yield request.param
    _seen.clear()


@forked
def test_nothing_of_a_job_stays_for_the_next() -> None:
    with Builds(_work) as builds:
        for job in (1, 2):
            builds.start(job)
            assert builds.result(PATIENCE) == [job]
        assert not builds.is_at_work


def test_a_job_may_have_workers_of_its_own(forks: bool) -> None:
    with Builds(_work) as builds:
        builds.start("workers")
        assert builds.result(PATIENCE) is forks


def test_what_a_job_raises_is_raised_and_the_next_is_done(forks: bool) -> None:
    with Builds(_work) as builds:
        builds.start("stop")
        with pytest.raises(Stop, match="begini"):
            builds.result(PATIENCE)
        builds.start("full")
        with pytest.raises(OSError, match="penuh") as failed:
            builds.result(PATIENCE)
        assert failed.value.filename == "/tempat/penuh"
        builds.start("fail")
        with pytest.raises(RuntimeError) as wrong:
            builds.result(PATIENCE)
        told = str(wrong.value)
        assert told.startswith("Traceback")
        assert told.endswith("ValueError: keliru\n")
        assert told.count("Traceback") == 1
        builds.start(3)
        result = builds.result(PATIENCE)
        assert isinstance(result, list)
        assert result[-1] == 3
        assert not builds.is_at_work


@forked
def test_a_job_that_is_killed_is_told_and_the_next_is_done() -> None:
    with Builds(_work) as builds:
        builds.start("die")
        with pytest.raises(Died):
            builds.result(PATIENCE)
        builds.start(3)
        assert builds.result(PATIENCE) == [3]


@forked
def test_where_the_process_that_forks_is_killed_at_work_it_is_told_and_the_next_job_is_done(tmp_path: Path) -> None:
    with Builds(_work) as builds:
        for number in range(2):
            parent, begun = _parent(builds), tmp_path / str(number)
            builds.start(begun)
            while not begun.exists():
                assert builds.result(0.01) is None
            os.kill(parent, signal.SIGKILL)
            with pytest.raises(Died, match="ended with code -9"):
                builds.result(PATIENCE)
            assert not builds.is_at_work
            builds.start(number)
            assert builds.result(PATIENCE) == [number]


@forked
def test_where_the_process_that_forks_is_killed_between_two_jobs_the_next_is_done_by_another() -> None:
    with Builds(_work) as builds:
        parent = _parent(builds)
        os.kill(parent, signal.SIGKILL)
        while Path(f"/proc/{parent}/stat").read_text().rpartition(")")[2].split()[0] != "Z":
            time.sleep(0.01)
        assert _parent(builds) != parent


def _parent(builds: Builds[object, object]) -> int:
    """The process that forks one for each job."""
    builds.start("parent")
    parent = builds.result(PATIENCE)
    assert isinstance(parent, int)
    return parent


@forked
def test_a_newer_job_ends_the_one_at_work(tmp_path: Path) -> None:
    with Builds(_work) as builds:
        builds.start(tmp_path / "begun")
        while not (tmp_path / "begun").exists():
            assert builds.result(0.01) is None
        assert builds.is_at_work
        builds.start(5)
        assert builds.result(PATIENCE) == [5]

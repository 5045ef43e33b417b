"""Work that is spread over processes comes back in order, and so does whatever goes wrong in one of them."""

from __future__ import annotations

import errno
import gc
import multiprocessing
import os
import signal
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import pytest

from kliping.system import sandbox, workers
from kliping.system.errors import Exit, Stop

pytestmark = [
    pytest.mark.skipif(not workers.can_fork(), reason="no process can be forked here"),
    pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning"),
]
MANY = range(1000)


def results(work: Callable[[int], Any], items: Sequence[int]) -> list[Any]:
    with workers.each(work, items) as each:
        return list(each)


def test_answers_come_in_the_order_of_the_things() -> None:
    assert results(lambda number: number * 2, MANY) == [number * 2 for number in MANY]


@pytest.mark.skipif(workers.cores() < 2, reason="this machine has one core")
def test_much_work_is_done_by_others_and_little_work_here() -> None:
    assert os.getpid() not in results(lambda number: os.getpid(), MANY)
    assert set(results(lambda number: os.getpid(), MANY[:9])) == {os.getpid()}


def _stops(number: int) -> int:
    if number == 700:
        raise Stop("artikel 700 rusak", Exit.FAILED)
    return number


def _is_full(number: int) -> int:
    if number == 700:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), "/tempat/penuh")
    return number


def test_a_stop_keeps_its_words_and_its_code() -> None:
    with pytest.raises(Stop, match="artikel 700 rusak") as stopped:
        results(_stops, MANY)
    assert stopped.value.code is Exit.FAILED


def test_an_error_of_the_system_keeps_its_number_and_its_file() -> None:
    with pytest.raises(OSError, match="No space") as failed:
        results(_is_full, MANY)
    assert (failed.value.errno, failed.value.filename) == (errno.ENOSPC, "/tempat/penuh")


def _answers(size: int) -> Iterator[bytes]:
    yield str(os.getpid()).encode()
    for _ in range(9):
        yield b"x" * size
    signal.pause()


def _wait_until_asleep(pid: int) -> None:
    """Until it has written what the pipe takes, and for some looks more: it may have been about to be woken."""
    asleep = 0
    while asleep < 20:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
        asleep = asleep + 1 if state == "S" else 0
        time.sleep(0.002)


@pytest.mark.parametrize("size", [1, 1_000_000], ids=["between two answers", "in the midst of one"])
def test_a_worker_that_is_killed_is_told_in_one_line(size: int) -> None:
    worker = workers.Worker(lambda: _answers(size))
    pid = int(next(worker))
    first = next(worker)  # it is at the next one now, which may be more than a pipe holds
    assert len(first) == size
    _wait_until_asleep(pid)
    os.kill(pid, signal.SIGKILL)
    with pytest.raises(Stop, match="ended with code -9, most likely for want of memory; run it again"):
        list(worker)


def test_a_worker_that_is_let_go_is_gone() -> None:
    worker = workers.Worker(lambda: _answers(1))
    pid = int(next(worker))
    worker.end()
    assert not Path(f"/proc/{pid}").exists()


@pytest.mark.parametrize("each", [workers.each, sandbox.each], ids=["workers", "sandbox"])
@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt, None], ids=["raises", "is interrupted", "stops"])
def test_workers_end_at_once_with_a_consumer_that_does_not_take_all(
    each: Any, error: type[BaseException] | None
) -> None:
    """Even while somebody still holds the traceback, and so everything that was in use."""
    taken = []
    with pytest.raises(error) if error else nullcontext() as held, each(lambda number: os.getpid(), MANY) as answers:
        taken.append(next(answers))
        if error:
            raise error
    assert bool(held and held.tb) == bool(error)
    assert multiprocessing.active_children() == []
    assert not Path(f"/proc/{taken[0]}").exists() or taken[0] == os.getpid()


@pytest.mark.parametrize("each", [workers.each, sandbox.each], ids=["workers", "sandbox"])
@pytest.mark.parametrize("enabled", [True, False])
def test_the_garbage_collector_is_as_before_in_the_parent_and_at_work_in_a_worker(each: Any, enabled: bool) -> None:
    (gc.enable if enabled else gc.disable)()
    try:
        before = gc.get_freeze_count()
        with each(lambda number: (gc.isenabled(), gc.get_freeze_count() > before), MANY) as answers:
            assert next(answers) == (True, True)
            assert (gc.isenabled(), gc.get_freeze_count()) == (enabled, before)
        assert (gc.isenabled(), gc.get_freeze_count()) == (enabled, before)
    finally:
        gc.enable()


def test_a_pipe_that_breaks_in_the_work_itself_is_an_error_like_others() -> None:
    def work() -> Iterator[int]:
        yield 1
        raise BrokenPipeError(errno.EPIPE, "pipa program lain")

    with workers.Worker(work) as worker:
        assert next(worker) == 1
        with pytest.raises(BrokenPipeError, match="pipa program lain"):
            next(worker)

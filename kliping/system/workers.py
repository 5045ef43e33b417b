"""Work spread over the cores: forked processes that inherit what they work on and send back what came of it.

Where the system cannot fork (Windows), or where there is little to do, the work is done here, one thing after
the other, with the same result. A worker ends with its builder, however that ends: the system sees to it.
"""

from __future__ import annotations

import contextlib
import gc
import os
import signal
import sys
import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from kliping.system.errors import Exit, Stop

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

T = TypeVar("T")
R = TypeVar("R")

_PAYS = 150  # things; starting two processes costs as much as some 50 pages
_SHARE = 40  # things told in one answer
_PDEATHSIG = 1  # linux/prctl.h


def can_fork() -> bool:
    """Whether processes can be forked safely here: not on Windows, nor on macOS, whose libraries forbid it."""
    return sys.platform.startswith("linux")


def cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def pays(things: int) -> bool:
    """Whether so many things are worth more than one process."""
    return things >= _PAYS and cores() > 1 and can_fork()


def each(work: Callable[[T], R], things: Sequence[T]) -> Iterator[R]:
    """What `work` makes of each thing, in order. An exception of one ends all."""
    hands = cores()
    if not pays(len(things)):
        yield from map(work, things)
        return
    shares = [things[i : i + _SHARE] for i in range(0, len(things), _SHARE)]
    workers = [Worker(partial(_shares, work, shares[number::hands])) for number in range(hands)]
    try:
        for number in range(len(shares)):
            yield from next(workers[number % hands])
    finally:
        for worker in workers:
            worker.end()


def _shares(work: Callable[[T], R], shares: Sequence[Sequence[T]]) -> Iterator[list[R]]:
    return ([work(thing) for thing in share] for share in shares)


class Died(Stop):
    """A worker ended before its answer."""

    def __init__(self, exit_code: int | None) -> None:
        how = f"a worker of this build ended with code {exit_code}, most likely for want of memory; run it again"
        super().__init__(how, Exit.FAILED)
        self.exit_code = exit_code


class Worker(Generic[R]):
    """A process that makes one answer after the other; next() waits for it and may raise Died.

    Where none can be forked, the work is done here.
    """

    def __init__(self, work: Callable[[], Iterable[R]]) -> None:
        if not can_fork():
            self._answers: Iterator[R] = iter(work())
            self._process: Any = None
            return
        import ctypes  # here, so that no worker has to
        from multiprocessing import get_context

        gc.freeze()  # what is inherited need not be searched for waste, nor copied for being searched
        context = get_context("fork")
        ours, theirs = context.Pipe(duplex=False)
        life = (theirs, ours, work, ctypes.CDLL(None), os.getpid())
        self._process = context.Process(target=_answer, args=life, daemon=True)
        with _no_interrupt():
            self._process.start()
        theirs.close()
        self._answers = _received(ours, self._process)

    def __iter__(self) -> Iterator[R]:
        return self

    def __next__(self) -> R:
        return next(self._answers)

    def end(self) -> None:
        """Let it go, done or not."""
        if self._process is not None:
            self._process.kill()
            self._process.join()


def _received(pipe: Connection, process: Any) -> Iterator[Any]:
    while True:
        try:
            kind, value = pipe.recv()
        except (EOFError, OSError):  # at the end of an answer, or in the midst of one
            process.join()
            raise Died(process.exitcode) from None
        if kind == "done":
            return
        if kind == "failed":
            raise value
        yield value


@contextlib.contextmanager
def _no_interrupt() -> Iterator[None]:
    """Ctrl-C waits, so that it never meets a worker that does not yet know to leave it to its builder."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _answer(
    pipe: Connection, other_end: Connection, work: Callable[[], Iterable[Any]], system: Any, builder: int
) -> None:
    """The life of a worker. Ctrl-C is its builder's to handle."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    system.prctl(_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != builder:  # it was killed before we asked to be told
        return
    other_end.close()
    gc.enable()  # what a builder keeps to the end, a worker does not
    try:
        for value in work():
            pipe.send(("answer", value))
        pipe.send(("done", None))
    except BrokenPipeError:
        return
    except (Stop, OSError) as error:
        pipe.send(("failed", error))
    except BaseException:
        pipe.send(("failed", RuntimeError(traceback.format_exc())))

"""Work spread over the cores by forked processes, which inherit the items and send back the results.

Where the system cannot fork (Windows, macOS), or there is little to do, the same is done in this process. A worker
never outlives the process that started it: the kernel kills it then.
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
from itertools import chain
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from kliping.locale import _
from kliping.system.errors import Exit, Stop

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

T = TypeVar("T")
R = TypeVar("R")

_LEAST_ITEMS = 150  # for more than one process; starting two costs as much as some 50 pages
_BATCH = 40  # results sent at once
_PDEATHSIG = 1  # linux/prctl.h


def can_fork() -> bool:
    """True where processes can be forked safely: not on Windows, nor on macOS, whose libraries forbid it."""
    return sys.platform.startswith("linux")


def cores() -> int:
    """The number of cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def pays(items: int) -> bool:
    """True if there are enough items (150) to repay starting workers, and cores for them."""
    return items >= _LEAST_ITEMS and cores() > 1 and can_fork()


@contextlib.contextmanager
def each(work: Callable[[T], R], items: Sequence[T]) -> Iterator[Iterator[R]]:
    """`with each(work, items) as results:` gives work(item) for each item, in order. Leaving it ends the workers.

    The first exception of `work` is raised to whoever takes the results: Stop and OSError as they are, any other as
    RuntimeError with its traceback. Raises Died where a worker was killed.
    """
    if not pays(len(items)):
        yield map(work, items)
        return
    batches = [items[start : start + _BATCH] for start in range(0, len(items), _BATCH)]
    count = cores()
    with contextlib.ExitStack() as stack:
        workers = [stack.enter_context(Worker(partial(_work_on, work, batches[i::count]))) for i in range(count)]
        yield chain.from_iterable(next(workers[number % count]) for number in range(len(batches)))


def _work_on(work: Callable[[T], R], batches: Sequence[Sequence[T]]) -> Iterator[list[R]]:
    return ([work(item) for item in batch] for batch in batches)


class Died(Stop):
    """A worker was ended from outside, or crashed, before its next result."""

    def __init__(self, exit_code: int | None) -> None:
        reason = _("a worker of this build ended with code {code}, most likely for want of memory; run it again")
        super().__init__(reason.format(code=exit_code), Exit.FAILED)
        self.exit_code = exit_code

    def __reduce__(self) -> tuple[type[Died], tuple[int | None]]:  # to be sent from one process to another
        return type(self), (self.exit_code,)


class Worker(Generic[R]):
    """Iterates over work() in a process of its own; next() waits for a result, and raises Died where the process died.

    `end()`, or leaving its `with` block, ends the process. Where none can be forked, the work is done here.
    Only one that `nests` may have workers of its own.
    """

    def __init__(self, work: Callable[[], Iterable[R]], nests: bool = False) -> None:
        self._process: Any = None
        if not can_fork():
            self._results: Iterator[R] = iter(work())
            return
        import ctypes  # here, so that no worker has to
        from multiprocessing import get_context

        context = get_context("fork")
        self._pipe, send_end = context.Pipe(duplex=False)
        arguments = (send_end, self._pipe, work, ctypes.CDLL(None), os.getpid())
        self._process = context.Process(target=_serve, args=arguments, daemon=not nests)
        before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})  # Ctrl-C waits until the worker ignores it
        try:
            self._process.start()
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)
        send_end.close()
        self._results = _received(self._pipe, self._process)

    def __enter__(self) -> Worker[R]:
        return self

    def __exit__(self, *error: object) -> None:
        self.end()

    def __iter__(self) -> Iterator[R]:
        return self

    def __next__(self) -> R:
        return next(self._results)

    @property
    def has_ended(self) -> bool:
        """Whether its process ended, however it did."""
        return self._process is not None and not self._process.is_alive()

    def is_ready(self, *others: Connection, seconds: float | None = None) -> bool:
        """Wait until a result is there, one of the others can be read, or these seconds are over; whether it is none of
        the others that can be read, and next() will not wait.
        """
        if self._process is None:
            return True
        from multiprocessing.connection import wait

        found = wait([self._pipe, *others], seconds)
        return found == [self._pipe]

    def end(self) -> None:
        """Kill the process, done or not, and wait until it is gone."""
        if self._process is not None:
            self._process.kill()
            self._process.join()
            self._pipe.close()


def _received(pipe: Connection, process: Any) -> Iterator[Any]:
    while True:
        try:
            kind, value = pipe.recv()
        except (EOFError, OSError):  # between two results, or in the middle of one
            process.join()
            raise Died(process.exitcode) from None
        if kind == "done":
            return
        if kind == "failed":
            raise value
        yield value


def _serve(pipe: Connection, other_end: Connection, work: Callable[[], Iterable[Any]], libc: Any, parent: int) -> None:
    """What a worker runs: sends each result of work(). Ctrl-C is for its parent to handle."""
    gc.freeze()  # collecting what is inherited would copy its memory; the parent's own collector is left as it is
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    libc.prctl(_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:  # it was killed before the kernel was asked
        return
    other_end.close()
    gc.enable()  # a parent may keep everything to its end; a worker does not
    try:
        for value in work():
            _send(pipe, "result", value)
        _send(pipe, "done", None)
    except (Stop, OSError) as error:
        _send(pipe, "failed", error)
    except BaseException:
        _send(pipe, "failed", RuntimeError(traceback.format_exc()))


def _send(pipe: Connection, kind: str, value: object) -> None:
    """Send to the process that started this one, or end with it."""
    try:
        pipe.send((kind, value))
    except BrokenPipeError:
        os._exit(0)

"""Builds one after the other, each in a process of its own, so that nothing of a build stays behind in a long life.

They are forked from one process that has loaded all they need and runs no thread, so a build begins at once. Where
processes cannot be forked, they are done in this one.
"""

from __future__ import annotations

import importlib
import traceback
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from multiprocessing import Pipe
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

from kliping.system.errors import Stop
from kliping.system.workers import Worker

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

T = TypeVar("T")
R = TypeVar("R")


class Builds(Generic[T, R]):
    """Does work(job) for one job at a time. To be made before this process starts threads; `with` ends all."""

    def __init__(self, work: Callable[[T], R], modules: Iterable[str] = ()) -> None:
        """`modules` are loaded before the first job."""
        self._work, self._modules = work, tuple(modules)
        self._number, self._open = 0, False
        self._begin()

    def _begin(self) -> None:
        receive_end, self._jobs = Pipe(duplex=False)
        self._worker = Worker(partial(_results, receive_end, self._work, self._modules), nests=True)

    def __enter__(self) -> Builds[T, R]:
        return self

    def __exit__(self, *error: object) -> None:
        self._worker.end()

    @property
    def is_at_work(self) -> bool:
        """Whether a job's result was not taken yet."""
        return self._open

    def start(self, job: T) -> None:
        """Begin a job; one that is at work is given up."""
        self._number += 1
        self._open = True
        if self._worker.has_ended:  # it was killed since the last job
            self._renew()
        try:
            self._jobs.send((self._number, job))
        except BrokenPipeError:  # in this moment
            self._renew()
            self._jobs.send((self._number, job))

    def result(self, seconds: float | None = None) -> R | None:
        """The result of the job begun last; None where it is not there after some seconds. Raises what the job raised:
        Stop and OSError as they are, any other as RuntimeError with its traceback. Raises Died where a process was
        killed; the next job is done all the same.
        """
        while self._open and self._worker.is_ready(seconds=seconds):
            number, result = self._next()
            if number == self._number:  # else of one that was given up just when it was done
                self._open = False
                if isinstance(result, Exception):
                    raise result
                return cast("R", result)
        return None

    def _next(self) -> tuple[int, Any]:
        try:
            return next(self._worker)
        except Exception:  # not of a job: no more will come from there
            self._open = False
            self._renew()
            raise

    def _renew(self) -> None:
        """Fork another process. This one has threads by now, but none that holds what a build needs."""
        self._worker.end()
        self._begin()


def _results(jobs: Connection, work: Callable[[Any], Any], modules: Iterable[str]) -> Iterator[tuple[int, Any]]:
    """The number and result, or exception, of each job that is received and not followed by another meanwhile."""
    for module in modules:
        importlib.import_module(module)
    while True:
        number, job = jobs.recv()
        with Worker(partial(_done, work, job), nests=True) as worker:
            if worker.is_ready(jobs):
                yield number, _result(worker)


def _done(work: Callable[[Any], Any], job: Any) -> list[Any]:
    """The job's result, or what it raised; the same in a process of its own and in this one."""
    try:
        return [work(job)]
    except (Stop, OSError) as error:
        return [error]
    except Exception:
        return [RuntimeError(traceback.format_exc())]


def _result(worker: Worker[Any]) -> Any:
    try:
        return next(worker)
    except Exception as error:  # Died, and what cannot be sent
        return error

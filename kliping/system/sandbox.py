"""Work on things that may be hostile: in processes of their own, with little time and memory for each.

Whatever one thing does to the process that works on it, be it a loop without end, a crash in a library or a hunger for
memory, it is lost alone: the next goes on in a new process. The system itself keeps the limits, so that nothing has
to be watched. Where processes cannot be forked (Windows, macOS) the work is done here, without these limits.
"""

from __future__ import annotations

import contextlib
import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Generic, TypeVar

from kliping.system import workers
from kliping.system.limits import MEMORY, MIB, SECONDS

T = TypeVar("T")
R = TypeVar("R")

_WAY_OUT = "save the article alone, as text"
_TOO_MUCH = f"needs more than {MEMORY // MIB} MiB of memory to be read; {_WAY_OUT}"
_TOO_LONG = f"takes more than {SECONDS} seconds to read; {_WAY_OUT}"


@dataclass(frozen=True, slots=True)
class Lost:
    """What became of a thing on which its worker was lost."""

    why: str


def each(work: Callable[[T], R], things: Sequence[T]) -> Iterator[R | Lost]:
    """What `work` makes of each thing, in order; Lost where the thing was too much. An exception ends all."""
    hands = workers.cores() if workers.pays(len(things)) else 1
    lines = [_Line(work, things[hand::hands]) for hand in range(hands)]
    try:
        for number in range(len(things)):
            yield next(lines[number % hands])
    finally:
        for line in lines:
            line.end()


class _Line(Generic[T, R]):
    """Things worked on one after the other, by as many workers as it takes."""

    def __init__(self, work: Callable[[T], R], things: Sequence[T]) -> None:
        self._work, self._things = work, things
        self._at = self._begun = 0  # things done by all workers, and by those before this one
        self._worker: workers.Worker[R | Lost] | None = None

    def __next__(self) -> R | Lost:
        found = self._found()
        if isinstance(found, Lost) and found.why != _TOO_LONG and self._at > self._begun:
            found = self._found()  # alone, for what others left behind is not its fault
        self._at += 1
        return found

    def _found(self) -> R | Lost:
        if self._worker is None:
            self._begun = self._at
            self._worker = workers.Worker(partial(_limited, self._work, self._things[self._at :]))
        try:
            found = next(self._worker)
        except workers.Died as death:
            found = Lost(_told(death.exit_code))
        if isinstance(found, Lost):
            self.end()
        return found

    def end(self) -> None:
        if self._worker is not None:
            self._worker.end()
            self._worker = None


def _limited(work: Callable[[T], R], things: Sequence[T]) -> Iterator[R | Lost]:
    """The life of a worker; it ends at its first loss."""
    if not workers.can_fork():
        yield from map(work, things)
        return
    _limit()
    for thing in things:
        signal.setitimer(signal.ITIMER_PROF, SECONDS)  # computing, not waiting; at its end the system ends the process
        try:
            found = work(thing)
        except MemoryError:  # who knows what it left behind
            yield Lost(_TOO_MUCH)
            return
        signal.setitimer(signal.ITIMER_PROF, 0)
        yield found


def _limit() -> None:
    """Of this process: its memory, and no dump of it where it crashes, nor what libraries then have to say."""
    import resource

    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    signal.signal(signal.SIGPROF, signal.SIG_DFL)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with contextlib.suppress(FileNotFoundError), open("/proc/self/statm", encoding="ascii") as file:
        most = int(file.read().split()[0]) * resource.getpagesize() + MEMORY
        _, given = resource.getrlimit(resource.RLIMIT_AS)
        most = most if given == resource.RLIM_INFINITY else min(most, given)
        resource.setrlimit(resource.RLIMIT_AS, (most, given))


def _told(code: int | None) -> str:
    if sys.platform != "win32" and code == -signal.SIGPROF:
        return _TOO_LONG
    return f"ends the program that reads it (code {code}); {_WAY_OUT}, and please report it with the page"

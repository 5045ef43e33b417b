"""Work on hostile items in forked processes, with a limit of CPU time and memory for each item that the kernel keeps.

An endless loop, a crash in a library or a hunger for memory costs the item it happened at and no other: the next one is
worked on by a new process. Where processes cannot be forked (Windows, macOS) the work is done here, without limits.
"""

import contextlib
import os
import signal
import sys
from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from kliping.locale import _
from kliping.system import workers
from kliping.system.limits import MEMORY, MIB, SECONDS

T = TypeVar("T")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Lost:
    """Stands for the result of an item that ended its process; `why` is the reason and what to do."""

    why: str
    too_long: bool = False  # which is its own fault, whatever was worked on before


@contextlib.contextmanager
def each(work: Callable[[T], R], items: Sequence[T]) -> Iterator[Iterator[R | Lost]]:
    """`with each(work, items) as results:` gives work(item), or Lost, for each item in order; then ends the workers.

    An exception of `work` other than MemoryError is raised to whoever takes the results, as by `workers.each`.
    """
    count = workers.cores() if workers.pays(len(items)) else 1
    with contextlib.ExitStack() as stack:
        lanes = [stack.enter_context(contextlib.closing(_results(work, items[i::count]))) for i in range(count)]
        yield (next(lanes[number % count]) for number in range(len(items)))


def _results(work: Callable[[T], R], items: Sequence[T]) -> Generator[R | Lost, None, None]:
    """The results of items worked on one after the other, by as many workers as it takes."""
    done = 0
    while done < len(items):
        with workers.Worker(partial(_limited, work, items[done:])) as worker:
            first, lost = done, False
            while done < len(items) and not lost:
                result: R | Lost
                try:
                    result = next(worker)
                except workers.Died as death:
                    result = _lost(death.exit_code)
                lost = isinstance(result, Lost)
                if isinstance(result, Lost) and not result.too_long and done > first:
                    break  # once more, alone: what items before it left in the process is not its fault
                done += 1
                yield result


def _limited(work: Callable[[T], R], items: Sequence[T]) -> Iterator[R | Lost]:
    """Worker loop: CPU-time limit per item; exits at the first one lost."""
    if not workers.can_fork():
        yield from map(work, items)
        return
    _limit_process()
    for item in items:
        signal.setitimer(signal.ITIMER_PROF, SECONDS)  # computing, not waiting; at its end the kernel ends the process
        try:
            result = work(item)
        except MemoryError:  # the process may be left in any state
            why = _("needs more than {count} MiB of memory to be read; save the article alone, as text")
            yield Lost(why.format(count=MEMORY // MIB))
            return
        signal.setitimer(signal.ITIMER_PROF, 0)
        yield result


def _limit_process() -> None:
    """Limit the memory of this process, and keep crashes from leaving a core dump or messages of libraries."""
    import resource

    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    signal.signal(signal.SIGPROF, signal.SIG_DFL)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with contextlib.suppress(FileNotFoundError), open("/proc/self/statm", encoding="ascii") as file:
        most = int(file.read().split()[0]) * resource.getpagesize() + MEMORY
        hard = resource.getrlimit(resource.RLIMIT_AS)[1]
        most = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(resource.RLIMIT_AS, (most, hard))


def _lost(code: int | None) -> Lost:
    """What stands for the result of an item whose process ended with an exit code."""
    if sys.platform != "win32" and code == -signal.SIGPROF:
        why = _("takes more than {count} seconds to read; save the article alone, as text")
        return Lost(why.format(count=SECONDS), too_long=True)
    why = _(
        "ends the program that reads it (code {code}); save the article alone, as text, and please report it with the "
        "page"
    )
    return Lost(why.format(code=code))

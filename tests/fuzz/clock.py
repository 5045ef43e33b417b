"""A bound on what one input may cost."""

from __future__ import annotations

import contextlib
import signal
import time
from collections.abc import Iterator
from types import FrameType

SECONDS = 3.0  # of CPU, for at most 64 KB; a usual page takes a hundredth


class Slow(BaseException):
    """Not an Exception, so that no part of the road takes it for a bad page and goes on."""


@contextlib.contextmanager
def limited(seconds: float = SECONDS) -> Iterator[None]:
    """Stops a block that takes too long. Raises Slow, naming the function it was stopped in.

    A call into a library ends before it is stopped; where the system has no such clock, so does the block.
    """
    began = time.process_time()
    timer = getattr(signal, "setitimer", None)
    if timer:
        before = signal.signal(signal.SIGPROF, _stop)
        timer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        if timer:
            timer(signal.ITIMER_PROF, 0)
            signal.signal(signal.SIGPROF, before)
    if (taken := time.process_time() - began) > seconds:
        raise Slow(f"took {taken:.1f} CPU seconds")


def _stop(number: int, frame: FrameType | None) -> None:
    while frame and not str(frame.f_globals.get("__name__")).startswith("kliping."):
        frame = frame.f_back
    where = f" in {frame.f_globals['__name__']}.{frame.f_code.co_name}" if frame else ""
    raise Slow(f"took too many CPU seconds{where}")

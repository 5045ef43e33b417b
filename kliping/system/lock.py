"""One run at a time on a folder: a file lock that the system releases when its process ends, however it ends."""

import contextlib
import errno
import sys
from collections.abc import Iterator
from pathlib import Path

from kliping.locale import _
from kliping.system.errors import Exit, Stop


@contextlib.contextmanager
def locked(state: Path) -> Iterator[None]:
    """Hold the lock of a state folder, which is made if need be. Raises Stop (BUSY) while another process has it."""
    state.mkdir(parents=True, exist_ok=True)
    with open(state / "lock", "a") as file:
        if not _lock(file.fileno()):
            why = _("another build is running here ({file}); wait for it to end")
            raise Stop(why.format(file=file.name), Exit.BUSY)
        yield


def _lock(descriptor: int) -> bool:
    """True if the lock was free. Raises OSError where the file system has no locks."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno not in (errno.EACCES, errno.EAGAIN, errno.EDEADLK):
            raise
        return False
    return True

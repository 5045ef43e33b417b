"""How a command ends: what goes wrong becomes one clear line and an exit code."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
from collections.abc import Iterator

from kliping.system.errors import Exit, Stop


def say(line: str) -> None:
    """One line of news on standard error; the counts alone go to standard output."""
    print(line, file=sys.stderr)


@contextlib.contextmanager
def exits() -> Iterator[None]:
    """Turn what can go wrong into one clear line and its exit code; no traceback for a user's mistake."""
    try:
        yield
    except Stop as stop:
        say(f"stopped: {stop}")
        raise SystemExit(stop.code) from None
    except KeyboardInterrupt:
        say("interrupted; what stood before stands")
        raise SystemExit(Exit.INTERRUPTED) from None
    except BrokenPipeError:  # `| head` has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(Exit.OK) from None
    except OSError as error:
        if error.errno in (errno.ENOTDIR, errno.EISDIR, errno.ENOENT, errno.EEXIST):
            say(f"stopped: {error.filename}: {error.strerror}; name another folder")
            raise SystemExit(Exit.REFUSED) from None
        if error.errno not in (errno.ENOSPC, errno.EACCES, errno.EPERM, errno.EROFS, errno.EDQUOT):
            raise
        say(f"stopped: {error.filename or 'output'}: {error.strerror}; make room or allow writing, then run again")
        raise SystemExit(Exit.NO_SPACE) from None

"""What commands share at the terminal: lines of news, its width, and errors as one line and an exit code."""

import contextlib
import errno
import os
import select
import shutil
import sys
from collections.abc import Iterator

from kliping.locale import _
from kliping.system.errors import Exit, Stop


def say(line: str) -> None:
    """Print a line to standard error; standard output is for results and the last line's counts."""
    print(line, file=sys.stderr)


def width() -> int | None:
    """Columns of the terminal; None where standard output goes elsewhere, which gets every line whole."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else None


@contextlib.contextmanager
def exits() -> Iterator[None]:
    """Turn Stop, Ctrl-C and errors of the file system into one line and SystemExit with an exit code."""
    try:
        yield
    except Stop as stop:
        say(_("stopped: {reason}").format(reason=stop))
        raise SystemExit(stop.code) from None
    except KeyboardInterrupt:
        say(_("interrupted; run it again to finish"))
        raise SystemExit(Exit.INTERRUPTED) from None
    except BrokenPipeError:
        if not _is_cut_off():
            raise
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(Exit.OK) from None
    except OSError as error:
        if error.errno in (errno.ENOTDIR, errno.EISDIR, errno.ENOENT, errno.EEXIST):
            say(_("stopped: {file}: {reason}; name another folder").format(file=error.filename, reason=error.strerror))
            raise SystemExit(Exit.USAGE) from None
        if error.errno not in (errno.ENOSPC, errno.EACCES, errno.EPERM, errno.EROFS, errno.EDQUOT):
            raise
        why = _("stopped: {file}: {reason}; make room or allow writing, then run again")
        say(why.format(file=error.filename or "output", reason=error.strerror))
        raise SystemExit(Exit.NO_SPACE) from None


def _is_cut_off() -> bool:
    """Whether nobody reads our output any more: `| head` has read enough."""
    if not hasattr(select, "poll"):  # Windows
        return True
    poll = select.poll()
    for stream in (sys.stdout, sys.stderr):  # `2>&1 | head` is the same
        poll.register(stream, 0)  # tells errors only
    return bool(poll.poll(0))

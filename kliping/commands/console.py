"""What commands share at the terminal: lines of news, its width, and errors as one line and an exit code."""

import contextlib
import errno
import os
import select
import shutil
import sys
from collections.abc import Iterator
from typing import TextIO

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
        cut_off = _cut_off()
        if not cut_off:
            raise
        for stream in cut_off:  # what it still holds is to be written somewhere when Python ends
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
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


def _cut_off() -> list[TextIO]:
    """The streams of ours that nobody reads any more: `| head` has read enough, or `2>&1 | head`."""
    if not hasattr(select, "poll"):  # Windows
        return [sys.stdout]
    poll, streams = select.poll(), {stream.fileno(): stream for stream in (sys.stdout, sys.stderr)}
    for number in streams:
        poll.register(number, 0)  # tells errors only
    return [streams[number] for number, _event in poll.poll(0)]

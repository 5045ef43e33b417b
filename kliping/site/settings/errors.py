"""Where a mistake lies in what the user wrote: settings, templates, filters and plugins. One line, no traceback."""

import errno
import re
import traceback
from pathlib import Path

from kliping.locale import _

_CALLERS = re.compile(r"[/\\](?:jinja2|pelican|blinker|kliping[/\\]site)[/\\]|<frozen ")  # never where the mistake is
_NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EROFS)


def is_machine_fault(error: BaseException) -> bool:
    """Whether an exception comes of want of memory or disk space, not of a mistake in settings or theme."""
    return isinstance(error, MemoryError) or (isinstance(error, OSError) and error.errno in _NO_ROOM)


def description(error: BaseException) -> str:
    """The kind of an exception and its message, on one line."""
    message = " ".join(str(error.msg if isinstance(error, SyntaxError) else error).split())
    return f"{type(error).__name__}: {message}" if message else type(error).__name__


def location(error: BaseException, file: Path | None = None) -> str:
    """The innermost template and its line, and the function that it calls; else file and line of the user's code.

    With `file` only that counts.
    """
    if isinstance(error, SyntaxError) and error.filename and error.lineno:
        return _place(error.filename, error.lineno)
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if not _CALLERS.search(frame.filename)]
    if file:
        frames = [frame for frame in frames if frame.filename == str(file)]
    last = max((number for number, frame in enumerate(frames) if frame.filename.endswith(".html")), default=-1)
    if last < 0:
        return _line(frames[-1]) if frames else file.name if file else _("theme")
    called = frames[last + 1 : last + 2]
    inside = _("{function}() in {place}")
    return ", ".join([_line(frames[last]), *(inside.format(function=f.name, place=_line(f)) for f in called)])


def _line(frame: traceback.FrameSummary) -> str:
    return _place(frame.filename, frame.lineno)


def _place(file: str, line: int | None) -> str:
    return _("{file}, line {number}").format(file=Path(file).name, number=line)

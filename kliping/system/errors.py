"""The exit codes of all tasks, and the exception that ends a run with one of them."""

from enum import IntEnum


class Exit(IntEnum):
    """Exit codes; an unknown option has invoke's own, 1."""

    OK = 0
    FAILED = 1
    REFUSED = 2  # a value in content was refused and left out, all else was done: an unknown key, an impossible date
    REJECTED = 3  # built, but some pages were rejected, each by name
    NO_SPACE = 4  # no space or no permission
    USAGE = 64  # an option, a setting or a folder was refused, and nothing was done
    BUSY = 75  # another build is running
    INTERRUPTED = 130


class Stop(Exception):
    """Ends the run: its message is printed as one line, its code is the exit code."""

    def __init__(self, message: str, code: Exit = Exit.USAGE) -> None:
        super().__init__(message, code)  # both, or it could not be sent from one process to another
        self.message, self.code = message, code

    def __str__(self) -> str:
        return self.message

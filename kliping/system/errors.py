"""Exit codes of every task, and the exception that ends a run with one of them."""

from __future__ import annotations

from enum import IntEnum


class Exit(IntEnum):
    """Exit codes of every task; unknown options stay invoke's own 1."""

    OK = 0
    FAILED = 1
    REFUSED = 2  # a value we refuse: an unknown key, an impossible date
    REJECTED = 3  # built, but some pages were rejected, each by name
    NO_SPACE = 4  # no space or no permission
    BUSY = 75  # another build is running
    INTERRUPTED = 130


class Stop(Exception):
    """A reason to end the run with one clear line and an exit code."""

    def __init__(self, message: str, code: Exit = Exit.REFUSED) -> None:
        super().__init__(message, code)  # both, so that it can be sent from one process to another
        self.message, self.code = message, code

    def __str__(self) -> str:
        return self.message

"""Pagefind's program: it gets records and gives the files of an index.

It is spoken to as its Python package does, in the same messages, but in one go: the package waits a tenth of a
second for each answer, and there is one for each article. Nor is it asked to write the files itself: it answers
before they are on the disk.
"""

import base64
import contextlib
import json
import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from threading import Thread
from typing import IO, Any

from kliping.locale import _
from kliping.system.errors import Exit, Stop

_PDEATHSIG, _SIGKILL = 1, 9  # linux/prctl.h


def index_of(records: Iterable[dict[str, Any]]) -> dict[str, bytes]:
    """The files of the index of some records, by their names. Raises Stop where the program is missing or fails."""
    requests: list[dict[str, Any]] = [{"type": "NewIndex", "config": {}}]
    requests += ({"type": "AddRecord", "index_id": 0, **record} for record in records)
    requests.append({"type": "GetFiles", "index_id": 0})
    answers, end = _asked(b"".join(_message(number, request) for number, request in enumerate(requests, start=1)))
    failed = [str(answer.get("message")) for answer in answers if answer.get("type") == "Error"]
    if failed or len(answers) < len(requests):
        why = _(
            "Pagefind could not make the search index: {reason}; the old site is kept; `--no-search` builds without it"
        )
        raise Stop(why.format(reason=failed[0] if failed else end), Exit.FAILED)
    return {file["path"]: base64.b64decode(file["content"]) for file in answers[-1]["files"]}


def _asked(messages: bytes) -> tuple[list[dict[str, Any]], str]:
    """What the program answers to some messages, and how it ended where it did so before its time."""
    wanted = messages.count(b",")
    said, process = bytearray(), _started()
    with contextlib.suppress(BrokenPipeError), process:  # leaving it writes what the program did not take any more
        assert process.stdin
        assert process.stdout
        try:
            # Written while it answers, for neither pipe holds all. Its input stays open, else it would end.
            Thread(target=_tell, args=(process.stdin, messages), daemon=True).start()
            while wanted and (more := os.read(process.stdout.fileno(), 1 << 20)):
                said += more
                wanted -= more.count(b",")
        finally:
            process.kill()
    end = _("it ended with code {code}").format(code=process.returncode)
    return [json.loads(base64.b64decode(answer))["payload"] for answer in said.split(b",")[:-1]], end


def _tell(stdin: IO[bytes], messages: bytes) -> None:
    with contextlib.suppress(OSError):  # it is gone, which is seen by what it does not answer
        stdin.write(messages)
        stdin.flush()


def _started() -> subprocess.Popen[bytes]:
    try:
        return subprocess.Popen(  # noqa: S603 - a program of our own dependency, without a shell
            [_program(), "--service"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, preexec_fn=_bound_to_us()
        )
    except OSError as error:
        why = _(
            "Pagefind's program {file} cannot be started ({reason}); run `uv sync` to have it back; "
            "the old site is kept; `--no-search` builds without it"
        )
        raise Stop(why.format(file=error.filename or "", reason=error.strerror or error), Exit.FAILED) from None


def _program() -> Path:
    """Where the program lies. Raises Stop where it is missing."""
    from pagefind.service import get_executable

    executable = get_executable()
    if not executable:
        why = _(
            "Pagefind's program is not installed; run `uv sync` to have it back; "
            "the old site is kept; `--no-search` builds without it"
        )
        raise Stop(why, Exit.FAILED)
    return executable


def _bound_to_us() -> Any:
    """Makes the program end with the process that started it, however that ends; only Linux can be asked to."""
    if not sys.platform.startswith("linux"):
        return None
    import ctypes

    system = ctypes.CDLL(None)
    return lambda: system.prctl(_PDEATHSIG, _SIGKILL)


def _message(number: int, request: dict[str, Any]) -> bytes:
    return base64.b64encode(json.dumps({"message_id": number, "payload": request}).encode()) + b","

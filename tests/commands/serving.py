"""`invoke serve` at work, started as from a terminal, and what it says."""

from __future__ import annotations

import contextlib
import os
import re
import signal
import socket
import subprocess
import threading
import time
from collections.abc import Iterator
from pathlib import Path

from tests.site.conftest import command

PATIENCE = 60  # seconds, for what must come about; it does so in one or two


class Serving:
    """The process, in a session of its own; `with` ends it and all it started."""

    def __init__(self, root: Path, *words: str, port: int | None = None) -> None:
        self.port = port or free_port()
        typed, env = command("serve", "--port", str(self.port), *words)
        self.process = subprocess.Popen(
            typed, cwd=root, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
            start_new_session=True, preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
        )  # fmt: skip
        self.lines: list[str] = []
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()

    def __enter__(self) -> Serving:
        return self

    def __exit__(self, *error: object) -> None:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.ended()

    @property
    def said(self) -> str:
        return "".join(self.lines)

    @property
    def url(self) -> str:
        """Its address, which is waited for."""
        until(lambda: "serving http" in self.said, self)
        return re.findall(r"serving (http\S+)/ until", self.said)[-1]

    def until_said(self, words: str, times: int = 1) -> None:
        until(lambda: self.said.count(words) >= times, self)

    def interrupt(self) -> int:
        """Ctrl-C, which a terminal sends to all processes; the code it ends with."""
        os.killpg(self.process.pid, signal.SIGINT)
        return self.ended()

    def ended(self) -> int:
        code = self.process.wait(PATIENCE)
        self._listener.join(PATIENCE)
        self.process.stdout.close()
        return code

    def processes(self) -> list[int]:
        """Its processes that are alive."""
        found = []
        for path in Path("/proc").glob("[0-9]*/stat"):
            with contextlib.suppress(OSError):
                state, _, _, session = path.read_text().rpartition(")")[2].split()[:4]
                if int(session) == self.process.pid and state not in "ZX":
                    found.append(int(path.parent.name))
        return found

    def forking(self) -> int:
        """The process that forks one for each build."""
        (found,) = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split()
        return int(found)

    def _listen(self) -> None:
        self.lines += iter(self.process.stdout.readline, "")


def until(what: object, serving: Serving | None = None) -> None:
    """Wait until this is so."""
    end = time.monotonic() + PATIENCE
    while not what():  # type: ignore[operator]
        assert time.monotonic() < end, f"it never came to that; said was {serving and serving.said!r}"
        time.sleep(0.02)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextlib.contextmanager
def taken(port: int) -> Iterator[None]:
    """Somebody else listens there."""
    with socket.create_server(("127.0.0.1", port)):
        yield

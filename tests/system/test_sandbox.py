"""Whatever one thing does to the process that works on it, only that thing is lost, and it is told how."""

from __future__ import annotations

import ctypes
import faulthandler
import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from typing import Any

import pytest

from kliping.system import sandbox, workers
from kliping.system.sandbox import Lost
from tests.conftest import ROOT

pytestmark = [
    pytest.mark.skipif(not workers.can_fork(), reason="no process can be forked here"),
    pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning"),
]


def results(work: Callable[[int], Any], things: Sequence[int]) -> list[Any]:
    with sandbox.each(work, things) as each:
        return list(each)


def _without_end(number: int) -> None:
    while True:
        number += 1


def _without_end_in_c(number: int) -> None:
    9 ** (9**9 + number)


def _crash(number: int) -> None:
    faulthandler.disable()  # of pytest, which would print all it knows
    ctypes.string_at(0)


def _hunger(number: int) -> None:
    bytearray(1 << 32)


def _exit(number: int) -> None:
    os._exit(7)


BAD = {
    "loop": (_without_end, "takes more than 3 seconds to read"),
    "loop in C": (_without_end_in_c, "takes more than 3 seconds to read"),
    "crash": (_crash, "ends the program that reads it"),
    "hunger": (_hunger, "needs more than 384 MiB of memory"),
    "exit": (_exit, "ends the program that reads it (code 7)"),
}


@pytest.mark.parametrize(("bad", "why"), BAD.values(), ids=BAD)
@pytest.mark.parametrize("things", [9, 300], ids=["few", "many"])
def test_a_bad_thing_is_lost_alone(bad, why, things) -> None:
    def work(number: int) -> int:
        if number == 5:
            bad(number)
        return 2 * number

    found = results(work, range(things))
    lost = found.pop(5)
    assert isinstance(lost, Lost)
    assert lost.why.startswith(why)
    assert "save the article alone" in lost.why
    assert found == [2 * number for number in range(things) if number != 5]


def test_several_bad_things_in_a_row_are_each_lost_alone() -> None:
    found = results(lambda number: _exit(number) if number in (0, 1, 4) else number, range(5))
    assert [isinstance(one, Lost) for one in found] == [True, True, False, False, True]


def test_time_is_each_thing_s_own_and_waiting_is_free(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sandbox, "SECONDS", 0.5)

    def work(number: int) -> int:
        time.sleep(0.7)
        until = time.process_time() + 0.3
        while time.process_time() < until:
            pass
        return number

    assert results(work, range(4)) == [0, 1, 2, 3]


def test_what_others_left_in_memory_is_no_thing_s_fault() -> None:
    """A worker that kept much for what came before is not held against the next: it is tried alone."""
    kept = []

    def work(number: int) -> int:
        kept.append(bytearray(150 << 20))
        return number

    assert results(work, range(5)) == [0, 1, 2, 3, 4]


def test_an_error_in_the_work_itself_ends_all() -> None:
    with pytest.raises(RuntimeError, match="ZeroDivisionError"):
        results(lambda number: 1 // (number - 3), range(5))


def test_a_process_that_has_little_memory_itself_gives_no_more() -> None:
    """As under `ulimit -v`, which nobody may raise."""
    said = """if True:
        import resource
        from kliping.system import sandbox

        resource.setrlimit(resource.RLIMIT_AS, (2 << 28, 2 << 28))
        with sandbox.each(lambda number: bytearray(number << 20)[:1], [1, 700, 2]) as results:
            print(list(results))
    """
    found = subprocess.run([sys.executable, "-c", said], capture_output=True, text=True, cwd=ROOT, check=True).stdout
    assert found.startswith(r"[bytearray(b'\x00'), Lost(why='needs more than")
    assert found.endswith("bytearray(b'\\x00')]\n")


def test_what_a_library_says_as_it_breaks_reaches_nobody(capfd: pytest.CaptureFixture[str]) -> None:
    assert results(lambda number: os.write(2, b"malloc(): corrupted"), range(3)) == [19, 19, 19]
    assert capfd.readouterr().err == ""

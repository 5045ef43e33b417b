"""Errors at the terminal."""

from __future__ import annotations

import subprocess
import sys

import pytest

from kliping.commands.console import exits

PRINTS = """
from kliping.commands.console import exits, say
with exits():
    while True:
        {line}
"""


@pytest.mark.parametrize(
    ("line", "shell"), [("print(9)", "{} | head -1"), ("say('9')", "{} 2>&1 | head -1")], ids=["print", "say"]
)
@pytest.mark.parametrize("flags", [(), ("-u",)], ids=["buffered", "unbuffered"])
@pytest.mark.skipif(sys.platform == "win32", reason="has no head")
def test_a_reader_that_has_enough_is_no_error(line: str, shell: str, flags: tuple[str, ...]) -> None:
    typed = ["bash", "-c", f'{shell.format(chr(34) + "$@" + chr(34))}; exit "${{PIPESTATUS[0]}}"', "bash"]
    run = subprocess.run(
        [*typed, sys.executable, *flags, "-c", PRINTS.format(line=line)], capture_output=True, text=True, timeout=60
    )
    assert (run.returncode, run.stdout, run.stderr) == (0, "9\n", "")


@pytest.mark.skipif(sys.platform == "win32", reason="cannot be told there")
def test_another_broken_pipe_is_one() -> None:
    with pytest.raises(BrokenPipeError), exits():
        raise BrokenPipeError

"""docs/start.md, followed step by step: each command prints what stands there."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

from tests.conftest import ROOT, lay
from tests.site.conftest import invoke

BLOCK = re.compile(r"^```(console|\w+ title=(\S+))\n(.*?)^```$", re.DOTALL | re.MULTILINE)


def timeless(text: str) -> str:
    return re.sub(r"\d+\.\d s;", "0.0 s;", text)


def test_each_command_of_the_guide_prints_what_stands_there(tmp_path: Path) -> None:
    lay(tmp_path, "saved", "articles", "outlets", "elections", "pages")
    steps = BLOCK.findall((ROOT / "docs/start.md").read_text(encoding="utf-8"))
    assert len(steps) == 6
    for _, file, text in steps:
        if file:
            (tmp_path / file).write_text(text, encoding="utf-8")
            continue
        typed, _, said = text.partition("\n")
        run = invoke(tmp_path, *shlex.split(typed.removeprefix("$ uv run invoke ")))
        assert run.code == 0, run.err
        assert timeless(run.err + run.out) == timeless(said)

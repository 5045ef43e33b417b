"""The hostile inputs beside good articles, built once by the very command users type; and the good ones alone."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pytest

from tests.hostile import corpus
from tests.hostile.inputs import Input
from tests.hostile.reading import Site
from tests.site.conftest import Run, served
from tests.site.scratch import Scratch


@dataclass
class Trap:
    """A project that was built with hostile inputs."""

    project: Scratch
    inputs: list[Input]
    run: Run
    outside: set[str]  # what stood beside its content before the build
    alone: Scratch  # the same good pages without any hostile input
    url: str

    @cached_property
    def site(self) -> Site:
        return Site(self.project.root)


@pytest.fixture(scope="session")
def trap(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Trap]:
    folder = tmp_path_factory.mktemp("jahat")
    (folder / "satu").mkdir()
    project, alone = Scratch.at(folder / "satu"), Scratch.at(tmp_path_factory.mktemp("baik"))
    inputs = corpus.inputs()
    corpus.write(project.root)
    corpus.write(alone.root, hostile=False)
    before = around(project.root)
    assert alone.build("--no-search").code == 0
    try:
        with served(project.output) as url:
            run = project.build("--site-url", url)
            yield Trap(project, inputs, run, before, alone, url)
    finally:  # too deep for Python's own removal
        subprocess.run(["rm", "-rf", str(project.saved)], check=True)


def around(root: Path) -> set[str]:
    """What stands beside a project and in it, but for what a build may write."""
    ours = {str(root / name) for name in ("output", ".output.kliping", "content/articles", "content/.articles.kliping")}
    found = set()
    for folder, folders, files in os.walk(root.parent):
        folders[:] = [name for name in folders if f"{folder}/{name}" not in ours and not name.startswith("dalam")]
        found |= {f"{folder}/{name}" for name in (*folders, *files)}
    return found

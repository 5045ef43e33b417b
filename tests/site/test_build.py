"""A build inside a process that lives on leaves nothing of itself behind."""

from __future__ import annotations

import gc
import multiprocessing
from collections.abc import Iterator
from pathlib import Path

import pytest

from kliping.site.build import Build, Places
from kliping.system.errors import Stop
from tests.site.scratch import Scratch, replace


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Scratch]:
    gc.enable()
    yield Scratch.at(tmp_path).fill()
    gc.enable()


def _places(project: Scratch) -> Places:
    project.state.mkdir(exist_ok=True)
    return Places(
        project.root / "pelican.conf.py", project.root / "content", project.articles, project.output, project.state
    )


@pytest.mark.parametrize("is_collecting", [True, False])
def test_a_build_leaves_the_garbage_collector_as_it_was_and_no_process(project: Scratch, is_collecting: bool) -> None:
    if not is_collecting:
        gc.disable()
    for _ in range(2):  # Pelican and Pagefind are at work in the first
        with Build(_places(project)) as build:
            build.finish()
        assert gc.isenabled() == is_collecting
        assert not multiprocessing.active_children()
    assert (project.output / "index.html").is_file()


def test_so_does_one_that_fails(project: Scratch) -> None:
    replace(project.root / "theme/templates/index.html", "{% block content %}", "{% block content %}{{ tidak_ada }}")
    with pytest.raises(Stop, match="tidak_ada"), Build(_places(project)) as build:
        build.finish()
    assert gc.isenabled()
    assert not multiprocessing.active_children()

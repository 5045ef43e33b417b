"""No page, however long, deep or odd, keeps a run from its end, takes its memory, or harms the page beside it."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from kliping.system import workers
from tests.hostile import big, slow
from tests.hostile.inputs import good
from tests.site.conftest import command
from tests.site.scratch import Scratch

pytestmark = pytest.mark.skipif(not workers.can_fork(), reason="pages are read without limits here")

SMALL_MIB, BIG_MIB = 300, 500  # of memory, for pages of up to 200 KB and of many megabytes


@dataclass
class Ended:
    code: int
    mib: int  # the most memory that one of its processes held
    err: str
    report: dict[str, Any]

    def knows(self, name: str, project: Scratch) -> bool:
        """Whether a saved page is an article or named."""
        return name in self.report["rejected"] or bool(project.article(name))


# Started by a process as large as this one, a command would be said to hold as much; so a small one starts it.
_WEIGH = (
    "import resource, subprocess, sys; code = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL).returncode;"
    "print(code, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024)"
)


def cleaned(project: Scratch) -> Ended:
    typed, environment = command("clean")
    weighed = [sys.executable, "-c", _WEIGH, *typed]
    run = subprocess.run(weighed, cwd=project.root, env=environment, capture_output=True, text=True, check=True)
    code, mib = map(int, run.stdout.split())
    report = json.loads((project.root / "content/.articles.kliping/report.json").read_text())
    assert "Traceback" not in run.stderr
    return Ended(code, mib, run.stderr, report)


def fill(project: Scratch) -> dict[str, bytes]:
    """The good pages, and the articles they become alone."""
    for name, data in good().items():
        project.page(name, data)
    assert cleaned(project).code == 0
    return project.files()


def test_slow_pages_beside_good_ones_end_and_harm_none(tmp_path: Path) -> None:
    project = Scratch.at(tmp_path)
    before = fill(project)
    pages = slow.small()
    for name, make in pages.items():
        project.page(f"lambat/{name}", make())
    run = cleaned(project)
    assert run.code == 3, run.err
    assert run.mib < SMALL_MIB
    files = project.files()
    assert {name: files[name] for name in before} == before
    text = "\n".join(data.decode().partition("\n---\n")[0] for data in files.values())
    names = [f"lambat/{name}" for name in pages]
    assert [name for name in names if name not in run.report["rejected"] and f'"{name}"' not in text] == []


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> tuple[Scratch, dict[str, bytes]]:
    project = Scratch.at(tmp_path_factory.mktemp("besar"))
    return project, fill(project)


@pytest.mark.parametrize("name", big.pages())
def test_a_big_page_is_named_or_an_article_and_harms_none(kept: tuple[Scratch, dict[str, bytes]], name: str) -> None:
    project, before = kept
    path = project.page(name, big.pages()[name]())
    run = cleaned(project)
    path.unlink()
    assert run.code == (3 if name in run.report["rejected"] else 0), run.err
    assert run.mib < BIG_MIB
    assert run.knows(name, project)
    assert before.items() <= project.files().items()

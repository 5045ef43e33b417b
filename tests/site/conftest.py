"""The sample, built once by the very command users type, under the sub-path of a GitHub project page."""

from __future__ import annotations

import contextlib
import functools
import http.server
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from kliping.article import frontmatter
from tests.conftest import ROOT, Project, lay
from tests.runner import CAN_FORK, Run, runner
from tests.site import large

BASE = "/kliping"


def command(*words: str, **environment: str) -> tuple[list[str], dict[str, str]]:
    """An invoke task as a user types it, with the code beside these tests, and the environment for it."""
    clean = {key: value for key, value in os.environ.items() if key != "SITEURL"}
    return [sys.executable, "-m", "invoke", *words], {**clean, "PYTHONPATH": str(ROOT), **environment}


def invoke(root: Path, *words: str, **environment: str) -> Run:
    """Run an invoke task in a project folder as a user does, in a process of its own where it has an environment."""
    if environment or not CAN_FORK:
        return started(root, *words, **environment)
    return runner().run(root, words, command()[1])


def started(root: Path, *words: str, **environment: str) -> Run:
    """The same by the very command users type."""
    typed, env = command(*words, **environment)
    done = subprocess.run(typed, cwd=root, capture_output=True, text=True, timeout=120, check=False, env=env)
    return Run(done.returncode, done.stdout, done.stderr)


@dataclass
class Site:
    """A built site, and where it is served."""

    project: Project
    folder: Path
    url: str
    run: Run

    @property
    def articles(self) -> dict[str, dict[str, Any]]:
        """The front matter of every article by its id."""
        found = (frontmatter.read(path.read_bytes())[0] for path in self.project.articles.rglob("*.md"))
        return {values["id"]: values for values in found}

    def page(self, path: str) -> str:
        return (self.folder / path / "index.html").read_text(encoding="utf-8")


class _Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves a folder below a base as GitHub Pages does: its 404.html for what is not there."""

    def __init__(self, *words: Any, base: str, **options: Any) -> None:
        self._base = base
        super().__init__(*words, **options)

    def translate_path(self, path: str) -> str:
        inside = path.split("?")[0].split("#")[0].removeprefix(self._base)
        return super().translate_path(inside or "/")

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        body = Path(self.directory, "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *words: object) -> None:
        pass


@contextlib.contextmanager
def served(folder: Path, base: str = BASE) -> Iterator[str]:
    """The address of a folder, served on this machine."""
    handler = functools.partial(_Quiet, directory=str(folder), base=base)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}{base}"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The sample."""
    root = tmp_path_factory.mktemp("digest")
    lay(root, "articles", "elections", "outlets", "pages", "saved")
    with served(root / "output") as url:
        run = started(root, "build", "--site-url", url)
        assert run.code == 0, run.out + run.err
        yield Site(Project(root), root / "output", url, run)


@pytest.fixture(scope="session")
def large_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Some 900 made-up articles, some of them very odd."""
    root = tmp_path_factory.mktemp("large")
    lay(root, "elections", "outlets", "pages")
    large.write(root / "content")
    with served(root / "output") as url:
        run = started(root, "build", "--site-url", url)
        assert run.code == 2, run.out + run.err  # an election and a stage of no calendar are named
        yield Site(Project(root), root / "output", url, run)


@pytest.fixture(params=["site", "large_site"])
def either(request: pytest.FixtureRequest) -> Site:
    """The sample, then the large one."""
    found: Site = request.getfixturevalue(request.param)
    return found

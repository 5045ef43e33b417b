"""What every site generator of the benchmark has: a folder with its input, a command, and an output."""

from __future__ import annotations

import json
import os
import runpy
import shutil
import signal
import subprocess
import sys
from abc import ABC, abstractmethod
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from benchmarks import PROJECT
from benchmarks.site import stopwatch
from benchmarks.site.divisions import Division
from kliping.article.fields import Article
from kliping.elections.calendars import Calendars
from kliping.system.errors import Exit, Stop

TEMPLATES = Path(__file__).parent / "templates"
_END = "</article>"


@dataclass(frozen=True, slots=True)
class Cost:
    """What one build cost: seconds on the clock, seconds of CPU, bytes of memory at most; and its last line."""

    wall: float
    cpu: float
    peak: int
    said: str = ""


@dataclass(frozen=True)
class Ground:
    """What all generators build from: the root, which has the theme; a project, its calendars and its site's name."""

    root: Path
    project: Path
    calendars: Calendars
    name: str
    description: str

    @classmethod
    def of(cls, root: Path) -> Ground:
        project = root / PROJECT
        settings = runpy.run_path(str(project / "pelican.conf.py"))
        calendars = Calendars.load(project / "content/elections")
        return cls(root, project, calendars, settings["SITENAME"], settings["SITE_DESCRIPTION"])

    @property
    def stage_names(self) -> dict[str, str]:
        return {kind.id: kind.short for kind in self.calendars.types.values()}


@dataclass(frozen=True)
class Generator(ABC):
    """A site generator with a folder of its own. Articles are put and dropped one by one, in any process."""

    ground: Ground
    folder: Path
    name: ClassVar[str]
    output: ClassVar[str]  # folder of the built site
    forgotten: ClassVar[tuple[str, ...]]  # folders of caches and state (`*` as in paths), gone before a cold build
    template: ClassVar[str]  # that of an article
    most: ClassVar[int | None] = None  # articles; of more it is left out

    @abstractmethod
    def version(self) -> str | None:
        """None where it is not installed."""

    @abstractmethod
    def prepare(self) -> None:
        """Write all of its input but the articles."""

    @abstractmethod
    def place(self, article: Article) -> str:
        """The file an article's input lies in, below the folder."""

    @abstractmethod
    def text(self, article: Article) -> str:
        """An article's input."""

    @abstractmethod
    def command(self, deleted: bool) -> list[str]:
        """What builds the site; `deleted`: an article went since the last build."""

    @abstractmethod
    def divide(self, division: Division) -> None:
        """Write, or write anew, what tells which lists are cut into which pages."""

    @property
    def site(self) -> Path:
        return self.folder / self.output

    def put(self, article: Article) -> None:
        path = self.folder / self.place(article)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(self.text(article), encoding="utf-8")

    def drop(self, article: Article) -> None:
        (self.folder / self.place(article)).unlink()

    def touch(self, line: str) -> None:
        """Put a line before the end of every article's page; it takes the place of an earlier one."""
        path = self.folder / self.template
        text = path.read_text(encoding="utf-8")
        if text.count(_END) != 1:
            raise Stop(f"{path}: has not one {_END} to put a word before", Exit.FAILED)
        before = text.partition(_END)[0].partition("<p>Sentuhan")[0].rstrip("\n")
        path.write_text(f"{before}\n<p>Sentuhan {line}</p>\n{_END}{text.partition(_END)[2]}", encoding="utf-8")

    def wipe(self) -> None:
        """Forget every build."""
        for pattern in (self.output, *self.forgotten):
            for path in self.folder.glob(pattern):
                shutil.rmtree(path)

    def build(self, deleted: bool = False) -> Cost:
        """Build the site in a process of its own. Raises Stop where that fails."""
        log = self.folder / "build.log"
        order = {"command": self.command(deleted), "folder": str(self.folder), "log": str(log)}
        watch = [sys.executable, "-I", "-S", stopwatch.__file__, json.dumps(order)]
        told = json.loads(_told(watch))
        lines = log.read_text(encoding="utf-8", errors="replace").split("\n")
        said = [line for line in lines if line.strip()]
        if told["code"]:
            raise Stop(f"{self.name} ended with code {told['code']}: {' / '.join(said[-5:])}", Exit.FAILED)
        return Cost(told["wall"], told["cpu"], told["peak"], said[-1] if said else "")


def _told(command: list[str]) -> bytes:
    """What a command prints. Where we are ended in the meantime, it ends too, with all it started."""
    with subprocess.Popen(command, env=_environment(), stdout=subprocess.PIPE, start_new_session=True) as run:  # noqa: S603
        try:
            return run.communicate()[0]
        except BaseException:
            os.killpg(run.pid, signal.SIGKILL)
            raise


def _environment() -> dict[str, str]:
    """That of this process, our own code found first whatever is installed, and no address but the default one."""
    kept = {name: value for name, value in os.environ.items() if name != "SITEURL" and not name.startswith("HUGO_")}
    return kept | {"PYTHONPATH": str(Path(__file__).parents[2])}

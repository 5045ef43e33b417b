"""Real parts for the tests: a project of its own in a temporary folder, with the outlets and elections of `project/`."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import hypothesis
import pytest

from kliping.archive.report import Report
from kliping.archive.run import Archive, Folders
from kliping.article import frontmatter
from tests.browser import FLAGS, chromium, driver, ready

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROOT = Path(__file__).resolve().parent.parent
os.environ["LANGUAGE"] = "en"  # of messages, whatever the machine speaks
os.environ.setdefault("KLIPING_GROUP", "test")  # all that tasks need is installed where the tests run
hypothesis.settings.register_profile("kliping", deadline=None)  # a busy machine is no fault
hypothesis.settings.load_profile("kliping")
PROJECT = ROOT / "tests/project"  # content and settings that stay as they are; those of the root are the user's
_USERS = tuple(str(ROOT / name) for name in ("content", "pelican.conf.py"))


def pytest_configure() -> None:
    sys.addaudithook(_keep_out)


def _keep_out(event: str, told: tuple[object, ...]) -> None:
    """Fail what opens a file of the user's, or lists a folder of his: his changes must not change what a test says."""
    if event in ("open", "os.scandir", "os.listdir") and str(told[0]).startswith(_USERS):
        raise AssertionError(f"{told[0]} is the user's: read that of {PROJECT.relative_to(ROOT)} instead")


def pytest_sessionstart(session: pytest.Session) -> None:
    """Before workers start, for two of them would install a browser at once."""
    if session.config.getoption("numprocesses", None) and not hasattr(session.config, "workerinput"):
        ready()


@dataclass
class Project:
    """A folder with content/ as users have it; `page` puts a saved page there, `clean` runs the cleaning half."""

    root: Path

    @property
    def saved(self) -> Path:
        return self.root / "content/saved"

    @property
    def articles(self) -> Path:
        return self.root / "content/articles"

    def page(self, name: str, text: str | bytes) -> Path:
        path = self.saved / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    def folders(self) -> Folders:
        content = self.root / "content"
        return Folders(self.saved, self.articles, content / "outlets", content / "elections")

    def clean(self, **options: object) -> Report:
        fresh, dry_run = (bool(options.pop(name, False)) for name in ("fresh", "dry_run"))
        return Archive(self.folders(), fresh, dry_run=dry_run).run(**options)  # type: ignore[arg-type]

    def files(self) -> dict[str, bytes]:
        return {p.relative_to(self.articles).as_posix(): p.read_bytes() for p in sorted(self.articles.rglob("*.md"))}

    def article(self, saved: str) -> tuple[dict, str, Path]:
        """Front matter, body and file of the article made from a saved page."""
        for path in self.articles.rglob("*.md"):
            values, body = frontmatter.read(path.read_bytes())
            names = values.get("saved") or []
            if saved in ([names] if isinstance(names, str) else names):
                return values, body, path
        raise AssertionError(f"no article was made from {saved}")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests that need it."""
    from playwright.sync_api import expect

    with driver() as playwright:
        path = chromium(playwright.chromium.executable_path)
        expect.set_options(timeout=60_000)  # milliseconds; a busy machine is no fault
        started = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        yield started
        started.close()


def lay(root: Path, *content: str, leave: Callable[..., Iterable[str]] | None = None) -> None:
    """Make a project in a folder: these parts of our content, `leave` aside, our settings, the shipped theme and tasks."""
    for name in content:
        shutil.copytree(PROJECT / "content" / name, root / "content" / name, ignore=leave)
    shutil.copytree(ROOT / "theme", root / "theme")
    for file in (PROJECT / "pelican.conf.py", ROOT / "tasks.py"):
        shutil.copy(file, root)
    (root / "content/saved").mkdir(exist_ok=True)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project with few calendars and without the list of names, for reading those takes longer than most tests."""
    some = shutil.ignore_patterns(
        "names.yaml", "pemilu-*", "psu-*", "pilkada-2020*", "pilkada-ulang*", "pilgub-dki-2017*"
    )
    lay(tmp_path, "outlets", "elections", "pages", leave=some)
    return Project(tmp_path)


def story(
    headline: str = "KPU Melati Sortir Surat Suara Pilgub Jakarta 2024",
    number: int = 1,
    day: str = "Kamis (24/10/2024)",
) -> str:
    """A whole page of an outlet without a profile; different numbers give different texts."""
    return f"""{headline}

Kamis, 24 Oktober 2024 10:15 WIB
Penulis: Rara Contoh

CONTOHBERITA.ID, JAKARTA - Petugas gudang nomor {number} menyortir surat suara Pilgub Jakarta 2024 di kawasan Melati, {day}.

Sebanyak {number + 40} orang bekerja dari pagi sampai sore di gudang yang dijaga bergantian itu.

Baca juga: Warga Kenanga Gelar Pasar Murah

Hasil sortir diperiksa lagi oleh pengawas kecamatan sebelum surat suara dilipat dan dikemas.

Berita Terkait
Pasar Murah Kenanga Diserbu Warga
"""

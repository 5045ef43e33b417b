"""What git does with the files of a project, on a machine that writes other line ends."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from tests.conftest import ROOT, Project, story


def _git(folder: Path, *words: str) -> str:
    names = ("-c", "user.name=Rara", "-c", "user.email=rara@contoh.example", "-c", "core.autocrlf=true")
    return subprocess.run(["git", *names, *words], cwd=folder, check=True, capture_output=True, text=True).stdout


def test_a_clone_with_other_line_ends_holds_the_same_pages_and_no_edited_article(project: Project) -> None:
    shutil.copy(ROOT / ".gitattributes", project.root)
    project.page("a.txt", story().replace("\n", "\r\n"))
    project.page("b.txt", story("Gudang Kedua Mulai Sortir Surat Suara", 2))
    project.clean()
    before = project.files()
    _git(project.root, "init", "-q")
    _git(project.root, "add", "content", ".gitattributes")
    _git(project.root, "commit", "-qm", "Dua berita")
    _git(project.root, "clone", "-q", ".", "salinan")
    clone = Project(project.root / "salinan")
    report = clone.clean()
    assert (report.edited, report.changes) == ({}, [])
    assert clone.files() == before
    assert _git(clone.root, "status", "--porcelain", "content/saved", "content/articles") == ""

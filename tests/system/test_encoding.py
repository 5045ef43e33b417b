"""File names are UTF-8 whatever the locale of the machine says."""

from __future__ import annotations

import os
import subprocess
import sys

from tests.conftest import ROOT, Project, story


def test_a_locale_of_another_encoding_changes_no_name(project: Project) -> None:
    for number, name in enumerate(("café.txt", "emoji-🗳.txt")):
        project.page(name, story(number=number + 1))
    command = [sys.executable, "-m", "invoke", "clean"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    subprocess.run(command, cwd=project.root, env=environment, check=True, capture_output=True)
    before = project.files()
    assert [project.article(name)[0]["saved"] for name in ("café.txt", "emoji-🗳.txt")] == ["café.txt", "emoji-🗳.txt"]
    foreign = {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}  # names are ASCII to Python then
    run = subprocess.run([*command, "--fresh"], cwd=project.root, env=environment | foreign, capture_output=True)
    assert (run.returncode, run.stderr.decode().count("rejected: ")) == (0, 0)
    assert project.files() == before

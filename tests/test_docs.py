"""The documents say what is there: every task and option, and no address that leads nowhere."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from kliping.article.frontmatter import KEYS
from kliping.elections.calendars import TYPE_KEYS
from kliping.elections.election_file import ELECTION_KEYS
from kliping.outlets.profile import KEYS as PROFILE_KEYS
from kliping.system.errors import Exit
from tests import write_fields
from tests.conftest import ROOT

DOCUMENTS = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*.md"))]


def _invoke(*words: str) -> str:
    return subprocess.run(
        [sys.executable, "-m", "invoke", *words], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout


def test_the_readme_begins_with_the_two_commands() -> None:
    text = (ROOT / "README.md").read_text()
    assert "pip install uv && uv run invoke build\nuv run invoke test\n" in text[:900]


@pytest.mark.parametrize("task", re.findall(r"^  (\w+)", _invoke("--list"), re.MULTILINE))
def test_every_task_and_option_stands_in_the_readme(task: str) -> None:
    text = (ROOT / "README.md").read_text()
    assert f"| `{task}` |" in text
    for option in re.findall(r"^  (?:-\w[^,]*, )?(--[a-z][a-z-]+)", _invoke("--help", task), re.MULTILINE):
        assert option in text, f"{task} {option}"


def test_every_exit_code_stands_in_the_readme() -> None:
    text = (ROOT / "README.md").read_text()
    assert all(f"| {code.value} |" in text for code in Exit)


@pytest.mark.parametrize(
    ("document", "words"),
    [("fields.md", KEYS), ("outlets.md", PROFILE_KEYS), ("elections.md", (*TYPE_KEYS, *ELECTION_KEYS))],
)
def test_every_key_is_explained(document: str, words: tuple[str, ...]) -> None:
    text = (ROOT / "docs" / document).read_text()
    assert [word for word in words if f"`{word}" not in text] == []


def test_the_table_of_fields_is_that_of_the_code() -> None:
    text = write_fields.DOCUMENT.read_text(encoding="utf-8")
    assert write_fields.written(text) == text, "uv run python -m tests.write_fields writes it"


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_links_between_documents_lead_somewhere(document: Path) -> None:
    for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", document.read_text()):
        assert (document.parent / target).exists(), f"{document.name} links to {target}"


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_file_of_the_code_that_a_document_names_is_there(document: Path) -> None:
    named = re.findall(r"`((?:kliping|tests|benchmarks)/[\w./-]+)`", document.read_text())
    assert [path for path in named if not (ROOT / path).exists()] == []


def test_every_package_is_pinned_exactly() -> None:
    told = tomllib.loads((ROOT / "pyproject.toml").read_text())
    groups = [package for group in told["dependency-groups"].values() for package in group]
    transitive = told["tool"]["uv"]["constraint-dependencies"]
    for package in (*told["project"]["dependencies"], *told["build-system"]["requires"], *groups, *transitive):
        assert package == {"include-group": "bench"} or "==" in package, package

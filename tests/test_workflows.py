"""The workflows on GitHub: what is published with which exit code, and what the tests are run for."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conftest import ROOT
from tests.test_frozen import USERS

WORKFLOWS = {path.name: path for path in (ROOT / ".github/workflows").glob("*.yml")}
UV = """#!/bin/sh
echo "$@" >> "$UV_CALLS"
exit "$UV_CODE"
"""


def _read(name: str) -> dict[Any, Any]:
    found: dict[Any, Any] = yaml.safe_load(WORKFLOWS[name].read_text(encoding="utf-8"))
    return found


def _steps(name: str) -> list[dict[str, Any]]:
    return [step for job in _read(name)["jobs"].values() for step in job["steps"]]


def _built(folder: Path, code: int) -> tuple[subprocess.CompletedProcess[str], str]:
    """How the build step ends where uv ends with a code, as GitHub runs it; and what uv was called with."""
    (step,) = (step for step in _steps("pages.yml") if step.get("name") == "Build")
    assert step["env"] == {"SITE_URL": "${{ steps.pages.outputs.base_url }}"}
    (folder / "uv").write_text(UV)
    (folder / "uv").chmod(0o755)
    (folder / "step.sh").write_text(step["run"])
    told = {"SITE_URL": "https://contoh.example/kliping", "UV_CODE": str(code), "UV_CALLS": str(folder / "calls")}
    env = {**os.environ, "PATH": f"{folder}{os.pathsep}{os.environ['PATH']}", **told}
    run = subprocess.run(["bash", "-e", str(folder / "step.sh")], env=env, capture_output=True, text=True, check=False)
    return run, (folder / "calls").read_text()


@pytest.mark.parametrize(
    ("code", "warning"), [(0, None), (2, "refused and left out"), (3, "saved pages were rejected")]
)
def test_a_site_that_was_built_is_published_with_a_warning_where_something_is_left_out(
    tmp_path: Path, code: int, warning: str | None
) -> None:
    run, called = _built(tmp_path, code)
    assert run.returncode == 0
    assert called == "run invoke build --site-url https://contoh.example/kliping\n"
    warnings = [line for line in run.stdout.splitlines() if line.startswith("::warning::")]
    assert len(warnings) == bool(warning)
    assert not warning or warning in warnings[0]


@pytest.mark.parametrize("code", [1, 4, 64, 75, 130])
def test_where_nothing_whole_was_built_the_run_fails_and_the_old_site_stays(tmp_path: Path, code: int) -> None:
    run, _ = _built(tmp_path, code)
    assert run.returncode == code
    assert "::warning::" not in run.stdout


def test_what_is_published_comes_after_the_build_whatever_it_left_out() -> None:
    names = [step.get("name", step.get("uses", "")).partition("@")[0] for step in _steps("pages.yml")]
    assert names[-3:] == ["Build", "actions/upload-pages-artifact", "actions/deploy-pages"]
    assert not any("if" in step or "continue-on-error" in step for step in _steps("pages.yml"))


def test_publishing_waits_for_no_tests_and_ci_runs_those_of_the_readme() -> None:
    assert [step["run"] for step in _steps("pages.yml") if "test" in step.get("run", "")] == []
    assert [step["run"] for step in _steps("ci.yml") if "run" in step] == [".ci/run"]
    assert os.access(ROOT / ".ci/run", os.X_OK)
    assert "uv run invoke lint\nuv run invoke test\n" in (ROOT / ".ci/run").read_text()


def test_ci_runs_where_what_it_tests_has_changed_and_never_for_what_is_the_users_alone() -> None:
    when = _read("ci.yml")[True]  # `on` is a yes to YAML
    (paths,) = {tuple(event["paths"]) for event in when.values()}
    assert when.keys() == {"pull_request", "push"}
    assert [path for path in paths if not any(ROOT.glob(path))] == []
    assert {path.partition("/")[0] for path in paths}.isdisjoint(USERS)
    assert {"kliping/**", "theme/**", "tests/**", "benchmarks/**", "tasks.py", "pyproject.toml"} <= {*paths}


@pytest.mark.parametrize("name", WORKFLOWS)
def test_every_action_is_pinned_to_a_commit_and_its_version_told(name: str) -> None:
    used = re.findall(r"uses: (.*)", WORKFLOWS[name].read_text(encoding="utf-8"))
    assert used
    assert [one for one in used if not re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", one)] == []

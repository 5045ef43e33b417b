"""What users do with content/ and pelican.conf.py changes no test: all read the copies in tests/project instead."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import PROJECT, ROOT

USERS = ("content", "pelican.conf.py")


@pytest.mark.parametrize(("folder", "root"), [("tests", "ROOT"), ("benchmarks", "root")])
def test_what_is_the_users_is_named_nowhere(folder: str, root: str) -> None:
    """Code that runs in processes of its own is told only by its text."""
    named = re.compile(rf'\b{root} / f?"({"|".join(map(re.escape, USERS))})\b')
    files = sorted((ROOT / folder).rglob("*.py"))
    assert len(files) > 20
    wrong = [str(path.relative_to(ROOT)) for path in files if named.search(path.read_text(encoding="utf-8"))]
    assert wrong == [], "name that of tests/project"


@pytest.mark.parametrize("read", [os.listdir, os.scandir, lambda path: [*path.rglob("*.yaml")]])
def test_a_test_that_lists_what_is_the_users_fails(read: Callable[[Path], object]) -> None:
    with pytest.raises(AssertionError, match="is the user's"):
        read(ROOT / USERS[0])


@pytest.mark.parametrize("name", ["content/elections/tahapan.yaml", "pelican.conf.py"])
def test_a_test_that_opens_what_is_the_users_fails(name: str) -> None:
    assert (PROJECT / name).read_bytes()
    with pytest.raises(AssertionError, match="is the user's"):
        (ROOT / name).read_bytes()

"""What the browser of the tests needs to start is found, or installed, or named."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser import need

MISSING = ("libcontoh-tidak-ada.so.9", "libcontoh-tidak-ada9")
pytestmark = pytest.mark.skipif("sys.platform != 'linux'", reason="elsewhere Playwright brings all it needs")


@pytest.fixture
def asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What apt-get was asked for, by way of one that does nothing else than write it down."""
    file = tmp_path / "asked"
    file.touch()
    (tmp_path / "apt-get").write_text(f'#!/bin/sh\necho "$@" >> {file}\n')
    (tmp_path / "apt-get").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    return file


def test_a_library_that_is_there_is_not_installed(asked: Path) -> None:
    need("libc.so.6", "libc6")
    assert asked.read_text() == ""


@pytest.mark.skipif("os.geteuid() != 0", reason="only root installs packages")
def test_a_library_that_is_missing_is_installed_by_its_package(asked: Path) -> None:
    with pytest.raises(AssertionError):  # by this apt-get
        need(*MISSING)
    assert asked.read_text() == f"update\ninstall -y --no-install-recommends {MISSING[1]}\n"


def test_a_library_that_cannot_be_installed_is_named_with_its_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(AssertionError, match=f"^{MISSING[0]}: .*; install the package {MISSING[1]} "):
        need(*MISSING)

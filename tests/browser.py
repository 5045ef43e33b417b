"""Finds a Chromium for the tests, or installs one; says what to do where neither can be. And looks at pages with axe."""

from __future__ import annotations

import contextlib
import ctypes
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from axe_playwright_python.sync_playwright import Axe
    from playwright.sync_api import Page, Playwright

LIBRARY = (
    "libatomic.so.1",
    "libatomic1",
)  # of Playwright's own node, and the package that has it; no bare Debian has it
NAMES = ("chromium-headless-shell", "chromium", "google-chrome")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
_ACCESSIBLE = {
    "runOnly": {"type": "tag", "values": "wcag2a wcag2aa wcag21a wcag21aa wcag22aa best-practice".split()},
    "resultTypes": ["violations"],  # the rules are the same; to tell of all that keeps to them takes as long again
}


def barriers(page: Page) -> list[str]:
    """The rules of accessibility that a page breaks, each with the first place."""
    found = _axe().run(page, options=_ACCESSIBLE).response["violations"]
    return [f"{rule['id']}: {rule['nodes'][0]['html'][:120]}" for rule in found]


@cache
def _axe() -> Axe:
    from axe_playwright_python.sync_playwright import Axe

    return Axe()


@contextlib.contextmanager
def driver() -> Iterator[Playwright]:
    """Playwright at work. Raises AssertionError where what it needs to start is not there and cannot be installed."""
    from playwright.sync_api import sync_playwright

    need(*LIBRARY)
    with sync_playwright() as playwright:
        yield playwright


def chromium(playwrights_own: str) -> str:
    """The path of a browser: told, installed, Playwright's own, else installed now."""
    return _present(playwrights_own) or _installed(playwrights_own) or _give_up()


def ready() -> None:
    """Have one installed now, where there is none; where that cannot be, the tests that need it say so."""
    with contextlib.suppress(AssertionError), driver() as playwright:
        chromium(playwright.chromium.executable_path)


def need(library: str, package: str) -> None:
    """Install the package of a shared library that Linux does not find. Raises AssertionError where that fails."""
    if sys.platform != "linux" or _loads(library):
        return
    _install(package)
    if not _loads(library):
        raise AssertionError(
            f"{library}: is not there and could not be installed, and Playwright cannot start without it; "
            f"install the package {package} (`apt-get install {package}` as root)"
        )


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _install(*packages: str) -> None:
    """Install packages of Debian, where we may."""
    if hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get"):
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for words in (["update"], ["install", "-y", "--no-install-recommends", *packages]):
            subprocess.run(["apt-get", *words], check=False, capture_output=True, env=environment)


def _present(playwrights_own: str) -> str | None:
    told = os.environ.get("KLIPING_CHROMIUM")
    if told:
        if not Path(told).is_file():
            raise AssertionError(f"KLIPING_CHROMIUM names {told}, which is no file; name a Chromium or unset it")
        return told
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    return found or (playwrights_own if Path(playwrights_own).is_file() else None)


def _installed(playwrights_own: str) -> str | None:
    """Debian's package where we may install one, else what Playwright fetches."""
    _install("chromium-headless-shell")
    if found := _present(playwrights_own):
        return found
    command = [sys.executable, "-m", "playwright", "install", "--only-shell", "chromium"]
    subprocess.run(command, check=False, capture_output=True, timeout=300)
    return _present(playwrights_own)


def _give_up() -> str:
    raise AssertionError(
        "no Chromium found and none could be installed: install the package chromium or chromium-headless-shell, "
        "or set KLIPING_CHROMIUM to the path of one"
    )

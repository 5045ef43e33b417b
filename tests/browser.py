"""Finds a Chromium for the tests, or installs one; says what to do where neither can be. And looks at pages with axe."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from axe_playwright_python.sync_playwright import Axe
    from playwright.sync_api import Page

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


def chromium(playwrights_own: str) -> str:
    """The path of a browser: told, installed, Playwright's own, else installed now."""
    return _present(playwrights_own) or _installed(playwrights_own) or _give_up()


def ready() -> None:
    """Have one installed now, where there is none; where that cannot be, the tests that need it say so."""
    from playwright.sync_api import sync_playwright

    with contextlib.suppress(AssertionError), sync_playwright() as playwright:
        chromium(playwright.chromium.executable_path)


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
    if hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get"):
        subprocess.run(["apt-get", "update"], check=False, capture_output=True)
        packages = ["chromium-headless-shell", "libatomic1"]
        command = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(command, check=False, capture_output=True, env=environment)
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

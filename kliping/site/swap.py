"""Two generations: the new one is made beside the old, and takes its place only when it is whole."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from kliping.report import Stop

_OURS = ("index.html", "404.html", "rss.xml", "atom.xml")  # a built site has all of these


class Generations:
    """The site's folder and the state folder beside it, on one file system."""

    def __init__(self, output: Path, state: Path) -> None:
        self.output, self.next, self._old = output, state / "next", state / "old"

    def prepare(self) -> Path:
        """Put right what a killed build left, and give an empty folder for the new generation.

        Raises Stop where the output holds something that is no site of ours: it would be lost.
        """
        if self._old.exists() and not self.output.exists():
            os.rename(self._old, self.output)  # killed between the two renames: the old site goes back
        if self.output.exists() and any(self.output.iterdir()) and not all((self.output / n).is_file() for n in _OURS):
            raise Stop(
                f"{self.output.name}/ holds files that are no site built here; empty it or name another --output"
            )
        shutil.rmtree(self._old, ignore_errors=True)
        shutil.rmtree(self.next, ignore_errors=True)
        self.next.mkdir(parents=True)
        return self.next

    def exchange(self) -> None:
        """The new generation takes the old one's place; on any failure the old one stands again."""
        self.output.parent.mkdir(parents=True, exist_ok=True)
        had = self.output.exists()
        if had:
            os.rename(self.output, self._old)
        try:
            os.rename(self.next, self.output)
        except BaseException:
            if had:
                os.rename(self._old, self.output)
            raise
        shutil.rmtree(self._old, ignore_errors=True)

    def drop(self) -> None:
        """Forget a generation that failed."""
        shutil.rmtree(self.next, ignore_errors=True)

"""Two generations: the new one is made beside the old, and takes its place only when it is whole."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from kliping.index import write_whole
from kliping.report import Stop

_KINDS = frozenset((".html", ".xml", ".css", ".svg"))  # of files in a site, where its listing is lost


class Generations:
    """The site's folder and the state folder beside it, on one file system."""

    def __init__(self, output: Path, state: Path) -> None:
        self.output, self.next, self._old = output, state / "next", state / "old"
        self._listing = state / "files.txt"  # of the generation that stands in the output

    def prepare(self) -> Path:
        """Put right what a killed build left, and give an empty folder for the new generation.

        Raises Stop where the output holds something that is no site of ours: it would be lost.
        """
        if self._old.exists() and not self.output.exists():
            os.rename(self._old, self.output)  # killed between the two renames: the old site goes back
        foreign = self._foreign()
        if foreign:
            raise Stop(
                f"{self.output.name}/ holds {foreign}, which no build put there; move it away or name another --output"
            )
        shutil.rmtree(self._old, ignore_errors=True)
        shutil.rmtree(self.next, ignore_errors=True)
        self.next.mkdir(parents=True)
        return self.next

    def _foreign(self) -> str | None:
        """A file in the output that is not of the last generation; where its listing is lost, of no kind we write."""
        listed = self._listed()
        for name in files_below(self.output):
            if Path(name).suffix not in _KINDS if listed is None else name not in listed:
                return name
        return None

    def _listed(self) -> set[str] | None:
        return set(self._listing.read_text(encoding="utf-8").splitlines()) if self._listing.is_file() else None

    def _list(self, names: set[str]) -> None:
        write_whole(self._listing, "".join(f"{name}\n" for name in sorted(names)).encode())

    def exchange(self) -> int:
        """The new generation takes the old one's place; on any failure the old one stands again. Returns its files."""
        self.output.parent.mkdir(parents=True, exist_ok=True)
        names, had = set(files_below(self.next)), self.output.exists()
        self._list(names | set(files_below(self.output)))  # both are ours, wherever a kill may fall
        if had:
            os.rename(self.output, self._old)
        try:
            os.rename(self.next, self.output)
        except BaseException:
            if had:
                os.rename(self._old, self.output)
            raise
        self._list(names)
        shutil.rmtree(self._old, ignore_errors=True)
        return len(names)

    def drop(self) -> None:
        """Forget a generation that failed."""
        shutil.rmtree(self.next, ignore_errors=True)


def files_below(folder: Path) -> list[str]:
    """Every file of a folder, by its path below it."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if not path.is_dir())

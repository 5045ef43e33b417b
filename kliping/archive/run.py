"""Saved pages -> content/articles: one run, and what it tells. With the shelf the only writer of articles."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from kliping.archive import report_text
from kliping.archive.article_folder import ArticleFolder
from kliping.archive.database import NAME, Broken, Database
from kliping.archive.page_table import PageTable
from kliping.archive.report import Case, Report
from kliping.archive.rules import Rules
from kliping.archive.saved_pages import SavedPages
from kliping.archive.sheet import ArticleFile
from kliping.system.errors import Stop
from kliping.system.files import state_folder, write_atomic

if TYPE_CHECKING:
    from kliping.archive.writer import Writer

PRUNE_MOST = 10  # articles that may go at once without --prune, if they are also more than ...
PRUNE_SHARE = 0.1  # ... this share of all


@dataclass(frozen=True, slots=True)
class Folders:
    """Where a run reads and writes. Outlets and elections are the project's own."""

    saved: Path
    articles: Path
    outlets: Path
    elections: Path


@dataclass
class Archive:
    """One run of `clean` over a folder of saved pages."""

    folders: Folders
    fresh: bool = False
    follow: Callable[[Collection[str]], Iterable[str]] = iter  # watches the pages go by
    dry_run: bool = False  # nothing is written
    report: Report = field(default_factory=Report)

    def __post_init__(self) -> None:
        self.state = state_folder(self.folders.articles)
        self.ledger = Database(self.state / NAME, self.fresh, self.dry_run)
        self.roll = PageTable(self.ledger)
        self.rules = Rules(self.folders.outlets, self.folders.elections, self.ledger)
        self.intake = SavedPages(self.folders.saved, self.ledger, self.roll, self.rules, self.report, self.follow)
        self.shelf = ArticleFolder(self.folders.articles, self.ledger)
        self.report.saved, self.report.folder = shown(self.folders.saved), shown(self.folders.articles)

    def run(self, prune: bool = False, restore: Path | None = None) -> Report:
        """Bring the articles up to date; `restore` names one whose hand edit is to go.

        Raises Stop, nothing changed.
        """
        try:
            with self.ledger.guarded():
                return self._run(prune, restore)
        except Broken:
            self.ledger.close()
            self.fresh, self.report = True, Report()
            self.__post_init__()
            with self.ledger.guarded():
                return self._run(prune, restore)
        finally:
            self.ledger.close()

    def _run(self, prune: bool, restore: Path | None) -> Report:
        started = time.perf_counter()
        self.refuse_unreadable()
        self.shelf.look()
        if restore:
            self._restore(restore)
        self.intake.take_in()
        press = self._press() if self.intake.before or (self.shelf.touched and self.roll.texts()) else None
        self.report.withdrawn = self.roll.taken()
        going = list(self._going({*self.shelf.ours_met, *(press.dropped if press else ())}))
        self._mind_the_brake(going, prune)
        if press:
            press.write()
        self._put_away(going)
        self._count()
        self.report.seconds = time.perf_counter() - started
        if not self.dry_run:
            self.shelf.save()
            moved_on = self.ledger.moved_on
            self.ledger.commit()
            self._save_report(moved_on)
        return self.report

    def _press(self) -> Writer:
        from kliping.archive.writer import Writer

        press = Writer(self.ledger, self.roll, self.intake, self.shelf, self.report, self.dry_run)
        press.set_up()
        return press

    def refuse_unreadable(self) -> None:
        """Raise Stop where a calendar cannot be read."""
        if self.rules.unreadable:
            raise Stop(f"{self.rules.unreadable[0]}; nothing was changed, for articles would lose their stage")

    def _restore(self, file: Path) -> None:
        """Let a hand edit go, where the saved page is there to write the article from."""
        found = self.shelf.named(file)
        if not found or not (found.problem or found.saved):
            raise Stop(f"{file}: is no article written from a saved page in {self.folders.articles.name}/; name one")
        if not found.problem and not self.intake.has(found.saved):
            raise Stop(f"{file}: its saved page {found.saved[0]} is gone, so the edit is all there is; it was left")
        self.shelf.forget_edit(found)

    def _going(self, dropped: Collection[str]) -> Iterator[ArticleFile]:
        """Files that are no longer wanted: unedited ones whose page is gone, and all that were withdrawn.

        `dropped` are files that were wanted before; those that were not and stayed are known as strays.
        """
        strays = []
        closed = tuple(name for name in self.report.rejected if name.endswith("/"))  # folders, with all pages in them
        for path in sorted({*(self.ledger.get("strays") or ()), *dropped}):
            found = self.shelf.get(path)
            if not found or not found.ours or self._made("path", path):
                continue
            rejected = any(name in self.report.rejected or name.startswith(closed) for name in found.saved)
            if not rejected and (self._withdrawn(found) or not found.edited):
                yield found
                continue
            strays.append(path)
            if rejected:
                self.report.notices.append(f"{path}: its saved page cannot be read now; the article stays as it was")
        self.ledger.put("strays", strays)

    def _mind_the_brake(self, going: list[ArticleFile], prune: bool) -> None:
        """Raise Stop where too many articles would go at once; moves and withdrawals do not count."""
        gone = [found.path for found in going if not self._withdrawn(found) and not self._moved(found)]
        if not prune and len(gone) > PRUNE_MOST and len(gone) > PRUNE_SHARE * self.shelf.ours:
            raise Stop(
                f"{len(gone)} of {self.shelf.ours} articles have no saved page any more, such as {gone[0]}; nothing "
                "was changed. Put the saved pages back, or give --prune if they are to go"
            )

    def _put_away(self, going: list[ArticleFile]) -> None:
        """Remove what goes, after all else is written: a full disk then loses nothing."""
        for found in going:
            if not self.dry_run:
                self.shelf.remove(found.path)
            self.report.changes.append(f"{'move' if self._moved(found) else 'remove'} {found.path}")

    def _moved(self, found: ArticleFile) -> bool:
        """Whether the article of a file lives on in another year's folder."""
        return self._made("id", found.id)

    def _made(self, what: str, value: str | None) -> bool:
        """Whether there is an article of this path or id."""
        query = f"SELECT 1 FROM made WHERE {what} = ?"  # noqa: S608
        return bool(self.ledger.sql.execute(query, (value,)).fetchone())

    def _withdrawn(self, found: ArticleFile) -> bool:
        return found.id in self._ids_withdrawn or any(name in self.report.withdrawn for name in found.saved)

    @cached_property
    def _ids_withdrawn(self) -> set[str]:
        return {row["id"] for name in self.report.withdrawn if (row := self.roll.get(name)) and "id" in row}

    def _count(self) -> None:
        """Count what there is, and find what the curator should know."""
        from kliping.archive import shares

        report, sql = self.report, self.ledger.sql
        report.articles = sql.execute("SELECT count(*) FROM made").fetchone()[0]
        report.duplicates = self.roll.texts() - report.articles
        report.by_hand = self.shelf.by_hand
        report.problems += self.shelf.problems()
        report.edited = dict(self._edited())
        report.shares = shares.by_outlet(sql.execute("SELECT source, found, count(*) FROM made GROUP BY source, found"))
        report.cases = list(self._cases())
        report.review = sum(bool(case.notes) for case in report.cases)
        if not report.balanced():
            raise AssertionError(f"pages do not add up: {report}")

    def _edited(self) -> Iterator[tuple[str, str]]:
        """Edited articles, and their edits as sidecar lines."""
        for found in self.shelf.edited():
            row = self.ledger.sql.execute("SELECT lines FROM edits WHERE path = ?", (found.path,)).fetchone()
            if row:
                yield found.path, row[0]
            elif not self._made("path", found.path):
                yield found.path, "# its saved page is gone; the article stays as edited\n"

    def _cases(self) -> Iterator[Case]:
        """What is to be settled, by saved page."""
        done = self.intake.done if self.intake.new else ()
        for name, path, notes, lines in self.ledger.sql.execute("SELECT * FROM cases ORDER BY name"):
            noted = tuple(json.loads(notes)) if notes else ()
            yield Case(path, self.intake.sidecar(name), noted, tuple(lines.split("\n")), name in done)

    def _save_report(self, moved_on: bool) -> None:
        """Write the report of a run in which something was other than before, or of the first one."""
        data, text = self.state / "report.json", self.state / "report.txt"
        self.report.file = shown(text)
        if moved_on or not (data.exists() and text.exists()):
            write_atomic(data, report_text.data(self.report).encode())
            write_atomic(text, report_text.whole(self.report).encode())


def shown(path: Path) -> str:
    """A path as a person at this place would type it."""
    return Path(os.path.relpath(path)).as_posix() if path.resolve().is_relative_to(Path.cwd()) else path.as_posix()

"""One run of `clean`: saved pages -> content/articles, and what it reports."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Self

from kliping.archive import removals, report_text
from kliping.archive.accounting import Accounting
from kliping.archive.article_folder import ArticleFolder
from kliping.archive.article_table import ArticleFile, ArticleTable
from kliping.archive.database import Broken, Database, file_name
from kliping.archive.page_table import PageTable
from kliping.archive.report import Report
from kliping.archive.rules import Rules
from kliping.archive.saved_pages import SavedPages
from kliping.locale import _, language
from kliping.system.errors import Stop
from kliping.system.files import state_folder, write_atomic

if TYPE_CHECKING:
    from kliping.archive.writer import Writer


@dataclass(frozen=True, slots=True)
class Folders:
    """Where a run reads and writes. Outlets and elections are the project's own."""

    saved: Path
    articles: Path
    outlets: Path
    elections: Path


@dataclass
class Archive:
    """One run over a folder of saved pages; `with` closes its database."""

    folders: Folders
    fresh: bool = False
    follow: Callable[[Collection[str]], Iterable[str]] = iter  # watches the pages go by
    dry_run: bool = False  # nothing is written
    report: Report = field(default_factory=Report)

    def __post_init__(self) -> None:
        self.state = state_folder(self.folders.articles)
        self.database = Database(self.state / file_name(), self.fresh, self.dry_run)
        self.table, self.articles = PageTable(self.database), ArticleTable(self.database)
        self.rules = Rules(self.folders.outlets, self.folders.elections, self.database)
        self.pages = SavedPages(self.folders.saved, self.database, self.table, self.rules, self.report, self.follow)
        self.folder = ArticleFolder(self.folders.articles, self.database)
        self.report.saved, self.report.folder = shown(self.folders.saved), shown(self.folders.articles)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.database.close()

    def run(self, prune: bool = False, restore: Path | None = None) -> Report:
        """Bring the articles up to date; `restore` names one whose hand edit is to go.

        Raises Stop, nothing changed.
        """
        try:
            return self._guarded(prune, restore)
        except Broken:
            self.database.close()
            self.fresh, self.report = True, Report()
            self.__post_init__()
            return self._guarded(prune, restore)

    def _guarded(self, prune: bool, restore: Path | None) -> Report:
        with self, self.database.guarded():
            return self._run(prune, restore)

    def _run(self, prune: bool, restore: Path | None) -> Report:
        started = time.perf_counter()
        self.refuse_unreadable()
        self.folder.look()
        if restore:
            self._restore(restore)
        self.pages.update()
        stray: list[str] = self.database.get("strays") or []
        writer = self._planned(stray)
        self.report.withdrawn |= self.table.taken()
        self.report.withheld = sorted(self._withheld())
        going = self._removals(stray, writer) if stray or writer or self.folder.changed_ours else []
        if not prune:
            gone = [
                file for file in going if not self._is_withdrawn(file) and not (writer and writer.is_alive(file.id))
            ]
            removals.refuse_many(gone, self.folder.table.count_ours())
        if writer:
            writer.write()
        self._remove(going, writer)
        Accounting(self.pages, self.articles, self.folder, self.rules, self.report).count()
        self.report.seconds = time.perf_counter() - started
        if not self.dry_run:
            self._save()
        return self.report

    def refuse_unreadable(self) -> None:
        """Raise Stop where a calendar cannot be read."""
        if self.rules.unreadable:
            why = _("{problem}; nothing was changed, for articles would lose their stage")
            raise Stop(why.format(problem=self.rules.unreadable[0]))

    def _restore(self, path: Path) -> None:
        """Let a hand edit go, where the saved page is there to write the article from."""
        file = self.folder.find(path)
        if not file or not (file.saved or self.articles.pages_of(file.path, file.id)):
            why = _("{path}: is no article written from a saved page in {folder}/; name one")
            raise Stop(why.format(path=path, folder=self.folders.articles.name))
        if file.saved and self.pages.listed.pages.keys().isdisjoint(file.saved):
            why = _("{path}: its saved page {page} is gone, so the edit is all there is; it was left")
            raise Stop(why.format(path=path, page=file.saved[0]))
        self.folder.forget_edit(file)

    def _planned(self, stray: list[str]) -> Writer | None:
        """What is to be written; None where no page and no article changed."""
        if not self.pages.before and not (self.folder.changed and self.table.articles()):
            return None
        from kliping.archive.writer import Writer

        writer = Writer(self.pages, self.folder, self.articles, self.report, self.dry_run)
        writer.plan(stray)
        return writer

    def _removals(self, stray: list[str], writer: Writer | None) -> list[ArticleFile]:
        """The files that are no longer wanted; those that stay all the same are kept in mind as strays."""
        dropped = {article.path for article in writer.before.values()} if writer else set()
        files = (self.folder.table.get(path) for path in sorted({*stray, *self.folder.changed_ours, *dropped}))
        is_wanted = writer.is_wanted if writer else lambda path: bool(self.articles.pages_of(path, None))
        unwanted = [file for file in files if file and file.saved and not is_wanted(file.path)]
        decided = removals.decide(unwanted, self.report.rejected, self._is_withdrawn, self.report.withheld)
        self.database.put("strays", decided.staying)
        for path in decided.unread:
            notice = _("{path}: its saved page cannot be read now; the article stays as it was")
            self.report.notices.append(notice.format(path=path))
        return decided.going

    def _remove(self, going: list[ArticleFile], writer: Writer | None) -> None:
        """Remove what goes, after all else is written: a full disk then loses nothing."""
        for file in going:
            if not self.dry_run:
                self.folder.remove(file.path)
            is_moved = writer and writer.is_alive(file.id)
            self.report.changes.append(f"{'move' if is_moved else 'remove'} {file.path}")

    def _withheld(self) -> Iterator[str]:
        """Paths of articles that a sidecar may take down, which cannot be read; not those that another takes down."""
        feared = {name for name in self.report.withdrawn if self.pages.corrections(name).withheld}
        ids = {row["id"] for name in feared if (row := self.table.get(name)) and "id" in row}
        table = self.folder.table
        paths = table.paths_of_pages(feared) | {file.path for one in ids if (file := table.with_id(one))}
        for file in filter(None, map(table.get, paths)):
            told = [self.pages.corrections(name) for name in file.saved]
            if not any(one.withdrawal and not one.withheld for one in told):
                yield file.path
        yield from table.paths_of_pages(self.pages.gone_takedowns())

    def _is_withdrawn(self, file: ArticleFile) -> bool:
        """Whether a file goes because the curator said so."""
        return file.id in self._withdrawn_ids or any(name in self.report.withdrawn for name in file.saved)

    @cached_property
    def _withdrawn_ids(self) -> set[str]:
        return {row["id"] for name in self.report.withdrawn if (row := self.table.get(name)) and "id" in row}

    def _save(self) -> None:
        """Commit the database, and write the report where anything is other than before, or no report is there."""
        self.folder.save()
        changed = self.database.changed
        self.database.commit()
        data, text = self.state / "report.json", self.state / "report.txt"
        self.report.file = shown(text)
        mark = self.state / "report.language"  # each language has a database, and all have one report
        is_ours = mark.exists() and mark.read_text(encoding="utf-8") == language()
        if changed or not (is_ours and data.exists() and text.exists()):
            write_atomic(mark, language().encode())
            write_atomic(data, report_text.data(self.report).encode())
            write_atomic(text, report_text.whole(self.report).encode())


def shown(path: Path) -> str:
    """A path as a person at this place would type it."""
    return Path(os.path.relpath(path)).as_posix() if path.resolve().is_relative_to(Path.cwd()) else path.as_posix()

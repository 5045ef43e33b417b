"""The saved pages of one run: which of them are read again, and what came of those."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from kliping.archive.beside import SIDECAR, Beside, pages_meant
from kliping.archive.cleaned_articles import CleanedArticles
from kliping.archive.database import Database
from kliping.archive.page_table import PageTable, Row
from kliping.archive.report import Report
from kliping.archive.rules import Rules
from kliping.archive.scanner import SavedFolder
from kliping.locale import _
from kliping.system.errors import Exit, Stop

if TYPE_CHECKING:
    from kliping.archive.cleaner import Cleaner, Reading
    from kliping.archive.sidecars import Sidecars
    from kliping.article.corrections import Corrections
    from kliping.article.fields import Article

FEW = 500  # changed pages whose neighbours are looked for; where more changed, all pages are compared


@dataclass
class SavedPages:
    """The saved pages of a folder, and the rules they are read by."""

    folder: Path
    database: Database
    table: PageTable
    rules: Rules
    report: Report
    follow: Callable[[Collection[str]], Iterable[str]] = iter  # watches the pages go by
    before: dict[str, Row | None] = field(default_factory=dict)  # rows, as they were, of pages that changed or went
    keys: set[int] = field(default_factory=set)  # of these, while they are few
    new: list[int] = field(default_factory=list)  # numbers of the rows of pages that were read and hold an article

    def __post_init__(self) -> None:
        self.listed = SavedFolder.find(self.folder)
        self.cleaned = CleanedArticles()

    def update(self) -> None:
        """Bring the table of pages up to date."""
        listed, report = self.listed, self.report
        report.pages = len(listed.pages) + len(listed.rejected)
        report.passed, report.leftovers = listed.passed, listed.leftovers
        report.notices += lonely_sidecars(self.beside)
        changed, gone = self.database.compare("saved", listed.pages)
        doubtful = self._doubtful({*changed, *gone})
        for name in gone:
            self._remove(name)
        rows = ((name, self.table.get(name)) for name in listed.pages if name in changed or name in doubtful)
        if asked := pages_to_read(rows, changed, self._cache_key):
            self._read(asked)
        report.kept += len(listed.pages) - report.redone
        self.database.note("saved", listed.pages, changed, gone)
        report.problems += [*self.rules.problems, *self._sidecar_problems()]
        report.rejected = {**listed.rejected, **self.table.rejected()}
        report.withdrawn = {name: why for name in listed.rejected if (why := self.corrections(name).withdrawal)}
        for name in report.withdrawn:
            del report.rejected[name]
        told = self.database.get("told") or {}
        report.known = {name: why for name, why in report.rejected.items() if told.get(name) == why}
        self.database.put("told", report.rejected)

    @cached_property
    def cleaner(self) -> Cleaner:
        """Reads single pages."""
        from kliping.archive.cleaner import Cleaner

        return Cleaner(self.folder, self.rules.outlets, self.rules.calendars, self._sidecars.of)

    def corrections(self, name: str) -> Corrections:
        """What the curator says of a page."""
        return self._sidecars.of(name)

    def gone_takedowns(self) -> set[str]:
        """Names of pages that are gone, while a sidecar that takes them down, or may do so, is still there."""
        lonely = [name for name in self.beside.lonely() if self._sidecars.alone(name).withdrawal]
        return {page for name in lonely for page in pages_meant(name)}

    @property
    def misread(self) -> dict[str, list[str]]:
        """The sidecars read in this run, and what is wrong with each."""
        return self._sidecars.read if "_sidecars" in self.__dict__ else {}

    def reading(self, name: str) -> Reading:
        """Read one page, whatever is known of it, with the steps that lead to its article."""
        from kliping.archive.cleaner import Reading

        if name in self.listed.rejected:
            return Reading(rejected=self.listed.rejected[name])
        self.corrections(name)  # read here, so that what is wrong with it is known in this process
        return self.cleaner.read_safely(name)

    def article(self, name: str) -> Article:
        """The article of a page, cleaned again where this run kept it. Raises Stop where the page is gone by now."""
        if name not in self.cleaned:
            article = self.cleaner.read(name).article
            if not article:
                why = _("{file}: was changed or removed while it was read; run it again")
                raise Stop(why.format(file=name), Exit.FAILED)
            self.cleaned[name] = article
            self.report.redone += 1
            self.report.kept -= 1
        return self.cleaned[name]

    def find(self, given: str) -> str | None:
        """The page of a path that is given below the saved folder or from anywhere; None where there is none."""
        path, folder = Path(given).expanduser().resolve(), self.folder.resolve()
        names = (given, path.relative_to(folder).as_posix() if path.is_relative_to(folder) else given)
        return next((name for name in names if name in self.listed.pages or name in self.listed.rejected), None)

    @cached_property
    def _sidecars(self) -> Sidecars:
        from kliping.archive.sidecars import Sidecars

        return Sidecars(self.folder, self.beside, self.rules.calendars)

    @cached_property
    def beside(self) -> Beside:
        """Which sidecar speaks of which pages."""
        rejected = [name for name in self.listed.rejected if not SIDECAR.fullmatch(name)]
        return Beside([*self.listed.pages, *rejected] if rejected else self.listed.pages, self.listed.sidecars)

    def _doubtful(self, moved: Collection[str]) -> Collection[str]:
        """Pages of which changed rules or sidecars may make another article, whatever their own files say.

        `moved` are pages that are new, changed or gone: what speaks of one may have spoken of another alone before.
        """
        listed = self.listed
        changed, gone = self.database.compare("sidecars", listed.sidecars)
        self._changed_sidecars = {*changed, *gone, *self.beside.near(moved)}
        self.database.note("sidecars", listed.sidecars, changed, gone)
        if self.database.get("edition") != self.rules.edition:
            self.database.put("edition", self.rules.edition)
            self._changed_sidecars |= listed.sidecars.keys()
            return listed.pages
        return self.beside.pages(self._changed_sidecars)

    def _sidecar_problems(self) -> list[str]:
        """What is wrong with sidecars, those included that this run did not need to read."""
        read = self.misread
        self.table.set_sidecar_problems(self._changed_sidecars | read.keys(), read)
        return self.table.sidecar_problems()

    def _cache_key(self, name: str, row: Row) -> str | None:
        """All that a page's article is made from; None where the page may now be another outlet's."""
        outlets = self.rules.outlets
        if row.get("recognition") != outlets.recognition:
            return None
        profile = outlets.profiles.get(row.get("profile") or "", outlets.generic)
        return self.cleaner.cache_key(row["hash"], name, profile.fingerprint)

    def _read(self, asked: Mapping[str, str]) -> None:
        """Read pages (name -> cache key), and clean those that turn out not to be as we know them."""
        from kliping.system import sandbox

        for name in asked:
            self.corrections(name)  # read here, so that all workers have it and what is wrong with it is known
        with sandbox.each(self.cleaner.results, list(asked.items())) as results:
            for name, result in zip(self.follow(asked), results, strict=True):
                self._enter(name, self.cleaner.lost(name, result.why) if isinstance(result, sandbox.Lost) else result)

    def _enter(self, name: str, reading: Reading) -> None:
        """Bring the table of pages up to date with what came of a page."""
        self.report.read += 1
        if reading.unchanged:
            self.table.set_recognition(name, reading.row["recognition"])
            return
        self.report.redone += 1
        if reading.article and "withdrawn" not in reading.row:
            self.cleaned[name] = reading.article
        self._remove(name)
        before = self.before[name]
        number = self.table.add(name, reading.row | ({"id": before["id"]} if before and "id" in before else {}))
        if "text" in reading.row:
            self.new.append(number)

    def _remove(self, name: str) -> None:
        row = self.before[name] = self.table.get(name)
        if row:
            keys = self.table.remove(row)
            if len(self.before) <= FEW:
                self.keys.update(keys)


def pages_to_read(
    rows: Iterable[tuple[str, Row | None]], changed: Collection[str], cache_key: Callable[[str, Row], str | None]
) -> dict[str, str]:
    """The pages to be read (of these), and the cache key under which each is known; empty where it is not known.

    Those whose file changed, and those whose article would be made from other rules or corrections now.
    """
    read = {}
    for name, row in rows:
        if not row:
            read[name] = ""
        elif name in changed or row["key"] != cache_key(name, row):
            read[name] = row["key"]
    return read


def lonely_sidecars(beside: Beside) -> Iterator[str]:
    """A notice for each sidecar that stands beside no saved page."""
    notice = _("{file}: stands beside no saved page and is not read; name it like its page")
    return (notice.format(file=name) for name in beside.lonely())

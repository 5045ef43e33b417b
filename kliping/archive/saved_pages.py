"""Saved pages -> the roll: reads what is new or changed, cleans it, and leaves the rest as the ledger knows it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from kliping.archive.database import Database
from kliping.archive.page_table import PageTable, Row
from kliping.archive.report import Report
from kliping.archive.rules import Rules
from kliping.archive.scanner import FOLDER_FILE, SavedFolder
from kliping.system.errors import Exit, Stop

if TYPE_CHECKING:
    from kliping.archive.cleaner import Examined
    from kliping.archive.drawer import Drawer
    from kliping.archive.reading import Reading
    from kliping.archive.sidecars import Sidecars
    from kliping.article.corrections import Corrections
    from kliping.article.fields import Article


@dataclass
class SavedPages:
    """The saved pages of one run, and the rules they are read by."""

    folder: Path
    ledger: Database
    roll: PageTable
    rules: Rules
    report: Report
    follow: Callable[[Collection[str]], Iterable[str]] = iter
    before: dict[str, Row | None] = field(default_factory=dict)  # what was known of pages that changed, came or went
    gone: dict[int, str] = field(default_factory=dict)  # numbers of pages with a text that are gone, with their names
    new: list[int] = field(default_factory=list)  # numbers of those that came

    def __post_init__(self) -> None:
        self._listed = SavedFolder.find(self.folder)

    @cached_property
    def done(self) -> Drawer:
        """Articles cleaned in this run, by saved page."""
        from kliping.archive.drawer import Drawer

        return Drawer()

    def take_in(self) -> None:
        """Bring the roll up to date."""
        listed = self._listed
        self.report.pages, self.report.passed = len(listed.pages) + len(listed.rejected), listed.passed
        self._name_lonely()
        read, gone = self.ledger.compare("saved", listed.pages)
        doubtful = self._doubtful()
        for name in gone:
            self._take_off(name)
        asked = self._asked(read, doubtful)
        if asked:
            self._examine(asked)
        self.report.kept += len(listed.pages) - self.report.redone
        self.ledger.note("saved", listed.pages, read, gone)
        self.report.problems += [*self.rules.problems, *self._sidecar_problems()]
        self.report.rejected = {**listed.rejected, **self.roll.rejected()}

    def _doubtful(self) -> Collection[str]:
        """Pages that other rules may now make another article of, whatever their own files say."""
        listed = self._listed
        moved, gone = self.ledger.compare("sidecars", listed.sidecars)
        self._sidecars_moved = {*moved, *gone}
        self.ledger.note("sidecars", listed.sidecars, moved, gone)
        if self.ledger.get("edition") != self.rules.edition:
            self.ledger.put("edition", self.rules.edition)
            self._sidecars_moved |= listed.sidecars.keys()
            return listed.pages
        return listed.beside(self._sidecars_moved)

    @property
    def misread(self) -> dict[str, list[str]]:
        """The sidecars read in this run, and what is wrong with them."""
        return self._sidecars.read if "_sidecars" in self.__dict__ else {}

    def _sidecar_problems(self) -> list[str]:
        """What is wrong with sidecars, those included that this run did not need to read."""
        sql, read = self.ledger.sql, self.misread
        sql.executemany("DELETE FROM sidecars WHERE name = ?", [(name,) for name in self._sidecars_moved | read.keys()])
        sql.executemany("INSERT INTO sidecars VALUES (?, ?)", [(name, why) for name in read for why in read[name]])
        return [row[0] for row in sql.execute("SELECT problem FROM sidecars ORDER BY name, rowid")]

    @cached_property
    def _sidecars(self) -> Sidecars:
        from kliping.archive.sidecars import Sidecars

        return Sidecars(self.folder, self._listed.sidecars, self.rules.calendars)

    def has(self, names: Iterable[str]) -> bool:
        """Whether one of these saved pages is there."""
        return any(name in self._listed.pages for name in names)

    def sidecar(self, name: str) -> str:
        """The sidecar of a page, whether it is there yet or not."""
        return self._listed.sidecar(name)

    def told(self, name: str) -> Corrections:
        """What the curator says of a page."""
        return self._sidecars.of(name)

    def reading(self, name: str) -> Reading:
        """Read and clean one page, whatever is known of it, and keep all that came of it."""
        from kliping.archive.reading import Reading, tried

        if name in self._listed.rejected:
            return Reading(rejected=self._listed.rejected[name])
        return tried(self.folder / name, self.rules.outlets, self.rules.calendars, self.told(name))

    def find(self, given: str) -> str | None:
        """The page of a path, given below the saved folder or from anywhere."""
        inside, folder = Path(given).expanduser().resolve(), self.folder.resolve()
        names = (given, inside.relative_to(folder).as_posix() if inside.is_relative_to(folder) else given)
        return next((name for name in names if name in self._listed.pages or name in self._listed.rejected), None)

    def article(self, name: str) -> Article:
        """The article of a page, cleaned again where this run kept it."""
        if name not in self.done:
            from kliping.archive.reading import read

            found = read(self.folder / name, self.rules.outlets, self.rules.calendars, self.told(name)).article
            if not found:
                raise Stop(f"{name}: was changed or removed while it was read; run it again", Exit.FAILED)
            self.done[name] = found
            self.report.redone += 1
            self.report.kept -= 1
        return self.done[name]

    def _asked(self, read: Collection[str], doubtful: Collection[str]) -> dict[str, str]:
        """The pages to be examined, and the keys under which they are known; empty where they are not."""
        asked = {}
        for name in self._listed.pages:
            if name in read or name in doubtful:
                known = self.roll.get(name)
                if name in read or not known or known["key"] != self._key(name, known):
                    asked[name] = known["key"] if known else ""
        return asked

    def _key(self, name: str, known: Row) -> str | None:
        """All that a page's article is made from; None where the page may now be another outlet's."""
        from kliping.archive.cleaner import key

        if known.get("recognition") != self.rules.outlets.recognition:
            return None
        profile = self.rules.outlets.profiles.get(known.get("profile") or "", self.rules.outlets.generic)
        return key(known["hash"], self.told(name), profile.fingerprint, self.rules)

    def _examine(self, asked: Mapping[str, str]) -> None:
        """Read pages; clean those that turn out not to be as we know them."""
        from kliping.archive.cleaner import Examiner
        from kliping.system import sandbox

        examiner = Examiner(self.folder, self.rules, self._sidecars)
        for name in asked:
            self.told(name)  # here, so that all workers know it and what is wrong with it is told
        with sandbox.each(examiner.examine, list(asked.items())) as results:
            for name, one in zip(self.follow(asked), results, strict=True):
                self._enter(name, examiner.lost(name, one.why) if isinstance(one, sandbox.Lost) else one)

    def _enter(self, name: str, found: Examined) -> None:
        """Bring the roll up to date with what came of a page."""
        self.report.read += 1
        if found.same:
            self.roll.recognised(name, found.row["recognition"])
            return
        known = self.roll.get(name)
        row = found.row | ({"id": known["id"]} if known and "id" in known else {})
        if found.article and "withdrawn" not in row:
            self.done[name] = found.article
        self.report.redone += 1
        self._take_off(name)
        number = self.roll.add(name, row)
        if "text" in row:
            self.new.append(number)

    def _take_off(self, name: str) -> None:
        known = self.before[name] = self.roll.get(name)
        if known:
            self.roll.take_off(known["number"])
            if "text" in known:
                self.gone[known["number"]] = name

    def _name_lonely(self) -> None:
        if not self._listed.sidecars:
            return
        stems = {name.rpartition(".")[0] for name in (*self._listed.pages, *self._listed.rejected)}
        for name in self._listed.sidecars:
            if name.rpartition("/")[2] != FOLDER_FILE and name.rpartition(".")[0] not in stems:
                self.report.notices.append(
                    f"{name}: stands beside no saved page and is not read; name it like its page"
                )

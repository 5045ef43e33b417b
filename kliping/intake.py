"""Saved pages -> rows: reads what is new or changed, cleans it, and keeps the rest from the index."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kliping.index import Entry, Index
from kliping.report import Report
from kliping.rulefile import digest
from kliping.rules import Rules
from kliping.saved import FOLDER_FILE, Saved, read_bytes

if TYPE_CHECKING:
    from kliping.article import Article
    from kliping.curator import Sidecars, Told
    from kliping.drawer import Drawer
    from kliping.outlet import Known
    from kliping.page import Page
    from kliping.reading import Reading

Row = dict[str, Any]  # what is known of a page; plain values, kept in the index


@dataclass
class Intake:
    """The saved pages of one run, and the rules they are read by."""

    folder: Path
    index: Index
    rules: Rules
    report: Report
    follow: Callable[[Collection[str]], Iterable[str]] = iter

    def __post_init__(self) -> None:
        self.before: dict[str, Row] = {}  # what was known of each page before this run
        self._listed = Saved.find(self.folder)

    @cached_property
    def done(self) -> Drawer:
        """Articles cleaned in this run, by saved page."""
        from kliping.drawer import Drawer

        return Drawer()

    @cached_property
    def _sidecars(self) -> Sidecars:
        from kliping.curator import Sidecars

        return Sidecars(self.folder, self._listed.sidecars, self.rules.calendars)

    def rows(self) -> dict[str, Row]:
        """What is known of each page: of an unchanged one from the index, of another by cleaning it."""
        listed = self._listed
        self.report.pages = len(listed.pages) + len(listed.rejected)
        self.report.rejected |= listed.rejected
        self._name_lonely()
        entries: dict[str, Entry] = {}
        for name in self.follow(listed.pages):
            stat = listed.pages[name]
            known = self.index.unchanged(name, stat)
            if known and known.row["key"] == self._key(name, known):
                self.report.kept += 1
                entries[name] = known
            else:
                entries[name] = self._read(name)
                entries[name].stat = stat
        self.before = {name: entry.row for name, entry in self.index.entries.items()}
        self.index.entries = entries
        self.report.problems += self.problems()
        return {name: entry.row for name, entry in entries.items()}

    def problems(self) -> list[str]:
        """What is wrong with the rules and the sidecars read so far."""
        return [*self.rules.problems, *(self._sidecars.problems if self._listed.sidecars else ())]

    def has(self, names: Iterable[str]) -> bool:
        """Whether one of these saved pages is there."""
        return any(name in self._listed.pages for name in names)

    def sidecar(self, name: str) -> str:
        """The sidecar of a page, whether it is there yet or not."""
        return self._sidecars.file_of(name)

    def told(self, name: str) -> Told:
        """What the curator says of a page."""
        return self._sidecars.of(name)

    def reading(self, name: str) -> Reading:
        """Read and clean one page, whatever is known of it, and keep all that came of it."""
        from kliping.reading import Reading, read

        if name in self._listed.rejected:
            return Reading(rejected=self._listed.rejected[name])
        return read(self.folder / name, self.rules.outlets, self.rules.calendars, self.told(name))

    def find(self, given: str) -> str | None:
        """The page of a path, given below the saved folder or from anywhere."""
        inside, folder = Path(given).expanduser().resolve(), self.folder.resolve()
        names = (given, inside.relative_to(folder).as_posix() if inside.is_relative_to(folder) else given)
        return next((name for name in names if name in self._listed.pages or name in self._listed.rejected), None)

    def article(self, name: str) -> Article:
        """The article of a page, cleaned again where this run kept it."""
        if name not in self.done:
            from kliping.clean import clean

            page, known = self._page(name, read_bytes(self.folder / name))
            self.done[name] = clean(page, known, self.rules.calendars, self.told(name)).article
            self.report.redone += 1
            self.report.kept -= 1
        return self.done[name]

    def _key(self, name: str, entry: Entry) -> str | None:
        """All that a page's article is made from; None where the page may now be another outlet's."""
        if entry.row.get("recognition") != self.rules.outlets.recognition:
            return None
        profile = self.rules.outlets.profiles.get(entry.row.get("profile") or "", self.rules.outlets.generic)
        return self._made_from(name, entry.hash, profile.fingerprint)

    def _made_from(self, name: str, content: str, profile: str) -> str:
        from kliping import likeness

        told = self.told(name).fingerprint
        return digest(content, told, profile, self.rules.calendars.fingerprint, likeness.VERSION)

    def _read(self, name: str) -> Entry:
        """Read a page; clean it unless it turns out to be the page we know."""
        from kliping.page import Rejected
        from kliping.reading import reason

        old = self.index.entries.get(name)
        self.report.read += 1
        row: Row = {"recognition": self.rules.outlets.recognition, "profile": None, "key": ""}
        row |= {"id": old.row["id"]} if old and "id" in old.row else {}
        content = ""
        try:
            data = read_bytes(f"{self.folder}/{name}")
            content = digest(data)
            row["key"] = self._made_from(name, content, self.rules.outlets.generic.fingerprint)
            page, known = self._page(name, data)
            row["profile"] = known.profile.domain
            row["key"] = self._made_from(name, content, known.profile.fingerprint)
            if old and old.row["key"] == row["key"]:
                self.report.kept += 1
                return Entry(old.stat, content, {**old.row, "recognition": row["recognition"]})
            row |= self._clean(name, page, known)
        except Rejected as error:
            withdrawal = self.told(name).withdrawal
            row |= {"withdrawn": withdrawal} if withdrawal else {"rejected": reason(error)}
        except Exception as error:  # whatever a page makes of our rules, it harms no other page
            row["rejected"] = reason(error)
        self.report.redone += 1
        return Entry((0, 0, 0, 0), content, row)

    def _page(self, name: str, data: bytes) -> tuple[Page, Known]:
        from kliping.reading import page_of

        return page_of(name, data, self.rules.outlets, self.told(name))

    def _clean(self, name: str, page: Page, known: Known) -> Row:
        from kliping import same
        from kliping.clean import clean

        told = self.told(name)
        article = clean(page, known, self.rules.calendars, told).article
        if told.withdrawal:
            return {**same.marks(article), "withdrawn": told.withdrawal}
        self.done[name] = article
        found = same.marks(article)
        return found if article.outlet else {**found, "mentioned": self.rules.outlets.mentioned(page)}

    def _name_lonely(self) -> None:
        stems = {name.rpartition(".")[0] for name in (*self._listed.pages, *self._listed.rejected)}
        for name in self._listed.sidecars:
            if name.rpartition("/")[2] != FOLDER_FILE and name.rpartition(".")[0] not in stems:
                self.report.notices.append(
                    f"{name}: stands beside no saved page and is not read; name it like its page"
                )

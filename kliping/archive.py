"""Saved pages -> content/articles: walks, cleans what changed, writes, reports. The only writer of articles."""

from __future__ import annotations

import json
import time
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from kliping import formats, frontmatter, same
from kliping.article import Article
from kliping.clean import article_id, clean
from kliping.curator import Sidecars
from kliping.edits import as_sidecar
from kliping.index import Entry, Index, state_folder, write_whole
from kliping.outlet import Known, Outlets
from kliping.page import Page, Rejected
from kliping.report import Exit, Report, Stop
from kliping.rulefile import digest
from kliping.saved import Saved, read_bytes
from kliping.shelf import Shelf
from kliping.stages import Calendars

UNDATED = "undated"  # folder of the articles without a date
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
    report: Report = field(default_factory=Report)

    def __post_init__(self) -> None:
        state = state_folder(self.folders.articles)
        self.index = Index.load(state / "saved.json", self.fresh)
        self.outlets = Outlets.load(self.folders.outlets)
        self.calendars = Calendars.load(self.folders.elections)
        self.sidecars = Sidecars(self.folders.saved, self.calendars)
        self.shelf = Shelf(self.folders.articles, Index.load(state / "articles.json", self.fresh))
        self.state = state
        self._done: dict[str, Article] = {}  # cleaned in this run, by saved page

    def run(self, dry_run: bool = False, prune: bool = False, restore: Path | None = None) -> Report:
        """Bring the articles up to date; `restore` names one whose hand edit is to go. Raises Stop, changing nothing."""
        started = time.perf_counter()
        self.shelf.look()
        if restore and not self.shelf.forget_edit(restore):
            raise Stop(f"{restore}: is no article of {self.folders.articles.name}/; name one of its files")
        rows = self._rows()
        groups = same.group({name: row for name, row in rows.items() if "text" in row})
        self._count(rows, groups)
        wanted = self._wanted(groups, rows)
        self._put_away(set(wanted), dry_run, prune)
        for path, article in wanted.items():
            if article is not None:
                self._write(path, article, dry_run)
        self._finish(wanted, dry_run)
        self.report.seconds = time.perf_counter() - started
        if not dry_run:
            self.index.save()
            self.shelf.index.save()
            self._save_report()
        return self.report

    # -- reading pages -----------------------------------------------------------------------------

    def _rows(self) -> dict[str, dict[str, Any]]:
        """What is known of each page: of an unchanged one from the index, of another by cleaning it."""
        listed = Saved.list(self.folders.saved)
        self.report.pages = len(listed.pages) + len(listed.rejected)
        self.report.rejected |= listed.rejected
        self._name_lonely(listed)
        entries: dict[str, Entry] = {}
        for name, stat in listed.pages.items():
            known = self.index.unchanged(name, stat)
            entry = known if known and known.row["key"] == self._key(name, known) else None
            if entry is None:
                entry = self._read(name)
                entry.stat = stat
            else:
                self.report.kept += 1
            entries[name] = entry
        self.index.entries = entries
        self.report.problems += [*self.outlets.problems, *self.calendars.problems, *self.sidecars.problems]
        return {name: entry.row for name, entry in entries.items()}

    def _key(self, name: str, entry: Entry) -> str | None:
        """All that a page's article is made from; None where the page may now be another outlet's."""
        told = self.sidecars.of(name)
        if entry.row.get("recognition") != self.outlets.recognition:
            return None
        profile = self.outlets.profiles.get(entry.row.get("profile") or "", self.outlets.generic)
        return self._made_from(entry.hash, told.fingerprint, profile.fingerprint)

    def _made_from(self, content: str, told: str, profile: str) -> str:
        return digest(content, told, profile, self.calendars.fingerprint)

    def _read(self, name: str) -> Entry:
        """Read a page; clean it unless it turns out to be the page we know."""
        old = self.index.entries.get(name)
        self.report.read += 1
        row: dict[str, Any] = {"recognition": self.outlets.recognition, "profile": None, "key": ""}
        content = ""
        try:
            data = read_bytes(self.folders.saved / name)
            content = digest(data)
            told = self.sidecars.of(name)
            page = formats.READERS[Path(name).suffix.casefold()](data)
            known = self.outlets.recognise(page, told.outlet)
            row["profile"] = known.profile.domain
            row["key"] = self._made_from(content, told.fingerprint, known.profile.fingerprint)
            if old and old.row["key"] == row["key"]:
                self.report.kept += 1
                old.row["recognition"] = self.outlets.recognition
                return old
            self.report.redone += 1
            row |= self._clean(name, page, known)
        except Rejected as error:
            row["rejected"] = str(error)
        except RecursionError:
            row["rejected"] = "is nested too deeply to read; save the page as text"
        return Entry((0, 0, 0, 0), content, row)

    def _clean(self, name: str, page: Page, known: Known) -> dict[str, Any]:
        told = self.sidecars.of(name)
        if not told.publish:
            return {"withdrawn": told.reason or "no reason given"}
        article = clean(page, known, self.calendars, told).article
        self._done[name] = article
        return same.marks(article)

    def _article(self, name: str) -> Article:
        """The article of a page, cleaned again where this run kept it."""
        if name not in self._done:
            page = formats.READERS[Path(name).suffix.casefold()](read_bytes(self.folders.saved / name))
            told = self.sidecars.of(name)
            known = self.outlets.recognise(page, told.outlet)
            self._done[name] = clean(page, known, self.calendars, told).article
            self.report.redone += 1
            self.report.kept -= 1
        return self._done[name]

    def _name_lonely(self, listed: Saved) -> None:
        stems = {name.rpartition(".")[0] for name in (*listed.pages, *listed.rejected)}
        for name in listed.sidecars:
            if not name.endswith("_folder.yaml") and name.rpartition(".")[0] not in stems:
                self.report.notices.append(f"{name}: no saved page stands beside it, so it is not read; name it like its page")

    def _count(self, rows: dict[str, dict[str, Any]], groups: list[same.Group]) -> None:
        self.report.rejected |= {name: row["rejected"] for name, row in rows.items() if "rejected" in row}
        self.report.withdrawn |= {name: row["withdrawn"] for name, row in rows.items() if "withdrawn" in row}
        self.report.articles = len(groups)
        self.report.duplicates = sum(len(group.saved) - 1 for group in groups)

    # -- articles ----------------------------------------------------------------------------------

    def _wanted(self, groups: list[same.Group], rows: dict[str, dict[str, Any]]) -> dict[str, Article | None]:
        """File below the articles folder -> article to write, or None where the file stands as it is."""
        ids: dict[str, str] = {}
        for group in sorted(groups, key=lambda g: self.shelf.id_of(g.saved) is None):  # ids once given come first
            ids[group.chosen] = self._id(group, rows, set(ids.values()))
        wanted: dict[str, Article | None] = {}
        for group in groups:
            row = rows[group.chosen]
            made = [ids[group.chosen], list(group.saved), sorted(ids[name] for name in group.also)]
            path = row.get("path")
            standing = path and group.chosen not in self._done and row.get("made") == made and self.shelf.untouched(path)
            if standing:
                wanted[path] = None
                continue
            article = replace(self._article(group.chosen), id=made[0], saved=group.saved, also=tuple(made[2]))
            path = f"{article.date.value.year if article.date.value else UNDATED}/{article.id}.md"
            row |= {"made": made, "path": path, "review": bool(article.review), "id": article.id}
            wanted[path] = article
        return wanted

    def _id(self, group: same.Group, rows: dict[str, dict[str, Any]], taken: set[str]) -> str:
        """The id the article was given once, else a new one that nobody has."""
        known = self.shelf.id_of(group.saved) or next((rows[n]["id"] for n in group.saved if "id" in rows[n]), None)
        if known and known not in taken:
            return str(known)
        article = self._article(group.chosen)
        title, outlet = article.title.value, article.outlet.value
        for more in ("", group.text, group.chosen):
            found = article_id(title, article.body, f"{outlet or ''}{more}")
            if found not in taken and not self.shelf.belongs_to_others(found, group.saved):
                return found
        raise AssertionError(f"{group.chosen}: no id left")

    def _write(self, path: str, article: Article, dry_run: bool) -> None:
        text = frontmatter.to_markdown(article)
        found = self.shelf.articles.get(path) or self.shelf.by_id(article.id)
        if found and found.problem:
            return  # told with the problems; never written over
        if found and found.edited:
            self.report.edited[found.path] = as_sidecar(found.read(self.folders.articles), text)
            return
        if not dry_run and self.shelf.put(path, article, text):
            self.report.written += 1

    def _put_away(self, wanted: set[str], dry_run: bool, prune: bool) -> None:
        """Remove the unedited articles whose pages are gone, unless they are too many at once."""
        going = [path for path, found in self.shelf.articles.items() if found.ours and path not in wanted]
        ids = {path.rpartition("/")[2] for path in wanted}
        moved = {path for path in going if path.rpartition("/")[2] in ids}
        going = [path for path in going if path not in moved and not self.shelf.articles[path].edited]
        gone = [path for path in going if not self._withdrawn(path)]
        total = sum(found.ours for found in self.shelf.articles.values())
        if not prune and len(gone) > PRUNE_MOST and len(gone) > PRUNE_SHARE * total:
            raise Stop(
                f"{len(gone)} of {total} articles have no saved page any more, such as {gone[0]}; nothing was changed. "
                "Put the saved pages back, or give --prune if they are to go"
            )
        for path in (*going, *(path for path in moved if not self.shelf.articles[path].edited)):
            if not dry_run:
                self.shelf.remove(path)
            self.report.removed += path not in moved

    def _withdrawn(self, path: str) -> bool:
        return any(name in self.report.withdrawn for name in self.shelf.articles[path].saved)

    def _finish(self, wanted: dict[str, Article | None], dry_run: bool) -> None:
        for path, found in self.shelf.articles.items():
            if found.problem:
                self.report.problems.append(f"{path}: {found.problem}")
            elif not found.ours:
                self.report.by_hand += 1
            elif found.edited and path not in self.report.edited and path not in wanted:
                self.report.edited[path] = "# its saved page is gone; the article stays as edited\n"
        rows = (entry.row for entry in self.index.entries.values())
        self.report.review = sum(row.get("review", False) for row in rows if row.get("made"))
        if not self.report.balanced():
            raise AssertionError(f"pages do not add up: {self.report}")

    def _save_report(self) -> None:
        data = json.dumps(asdict(self.report), ensure_ascii=False, indent=1, sort_keys=True)
        write_whole(self.state / "report.json", data.encode())


def refuse_half(saved: str | None, articles: str | None) -> None:
    """The default articles are not those of another folder of saved pages."""
    if saved and not articles:
        raise Stop("--saved needs --articles too: the default articles are not that folder's", Exit.REFUSED)


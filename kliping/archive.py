"""Saved pages -> content/articles: walks, cleans what changed, writes, reports. The only writer of articles."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable, Collection, Iterable
from dataclasses import asdict, dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from kliping import telling
from kliping.index import Index, state_folder, write_whole
from kliping.intake import Intake, Row
from kliping.ledger import NAME, Broken, Ledger
from kliping.report import Exit, Report, Stop
from kliping.rules import Rules
from kliping.sheet import Found
from kliping.shelf import Shelf

if TYPE_CHECKING:
    from kliping.article import Article
    from kliping.copies import Group

UNDATED = "undated"  # folder of the articles without a date
PRUNE_MOST = 10  # articles that may go at once without --prune, if they are also more than ...
PRUNE_SHARE = 0.1  # ... this share of all


Wanted = tuple["Group", str, list[str]]  # the pages of an article, its id, the ids of its copies


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
        state = state_folder(self.folders.articles)
        self.index = Index.load(state / "saved.json", self.fresh)
        self.ledger = Ledger(state / NAME, self.fresh, self.dry_run)
        self.rules = Rules(self.folders.outlets, self.folders.elections, self.ledger)
        self.intake = Intake(self.folders.saved, self.index, self.rules, self.report, self.follow)
        self.shelf = Shelf(self.folders.articles, self.ledger)
        self.state = state
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
            return self._run(prune, restore)
        finally:
            self.ledger.close()

    def _run(self, prune: bool, restore: Path | None) -> Report:
        started = time.perf_counter()
        self.refuse_unreadable()
        self.shelf.look()
        if restore:
            self._restore(restore)
        rows = self.intake.rows()
        groups = self._groups(rows) if rows else []
        self._count(rows, groups)
        wanted = self._wanted(groups, rows)
        self._look_through({group.chosen: rows[group.chosen] for group in groups})
        going = self._going(wanted)
        self._mind_the_brake(going, prune)
        for path, wants in wanted.items():
            if wants is not None:
                self._write(path, self._article(*wants))
        self._put_away(going)
        self._finish(wanted)
        self.report.seconds = time.perf_counter() - started
        if not self.dry_run:
            self.index.save()
            self.shelf.save()
            self.ledger.commit()
            self._save_report()
        return self.report

    def _groups(self, rows: dict[str, Row]) -> list[Group]:
        from kliping import copies

        groups = copies.group({name: row for name, row in rows.items() if "text" in row})
        self.report.withdrawn = copies.withdrawn(rows, groups)
        return [group for group in groups if group.chosen not in self.report.withdrawn]

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

    def _count(self, rows: dict[str, Row], groups: list[Group]) -> None:
        self.report.rejected |= {name: row["rejected"] for name, row in rows.items() if "rejected" in row}
        self.report.articles = len(groups)
        self.report.duplicates = sum(len(group.saved) - 1 for group in groups)

    def _wanted(self, groups: list[Group], rows: dict[str, Row]) -> dict[str, Wanted | None]:
        """File below the articles folder -> what to write there, or None where the file stands as it is."""
        if not groups:
            return {}
        from kliping.ids import Ids

        ids = Ids(self.intake.before, rows, self.shelf)
        given = ids.give(groups)
        taken = {known for known in given.values() if known}
        named: dict[str, str] = {}
        for group in groups:
            named[group.chosen] = given[group.chosen] or ids.new(group, self.intake.article(group.chosen), taken)
            taken.add(named[group.chosen])
        wanted: dict[str, Wanted | None] = {}
        for group in groups:
            also = sorted(named[name] for name in group.also if name in named)
            path, new = self._made(rows[group.chosen], group, named[group.chosen], also)
            wanted[path] = (group, named[group.chosen], also) if new else None
            for other in group.saved[1:]:
                for key in ("made", "path"):
                    rows[other].pop(key, None)
        return wanted

    def _article(self, group: Group, article_id: str, also: list[str]) -> Article:
        """The article of a group as it is written."""
        return replace(self.intake.article(group.chosen), id=article_id, saved=group.saved, also=tuple(also))

    def _made(self, row: Row, group: Group, article_id: str, also: list[str]) -> tuple[str, bool]:
        """Where an article stands, and whether it is to be written there: False where it is as it should be."""
        made = [article_id, list(group.saved), also]
        path: str | None = row.get("path")
        if path and group.chosen not in self.intake.done and row.get("made") == made and self.shelf.untouched(path):
            return path, False
        from kliping import review, shares

        article = self._article(group, article_id, also)
        path = f"{article.date.value.year if article.date.value else UNDATED}/{article_id}.md"
        row |= {"made": made, "path": path, "id": article_id}
        row |= {**shares.remembered(article), **review.remembered(article, row.get("mentioned", ()))}
        return path, True

    def _write(self, path: str, article: Article) -> None:
        from kliping import frontmatter

        text = frontmatter.to_markdown(article)
        found = self.shelf.get(path) or self.shelf.by_id(article.id)
        if self.shelf.broken(article.id):
            return  # told with the problems; never written over, nor given a second file
        if found and found.edited:
            from kliping.edits import as_sidecar

            self.report.edited[found.path] = as_sidecar(found.read(self.folders.articles), text)
            return
        words: str = self.index.entries[article.saved[0]].row["text"]
        if self.shelf.put(path, article, text, words, self.dry_run):
            self.report.changes.append(f"write {path}")

    def _going(self, wanted: Collection[str]) -> list[Found]:
        """Files that are no longer wanted: unedited ones whose page is gone, and all that were withdrawn."""
        going = []
        for found in self.shelf.ours():
            path = found.path
            if path in wanted:
                continue
            if any(name in self.report.rejected for name in found.saved):
                self.report.notices.append(f"{path}: its saved page is rejected now; the article stays as it was")
            elif self._withdrawn(found) or not found.edited:
                going.append(found)
        return going

    def _mind_the_brake(self, going: list[Found], prune: bool) -> None:
        """Raise Stop where too many articles would go at once; moves and withdrawals do not count."""
        total = sum(1 for _ in self.shelf.ours())
        gone = [found.path for found in going if not self._withdrawn(found) and not self._moved(found)]
        if not prune and len(gone) > PRUNE_MOST and len(gone) > PRUNE_SHARE * total:
            raise Stop(
                f"{len(gone)} of {total} articles have no saved page any more, such as {gone[0]}; nothing was changed. "
                "Put the saved pages back, or give --prune if they are to go"
            )

    def _put_away(self, going: list[Found]) -> None:
        """Remove what goes, after all else is written: a full disk then loses nothing."""
        for found in going:
            if not self.dry_run:
                self.shelf.remove(found.path)
            self.report.changes.append(f"{'move' if self._moved(found) else 'remove'} {found.path}")

    def _moved(self, found: Found) -> bool:
        """Whether the article of a file lives on in another year's folder."""
        return found.id in self._ids_now

    @cached_property
    def _ids_now(self) -> set[str]:
        shown = (e.row for name, e in self.index.entries.items() if name not in self.report.withdrawn)
        return {row["made"][0] for row in shown if row.get("made")}

    def _withdrawn(self, found: Found) -> bool:
        return found.id in self._ids_withdrawn or any(name in self.report.withdrawn for name in found.saved)

    @cached_property
    def _ids_withdrawn(self) -> set[str | None]:
        return {self.index.entries[name].row.get("id") for name in self.report.withdrawn}

    def _finish(self, wanted: Collection[str]) -> None:
        told = {*self.report.edited, *wanted, *(change.removeprefix("remove ") for change in self.report.changes)}
        self.report.problems += self.shelf.problems()
        self.report.by_hand = self.shelf.by_hand
        for found in self.shelf.ours():
            if found.edited and found.path not in told:
                self.report.edited[found.path] = "# its saved page is gone; the article stays as edited\n"
        if not self.report.balanced():
            raise AssertionError(f"pages do not add up: {self.report}")

    def _look_through(self, rows: dict[str, Row]) -> None:
        """Count what was found in the articles, by the rows of the pages they were read from, and what is to settle."""
        if not rows:
            return
        from kliping import review, shares

        self.report.shares = shares.by_outlet(rows.values())
        cases = (review.case(row, self.intake.sidecar(n), n in self.intake.done) for n, row in sorted(rows.items()))
        self.report.cases = [case for case in cases if case]
        self.report.review = sum(bool(case.notes) for case in self.report.cases)

    def _save_report(self) -> None:
        self.report.file = shown(self.state / "report.txt")
        data = json.dumps(asdict(self.report), ensure_ascii=False, indent=1, sort_keys=True)
        write_whole(self.state / "report.json", data.encode())
        write_whole(self.state / "report.txt", telling.whole(self.report).encode())


def shown(path: Path) -> str:
    """A path as a person at this place would type it."""
    return Path(os.path.relpath(path)).as_posix() if path.resolve().is_relative_to(Path.cwd()) else path.as_posix()


def refuse_half(saved: str | None, articles: str | None) -> None:
    """The default articles are not those of another folder of saved pages."""
    if saved and not articles:
        raise Stop("--saved needs --articles too: the default articles are not that folder's", Exit.REFUSED)

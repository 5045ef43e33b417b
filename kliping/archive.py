"""Saved pages -> content/articles: walks, cleans what changed, writes, reports. The only writer of articles."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Collection, Iterable
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

from kliping import frontmatter, same
from kliping.article import Article, new_id
from kliping.edits import as_sidecar
from kliping.index import Index, state_folder, write_whole
from kliping.intake import Intake, Row
from kliping.outlet import Outlets
from kliping.report import Exit, Report, Stop
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
    follow: Callable[[Collection[str]], Iterable[str]] = iter  # watches the pages go by
    report: Report = field(default_factory=Report)

    def __post_init__(self) -> None:
        state = state_folder(self.folders.articles)
        self.index = Index.load(state / "saved.json", self.fresh)
        self.intake = Intake(
            self.folders.saved,
            self.index,
            Outlets.load(self.folders.outlets),
            Calendars.load(self.folders.elections),
            self.report,
            self.follow,
        )
        self.shelf = Shelf(self.folders.articles, Index.load(state / "articles.json", self.fresh))
        self.state = state

    def run(self, dry_run: bool = False, prune: bool = False, restore: Path | None = None) -> Report:
        """Bring the articles up to date; `restore` names one whose hand edit is to go.

        Raises Stop, nothing changed.
        """
        started = time.perf_counter()
        self.shelf.look()
        if restore and not self.shelf.forget_edit(restore):
            raise Stop(f"{restore}: is no article of {self.folders.articles.name}/; name one of its files")
        rows = self.intake.rows()
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

    def _count(self, rows: dict[str, Row], groups: list[same.Group]) -> None:
        self.report.rejected |= {name: row["rejected"] for name, row in rows.items() if "rejected" in row}
        self.report.withdrawn |= {name: row["withdrawn"] for name, row in rows.items() if "withdrawn" in row}
        self.report.articles = len(groups)
        self.report.duplicates = sum(len(group.saved) - 1 for group in groups)

    def _wanted(self, groups: list[same.Group], rows: dict[str, Row]) -> dict[str, Article | None]:
        """File below the articles folder -> article to write, or None where the file stands as it is."""
        ids: dict[str, str] = {}
        for group in sorted(groups, key=lambda g: self.shelf.id_of(g.saved) is None):  # ids once given come first
            ids[group.chosen] = self._id(group, rows, set(ids.values()))
        wanted: dict[str, Article | None] = {}
        for group in groups:
            also = sorted(ids[name] for name in group.also)
            path, article = self._made(rows[group.chosen], group, ids[group.chosen], also)
            wanted[path] = article
        return wanted

    def _made(self, row: Row, group: same.Group, article_id: str, also: list[str]) -> tuple[str, Article | None]:
        """Where an article stands, and the article unless it stands there already as it should."""
        made = [article_id, list(group.saved), also]
        path: str | None = row.get("path")
        if path and group.chosen not in self.intake.done and row.get("made") == made and self.shelf.untouched(path):
            return path, None
        article = self.intake.article(group.chosen)
        article = replace(article, id=article_id, saved=group.saved, also=tuple(also))
        path = f"{article.date.value.year if article.date.value else UNDATED}/{article_id}.md"
        row |= {"made": made, "path": path, "review": bool(article.review), "id": article_id}
        return path, article

    def _id(self, group: same.Group, rows: dict[str, Row], taken: set[str]) -> str:
        """The id the article was given once, else a new one that nobody has."""
        known = self.shelf.id_of(group.saved) or next((rows[n]["id"] for n in group.saved if "id" in rows[n]), None)
        if known and known not in taken:
            return str(known)
        article = self.intake.article(group.chosen)
        title, outlet = article.title.value, article.outlet.value
        for more in ("", group.text, group.chosen):
            found = new_id(title, article.body, f"{outlet or ''}{more}")
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
        if self.shelf.put(path, article, text, dry_run):
            self.report.changes.append(f"write {path}")

    def _put_away(self, wanted: set[str], dry_run: bool, prune: bool) -> None:
        """Remove the unedited articles whose pages are gone, unless they are too many at once."""
        going = [path for path, found in self.shelf.articles.items() if found.ours and path not in wanted]
        ids = {path.rpartition("/")[2] for path in wanted}
        moved = {path for path in going if path.rpartition("/")[2] in ids}
        going = [p for p in going if p not in moved and (self._withdrawn(p) or not self.shelf.articles[p].edited)]
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
            self.report.changes.append(f"{'move' if path in moved else 'remove'} {path}")

    def _withdrawn(self, path: str) -> bool:
        return any(name in self.report.withdrawn for name in self.shelf.articles[path].saved)

    def _finish(self, wanted: dict[str, Article | None], dry_run: bool) -> None:
        for path, found in self.shelf.articles.items():
            if found.problem:
                self.report.problems.append(f"{path}: {found.problem}")
            elif not found.ours:
                self.report.by_hand += 1
            elif found.edited and path not in self.report.edited and path not in wanted and not self._withdrawn(path):
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

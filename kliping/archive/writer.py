"""From groups of pages to articles: which id, which file, and whether it is to be written. Works on what changed."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace

from kliping.archive import shares
from kliping.archive.article_folder import ArticleFolder
from kliping.archive.article_ids import Ids
from kliping.archive.database import Database
from kliping.archive.groups import Grouping
from kliping.archive.hand_edits import as_sidecar, questions
from kliping.archive.page_table import PageTable
from kliping.archive.report import Report
from kliping.archive.saved_pages import SavedPages
from kliping.article import frontmatter
from kliping.article.fields import Article
from kliping.duplicates import clusters
from kliping.duplicates.clusters import Cluster
from kliping.system.limits import COPIES

UNDATED = "undated"  # folder of the articles without a date

Made = tuple[str, str, str, str, str, str]  # id, saved pages, ids of copies; path; source, fields found


@dataclass
class Writer:
    """The articles of one run."""

    ledger: Database
    roll: PageTable
    intake: SavedPages
    shelf: ArticleFolder
    report: Report
    dry_run: bool
    dropped: set[str] = field(default_factory=set)  # files that held an article and now may be nobody's

    def __post_init__(self) -> None:
        self._sql = self.ledger.sql
        self._wanted: list[tuple[str, Cluster, str, list[str]]] = []  # file, its pages, its id, the ids of its copies

    def set_up(self) -> None:
        """Find out which articles are to be written, and where; nothing is written yet."""
        grouping = Grouping(self.ledger, self.roll)
        homes = grouping.renew(self.intake.gone, self.intake.new) | grouping.homes_of(self._touched())
        homes = grouping.widened(homes)
        groups = grouping.groups(homes)
        self._withdraw(groups, grouping.groups(grouping.kin(homes) - homes))
        names = {name for group in groups for name in group.saved} | self.intake.before.keys()
        made = self._take_back(names)
        taken = self.roll.taken()
        groups = [group for group in groups if group.chosen not in taken]
        named = self._named(groups, names, made)
        for group in groups:
            also = sorted(found for name in group.also if (found := named.get(name)))[:COPIES]
            self._make(group, named[group.chosen], also, made.get(group.chosen))
        self.dropped = {path for *_, path, _, _ in made.values()}
        for name in made.keys() - {group.chosen for group in groups}:
            self._forget(name)

    def write(self) -> None:
        """Write the articles that are to be written."""
        for path, group, article_id, also in self._wanted:
            article = self.intake.article(group.chosen)
            self._write(path, replace(article, id=article_id, saved=group.saved, also=tuple(also)), group)

    def _touched(self) -> set[str]:
        """The pages of articles whose files were changed by others, as these files or the ledger name them."""
        found = {name for one in self.shelf.met for name in one.saved}
        for path in self.shelf.touched:
            stem = path.rpartition("/")[2].removesuffix(".md")
            found |= set(self._column("SELECT name FROM made WHERE path = ? OR id = ?", path, stem))
        for one in self.shelf.met:
            found |= set(self._column("SELECT name FROM made WHERE id = ?", one.id))
        return found

    def _withdraw(self, groups: list[Cluster], kin: list[Cluster]) -> None:
        """Note which pages are withdrawn, be it with another save of their article."""
        if not self.roll.taken():
            return
        rows = {name: row for group in (*groups, *kin) for name in group.saved if (row := self.roll.get(name))}
        taken = clusters.withdrawn(rows, [*groups, *kin])
        values = [(taken.get(name), name) for group in groups for name in group.saved]
        self._sql.executemany("UPDATE pages SET taken = ? WHERE name = ? AND taken IS NOT ?1", values)

    def _take_back(self, names: Collection[str]) -> dict[str, Made]:
        """What was made of some pages, which is no longer said to be so."""
        made: dict[str, Made] = {}
        for name in names:
            for row in self._sql.execute("SELECT * FROM made WHERE name = ?", (name,)):
                made[name] = row[1:]
        self._sql.executemany("DELETE FROM made WHERE name = ?", [(name,) for name in made])
        return made

    def _named(self, groups: list[Cluster], names: Collection[str], made: Mapping[str, Made]) -> dict[str, str]:
        """Chosen page -> id of its article."""
        files = {*(self.ledger.get("strays") or ()), *self.shelf.ours_met, *(path for *_, path, _, _ in made.values())}
        files.update(path for name in names for path in self._column("SELECT path FROM saves WHERE page = ?", name))
        ids = Ids(self.intake.before, self.roll, self.shelf, files, self._is_kept)
        given = ids.give(groups)
        taken = {known for known in given.values() if known}
        named: dict[str, str] = {}
        for group in groups:
            named[group.chosen] = given[group.chosen] or ids.new(group, self.intake.article(group.chosen), taken)
            taken.add(named[group.chosen])
        return named

    def _is_kept(self, article_id: str) -> bool:
        return bool(self._column("SELECT 1 FROM made WHERE id = ?", article_id))

    def _make(self, group: Cluster, article_id: str, also: list[str], made: Made | None) -> None:
        """Settle where an article stands, and whether it is to be written there."""
        now = (article_id, json.dumps(group.saved), json.dumps(also))
        if made and made[:3] == now and group.chosen not in self.intake.done and self.shelf.untouched(made[3]):
            self._keep(group.chosen, made)
            return
        self._forget(group.chosen)
        article = self.intake.article(group.chosen)
        path = f"{article.date.value.year if article.date.value else UNDATED}/{article_id}.md"
        self._keep(group.chosen, (*now, path, *shares.remembered(article)))
        self._ask(group.chosen, path, article)
        self.roll.give_id(group.chosen, article_id)
        self._wanted.append((path, group, article_id, also))

    def _keep(self, name: str, made: Made) -> None:
        self._sql.execute("INSERT INTO made VALUES (?, ?, ?, ?, ?, ?, ?)", (name, *made))

    def _forget(self, name: str) -> None:
        """Forget what was told of the article of a page."""
        for table in ("cases", "edits"):
            self._sql.execute(f"DELETE FROM {table} WHERE name = ?", (name,))  # noqa: S608

    def _ask(self, name: str, path: str, article: Article) -> None:
        """Note what the curator should settle of an article."""
        mentioned = ((self.roll.get(name) or {}).get("mentioned") or "").split()
        if lines := [*questions(article, mentioned)]:
            notes = json.dumps(article.review, ensure_ascii=False) if article.review else ""
            self._sql.execute("INSERT INTO cases VALUES (?, ?, ?, ?)", (name, path, notes, "\n".join(lines)))

    def _write(self, path: str, article: Article, group: Cluster) -> None:
        text = frontmatter.to_markdown(article)
        found = self.shelf.get(path) or self.shelf.by_id(article.id)
        if self.shelf.broken(article.id):
            return  # told with the problems; never written over, nor given a second file
        if found and found.edited:
            lines = as_sidecar(found.read(self.shelf.folder), text)
            self._sql.execute("INSERT OR REPLACE INTO edits VALUES (?, ?, ?)", (found.path, group.chosen, lines))
            return
        if self.shelf.put(path, article, text, group.text, self.dry_run):
            self.report.changes.append(f"write {path}")

    def _column(self, query: str, *values: object) -> list[str]:
        return [row[0] for row in self._sql.execute(query, values)]

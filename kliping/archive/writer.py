"""From clusters of pages to articles: which id, which file, and whether it is to be written. Works on what changed."""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, cached_property

from kliping.archive import groups
from kliping.archive.article_folder import ArticleFolder
from kliping.archive.article_ids import ArticleIds, Known, marks_of_text
from kliping.archive.article_table import ArticleFile, ArticleTable, WrittenArticle
from kliping.archive.hand_edits import as_sidecar, questions
from kliping.archive.page_table import Row
from kliping.archive.report import COUNTED, Report
from kliping.archive.saved_pages import SavedPages
from kliping.article import frontmatter
from kliping.article.fields import Article
from kliping.duplicates.clusters import Cluster, clustered, withdrawn
from kliping.locale import _
from kliping.system.limits import COPIES

UNDATED = "undated"  # folder of the articles without a date


@dataclass
class Writer:
    """The articles of one run that may be other than before."""

    pages: SavedPages
    folder: ArticleFolder
    articles: ArticleTable
    report: Report
    dry_run: bool
    names: set[str] = field(default_factory=set)  # pages concerned, those included that are gone
    before: dict[str, WrittenArticle] = field(default_factory=dict)  # what the last run made of them
    kept: list[WrittenArticle] = field(default_factory=list)
    changed: list[tuple[WrittenArticle, Cluster]] = field(default_factory=list)

    def plan(self, stray: Sequence[str]) -> None:
        """Settle of which pages each article is made, and which id and file it has; nothing is written yet.

        `stray` are paths of files that stayed in earlier runs though no article was written to them.
        """
        rows = self._affected()
        clusters = clustered(rows)
        self.names = rows.keys() | self.pages.before.keys()
        self.before = self.articles.of_pages(self.names)
        reasons = withdrawn(rows, clusters)
        ids = self._ids(clusters, reasons, rows, stray)
        reasons |= self._taken_along(clusters, ids)
        if reasons or self.pages.table.taken():
            self.pages.table.set_taken({name: reasons.get(name) for name in rows})
        for cluster in [cluster for cluster in clusters if cluster.chosen not in reasons]:
            also = sorted(ids[name] for name in cluster.also if name in ids)[:COPIES]
            self._plan(cluster, ids[cluster.chosen], also)

    def is_wanted(self, path: str) -> bool:
        """Whether an article is written to this path, be it by an earlier run."""
        return path in self._paths or bool(self.articles.pages_of(path, None) - self.names)

    def is_alive(self, article_id: str | None) -> bool:
        """Whether there is an article of this id."""
        return article_id in self._article_ids or bool(self.articles.pages_of("", article_id) - self.names)

    @cached_property
    def _paths(self) -> set[str]:
        return {row.path for row in self._rows()}

    @cached_property
    def _article_ids(self) -> set[str]:
        return {row.id for row in self._rows()}

    def _rows(self) -> list[WrittenArticle]:
        return [*self.kept, *(row for row, _ in self.changed)]

    def write(self) -> None:
        """Write the articles that are to be written."""
        rows = [row._replace(edit=self._write(row, cluster)) for row, cluster in self.changed]
        self.articles.replace(self.names, [*self.kept, *rows])

    def _affected(self) -> dict[str, Row]:
        """The pages that may form other clusters than before, and those of articles whose files were changed."""
        table = self.pages.table
        new = groups.index(table, self.pages.new)
        touched = {name for file in self.folder.versions for name in file.saved}
        for path in self.folder.changed:
            touched |= self.articles.pages_of(path, path.rpartition("/")[2].removesuffix(".md"))
        for file in self.folder.versions:
            touched |= self.articles.pages_of(file.path, file.id)
        touched_rows = table.compared_by_name(touched)
        changed = len(self.pages.before) + len(touched_rows)
        return groups.affected(table, [*new.values(), *touched_rows], self.pages.keys, changed)

    def _taken_along(self, clusters: Sequence[Cluster], ids: Mapping[str, str]) -> dict[str, str]:
        """Pages whose article a page took down that cannot be read any more, with the reason of each."""
        lost = self.pages.table.unread_takedowns()
        along = ((cluster, lost[ids[cluster.chosen]]) for cluster in clusters if ids.get(cluster.chosen) in lost)
        return {
            name: _("another save of {file}").format(file=page) for cluster, page in along for name in cluster.saved
        }

    def _ids(
        self, clusters: Sequence[Cluster], withdrawn: Collection[str], rows: dict[str, Row], stray: Sequence[str]
    ) -> dict[str, str]:
        """Chosen page -> id of its article; of withdrawn ones only where they had one, so that its file is found."""
        table, files = self.pages.table, self.folder.table
        paths = {*stray, *self.folder.changed_ours, *(article.path for article in self.before.values())}
        paths |= files.paths_of_pages(self.names)

        def is_kept(article_id: str) -> bool:
            return bool(self.articles.pages_of("", article_id) - self.names)

        def marks(file: ArticleFile) -> Row:
            return marks_of_text(self.folder.text(file))

        page = cache(lambda name: table.get(name) or {})
        known = Known(rows, self.pages.before, page, files.with_id, marks, is_kept)
        ids = ArticleIds(known, [file for path in sorted(paths) if (file := files.get(path))])
        given = ids.give(clusters)
        taken = {article_id for article_id in given.values() if article_id}
        named: dict[str, str] = {}
        for cluster in clusters:
            if cluster.chosen in withdrawn:
                if had := given[cluster.chosen]:
                    table.set_id(cluster.chosen, had)
                continue
            article_id = given[cluster.chosen] or ids.new(cluster, self.pages.article(cluster.chosen), taken)
            taken.add(article_id)
            named[cluster.chosen] = article_id
        return named

    def _plan(self, cluster: Cluster, article_id: str, also: list[str]) -> None:
        """Settle in which file an article stands, and whether it is to be written there."""
        page, before = cluster.chosen, self.before.get(cluster.chosen)
        made_from = (article_id, json.dumps(cluster.saved), json.dumps(also))
        is_same = before is not None and before[1:4] == made_from and page not in self.pages.cleaned
        if before and is_same and self.folder.is_unchanged(before.path):
            self.kept.append(before)
            return
        article = self.pages.article(page)
        path = f"{article.date.value.year if article.date.value else UNDATED}/{article_id}.md"
        mentioned = (self.pages.table.get(page) or {}).get("mentioned") or ""
        asked = "\n".join(questions(article, mentioned.split()))
        notes = json.dumps(article.review, ensure_ascii=False)
        row = WrittenArticle(page, *made_from, path, *_counted(article), notes, asked)
        self.pages.table.set_id(page, article_id)
        self.changed.append((row, cluster))

    def _write(self, row: WrittenArticle, cluster: Cluster) -> str:
        """Write one article; returns the sidecar lines that would keep the hand edit of its file, if it has one."""
        if self.folder.is_broken(row.id):
            return ""  # named among the problems; never written over, nor given a second file
        made = self.pages.article(cluster.chosen)
        article = replace(made, id=row.id, saved=cluster.saved, also=tuple(json.loads(row.also)))
        text = frontmatter.to_markdown(article)
        file = self.folder.table.get(row.path) or self.folder.table.with_id(row.id)
        if file and file.edited:
            return as_sidecar(self.folder.text(file), text, self.pages.rules.calendars)
        if self.folder.write(row.path, article, text, cluster.text, self.dry_run):
            self.report.changes.append(f"write {row.path}")
        return ""


def _counted(article: Article) -> tuple[str, str, str]:
    """What the report counts of an article: its outlet, the fields with a value, its election; empty where unknown."""
    fields = " ".join(name for name, fact in article.facts() if fact and name in COUNTED)
    return article.source.value or article.outlet.value or "", fields, article.election.value or ""

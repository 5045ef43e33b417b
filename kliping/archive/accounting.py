"""What a run has to say of all that is there: counts, edits, odd files, and what the curator should settle."""

import datetime
import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from kliping.archive import unreached
from kliping.archive.article_folder import ArticleFolder
from kliping.archive.article_table import ArticleTable
from kliping.archive.report import Case, Report, by_outlet
from kliping.archive.report_text import shown_field
from kliping.archive.rules import Rules
from kliping.archive.saved_pages import SavedPages
from kliping.locale import _


@dataclass(frozen=True, slots=True)
class Accounting:
    """Fills a report from the tables, when all is written."""

    pages: SavedPages
    articles: ArticleTable
    folder: ArticleFolder
    rules: Rules
    report: Report

    def count(self) -> None:
        """Count what there is, and what the curator should know, over all articles, those kept included."""
        report = self.report
        report.articles = len(self.articles)
        report.duplicates = self.pages.table.articles() - report.articles
        report.by_hand = self.folder.table.count_by_hand()
        report.problems += self.folder.problems()
        report.withdrawn_files = self.folder.table.withdrawn()
        copies = self.folder.table.copies()
        self._name_odd_files(copies)
        report.notices += self._unreached()
        report.edited = dict(self._edits(copies))
        report.shares = by_outlet(self.articles.fields())
        report.cases = list(self._cases())
        report.review = sum(bool(case.notes) for case in report.cases)
        if not report.balanced():
            raise AssertionError(f"pages do not add up: {report}")

    def _unreached(self) -> Iterator[str]:
        """The line on elections without articles, where there are articles."""
        if not self.report.articles:
            return
        elections, named = self.rules.elections, self.folder.table.elections()
        reached = {key for key in elections if self.articles.any_about(key) or key in named}
        if line := unreached.notice(elections, reached, self.articles.any_of_year):
            yield line

    def _name_odd_files(self, copies: Mapping[str, str]) -> None:
        """Name the files among the articles that are none, and what is odd about those written by hand."""
        table, notices = self.folder.table, self.report.notices
        notice = _("{file}: is no article, for it {what}")
        for path, what in table.strange().items():
            kind = self.report.problems if self.articles.pages_of(path, None) else notices
            kind.append(notice.format(file=path, what=what))
        notice = _("{file}: is a copy of {original} and not on the site; rename or remove it")
        notices += [notice.format(file=path, original=of) for path, of in copies.items()]
        notice = _("{file}: gives no {fields}; write what is known")
        unfinished = {path: names for path, names in table.unfinished().items() if path not in copies}
        notices += [
            notice.format(file=path, fields=", ".join(map(shown_field, names))) for path, names in unfinished.items()
        ]
        notice = _("{file}: has the date {day}, which lies ahead; correct it where it is wrong")
        zone = datetime.timezone(datetime.timedelta(hours=14))  # where days begin first
        today = datetime.datetime.now(zone).date().isoformat()
        notices += [notice.format(file=path, day=day) for path, day in table.ahead(today).items()]

    def _edits(self, copies: Collection[str]) -> Iterator[tuple[str, str]]:
        """Paths of edited articles, and their edits as sidecar lines."""
        gone = _("its saved page is gone; the article stays as edited")
        withheld = _("it is withheld until its sidecar can be read")
        for file in self.folder.table.edited():
            if file.path in copies:
                continue
            if file.path in self.report.withheld:
                yield file.path, f"# {withheld}\n"
                continue
            lines = self.articles.edit(file)
            if lines is None:
                yield file.path, f"# {gone}\n"
            elif lines:
                yield file.path, lines

    def _cases(self) -> Iterator[Case]:
        """What is to be settled, by saved page."""
        for article in self.articles.asked():
            notes, lines = tuple(json.loads(article.notes)), tuple(article.questions.split("\n"))
            new = bool(self.pages.new) and article.page in self.pages.cleaned
            yield Case(article.path, self.pages.beside.sidecar(article.page), notes, lines, new)

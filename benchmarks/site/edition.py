"""The corpus as edited in the course of a run, and the edits whose cost is measured."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from benchmarks.site.corpus import OUTLETS, Corpus, moved
from kliping.article.fields import Article, Fact


@dataclass(frozen=True, slots=True)
class Change:
    """One article before and after; None: it is gone."""

    before: Article
    after: Article | None


@dataclass(frozen=True, slots=True)
class Sign:
    """How the site shows that a change has reached it: a text in the page of an article, or that there is no page."""

    article: str
    text: str | None

    def stands_in(self, site: Path) -> bool:
        page = site / f"berita/{self.article}/index.html"
        if self.text is None:
            return not page.exists()
        return page.is_file() and self.text in page.read_text(encoding="utf-8")


@dataclass
class Edition:
    """What the corpus has become. Each edit takes articles that no edit of the same kind had before."""

    corpus: Corpus
    _edited: dict[int, Article | None] = field(default_factory=dict)
    _next: int = 0

    def __iter__(self) -> Iterator[Article]:
        for number in range(self.corpus.count):
            article = self._article(number)
            if article:
                yield article

    def text(self) -> tuple[list[Change], Sign]:
        """A sentence more in one article from the middle."""
        number, article = self._from_the_middle()
        line = f"Kalimat tambahan nomor {number}."
        return [self._set(number, replace(article, body=(*article.body, line)))], Sign(article.id, line)

    def stage(self) -> tuple[list[Change], Sign]:
        """One article from the middle goes to the next stage."""
        number, article = self._from_the_middle()
        stages = self.corpus.stages
        place = next(i for i, stage in enumerate(stages) if stage.id == article.stage.value)
        other = stages[(place + 1) % len(stages)]
        link = f"{article.election.value}/{other.id}/"
        return [self._set(number, moved(article, other))], Sign(article.id, link)

    def deleted(self) -> tuple[list[Change], Sign]:
        """One article from the middle goes."""
        number, article = self._from_the_middle()
        return [self._set(number, None)], Sign(article.id, None)

    def name(self) -> tuple[list[Change], Sign]:
        """The outlet of an article from the middle gets another name in all its articles that name it."""
        outlet = self._from_the_middle()[0] % OUTLETS
        name = f"{self.corpus.vocabulary.outlets[outlet][0]} Baru"
        found = [(number, self._article(number)) for number in self.corpus.of_outlet(outlet)]
        told = [(number, article) for number, article in found if article and article.source]
        changes = [self._set(n, replace(article, source=Fact(name, article.source.basis))) for n, article in told]
        return changes, Sign(told[0][1].id, name)

    def _article(self, number: int) -> Article | None:
        return self._edited[number] if number in self._edited else self.corpus.article(number)

    def _from_the_middle(self) -> tuple[int, Article]:
        """The next article after the middle that nobody edited yet and that has all a change could be about."""
        middle = self.corpus.count // 2
        while True:
            number = (middle + self._next) % self.corpus.count
            self._next += 1
            article = self.corpus.article(number)
            if number not in self._edited and article.date and article.stage and article.source:
                return number, article

    def _set(self, number: int, after: Article | None) -> Change:
        before = self._article(number)
        assert before, "an article that is gone is not edited"
        self._edited[number] = after
        return Change(before, after)


Edit = Callable[[Edition], tuple[list[Change], Sign]]
EDITS: dict[str, Edit] = {
    "text": Edition.text,
    "stage": Edition.stage,
    "deleted": Edition.deleted,
    "name": Edition.name,
}

"""Which id each article keeps: it stands in addresses and feeds, so nothing but a new article gets a new one."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import cache

from kliping.archive.article_folder import ArticleFolder
from kliping.archive.page_table import PageTable, Row
from kliping.archive.sheet import ArticleFile
from kliping.article import frontmatter
from kliping.article.fields import Article, new_id
from kliping.duplicates import clusters, similarity
from kliping.duplicates.clusters import Cluster
from kliping.duplicates.lsh import Neighbours
from kliping.text import markdown

_PAGE, _WORDS, _PATH, _LIKENESS, _DOUBT, _NEW = range(6)  # what an id rests on, surest first; see `_known`


class Ids:
    """Ids by what was known before this run: by words first, so that a renamed or moved page keeps its own."""

    def __init__(
        self,
        before: Mapping[str, Row | None],
        roll: PageTable,
        shelf: ArticleFolder,
        files: Iterable[str],
        kept: Callable[[str], bool],
    ) -> None:
        """`before` is what was known of pages that changed. `files` are the articles that may have lost their page.

        `kept` tells of an id whether an article that stays as it is has it.
        """
        self._before, self._shelf, self._kept = before, shelf, kept
        self._now = cache(lambda name: roll.get(name) or {})
        self._marks = cache(lambda name: next(roll.marked([self._now(name)["number"]]))[1])
        found = filter(None, map(shelf.get, sorted(files)))
        self._left = {str(f.id): f for f in found if f.id and f.words and not kept(f.id) and not self._stands(f)}
        self._by_words: dict[str, str] = {}  # words -> id of an article whose page is gone or holds other words now
        for name, row in before.items():
            if row and "id" in row and "text" in row and self._now(name).get("text") != row["text"]:
                self._by_words.setdefault(row["text"], row["id"])
        for left, one in self._left.items():
            self._by_words.setdefault(one.words, left)

    def give(self, groups: Sequence[Cluster]) -> dict[str, str | None]:
        """Chosen page -> id; None for an article that is new."""
        claims = {group.chosen: self._known(group) for group in groups}
        self._find_revised(claims)
        given: dict[str, str | None] = {}
        taken: set[str] = set()
        for chosen in sorted(claims, key=lambda chosen: claims[chosen][0]):
            known = claims[chosen][1]
            given[chosen] = known if known and known not in taken and not self._kept(known) else None
            taken.add(known)
        return given

    def new(self, group: Cluster, article: Article, taken: Collection[str]) -> str:
        """An id that nobody has."""
        outlet = article.outlet.value or ""
        for more in ("", group.text, group.chosen):
            found = new_id(article.title.value, article.body, f"{outlet}{more}")
            others = found in taken or self._kept(found)
            if not others and not self._shelf.belongs_to_others(found, group.saved):
                return found
        raise AssertionError(f"{group.chosen}: no id left")

    def _stands(self, found: ArticleFile) -> bool:
        """Whether one of the pages of an article still holds its words."""
        return any(self._now(name).get("text") == found.words for name in found.saved)

    def _was(self, name: str) -> Row:
        """What was known of a page before this run."""
        return (self._before[name] or {}) if name in self._before else self._now(name)

    def _known(self, group: Cluster) -> tuple[int, str]:
        """What an id rests on, and the id: page and words, words alone, path alone, or nothing."""
        words = [self._now(name)["text"] for name in group.saved]
        by_path = [(name, self._of_path(name)) for name in group.saved]
        for name, known in by_path:
            found = self._shelf.by_id(known)
            same_words = self._was(name).get("text") == self._now(name)["text"]
            if known and (same_words or (found and found.words in words)):
                return _PAGE, known
        known = next((self._by_words[text] for text in words if text in self._by_words), "")
        if known:
            return _WORDS, known
        known = next((known for _, known in by_path if known), "")
        return (_PATH, known) if known else (_NEW, "")

    def _of_path(self, name: str) -> str:
        found = self._shelf.of_page(name)
        return (found and found.id) or self._now(name).get("id") or self._was(name).get("id") or ""

    def _find_revised(self, claims: dict[str, tuple[int, str]]) -> None:
        """Give pages that are new by path and words the id of an article they are a revised save of.

        Where the path of that article holds another page now, the likeness decides between the two.
        """
        held = {known for basis, known in claims.values() if basis <= _WORDS}
        left = {known: found for known, found in self._left.items() if known not in held}
        lost = [chosen for chosen, (basis, _) in claims.items() if basis == _NEW] if left else []
        if not lost:
            return
        rows = {known: self._row_of(found) for known, found in left.items()}
        near = self._nearest(lost, rows)
        claims |= {chosen: (_LIKENESS, known) for chosen, known in near.items()}
        for chosen, (basis, known) in claims.items():
            if basis == _PATH and known in near.values() and not _same(self._marks(chosen), rows[known]):
                claims[chosen] = (_DOUBT, known)

    def _nearest(self, lost: Sequence[str], rows: Mapping[str, Row]) -> dict[str, str]:
        """Lost page -> id of the article that is most like it, of those that are the same article."""
        pages = {f"page {name}": self._marks(name) for name in lost}
        keys = clusters.shared_keys({**pages, **{f"left {known}": row for known, row in rows.items()}})
        neighbours: Neighbours[str] = Neighbours()
        for known in rows:
            neighbours.add(known, keys.get(f"left {known}", ()))
        found: dict[str, str] = {}
        for name in lost:
            row = self._marks(name)
            met = [known for known in neighbours.of(keys.get(f"page {name}", ())) if _same(row, rows[known])]
            if met:
                found[name] = max(met, key=lambda known: similarity.alike(row, rows[known]).jaccard)
        return found

    def _row_of(self, found: ArticleFile) -> Row:
        values, body = frontmatter.read(found.read(self._shelf.folder).encode())
        outlet, title, url = (_text(values.get(key)) for key in ("outlet", "title", "url"))
        day = values.get("date")
        day = day if isinstance(day, datetime.date) else None
        return similarity.marks_of(outlet, title, url, day, markdown.unescape(body).split("\n\n"))


def _same(one: Row, other: Row) -> bool:
    outlets = {one["outlet_name"], other["outlet_name"]} - {None}
    return len(outlets) < 2 and similarity.is_same(one, other, similarity.alike(one, other))


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None

"""Which id each article keeps: it stands in addresses and feeds, so nothing but a new article gets a new one."""

import datetime
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from kliping.archive.article_table import ArticleFile
from kliping.archive.page_table import Row
from kliping.article import frontmatter
from kliping.article.fields import Article, new_id
from kliping.duplicates import similarity
from kliping.duplicates.clusters import Cluster, shared_keys
from kliping.duplicates.lsh import Neighbours
from kliping.text import markdown

# What an id rests on, surest first: a page that still holds its words, the words on another page, the page's path,
# likeness, the path of a page that now holds another story; nothing.
_PAGE, _WORDS, _PATH, _LIKENESS, _DOUBT, _NEW = range(6)


class Claim(NamedTuple):
    """The id that a cluster may keep, and what that rests on."""

    basis: int
    id: str


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of pages and files; the functions look up tables."""

    rows: Mapping[str, Row]  # what is compared of the pages concerned, by name
    before: Mapping[str, Row | None]  # rows of pages that changed or went, as they were
    page: Callable[[str], Row]  # the row of any page; an empty one where there is none
    file: Callable[[str], ArticleFile | None]  # the file of an id
    marks: Callable[[ArticleFile], Row]  # what is compared of a file
    is_kept: Callable[[str], bool]  # whether an article outside these pages has an id


class ArticleIds:
    """Ids by what was known before this run: by words first, so that a renamed or moved page keeps its own."""

    def __init__(self, known: Known, files: Iterable[ArticleFile]) -> None:
        """`files` are the articles that may have lost their page, in order of path."""
        self._known = known
        with_id = [file for file in files if file.id]
        self._of_page = {name: str(file.id) for file in with_id for name in file.saved}
        self._lost = {str(f.id): f for f in with_id if f.words and not known.is_kept(str(f.id)) and not self._stands(f)}
        self._by_words: dict[str, str] = {}  # words -> id of an article whose page is gone or holds other words now
        for name, row in known.before.items():
            if row and "id" in row and "text" in row and self._text(name) != row["text"]:
                self._by_words.setdefault(row["text"], row["id"])
        for article_id, file in self._lost.items():
            self._by_words.setdefault(file.words, article_id)

    def give(self, clusters: Sequence[Cluster]) -> dict[str, str | None]:
        """Chosen page -> id; None for an article that is new."""
        claims = {cluster.chosen: self._claim(cluster) for cluster in clusters}
        self._find_revised(claims)
        given: dict[str, str | None] = {}
        taken: set[str] = set()
        for chosen, (_, article_id) in sorted(claims.items(), key=lambda claim: claim[1].basis):
            is_free = article_id and article_id not in taken and not self._known.is_kept(article_id)
            given[chosen] = article_id if is_free else None
            taken.add(article_id)
        return given

    def new(self, cluster: Cluster, article: Article, taken: Collection[str]) -> str:
        """An id that no article has: none of these, none that is kept, none whose file belongs to other pages."""
        outlet = article.outlet.value or ""
        for more in ("", cluster.text, cluster.chosen):
            article_id = new_id(article.title.value, article.body, f"{outlet}{more}")
            file = self._known.file(article_id)
            belongs_to_others = file is not None and set(file.saved).isdisjoint(cluster.saved)
            if not belongs_to_others and article_id not in taken and not self._known.is_kept(article_id):
                return article_id
        raise AssertionError(f"{cluster.chosen}: no id left")

    def _text(self, name: str) -> str | None:
        """The hash over the words that a page holds now."""
        return self._known.page(name).get("text")

    def _stands(self, file: ArticleFile) -> bool:
        """Whether one of the pages of an article still holds its words."""
        return any(self._text(name) == file.words for name in file.saved)

    def _row_before(self, name: str) -> Row:
        before = self._known.before
        return (before[name] or {}) if name in before else self._known.page(name)

    def _claim(self, cluster: Cluster) -> Claim:
        """The id that a cluster has by page and words, by words alone, or by path alone."""
        words = [self._text(name) for name in cluster.saved]
        by_path = [(name, self._id_of_page(name)) for name in cluster.saved]
        for name, article_id in by_path:
            if article_id:
                file = self._known.file(article_id)
                same_words = self._row_before(name).get("text") == self._text(name)
                if same_words or (file and file.words in words):
                    return Claim(_PAGE, article_id)
        by_words = next((self._by_words[text] for text in words if text in self._by_words), "")
        if by_words:
            return Claim(_WORDS, by_words)
        article_id = next((article_id for _, article_id in by_path if article_id), "")
        return Claim(_PATH, article_id) if article_id else Claim(_NEW, "")

    def _id_of_page(self, name: str) -> str:
        return self._of_page.get(name) or self._known.page(name).get("id") or self._row_before(name).get("id") or ""

    def _find_revised(self, claims: dict[str, Claim]) -> None:
        """Give pages that are new by path and words the id of an article they are a revised save of.

        Where the path of that article holds another page now, the likeness decides between the two.
        """
        held = {claim.id for claim in claims.values() if claim.basis <= _WORDS}
        lost = {article_id: file for article_id, file in self._lost.items() if article_id not in held}
        new = [chosen for chosen, claim in claims.items() if claim.basis == _NEW] if lost else []
        if not new:
            return
        rows = {article_id: self._known.marks(file) for article_id, file in lost.items()}
        nearest = self._nearest(new, rows)
        claims |= {chosen: Claim(_LIKENESS, article_id) for chosen, article_id in nearest.items()}
        for chosen, (basis, article_id) in claims.items():
            if basis == _PATH and article_id in nearest.values() and not self._is_same(chosen, rows[article_id]):
                claims[chosen] = Claim(_DOUBT, article_id)

    def _nearest(self, new: Sequence[str], rows: Mapping[str, Row]) -> dict[str, str]:
        """New page -> id of the article (id -> row) that is most like it, of those that are the same article."""
        pages = {f"page {name}": self._known.rows[name] for name in new}
        keys = shared_keys({**pages, **{f"lost {article_id}": row for article_id, row in rows.items()}})
        neighbours: Neighbours[str] = Neighbours()
        for article_id in rows:
            neighbours.add(article_id, keys.get(f"lost {article_id}", ()))
        nearest: dict[str, str] = {}
        for name in new:
            candidates = neighbours.of(keys.get(f"page {name}", ()))
            same = [article_id for article_id in candidates if self._is_same(name, rows[article_id])]
            if same:
                row = self._known.rows[name]
                nearest[name] = max(same, key=lambda article_id: similarity.alike(row, rows[article_id]).jaccard)
        return nearest

    def _is_same(self, name: str, other: Row) -> bool:
        row = self._known.rows[name]
        outlets = {row["outlet_name"], other["outlet_name"]} - {None}
        return len(outlets) < 2 and similarity.is_same(row, other, similarity.alike(row, other))


def marks_of_text(text: str) -> Row:
    """What is compared of an article, from the text of its Markdown file."""
    values, body = frontmatter.read(text.encode())
    outlet, title, url = (
        value if isinstance(value := values.get(k), str) else None for k in ("outlet", "title", "url")
    )
    day = values.get("date")
    day = day if isinstance(day, datetime.date) else None
    return similarity.marks_of(outlet, title, url, day, markdown.unescape(body).split("\n\n"))

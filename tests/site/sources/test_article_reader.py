"""The row of one article: what stands in for a missing headline, and the hashes by which lists are known to be current."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from kliping.article.fields import FIELDS, Article, Fact
from kliping.article.frontmatter import to_markdown
from kliping.site.sources.article_reader import read_row
from tests.article.test_fields import IDS, VALUES

ARTICLE = Article(
    "a", title=Fact("Gudang", "layout"), summary="Gudang dibuka.", saved=("a.txt",), body=("Isi berita.",)
)
OTHERS: dict[str, Any] = {
    "summary": "Gudang ditutup.", "lang": "jv", "saved": ("b.txt",), "removed": {"advert": 1}, "also": ("b",), "note": "Catatan.",
}  # fmt: skip
OTHERS |= {
    field.name: Fact(
        tuple(value) if isinstance(value := VALUES[field.kind], list) else IDS.get(field.name, value), "byline"
    )
    for field in FIELDS
    if field.is_fact
}


def _row(article: Article) -> Any:
    return read_row("a.md", to_markdown(article).encode())


@pytest.mark.parametrize("name", OTHERS)
def test_every_fact_is_in_the_hash_that_lists_are_keyed_by(name: str) -> None:
    assert _row(replace(ARTICLE, **{name: OTHERS[name]})).facts != _row(ARTICLE).facts


def test_origins_and_review_notes_are_in_the_hash_of_the_facts_too() -> None:
    other_origin = replace(ARTICLE, title=Fact("Gudang", "curator"))
    doubted = replace(ARTICLE, doubts=("title: salah",))
    assert len({_row(article).facts for article in (ARTICLE, other_origin, doubted)}) == 3


def test_the_text_alone_and_the_hand_that_changed_it_are_not_in_the_hash_of_the_facts() -> None:
    before = to_markdown(ARTICLE)
    row, mended = read_row("a.md", before.encode()), read_row("a.md", before.replace("Isi", "Teks").encode())
    assert (row.edited, mended.edited) == (False, True)
    assert row.facts == mended.facts
    assert (row.text, row.hash) != (mended.text, mended.hash)


def test_an_untitled_article_of_one_word_without_end_has_a_title_that_ends() -> None:
    row = read_row("a.md", f"---\nid: a\nsummary: Gudang.\n---\n\n{'ab' * 80_000}\n".encode())
    assert (row.untitled, len(row.title), row.title[-2:]) == (True, 122, " …")

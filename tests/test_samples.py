"""The sample pages: enough of them, of many kinds, and nothing in them that docs/samples.md cannot trace."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from kliping.article import frontmatter
from tests.conftest import PROJECT, ROOT

SAVED = PROJECT / "content/saved"
PAGES = sorted(p for p in SAVED.rglob("*") if p.suffix in (".txt", ".html"))
FOLDERS = ("pilgub-dki-2024", "pemilu-2024")
LEDGER = (ROOT / "docs/samples.md").read_text(encoding="utf-8")


def _article(path: Path) -> tuple[dict, str]:
    return frontmatter.read(path.read_bytes())


ARTICLES = {
    values["saved"]: (values, body) for values, body in map(_article, (PROJECT / "content/articles").rglob("*.md"))
}
RETOLD = {name: found for name, found in ARTICLES.items() if name.startswith(FOLDERS)}


def _sentences(body: str) -> list[str]:
    return [one for one in re.split(r"(?<=[.?!])\s+", body.replace("\\", "")) if len(one.split()) > 3]


def test_each_page_became_an_article_that_stands_where_it_belongs() -> None:
    assert sorted(ARTICLES) == [path.relative_to(SAVED).as_posix() for path in PAGES]
    assert len(PAGES) >= 30
    for name, (values, _) in RETOLD.items():
        assert values["election"] == name.split("/")[0], name
        assert values["stage"], name


def test_they_are_of_many_outlets_and_stages_and_of_both_formats() -> None:
    assert Counter(path.suffix for path in PAGES).keys() == {".txt", ".html"}
    assert len({values["outlet"] for values, _ in ARTICLES.values()}) >= 8
    assert len({values["stage"] for values, _ in ARTICLES.values()}) >= 10


@pytest.mark.parametrize("name", sorted(RETOLD))
def test_a_retold_page_is_long_enough_says_so_and_names_nobody_as_its_author(name: str) -> None:
    values, body = RETOLD[name]
    assert len(body.split()) >= 100
    assert "kata-kata" in values["note"]
    assert (values["reporter"], values["editor"], values["views"]) == (None, None, None)


def test_no_two_pages_share_a_sentence() -> None:
    found = Counter(one for _, body in ARTICLES.values() for one in set(_sentences(body)))
    assert [one for one, count in found.items() if count > 1] == []


@pytest.mark.parametrize("name", sorted(ARTICLES))
def test_the_ledger_names_each_page(name: str) -> None:
    assert f"`{name.rpartition('/')[2]}`" in LEDGER or f"## {name.rpartition('/')[2]}" in LEDGER


@pytest.mark.parametrize("name", sorted(RETOLD))
def test_every_great_figure_of_a_retold_page_stands_in_the_ledger_or_in_a_calendar(name: str) -> None:
    traced = LEDGER + "".join(p.read_text(encoding="utf-8") for p in (PROJECT / "content/elections").glob("*.yaml"))
    figures = set(re.findall(r"\d{1,3}(?:\.\d{3})+|\d+,\d+|\d{5,}", RETOLD[name][1]))
    assert [figure for figure in sorted(figures) if figure not in traced] == []

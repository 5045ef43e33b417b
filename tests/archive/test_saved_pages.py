"""Each page is read once and each article written once, and articles laid aside come back as they were."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from kliping.archive import cleaned_articles, cleaner
from kliping.archive.run import Archive
from kliping.article import frontmatter
from kliping.article.fields import Article, Fact
from kliping.commands.explain import explanation
from tests.conftest import Project, story

ARTICLE = Article(
    id="a",
    title=Fact("Kotak Suara Tiba", "layout"),
    date=Fact(datetime.date(2024, 11, 5), "weekday", "printed Senin 5 November 2024 was a Selasa"),
    reporter=Fact(("Danu Prakosa",), "byline"),
    removed={"related": 2},
    body=("Dua ratus kotak suara tiba.", "Petugas menghitungnya."),
)


@pytest.mark.parametrize("room", [5, 1_000_000], ids=["in a file", "in memory"])
def test_an_article_comes_back_as_it_was_laid_aside(monkeypatch, room):
    monkeypatch.setattr(cleaned_articles, "_IN_MEMORY", room)
    laid = cleaned_articles.CleanedArticles()
    for i in range(50):
        laid[f"{i}.txt"] = replace(ARTICLE, id=str(i))
    assert [laid[f"{i}.txt"] for i in range(50)] == [replace(ARTICLE, id=str(i)) for i in range(50)]
    laid["7.txt"] = replace(ARTICLE, id="anew")
    assert laid["7.txt"].id == "anew"
    assert "8.txt" in laid
    assert "51.txt" not in laid


def counted(monkeypatch: pytest.MonkeyPatch, folder: Path, module: object, name: str) -> Callable[[], int]:
    """How often a function is called from now on, in this process and in those it forks."""
    function, calls = getattr(module, name), folder / name

    def noted(*words: object) -> object:
        with open(calls, "a") as file:
            file.write(".")
        return function(*words)

    monkeypatch.setattr(module, name, noted)
    return lambda: calls.stat().st_size if calls.exists() else 0


def test_a_page_is_read_once_and_its_article_made_markdown_once(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(3):
        project.page(f"{number}.txt", story(f"Gudang Nomor {number} Dibuka", number))
    read = counted(monkeypatch, tmp_path, cleaner, "read_bytes")
    made = counted(monkeypatch, tmp_path, frontmatter, "to_markdown")
    assert project.clean().written == 3
    assert (read(), made()) == (3, 3)


def test_a_page_that_is_explained_is_read_once(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project.page("a.txt", story())
    read = counted(monkeypatch, tmp_path, cleaner, "read_bytes")
    with Archive(project.folders(), dry_run=True) as archive:
        archive.folder.look()
        assert explanation(archive, "a.txt")[0].article
    assert read() == 1

"""Articles laid aside come back as they were, however many there are."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from kliping.archive import saved_pages
from kliping.article.fields import Article, Fact

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
    monkeypatch.setattr(saved_pages, "_IN_MEMORY", room)
    laid = saved_pages.CleanedArticles()
    for i in range(50):
        laid[f"{i}.txt"] = replace(ARTICLE, id=str(i))
    assert [laid[f"{i}.txt"] for i in range(50)] == [replace(ARTICLE, id=str(i)) for i in range(50)]
    laid["7.txt"] = replace(ARTICLE, id="anew")
    assert laid["7.txt"].id == "anew"
    assert "8.txt" in laid
    assert "51.txt" not in laid

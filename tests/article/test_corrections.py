"""What the curator says overrides the article, and settles the doubts about what he says."""

from __future__ import annotations

from kliping.article.corrections import Corrections
from kliping.article.fields import Article, Fact

ARTICLE = Article(
    "a",
    title=Fact("Gudang", "layout", "1 character was lost"),
    doubts=("body: page 1 of 3 only", "body: text is cut: ends in dots", "reporter: 6 names are printed"),
    body=("Isi yang terpotong ...",),
)


def test_a_told_body_leaves_no_doubt_about_the_body_and_every_other() -> None:
    told = Corrections(texts={"body": ("Isi yang lengkap.",)}).override(ARTICLE)
    assert told.body == ("Isi yang lengkap.",)
    assert told.review == ("title: 1 character was lost", "reporter: 6 names are printed")


def test_a_told_note_leaves_all_doubts() -> None:
    assert Corrections(texts={"note": "Catatan."}).override(ARTICLE).review == ARTICLE.review


def test_told_review_notes_take_the_place_of_all() -> None:
    assert Corrections(texts={"review": ()}).override(ARTICLE).review == ()

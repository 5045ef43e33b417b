"""Elections that no article is about are named with the reason, in one line."""

from __future__ import annotations

from tests.conftest import Project, story

JABAR = "id: pilgub-jabar-2024\nname: Pilgub Jabar 2024\nparent: pilkada-2024\nregion: Jawa Barat\n"
OLD = """
id: pemilu-2009
name: Pemilu 2009
year: 2009
names: [Pemilu]
stages:
  - id: kampanye
    windows: [{start: 2009-03-01, end: 2009-04-05, basis: media}]
"""
SEASON = OLD.replace("2009", "2024").replace("Pemilu]", "Pemilu Raya]")


def unreached(project: Project, **elections: str) -> list[str]:
    for name, text in elections.items():
        (project.root / f"content/elections/{name}.yaml").write_text(text, encoding="utf-8")
    return [notice for notice in project.clean().notices if "no article is about" in notice]


def test_an_election_without_articles_is_named_with_the_reason_and_its_parent_is_not(project: Project) -> None:
    project.page("a.txt", story())
    assert unreached(project) == []  # an article is about Pilgub DKI, a part of the Pilkada
    assert unreached(project, a=JABAR, b=OLD, c=SEASON) == [
        "no article is about pilgub-jabar-2024 (articles about pilkada-2024 and its parts name none of its `places`); "
        "pemilu-2024 (no article of its time names one of its `names`); pemilu-2009 (no article is of those years)"
    ]
    assert len(unreached(project)) == 1, "a run that does nothing says it too"


def test_with_an_article_it_is_named_no_more(project: Project) -> None:
    project.page("a.txt", story())
    assert len(unreached(project, a=JABAR)) == 1
    project.page("b.txt", story("KPU Garut Sortir Surat Suara Pilgub Jabar 2024", 2).replace("Jakarta", "Jabar"))
    assert unreached(project) == []


def test_an_article_written_by_hand_counts(project: Project) -> None:
    project.page("a.txt", story())
    project.clean()
    by_hand = '---\nid: "tangan"\ntitle: "Tangan"\ndate: 2024-11-01\nelection: "pilgub-jabar-2024"\n---\n\nIsi.\n'
    (project.articles / "2024/tangan.md").write_text(by_hand, encoding="utf-8")
    assert unreached(project, a=JABAR) == []


def test_nothing_is_said_where_there_are_no_articles_at_all(project: Project) -> None:
    assert unreached(project, a=JABAR) == []

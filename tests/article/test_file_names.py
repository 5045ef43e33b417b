"""Ids of articles that give none, and which of several files of one id is the article."""

from __future__ import annotations

import pytest

from kliping.article.fields import ID
from kliping.article.file_names import id_of, is_copy, original


@pytest.mark.parametrize("name", ["rapat", "rapat-2", "2024"])
def test_a_name_that_is_an_id_is_the_id(name: str) -> None:
    assert id_of({"title": "Lain"}, f"2024/{name}.md") == name


@pytest.mark.parametrize("name", ["Rapat Kedua", "RAPAT", "con", "LPT1", "rapat_kedua", "会議", "😀", "r" * 200])
def test_any_other_name_becomes_an_id_of_its_own_always_the_same(name: str) -> None:
    found = id_of({}, f"2024/{name}.md")
    assert found
    assert ID.fullmatch(found)
    assert found != name
    assert found == id_of({"title": "Judul yang diganti"}, f"2025/{name}.md")
    assert found != id_of({}, f"2024/{name}x.md")


def test_a_given_id_counts_whatever_the_name_and_one_that_is_none_is_none() -> None:
    assert id_of({"id": "rapat"}, "Lain (1).md") == "rapat"
    assert id_of({"ID": "rapat"}, "Lain (1).md") == "rapat"
    assert id_of({"id": "Rapat"}, "rapat.md") is None
    assert id_of({"id": 5}, "rapat.md") is None


@pytest.mark.parametrize(
    "copy",
    [
        "Rapat Kedua (1)",
        "Rapat Kedua (salinan konflik LAPTOP 2024-11-20)",
        "Rapat Kedua (Sari's conflicted copy 2024-11-20)",
        "Rapat Kedua - Copy",
        "Rapat Kedua - Salinan (2)",
        "Rapat Kedua.sync-conflict-20241120-193000-ABC",
    ],
)
def test_a_copy_has_the_id_of_its_original_by_its_name_alone(copy: str) -> None:
    paths = [f"{copy}.md", "Rapat Kedua.md"]
    assert id_of({}, paths[0]) == id_of({}, paths[1])
    assert original(id_of({}, paths[1]) or "", paths) == paths[1]
    assert is_copy(paths[0], paths[1])


def test_the_original_is_the_file_named_like_the_id_else_that_of_the_plainest_name() -> None:
    assert original("rapat-904abc", ["a.md", "rapat-904abc-LAPTOP-01.md", "rapat-904abc.md"]) == "rapat-904abc.md"
    assert original("rapat-904abc", ["catatan (1).md", "catatan.md"]) == "catatan.md"
    assert is_copy("2024/rapat-904abc-LAPTOP-01.md", "2024/rapat-904abc.md")
    assert is_copy("Copy of rapat.md", "rapat.md")
    assert is_copy("Salinan rapat.md", "rapat.md")
    assert not is_copy("rapat-kedua.md", "rapat.md")
    assert not is_copy("lain.md", "a.md")
    assert not is_copy("a.md", "rapat-904abc.md")
    assert not is_copy("2025/rapat-904abc.md", "2024/rapat-904abc.md")

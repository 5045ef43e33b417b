"""Which sidecar speaks of which page, by their names alone."""

from __future__ import annotations

import pytest

from kliping.archive.beside import Beside


@pytest.mark.parametrize(
    "name", ["a.yaml", "a.yml", "a.html.yaml", "a.html.yml", "A.YAML", "a.Yaml", "a.yaml.txt", "a.html.yaml.txt"]
)
def test_a_sidecar_is_named_like_its_page_with_or_without_its_suffix_in_any_case(name: str) -> None:
    beside = Beside(["a.html", "b.html"], [name])
    assert list(beside.of("a.html")) == [name]
    assert list(beside.of("b.html")) == []
    assert beside.pages([name]) == {"a.html"}
    assert beside.lonely() == []
    assert beside.sidecar("a.html") == name


def test_the_files_of_a_page_come_nearest_last() -> None:
    names = ["_folder.yaml", "koran/_Folder.yml", "koran/a.html.yaml", "koran/a.yaml", "lain/_folder.yaml"]
    beside = Beside(["koran/a.html", "lain/b.html"], names)
    assert list(beside.of("koran/a.html")) == ["_folder.yaml", "koran/_Folder.yml", "koran/a.yaml", "koran/a.html.yaml"]
    assert beside.pages(["_folder.yaml"]) == {"koran/a.html", "lain/b.html"}
    assert beside.pages(["koran/_Folder.yml"]) == {"koran/a.html"}


def test_a_name_that_two_pages_share_speaks_of_both_and_the_whole_name_of_one() -> None:
    beside = Beside(["a.html", "a.txt"], ["a.html.yaml", "a.yaml"])
    assert beside.speaks == {"a.html.yaml": ["a.html"], "a.yaml": ["a.html", "a.txt"]}
    assert beside.sidecar("a.html") == "a.html.yaml"
    assert beside.sidecar("a.txt") == "a.txt.yaml"
    assert beside.near(["a.htm"]) == {"a.yaml"}


def test_of_names_that_differ_in_case_alone_the_same_one_is_meant() -> None:
    beside = Beside(["A.html", "a.html"], ["a.yaml"])
    assert beside.speaks == {"a.yaml": ["a.html"]}


def test_what_stands_beside_no_page_is_lonely_and_what_is_gone_is_remembered_by_its_name() -> None:
    beside = Beside(["a.html"], ["b.yaml"])
    assert beside.lonely() == ["b.yaml"]
    assert beside.pages(["a.yaml"]) == {"a.html"}
    assert beside.sidecar("a.html") == "a.yaml"

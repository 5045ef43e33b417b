"""Which id an article keeps when its page is revised, moved or replaced."""

from __future__ import annotations

import pytest

from tests.saves import CORRECTION, TEXT, filled, page


def test_a_changed_word_gives_no_new_id_whether_the_page_stays_or_moves(project):
    project.page("a.txt", page())
    project.page("b.txt", page(*filled("Melati", 25), headline="KPU Melati Lantik Panitia"))
    project.clean()
    first = project.article("a.txt")[0]["id"]
    project.page("a.txt", page().replace("kelelahan", "sakit"))
    project.clean()
    assert project.article("a.txt")[0]["id"] == first
    (project.saved / "a.txt").unlink()
    project.page("arsip/baru.txt", page(*TEXT, CORRECTION, headline="Judul Baru di Gudang Melati"))
    project.clean()
    assert project.article("arsip/baru.txt")[0]["id"] == first
    assert len(project.files()) == 2


@pytest.mark.parametrize("fresh", [False, True], ids=["index kept", "index lost"])
def test_where_a_path_holds_another_story_now_the_id_goes_with_the_story(project, fresh):
    project.page("a.txt", page())
    project.clean()
    first = project.article("a.txt")[0]["id"]
    project.page("a.txt", page(*filled("Melati", 25), headline="KPU Melati Lantik Panitia"))
    project.page("b.txt", page(*TEXT, CORRECTION))
    project.clean(fresh=fresh)
    assert project.article("b.txt")[0]["id"] == first
    assert project.article("a.txt")[0]["id"] != first


def test_a_new_page_that_only_resembles_a_lost_one_gets_an_id_of_its_own(project):
    project.page("a.txt", page(*filled("Melati", 25), headline="KPU Melati Lantik Panitia"))
    project.clean()
    first = project.article("a.txt")[0]["id"]
    (project.saved / "a.txt").unlink()
    project.page("b.txt", page(*filled("Kenanga", 30), headline="KPU Kenanga Lantik Panitia"))
    project.clean()
    assert project.article("b.txt")[0]["id"] != first

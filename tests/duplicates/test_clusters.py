"""Groups of pages: which save is kept, copies by other outlets, withdrawals, and that every page is counted."""

from __future__ import annotations

import os
import random
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kliping.archive import rules
from kliping.duplicates import clusters, minhash, similarity
from tests.conftest import ROOT, Project
from tests.saves import CORRECTION, HEADLINE, LEAD, OTHER, TEXT, are_one, filled, page, row, saved

# Which save is kept


def test_the_save_the_curator_told_of_is_kept_before_a_fuller_one(project):
    project.page("b.yaml", "note: Dipindai dari koran.\n")
    assert are_one(project, page(*TEXT, CORRECTION), page().replace("Penulis: Sari Teladan", ""))
    values, body, _ = project.article("a.txt")
    assert (values["note"], values["reporter"]) == ("Dipindai dari koran.", None)
    assert CORRECTION not in body
    assert saved(project, "a.txt") == ["b.txt", "a.txt"]


def test_the_save_of_which_more_is_known_is_kept_before_a_fuller_one(project):
    assert are_one(project, page(*TEXT, CORRECTION).replace("Penulis: Sari Teladan", ""), page())
    assert project.article("a.txt")[0]["reporter"] == "Sari Teladan"


def test_the_fullest_of_equally_known_saves_is_kept(project):
    assert are_one(project, page(*TEXT[:6]), page(*TEXT, CORRECTION), page())
    assert CORRECTION in project.article("a.txt")[1]


def edited(body: list[str], choice: random.Random) -> list[str]:
    """A body with a few paragraphs dropped, added or changed."""
    found = list(body)
    for _ in range(choice.randrange(8)):
        at = choice.randrange(len(found) + 1)
        found[at : at + choice.randrange(2)] = choice.sample(OTHER, choice.randrange(2))
    return found or body


@settings(max_examples=60, deadline=None)
@given(st.randoms(use_true_random=False))
def test_groups_are_the_same_in_whatever_order_pages_come(choice):
    outlets = ["contohsatu.id", "contohdua.id", None]
    titles = [HEADLINE, "Kabar Lain dari Gudang Melati", None]
    rows = {}
    for k in range(14):
        body = edited([LEAD, *TEXT] if k % 2 else filled("Melati", 20 + k % 3), choice)
        corrected = choice.randrange(2)
        rows[f"{k}.txt"] = row(
            body, choice.choice(outlets), choice.choice(titles), corrected=corrected, given=choice.randrange(4)
        )
    names = list(rows)
    choice.shuffle(names)
    groups = clusters.clustered(rows)
    assert clusters.clustered({name: rows[name] for name in names}) == groups
    assert sorted(name for group in groups for name in group.saved) == sorted(rows)
    for group in groups:
        assert len({rows[name]["outlet_name"] for name in group.saved} - {None}) < 2
        for other in groups:
            assert (other.chosen in group.also) == (group.chosen in other.also)


RUN = """
import sys
from pathlib import Path
from kliping.archive.run import Archive, Folders

content = Path("content")
Archive(Folders(content / "saved", content / sys.argv[1], content / "outlets", content / "elections")).run()
"""


def test_groups_do_not_hang_on_the_hash_seed(project):
    choice = random.Random(7)  # noqa: S311 - for edits, not for secrets
    for k in range(12):
        project.page(
            f"{k}.txt", page(*edited(TEXT, choice), outlet=f"CONTOH{k % 3}.ID", headline=f"{HEADLINE} {k % 4}")
        )
    found = []
    for seed in ("1", "2"):
        env = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
        subprocess.run([sys.executable, "-c", RUN, f"articles{seed}"], cwd=project.root, env=env, check=True)
        files = (project.root / f"content/articles{seed}").rglob("*.md")
        found.append({path.name: path.read_bytes() for path in files})
    assert found[0] == found[1]
    assert 1 < len(found[0]) < 12


# Several outlets


REPRINT = [OTHER[1], *TEXT[:4], *TEXT[5:]]


def test_a_reprint_with_another_dateline_headline_and_opening_stays_and_is_named(project):
    reprint = page(*REPRINT, outlet="LAINBERITA.COM", headline="Surat Suara Pilgub Dilipat", lead=OTHER[2])
    assert not are_one(project, page(), reprint, page(*TEXT[:8], outlet="KETIGABERITA.ID"))
    ids = {name: project.article(f"{name}.txt")[0] for name in "abc"}
    for name, values in ids.items():
        assert values["also"] == sorted(other["id"] for key, other in ids.items() if key != name)
        assert values["saved"] == f"{name}.txt"


@pytest.mark.parametrize(
    "reprint",
    [[LEAD, *TEXT[:4]], [LEAD, *(text.replace(" yang ", " yg ").replace(" dan ", " serta ") for text in TEXT)]],
    ids=["less than half of it", "small words changed throughout"],
)
def test_a_reprint_that_is_shortened_or_reworded_lightly_is_a_copy(reprint):
    groups = clusters.clustered(
        {"a": row([LEAD, *TEXT]), "b": row(reprint, "lainberita.com", "Surat Suara Pilgub Dilipat")}
    )
    assert [group.also for group in groups] == [("b",), ("a",)]


def test_two_offices_that_fill_one_template_are_no_copies_of_each_other(project):
    first = page(*filled("Melati", 25), headline="KPU Melati Lantik Panitia", outlet="MELATI.CONTOH.ID")
    second = page(*filled("Kenanga", 30), headline="KPU Kenanga Lantik Panitia", outlet="KENANGA.CONTOH.ID")
    assert not are_one(project, first, second)
    assert project.article("a.txt")[0]["also"] == []


def test_a_near_copy_that_tells_no_outlet_belongs_to_the_one_that_is_told(project):
    assert are_one(project, page(*TEXT, CORRECTION, outlet=""), page())
    assert project.article("a.txt")[0]["outlet"] == "contohberita.id"


def test_a_near_copy_that_tells_no_outlet_may_be_the_best_known_save(project):
    project.page("a.yaml", "note: Dipindai dari koran.\n")
    assert are_one(project, page(*TEXT, CORRECTION, outlet=""), page())
    assert saved(project, "b.txt") == ["a.txt", "b.txt"]


def test_a_near_copy_that_tells_no_outlet_belongs_to_nobody_where_two_are_told(project):
    assert not are_one(project, page(*TEXT, CORRECTION, outlet=""), page(), page(outlet="LAINBERITA.COM"))
    assert len(project.article("a.txt")[0]["also"]) == 2


def test_a_page_beside_five_hundred_copies_still_finds_the_other_save_of_its_outlet():
    rows = {f"{k:03}.txt": row([*TEXT, f"Sumber naskah {k}."], f"contoh{k}.id", None) for k in range(500)}
    rows["lagi.txt"] = row([*TEXT[1:], "Sumber naskah 321."], "contoh321.id", None)
    groups = clusters.clustered(rows)
    assert len(groups) == 500
    assert [set(group.saved) for group in groups if len(group.saved) > 1] == [{"321.txt", "lagi.txt"}]
    assert all(len(group.also) == 499 for group in groups)


# Withdrawals


def test_withdrawing_a_save_takes_near_saves_of_its_outlet_with_the_reason_and_no_others(project):
    project.page("a.txt", page(*TEXT, CORRECTION))
    project.page("b.txt", page())
    project.page("b.yaml", "publish: false\nreason: diminta penerbit\n")
    project.page("c.txt", page(outlet="LAINBERITA.COM"))
    project.page("d.txt", page(*filled("Melati", 25), headline="KPU Melati Lantik Panitia"))
    report = project.clean()
    assert report.withdrawn == {"a.txt": "another save of b.txt: diminta penerbit", "b.txt": "diminta penerbit"}
    assert (report.articles, report.duplicates) == (2, 0)
    assert report.balanced()
    assert project.article("c.txt")[0]["also"] == []
    (project.saved / "b.yaml").unlink()
    assert (project.clean().articles, saved(project, "a.txt")) == (3, ["a.txt", "b.txt"])


def test_a_page_that_may_be_a_save_of_a_withdrawn_one_goes_with_it(project):
    project.page("a.txt", page(*TEXT, CORRECTION, outlet=""))
    project.page("b.txt", page())
    project.page("b.yaml", "publish: false\nreason: diminta penerbit\n")
    project.page("c.txt", page(outlet="LAINBERITA.COM"))
    assert set(project.clean().withdrawn) == {"a.txt", "b.txt"}


# Accounting, and work that is not done twice


@settings(max_examples=15, deadline=None)
@given(
    st.lists(
        st.tuples(st.randoms(use_true_random=False), st.sampled_from(["CONTOHBERITA.ID", "LAINBERITA.COM", ""])),
        min_size=2,
        max_size=8,
    ),
    st.data(),
)
def test_every_page_is_counted_once_whatever_was_edited_or_withdrawn(tmp_path_factory, pages, data):
    project = Project(tmp_path_factory.mktemp("hitung"))
    for name in ("outlets", "elections", "saved"):
        (project.root / "content" / name).mkdir(parents=True)
    for k, (choice, outlet) in enumerate(pages):
        project.page(f"{k}.txt", page(*edited(TEXT, choice), outlet=outlet))
        if data.draw(st.integers(0, 5)) == 0:
            project.page(f"{k}.yaml", "publish: false\n")
    report = project.clean()
    assert report.pages == len(pages)
    assert report.balanced()
    assert len(project.files()) == report.articles
    kept = project.files()
    assert project.clean().redone == 0  # a page as young as a tick of the clock is read again, and found the same
    assert project.files() == kept
    project.clean(fresh=True)
    assert project.files() == kept


def test_one_changed_page_among_copies_is_done_alone(project):
    for k in range(6):
        project.page(f"{k}.txt", page(outlet=f"CONTOH{k}.ID"))
    project.clean()
    project.page("3.txt", page(*TEXT, CORRECTION, outlet="CONTOH3.ID"))
    report = project.clean()
    assert (report.read, report.redone) == (1, 1)
    assert len(project.article("0.txt")[0]["also"]) == 5


def test_sketches_of_another_version_are_not_trusted(project, monkeypatch):
    project.page("a.txt", page())
    project.clean()
    installed = project.root / "rensa.py"
    installed.touch()
    monkeypatch.setattr(rules, "_sketcher", lambda: installed)
    assert project.clean().redone == 0
    installed.write_text("another")
    monkeypatch.setattr(minhash, "VERSION", "another")
    assert project.clean().redone == 1


def test_pages_of_one_template_are_compared_with_a_few_however_many_there_are(monkeypatch):
    counted = []
    monkeypatch.setattr(clusters, "alike", lambda one, other: counted.append(1) or similarity.alike(one, other))
    for many in (100, 400):
        counted.clear()
        rows = {f"{k}.txt": row(filled(f"Melati{k}", k), title=f"KPU Melati{k} Lantik Panitia") for k in range(many)}
        assert len(clusters.clustered(rows)) == many
        assert len(counted) <= 8 * many

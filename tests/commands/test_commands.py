"""The commands as users type them: what they say, where they write, how they exit."""

from __future__ import annotations

import pytest

from kliping.system.lock import locked
from tests.conftest import Project, story
from tests.site.conftest import invoke


def test_build_ends_with_the_counts_of_both_halves(project: Project) -> None:
    project.page("a.txt", story())
    run = invoke(project.root, "build")
    assert run.code == 0
    files = sum(path.is_file() for path in (project.root / "output").rglob("*"))
    said = f"build: 1 pages: 1 read, 1 redone, 0 kept; 1 articles, 0 duplicates, 0 rejects; 0 to review, {files + 1} files written; "
    assert run.out.splitlines()[-1].startswith(said)


def test_a_rejected_page_is_named_the_rest_is_built_and_the_code_is_3(project: Project) -> None:
    project.page("a.txt", story())
    project.page("kosong.txt", "")
    run = invoke(project.root, "build")
    assert run.code == 3
    assert "rejected: kosong.txt: is empty; save the page again" in run.err
    assert (project.root / "output/index.html").is_file()


def test_several_files_of_one_unread_kind_are_one_line(project: Project) -> None:
    for name in "abc":
        project.page(f"{name}.docx", b"PK")
    run = invoke(project.root, "clean")
    assert run.code == 3
    assert [line for line in run.err.splitlines() if line.startswith("rejected:")] == [
        "rejected: a.docx and 2 more: has the suffix `.docx`, of which no text is read; put its text into a .txt file"
        " of the same name, or take it off this list with `publish: false` in its sidecar"
    ]


def test_an_empty_saved_folder_says_what_to_do_and_builds_an_empty_site(project: Project) -> None:
    run = invoke(project.root, "build")
    assert run.code == 0
    assert "no saved pages yet" in run.err
    assert (project.root / "output/rss.xml").is_file()


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (["clean", "--saved", "content/saved"], "--saved needs --articles too"),
        (["build", "--site-url", "bukan alamat"], "is no address"),
        (["build", "--output", "content"], "name another --output"),
        (["clean", "--saved", "tidak-ada", "--articles", "x"], "there is no such folder"),
        (["clean", "--restore", "tasks.py"], "is no article"),
    ],
)
def test_a_value_we_refuse_is_one_line_and_the_code_is_64(project: Project, words: list[str], why: str) -> None:
    run = invoke(project.root, *words)
    assert run.code == 64
    assert why in run.err
    assert "Traceback" not in run.err


def test_a_bad_address_in_the_environment_is_refused_too(project: Project) -> None:
    run = invoke(project.root, "build", SITEURL="bukan alamat")
    assert run.code == 64
    assert "SITEURL" in run.err


def test_articles_among_the_saved_pages_are_refused(project: Project) -> None:
    run = invoke(project.root, "clean", "--saved", "content/saved", "--articles", "content/saved/md")
    assert run.code == 64
    assert "may not lie among" in run.err


def test_saved_and_articles_of_ones_own_leave_the_projects_alone(project: Project) -> None:
    project.page("a.txt", story())
    other = project.root / "lain"
    (other / "saved").mkdir(parents=True)
    (other / "saved/b.txt").write_text(story("Gudang Kedua Mulai Sortir Surat Suara", 2))
    words = ("--saved", "lain/saved", "--articles", "lain/articles", "--output", "lain/output")
    run = invoke(project.root, "build", *words)
    assert run.code == 0
    assert len(list(other.glob("articles/2024/*.md"))) == 1
    assert not project.articles.exists()
    assert not (project.root / "output").exists()


def test_nothing_is_written_outside_articles_output_and_their_state(project: Project) -> None:
    project.page("a.txt", story())
    before = {path for path in project.root.rglob("*") if "__pycache__" not in path.parts}
    invoke(project.root, "build")
    added = {p.relative_to(project.root).as_posix() for p in project.root.rglob("*") if p not in before}
    allowed = ("content/articles", "content/.articles.kliping", "output", ".output.kliping", "__pycache__")
    assert all(name.startswith(allowed) for name in added), added


def test_a_second_build_at_the_same_time_is_refused_with_75(project: Project) -> None:
    with locked(project.root / ".output.kliping"):
        run = invoke(project.root, "build")
    assert run.code == 75
    assert "another build is running" in run.err


@pytest.mark.parametrize(
    ("name", "text", "why"),
    [
        ("x.md", "tanpa front matter", "has no front matter"),
        ("pilkada-2024.md", "---\ntitle: X\n---\n\nIsi.\n", "an address the digest uses"),
        ("lain/tentang.md", "---\ntitle: X\n---\n\nIsi.\n", "lies in a folder"),
    ],
)
def test_a_hand_written_page_that_cannot_be_shown_is_named_and_the_rest_is_built(
    project: Project, name: str, text: str, why: str
) -> None:
    path = project.root / "content/pages" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text)
    project.page("a.txt", story())
    run = invoke(project.root, "build")
    assert run.code == 2
    assert name in run.err
    assert why in run.err
    assert (project.root / "output/metodologi/index.html").is_file()


def test_nothing_that_is_taken_down_or_may_be_stands_anywhere_in_the_site(project: Project) -> None:
    project.page("a.txt", story("Gudang Seroja Dibuka Sampai Malam", 3))
    project.page("b.txt", story("Gudang Kenanga Dikunci Rapat Dua Malam", 7))
    invoke(project.root, "build", "--no-search")
    path = project.article("a.txt")[2]
    path.write_text(path.read_text().replace("bergantian", "bergiliran"))
    project.page("a.yaml", "publish: nanti\n")
    (project.articles / "ditarik.md").write_text("---\ntitle: Cempaka Ditarik\npublish: tidak\n---\n\nIsi.\n")
    (project.articles / "draf.md").write_text("---\ntitle: Cempaka Draf\nstatus: drft\n---\n\nIsi.\n")
    (project.articles / "tetap.md").write_text("---\ntitle: Dahlia Mekar\n---\n\nIsi.\n")
    run = invoke(project.root, "build", "--check")
    assert run.code == 2
    assert "every file is as a build from nothing makes it" in run.err
    assert "withdrawn: a.txt: withheld until a.yaml can be read" in run.err
    assert path.exists()
    files = [file for file in (project.root / "output").rglob("*") if file.is_file()]
    texts = {file: file.read_bytes() for file in files if "pagefind" not in file.parts}
    assert [file for file, text in texts.items() if b"Seroja" in text or b"Cempaka" in text] == []
    for word in (b"Kenanga", b"Dahlia"):
        assert {file.suffix for file, text in texts.items() if word in text} >= {".html", ".json", ".csv"}

"""Markdown by hand and edited by hand: what is published and what is not, in the run's report and on the site alike."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from kliping.archive import report_text
from kliping.archive.report import Report
from kliping.site.sources.articles import ArticleSource
from kliping.system.errors import Exit
from tests.conftest import Project, story

KNOWN = "date: 2024-11-01\nelection: pilkada-2024"
BODY = "\nGudang Melati dibuka pagi ini.\n"


def put(project: Project, name: str, head: str, body: str = BODY) -> Path:
    path = project.articles / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"---\n{head}\n---\n{body}" if head else body)
    return path


def shown(project: Project, report: Report) -> dict[str, str]:
    """File -> id of each article on the site, and nothing that the run does not tell of is left out."""
    source = ArticleSource(project.articles)
    rows = source.rows(report.withheld)
    told = "\n".join([*report_text.news(report), *source.problems])
    left = {path.relative_to(project.articles).as_posix() for path in project.articles.rglob("*.md")}
    silent = [
        name for name in left - {row.file for row in rows} if name not in told and not name.startswith(("_", "."))
    ]
    assert silent == []
    return {row.file: row.id for row in rows}


@pytest.mark.parametrize("title", ["title: Gudang Dibuka", 'title: "Gudang Dibuka"'])
@pytest.mark.parametrize("line", ["publish: false", "status: draft", "Status: Draf", "terbitkan: tidak", "draft: true"])
def test_an_article_that_its_own_file_takes_down_is_counted_named_and_not_on_the_site(
    project: Project, title: str, line: str
) -> None:
    put(project, "2024/a.md", f"{title}\n{line}")
    put(project, "2024/b.md", "title: Gudang Ditutup")
    for _ in range(2):
        report = project.clean()
        assert list(shown(project, report)) == ["2024/b.md"]
        assert (report.exit, report.problems, report.by_hand) == (Exit.OK, [], 1)
        assert "1 withdrawn by hand" in report.counts()
        assert [line for line in report_text.news(report) if line.startswith("withdrawn: 2024/a.md: ")]


@pytest.mark.parametrize("line", ["publish: tidka", "status: kosong", "publish:", "pubish: false"])
def test_an_article_whose_own_takedown_cannot_be_read_is_withheld_and_named(project: Project, line: str) -> None:
    put(project, "2024/a.md", f"title: Gudang Dibuka\n{line}")
    put(project, "2024/b.md", "title: Gudang Ditutup")
    report = project.clean()
    assert list(shown(project, report)) == ["2024/b.md"]
    assert report.exit is Exit.REFUSED
    assert [problem for problem in report.problems if problem.startswith("2024/a.md: `")]


@pytest.mark.parametrize(
    ("line", "code"), [("publish: false", Exit.OK), ("status: draft", Exit.OK), ("publish: tidka", Exit.REFUSED)]
)
def test_an_article_of_a_saved_page_is_taken_down_by_its_edit_which_is_told_as_a_sidecar_line(
    project: Project, line: str, code: Exit
) -> None:
    project.page("a.txt", story())
    project.clean()
    path = project.article("a.txt")[2]
    path.write_text(path.read_text().replace("views: null", f"views: null\n{line}"))
    report = project.clean()
    assert shown(project, report) == {}
    assert report.exit is code
    assert [*report.edited.values()] == ["publish: false\n"]
    project.page("a.yaml", report.edited[path.relative_to(project.articles).as_posix()])
    report = project.clean()
    assert (list(report.withdrawn), report.problems, project.files()) == (["a.txt"], [], {})


def test_a_rejected_page_and_one_with_a_takedown_count_as_withdrawn(project: Project) -> None:
    project.page("a.txt", "")
    project.page("a.yaml", "publish: tidak\n")
    report = project.clean()
    assert (report.rejected, list(report.withdrawn)) == ({}, ["a.txt"])


def test_a_file_of_any_name_is_an_article_whose_id_stays(project: Project) -> None:
    names = ["2024/Tulisan Empat (1).md", "2024/con.md", "2024/TULISAN.md", "2024/会議.md", "2024/biasa.md"]
    for number, name in enumerate(names):
        put(project, name, f"title: Tulisan {number}\ndate: 20 November 2024")
    ids = shown(project, project.clean())
    assert ids.keys() == set(names)
    assert len({*ids.values()}) == len(names)
    assert ids["2024/biasa.md"] == "biasa"
    put(project, names[0], "title: Judul lain\ndate: 2024-11-21")
    assert shown(project, project.clean()) == ids


def test_keys_and_days_in_an_article_by_hand_are_read_as_people_write_them(project: Project) -> None:
    put(
        project,
        "a.md",
        "Judul: Gudang Dibuka\nTanggal: Rabu, 20 November 2024\nPenulis: Sari Teladan; Tono Teladan\ndibaca: 1.234",
    )
    project.clean()
    [row] = ArticleSource(project.articles).rows()
    assert (row.title, row.date) == ("Gudang Dibuka", datetime.date(2024, 11, 20))
    assert (row.reporter, row.views) == (("Sari Teladan", "Tono Teladan"), 1234)


def test_a_note_without_front_matter_is_a_notice(project: Project) -> None:
    put(project, "README.md", "", "# Catatan redaksi\n\nIsi.\n")
    put(project, "2024/CATATAN.md", "", "Ingat: tanya kantor.\n")
    put(project, "2024/kosong.md", "", "")
    put(project, "2024/a.md", f"title: Gudang Dibuka\n{KNOWN}")
    report = project.clean()
    assert list(shown(project, report)) == ["2024/a.md"]
    assert (report.exit, report.problems, len(report.notices)) == (Exit.OK, [], 3)
    assert "README.md: is no article, for it has no front matter" in "\n".join(report.notices)


@pytest.mark.parametrize("text", ["Title: Gaya Lain\nDate: 2024-11-20\n\nIsi.\n", "---\ntitle: Tanpa akhir\n\nIsi.\n"])
def test_what_begins_like_front_matter_and_is_none_is_a_problem(project: Project, text: str) -> None:
    put(project, "2024/a.md", "", text)
    report = project.clean()
    assert shown(project, report) == {}
    assert (report.exit, len(report.problems)) == (Exit.REFUSED, 1)


def test_an_article_of_a_saved_page_that_lost_its_front_matter_is_a_problem_and_comes_back(project: Project) -> None:
    project.page("a.txt", story())
    project.clean()
    path = project.article("a.txt")[2]
    before = path.read_bytes()
    path.write_text("Isi saja.\n")
    report = project.clean()
    assert (report.exit, path.read_text()) == (Exit.REFUSED, "Isi saja.\n")
    project.clean(restore=path)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "copy", ["{} (1)", "{} (salinan konflik Sari 2024-11-20)", "{}-LAPTOP-01", "{}.sync-conflict-20241120-1-A"]
)
def test_a_conflict_copy_is_a_notice_and_the_original_is_on_the_site(project: Project, copy: str) -> None:
    project.page("a.txt", story())
    project.clean()
    path = project.article("a.txt")[2]
    beside = path.with_name(f"{copy.format(path.stem)}.md")
    beside.write_text(path.read_text().replace("bergantian", "bergiliran"))
    for _ in range(2):
        report = project.clean()
        assert list(shown(project, report)) == [path.relative_to(project.articles).as_posix()]
        assert (report.exit, report.problems, report.edited) == (Exit.OK, [], {})
        assert [line for line in report.notices if beside.name in line and "is a copy of" in line]
    assert beside.exists()


def test_a_copy_of_an_article_by_hand_is_known_by_its_name(project: Project) -> None:
    put(project, "2024/Rapat Kedua.md", f"title: Rapat\n{KNOWN}")
    put(project, "2024/Rapat Kedua (1).md", "title: Rapat")
    report = project.clean()
    assert list(shown(project, report)) == ["2024/Rapat Kedua.md"]
    assert (report.exit, len(report.notices)) == (Exit.OK, 1)


@pytest.mark.parametrize("withdrawn", ["a.md", "a (1).md"])
@pytest.mark.parametrize("line", ["publish: false", "publish: tidka"])
def test_no_copy_is_shown_in_the_place_of_what_is_taken_down(project: Project, withdrawn: str, line: str) -> None:
    for name in ("a.md", "a (1).md"):
        put(project, f"2024/{name}", "id: a\ntitle: Gudang" + (f"\n{line}" if name == withdrawn else ""))
    assert shown(project, project.clean()) == {}


def test_two_articles_of_one_id_that_are_no_copies_are_a_problem_of_the_site(project: Project) -> None:
    put(project, "2024/a.md", "id: a\ntitle: Gudang")
    put(project, "2024/lain.md", "id: a\ntitle: Lain")
    project.clean()
    source = ArticleSource(project.articles)
    assert [row.file for row in source.rows()] == ["2024/a.md"]
    assert source.problems == ["2024/lain.md: has the id of 2024/a.md; give it another `id`; it is not on the site"]


def test_hidden_files_the_bin_and_templates_are_passed_over(project: Project) -> None:
    put(project, "2024/a.md", f"title: Gudang\n{KNOWN}")
    for name in (".trash/buang.md", "2024/.sembunyi.md", "2024/_templates/artikel.md", "2024/a.md~"):
        put(project, name, "title: {{judul}}\ndate: {{tanggal}}")
    report = project.clean()
    assert [row.file for row in ArticleSource(project.articles).rows()] == ["2024/a.md"]
    assert (report.exit, report.problems, report.notices, report.by_hand) == (Exit.OK, [], [], 1)


@pytest.mark.parametrize(
    "line",
    ["reporter: No", "title: Nomor #1", "title: Satu\ntitle: Dua", 'title: "Satu"\ntitle: "Dua"', "date: kemarin"],
)
def test_a_value_that_yaml_reads_otherwise_is_named_in_an_edited_article_too(project: Project, line: str) -> None:
    project.page("a.txt", story())
    project.clean()
    path = project.article("a.txt")[2]
    key = line.partition(":")[0]
    old = next(text for text in path.read_text().split("\n") if text.startswith(f"{key}:"))
    path.write_text(path.read_text().replace(f"\n{old}\n", f"\n{line}\n", 1))
    report = project.clean()
    assert shown(project, report) == {}
    assert [problem for problem in report.problems if f"`{key}`" in problem]


def test_a_date_that_lies_ahead_is_a_notice_where_nothing_tells_the_day_of_saving(project: Project) -> None:
    put(project, "a.md", "title: Gudang\ndate: 2099-01-01")
    put(project, "b.md", 'id: "b"\ntitle: "Gudang"\ndate: 2099-01-01\nlang: "id"')
    put(project, "c.md", "title: Gudang\ndate: 2099-01-01\nsaved_on: 2024-01-01")
    put(project, "d.md", "title: Gudang\ndate: 2020-01-01")
    project.page("a.txt", story())
    project.page("a.yaml", "date: 2099-02-03\n")
    for _ in range(2):
        report = project.clean()
        ahead = [line.partition(":")[0] for line in report.notices if "lies ahead; correct it" in line]
        path = project.article("a.txt")[2].relative_to(project.articles).as_posix()
        assert ahead == [path, "a.md", "b.md"]
        assert report.exit is Exit.OK


def test_an_edit_with_indonesian_keys_is_kept_by_the_lines_the_run_prints(project: Project) -> None:
    project.page("a.txt", story())
    project.clean()
    path = project.article("a.txt")[2]
    text = path.read_text().replace("date: 2024-10-24", "tanggal: 5 Desember 2024")
    path.write_text(text.replace("editor: null", "editor: null\npenyunting: Tono Misal"))
    name = path.relative_to(project.articles).as_posix()
    lines = project.clean().edited[name]
    assert lines.splitlines() == ["date: 2024-12-05", 'editor: "Tono Misal"']
    project.page("a.yaml", lines)
    project.clean(restore=path)
    values, _, _ = project.article("a.txt")
    assert (str(values["date"]), values["editor"]) == ("2024-12-05", "Tono Misal")


def test_two_keys_that_give_one_field_a_value_each_are_named(project: Project) -> None:
    path = project.articles / "2024/dua.md"
    path.parent.mkdir(parents=True)
    path.write_text("---\ntitle: Dua\npenulis: Rara\nwartawan: Sari\n---\n\nIsi.\n")
    assert project.clean().problems == ["2024/dua.md: gives `reporter` twice; leave one of them"]


@pytest.mark.parametrize(
    ("head", "missing"),
    [
        ('id: "a"\ntitle: "Judul"\n', "date, election"),
        ('id: "a"\ntitle: "Judul"\ndate: 2024-11-01\nelection: null\n', "election"),
        ("title: Judul\npemilihan: pilkada-2024\n", "date"),
        ('title: "Judul"\ndate: 2024-11-01\nelection: "pilkada-2024"\n', ""),
    ],
)
def test_an_article_written_by_hand_without_date_or_election_is_named(
    project: Project, head: str, missing: str
) -> None:
    (project.articles / "2024").mkdir(parents=True)
    (project.articles / "2024/a.md").write_text(f"---\n{head}---\n\nIsi.\n")
    said = [notice for notice in project.clean().notices if "2024/a.md" in notice]
    assert said == ([f"2024/a.md: gives no {missing}; write what is known"] if missing else [])

"""What a curator reads at the end of a run: shares, things to settle, and nothing that floods the screen."""

from __future__ import annotations

import io
import json

import yaml
from rich.console import Console

from kliping.archive import report_text
from kliping.archive.report import COUNTED, Case, Report, Share
from tests.conftest import Project, story

NO_OUTLET = story().replace("CONTOHBERITA.ID, JAKARTA", "JAKARTA")
FEW_WORDS = story().replace("surat suara", "barang").replace("Surat Suara", "Barang")  # leave little to tell the stage


def shares(report: Report) -> dict[str | None, tuple[int, dict[str, int]]]:
    return {share.outlet: (share.articles, share.found) for share in report.shares}


def test_each_field_found_is_counted_for_its_outlet(project: Project) -> None:
    project.page("a.txt", story())
    project.page("b.txt", story("Gudang Kedua Mulai Sortir Surat Suara", 2).replace("Penulis: Rara Contoh\n", ""))
    project.page("c.txt", NO_OUTLET.replace("nomor 1", "nomor 3"))
    found = shares(project.clean())
    assert {outlet: articles for outlet, (articles, _) in found.items()} == {"CONTOHBERITA.ID": 2, None: 1}
    assert found["CONTOHBERITA.ID"][1] == {"title": 2, "date": 2, "reporter": 1, "source": 2, "stage": 2}
    assert "source" not in found[None][1]


def test_pages_that_were_kept_count_as_they_did_when_they_were_read(project: Project) -> None:
    project.page("a.txt", story())
    project.page("b.txt", NO_OUTLET.replace("nomor 1", "nomor 3"))
    first = project.clean()
    again = project.clean()
    assert again.kept == 2
    assert shares(again) == shares(first)
    assert [case.lines for case in again.cases] == [case.lines for case in first.cases] != []
    assert [case.new for case in first.cases + again.cases] == [True, False]


def test_a_duplicate_counts_once_and_a_withdrawn_page_not_at_all(project: Project) -> None:
    project.page("a.txt", story())
    project.page("b.txt", story())
    assert shares(project.clean())["CONTOHBERITA.ID"][0] == 1
    project.page("b.yaml", "publish: false\nreason: diminta penerbit\n")
    assert project.clean().shares == []


def test_sidecar_lines_pasted_as_they_stand_settle_every_doubt_and_change_no_fact(project: Project) -> None:
    page = FEW_WORDS.replace("Kamis (24/10/2024)", "Jumat (25/10)").replace("Kamis, 24", "Jumat, 24")
    project.page("koran/a.txt", page)
    project.page("koran/b.txt", NO_OUTLET.replace("nomor 1", "nomor 3"))
    report = project.clean()
    before = {name: project.article(name)[0] for name in ("koran/a.txt", "koran/b.txt")}
    assert before["koran/a.txt"]["review"]
    for case in report.cases:
        project.page(case.sidecar, "".join(f"{line}\n" for line in case.lines))
    settled = project.clean()
    assert settled.problems == []
    assert (settled.cases, settled.review) == ([], 0)
    for name, values in before.items():
        now = project.article(name)[0]
        assert {key: now[key] for key in COUNTED} == {key: values[key] for key in COUNTED}


def test_the_question_for_an_outlet_names_those_the_page_names(project: Project) -> None:
    project.page("a.txt", NO_OUTLET.replace("Hasil sortir", "Bersama Okezone, hasil sortir"))
    (case,) = project.clean().cases
    assert case.notes == ()
    assert case.lines == ("outlet: null  # none was recognised; the page names okezone.com",)


def test_a_printed_paper_the_curator_named_is_not_asked_for_a_domain(project: Project) -> None:
    project.page("a.txt", NO_OUTLET)
    project.page("_folder.yaml", "source: Koran Teladan\n")
    assert project.clean().cases == []


def test_lines_go_to_the_sidecar_that_is_there(project: Project) -> None:
    project.page("a.txt", NO_OUTLET)
    project.page("a.yml", "note: Catatan.\n")
    assert [case.sidecar for case in project.clean().cases] == ["a.yml"]


def test_a_note_of_the_curators_own_is_shown_until_he_takes_it_back(project: Project) -> None:
    project.page("a.txt", story())
    project.page("a.yaml", "review: periksa nama petugas\n")
    (case,) = project.clean().cases
    assert case.lines == ("review: []  # periksa nama petugas",)


def test_both_files_of_the_report_hold_the_whole(project: Project) -> None:
    for i in range(30):
        project.page(f"{i}.txt", NO_OUTLET.replace("nomor 1", f"nomor {i}"))
        project.page(f"kosong/{i}.txt", "")
    report = project.clean()
    state = project.root / "content/.articles.kliping"
    text = (state / "report.txt").read_text()
    assert all(f"rejected: kosong/{i}.txt: is empty" in text for i in range(30))
    assert all(f"/saved/{i}.yaml:\n    outlet: null" in text for i in range(30))
    data = json.loads((state / "report.json").read_text())
    assert len(data["cases"]) == len(report.cases) == 30
    assert data["shares"][0]["articles"] == 30
    assert yaml.safe_load("\n".join(data["cases"][0]["lines"])) == {"outlet": None}


def test_a_screen_is_never_flooded_and_says_where_the_rest_is(project: Project) -> None:
    many = 50_000
    cases = [
        Case(f"2024/{i}.md", f"{i}.yaml", ("stage: few words",), ("stage: x  # few words",), True) for i in range(many)
    ]
    report = Report(
        pages=many,
        cases=cases,
        rejected={f"{i}.txt": f"is empty {i}" for i in range(many)},
        known={f"{i}.txt": f"is empty {i}" for i in range(many // 2)},
        file="report.txt",
        changes=[f"write 2024/{i}.md" for i in range(many)],
    )
    report.shares = [Share(f"{i}.id", many - i, {"title": 1}) for i in range(400)]
    said = [
        *report_text.news(report, report_text.MOST),
        *report_text.changes(report, True, report_text.MOST),
        *report_text.found(report),
        *report_text.to_settle(report, report_text.MOST_BLOCKS),
    ]
    assert f"and {many - report_text.MOST} more; write these lines to a file to see them all" in said
    assert sum(line.count("\n") + 1 for line in said) < 80
    assert f"rejected: {many // 2 - report_text.MOST} more; all stand in report.txt" in said
    assert f"rejected: {many // 2} as before; all stand in report.txt" in said
    hidden = many - report_text.MOST_BLOCKS
    assert said[-1] == f"review: {hidden} more articles (stage {hidden}); all stand in report.txt"
    assert any("395 more outlets: " in line for line in said)


def test_what_this_run_read_is_shown_before_what_was_known(project: Project) -> None:
    for i in range(report_text.MOST_BLOCKS):
        project.page(f"{i}.txt", NO_OUTLET.replace("nomor 1", f"nomor {i}"))
    project.clean()
    project.page("z.txt", NO_OUTLET.replace("nomor 1", "nomor 99"))
    first = next(report_text.to_settle(project.clean(), report_text.MOST_BLOCKS))
    assert "/z.yaml" in first


def test_a_share_says_all_only_where_all_and_none_only_where_none() -> None:
    share = Share("x.id", 1000, {"title": 1000, "date": 999, "views": 1})
    assert [share.percent(name) for name in ("title", "date", "views", "stage", "agency")] == [
        "100 %",
        "99 %",
        "<1 %",
        "0 %",
        None,
    ]


def test_twenty_pages_of_two_outlets_need_three_lines() -> None:
    report = Report(shares=[Share("A", 12, {"title": 12}), Share(None, 8, {"title": 4})])
    lines = list(report_text.found(report))
    assert [line.split(";")[0] for line in lines] == [
        "found: A: 12 articles",
        "found: no outlet: 8 articles",
        "found: all outlets: 20 articles",
    ]
    assert "title 80 %, date 0 %" in lines[2]


def test_a_terminal_shows_each_outlet_on_one_line_of_a_table() -> None:
    report = Report(shares=[Share("Koran [bold]Teladan", 12, dict.fromkeys(COUNTED, 12)), Share(None, 8, {"title": 4})])
    console = Console(width=100, file=io.StringIO())
    console.print(report_text.table(report))
    lines = [line.split() for line in console.file.getvalue().splitlines()]
    assert lines[0] == ["found", "articles", *COUNTED]
    assert lines[1] == [*"Koran [bold]Teladan 12".split(), *["100", "%"] * len(COUNTED)]
    assert lines[2] == [*"no outlet 8 50 %".split(), *["0", "%"] * 6, "–"]
    assert len(lines) == 4


def test_a_date_refused_on_purpose_is_offered_as_no_date(project: Project) -> None:
    page = story(day="berlangsung 29-31 Desember 2024").replace("Kamis, 24 Oktober 2024 10:15 WIB\n", "")
    project.page("a.txt", page)
    (case,) = project.clean().cases
    assert case.lines == ("date: null  # printed 29-31 Desember 2024 lies after the vote it looks forward to",)
    project.page("a.yaml", case.lines[0])
    assert project.clean().cases == []

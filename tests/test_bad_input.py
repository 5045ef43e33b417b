"""Each bad input is one clear line naming the file and what to do; everything else is still done."""

from __future__ import annotations

import os

import pytest
from conftest import Project, story

from kliping.report import Exit

CASES = [
    ("kosong.txt", b"", "is empty"),
    ("biner.txt", b"\x00\x01\x02PNG", "binary"),
    ("menu.txt", b"Beranda\nIndeks\n\nBerita\n", "no article text"),
    ("surat.docx", b"PK", "suffix `.docx`"),
    ("rusak16.txt", b"\xff\xfeA", "not the Unicode text"),
    ("besar.txt", b"x" * (33 * 1024 * 1024), "larger than"),
]


@pytest.mark.parametrize(("name", "data", "why"), CASES)
def test_a_page_that_gives_no_article_is_named_and_harms_no_other(
    project: Project, name: str, data: bytes, why: str
) -> None:
    project.page("baik.txt", story())
    project.page(name, data)
    report = project.clean()
    assert list(report.rejected) == [name]
    assert why in report.rejected[name]
    assert report.articles == 1
    assert report.exit is Exit.REJECTED
    assert report.balanced()


def test_links_and_pipes_are_rejected_unread(project: Project) -> None:
    project.page("baik.txt", story())
    secret = project.root / "rahasia.txt"
    secret.write_text(story("Rahasia Yang Tidak Boleh Terbit Sama Sekali"))
    os.symlink(secret, project.saved / "tautan.txt")
    os.symlink(project.root, project.saved / "folder")
    os.mkfifo(project.saved / "pipa.txt")
    report = project.clean()
    assert set(report.rejected) == {"tautan.txt", "pipa.txt", "folder"}
    assert all("is a link or a device" in why for why in report.rejected.values())
    assert report.articles == 1


def test_furniture_of_a_saved_page_is_no_page(project: Project) -> None:
    project.page("baik.txt", story())
    project.page("halaman_files/iklan.txt", "iklan")
    project.page(".DS_Store", b"\0")
    project.page("foto.jpg", b"\0")
    report = project.clean()
    assert (report.pages, report.exit) == (1, Exit.OK)


def test_a_headline_of_400_characters_is_no_headline(project: Project) -> None:
    project.page("a.txt", story("Gudang " + "Sangat " * 60 + "Panjang"))
    project.clean()
    assert project.article("a.txt")[0]["title"] is None


def test_yaml_and_link_look_alikes_stay_words(project: Project) -> None:
    odd = "stage: kampanye\n---\n{static}/rahasia dan [klik](javascript:alert(1)) tetap dicetak sebagai teks biasa saja.\n"
    project.page("a.txt", story().replace("Hasil sortir", odd + "Hasil sortir"))
    project.clean()
    values, body, _ = project.article("a.txt")
    assert values["stage"] == "logistik"
    assert "{static}/rahasia dan \\[klik\\](javascript:alert(1))" in body


def test_a_profile_with_an_unknown_key_is_named_with_its_nearest_match(project: Project) -> None:
    (project.root / "content/outlets/contohberita.id.yaml").write_text(
        "name: Contoh Berita\ndomain: contohberita.id\nspelings: [CB]\n"
    )
    project.page("a.txt", story())
    report = project.clean()
    assert report.problems == ["outlets/contohberita.id.yaml: unknown key `spelings`; did you mean `spellings`?"]
    assert project.article("a.txt")[0]["source"] == "Contoh Berita"


def test_a_reversed_and_an_impossible_date_are_named_and_the_calendar_stands(project: Project) -> None:
    path = project.root / "content/elections/pilgub-dki-2024.yaml"
    text = path.read_text()
    path.write_text(
        text.replace("start: 2024-09-25, end: 2024-11-23", "start: 2024-11-23, end: 2024-09-25").replace(
            "voting_day: 2024-11-27", "voting_day: 2024-11-31"
        )
    )
    project.page("a.txt", story())
    report = project.clean()
    assert len(report.problems) == 2
    assert any(
        "pilgub-dki-2024.yaml" in line and "kampanye" in line and "before it starts" in line for line in report.problems
    )
    assert any("2024-11-31" in line for line in report.problems)
    assert project.article("a.txt")[0]["election"] == "pilgub-dki-2024"


def test_no_saved_pages_at_all_is_no_failure(project: Project) -> None:
    report = project.clean()
    assert (report.pages, report.exit) == (0, Exit.OK)


def test_a_broken_article_file_is_named_and_never_written_over(project: Project) -> None:
    project.page("a.txt", story())
    project.clean()
    _, _, path = project.article("a.txt")
    path.write_text("---\ntitle: [tidak ditutup\n---\n\nIsi.\n")
    report = project.clean()
    assert "tidak ditutup" in path.read_text()
    assert any(path.name in line and "not YAML" in line for line in report.problems)


def test_odd_files_among_the_articles_stop_nothing(project: Project) -> None:
    project.page("a.txt", story())
    project.clean()
    folder = project.articles / "2024"
    (folder / "folder.md").mkdir()
    os.mkfifo(folder / "pipa.md")
    (folder / "angka.md").write_text("---\ntitle: Angka\nsaved: 5\n---\n\nIsi.\n")
    report = project.clean()
    assert report.articles == 1


@pytest.mark.parametrize(
    "line",
    ["url: javascript:x", "outlet: x y", "date: 1800-01-01", "lang: 'xx yy'", f"title: {'Panjang ' * 50}", "views: -1"],
)
def test_a_sidecar_value_the_site_would_refuse_is_refused_alone(project: Project, line: str) -> None:
    project.page("a.txt", story())
    project.page("a.yaml", f"{line}\nnote: Tetap berlaku.\n")
    report = project.clean()
    assert len(report.problems) == 1
    assert report.problems[0].startswith("a.yaml: `")
    assert project.article("a.txt")[0]["note"] == "Tetap berlaku."

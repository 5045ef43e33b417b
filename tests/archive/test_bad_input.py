"""Each bad input is one clear line naming the file and what to do; everything else is still done."""

from __future__ import annotations

import os
from dataclasses import replace

import pytest

from kliping.archive import report_text
from kliping.archive.run import Archive
from kliping.article import frontmatter
from kliping.system.errors import Exit
from kliping.system.files import FileRefused, read_regular
from tests.conftest import Project, story

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
    project.page("halaman.html", f"<h1>Judul</h1><pre>{story()}</pre>")
    project.page("halaman_files/iklan.txt", "iklan")
    project.page(".DS_Store", b"\0")
    project.page("._halaman.html", b"\0")
    project.page("foto.jpg", b"\0")
    report = project.clean()
    assert (report.pages, report.rejected, report.passed) == (1, {}, ["foto.jpg"])
    assert report.leftovers == ["._halaman.html"]
    said = "\n".join(report_text.news(report))
    assert "passed over: 1 pictures, scripts or styles, such as foto.jpg" in said
    assert "passed over: 1 files that editors, downloads or cloud drives left, such as ._halaman.html" in said


@pytest.mark.parametrize(
    "name",
    [
        "._a.html", "._lain.html", ".#a.txt", "#a.txt#", "a.txt~", "~$a.docx", "a.html.part", "a.html.crdownload",
        "a.txt.swp", "a.txt.bak", "A.TMP", ".a.html.icloud", "a (konflik salinan 2024-11-20).txt",
        "a (Rara's conflicted copy 2024-11-20).txt", "a.sync-conflict-20241120-101010-ABCDEF7.txt",
    ],
)  # fmt: skip
def test_what_editors_downloads_and_cloud_drives_leave_is_counted_and_no_page(project: Project, name: str) -> None:
    project.page("a.txt", story())
    project.page(name, "sisa")
    report = project.clean()
    assert (report.pages, report.rejected, report.leftovers) == (1, {}, [name])


@pytest.mark.parametrize("name", ["__MACOSX/._a.txt", "Thumbs.db", "desktop.ini", "a_berkas/b.txt", ".git/a.txt"])
def test_what_a_system_or_a_browser_keeps_for_itself_is_not_even_counted(project: Project, name: str) -> None:
    project.page("a.txt", story())
    project.page(name, "sisa")
    report = project.clean()
    assert (report.pages, report.rejected, report.passed, report.leftovers) == (1, {}, [], [])


def test_a_conflict_copy_without_its_original_is_a_page(project: Project) -> None:
    project.page("b (konflik salinan 2024-11-20).txt", story())
    assert project.clean().articles == 1


def test_a_clipping_of_another_kind_is_told_until_the_curator_takes_it_off_the_list(project: Project) -> None:
    project.page("kliping/a.pdf", b"%PDF-1.7")
    project.page("kliping/b.pdf", b"%PDF-1.7")
    report = project.clean()
    assert report.exit is Exit.REJECTED
    (line,) = (line for line in report_text.news(report, report_text.MOST) if line.startswith("rejected"))
    assert line.startswith("rejected: kliping/a.pdf and 1 more: has the suffix `.pdf`, of which no text is read")
    project.page("kliping/a.yaml", "publish: false\nreason: hanya gambar\n")
    project.page("kliping/b.txt", story())
    report = project.clean()
    assert report.exit is Exit.OK
    assert (report.withdrawn, report.passed) == ({"kliping/a.pdf": "hanya gambar"}, ["kliping/b.pdf"])
    assert report.balanced()


def test_a_reject_that_was_told_before_is_only_counted_until_its_reason_changes(project: Project) -> None:
    project.page("a.txt", "")
    project.page("b.txt", "")
    assert "rejected: a.txt and 1 more: is empty" in "\n".join(report_text.news(project.clean(), report_text.MOST))
    project.page("a.txt", b"\0\1\2\3")
    said = "\n".join(report_text.news(project.clean(), report_text.MOST))
    assert "rejected: a.txt: " in said
    assert "b.txt" not in said
    assert "rejected: 1 as before; all stand in " in said
    assert project.clean().exit is Exit.REJECTED


def test_a_folder_named_like_furniture_of_no_page_is_read(project: Project) -> None:
    project.page("arsip_files/a.txt", story())
    assert project.clean().articles == 1


def test_what_looks_like_a_page_and_is_none_is_named_and_pages_in_it_are_read(project: Project) -> None:
    project.page("berita.html/a.txt", story())
    project.page(".tersembunyi.txt", story("Gudang Kenanga Dikunci Rapat Dua Malam Berturut-turut", 7))
    report = project.clean()
    assert {name: why.split(",")[0] for name, why in report.rejected.items()} == {
        "berita.html": "is a folder with the name of a page; only pages in it are read",
        ".tersembunyi.txt": "is hidden",
    }
    assert report.articles == 1


def test_folders_without_end_are_named_and_harm_no_page(project: Project) -> None:
    project.page("baik.txt", story())
    project.page("/".join(["d"] * 300 + ["a.txt"]), story("Gudang Kenanga Dikunci Rapat Dua Malam Berturut-turut", 7))
    report = project.clean()
    assert report.articles == 1
    assert [why for why in report.rejected.values() if "folders deep" in why]


def test_a_folder_that_cannot_be_opened_is_named_and_its_articles_stay(project: Project) -> None:
    """The system opens no path of more than 4,096 bytes, be it for the superuser."""
    project.page("baik.txt", story())
    project.page(
        "/".join(["d" * 120] * 30 + ["a.txt"]), story("Gudang Kenanga Dikunci Rapat Dua Malam Berturut-turut", 7)
    )
    project.clean()
    articles = project.files()
    longer = project.root / ("x" * 250) / ("y" * 250)
    longer.mkdir(parents=True)
    project.saved.rename(longer / "saved")
    report = Archive(replace(project.folders(), saved=longer / "saved")).run()
    (longer / "saved").rename(project.saved)
    [(folder, why)] = report.rejected.items()
    assert why == "cannot be opened (File name too long), so its pages are not read; check its permissions"
    assert folder.startswith("d" * 120)
    assert project.files() == articles
    assert report.balanced()


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


def test_a_hidden_page_is_named(project: Project) -> None:
    project.page("baik.txt", story())
    project.page(".hilang.html", story())
    report = project.clean()
    assert list(report.rejected) == [".hilang.html"]
    assert "is hidden" in report.rejected[".hilang.html"]
    assert (report.articles, report.balanced()) == (1, True)


def test_odd_files_among_the_articles_stop_nothing(project: Project) -> None:
    project.page("a.txt", story())
    project.clean()
    folder = project.articles / "2024"
    (folder / "folder.md").mkdir()
    os.mkfifo(folder / "pipa.md")
    (folder / "angka.md").write_text("---\ntitle: Angka\nsaved: 5\n---\n\nIsi.\n")
    report = project.clean()
    assert report.articles == 1


DEEP = {"kurung": "note: " + "[" * 50_000, "butir": "- " * 50_000, "tanya": "? " * 50_000, "peta": "{a: " * 50_000}


@pytest.mark.parametrize("text", DEEP.values(), ids=DEEP)
def test_a_sidecar_without_a_bottom_is_named_and_harms_no_other_page(project: Project, text: str) -> None:
    project.page("a.txt", story())
    project.page("b.txt", story("Gudang Kenanga Dikunci Rapat Dua Malam Berturut-turut", 7))
    project.page("a.yaml", text)
    report = project.clean()
    assert (report.articles, report.withdrawn) == (2, {})
    assert [
        line
        for line in report.problems
        if line.startswith("a.yaml: is not YAML: line 1: has values inside values, more than 100 levels")
    ]


def test_a_sidecar_in_which_few_bytes_stand_for_gigabytes_is_named_and_makes_no_harm(project: Project) -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 10)}]" for i in range(1, 12)]
    project.page("a.txt", story())
    project.page("a.yaml", "\n".join(lines) + "\ntitle: *a11\n")
    report = project.clean()
    assert report.articles == 1
    assert report.problems == [
        "a.yaml: is not YAML: line 2: repeats a value by its mark (*a0); write the value out; mend that line"
    ]


def test_a_huge_value_is_told_of_in_a_few_words(project: Project) -> None:
    project.page("a.txt", story())
    project.page("a.yaml", f"title: [{'[x, x, x, x, x], ' * 2000}]")
    [problem] = project.clean().problems
    assert problem.startswith("a.yaml: `title` must be a text in quotes, not [['x'")
    assert len(problem) < 200


def test_a_note_of_a_thousand_characters_and_more_is_refused_alone(project: Project) -> None:
    project.page("a.txt", story())
    project.page("a.yaml", f"note: {'x' * 1001}\ntitle: Gudang Kenanga")
    problems = project.clean().problems
    assert [line.partition(",")[0] for line in problems] == ["a.yaml: `note` must be at most 1000 characters"]
    assert project.article("a.txt")[0]["title"] == "Gudang Kenanga"


def test_a_huge_sidecar_is_named_and_not_read(project: Project) -> None:
    project.page("a.txt", story())
    project.page("a.yaml", "note: " + "x" * 1_000_000)
    assert project.clean().problems == ["a.yaml: is larger than 512 KiB; keep to what its keys ask for"]


@pytest.mark.parametrize(
    "line",
    [
        f"summary: {'x' * 1001}",
        f"reporter: {'x' * 301}",
        f"source: {'x' * 301}",
        "url: javascript:x",
        "outlet: x y",
        "date: 1800-01-01",
        "lang: 'xx yy'",
        f"title: {'Panjang ' * 50}",
        "views: -1",
    ],
)
def test_a_sidecar_value_the_site_would_refuse_is_refused_alone(project: Project, line: str) -> None:
    project.page("a.txt", story())
    project.page("a.yaml", f"{line}\nnote: Tetap berlaku.\n")
    report = project.clean()
    assert len(report.problems) == 1
    assert report.problems[0].startswith("a.yaml: `")
    assert project.article("a.txt")[0]["note"] == "Tetap berlaku."


def test_a_page_that_vanishes_before_it_is_read_is_named_and_harms_no_other(project: Project) -> None:
    project.page("a.txt", story())
    project.page("b.txt", story("Gudang Kenanga Dikunci Rapat Dua Malam Berturut-turut", 7))
    archive = Archive(project.folders())
    (project.saved / "b.txt").unlink()
    report = archive.run()
    assert report.rejected == {
        "b.txt": "cannot be read (No such file or directory); check that it is there and may be read"
    }
    assert (report.articles, report.balanced()) == (1, True)


@pytest.mark.skipif(
    not os.path.exists("/proc/self/status"), reason="the system has no file that is longer than it says"
)
def test_a_file_that_is_longer_than_it_looked_is_not_read_by_halves() -> None:
    with pytest.raises(FileRefused, match="changes while it is read"):
        read_regular("/proc/self/status", 100, "")


def test_an_article_that_many_outlets_copy_names_fifty_of_them(project: Project) -> None:
    """Or each of a thousand would name a thousand."""
    for number in range(60):
        project.page(f"{number}.txt", story().replace("CONTOHBERITA.ID", f"WARTA{number}.COM"))
    project.clean()
    also = [frontmatter.read(data)[0]["also"] for data in project.files().values()]
    assert [len(names) for names in also] == [50] * 60

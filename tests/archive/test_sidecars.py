"""Sidecars as people write them: what is meant is read, what is not plain is named, and no takedown is lost."""

from __future__ import annotations

import os

import pytest

from kliping import locale
from kliping.archive.report import Report
from kliping.system.errors import Exit
from tests.conftest import Project, story

OTHER = story("Gudang Kenanga Dikunci Rapat Dua Malam Berturut-turut", 7)


def told(project: Project, text: str | bytes, name: str = "a.yaml") -> Report:
    """The report of a run over a page with a sidecar, and another page."""
    project.page("a.txt", story())
    project.page("b.txt", OTHER)
    project.page(name, text)
    return project.clean()


def is_withheld(report: Report, problem: str) -> None:
    """The page is not published, its sidecar is named, all else is done."""
    assert list(report.withdrawn) == ["a.txt"]
    assert report.articles == 1
    assert report.exit is Exit.REFUSED
    assert [line for line in report.problems if problem in line], report.problems
    assert report.balanced()


@pytest.mark.parametrize(
    "text", ["publish: nanti", "Terbitkan: tidka", "TERBIT: 2", "publish:", "publish: [no]", "status: kosong"]
)
def test_a_takedown_that_cannot_be_read_withholds_its_page_and_is_named(project: Project, text: str) -> None:
    told(project, "note: Catatan.\n")
    path = project.article("a.txt")[2].relative_to(project.articles).as_posix()
    before = project.files()
    report = told(project, text)
    is_withheld(report, f"a.yaml: `{text.partition(':')[0]}` must be")
    assert (project.files(), report.withheld) == (before, [path])  # a slip of the pen deletes nothing


@pytest.mark.parametrize("is_edited", [False, True])
@pytest.mark.parametrize("is_rejected", [False, True])
@pytest.mark.parametrize("text", ["publish: false\n", "publish: nanti\n"])
def test_a_takedown_of_one_save_holds_whatever_became_of_the_other(
    project: Project, text: str, is_rejected: bool, is_edited: bool
) -> None:
    for name in ("a.txt", "b.txt"):
        project.page(name, story())
    project.clean()
    [path] = project.files()
    if is_edited:
        (project.articles / path).write_text((project.articles / path).read_text() + "\nDitambah tangan.\n")
    if is_rejected:
        project.page("b.txt", "")
    project.page("a.yaml", text)
    report = project.clean()
    assert "a.txt" in report.withdrawn
    is_gone = path not in project.files()
    assert (is_gone, report.withheld) == ((True, []) if "false" in text else (False, [path]))
    assert project.clean().withheld == report.withheld


@pytest.mark.parametrize("text", ["pubish: false", "Publis: tidak", "terbitkn: tidak"])
def test_a_mistyped_takedown_withholds_its_page(project: Project, text: str) -> None:
    is_withheld(
        told(project, text),
        "may be meant to publish or withdraw; write `publish: yes` or `publish: no`; the page is withheld until then",
    )


@pytest.mark.parametrize(
    "text",
    [
        "publish: true\npublish: false\n",
        "publish: tidak #diminta\npublish: ya\n",
        "title: 'Jum'at\npublish: false\n",
        "\tpublish: false\n",
        b"title: \x96 Gudang\npublish: false\n",
        b"\xff\xfep\0u\0b\0l\0i\0s\0h",
        "- publish\n- false\n",
    ],
)
def test_a_sidecar_that_cannot_be_read_as_a_whole_withholds_its_page(project: Project, text: str | bytes) -> None:
    is_withheld(told(project, text), "a.yaml: ")


@pytest.mark.parametrize("text", ["title: Debat: Adi\n", "title: 'Jum'at\n", "- judul\n- x\n", b"title: \x96 Gudang\n"])
def test_a_sidecar_that_cannot_be_read_and_says_no_word_of_a_takedown_is_named_and_its_page_stays(
    project: Project, text: str | bytes
) -> None:
    report = told(project, text)
    assert (report.withdrawn, report.articles) == ({}, 2)
    assert [problem[:8] for problem in report.problems] == ["a.yaml: "]
    assert report.exit is Exit.REFUSED


def test_a_sidecar_that_is_a_link_withholds_its_page(project: Project) -> None:
    (project.root / "jauh.yaml").write_text("publish: false\n")
    project.page("a.txt", story())
    project.page("b.txt", OTHER)
    os.symlink(project.root / "jauh.yaml", project.saved / "a.yaml")
    report = project.clean()
    assert report.withdrawn == {"a.txt": "withheld until a.yaml can be read"}
    assert "is a link or a device" in report.rejected["a.yaml"]
    assert report.articles == 1


def test_a_folder_file_that_cannot_be_read_withholds_its_folder_and_a_nearer_word_decides(project: Project) -> None:
    project.page("koran/a.txt", story())
    project.page("koran/b.txt", OTHER)
    project.page("koran/_folder.yaml", "publish: nanti\n")
    project.page("koran/b.yaml", "publish: ya\n")
    report = project.clean()
    assert report.withdrawn == {"koran/a.txt": "withheld until koran/_folder.yaml can be read"}
    assert report.articles == 1


def test_a_page_comes_back_when_its_sidecar_can_be_read(project: Project) -> None:
    told(project, "publish: nanti\n")
    report = told(project, "publish: Ya\n")
    assert (report.withdrawn, report.problems, report.articles) == ({}, [], 2)
    assert project.article("a.txt")


@pytest.mark.parametrize(
    "text", ["publish: 'false'", "Terbitkan: TIDAK", "publish: Salah", "terbit: off", "publish: 0", "status: draf"]
)
def test_a_takedown_as_people_write_it_takes_the_page_down(project: Project, text: str) -> None:
    report = told(project, f"{text}\nalasan: diminta narasumber\n")
    assert (report.withdrawn, report.problems) == ({"a.txt": "diminta narasumber"}, [])
    assert report.exit is Exit.OK


@pytest.mark.parametrize("text", ["publish: ya", "publish: 'true'", "Terbitkan: Benar", "terbit: on", "publish: 1"])
def test_a_yes_as_people_write_it_publishes(project: Project, text: str) -> None:
    report = told(project, text)
    assert (report.withdrawn, report.problems, report.articles) == ({}, [], 2)


def test_an_edited_article_is_kept_while_its_takedown_cannot_be_read_and_goes_when_it_can(project: Project) -> None:
    told(project, "note: Catatan.\n")
    path = project.article("a.txt")[2]
    path.write_text(path.read_text().replace("bergantian", "bergiliran"))
    name = path.relative_to(project.articles).as_posix()
    for _ in range(2):
        report = told(project, "publish: nanti\n")
        assert (report.withheld, list(report.withdrawn)) == ([name], ["a.txt"])
        assert path.exists()
    assert told(project, "publish: tidak\n").withheld == []
    assert not path.exists()


def test_keys_are_read_in_indonesian_and_in_any_case(project: Project) -> None:
    text = """
        Judul: Gudang Seroja Dibuka
        TANGGAL: Jumat, 25 Oktober 2024
        Wartawan: Sari Teladan; Tono Teladan
        penyunting: Danu Contoh dan Wati Contoh
        dibaca: 12.500
        Media: Koran Teladan dan Kawan
        kantor-berita: Kantor Teladan
        Fotografer: Rudi Contoh
        pemilihan: pilgub dki JAKARTA 2024
        Tahapan: KAMPANYE
        ringkasan: Gudang dibuka.
        bahasa: jv
        tanggal disimpan: 30/10/2024
        catatan: Catatan pengelola.
        Tinjau: []
        isi: |
          Isi yang baru.
    """
    report = told(
        project, "\n".join(line.strip() if "Isi yang" not in line else "  Isi." for line in text.splitlines())
    )
    assert report.problems == []
    values, body, _ = project.article("a.txt")
    assert values["title"] == "Gudang Seroja Dibuka"
    assert (str(values["date"]), str(values["saved_on"])) == ("2024-10-25", "2024-10-30")
    assert values["reporter"] == ["Sari Teladan", "Tono Teladan"]
    assert values["editor"] == ["Danu Contoh", "Wati Contoh"]
    assert (values["views"], values["source"], values["agency"]) == (12500, "Koran Teladan dan Kawan", "Kantor Teladan")
    assert (values["election"], values["stage"]) == ("pilgub-dki-2024", "kampanye")
    assert (values["photographer"], values["summary"], values["lang"]) == ("Rudi Contoh", "Gudang dibuka.", "jv")
    assert (values["note"], values["review"], body.strip()) == ("Catatan pengelola.", [], "Isi.")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("views: 1.23", "`views` must be a whole number less than 1000000000000, not 1.23"),
        ("tanggal: Senin, 25 Oktober 2024", "`tanggal` must be one day, and 2024-10-25 was a Jumat"),
        ("date: 30/30/2024", "`date` must be a date such as 2024-11-27, not '30/30/2024'"),
        ("title: Satu\nnote: Tetap.\ntitle: Dua", "line 1 gives `title` twice; leave one of them; it is left out"),
        ("title: Satu\nJudul: Dua", "gives `title` twice, as `title` and as `Judul`; leave one of them"),
        (
            "title: Nomor #1 di Melati",
            "line 1 has a `#` in `title` that cuts the text; put it in quotes; it is left out",
        ),
        ("title: #Melati", "line 1 has a `#` in `title` that cuts the text; put it in quotes; it is left out"),
        ("reporter:\n- Sari #1", "line 1 has a `#` in `reporter` that cuts the text; put it in quotes; it is left out"),
        ("reporter: No", "`reporter` must be a text or a list of texts, not False"),
        ("tone: positif", "`tone` is a mark of your own, and those are not read yet; take it out"),
        ("Tags: [a]", "`Tags` is a mark of your own, and those are not read yet; take it out"),
        ("tahapan: Masa Depan", "unknown stage `Masa Depan`"),
    ],
)
def test_what_is_not_plain_is_named_and_left_out_and_the_rest_counts(project: Project, text: str, problem: str) -> None:
    told(project, "photographer: Rudi Contoh\n")
    before = project.article("a.txt")[0]
    report = told(project, f"{text}\nphotographer: Rudi Contoh\n")
    assert len(report.problems) == 1
    assert report.problems[0].startswith(f"a.yaml: {problem}")
    after = project.article("a.txt")[0]
    changed = {key for key in after if key != "stamp" and after[key] != before[key]}
    assert changed <= {"note"}
    assert report.exit is Exit.REFUSED


@pytest.mark.parametrize(
    "text", ["title: Nomor 1  # di halaman lain", "title: 'Nomor 1' #tetap", "note: A#1", "views: 12 #kira-kira"]
)
def test_a_comment_is_a_comment(project: Project, text: str) -> None:
    assert told(project, text).problems == []


def test_a_sidecar_between_two_lines_like_front_matter_is_read(project: Project) -> None:
    assert told(project, "---\ntitle: Gudang Seroja\n---\n").problems == []
    assert project.article("a.txt")[0]["title"] == "Gudang Seroja"


@pytest.mark.parametrize("name", ["a.txt.yaml", "A.YAML", "a.yaml.txt"])
def test_a_sidecar_that_is_named_otherwise_is_used(project: Project, name: str) -> None:
    report = told(project, "title: Gudang Seroja\n", name)
    assert (report.pages, report.problems, report.notices) == (2, [], [])
    assert project.article("a.txt")[0]["title"] == "Gudang Seroja"


def test_a_sidecar_of_two_pages_is_named_and_used_for_neither(project: Project) -> None:
    project.page("a.html", f"<h1>Judul</h1><pre>{OTHER}</pre>")
    report = told(project, "title: Gudang Seroja\n")
    assert report.problems == ["a.yaml: speaks of several pages and is used for none; write a.html.yaml or a.txt.yaml"]
    assert "Seroja" not in str(project.files())
    (project.saved / "a.yaml").rename(project.saved / "a.txt.yaml")
    assert project.clean().problems == []
    assert project.article("a.txt")[0]["title"] == "Gudang Seroja"


def test_a_takedown_in_a_sidecar_of_two_pages_withholds_both(project: Project) -> None:
    project.page("a.html", f"<h1>Judul</h1><pre>{OTHER.replace('gudang', 'pos jaga')}</pre>")
    report = told(project, "publish: tidak\n")
    assert report.withdrawn.keys() == {"a.html", "a.txt"}
    assert {*report.withdrawn.values()} == {"withheld until a.yaml can be read"}


def test_a_second_page_of_a_name_ends_what_a_sidecar_said_of_the_first(project: Project) -> None:
    told(project, "title: Gudang Seroja\n")
    page = project.page("a.html", "<h1>Judul</h1>")
    assert len(project.clean().problems) == 1
    assert project.article("a.txt")[0]["title"] != "Gudang Seroja"
    page.unlink()
    assert project.clean().problems == []
    assert project.article("a.txt")[0]["title"] == "Gudang Seroja"


def test_a_date_after_the_day_of_saving_is_doubted_and_one_the_curator_tells_is_not(project: Project) -> None:
    assert told(project, "saved_on: 2024-10-23\n").problems == []
    assert project.article("a.txt")[0]["review"] == ["date: lies after the day the page was saved"]
    told(project, "saved_on: 2024-10-24\n")
    assert project.article("a.txt")[0]["review"] == []
    told(project, "saved_on: 2024-10-23\ndate: 2024-10-25\n")
    assert project.article("a.txt")[0]["review"] == []


@pytest.mark.parametrize("text", ["jangan terbitkan: ya\n", "do not publish: yes\n", "belum tayang: ya\n"])
def test_an_unknown_key_with_a_word_of_a_takedown_withholds_its_page(project: Project, text: str) -> None:
    is_withheld(told(project, text), "a.yaml: `")


def test_an_unknown_key_is_named_with_those_that_are_known(project: Project) -> None:
    [problem] = told(project, "embargo: ya\n").problems
    assert problem.startswith("a.yaml: unknown key `embargo`; known are: title, date, reporter")


@pytest.mark.parametrize("text", ["publish: false\n", "publish: nanti\n"])
@pytest.mark.parametrize("fresh", [False, True])
def test_a_takedown_of_a_renamed_page_holds_for_its_edited_article(project: Project, text: str, fresh: bool) -> None:
    project.page("a.txt", story())
    project.page("b.txt", OTHER)
    project.clean()
    path = project.article("a.txt")[2]
    path.write_text(path.read_text().replace("dilipat dan dikemas", "dilipat lalu dikemas"))
    project.clean()
    (project.saved / "a.txt").rename(project.saved / "pindah.txt")
    project.page("pindah.yaml", text)
    report = project.clean(fresh=fresh)
    name = path.relative_to(project.articles).as_posix()
    assert "pindah.txt" in report.withdrawn
    assert name not in project.files() or name in report.withheld


@pytest.mark.parametrize("text", ["publish: false\n", "publish: nanti\n"])
def test_a_takedown_of_a_save_that_cannot_be_read_any_more_takes_the_others_along(project: Project, text: str) -> None:
    for name in ("a.txt", "c.txt"):
        project.page(name, story())
    project.page("b.txt", OTHER)
    project.clean()
    name = project.article("a.txt")[2].relative_to(project.articles).as_posix()
    project.page("a.txt", "")
    project.page("a.yaml", text)
    for _ in range(2):
        report = project.clean()
        assert {"a.txt", "c.txt"} <= report.withdrawn.keys()
        assert name not in project.files() or name in report.withheld
        assert report.balanced()


def test_a_takedown_outlives_its_page_where_the_article_was_edited(project: Project) -> None:
    told(project, "note: Catatan.\n")
    path = project.article("a.txt")[2]
    path.write_text(path.read_text() + "\nDitambah tangan.\n")
    project.page("a.yaml", "publish: nanti\n")
    project.clean()
    (project.saved / "a.txt").unlink()
    report = project.clean()
    assert report.withheld == [path.relative_to(project.articles).as_posix()]


def test_the_report_is_in_the_language_of_the_last_run(project: Project) -> None:
    text = project.root / "content/.articles.kliping/report.txt"
    told(project, "foo: 1\n")
    assert "problem: a.yaml" in text.read_text()
    try:
        locale.use("id")
        project.clean()
        assert "masalah: a.yaml" in text.read_text()
    finally:
        locale.use("en")
    project.clean()
    assert "problem: a.yaml" in text.read_text()

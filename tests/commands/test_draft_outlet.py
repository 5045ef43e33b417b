"""`invoke outlet` drafts a profile: what it writes is read without complaint, and nothing there is overwritten."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from lxml import etree

from kliping.commands.draft_outlet import outlet as draft_outlet
from kliping.formats import READERS
from kliping.formats.html.named import selector_of, selectors_of
from kliping.outlets.registry import OutletRegistry
from kliping.system.yaml import parse_yaml
from tests.conftest import Project, story

PAGE = """<!DOCTYPE html><html><head><title>Gudang Melati Sibuk Sejak Pagi | Koran Teladan</title>
<meta property="og:title" content="Gudang Melati Sibuk Sejak Pagi">
<meta property="og:site_name" content="Koran Teladan">
<meta property="og:url" content="https://koranteladan.example/gudang"></head><body>
<div class="atas menu"><a href="/">Beranda</a></div>
<div class="wadah"><h1 class="judul besar">Gudang Melati Sibuk Sejak Pagi</h1>
<div class="author">Rara Contoh</div><div class="date">Kamis, 24 Oktober 2024</div>
<div class="isi-berita" id="post-4711"><p>KORANTELADAN.COM, JAKARTA - Petugas gudang menyortir surat suara di kawasan Melati sejak pagi sampai malam hari.</p>
<p>Sebanyak empat puluh orang bekerja di gudang yang dijaga bergantian oleh petugas dari kecamatan itu.</p>
<p>Hasil sortir diperiksa lagi oleh pengawas kecamatan sebelum surat suara dilipat dan dikemas dengan rapi.</p></div></div>
<div class="lain"><a href="/b">Pasar Kenanga Dibuka</a></div></body></html>"""


def outlet(project: Project, *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "invoke", "outlet", *words]
    return subprocess.run(command, cwd=project.root, capture_output=True, text=True, check=False, timeout=60)


def drafted(project: Project, domain: str, name: str, data: str) -> tuple[str, str]:
    """The profile drafted from a page, and what was printed."""
    page = project.root / name
    page.write_text(data)
    run = outlet(project, "--new", domain, "--page", str(page))
    assert run.returncode == 0, run.stderr
    return (project.root / f"content/outlets/{domain}.yaml").read_text(), run.stdout


def opened(text: str) -> str:
    """A draft with every offer taken: comments that hold YAML are part of it."""
    return re.sub(r"^# (?=(?:recognise|labels|noise|number_before_title|html):|  )", "", text, flags=re.MULTILINE)


def test_a_draft_gives_name_domain_and_printed_name_and_prints_what_is_read_already(project: Project) -> None:
    text, said = drafted(project, "koranteladan.com", "a.html", PAGE)
    assert parse_yaml(text) == {
        "name": "Koran Teladan",
        "domain": "koranteladan.com",
        "spellings": ["KORANTELADAN.COM"],
    }
    assert '  reporter      "Rara Contoh"  (byline)' in said.splitlines()
    assert "  editor        null" in said.splitlines()
    assert re.search(r"^ +\d+  body +paragraph", said, re.MULTILINE)
    assert said.splitlines()[-1].startswith("written: content/outlets/koranteladan.com.yaml")


def test_a_draft_offers_the_boxes_of_an_html_page_by_names_that_other_pages_have_too(project: Project) -> None:
    text, _ = drafted(project, "koranteladan.com", "a.html", PAGE)
    (layout,) = parse_yaml(opened(text))["html"]
    assert layout == {"body": ["div.isi-berita"], "byline": ["div.author", "div.date"], "title": ["h1.judul.besar"]}


def test_every_offer_of_a_draft_can_be_taken_and_is_read_without_complaint(project: Project) -> None:
    odd = PAGE.replace('<div class="author">Rara Contoh</div>', '<p>Disusun: Rara Contoh</p>').replace(
        "</p></div></div>", "</p><p>Simak terus warta kami</p><p>Ia pulang setelah gudang dikunci oleh penjaga malam itu.</p></div></div>"
    )  # fmt: skip
    text, _ = drafted(project, "koranteladan.com", "a.html", odd)
    file = project.root / "content/outlets/koranteladan.com.yaml"
    file.write_text(opened(text))
    values = parse_yaml(opened(text))
    assert values["labels"] == {"reporter": ["Disusun"]}
    assert values["noise"] == {"navigation": ["Simak terus warta kami"]}
    outlets = OutletRegistry.load(file.parent)
    assert outlets.problems == []
    profile = outlets.profiles["koranteladan.com"]
    assert profile.html[0].body == ("div.isi-berita",)
    assert "Disusun" in profile.words.labels["reporter"]


def test_a_drafted_profile_reads_its_page(project: Project) -> None:
    text, _ = drafted(project, "koranteladan.example", "a.html", PAGE)
    (project.root / "content/outlets/koranteladan.example.yaml").write_text(opened(text))
    project.page("a.html", PAGE)
    report = project.clean()
    values, body, _ = project.article("a.html")
    assert report.problems == []
    assert (values["source"], values["reporter"]) == ("Koran Teladan", "Rara Contoh")
    assert "Pasar" not in body


def test_a_page_that_names_nobody_is_told_so(project: Project) -> None:
    text, _ = drafted(project, "koranteladan.id", "a.txt", story().replace("CONTOHBERITA.ID, JAKARTA", "JAKARTA"))
    assert 'name: "koranteladan.id"  # no name was found on the page' in text
    assert parse_yaml(opened(text))["recognise"] == {"lines": []}


def test_a_page_of_another_outlet_is_noticed(project: Project) -> None:
    text, _ = drafted(project, "koranteladan.id", "a.txt", story())
    assert "# The page itself says contohberita.id." in text


def test_a_number_above_the_headline_is_offered_as_the_view_count(project: Project) -> None:
    text, _ = drafted(project, "contohberita.id", "a.txt", f"1042\n{story()}")
    assert parse_yaml(opened(text))["number_before_title"] is True


def test_a_page_without_a_text_still_gives_a_draft_and_the_code_is_3(project: Project) -> None:
    (project.root / "a.txt").write_text("Beranda\nKenanga\n")
    run = outlet(project, "--new", "koranteladan.id", "--page", "a.txt")
    assert run.returncode == 3
    assert "no article text found" in run.stderr
    assert (project.root / "content/outlets/koranteladan.id.yaml").is_file()


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ([], "--new DOMAIN --page FILE"),
        (["--new", "okezone.com", "--page", "a.txt"], "is there already"),
        (["--new", "dialeksis.com", "--page", "a.txt"], "take its line out of names.yaml"),
        (["--new", "Koran Teladan", "--page", "a.txt"], "is no domain"),
        (["--new", "../pemilu.id", "--page", "a.txt"], "is no domain"),
        (["--new", "koranteladan.id", "--page", "tidak-ada.txt"], "cannot be read"),
        (["--new", "koranteladan.id", "--page", "a.docx"], "suffix that is not read"),
        (["--new", "koranteladan.id", "--page", "kosong.txt"], "is empty"),
    ],
)
def test_what_cannot_be_drafted_is_refused_and_writes_nothing(project: Project, words: list[str], why: str) -> None:
    (project.root / "a.txt").write_text(story())
    (project.root / "kosong.txt").write_text("")
    names = project.root / "content/outlets/names.yaml"
    names.write_text("outlets:\n  - {name: Dialeksis, domain: dialeksis.com}\n")
    before = {path: path.read_bytes() for path in (project.root / "content/outlets").iterdir()}
    run = outlet(project, *words)
    assert run.returncode == 64, run.stdout
    assert why in run.stderr
    assert "Traceback" not in run.stderr
    assert {path: path.read_bytes() for path in (project.root / "content/outlets").iterdir()} == before


@pytest.mark.parametrize(
    ("markup", "wanted"),
    [
        ('<div id="isi"><p>x</p></div>', "#isi"),
        ('<div id="post-77" class="isi p-12"><p>x</p></div>', "div.isi"),
        ('<div class="isi">y</div><section class="baca"><div class="isi"><p>x</p></div></section>', "section.baca div.isi"),
        ('<div><p>x</p></div>', None),
        ('<div class="isi">y</div><div class="isi"><p>x</p></div>', None),
        ("<article><p>x</p></article>", "article"),
    ],
)  # fmt: skip
def test_a_box_is_named_so_that_nothing_else_is_meant(markup: str, wanted: str | None) -> None:
    root = etree.HTML(f"<html><body>{markup}</body></html>")
    assert selector_of(root.xpath("//p")[0].getparent(), root) == wanted


def test_only_a_format_that_is_read_as_html_offers_boxes(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(READERS, ".dump", READERS[".txt"])
    for name, offered in (("a.html", True), ("a.dump", False)):
        page = project.page(name, PAGE)
        with pytest.raises(SystemExit):
            draft_outlet(project.root, "koranteladan.com", str(page))
        profile = project.root / "content/outlets/koranteladan.com.yaml"
        assert ("# html:" in profile.read_text()) is offered
        profile.unlink()


def test_boxes_without_a_name_are_not_offered() -> None:
    bare = re.sub(r' (?:class|id)="[^"]*"', "", PAGE)
    assert selectors_of(bare.encode()) == {"title": ["h1"]}


def test_the_draft_is_written_where_outlets_are(project: Project) -> None:
    drafted(project, "koranteladan.com", "a.html", PAGE)
    assert Path(project.root / "content/outlets/koranteladan.com.yaml").is_file()

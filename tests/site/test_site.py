"""The digest as files: pages, feeds, escaping, and what happens to odd articles."""

from __future__ import annotations

import html
import re
from pathlib import Path

import html5lib
import pytest
from lxml import etree
from lxml import html as lxml_html

from kliping.article import frontmatter
from kliping.elections.calendars import Calendars
from tests.conftest import Project
from tests.site.conftest import Site, invoke
from tests.site.scratch import Scratch, tree


def test_every_article_stage_and_election_has_its_page_and_every_stage_its_feeds(site: Site) -> None:
    files = {path.relative_to(site.folder).as_posix() for path in site.folder.rglob("*") if path.is_file()}
    wanted = {f"berita/{key}/index.html" for key in site.articles}
    for election in Calendars.load(site.project.root / "content/elections").elections.values():
        wanted |= {f"{election.id}/index.html"}
        for stage in election.stages:
            wanted |= {f"{election.id}/{stage.id}/{name}" for name in ("index.html", "rss.xml", "atom.xml")}
    wanted |= {"index.html", "404.html", "rss.xml", "atom.xml", "lainnya/index.html", "tanpa-tanggal/index.html"}
    assert wanted <= files


def test_no_page_has_an_html_parse_error(site: Site) -> None:
    for path in site.folder.rglob("*.html"):
        parser = html5lib.HTMLParser(strict=False)
        parser.parse(path.read_bytes(), transport_encoding="utf-8")
        assert not parser.errors, f"{path.relative_to(site.folder)}: {parser.errors[:3]}"


def test_every_page_is_in_indonesian_with_one_heading_and_a_canonical_address(site: Site) -> None:
    for path in site.folder.rglob("*.html"):
        page = lxml_html.document_fromstring(path.read_bytes())
        assert page.get("lang") == "id"
        assert len(page.findall(".//h1")) == 1, path
        canonical = page.xpath("string(//link[@rel='canonical']/@href)")
        assert canonical.startswith(site.url) or path.name == "404.html", path
        assert "default-src 'self'" in page.xpath("string(//meta[@http-equiv]/@content)"), path


def test_an_undated_article_is_listed_as_such_and_is_in_no_feed(site: Site) -> None:
    undated = [row for row in site.articles.values() if not row["date"]]
    assert undated
    for row in undated:
        assert f"berita/{row['id']}/" in site.page("tanpa-tanggal")
        assert row["id"] not in (site.folder / "rss.xml").read_text()
        assert "Tanpa tanggal" in site.page(f"berita/{row['id']}")


def test_an_article_page_tells_what_each_fact_rests_on_and_why_it_was_placed(site: Site) -> None:
    row = next(row for row in site.articles.values() if row["views"] == 1152)
    text = html.unescape(re.sub(r"<[^>]+>", " ", site.page(f"berita/{row['id']}")))
    for said in (
        "Asal setiap fakta",
        "tertulis di baris penulis",
        "1.152 kali saat halaman disimpan",
        row["note"][:40],
    ):
        assert said in text
    assert "Rabu, 19 Juni 2024" in text


def test_the_text_on_the_page_is_the_text_of_the_article(site: Site) -> None:
    for path in site.project.articles.rglob("*.md"):
        values, body = frontmatter.read(path.read_bytes())
        page = lxml_html.document_fromstring((site.folder / "berita" / values["id"] / "index.html").read_bytes())
        shown = " ".join(page.text_content().split())
        for paragraph in body.split("\n\n"):
            plain = " ".join(re.sub(r"\\([^\w\s])", r"\1", paragraph).split())
            assert plain in shown


def _by_hand(project: Project, name: str, head: str, body: str = "Isi berita ini cukup satu kalimat.") -> None:
    path = project.articles / "2024" / f"{name}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"---\n{head}---\n\n{body}\n", encoding="utf-8")


def _text(project: Project, name: str) -> tuple[str, lxml_html.HtmlElement]:
    raw = (project.root / "output/berita" / name / "index.html").read_text(encoding="utf-8")
    return raw, lxml_html.document_fromstring(raw)


def test_markup_in_any_field_is_shown_as_text(project: Project) -> None:
    evil = "<script>alert(1)</script> & \"kutip\" 'petik' {{ 7*7 }} [x](javascript:alert(1))"
    quoted = evil.replace('"', '\\"')
    fields = "".join(f'{key}: "{quoted}"\n' for key in ("title", "reporter", "source", "agency", "note", "summary"))
    body = "Teks <script>alert(2)</script> dan <b onclick=x>tebal</b>.\n\n[tautan](javascript:alert(3)) {static}/../rahasia"
    _by_hand(project, "jahat", f"date: 2024-10-01\nelection: pilgub-dki-2024\nstage: kampanye\n{fields}", body)
    run = invoke(project.root, "build")
    assert run.code == 0, run.out + run.err
    raw, page = _text(project, "jahat")
    assert evil in " ".join(page.findtext(".//h1").split())
    assert "Teks <script>alert(2)</script> dan <b onclick=x>tebal</b>." in page.text_content()
    own = '<script src="../../theme/js/theme.js">'
    assert sorted(re.findall("<script[^>]*>", raw)) == [own, '<script type="application/ld+json">']
    assert "javascript:" not in " ".join(page.xpath("//@href"))
    feed = etree.parse(project.root / "output/rss.xml").getroot()
    assert html.unescape(feed.findtext("channel/item/title")) == evil


@pytest.mark.parametrize(
    ("head", "why"),
    [
        ("title: 1000\n", "`title` must be a text"),
        ("title: Benar\ndate: kemarin\n", "`date` must be a date"),
        ("title: Benar\nid: ../../luar\n", "has the id"),
        ("title: Benar\nurl: 'javascript:alert(1)'\n", "`url` must be an http"),
        ("title: Benar\nviews: banyak\n", "`views` must be a whole number"),
        ("title: [tak ditutup\n", "not YAML"),
    ],
)
def test_an_article_that_cannot_be_shown_is_named_and_the_rest_is_built(project: Project, head: str, why: str) -> None:
    _by_hand(project, "baik", "title: Baik\ndate: 2024-10-01\n")
    _by_hand(project, "buruk", head)
    run = invoke(project.root, "build")
    assert run.code == 2
    assert "buruk.md" in run.err
    assert why in run.err
    assert sorted(p.name for p in (project.root / "output/berita").iterdir()) == ["baik"]


def test_an_unknown_stage_is_named_and_its_article_listed_elsewhere(project: Project) -> None:
    _by_hand(project, "asing", "title: Tahapan Asing\ndate: 2024-10-01\nelection: pilgub-dki-2024\nstage: entah\n")
    run = invoke(project.root, "build")
    assert run.code == 2
    assert "stage `entah`" in run.err
    assert "berita/asing/" in (project.root / "output/lainnya/index.html").read_text()


def test_an_article_without_title_shows_its_first_words_marked_so(project: Project) -> None:
    _by_hand(
        project,
        "tanpa-judul",
        "title: null\ndate: 2024-10-01\n",
        "Satu dua tiga empat lima enam tujuh delapan sembilan sepuluh.",
    )
    invoke(project.root, "build")
    _, page = _text(project, "tanpa-judul")
    assert "Satu dua tiga empat lima enam tujuh delapan sembilan …" in page.text_content()
    assert "tanpa judul" in page.text_content()


def test_the_address_is_all_that_differs_between_a_local_and_a_published_build(project: Project) -> None:
    _by_hand(project, "satu", "title: Satu\ndate: 2024-10-01\n")
    invoke(project.root, "build", "--site-url", "https://a.example/kliping")
    first = tree(project.root / "output")
    invoke(project.root, "build", SITEURL="https://bb.example")
    second = tree(project.root / "output")
    for name, data in second.items():
        if name != "404.html":  # its links start at the root, so that it works at any depth
            moved = data.replace(b"https://bb.example", b"https://a.example/kliping")
            assert _hashless(first[name]) == _hashless(moved), name


def _hashless(data: bytes) -> bytes:
    """A page without the hash of its data block, in which its address stands."""
    return re.sub(rb"'sha256-[^']*'", b"", data)


def test_an_article_taken_away_leaves_the_site(project: Project) -> None:
    _by_hand(project, "satu", "title: Satu\ndate: 2024-10-01\n")
    _by_hand(project, "dua", "title: Dua\ndate: 2024-10-02\n")
    invoke(project.root, "build")
    (project.articles / "2024/dua.md").unlink()
    invoke(project.root, "build")
    assert not (project.root / "output/berita/dua").exists()
    assert "berita/dua/" not in (project.root / "output/index.html").read_text()


def test_a_hand_edited_article_says_so_and_a_doubt_names_stages_as_readers_know_them(project: Project) -> None:
    head = "title: Satu\ndate: 2024-10-01\nstamp: bukan-ini\nreview: ['stage: data_pemilih and badan_adhoc weigh nearly the same']\n"
    _by_hand(project, "satu", head)
    invoke(project.root, "build")
    _, page = _text(project, "satu")
    shown = " ".join(page.text_content().split())
    assert "disunting pengelola" in shown
    assert "Tahapan: Data Pemilih dan Badan Adhoc hampir sama kuat" in shown


def test_a_lost_character_is_seen_where_it_stood_and_told_in_indonesian(project: Project) -> None:
    head = "title: Rapat \ufffd Pleno\ndate: 2024-10-01\nreview: ['body: 1 character was lost; it stands as \ufffd']\n"
    _by_hand(project, "satu", head, "Kata \ufffdKami siap, kata panitia.")
    run = invoke(project.root, "build")
    assert run.code == 0, run.out + run.err
    _, page = _text(project, "satu")
    shown = " ".join(page.text_content().split())
    assert page.findtext(".//h1").split() == ["Rapat", "\ufffd", "Pleno"]
    assert "Kata \ufffdKami siap, kata panitia." in shown
    assert "Isi: 1 karakter hilang, tertulis sebagai \ufffd" in shown


def test_invisible_signs_in_a_hand_written_text_do_not_reach_the_page(project: Project) -> None:
    _by_hand(project, "satu", "title: Satu\ndate: 2024-10-01\n", "Kata \u202eterbalik\u202c dan\x0b tab.")
    invoke(project.root, "build")
    raw, _ = _text(project, "satu")
    assert not set("\u202e\u202c\x0b") & set(raw)


def test_an_article_may_tell_its_election_and_stage_by_their_printed_names(tmp_path: Path) -> None:
    kept = Scratch.at(tmp_path)
    text = "---\ntitle: Debat di Melati\ndate: 2024-10-01\npemilihan: pilgub dki jakarta 2024\ntahapan: KAMPANYE\n---\n\nIsi berita.\n"
    path = kept.articles / "2024/debat.md"
    path.parent.mkdir(parents=True)
    path.write_text(text)
    run = kept.build()
    assert run.code == 0, run.err
    assert "Debat di Melati" in (kept.output / "pilgub-dki-2024/kampanye/index.html").read_text()

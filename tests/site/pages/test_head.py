"""The head of a page: what search engines and messengers are told, and that it is no more than what is known."""

from __future__ import annotations

import base64
import datetime
import hashlib
import json
import re
from pathlib import Path

import pytest
from lxml import etree
from lxml import html as lxml_html

from kliping.site.output.page import SharedInputs
from kliping.site.pages import schema_org, sitemap
from kliping.site.render import filters
from kliping.site.sources.article_reader import read_row
from tests.conftest import ROOT, Project
from tests.site.conftest import Site, invoke

SHARED = SharedInputs("Kliping", "Berita.", "https://a.example/k", "", "", "", {})
HOSTILE = [
    "</script><script>alert(1)</script>",
    "<!--<script>",
    "a\u2028b\u2029c",
    "]]>&lt;&amp;",
    '"}\\"',
    "{{ 7*7 }}",
]


def _row(**values: object):
    head = "".join(f"{key}: {json.dumps(value)}\n" for key, value in {"id": "a", "title": "Judul", **values}.items())
    return read_row("a.md", f"---\n{head}---\n\nIsi berita yang cukup.\n".encode())


def _facts(block: schema_org.DataBlock) -> dict:
    return json.loads(re.fullmatch(r'<script type="application/ld\+json">(.*)</script>', block.html)[1])


def _of(**values: object) -> dict:
    return _facts(schema_org.article(_row(**values), None, SHARED))


def _page(file: Path) -> lxml_html.HtmlElement:
    return lxml_html.document_fromstring(file.read_bytes())


def test_the_linked_data_of_every_sample_is_its_front_matter(site: Site) -> None:
    for key, values in site.articles.items():
        page = _page(site.folder / "berita" / key / "index.html")
        [text] = page.xpath("//head/script[@type='application/ld+json']/text()")
        found = json.loads(text)
        address = f"{site.url}/berita/{key}/"
        day = str(values["date"]) if values["date"] else None
        printed = values["date"] and values["basis"]["date"] not in ("dateline", "weekday")
        assert found["@type"] == "NewsArticle"
        assert found["headline"] == values["title"]
        assert found.get("datePublished") == (day if printed else None)
        assert found.get("temporalCoverage") == (None if printed else day)
        assert found["inLanguage"] == values["lang"]
        assert found["url"] == found["mainEntityOfPage"]["@id"] == address
        assert found["sourceOrganization"]["name"] == found["creditText"] == values["source"]
        assert found["sourceOrganization"]["url"] == f"https://{values['outlet']}/"
        publisher = {"@type": "NewsArticle", "publisher": found["sourceOrganization"]}
        assert found["isBasedOn"] == (values["url"] or publisher)
        assert found["isPartOf"]["url"] == f"{site.url}/"
        crumbs = found["mainEntityOfPage"]["breadcrumb"]["itemListElement"]
        assert [step["item"].removeprefix(site.url) for step in crumbs] == [
            f"/{re.sub(r'^(../)+', '', link)}" for link in page.xpath("//nav[@class='breadcrumb']//a/@href")
        ]
        assert "null" not in text


def test_the_samples_are_retold_so_nobody_is_named_as_their_author_or_owner(site: Site) -> None:
    for key, values in site.articles.items():
        [text] = _page(site.folder / "berita" / key / "index.html").xpath("//head/script/text()")
        assert not {"author", "editor", "publisher", "copyrightHolder"} & json.loads(text).keys()
        people = [name for name in (values["reporter"], values["editor"]) if name]
        assert not [name for name in people if name in text]


@pytest.mark.parametrize(
    "note",
    [
        "Naskah ini menceritakan ulang laporan aslinya.", "Ditulis ulang oleh pengelola.", "Kami menuliskan kembali faktanya.",
        "Terjemahan dari bahasa Inggris.", "Disadur dari laporan asli.", "Dengan kata-kata sendiri.",
        "Ini bukan kalimat asli media tersebut.", "Retold in our own words.",
    ],
)  # fmt: skip
def test_a_note_that_the_text_is_retold_takes_the_people_out(note: str) -> None:
    found = _of(note=note, reporter="Ani Contoh", editor="Budi Contoh", source="Media")
    assert not {"author", "editor", "publisher", "copyrightHolder"} & found.keys()
    assert found["sourceOrganization"] == {"@type": "Organization", "name": "Media"}


@pytest.mark.parametrize("note", [None, "Foto aslinya sudah tidak ada.", "Judul dikoreksi media pada hari yang sama."])
def test_other_notes_leave_them_in(note: str | None) -> None:
    found = _of(note=note, reporter=["Ani Contoh", "Cici Contoh"], editor="Budi Contoh", outlet="media.example")
    assert found["author"] == [{"@type": "Person", "name": name} for name in ("Ani Contoh", "Cici Contoh")]
    assert found["editor"] == [{"@type": "Person", "name": "Budi Contoh"}]
    owner = {"@type": "Organization", "name": "media.example", "url": "https://media.example/"}
    assert found["publisher"] == found["copyrightHolder"] == found["sourceOrganization"] == owner


def test_what_is_not_known_is_not_said() -> None:
    found = _of(title=None)
    assert (
        not {"headline", "datePublished", "temporalCoverage", "author", "editor", "isBasedOn", "publisher"}
        & found.keys()
    )
    assert not {"articleSection", "creditText", "copyrightHolder", "sourceOrganization"} & found.keys()
    assert found["isAccessibleForFree"] is True


@pytest.mark.parametrize(
    ("basis", "day"),
    [("byline", True), ("metadata", True), ("url", True), ("curator", True), ("dateline", False), ("weekday", False)],
)
def test_the_day_of_an_event_is_not_given_out_as_that_of_publication(basis: str, day: bool) -> None:
    text = f'---\nid: "a"\ntitle: "Judul"\ndate: 2024-10-01\nbasis: {{"date": "{basis}"}}\n---\n\nIsi.\n'
    row = read_row("a.md", text.encode())
    assert row.date == datetime.date(2024, 10, 1)
    assert schema_org.published(row) == ("2024-10-01" if day else None)


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_can_break_out_of_the_data_block(text: str) -> None:
    row = _row(reporter=[text], source=text, summary=text, note=None)
    block = schema_org.article(row, None, SHARED)
    inside = block.html.removeprefix('<script type="application/ld+json">').removesuffix("</script>")
    assert not set(inside) & set("<>&\u2028\u2029")
    found = json.loads(inside)
    assert found["author"] == [{"@type": "Person", "name": row.reporter[0]}]
    assert found["description"] == row.summary
    assert schema_org.block({"a": text}).html.count("<") == 2
    assert json.loads(schema_org.block({"a": text}).html[35:-9]) == {"a": text}


def test_the_policy_lets_the_pages_own_data_block_pass_and_no_other(site: Site) -> None:
    for file in site.folder.rglob("*.html"):
        page = _page(file)
        blocks = page.xpath("//script[not(@src)]/text()")
        hashes = [f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'" for text in blocks]
        policy = page.xpath("string(//meta[@http-equiv='Content-Security-Policy']/@content)")
        assert re.findall(r"'sha[^']*'", policy) == hashes, file
        assert "'unsafe" not in policy


def test_each_page_forbids_all_but_files_of_the_site_before_it_names_any(site: Site) -> None:
    """Only the search page may run WebAssembly besides."""
    for path in site.folder.rglob("*.html"):
        text, file = path.read_text(encoding="utf-8"), path.relative_to(site.folder).as_posix()
        (policy,) = re.findall(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">', text)
        rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
        scripts = rules.pop("script-src", "'self'").split()
        assert rules == {
            "default-src": "'self'",
            "img-src": "'self'",
            "style-src": "'self'",
            "base-uri": "'none'",
            "form-action": "'self'",
        }, file
        more = [source for source in scripts if not source.startswith("'sha256-")]
        assert more == ["'self'", *(["'wasm-unsafe-eval'"] if file == "cari/index.html" else [])], file
        assert not re.search(r"<(?:script|link|img)\b", text[: text.index(policy)]), file


def test_home_tells_what_the_site_is_and_how_it_is_searched_where_it_can_be(site: Site) -> None:
    [text] = _page(site.folder / "index.html").xpath("//head/script/text()")
    found = json.loads(text)
    assert (found["@type"], found["url"], found["inLanguage"]) == ("WebSite", f"{site.url}/", "id")
    assert ("potentialAction" in found) == (site.folder / "cari/index.html").exists()
    target = _facts(schema_org.website(SHARED, "cari/"))["potentialAction"]["target"]
    assert target["urlTemplate"] == "https://a.example/k/cari/?q={search_term_string}"


def test_the_data_is_linked_as_a_dataset(site: Site) -> None:
    [text] = _page(site.folder / "data/index.html").xpath("//head/script/text()")
    found = json.loads(text)
    files = [part["contentUrl"].removeprefix(f"{site.url}/") for part in found["distribution"]]
    assert found["@type"] == "Dataset"
    assert all((site.folder / file).is_file() for file in files)


def test_every_page_has_a_description_of_fitting_length_and_says_the_same_to_messengers(site: Site) -> None:
    for file in site.folder.rglob("*.html"):
        page = _page(file)
        told = {meta.get("property"): meta.get("content") for meta in page.xpath("//meta[@property]")}
        [said] = page.xpath("//meta[@name='description']/@content")
        assert 0 < len(said) <= 200, file
        assert told["og:description"] == said
        assert all(told[key] for key in ("og:title", "og:type", "og:site_name", "og:locale"))
        if file.name != "404.html":
            assert told["og:url"] == page.xpath("string(//link[@rel='canonical']/@href)")
        assert all(told.values()), file


@pytest.mark.parametrize("words", [1, 12, 40, 400])
def test_a_long_description_is_cut_at_a_word(words: int) -> None:
    text = " ".join(["kata,"] * words)
    found = filters.brief(text)
    assert len(found) <= 200
    assert found == text or re.fullmatch(r"(?:kata, )*kata…", found)
    assert 0 < len(filters.brief("x" * 999)) <= 200


def _by_hand(
    project: Project, name: str, head: str, body: str = "Isi berita ini cukup satu kalimat."
) -> etree._Element:
    path = project.articles / "2024" / f"{name}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"---\n{head}---\n\n{body}\n", encoding="utf-8")
    run = invoke(project.root, "build")
    assert run.code == 0, run.err
    return _page(project.root / "output/berita" / name / "index.html")


def test_nothing_in_the_head_is_empty_or_wrong_for_an_untitled_article_in_another_language(project: Project) -> None:
    page = _by_hand(project, "satu", "title: null\nlang: en\ndate: null\n", "***\n\nSome words.")
    told = {meta.get("property"): meta.get("content") for meta in page.xpath("//meta[@property]")}
    assert "og:locale" not in told, "its words are not Indonesian"
    assert "article:published_time" not in told
    assert all(told.values())
    assert page.xpath("string(//meta[@name='description']/@content)")


def test_the_day_of_publication_is_told_where_it_is_known(project: Project) -> None:
    page = _by_hand(project, "satu", "title: Satu\ndate: 2024-10-01\nbasis: {date: byline}\n")
    assert page.xpath("string(//meta[@property='article:published_time']/@content)") == "2024-10-01"


def test_the_colour_around_a_page_is_that_of_its_paper() -> None:
    css = (ROOT / "theme/static/css/kliping.css").read_text()
    links = (ROOT / "theme/templates/links.html").read_text()
    light, dark = re.findall(r"--paper: (#[0-9a-f]{6});", css)[:2]
    assert re.findall(r'"theme-color" content="(\S+)" media="\(prefers-color-scheme: (\w+)\)"', links) == [
        (light, "light"),
        (dark, "dark"),
    ]


def _listed(folder: Path, url: str) -> list[str]:
    maps = [
        etree.parse(folder / loc.removeprefix(f"{url}/"))
        for loc in etree.parse(folder / "sitemap.xml").xpath("//*[local-name()='loc']/text()")
    ]
    return [loc for found in maps for loc in found.xpath("//*[local-name()='loc']/text()")]


def test_the_sitemap_lists_every_page_of_the_site_exactly_once(site: Site) -> None:
    pages = {
        path.relative_to(site.folder).as_posix().removesuffix("index.html") for path in site.folder.rglob("index.html")
    }
    listed = _listed(site.folder, site.url)
    assert sorted(listed) == sorted(f"{site.url}/{path}" for path in pages - {"cari/"})
    assert {f"{site.url}/{path}" for path in ("", "tentang/", "data/", "tanpa-tanggal/")} <= {*listed}


def test_no_page_is_said_to_have_changed_on_a_day_that_nobody_knows(site: Site) -> None:
    assert not [path for path in site.folder.rglob("*.xml") if b"lastmod" in path.read_bytes()]


def test_a_page_that_is_nowhere_is_not_to_be_indexed_and_every_other_is(site: Site) -> None:
    marked = {
        path.relative_to(site.folder).as_posix()
        for path in site.folder.rglob("*.html")
        if b"noindex" in path.read_bytes()
    }
    assert marked - {"cari/index.html"} == {"404.html"}


def test_a_map_holds_no_more_addresses_than_it_may(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sitemap, "MOST", 2)
    files = [f"l{number}/index.html" for number in range(5)] + ["404.html", "cari/index.html", "x/rss.xml"]
    made = {output.file: output.make(None) for output in sitemap.outputs(SHARED, files, [])}
    maps = {
        name: re.findall("<url><loc>(.*?)</loc>", text) for name, text in made.items() if name.startswith("sitemap/")
    }
    assert {name: len(found) for name, found in maps.items()} == {
        "sitemap/daftar.xml": 2, "sitemap/daftar-2.xml": 2, "sitemap/daftar-3.xml": 1
    }  # fmt: skip
    assert sorted(loc for found in maps.values() for loc in found) == [
        f"{SHARED.site_url}/l{number}/" for number in range(5)
    ]
    assert all(f"/{name}<" in made["sitemap.xml"] for name in maps)

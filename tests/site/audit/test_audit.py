"""The audit refuses each kind of broken site, and the swap leaves the old one whole."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kliping.site.audit import Audit
from kliping.site.output import publish
from kliping.site.output.publish import Published, exchange
from kliping.system.errors import Stop
from tests.site.conftest import Site, invoke

BREAKS = [
    ("index.html", b"</main>", b"<script src='x.js'></script></main>", "active content <script>"),
    ("index.html", b"</main>", b'<script src="x.js"></script></main>', "x.js, which is not there"),
    ("index.html", b"</main>", b'<script src="https://contoh.example/x.js"></script></main>', "another host"),
    ("index.html", b"</main>", b'<script src="//contoh.example/x.js"></script></main>', "another host"),
    ("index.html", b"</main>", b'<script type="module">x()</script></main>', "active content <script>"),
    ("index.html", b"</main>", b'<img src="https://contoh.example/x.png"></main>', "another host"),
    ("index.html", b"</main>", b'<link rel="stylesheet" href="https://contoh.example/x.css"></main>', "another host"),
    (
        "index.html",
        b"</main>",
        b'<script type="application/ld+json">{"a": "<!--<script>"}</script></main>',
        "strict form",
    ),
    ("index.html", b"</main>", b"<ScRiPt>x()</sCrIpT></main>", "active content <script>"),
    ("index.html", b"</main>", b'<form action="https://contoh.example/"></form></main>', "another host"),
    ("index.html", b"</main>", b'<form action="index.html" method="post"></form></main>', "active content <form>"),
    (
        "index.html",
        b"</main>",
        b'<form><button formaction="https://contoh.example/">x</button></form></main>',
        "another",
    ),
    ("index.html", b"</main>", b"<iframe src='x'></iframe></main>", "active content <iframe>"),
    ("index.html", b"<main", b"<main onclick='x()'", "active attribute onclick"),
    ("index.html", b"<main", b"<main style='x'", "active attribute style"),
    ("index.html", b"</main>", b"<svg/onload=x()></main>", "no tag in the strict form"),
    ("index.html", b"</main>", b"<img src=x onerror=x()></main>", "no tag in the strict form"),
    ("index.html", b"</main>", b"<p title='</p><script>x()</script>'></main>", "no tag in the strict form"),
    ("index.html", b"</main>", b"<!--><script>x()</script>--></main>", "active content <script>"),
    ("index.html", b"</main>", b"1 < 2</main>", "no tag in the strict form"),
    ("index.html", b"</main>", b"<a href='java\tscript:x()'>x</a></main>", "scheme javascript:"),
    ("index.html", b"</main>", b"<a href='&#106;avascript:x()'>x</a></main>", "scheme javascript:"),
    ("index.html", b"</main>", b"<a href='data:text/html,x'>x</a></main>", "scheme data:"),
    ("index.html", b"</main>", b"<a href='berita/tidak-ada/'>x</a></main>", "which is not there"),
    ("index.html", b"</main>", b"<a href='../../rahasia'>x</a></main>", "which is not there"),
    ("index.html", b"<head>", b"<head><meta http-equiv='refresh' content='0;url=x'>", "moves readers on"),
    ("index.html", b"</main>", b"\xff</main>", "is not UTF-8"),
    ("index.html", b"</main>", b'<script src="data/berita.csv"></script></main>', "active content <script>"),
    ("index.html", b'"url":"http', b'"url":"java\\u0073cript:x()//http', "'javascript:x()//http"),
    ("index.html", b'"url":"http', b'"url":http', "is no JSON"),
    ("rss.xml", b"</channel>", b"</chanel>", "no well-formed XML"),
    ("rss.xml", b"<rss", b"<!DOCTYPE rss><rss", "has a doctype"),
    ("rss.xml", b"<rss", b'<!DOCTYPE rss [<!ENTITY a "b">]><rss', "has a doctype"),
    ("rss.xml", b"</channel>", b"<title>&a;</title></channel>", "no well-formed XML"),
    ("rss.xml", b'encoding="utf-8"', b'encoding="iso-8859-1"', "is not UTF-8"),
    ("rss.xml", b"<rss", b"<?php x() ?><rss", "processing instruction"),
    ("rss.xml", b'href="theme/feed.xsl"', b'href="https://contoh.example/x.xsl"', "processing instruction"),
    ("rss.xml", b'href="theme/feed.xsl"', b'href="theme/lain.xsl"', "theme/lain.xsl, which is not there"),
    (
        "rss.xml",
        b"</channel>",
        b'<s xmlns="http://www.w3.org/1999/xhtml"><script>x()</script></s></channel>',
        "active content <script>",
    ),
    (
        "rss.xml",
        b"</channel>",
        b'<s xmlns="http&#58;//www.w3.org/2000/svg" onload="x()"/></channel>',
        "active attribute onload on <s>",
    ),
    ("rss.xml", b"<link>http", b"<link>javascript:x()//http", "is no whole address"),
    ("rss.xml", b"<link>http", b"<link>/berita/http", "is no whole address"),
    ("rss.xml", b"</item>", b'<enclosure url="data:x" length="1" type="a/b"/></item>', "'data:x' is no whole address"),
    ("rss.xml", b"</item>", b'<guid isPermaLink="false">javascript:x()</guid></item>', "is no id"),
    ("rss.xml", b"</item>", b"<guid>urn:uuid:1</guid></item>", "is no whole address"),
    ("rss.xml", b'<atom:link href="http', b'<atom:link href="ftp', "is no whole address"),
    ("rss.xml", b"<description>", b"<description>&lt;script&gt;x()&lt;/script&gt;", "active content <script>"),
    ("rss.xml", b"<description>", b"<description><![CDATA[<img src=x onerror=x()>]]>", "no tag in the strict form"),
    (
        "rss.xml",
        b"<description>",
        b'<description>&#060;a href="javascript:x()"&#x003e;x&lt;/a&gt;',
        "'javascript:x()' is no whole address",
    ),
    (
        "rss.xml",
        b"<description>",
        b'<description>&lt;img src="https://contoh.example/x.png"&gt;',
        "loaded from another host",
    ),
    (
        "rss.xml",
        b"<description>",
        b'<description>&lt;form action="https://contoh.example/"&gt;',
        "active content <form>",
    ),
    (
        "rss.xml",
        b"</item>",
        b'<c:encoded xmlns:c="http://purl.org/rss/1.0/modules/content/"><![CDATA[<p onclick="x()">a</p>]]></c:encoded></item>',
        "active attribute onclick",
    ),
    (
        "atom.xml",
        b"</entry>",
        b'<content type="html">&lt;iframe src="x"&gt;</content></entry>',
        "active content <iframe>",
    ),
    (
        "atom.xml",
        b"</entry>",
        b'<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p onclick="x()"/></div></content></entry>',
        "active attribute onclick",
    ),
    ("atom.xml", b"<id>urn:uuid", b"<id>javascript:uuid", "is no id"),
    (
        "atom.xml",
        b"</entry>",
        b"<author><name>a</name><uri>javascript:x()</uri></author></entry>",
        "is no whole address",
    ),
    ("langganan/kliping.opml", b'xmlUrl="http', b'xmlUrl="javascript:x()//http', "is no whole address"),
    ("langganan/kliping.opml", b'htmlUrl="http', b'htmlUrl="//http', "is no whole address"),
    ("sitemap.xml", b"<loc>http", b"<loc>file", "is no whole address"),
    ("feed.json", b'"url": "http', b'"url": "javascript:x()//http', "is no whole address"),
    ("feed.json", b'"home_page_url": "http', b'"home_page_url": "/http', "is no whole address"),
    (
        "feed.json",
        b'"content_text"',
        b'"content_html": "<script>x()</script>", "content_text"',
        "active content <script>",
    ),
    ("feed.json", b'"id": "urn:uuid', b'"id": "data:uuid', "is no id"),
    ("data/datapackage.json", b"}", b"", "is no JSON"),
    ("theme/favicon.svg", b"</svg>", b"<script>x()</script></svg>", "active content <script>"),
    (
        "theme/favicon.svg",
        b"</svg>",
        b'<foreignObject><body xmlns="http://www.w3.org/1999/xhtml"/></foreignObject></svg>',
        "active content <foreignobject>",
    ),
    ("theme/favicon.svg", b"<svg ", b'<svg onload="x()" ', "active attribute onload"),
    (
        "theme/favicon.svg",
        b"</svg>",
        b'<use href="https://contoh.example/x.svg#a"/></svg>',
        "is no part of the picture",
    ),
    (
        "theme/favicon.svg",
        b"</svg>",
        b'<a xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="javascript:x()"><path/></a></svg>',
        "is no part of the picture",
    ),
    (
        "theme/favicon.svg",
        b"</svg>",
        b'<a><set attributeName="href" to="javascript:x()"/></a></svg>',
        "changes its href",
    ),
    ("theme/favicon.svg", b"</svg>", b"<style>@import 'x'</style></svg>", "imports another sheet"),
    ("theme/favicon.svg", b"<svg ", b'<?xml-stylesheet href="x"?><svg ', "a processing instruction"),
    ("theme/favicon.svg", b"</svg>", b'<path style="fill: url(//contoh.example/x)"/></svg>', "names another host"),
    ("theme/css/kliping.css", b"@media print", b'@import "x.css"; @media print', "imports another sheet"),
    ("theme/css/kliping.css", b"@media print", b"@\\69mport 'x.css'; @media print", "imports another sheet"),
    (
        "theme/css/kliping.css",
        b"@media print",
        b"a { background: url(https://contoh.example/x.png) } @media print",
        "names another host",
    ),
    (
        "theme/css/kliping.css",
        b"@media print",
        b"a { background: url(\\2f /contoh.example/x.png) } @media print",
        "names another host",
    ),
    (
        "theme/css/kliping.css",
        b"@media print",
        b"a { width: expres/**/sion(x()); width: expression (x()) } @media print",
        "active content in a style",
    ),
    ("theme/css/kliping.css", b"@media print", b"a { behavior: url(x.htc) } @media print", "active content in a style"),
    (
        "theme/css/kliping.css",
        b"@media print",
        b"a { background: url(data:image/png;base64,AA) } @media print",
        "no file of the site",
    ),
    ("theme/feed.xsl", b"</xsl:stylesheet>", b'<xsl:import href="x.xsl"/></xsl:stylesheet>', "active content <import>"),
    ("theme/feed.xsl", b"<h1>", b"<script>x()</script><h1>", "active content <script>"),
    ("theme/feed.xsl", b"<h1>", b'<h1 onclick="x()">', "active attribute onclick"),
    (
        "theme/feed.xsl",
        b"<xsl:value-of ",
        b'<xsl:value-of disable-output-escaping="yes" ',
        "makes markup of a feed's text",
    ),
    ("theme/feed.xsl", b"<h1>", b"<xsl:copy-of select=\"document('x')\"/><h1>", "reads another document"),
    ("theme/feed.xsl", b'<xsl:attribute name="lang">', b'<xsl:attribute name="onclick">', "active attribute onclick"),
    (
        "theme/feed.xsl",
        b'href="{$root}theme/css',
        b'href="https://contoh.example/theme/css',
        "loaded from another host",
    ),
    ("theme/feed.xsl", b"<h1>", b'<xsl:element name="script"/><h1>', "active content <element>"),
]


def _files(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_the_sample_site_passes(site: Site) -> None:
    files = _files(site.folder)
    audit = Audit(files, site.url)
    assert [why for name, data in files.items() for why in audit.of(name, data)] == []
    ids = [path.name for path in (site.folder / "berita").iterdir()]
    assert audit.whole(files, ids) == []


@pytest.mark.parametrize(("file", "old", "new", "why"), BREAKS)
def test_a_broken_page_or_feed_is_found(site: Site, file: str, old: bytes, new: bytes, why: str) -> None:
    files = _files(site.folder)
    assert old in files[file]
    audit = Audit(files, site.url)
    for name, data in files.items():  # what is good on other pages does not excuse this one
        audit.of(name, data)
    found = audit.of(file, files[file].replace(old, new, 1))
    assert any(line.startswith(file) and why in line for line in found), found


def test_what_is_harmless_passes(site: Site) -> None:
    audit = Audit(_files(site.folder), site.url)
    page = '<script type="application/ld+json">{"a": 1}</script><script src="theme/js/theme.js" defer></script>'
    page += "<!doctype html><!-- catatan --><p class='a' hidden>1 &lt; 2 &gt; 1 > 0<br/><a href='#isi'>x</a><input disabled></p>"
    assert audit.of("index.html", page.encode()) == []


def test_a_script_lies_with_the_theme_or_with_pagefind(site: Site) -> None:
    audit = Audit(_files(site.folder), site.url)
    for name in ("berita/x.js", "x.mjs", "data/x.wasm", "pagefindx/x.js", "X.JS"):
        assert audit.of(name, b"x()") == [
            f"{name}: a script that lies neither in theme/ nor in pagefind/; put it into theme/static"
        ]
    assert audit.of("theme/js/theme.js", b"x()") == []


@pytest.mark.parametrize("name", ["x.htm", "x.XHTML", "x.svgz", "berita/x.swf"])
def test_a_kind_of_page_that_nobody_looked_into_is_refused(site: Site, name: str) -> None:
    assert Audit(_files(site.folder), site.url).of(name, b"") == [
        f"{name}: a kind of page that is not audited; publish it as .html"
    ]


def test_the_suffix_in_capitals_hides_nothing(site: Site) -> None:
    assert "active content <script>" in Audit([], site.url).of("x.HTML", b"<script>x()</script>")[0]


def test_words_that_only_look_like_markup_pass_in_feeds(site: Site) -> None:
    """As a headline of signs is written by our own feeds: escaped as HTML, or plain in JSON."""
    files = _files(site.folder)
    audit = Audit(files, site.url)
    rss = files["rss.xml"].replace(
        b"<description>", b"<description>1 &#x3E; 2 &#x26;lt;script&#x26;gt; javascript: //x ", 1
    )
    assert audit.of("rss.xml", rss) == []
    json = files["feed.json"].replace(b'"title": "', b'"title": "<script>x()</script> javascript:', 1)
    assert audit.of("feed.json", json) == []
    css = b"/* https://contoh.example @import */ a::after { content: '(' attr(href) ')' } b { mask: url(x.svg#a) }"
    assert audit.of("theme/css/x.css", css) == []


def test_a_page_without_article_and_an_article_without_page_are_found() -> None:
    files = {"index.html", "berita/satu/index.html", "berita/dua/index.html"}
    audit = Audit(files, "https://contoh.example")
    assert any("without its article" in line for line in audit.whole(files, ["satu"]))
    assert any("without its page" in line for line in audit.whole(files, ["satu", "dua", "hilang"]))


def test_a_site_that_fails_its_audit_leaves_the_old_one_standing(site: Site, tmp_path: Path) -> None:
    project = tmp_path / "digest"
    shutil.copytree(site.project.root, project)
    before = (project / "output/index.html").read_bytes()
    base = project / "theme/templates/base.html"
    base.write_text(base.read_text().replace("</body>", "<script>x()</script></body>"))
    run = invoke(project, "build", "--site-url", site.url)
    assert run.code == 1
    assert "failed its audit" in run.err
    assert (project / "output/index.html").read_bytes() == before
    assert invoke(project, "build", "--site-url", site.url).code == 1, "the same build again finds the same"
    base.write_text(base.read_text().replace("<script>x()</script>", ""))
    assert invoke(project, "build", "--site-url", site.url).code == 0
    assert (project / "output/index.html").read_bytes() == before


def test_a_template_with_an_unknown_name_fails_the_build_in_one_line(site: Site, tmp_path: Path) -> None:
    project = tmp_path / "digest"
    shutil.copytree(site.project.root, project)
    page = project / "theme/templates/stage.html"
    page.write_text(page.read_text().replace("{% endblock %}", "{{ stage.tidak_ada }}{% endblock %}", 1))
    run = invoke(project, "build", "--site-url", site.url)
    assert run.code == 1
    assert "Traceback" not in run.err
    assert "tidak_ada" in run.err


def _old_site(folder: Path) -> None:
    folder.mkdir(parents=True)
    for name in ("index.html", "404.html", "rss.xml", "atom.xml"):
        (folder / name).write_text("lama")


def test_a_build_killed_between_two_renames_gets_its_old_site_back(tmp_path: Path) -> None:
    output, state = tmp_path / "output", tmp_path / ".output.kliping"
    _old_site(state / "old")
    Published(output, state)
    assert (output / "index.html").read_text() == "lama"


def test_without_the_systems_exchange_two_renames_do_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(publish.sys, "platform", "another")
    new, place, aside = tmp_path / "new", tmp_path / "place", tmp_path / "aside"
    _old_site(place)
    new.mkdir()
    (new / "index.html").write_text("baru")
    exchange(new, place, aside)
    assert (place / "index.html").read_text() == "baru"
    assert (new / "index.html").read_text() == "lama"
    assert not aside.exists()


def test_an_exchange_that_cannot_be_made_leaves_the_old_site(tmp_path: Path) -> None:
    output = tmp_path / "output"
    _old_site(output)
    with pytest.raises(OSError, match="next"):
        exchange(tmp_path / "next", output, tmp_path / "old")
    assert (output / "index.html").read_text() == "lama"


def test_a_file_that_no_build_wrote_is_not_thrown_away(site: Site, tmp_path: Path) -> None:
    project = tmp_path / "digest"
    shutil.copytree(site.project.root, project)
    (project / "output/catatan.html").write_text("milik pengguna")
    run = invoke(project, "build", "--site-url", site.url)
    assert run.code == 64
    assert "catatan.html" in run.err
    (project / "output/catatan.html").unlink()
    assert invoke(project, "build", "--site-url", site.url).code == 0


@pytest.mark.parametrize("names", [["penting.txt", "a.doc"], ["halaman.html"]])
def test_a_folder_with_something_else_in_it_is_never_replaced(tmp_path: Path, names: list[str]) -> None:
    output = tmp_path / "dokumen"
    output.mkdir()
    for name in names:
        (output / name).write_text("jangan hilang")
    with pytest.raises(Stop, match="no build put there"):
        Published(output, tmp_path / ".dokumen.kliping")
    assert all((output / name).read_text() == "jangan hilang" for name in names)

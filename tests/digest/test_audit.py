"""The audit refuses each kind of broken site, and the swap leaves the old one whole."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kliping.report import Stop
from kliping.site import swap
from kliping.site.audit import Audit
from kliping.site.publish import Published

from .conftest import Site, invoke

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
    ("rss.xml", b"</channel>", b"</chanel>", "no well-formed XML"),
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
    page = '<script type="application/ld+json">{"a": 1}</script><script src="theme/css/kliping.css" defer></script>'
    page += "<!doctype html><!-- catatan --><p class='a' hidden>1 &lt; 2 &gt; 1 > 0<br/><a href='#isi'>x</a><input disabled></p>"
    assert audit.of("index.html", page.encode()) == []


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
    monkeypatch.setattr(swap.sys, "platform", "another")
    new, place, aside = tmp_path / "new", tmp_path / "place", tmp_path / "aside"
    _old_site(place)
    new.mkdir()
    (new / "index.html").write_text("baru")
    swap.exchange(new, place, aside)
    assert (place / "index.html").read_text() == "baru"
    assert (new / "index.html").read_text() == "lama"
    assert not aside.exists()


def test_an_exchange_that_cannot_be_made_leaves_the_old_site(tmp_path: Path) -> None:
    output = tmp_path / "output"
    _old_site(output)
    with pytest.raises(OSError, match="next"):
        swap.exchange(tmp_path / "next", output, tmp_path / "old")
    assert (output / "index.html").read_text() == "lama"


def test_a_file_that_no_build_wrote_is_not_thrown_away(site: Site, tmp_path: Path) -> None:
    project = tmp_path / "digest"
    shutil.copytree(site.project.root, project)
    (project / "output/catatan.html").write_text("milik pengguna")
    run = invoke(project, "build", "--site-url", site.url)
    assert run.code == 2
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

"""The audit refuses each kind of broken site, and the swap leaves the old one whole."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kliping.report import Stop
from kliping.site.audit import audit
from kliping.site.swap import Generations

from .conftest import Site, invoke

BREAKS = [
    ("index.html", b"</main>", b"<script src='x.js'></script></main>", "active content <script>"),
    ("index.html", b"<main", b"<main onclick='x()'", "active attribute onclick"),
    ("index.html", b"</main>", b"<a href='java\tscript:x()'>x</a></main>", "scheme javascript:"),
    ("index.html", b"</main>", b"<a href='berita/tidak-ada/'>x</a></main>", "which is not there"),
    ("index.html", b"</main>", b"<a href='../../rahasia'>x</a></main>", "which is not there"),
    ("rss.xml", b"</channel>", b"</chanel>", "no well-formed XML"),
]


def _ids(folder: Path) -> list[str]:
    return [path.name for path in (folder / "berita").iterdir()]


def test_the_sample_site_passes(site: Site) -> None:
    assert audit(site.folder, _ids(site.folder), site.url) == []


@pytest.mark.parametrize(("file", "old", "new", "why"), BREAKS)
def test_a_broken_page_or_feed_is_found(
    site: Site, tmp_path: Path, file: str, old: bytes, new: bytes, why: str
) -> None:
    folder = tmp_path / "site"
    shutil.copytree(site.folder, folder)
    data = (folder / file).read_bytes()
    assert old in data
    (folder / file).write_bytes(data.replace(old, new, 1))
    found = audit(folder, _ids(folder), site.url)
    assert any(line.startswith(file) and why in line for line in found), found


def test_a_page_without_article_and_an_article_without_page_are_found(site: Site) -> None:
    ids = _ids(site.folder)
    assert any("without its article" in line for line in audit(site.folder, ids[1:], site.url))
    assert any("without its page" in line for line in audit(site.folder, [*ids, "hilang"], site.url))


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
    assert not (project / ".output.kliping/next").exists()


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


def test_a_build_killed_between_the_two_renames_gets_its_old_site_back(tmp_path: Path) -> None:
    output, state = tmp_path / "output", tmp_path / ".output.kliping"
    _old_site(state / "old")
    Generations(output, state).prepare()
    assert (output / "index.html").read_text() == "lama"


def test_an_exchange_that_cannot_be_made_leaves_the_old_site(tmp_path: Path) -> None:
    output, state = tmp_path / "output", tmp_path / ".output.kliping"
    _old_site(output)
    generations = Generations(output, state)
    shutil.rmtree(generations.prepare())  # the new generation is gone
    with pytest.raises(OSError, match="next"):
        generations.exchange()
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


def test_a_folder_with_something_else_in_it_is_never_replaced(tmp_path: Path) -> None:
    output = tmp_path / "dokumen"
    output.mkdir()
    (output / "penting.txt").write_text("jangan hilang")
    with pytest.raises(Stop, match="no build put there"):
        Generations(output, tmp_path / ".dokumen.kliping").prepare()
    assert (output / "penting.txt").read_text() == "jangan hilang"

"""Kinds of pages and their addresses: no file has two makers, and no hand-written page stands where a kind has pages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kliping.site import routes
from kliping.site.digest import Digest
from kliping.site.output.page import Output, SharedInputs, refuse_two_makers
from kliping.site.routes import ROUTES, Route
from kliping.system.errors import Exit, Stop
from tests.conftest import ROOT
from tests.site.scratch import Scratch, tree

TEMPLATES = [path.stem for path in (ROOT / "theme/templates").glob("*.html")]


def _digest(*written: str) -> Digest:
    shared = SharedInputs("Kliping", "Berita.", "https://contoh.example", "", "", "", dict.fromkeys(TEMPLATES, ""))
    return Digest([], [], {}, shared, lambda row: "", written)


def _kind(*files: str) -> Route:
    """A new kind of page, at /tentang/."""

    def outputs(digest: Digest) -> Iterator[Output]:
        return (Output(file, "", lambda theme: "") for file in files)

    return Route(outputs, "tentang")


def test_a_kind_of_page_and_a_hand_written_page_at_one_address_are_both_named() -> None:
    with pytest.raises(Stop) as stop:
        routes.outputs(_digest("tentang/"), [*ROUTES, _kind("tentang/index.html")])
    assert "tentang/index.html" in str(stop.value)
    assert "site/pages/test_routes.py" in str(stop.value)
    assert "content/pages/tentang.md" in str(stop.value)
    assert stop.value.code == Exit.FAILED


@pytest.mark.parametrize("file", ["arsip/index.html", "rss.xml"])
def test_two_kinds_of_pages_with_one_file_are_both_named(file: str) -> None:
    route = Route(_kind(file).outputs, "arsip|tentang")
    with pytest.raises(Stop, match=rf"{file} would be made by site/pages/.*py and by site/pages/test_routes.py"):
        routes.outputs(_digest(), [*ROUTES, route])


def test_one_kind_that_makes_a_file_two_times_is_named() -> None:
    with pytest.raises(Stop, match=r"tentang/index\.html would be made by .* and by "):
        routes.outputs(_digest(), [_kind("tentang/index.html", "tentang/index.html")])


def test_a_kind_has_no_page_at_an_address_that_its_line_does_not_name() -> None:
    with pytest.raises(Stop, match="has a page in kontak/, which its line"):
        routes.outputs(_digest(), [*ROUTES, _kind("kontak/index.html")])


def test_every_address_of_the_site_is_reserved(tmp_path: Path) -> None:
    project = Scratch.at(tmp_path).fill()
    assert project.build().code == 0
    written = {path.stem for path in (tmp_path / "content/pages").glob("*.md")}
    folders = {path.name for path in project.output.iterdir() if path.is_dir()}
    assert folders - written == {name for name in folders if routes.is_reserved(name)}
    assert not any(routes.is_reserved(name) for name in (*written, "kontak", "berita-kami", "data-pemilih"))


def test_a_plugin_that_writes_over_a_page_of_ours_is_refused_and_both_are_named(tmp_path: Path) -> None:
    project = Scratch.at(tmp_path).fill(2)
    assert project.build().code == 0
    before = tree(project.output)
    (tmp_path / "tamu.py").write_text(
        "import pathlib\nfrom pelican import signals\n\n"
        "def write(pelican):\n    (pathlib.Path(pelican.output_path) / 'robots.txt').write_text('dari tamu')\n\n"
        "def register():\n    signals.finalized.connect(write)\n"
    )
    with open(tmp_path / "pelican.conf.py", "a") as file:
        file.write("PLUGIN_PATHS = ['.']\nPLUGINS = ['kliping.site.pelican.plugin', 'tamu']\n")
    run = project.build()
    assert run.code == 1
    assert "robots.txt would be made by the digest and by Pelican or a plugin" in run.err
    assert "Traceback" not in run.err
    assert tree(project.output) == before


def test_makers_of_different_files_are_let_be() -> None:
    refuse_two_makers({"satu": ["a", "b"], "dua": ["c"]})

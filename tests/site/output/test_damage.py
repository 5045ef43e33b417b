"""Whatever happens to output, spare or state between two builds, the next build gives the right bytes again."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.site.scratch import Scratch, articles, marks, news, tree, without_index

PAGE, STAGE = "berita/k10/index.html", "pilgub-dki-2024/kampanye"


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Scratch:
    """One project for all tests of this module; each leaves a whole site behind."""
    project = Scratch.at(tmp_path_factory.mktemp("digest")).fill()
    assert project.build().code == 0
    assert tree(project.output) == project.from_nothing()
    return project


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    """A folder that is none of ours."""
    (tmp_path / "index.html").write_text("milik orang lain")
    return tmp_path


def _page(site: Path, name: str) -> Path:
    return site / f"berita/{name}/index.html"


def _files(site: Path, elsewhere: Path) -> None:
    """Whatever may happen to a file, in its size and time where that is possible."""
    path = _page(site, "k0")
    with open(path, "r+b") as file:
        file.write(b"<!DOCTYPE")
    os.utime(path, ns=(path.stat().st_atime_ns, path.stat().st_mtime_ns))
    path, other = _page(site, "k1"), elsewhere / "lain"
    other.write_bytes(path.read_bytes().replace(b"Gudang", b"Gedung"))
    os.utime(other, ns=(path.stat().st_atime_ns, path.stat().st_mtime_ns))
    shutil.move(other, path)
    _page(site, "d2").unlink()
    _page(site, "l3").unlink()
    _page(site, "l3").symlink_to(elsewhere / "index.html")
    _page(site, "x4").unlink()
    _page(site, "x4").mkdir()
    _page(site, "k5").chmod(0o600)
    os.link(_page(site, "d7"), elsewhere / "nama-lain")
    (elsewhere / "nama-lain").unlink()


def _folders(site: Path, elsewhere: Path) -> None:
    """Whatever may happen to a folder."""
    shutil.rmtree(site / STAGE)
    shutil.rmtree(_page(site, "k6").parent)
    _page(site, "k6").parent.symlink_to(elsewhere)


def _has_a_file_for_a_folder(site: Path, elsewhere: Path) -> None:
    shutil.rmtree(site / "lainnya")
    (site / "lainnya").write_text("bukan folder")


def _has_a_folder_for_a_file(site: Path, elsewhere: Path) -> None:
    _page(site, "k0").unlink()
    _page(site, "k0").mkdir()
    (_page(site, "k0") / "catatan.txt").write_text("milik pengguna")


def _is_gone(site: Path, elsewhere: Path) -> None:
    shutil.rmtree(site)


def _is_link(site: Path, elsewhere: Path) -> None:
    shutil.rmtree(site)
    site.symlink_to(elsewhere)


def _is_file(site: Path, elsewhere: Path) -> None:
    shutil.rmtree(site)
    site.write_text("bukan folder")


def _has_more(site: Path, elsewhere: Path) -> None:
    (site / "sisa.html").write_text("sisa")
    (site / "berita/sisa").mkdir()
    (site / "berita/sisa/index.html").write_text("sisa")
    (site / STAGE / "sisa").symlink_to(elsewhere)


@pytest.mark.parametrize("damage", [_files, _folders, _is_gone])
def test_an_output_that_somebody_was_at_is_put_right(kept: Scratch, elsewhere: Path, damage: Callable) -> None:
    before = tree(kept.output)
    damage(kept.output, elsewhere)
    run = kept.build()
    assert run.code == 0, run.err
    assert tree(kept.output) == before
    assert ", 0 files written" in kept.build().out
    assert tree(elsewhere) == {"index.html": b"milik orang lain"}


@pytest.mark.parametrize(
    ("damage", "name"),
    [(_has_a_file_for_a_folder, "lainnya"), (_has_a_folder_for_a_file, "berita/k0/index.html")],
)
def test_what_stands_in_the_place_of_an_output_is_somebodys_and_is_not_lost(
    kept: Scratch, elsewhere: Path, damage: Callable, name: str
) -> None:
    before = tree(kept.output)
    damage(kept.output, elsewhere)
    damaged = tree(kept.output)
    run = kept.build()
    assert run.code == 64
    assert f"output/ holds {name}, which no build put there; move it away" in run.err
    assert tree(kept.output) == damaged
    path = kept.output / name
    shutil.rmtree(path) if path.is_dir() else path.unlink()
    assert kept.build().code == 0
    assert tree(kept.output) == before


@pytest.mark.parametrize(
    "damage",
    [
        *(_files, _folders, _is_gone, _is_link, _is_file, _has_more),
        *(_has_a_file_for_a_folder, _has_a_folder_for_a_file),
    ],
)
def test_a_spare_that_somebody_was_at_does_not_reach_readers(kept: Scratch, elsewhere: Path, damage: Callable) -> None:
    before, text = tree(kept.output), kept.path("k10").read_text()
    damage(kept.state / "spare", elsewhere)
    for words in ("sejak lama", "sejak pagi"):  # two builds, that either generation comes round
        kept.path("k10").write_text(text.replace("sejak pagi", words))
        run = kept.build()
        assert run.code == 0, run.err
        after = tree(kept.output)
        assert without_index({**after, PAGE: b""}) == without_index({**before, PAGE: b""})
        assert words.encode() in after[PAGE]
    assert after == before
    assert tree(elsewhere) == {"index.html": b"milik orang lain"}


def _lost(path: Path) -> None:
    path.unlink()


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _half(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def _garbage(path: Path) -> None:
    path.write_bytes(bytes(255 - byte for byte in path.read_bytes()))


def _of_another_kind(path: Path) -> None:
    path.write_bytes(b"\x93\xa0\x80\x80")  # msgpack, and the form of an empty listing


@pytest.mark.parametrize("damage", [_lost, _empty, _half, _garbage, _of_another_kind])
def test_what_is_known_of_site_and_articles_may_be_lost_or_broken(kept: Scratch, damage: Callable) -> None:
    before = tree(kept.output)
    for pattern in ("*", *(["site-*", "rows", "elections"] if damage is _half else [])):
        for path in [path for path in kept.state.glob(pattern) if path.is_file()]:
            damage(path)
        run = kept.build()
        assert run.code == 0, f"{pattern}: {run.err}"
        assert tree(kept.output) == before


@pytest.mark.parametrize("lost", ["", "frame", "search"])
def test_a_lost_folder_of_the_state_costs_time_and_no_truth(kept: Scratch, lost: str) -> None:
    before = tree(kept.output)
    shutil.rmtree(kept.state / lost)
    assert kept.build().code == 0
    assert tree(kept.output) == before


def test_a_page_whose_article_goes_with_the_listings_never_comes_back(kept: Scratch) -> None:
    article = kept.path("k10").read_bytes()
    kept.path("k10").unlink()
    for path in kept.state.glob("site-*"):
        path.unlink()
    for words in ("sekali", "dua kali", "tiga kali"):
        kept.write("k1", f"Gudang dibuka {words}.", stage="kampanye", date="2024-10-01")
        assert kept.build().code == 0
        assert words in (kept.output / "berita/k1/index.html").read_text()
        assert PAGE not in tree(kept.output)
    kept.path("k10").write_bytes(article)
    assert kept.build().code == 0
    assert tree(kept.output) == kept.from_nothing()


def test_a_folder_of_pelicans_that_somebody_was_at_is_made_again(kept: Scratch) -> None:
    before = tree(kept.output)
    page = kept.state / "frame/tentang/index.html"
    page.write_bytes(page.read_bytes().replace(b"Tentang", b"Palsu!!"))
    for site in (kept.output, kept.state / "spare"):
        (site / "tentang/index.html").unlink()
    assert kept.build().code == 0
    assert tree(kept.output) == before


def test_an_index_that_somebody_was_at_is_made_again(kept: Scratch) -> None:
    before = tree(kept.output)
    for path in sorted((kept.state / "search/0/fragment").iterdir())[:2]:
        path.write_bytes(b"lain")
    (kept.state / "search/0/pagefind.js").unlink()
    shutil.rmtree(kept.output / "pagefind")
    assert kept.build().code == 0
    assert tree(kept.output) == before


def test_a_project_copied_elsewhere_builds_the_same_and_stands_as_it_is(kept: Scratch, tmp_path: Path) -> None:
    shutil.copytree(kept.root, tmp_path / "salinan")
    copy = Scratch(tmp_path / "salinan")
    assert copy.build().code == 0
    assert tree(copy.output) == tree(kept.output)
    assert ", 0 files written" in copy.build().out


def test_nothing_but_the_state_is_kept_and_no_listing_of_what_is_gone(kept: Scratch) -> None:
    assert kept.build("--fresh").code == 0
    folders = [kept.output, kept.state / "spare", kept.state / "frame", kept.state / "search/0"]
    assert {path.name for path in kept.state.iterdir()} == {
        *(f"site-{folder.stat().st_ino}" for folder in folders),
        *("spare", "frame", "search", "templates", "lock", "rows", "elections"),
    }


def test_both_generations_are_one_set_of_files(kept: Scratch) -> None:
    kept.mend("k6", "sejak pagi", "sejak petang")
    before = marks(kept.output)
    assert kept.build().code == 0
    written, gone = news(before, marks(kept.output))
    assert (without_index(written), without_index(gone)) == (articles("k6"), set())
    assert marks(kept.output) == marks(kept.state / "spare")

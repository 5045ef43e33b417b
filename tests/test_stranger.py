"""A digest of somebody else: an election, a name and pages of their own, published by the steps of the workflow."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from kliping.article import frontmatter
from tests import stranger
from tests.conftest import Project, lay
from tests.runner import Run
from tests.site.conftest import invoke

ADDRESS = "https://pemilih.contoh.example/jabar"
JABAR = ("--new", "pilgub-jabar-2024", "--parent", "pilkada-2024", "--region", "Jawa Barat")
OWN = ("--name", "Kliping Pilgub Jabar", "--publisher", "Kantor Teladan", "--election", "pilgub-jabar-2024", "--yes")


def built(project: Project) -> Run:
    return invoke(project.root, "build", "--site-url", ADDRESS)


def site(project: Project) -> dict[str, str]:
    """The text of each file that people or programs read."""
    kinds = (".html", ".xml", ".json", ".csv", ".opml")
    files = [path for path in (project.root / "output").rglob("*") if path.suffix in kinds]
    return {path.relative_to(project.root / "output").as_posix(): path.read_text("utf-8") for path in files}


@pytest.fixture(scope="module")
def digest(tmp_path_factory: pytest.TempPathFactory) -> Project:
    root = tmp_path_factory.mktemp("milik-sendiri")
    lay(root, "saved", "articles", "outlets", "elections", "pages")
    assert invoke(root, "election", *JABAR).code == 0
    assert invoke(root, "start", *OWN).code == 0
    stranger.put(root / "content/saved/jabar")
    return Project(root)


@pytest.fixture
def own(digest: Project) -> Project:
    built(digest)
    return digest


def test_each_article_is_in_its_election_and_what_is_none_is_named(digest: Project) -> None:
    run = built(digest)
    assert run.code == 3
    found = {name: digest.article(f"jabar/{name}")[0] for name in stranger.LAYOUTS}
    parent = {stranger.WHOLE: "pilkada-2024"}
    assert {name: one["election"] for name, one in found.items()} == {
        n: parent.get(n, "pilgub-jabar-2024") for n in found
    }
    days = {name: datetime.date.fromisoformat(story.iso) for name, story in zip(found, stranger.STORIES, strict=True)}
    assert {name: one["date"] for name, one in found.items()} == days
    for name in ("pindai.pdf", "simpan.mhtml", "daftar.html"):
        assert f"rejected: jabar/{name}: " in run.err
    assert "passed over: 1 pictures, scripts or styles, such as jabar/foto.jpg" in run.err
    assert run.out.startswith("build: 13 pages: 11 read")


def test_no_word_of_another_region_is_left(own: Project) -> None:
    told = {name: text.replace("Asia/Jakarta", "") for name, text in site(own).items()}
    assert len(told) > 100
    assert [name for name, text in told.items() if "jakarta" in text.casefold()] == []
    assert [name for name, text in told.items() if "Kantor Teladan" not in text and name.endswith(".html")] == []


def test_a_takedown_a_date_an_edit_and_a_move_are_each_shown(own: Project) -> None:
    before = {name: own.article(f"jabar/{name}")[0] for name in stranger.LAYOUTS}
    own.page("jabar/kotak.yaml", "terbitkan: tidak\nalasan: diminta penerbit\n")
    own.page("jabar/tabel.yaml", "tanggal: 26 November 2024\n")
    edited = own.article("jabar/amp.html")[2]
    edited.write_text(edited.read_text("utf-8") + "\nSatu kalimat tambahan pengelola.\n", "utf-8")
    (own.saved / "lama").mkdir()
    (own.saved / "jabar/data.html").rename(own.saved / "lama/data.html")
    run = built(own)
    assert run.code == 3
    files = site(own)
    assert "withdrawn: jabar/kotak.html: diminta penerbit" in run.err
    assert f"berita/{before['kotak.html']['id']}/index.html" not in files
    assert [name for name, text in files.items() if before["kotak.html"]["title"] in text] == []
    assert "26 November 2024" in files[f"berita/{before['tabel.html']['id']}/index.html"]
    assert f"edited by hand: {edited.relative_to(own.articles)}: left as it is (body)" in run.err
    assert "Satu kalimat tambahan pengelola." in files[f"berita/{before['amp.html']['id']}/index.html"]
    moved = own.article("lama/data.html")[0]
    assert moved["id"] == before["data.html"]["id"]
    own.page("jabar/pindai.yaml", "publish: false\n")
    own.page("jabar/simpan.yaml", "publish: false\n")
    (own.saved / "jabar/daftar.html").unlink()
    assert built(own).code == 0


def test_a_takedown_that_is_mistyped_withholds_its_article_and_all_else_is_published(own: Project) -> None:
    values, _, _ = own.article("jabar/dump.txt")
    own.page("jabar/dump.yaml", "publish: tidka\n")
    run = built(own)
    assert run.code == 2
    assert "problem: jabar/dump.yaml: `publish` must be yes or no (ya, tidak), not 'tidka'" in run.err
    assert f"berita/{values['id']}/index.html" not in site(own)
    Path(own.saved / "jabar/dump.yaml").unlink()


def test_an_article_written_by_hand_has_a_fit_address_whatever_its_file_is_called(own: Project) -> None:
    own.articles.joinpath("2024").mkdir(exist_ok=True)
    text = "---\ntitle: Layanan Pindah Memilih Dibuka\ndate: 2024-11-01\nelection: pilgub-jabar-2024\n---\n\nKantor melayani sampai sore.\n"
    (own.articles / "2024/Pengumuman Pindah (baru).md").write_text(text, "utf-8")
    (own.articles / "BACA SAYA.md").write_text("Catatan untuk pengelola.\n", "utf-8")
    run = built(own)
    assert "BACA SAYA.md: is no article" in run.err
    pages = [name for name, text in site(own).items() if "<h1" in text and "Layanan Pindah Memilih Dibuka</h1>" in text]
    assert len(pages) == 1
    assert frontmatter.read((own.articles / "2024/Pengumuman Pindah (baru).md").read_bytes())[0]["title"]

"""The search index: what is in it, when it is made again, and what a site without it says."""

from __future__ import annotations

import datetime
import gzip
import json
from pathlib import Path

import pytest

from kliping.site.model.article_row import ArticleRow
from kliping.site.search import canonical, program
from kliping.site.search.records import MOST, parts, plain, record
from kliping.site.sources.articles import ArticleSource
from tests.site.scratch import DATA, DKI, Scratch, articles, marks, news, replace, tree

OLD, NONE = "Indeks pencarian belum memuat perubahan terakhir", "Pencarian tidak tersedia di situs ini"
PAGE = "cari/index.html"


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Scratch:
    """One project for the tests of this module; each leaves a whole site behind, its index up to date."""
    project = Scratch.at(tmp_path_factory.mktemp("digest")).fill(30)
    for number in range(30):
        project.write(f"r{number}", stage="kampanye", source=f"Melati {number}", reporter=f"Rara Contoh {number}")
    assert project.build().code == 0
    return project


def index(folder: Path) -> dict[str, bytes]:
    return {name: data for name, data in tree(folder).items() if name.startswith("pagefind/")}


def texts(folder: Path) -> dict[str, dict]:
    """What the index tells of each article, by its address."""
    found = (json.loads(gzip.decompress(path.read_bytes())[12:]) for path in folder.rglob("*.pf_fragment"))
    return {fragment["url"].partition("#")[0]: fragment for fragment in found}


def _changed(project: Scratch, *words: str) -> tuple[set[str], set[str]]:
    before = marks(project.output)
    run = project.build(*words)
    assert run.code == 0, run.err
    return news(before, marks(project.output))


# What is indexed


def test_exactly_the_text_of_each_article_is_indexed(kept: Scratch) -> None:
    found = texts(kept.output)
    assert found.keys() == {f"berita/{path.name}/" for path in (kept.output / "berita").iterdir()}
    assert found["berita/k0/"]["content"] == "Gudang k0 dibuka untuk warga sejak pagi."
    assert found["berita/r7/"]["meta"] == {
        "title": "Gudang r7 Dibuka",
        "outlet": "Melati 7",
        "reporter": "Rara Contoh 7",
    }
    wanted = {"election": [DKI], "stage": ["kampanye"], "outlet": ["Melati 7"], "reporter": ["Rara Contoh 7"]}
    assert found["berita/r7/"]["filters"] == wanted | {"year": ["2024"]}


def test_only_files_that_the_search_page_asks_for_are_on_the_site(kept: Scratch) -> None:
    names = {name.split("/")[1] for name in index(kept.output)}
    program_of_it = {"pagefind.js", "pagefind-worker.js", "wasm.id.pagefind", "pagefind-entry.json"}
    meta = {name for name in names if name.endswith(".pf_meta")}
    assert names == program_of_it | meta | {"fragment", "index", "filter"}
    assert len(meta) == 1


def test_the_words_of_a_text_are_indexed_without_its_markup() -> None:
    assert plain("<p>Satu <em>dua</em>, <a href='x'>tiga</a>.</p>\n<ul><li>A &amp; B</li><li>&lt;C&gt;</li></ul>") == (
        "Satu dua, tiga. A & B <C>"
    )


def _row(project: Scratch, **values: str) -> ArticleRow:
    project.write("satu", **values)
    (row,) = [row for row in ArticleSource(project.articles).rows() if row.id == "satu"]
    return row


def test_what_is_not_known_of_an_article_is_left_out_and_told_by_its_filters(tmp_path: Path) -> None:
    told = record(_row(Scratch(tmp_path), date="null"), "Isi.", {(DKI, "kampanye")})
    assert told["filters"] == {"election": ["lainnya"], "year": ["tanpa-tanggal"]}
    assert told["meta"].keys() == {"title"}
    assert told["sort"] == {"date": "0"}
    assert told["url"] == "berita/satu/#"


def test_what_a_card_shows_besides_stands_behind_the_address_where_no_word_finds_it(tmp_path: Path) -> None:
    row = _row(Scratch(tmp_path), title=None, basis="{date: weekday}", lang="en", stage="kampanye")
    told = record(row, "Isi.", {(DKI, "kampanye")})
    assert told["url"].startswith("berita/satu/#date=2024-10-01&origin=disimpulkan+")
    assert told["url"].endswith("&untitled=True&lang=en")
    assert told["filters"] == {"election": [DKI], "stage": ["kampanye"], "year": ["2024"]}


def test_where_the_site_shows_the_lead_only_no_more_of_the_text_is_indexed(tmp_path: Path) -> None:
    project = Scratch.at(tmp_path)
    project.write("k0", "Isi yang tidak boleh dimuat.", stage="kampanye")
    replace(tmp_path / "pelican.conf.py", "FULL_TEXT = True", "FULL_TEXT = False")
    assert project.build().code == 0
    assert texts(project.output)["berita/k0/"]["content"] == "Ringkasan k0."


# When it is made again


def test_nothing_of_the_index_is_written_where_nothing_indexed_has_changed(kept: Scratch) -> None:
    replace(kept.path("k0"), "summary:", "views: 7\nsummary:")
    written, gone = _changed(kept)
    assert articles("k0") | DATA | {"data/index.html"} <= written
    assert not {name for name in written | gone if name.startswith("pagefind/") or name == PAGE}


@pytest.mark.parametrize(("old", "new"), [("sejak pagi", "sejak petang"), ("Gudang k1 Dibuka", "Gudang k1 Ditutup")])
def test_a_change_of_text_or_title_is_in_the_index_and_leaves_most_of_it_as_it_was(
    kept: Scratch, old: str, new: str
) -> None:
    kept.mend("k1", old, new)
    written, gone = _changed(kept)
    fragments = {name for name in written if name.endswith(".pf_fragment")}
    assert len(fragments) == len({name for name in gone if name.endswith(".pf_fragment")}) == 1
    assert PAGE not in written
    assert new in json.dumps(texts(kept.output)["berita/k1/"])
    assert index(kept.output) == index_from_nothing(kept)


def test_a_deleted_article_is_found_no_more(kept: Scratch) -> None:
    kept.path("r0").unlink()
    _changed(kept)
    assert "berita/r0/" not in texts(kept.output)
    assert index(kept.output) == index_from_nothing(kept)


def index_from_nothing(project: Scratch) -> dict[str, bytes]:
    return {name: data for name, data in project.from_nothing().items() if name.startswith("pagefind/")}


def test_the_same_records_give_the_same_files_each_time() -> None:
    records = [
        {
            "url": f"berita/{number}/",
            "content": f"Isi nomor {number} tentang gudang.",
            "language": "id",
            "meta": {"title": f"Judul {number}", "outlet": f"Media {number % 7}"},
            "filters": {name: [f"{name} {number % 20}"] for name in ("election", "stage", "outlet", "year")},
            "sort": {"date": str(number % 5)},
        }
        for number in range(60)
    ]
    first, *others = (canonical.settled(program.index_of(records), with_program=True) for _ in range(4))
    assert all(other == first for other in others)


def test_an_index_of_another_form_than_we_know_is_refused() -> None:
    records = [{"url": "a/", "content": "Isi.", "language": "id", "filters": {"year": ["2024"]}}]
    files = program.index_of(records)
    (name,) = [name for name in files if name.startswith("filter/")]
    with pytest.raises(ValueError, match="not as Pagefind"):
        canonical.settled({**files, name: gzip.compress(b"pagefind_dcd\x00\x00")}, with_program=True)


# Several indexes


def _rows(tmp_path: Path, count: int) -> list[ArticleRow]:
    import msgspec

    row = _row(Scratch(tmp_path), stage="kampanye")
    day = datetime.date(2024, 1, 1)
    return [
        msgspec.structs.replace(row, id=f"a{n}", date=day - datetime.timedelta(days=n // 9), text=str(n))
        for n in range(count)
    ]


def test_many_articles_are_divided_evenly_and_a_changed_text_is_of_one_index_alone(tmp_path: Path) -> None:
    import msgspec

    rows = _rows(tmp_path, 4 * MOST)
    before = parts(rows, "dasar", set())
    assert len(before) == 4
    assert sorted(row.id for part in before for row in part.rows) == sorted(row.id for row in rows)
    assert all(0.8 * MOST < len(part.rows) < 1.2 * MOST for part in before)
    rows[77] = msgspec.structs.replace(rows[77], text="lain")
    after = parts(rows, "dasar", set())
    assert sum(old.key != new.key for old, new in zip(before, after, strict=True)) == 1


def test_a_new_article_moves_no_other_in_its_index(tmp_path: Path) -> None:
    rows = _rows(tmp_path, MOST)
    (whole,), (without,) = parts(rows, "", set()), parts(rows[1:], "", set())
    assert whole.rows == (*without.rows, rows[0])


def test_an_empty_site_has_no_index_and_says_so(tmp_path: Path) -> None:
    project = Scratch.at(tmp_path)
    assert project.build().code == 0
    assert index(project.output) == {}
    assert "Belum ada berita yang dapat dicari" in (project.output / PAGE).read_text()


# Without Pagefind


def test_no_search_keeps_the_old_index_and_the_page_says_so_until_it_is_made_again(kept: Scratch) -> None:
    before = index(kept.output)
    assert OLD not in (kept.output / PAGE).read_text()
    kept.mend("k6", "sejak pagi", "sejak lusa")
    assert _changed(kept, "--no-search") == (articles("k6") | {PAGE}, set())
    assert index(kept.output) == before
    assert OLD in (kept.output / PAGE).read_text()
    assert kept.build().code == 0
    assert OLD not in (kept.output / PAGE).read_text()
    assert tree(kept.output) == kept.from_nothing()


def test_no_search_with_an_index_up_to_date_changes_nothing(kept: Scratch) -> None:
    assert _changed(kept, "--no-search") == (set(), set())


def test_no_search_on_a_site_without_index_says_so_and_asks_for_nothing(tmp_path: Path) -> None:
    project = Scratch.at(tmp_path).fill()
    assert project.build("--no-search").code == 0
    page = (project.output / PAGE).read_text()
    assert NONE in page
    assert "search.js" not in page
    assert f'<a href="../{DKI}/">' in page
    assert index(project.output) == {}
    assert project.build().code == 0
    assert tree(project.output) == project.from_nothing()


def test_no_search_cannot_be_proved(kept: Scratch) -> None:
    run = kept.build("--no-search", "--check")
    assert run.code == 64
    assert "leave --no-search out" in run.err


@pytest.mark.parametrize(
    ("binary", "why"),
    [("/tidak/ada", "cannot be started (No such file"), ("/bin/false", "could not make the search index")],
)
def test_where_pagefind_fails_the_old_site_stands_and_no_search_still_builds(
    kept: Scratch, binary: str, why: str
) -> None:
    before = tree(kept.output)
    kept.mend("k10", "sejak pagi", "sejak kemarin")
    run = kept.build(PAGEFIND_BINARY_PATH=binary)
    assert run.code == 1
    assert why in run.err
    assert "the old site is kept" in run.err
    assert "Traceback" not in run.err
    assert tree(kept.output) == before
    assert kept.build("--no-search", PAGEFIND_BINARY_PATH=binary).code == 0
    assert index(kept.output) == {name: data for name, data in before.items() if name.startswith("pagefind/")}
    kept.mend("k10", "sejak kemarin", "sejak pagi")
    assert kept.build().code == 0
    assert tree(kept.output) == before

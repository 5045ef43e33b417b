"""A build after a change gives the bytes of a build from nothing, and does again what the change touches and no more."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.site.scratch import DKI, Scratch, articles, listed, marks, news, pages, replace, stages, tree, without_index

COUNTED = {"index.html", "404.html", "data/index.html", "arsip/index.html", "media/index.html"} | {
    f"{DKI}/index.html",
    "pilkada-2024/index.html",
}  # how many articles each stage has


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Scratch:
    """One project for all tests of this module; each starts from where the one before it left the site."""
    project = Scratch.at(tmp_path_factory.mktemp("digest")).fill()
    assert project.build().code == 0
    return project


def _changed(project: Scratch, change: Callable[[], object], *words: str) -> tuple[set[str], set[str]]:
    """What a build writes and removes after a change."""
    before = marks(project.output)
    change()
    run = project.build(*words)
    assert run.code == 0, run.err
    written, gone = news(before, marks(project.output))
    return without_index(written), without_index(gone)


# Of stage kampanye, newest first: k5 k1 k10 (shown on the home page) k6 k0 and one without a date.


def test_a_text_is_on_the_page_of_its_article_alone(kept: Scratch) -> None:
    assert _changed(kept, lambda: kept.mend("k6", "sejak pagi", "sejak siang")) == (articles("k6"), set())


def test_a_headline_is_on_its_page_its_neighbours_its_stage_and_in_feeds(kept: Scratch) -> None:
    wanted = articles("k6", "k10", "k0") | stages("kampanye") | listed("09")
    assert _changed(kept, lambda: kept.mend("k6", "Gudang k6 Dibuka", "Gudang k6 Ditutup")) == (wanted, set())


def test_a_headline_among_the_latest_is_in_what_shows_the_election_too(kept: Scratch) -> None:
    """Templates of the home page, of the election and of `404.html` see the latest articles of each stage."""
    shown = {"index.html", "404.html", f"{DKI}/index.html"}
    wanted = articles("k5", "k1") | stages("kampanye") | listed("10") | shown
    assert _changed(kept, lambda: kept.mend("k5", "Gudang k5 Dibuka", "Gudang k5 Ditutup")) == (wanted, set())


def test_a_headline_of_no_election_is_in_the_list_of_others(kept: Scratch) -> None:
    wanted = articles("x4") | {"lainnya/index.html"} | listed("09")
    assert _changed(kept, lambda: kept.mend("x4", "Gudang x4 Dibuka", "Gudang x4 Ditutup")) == (wanted, set())


def test_any_fact_is_in_what_may_show_it_and_in_nothing_else(kept: Scratch) -> None:
    wanted = articles("k6", "k10", "k0") | stages("kampanye") | listed("09")
    assert _changed(kept, lambda: kept.mend("k6", "date: ", "url: https://contoh.example/a\ndate: ")) == (wanted, set())


def test_a_date_moves_an_article_in_lists_feeds_and_the_sitemap(kept: Scratch) -> None:
    maps = {"sitemap/berita-2024-09.xml", "sitemap/berita-2024-10.xml"}
    shown = {"index.html", "404.html", "arsip/index.html", f"{DKI}/index.html"}
    wanted = articles("d7", "d2") | stages("data_pemilih") | listed("09", "10") | maps | shown
    assert _changed(kept, lambda: kept.mend("d7", "2024-10-04", "2024-09-30")) == (wanted, set())


def test_a_stage_moves_an_article_from_its_old_neighbours_to_its_new_ones(kept: Scratch) -> None:
    counts = {"index.html", "404.html", f"{DKI}/index.html"}
    wanted = articles("l8", "l3", "d7", "d2") | stages("logistik", "data_pemilih") | listed("09") | counts
    assert _changed(kept, lambda: kept.mend("l8", "stage: logistik", "stage: data_pemilih")) == (wanted, set())


def test_a_deleted_article_goes_and_its_neighbours_close_ranks(kept: Scratch) -> None:
    wanted = articles("k6", "tanpa-hari") | stages("kampanye") | listed("09") | COUNTED | {"sitemap/berita-2024-09.xml"}
    assert _changed(kept, kept.path("k0").unlink) == (wanted, articles("k0"))
    assert not (kept.output / "berita/k0").exists()


def test_a_new_article_is_added_where_it_belongs(kept: Scratch) -> None:
    maps = {"sitemap/berita-2024-11.xml", "sitemap.xml", "sitemap/daftar.xml"}
    wanted = articles("k20", "k5") | stages("kampanye") | listed("11") | COUNTED | maps
    assert _changed(kept, lambda: kept.write("k20", stage="kampanye", date="2024-11-01")) == (wanted, set())


def test_a_file_renamed_or_touched_or_written_anew_as_it_was_changes_nothing(kept: Scratch) -> None:
    before = marks(kept.output), tree(kept.output)
    kept.path("k6").rename(kept.path("nama-lain"))
    os.utime(kept.path("k5"))
    kept.path("k1").write_bytes(kept.path("k1").read_bytes())
    run = kept.build()
    assert ", 0 files written" in run.out
    assert (marks(kept.output), tree(kept.output)) == before


def test_a_text_of_the_same_size_and_time_is_seen(kept: Scratch) -> None:
    def change() -> None:
        stat = kept.path("k5").stat()
        kept.mend("k5", "sejak pagi", "sejak sore")
        os.utime(kept.path("k5"), ns=(stat.st_atime_ns, stat.st_mtime_ns))
        assert kept.path("k5").stat().st_size == stat.st_size

    assert _changed(kept, change) == (articles("k5"), set())


def test_after_all_these_changes_of_articles_the_site_is_as_if_built_from_nothing(kept: Scratch) -> None:
    assert tree(kept.output) == kept.from_nothing()


def _template(project: Scratch, name: str) -> Callable[[], object]:
    """Something a reader sees, before the first end of a block or of the body."""
    path = project.root / "theme/templates" / name
    text = path.read_text(encoding="utf-8")
    mark = next(
        mark for mark in ("</article>", "</body>", "</header>", "</nav>", "</footer>", "</ul>", "</p>") if mark in text
    )
    return lambda: replace(path, mark, f"<span>diubah</span>{mark}")


def test_the_template_of_an_article_makes_all_articles_again_and_nothing_else(kept: Scratch) -> None:
    every = {name for name in tree(kept.output) if name.startswith("berita/")}
    assert _changed(kept, _template(kept, "article.html")) == (every, set())


def test_the_template_of_a_stage_makes_the_stages_again_and_nothing_else(kept: Scratch) -> None:
    written, gone = _changed(kept, _template(kept, "stage.html"))
    assert written == {
        name
        for name in tree(kept.output)
        if name.startswith(("pilgub-", "pilkada-")) and name.count("/") == 2 and name.endswith(".html")
    }
    assert not gone


def _each(loops: str, shown: str) -> str:
    """`stage in stages; row in stage.rows` -> nested loops that show something of each."""
    parts = [f"{{% for {loop} %}}" for loop in loops.split("; ")]
    return "".join(parts) + shown + "{% endfor %}" * len(parts)


ROW = "{{ row.views }} {{ row.url }} {{ row.editor }} {{ row.note }}"  # facts that our own lists do not show
ROWS = _each("group in groups; row in group.rows", ROW)
LATEST = _each("one in elections; stage in one.stages; row in stage.latest", ROW)
SHOWN = [  # template, before what, and what it shows more than ours
    ("stage.html", "{{ k.groups(", ROWS + "{{ election }} {{ stage }}"),
    ("list.html", "{{ k.groups(", ROWS),
    ("name.html", "{{ k.groups(", ROWS + "{{ name }}"),
    (
        "article.html",
        "{% if older or newer %}",
        _each("row in (older, newer) if row", ROW) + "{{ election }} {{ stage }}",
    ),
    ("election.html", "{% if election.children %}", _each("stage in election.stages; row in stage.latest", ROW)),
    ("404.html", "</header>", LATEST),
    ("index.html", "</header>", LATEST),
    ("names.html", "</header>", _each("its in letters.values(); name in its", "{{ name }}")),
    ("archive.html", "</header>", "{{ years }}"),
    ("feeds.html", "</header>", "{{ shelves }}"),
]


def test_a_theme_that_shows_more_of_what_it_is_given_never_shows_it_stale(tmp_path: Path) -> None:
    project = Scratch.at(tmp_path).fill()
    for template, mark, more in SHOWN:
        replace(project.root / "theme/templates" / template, mark, more + mark)
    assert project.build().code == 0
    for fact in ("views: 7", "url: https://contoh.example/a", "editor: Bunga Contoh", "note: Foto sudah tidak ada."):
        for name in ("k5", "k6", "x4", "tanpa-hari"):
            project.mend(name, "date: ", f"{fact}\ndate: ")
        assert project.build().code == 0
        assert tree(project.output) == project.from_nothing(), fact


@pytest.mark.parametrize("name", ["masthead.html", "macros.html"])
def test_what_every_page_shows_makes_every_page_again_and_no_feed(kept: Scratch, name: str) -> None:
    assert _changed(kept, _template(kept, name)) == (pages(tree(kept.output)), set())


def test_a_static_file_is_copied_and_no_page_is_made_again(kept: Scratch) -> None:
    style = kept.root / "theme/static/css/kliping.css"
    assert _changed(kept, lambda: style.write_text(style.read_text() + "\n.baru { color: red; }\n")) == (
        {"theme/css/kliping.css"},
        set(),
    )


def test_a_hand_written_page_is_made_again_alone(kept: Scratch) -> None:
    page = kept.root / "content/pages/tentang.md"
    assert _changed(kept, lambda: page.write_text(page.read_text() + "\nSatu kalimat lagi.\n")) == (
        {"tentang/index.html"},
        set(),
    )


def test_the_title_of_a_hand_written_page_is_on_every_page(kept: Scratch) -> None:
    page = kept.root / "content/pages/tentang.md"
    assert _changed(kept, lambda: replace(page, "title: ", "title: Sekali lagi ")) == (pages(tree(kept.output)), set())


def test_a_new_hand_written_page_is_on_every_page_and_goes_again(kept: Scratch) -> None:
    page = kept.root / "content/pages/ucapan.md"
    _changed(kept, lambda: page.write_text("---\ntitle: Ucapan\n---\n\nTerima kasih.\n"))
    assert (kept.output / "ucapan/index.html").is_file()
    written, gone = _changed(kept, page.unlink)
    assert (written, gone) == (pages(tree(kept.output)) | {"sitemap/daftar.xml"}, {"ucapan/index.html"})


def test_after_all_these_changes_of_theme_and_pages_the_site_is_as_if_built_from_nothing(kept: Scratch) -> None:
    assert tree(kept.output) == kept.from_nothing()


def test_a_calendar_is_on_the_pages_of_its_election_and_not_on_those_of_others(kept: Scratch) -> None:
    calendar = kept.root / f"content/elections/{DKI}.yaml"
    written, gone = _changed(kept, lambda: replace(calendar, "region: DKI Jakarta", "region: DKI"))
    assert stages("kampanye") & pages(tree(kept.output)) <= written
    assert not any(name.startswith(("pilkada-2024/kampanye/", "tentang/", "theme/")) for name in written)
    assert not gone


def test_the_name_of_a_stage_is_seen_wherever_it_is_told(kept: Scratch) -> None:
    kept.write("ragu", review='["kampanye and logistik weigh nearly the same"]')
    kept.write("ragu2", stage="kampanye", review='["kampanye and logistik weigh nearly the same"]')
    assert kept.build().code == 0
    types = kept.root / "content/elections/tahapan.yaml"
    _changed(kept, lambda: replace(types, "short: Kampanye", "short: Masa Kampanye"))
    for name in ("ragu", "ragu2"):
        assert "Masa Kampanye dan" in (kept.output / f"berita/{name}/index.html").read_text()


def test_after_these_changes_of_calendars_the_site_is_as_if_built_from_nothing(kept: Scratch) -> None:
    assert tree(kept.output) == kept.from_nothing()


def test_a_setting_makes_all_of_the_digest_again_but_no_static_file(kept: Scratch) -> None:
    settings = kept.root / "pelican.conf.py"
    written, gone = _changed(kept, lambda: replace(settings, "Kliping Pilkada Jakarta", "Kliping Melati"))
    assert {name for name in tree(kept.output) if name not in written} == {
        name for name in tree(kept.output) if name.startswith(("theme/", "pagefind/"))
    }
    assert not gone


def test_another_address_of_the_site_is_on_every_page_and_in_every_feed(kept: Scratch) -> None:
    words = ("--site-url", "https://contoh.example/kliping")
    written, _ = _changed(kept, lambda: None, *words)
    assert {name for name in tree(kept.output) if not name.startswith(("theme/", "pagefind/"))} <= written
    assert "https://contoh.example/kliping/" in (kept.output / "sitemap/daftar.xml").read_text()
    assert tree(kept.output) == kept.from_nothing(*words)


def test_an_article_deleted_before_a_fresh_build_never_comes_back(kept: Scratch) -> None:
    kept.path("k10").unlink()
    kept.build("--fresh")
    for text in ("satu", "dua"):
        kept.write("k1", text, stage="kampanye")
        kept.build()
        assert tree(kept.output) == kept.from_nothing()

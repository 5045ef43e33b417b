"""Markdown that `clean` would never write: each bad file is named with the way out, all others stand, nothing hangs."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kliping.site.render import filters
from kliping.site.search import records
from kliping.site.sources import markdown_files, static_pages
from kliping.site.sources.articles import ArticleSource
from tests.site.scratch import Scratch, tree

GOOD = "---\nid: baik\ntitle: Gudang Dibuka\n---\n\nGudang dibuka untuk warga.\n"
BOMB = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 9)
)

HEADS = {  # front matter -> what is said of it
    BOMB + "title: *a8\n": "in line 3 repeats a value by its mark (*a0); write the value out",
    BOMB + "stamp: x\n": "repeats a value by its mark",
    "review: &a [*a]\nstamp: x\n": "in line 2 repeats a value by its mark (*a)",
    "basis: &b {x: 1}\nlain:\n  <<: *b\n": "in line 4 repeats a value by its mark (*b)",
    "title: " + "[" * 100_000 + "]" * 100_000 + "\n": "in line 2 has values inside values, more than 100 levels deep",
    "title: " + "{a: " * 5_000 + "}" * 5_000 + "\n": "more than 100 levels deep",
    "basis:\n" + "\n".join(" " * n + "a:" for n in range(1, 500)) + "\n": "in line 102 has values inside values",
    "also:\n  - " + "[" * 900 + "]" * 900 + "\n": "more than 100 levels deep",
    "views: 1" + "0" * 5_000 + "\n": "is no int; put it in quotes",
    "views: 0x" + "f" * 5_000 + "\nstamp: x\n": "has a number of more than 18 digits; put it in quotes",
    "removed: {iklan: 99999999999999999999}\n": "has a number of more than 18 digits",
    "removed: {iklan: -5}\n": "`removed` must hold counts",
    "removed: {iklan: true}\n": "`removed` must hold counts",
    "date: 2024-02-31\n": "`date` must be a date such as 2024-11-27, not '2024-02-31'",
    "date: 9999-12-31T23:59:59-23:59\n": "`date` must be a date",
    "date: [2024-01-01]\n": "`date` must be a date such as 2024-11-27",
    "basis: {x: !!set {a, b}}\n": "has a value of the kind set; write a text in quotes",
    "title: !!binary aGVsbG8=\n": "has a value of the kind bytes",
    "basis: {x: [a]}\n": "`basis` must hold `key: value` lines",
    "? [a]\n: 1\n": "is not YAML in line 2",
    "id: ../../x\n": "has the id '../../x'; use small letters, digits and hyphens",
    "id: 0\n": "has the id 0; use small letters",
    "id: [a]\n": "has the id ['a']; use small letters",
    'title: "\\ud800"\n': "is not YAML in line 2",
    "title: " + "a" * 100_000 + "\n": "`title` must be at most 300 characters, not 100000; shorten it",
    "election: " + "[" + "a, " * 9_000 + "]\n": "`election` must be a text in quotes, not [",
}

BODIES = {
    ">" * 101 + " a": "has more than 100 `>` in a row; write fewer",
    "- " + "> " * 30_000 + "a": "has more than 100 `>` in a row",
    "[a](../b/)": "links to ../b/; write the whole address, https://...",
    "[a]\n\n[a]: b": "links to b; write the whole address",
    "[a]({static}../../x)": "links to {static}../../x, and no files are copied from content; put the file into theme",
    "[a]({attach}x)": "links to {attach}x, and no files",
    "[a](|filename|x)": "links to {filename}x, and no files",
    "x" * 1_050_000: "is larger than 1 MiB; cut it into several",
}

MANY = 200_000
DEGENERATE = [
    *("[", "![", "<a ", "*a_", "**a ", " _a", "- ", "1. ", "> - ", "<div>", "<div>\n", "`", "a``b", "[a](b", "[](<b"),
    *("[a]: b\n", "&", "\\", "> \n", "|a", "<!--", "<?", "<![CDATA[", "***a ", "a\n=", "# a\n", '<a href="', "<a@"),
    *(
        "***\n",
        "a\n",
        "a\n\n",
        "*",
        "~",
        "{static}",
        "https://a.id/",
        "  \n",
        "\t",
        "](",
        "]:",
        "> > > a\n\n",
        "$",
        "\u00a0",
    ),
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "baik.md").write_text(GOOD, "utf-8")
    return tmp_path


def shown(folder: Path) -> tuple[list[str], list[str]]:
    """Ids of the articles that are shown, and what is said of the others."""
    catalog = ArticleSource(folder, folder / ".state")
    rows = catalog.rows()
    for row in rows:
        catalog.html(row)
    catalog.save()
    return [row.id for row in rows], catalog.problems


def is_named(folder: Path, name: str, why: str) -> None:
    for _ in range(2):  # as it is read, and as it is remembered
        ids, problems = shown(folder)
        assert ids == ["baik"]
        assert len(problems) == 1
        assert problems[0].startswith(f"{name}: ")
        assert why in problems[0]
        assert problems[0].endswith("; it is not on the site")
        assert len(problems[0]) < 400
        assert "\n" not in problems[0]


@pytest.mark.parametrize(("head", "why"), HEADS.items(), ids=[head[:30] for head in HEADS])
def test_front_matter_that_cannot_be_used_is_named_and_other_articles_stand(folder: Path, head: str, why: str) -> None:
    (folder / "buruk.md").write_text(f"---\n{head}---\n\nIsi.\n", "utf-8")
    is_named(folder, "buruk.md", why)


@pytest.mark.parametrize(("body", "why"), BODIES.items(), ids=[body[:20] for body in BODIES])
def test_a_text_that_cannot_be_shown_is_named_and_other_articles_stand(folder: Path, body: str, why: str) -> None:
    (folder / "buruk.md").write_text(f"---\ntitle: Gudang\n---\n\n{body}\n", "utf-8")
    is_named(folder, "buruk.md", why)


@pytest.mark.parametrize("piece", DEGENERATE)
def test_a_text_of_one_sign_over_and_over_is_shown_or_named_and_never_holds_up_a_build(
    folder: Path, piece: str
) -> None:
    body = piece * (MANY // len(piece)) + "x"
    (folder / "buruk.md").write_text(f"---\ntitle: Gudang\nstamp: x\n---\n\n{body}\n", "utf-8")
    catalog = ArticleSource(folder)
    rows = catalog.rows()
    assert len(rows) + len(catalog.problems) == 2
    for row in rows:
        assert "<script" not in records.plain(catalog.html(row))


def test_keys_that_are_no_texts_do_no_harm(folder: Path) -> None:
    head = "1: 2\nbaris: {1: a, b: c, 2024-01-01: d}\n~: 1\n.nan: 1\nid: aneh\nstamp: x\n"
    (folder / "aneh.md").write_text(f"---\n{head}---\n\nIsi.\n", "utf-8")
    assert sorted(shown(folder)[0]) == ["aneh", "baik"]


def test_of_two_articles_with_one_id_the_first_stands_and_the_other_is_named(folder: Path) -> None:
    (folder / "lain.md").write_text(GOOD, "utf-8")
    is_named(folder, "lain.md", "has the id of baik.md; give it another `id`")


def test_a_link_to_a_file_elsewhere_is_named_and_never_read(folder: Path, tmp_path_factory) -> None:
    secret = tmp_path_factory.mktemp("lain") / "rahasia.md"
    secret.write_text(GOOD.replace("baik", "rahasia"), "utf-8")
    (folder / "tautan.md").symlink_to(secret)
    is_named(folder, "tautan.md", "is a link or a device, not a file; put the file itself here")
    (folder / "tautan.md").unlink()
    (folder / "folder").symlink_to(secret.parent)
    is_named(folder, "folder", "is a link or a device")


def test_an_article_that_becomes_a_link_while_it_is_read_is_not_followed(folder: Path, tmp_path_factory) -> None:
    secret = tmp_path_factory.mktemp("lain") / "rahasia.md"
    secret.write_text(GOOD, "utf-8")
    (folder / "tautan").symlink_to(secret)
    with pytest.raises(OSError, match="tautan"):
        markdown_files.read(folder / "tautan")


def test_a_pipe_a_device_and_a_folder_with_the_name_of_an_article_hang_nothing(folder: Path) -> None:
    os.mkfifo(folder / "pipa.md")
    is_named(folder, "pipa.md", "is a link or a device")
    (folder / "pipa.md").unlink()
    (folder / "folder.md").mkdir()
    assert shown(folder) == (["baik"], [])
    with pytest.raises(markdown_files.Unreadable, match="is a link or a device"):
        markdown_files.read("/dev/null")


@pytest.mark.parametrize("name", [b"a\nb.md", "a\u202eb.md".encode(), b"\xff.md", b"a\x07.md"])
def test_a_name_that_cannot_be_shown_is_named_in_signs_that_can(folder: Path, name: bytes) -> None:
    path = os.fsencode(folder) + b"/" + name
    with open(path, "wb") as file:
        file.write(GOOD.encode())
    is_named(folder, repr(os.fsdecode(name)), "has a name that cannot be shown; rename it")


def test_an_article_may_link_to_whole_addresses_and_speak_of_anything(folder: Path) -> None:
    text = "[a](https://contoh.example/x) [b](#isi) {static}x ](../y) [c](javascript:x()) \\[d\\](../z)"
    (folder / "baik.md").write_text(GOOD.replace("Gudang dibuka", text), "utf-8")
    assert shown(folder) == (["baik"], [])


def test_a_hand_written_page_is_held_to_the_same_and_may_lead_to_other_pages(tmp_path: Path) -> None:
    head = "---\ntitle: Halaman\n---\n\n"
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "baik.md").write_text(head + "[a](../tentang/) {static}x")
    (folder / "berkas.md").write_text(head + "[unduh]({static}x.pdf)")
    (folder / "dalam.md").write_text(head + ">" * 30_000)
    (folder / "besar.md").write_text(head + "a" * 1_050_000)
    (folder / "bom.md").write_text(f"---\n{BOMB}---\n\nIsi.\n")
    (folder / "judul.md").write_text("---\ntitle: [a]\n---\n\nIsi.\n")
    (folder / "panjang.md").write_text(f"---\ntitle: {'a' * 301}\n---\n\nIsi.\n")
    (folder / "tautan.md").symlink_to("/etc/passwd")
    os.mkfifo(folder / "pipa.md")
    site = static_pages.Site.of(tmp_path, lambda name: False)
    unfit = site.unfit
    assert [page.path for page in site.pages] == ["baik/"]
    assert sorted(unfit) == "berkas.md besar.md bom.md dalam.md judul.md panjang.md pipa.md tautan.md".split()
    assert unfit["berkas.md"] == (
        "links to {static}x.pdf, and no files are copied from content; put the file into theme/static and link to"
        " ../theme/..., or write its whole address"
    )


def test_signs_that_cannot_be_seen_do_not_come_from_a_hand_written_page(tmp_path: Path) -> None:
    path = tmp_path / "baik.md"
    path.write_text('---\ntitle: "a\\u202eb\\0 \\n c"\n---\n\nIsi\u202e\x01.\n', "utf-8")
    values, text = static_pages.text(path)
    here = static_pages.page_info(values, path.stem)
    assert (here.title, here.description) == ("ab c", "ab c")
    assert text.strip() == "Isi."


def test_of_a_picture_its_words_are_shown() -> None:
    assert filters.html('![Gudang "A" & <b>](x.png "judul") di sini') == '<p>Gudang "A" &amp; &lt;b&gt; di sini</p>\n'
    assert filters.html("![Gudang](javascript:x()) ![](y)") == "<p>Gudang </p>\n"


def test_a_build_over_all_of_this_ends_with_2_and_shows_what_is_good(tmp_path: Path) -> None:
    project = Scratch.at(tmp_path).fill(2)
    odd = project.articles / "aneh"
    odd.mkdir()
    for number, head in enumerate(HEADS):
        (odd / f"kepala-{number}.md").write_text(f"---\n{head}---\n\nIsi.\n", "utf-8")
    for number, body in enumerate(BODIES):
        (odd / f"isi-{number}.md").write_text(f"---\ntitle: Gudang\n---\n\n{body}\n", "utf-8")
    os.mkfifo(odd / "pipa.md")
    (odd / "tautan.md").symlink_to("/etc/passwd")
    with open(os.fsencode(odd) + b"/\xff.md", "wb") as file:
        file.write(GOOD.encode())
    (project.root / "content/pages/berkas.md").write_text("---\ntitle: x\n---\n\n[a]({static}x)\n")
    run = project.build()
    assert run.code == 2
    assert "Traceback" not in run.err
    said = [line for line in run.err.splitlines() if line.endswith("; it is not on the site")]
    assert len(said) == len(HEADS) + len(BODIES) + 4
    assert "problem: pages/berkas.md: links to {static}x" in run.err
    found = {path.name for path in (project.output / "berita").iterdir()}
    assert found == {"k0", "tanpa-hari"}
    assert not any(b"root:x:0" in data for data in tree(project.output).values())

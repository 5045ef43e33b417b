"""The benchmark: pages are distinct and still themselves, labels are compared fairly, and the table is whole. No times."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks import RULES as FOLDERS
from benchmarks import pages_of
from benchmarks.readers import KINDS, start
from benchmarks.salt import Salted, is_markup, salted, words_of_rules
from benchmarks.score import FIELDS, f1, labels, score
from kliping.elections.calendars import Calendars
from kliping.extract import clean
from kliping.formats import READERS
from kliping.outlets.recognition import recognise
from kliping.outlets.registry import OutletRegistry
from kliping.system.errors import Stop
from tests.conftest import PROJECT, ROOT, story
from tests.write_pages import PAGES

RULES = words_of_rules(*(ROOT / folder for folder in FOLDERS))
HTML = b"""<!DOCTYPE html><html><head><title>Gudang Melati Sibuk - Koran Teladan</title>
<meta name="description" content="Petugas gudang Melati bekerja sampai malam">
<meta property="og:url" content="https://koranteladan.example/gudang-melati-sibuk">
<script>var pelacak = "jangan diubah sama sekali";</script>
<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Gudang Melati Sibuk Sekali", "wordCount": 417}</script>
</head><body class="halaman-berita"><!-- catatan penyunting --><h1>Gudang Melati Sibuk</h1>
<p>Petugas gudang&nbsp;menyortir 12.345 lembar &ldquo;kertas&rdquo; pada Oktober 2024.</p></body></html>"""


def test_five_thousand_pages_are_all_distinct_and_the_same_each_time() -> None:
    pages = pages_of(PAGES)
    first = [data for _, data in salted(pages, 5000, RULES)]
    assert len(set(first)) == 5000
    assert first == [data for _, data in salted(pages, 5000, RULES)]


def test_no_long_line_of_a_page_comes_back_under_another_salt() -> None:
    page = Salted(story().encode(), False, RULES)
    seen: set[str] = set()
    for salt in range(200):
        lines = {line for line in page.page(salt).decode().split("\n") if len(line) > 80}
        assert lines.isdisjoint(seen)
        seen |= lines


@pytest.mark.parametrize("name", sorted(pages_of(PAGES)))
def test_a_salted_page_takes_the_same_way_through_the_rules(name: str) -> None:
    outlets, calendars = OutletRegistry.load(PROJECT / "content/outlets"), Calendars.load(PROJECT / "content/elections")
    data = pages_of(PAGES)[name]

    def read(data: bytes) -> tuple[list[str], set[str]]:
        page = READERS[Path(name).suffix](data, outlets.layouts_for)
        cleaned = clean(page, recognise(outlets, page), calendars)
        facts = {key for key, fact in cleaned.article.facts() if fact and key not in ("election", "stage")}
        return [verdict.role for verdict in cleaned.labels], facts

    roles, facts = read(data)
    for salt in (3, 1234):
        now, found = read(Salted(data, is_markup(name), RULES).page(salt))
        same = sum(a == b for a, b in zip(roles, now, strict=True))
        assert same >= 0.9 * len(roles)
        assert len(found ^ facts) <= 1


def test_markup_scripts_and_addresses_stay_and_data_stays_readable() -> None:
    data = Salted(HTML, True, RULES).page(7).decode()
    for kept in ('<body class="halaman-berita">', "jangan diubah sama sekali", "gudang-melati-sibuk", "catatan penyunting", "&ldquo;", "Oktober 2024", 'name="description"'):  # fmt: skip
        assert kept in data
    for gone in ("Gudang Melati Sibuk Sekali", "12.345", "lembar"):
        assert gone not in data
    told = json.loads(re.search(r'ld\+json">(.*?)</script>', data)[1])
    assert set(told) == {"@type", "headline", "wordCount"}
    assert told["@type"] == "NewsArticle"
    assert told["headline"].startswith(re.search(r"<h1>(.*)</h1>", data)[1])


def test_a_page_that_cannot_be_told_apart_is_refused() -> None:
    with pytest.raises(Stop, match="too few words"):
        list(salted({"a.txt": b"Satu dua tiga\n"}, 2, RULES))


@pytest.mark.parametrize(
    ("wanted", "given", "neutral", "score"),
    [
        (["satu dua tiga empat lima"], ["Satu, dua tiga empat lima."], [], 1.0),
        (["satu dua tiga empat lima"], ["satu dua tiga empat"], [], 2 / 3),
        (["satu dua tiga empat"], ["satu dua tiga empat", "enam tujuh delapan sembilan"], [], 2 / 3),
        (
            ["satu dua tiga empat"],
            ["satu dua tiga empat", "Enam tujuh delapan sembilan"],
            ["enam tujuh delapan sembilan"],
            1.0,
        ),
        (["satu dua"], ["satu dua"], [], 1.0),
        (["1. satu dua tiga"], ["satu dua tiga"], [], 1.0),
        (["satu dua tiga empat"], [], [], 0.0),
    ],
)
def test_bodies_are_compared_by_shingles_of_four_words(wanted: list, given: list, neutral: list, score: float) -> None:
    assert f1(wanted, given, neutral) == pytest.approx(score)


LABEL = {
    "file": "a.txt",
    "title": "Judul",
    "date": "2024-10-24",
    "reporter": "Rara Contoh",
    "body": ["satu dua tiga empat"],
}


@pytest.mark.parametrize(
    ("label", "given", "field", "right", "invented"),
    [
        ({}, {"title": "JUDUL."}, "title", 1, 0),
        ({}, {"title": "Judul - Koran"}, "title", 0, 0),
        ({"title": None}, {"title": "Judul"}, "title", 0, 1),
        ({}, {"date": "2024-10-24"}, "date", 1, 0),
        ({}, {"date": "2024-10-25"}, "date", 0, 0),
        ({"date_basis": "dateline"}, {"date": "2024-10-25"}, "date", 1, 0),
        ({"date_basis": "dateline"}, {"date": "2024-10-27"}, "date", 0, 0),
        ({}, {}, "date", 0, 0),
        ({"date_or_null": True}, {}, "date", 1, 0),
        ({}, {"reporter": ["rara contoh"]}, "reporter", 1, 0),
        ({"reporter": ["A B", "C D"]}, {"reporter": ["C D", "A B"]}, "reporter", 1, 0),
        ({}, {"editor": "Sari Teladan"}, "editor", 0, 1),
        ({"views": 0}, {"views": 0}, "views", 1, 0),
    ],
)
def test_a_field_is_right_invented_or_neither(label: dict, given: dict, field: str, right: int, invented: int) -> None:
    found = score([LABEL | label], {"a.txt": {"text": "", **given}}, {"a.txt": b""})
    assert (found.right[field], found.invented[field]) == (right, invented)


def test_lines_labelled_as_body_are_the_body() -> None:
    label = {"file": "a.txt", "line_labels": "TMBN"}
    page = b"Judul berita pagi ini\nPenulis: Rara\nsatu dua tiga empat\nBaca juga satu dua tiga\n"
    text = "Judul berita pagi ini\nsatu dua tiga empat"
    assert score([label], {"a.txt": {"text": text}}, {"a.txt": page}).body == [1.0]


def test_every_reader_gives_the_text_of_a_plain_page_and_only_the_fields_its_api_has() -> None:
    paragraph = (
        "Petugas gudang yang bekerja sejak pagi itu menyortir surat suara dan tidak pulang sampai malam hari tiba, " * 3
    )
    page = f"<html><head><title>Gudang Melati Sibuk</title></head><body><article><h1>Gudang Melati Sibuk</h1><p>{paragraph}</p><p>{paragraph.upper()}</p></article></body></html>"
    for name, kind in KINDS.items():
        reader = start(name, PROJECT)
        result = reader.result(reader.read("a.html", reader.prepare("a.html", page.encode())))
        assert "menyortir surat suara" in result["text"], name
        assert {key for key in FIELDS if result.get(key)} <= set(kind.fields), name


def test_a_text_dump_reaches_the_peers_as_paragraphs() -> None:
    page = start("jusText", PROJECT).prepare("a.txt", b"Judul\n\nA < B & C\n")
    assert re.findall(r"<p>(.*)</p>", page) == ["Judul", "A &lt; B &amp; C"]


def bench(*words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "invoke", "bench", *words]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=300)


def test_the_table_has_a_column_for_each_reader_and_every_figure_in_it(tmp_path: Path) -> None:
    for i in range(3):
        (tmp_path / f"{i}.txt").write_text(story(number=i))
    (tmp_path / "gold.yaml").write_text(
        "- {file: 1.txt, title: KPU Melati Sortir Surat Suara Pilgub Jakarta 2024, date: 2024-10-24, reporter: Rara Contoh, line_labels: T.MM.B.B.N.B.NN}\n"
    )
    run = bench("clean", "--pages", str(tmp_path), "--gold", str(tmp_path / "gold.yaml"), "--count", "8")
    assert run.returncode == 0, run.stderr
    told, pages, empty, *table = run.stdout.splitlines()
    assert re.match(r"\d{4}-\d\d-\d\d: .*Python 3", told)
    assert pages == "8 distinct pages made from 3 saved pages (3 text, 0 HTML), in 5 rounds"
    rows = [[cell.strip() for cell in row.strip("|").split("|")] for row in table]
    assert empty == ""
    assert [re.sub(r" [\d.]+$", "", cell) for cell in rows[0][1:]] == list(KINDS)
    assert all(len(row) == 1 + len(KINDS) and all(row[1:]) for row in rows)
    figures = {row[0]: row[1:] for row in rows[2:]}
    assert figures["CPU time for a page, ours = 1"][0] == figures["peak memory, ours = 1"][0] == "1.00"
    assert all(float(cell) > 0 for cell in figures["pages per CPU second"] + figures["peak memory, MiB"])
    assert figures["title right, of 1 that state it"][0] == figures["reporter right, of 1 that state it"][0] == "100 %"
    assert figures["body F1, of 1"][0] == "1.000"
    assert [name for name in FIELDS if not any(name in title for title in figures)] == []


def test_a_second_run_after_few_pages_changed_is_measured_beside_the_first(tmp_path: Path) -> None:
    for i in range(3):
        (tmp_path / f"{i}.txt").write_text(story(number=i))
    run = bench("clean", "--pages", str(tmp_path), "--count", "9", "--changed", "2")
    assert run.returncode == 0, run.stderr
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in run.stdout.splitlines()[5:]]
    assert [row[0] for row in rows] == ["first run", "nothing changed", "2 changed"]
    assert rows[0][2] == "1.000"
    assert all(float(cell) > 0 for row in rows for cell in row[1:])


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (["clan"], "there is no benchmark `clan`; known are: clean"),
        (["clean", "--pages", "tidak-ada"], "there is no such folder"),
        (["clean", "--pages", "docs"], "holds no .txt"),
        (["clean", "--count", "0"], "at least 1"),
        (["clean", "--count", "banyak"], "is no number"),
        (["clean", "--count", "3", "--changed", "4"], "there are 3 pages"),
        (["clean", "--gold", "tidak-ada.yaml"], "there is no such file"),
        (["clean", "--gold", "tests/project/content/elections/tahapan.yaml"], "must be a list"),
    ],
)
def test_what_cannot_be_measured_is_one_line_and_the_code_is_2(words: list[str], why: str) -> None:
    run = bench(*words)
    assert run.returncode == 64, run.stderr
    assert why in run.stderr
    assert "Traceback" not in run.stderr


def test_labels_of_another_folder_are_refused(tmp_path: Path) -> None:
    file = tmp_path / "gold.yaml"
    file.write_text("- {file: x.txt, title: X}\n")
    with pytest.raises(Stop, match=r"'x\.txt' is no page"):
        labels(file, {"a.txt": b""})

"""`clean --explain` prints what clean works with: its words are compared with what clean wrote."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from kliping.archive.run import Archive
from kliping.commands.explain import explanation, page_of
from kliping.extract.credits import cut_asides
from kliping.extract.labels import KEPT
from kliping.system.errors import Stop
from kliping.text import markdown
from kliping.text.unicode import fold
from tests.conftest import Project, story
from tests.write_pages import evidence


def explained(project: Project, given: str, width: int | None = None) -> list[str]:
    with Archive(project.folders(), dry_run=True) as archive:
        archive.folder.look()
        return explanation(archive, page_of(archive, given), width)[1]


def section(lines: list[str], title: str) -> list[str]:
    """The lines below a heading, up to the next empty line."""
    start = next(i for i, line in enumerate(lines) if line.startswith(title)) + 1
    end = next((i for i in range(start, len(lines)) if not lines[i]), len(lines))
    return [line.strip() for line in lines[start:end]]


def facts(lines: list[str]) -> dict[str, str]:
    return {line.split()[0]: line.split(maxsplit=1)[1] for line in section(lines, "facts") if "doubt:" not in line}


def as_printed(values: dict, key: str) -> str:
    value = values[key]
    text = value.isoformat() if hasattr(value, "isoformat") else json.dumps(value, ensure_ascii=False)
    basis = values["basis"].get(key)
    return f"{text}  ({basis})" if basis else text


@pytest.mark.parametrize("page", evidence(), ids=lambda page: f"{page.parent.name}/{page.name}")
def test_every_printed_record_is_what_clean_wrote(page: Path, project: Project) -> None:
    for file in (page, page.with_suffix(".yaml")):
        if file.exists():
            shutil.copy(file, project.saved)
    project.clean()
    values, body, _ = project.article(page.name)
    lines = explained(project, page.name)
    printed = facts(lines)
    for key in ("title", "date", "reporter", "editor", "views", "source", "outlet", "url", "agency", "election", "stage", "summary", "lang", "removed", "review", "note"):  # fmt: skip
        assert printed[key] == as_printed(values, key), key
    blocks = [re.match(r"(\d+)  (\S+)\s\s+", line) for line in section(lines, "blocks")]
    roles = Counter(block[2] for block in blocks if block)
    assert {role: count for role, count in roles.items() if role not in KEPT} == values["removed"]
    told = "\n".join(cut_asides(line) for line in section(lines, "blocks") if re.match(r"\d+  body ", line))
    for paragraph in markdown.unescape(body).split("\n"):
        assert fold(paragraph) in told
    assert printed["text"] == f"{len(body.split(chr(10) * 2))} paragraphs"


def test_every_block_of_the_page_is_printed_with_its_line_and_rule(project: Project) -> None:
    project.page("a.txt", story())
    blocks = section(explained(project, "a.txt"), "blocks")
    numbers = [number for number, line in enumerate(story().split("\n"), 1) if line]
    assert [int(line.split()[0]) for line in blocks] == numbers
    assert re.match(r"1  title +headline +KPU Melati", blocks[0])
    assert any(re.match(r"10  related +known line +Baca juga: Warga", line) for line in blocks)


def test_candidates_are_printed_with_their_weights_and_evidence_the_one_that_is_stated_first(project: Project) -> None:
    page = ["Gudang Kelurahan Melati Penuh Kotak Suara", "Diterbitkan Rabu, 19 Juni 2024 10:00 WIB"]
    page += [
        "Petugas memeriksa kotak suara di gudang kelurahan sejak pagi.",
        "Warga menata kursi di aula sampai malam.",
    ]
    page += ["“Semua sudah selesai dihitung,” kata Bagas Winata, Selasa (18/6/2024)."]
    project.page("a.txt", "\n".join(page))
    told = section(explained(project, "a.txt"), "candidates")
    days = [i for i, line in enumerate(told) if line.startswith("date ")]
    first, other = (told[i] for i in days[:2])
    assert re.match(r"date +\* \+\d+\.\d  2024-06-19 \(byline, line 2\)", first)
    assert re.match(r"date +\+\d+\.\d  2024-06-18 \(dateline\)", other)
    assert "+1.5 labelled as published" in told[days[0] + 1]
    shares = [float(share.split()[0]) for share in told[days[0] + 1].split("; ")]
    assert round(sum(shares), 1) == float(first.split()[2])


def test_a_page_is_meant_by_its_path_its_article_or_its_id(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    page = project.page("koran/a.txt", story())
    project.clean()
    values, _, path = project.article("koran/a.txt")
    below = path.relative_to(project.articles).as_posix()
    monkeypatch.chdir(project.root)
    relative = "content/saved/koran/a.txt"
    for given in ("koran/a.txt", str(page), relative, below, str(path), f"content/articles/{below}", values["id"]):
        assert explained(project, given)[0] == f"page      {relative}", given


@pytest.mark.parametrize("given", ["tidak-ada.txt", "/etc/hostname", "content/articles/2024/tidak-ada.md"])
def test_what_is_no_page_is_refused_by_name(project: Project, given: str) -> None:
    project.page("a.txt", story())
    with pytest.raises(Stop, match="no page of saved/, no article"):
        explained(project, given)


def test_an_article_written_by_hand_has_no_page_to_explain(project: Project) -> None:
    path = project.articles / "2024/tulisan-tangan.md"
    path.parent.mkdir(parents=True)
    path.write_text('---\ntitle: "Tulisan tangan"\n---\n\nIsi.\n')
    with pytest.raises(Stop, match="by hand"):
        explained(project, str(path))


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("a.txt", b"", "is empty"),
        ("a.txt", b"Beranda\nIndeks\n\nBaca juga: x\n", "no article text"),
        ("a.docx", b"PK", "suffix"),
    ],
)
def test_a_rejected_page_says_so_in_the_words_of_the_run(project: Project, name: str, data: bytes, why: str) -> None:
    project.page(name, data)
    said = explained(project, name)[1]
    assert said == f"rejected  {project.clean().rejected[name]}"
    assert why in said


def test_a_page_without_a_text_still_shows_what_each_block_was_taken_for(project: Project) -> None:
    project.page("a.txt", b"Beranda\nKenanga\n\nBaca juga: Pasar Kenanga\n")
    blocks = [line.split() for line in section(explained(project, "a.txt"), "blocks")]
    assert [block[1] for block in blocks] == ["navigation", "unknown", "related"]


def test_a_withdrawn_page_says_why_even_where_another_save_was_withdrawn(project: Project) -> None:
    project.page("a.txt", story())
    project.page("b.txt", story())
    project.page("b.yaml", "publish: false\nreason: diminta penerbit\n")
    report = project.clean()
    for name in "a.txt", "b.txt":
        assert explained(project, name)[1] == f"withdrawn {report.withdrawn[name]}"


def test_another_save_names_the_page_its_article_is_read_from(project: Project) -> None:
    project.page("a.txt", story())
    project.page("z.txt", story())
    project.clean()
    assert explained(project, "z.txt")[1].endswith(", which is read from another save of it: a.txt")


def test_an_article_that_says_something_else_by_now_is_called_so(project: Project) -> None:
    project.page("a.txt", story())
    assert explained(project, "a.txt")[1] == "article   not written yet; run clean"
    project.clean()
    path = project.article("a.txt")[2]
    assert explained(project, "a.txt")[1].endswith(".md")
    project.page("a.yaml", "views: 7\n")
    assert explained(project, "a.txt")[1].endswith(".md, out of date: run clean")
    path.write_text(path.read_text().replace("Rara", "Sari"))
    assert "edited by hand" in explained(project, "a.txt")[1]


def test_blocks_are_cut_to_the_width_of_the_terminal_and_facts_are_not(project: Project) -> None:
    project.page("a.txt", story())
    lines = explained(project, "a.txt", 70)
    blocks = section(lines, "blocks")
    assert max(map(len, blocks)) <= 70
    assert any(block.endswith("…") for block in blocks)
    assert facts(lines)["title"] == '"KPU Melati Sortir Surat Suara Pilgub Jakarta 2024"  (layout)'


def test_explaining_changes_no_file_and_exits_as_cleaning_the_page_would(project: Project) -> None:
    project.page("a.txt", story())
    project.page("kosong.txt", "")
    before = sorted(project.root.rglob("*"))
    codes = {}
    for given in ("a.txt", "kosong.txt", "tidak-ada"):
        command = [sys.executable, "-m", "invoke", "clean", "--explain", given]
        done = subprocess.run(command, cwd=project.root, capture_output=True, text=True, check=False, timeout=60)
        codes[given] = done.returncode
        assert "Traceback" not in done.stderr
    assert codes == {"a.txt": 0, "kosong.txt": 3, "tidak-ada": 64}
    assert [path for path in sorted(project.root.rglob("*")) if "__pycache__" not in path.parts] == before


def test_a_reader_who_has_seen_enough_is_no_error(project: Project) -> None:
    project.page("a.txt", story() + "\n\nKalimat tambahan yang panjang sekali di sini.\n" * 5000)
    command = [sys.executable, "-m", "invoke", "clean", "--explain", "a.txt"]
    with subprocess.Popen(command, cwd=project.root, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as run:
        run.stdout.readline()
        run.stdout.close()
        assert b"Traceback" not in run.stderr.read()
    assert run.returncode == 0

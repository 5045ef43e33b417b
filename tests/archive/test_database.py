"""What a run remembers saves time and never truth: killed runs, broken ledgers, full disks, files that look alike."""

from __future__ import annotations

import os
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kliping import commands
from kliping.archive import run
from kliping.archive.database import NAME, Database
from kliping.archive.report import Report
from kliping.archive.run import Archive
from kliping.commands.explain import explain
from kliping.system.errors import Stop
from tests.conftest import ROOT, Project, story
from tests.saves import CORRECTION, OTHER, TEXT, filled, page

PLACES = [f"Melati{letter}" for letter in "abcdefghijkl"]


def full(project: Project) -> None:
    """Some dozens of pages: stories, saves of one article, copies by other outlets, rejects and withdrawn ones."""
    for k in range(20):
        project.page(f"cerita/{k:02}.txt", story(f"Gudang Nomor {k} Mulai Sortir Surat Suara", k))
    for k, outlet in enumerate(["CONTOHBERITA.ID", "CONTOHBERITA.ID", "LAINBERITA.COM", "KETIGABERITA.ID", ""]):
        project.page(f"salinan/{k}.txt", page(*TEXT, *OTHER[:k], outlet=outlet))
    for k, place in enumerate(PLACES):
        project.page(f"siaran/{k:02}.txt", page(*filled(place, k), headline=f"KPU {place} Lantik Panitia"))
    project.page("kosong.txt", "")
    project.page("cerita/03.yaml", "publish: false\nreason: diminta penerbit\n")
    project.page("cerita/04.yaml", "note: Catatan.\nbukan: kunci\n")


def changed(project: Project) -> None:
    """A day's work on them: pages added, revised, renamed, removed, withdrawn."""
    project.page("cerita/20.txt", story("Gudang Baru Dibuka untuk Surat Suara", 90))
    project.page("salinan/0.txt", page(*TEXT, CORRECTION))
    (project.saved / "siaran/00.txt").rename(project.saved / "siaran/pindah.txt")
    (project.saved / "siaran/01.txt").unlink()
    project.page("salinan/2.yaml", "publish: false\n")
    (project.saved / "cerita/03.yaml").unlink()


def told(report: Report) -> dict[str, object]:
    """What a report says that hangs on the pages alone, not on what was known before."""
    names = ("pages", "articles", "duplicates", "review", "by_hand", "rejected", "withdrawn", "edited", "problems")
    cases = [(case.article, case.sidecar, case.notes, case.lines) for case in report.cases]
    return {**{name: getattr(report, name) for name in names}, "cases": cases, "shares": report.shares}


def from_nothing(project: Project, other: Path, articles: Path | None = None) -> tuple[Report, dict[str, bytes]]:
    """The report and the articles of a run that knows nothing but the files."""
    shutil.copytree(project.root / "content", other / "content", ignore=shutil.ignore_patterns(".*"))
    if articles:
        shutil.rmtree(other / "content/articles", ignore_errors=True)
        shutil.copytree(articles, other / "content/articles")
    fresh = Project(other)
    return fresh.clean(), fresh.files()


def test_a_day_of_changes_gives_what_a_run_from_nothing_gives(project: Project, tmp_path_factory) -> None:
    full(project)
    project.clean()
    changed(project)
    report = project.clean()
    other, files = from_nothing(project, tmp_path_factory.mktemp("baru"), project.articles)
    assert project.files() == files
    assert told(report) == told(other)
    again = project.clean()
    assert told(again) == told(report)
    assert (again.read, again.redone, again.changes) == (0, 0, [])


# Killed runs

KILLED = """
import os, signal, sys
from pathlib import Path
from kliping.archive import article_folder, database, page_table
from kliping.archive.run import Archive, Folders

def at(owner, name, times):
    step = getattr(owner, name)
    left = [times]
    def counted(*words, **more):
        left[0] -= 1
        if left[0] < 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return step(*words, **more)
    setattr(owner, name, counted)

owner, name, times = sys.argv[1:]
owners = {"pages": page_table.PageTable, "articles": article_folder.ArticleFolder, "database": database.Database, "files": os}
at(owners[owner], name, int(times))
content = Path("content")
Archive(Folders(content / "saved", content / "articles", content / "outlets", content / "elections")).run()
"""
POINTS = [
    ("pages", "add", 0),
    ("pages", "add", 3),
    ("pages", "set_id", 2),
    ("files", "replace", 0),
    ("files", "replace", 2),
    ("articles", "remove", 0),
    ("articles", "save", 0),
    ("database", "commit", 0),
    ("files", "replace", 5),  # the report, after the ledger was written
]


@pytest.mark.parametrize("point", POINTS, ids=lambda point: " ".join(map(str, point)))
@pytest.mark.parametrize("known", [True, False], ids=["a later run", "the first run"])
def test_after_a_killed_run_the_next_gives_what_one_from_nothing_gives(
    project: Project, tmp_path_factory, point: tuple[str, str, int], known: bool
) -> None:
    full(project)
    if known:
        project.clean()
        changed(project)
    expected, files = from_nothing(project, tmp_path_factory.mktemp("baru"))
    command = [sys.executable, "-c", KILLED, *map(str, point)]
    killed = subprocess.run(command, cwd=project.root, env={**os.environ, "PYTHONPATH": str(ROOT)}, check=False)
    assert killed.returncode in (-signal.SIGKILL, 0)
    assert killed.returncode or not known
    report = project.clean()
    assert project.files() == files
    assert told(report) == told(expected)
    assert project.clean().changes == []


# Ledgers that cannot be used


def garbage(file: Path) -> None:
    file.write_bytes(b"bukan basis data " * 500)


def truncated(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:9000])


def holed(file: Path) -> None:
    data = bytearray(file.read_bytes())
    for start in range(4096, len(data), 8192):
        data[start : start + 4096] = bytes(4096)
    file.write_bytes(data)


def of_other_code(file: Path) -> None:
    with sqlite3.connect(file) as sql:
        sql.execute("UPDATE state SET value = '\"older\"' WHERE name = 'code'")
        sql.execute("UPDATE articles SET id = 'salah'")
    sql.close()


def of_another_form(file: Path) -> None:
    file.unlink()
    with sqlite3.connect(file) as sql:
        sql.execute("CREATE TABLE lain (x)")
    sql.close()


@pytest.mark.parametrize("harm", [garbage, truncated, holed, of_other_code, of_another_form, Path.unlink])
def test_a_ledger_that_cannot_be_used_costs_time_and_nothing_else(project: Project, harm) -> None:
    full(project)
    first, before = project.clean(), project.files()
    harm(project.root / "content/.articles.kliping" / NAME)
    assert told(project.clean(dry_run=True)) == told(first)
    report = project.clean()
    assert project.files() == before
    assert told(report) == told(first)
    assert (report.read, report.written) == (first.read, 0)
    assert project.clean().read == 0


def test_a_journal_left_behind_is_no_part_of_a_new_ledger(project: Project) -> None:
    full(project)
    first = project.clean()
    ledger = project.root / "content/.articles.kliping" / NAME
    ledger.with_name(f"{NAME}-journal").write_bytes(ledger.read_bytes()[:8192])
    garbage(ledger)
    assert told(project.clean()) == told(first)


def test_a_full_disk_ends_with_one_line_and_the_ledger_as_it_was(project: Project, monkeypatch) -> None:
    full(project)
    project.clean()
    before = (project.root / "content/.articles.kliping" / NAME).read_bytes()

    class Small(Database):
        def __init__(self, *words: object) -> None:
            super().__init__(*words)  # type: ignore[arg-type]
            pages = self.sql.execute("PRAGMA page_count").fetchone()[0]
            self.sql.execute(f"PRAGMA max_page_count = {pages}")

    monkeypatch.setattr(run, "Database", Small)
    for k in range(60):
        project.page(f"lagi/{k}.txt", story(f"Gudang Lain Nomor {k} Mulai Sortir Surat Suara", 100 + k))
    with pytest.raises(OSError, match="full") as full_disk:
        project.clean()
    assert full_disk.value.filename.endswith(NAME)
    assert (project.root / "content/.articles.kliping" / NAME).read_bytes() == before


def test_a_run_that_is_stopped_leaves_the_ledger_as_it_was(project: Project) -> None:
    full(project)
    project.clean()
    before = (project.root / "content/.articles.kliping" / NAME).read_bytes()
    shutil.rmtree(project.saved / "cerita")
    with pytest.raises(Stop):
        project.clean()
    assert (project.root / "content/.articles.kliping" / NAME).read_bytes() == before


def test_a_dry_run_leaves_the_ledger_as_it_was_and_says_what_the_run_will(project: Project) -> None:
    full(project)
    project.clean()
    before = (project.root / "content/.articles.kliping" / NAME).read_bytes()
    changed(project)
    dry = project.clean(dry_run=True)
    assert (project.root / "content/.articles.kliping" / NAME).read_bytes() == before
    report = project.clean()
    assert (dry.changes, dry.read, told(dry)) == (report.changes, report.read, told(report))


def is_closed(connection: sqlite3.Connection) -> bool:
    try:
        connection.total_changes  # noqa: B018 - raises where it is closed
    except sqlite3.ProgrammingError:
        return True
    return False


def test_no_connection_outlives_a_run_nor_an_explained_page_nor_a_database_that_was_given_up(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[sqlite3.Connection] = []
    connect = sqlite3.connect

    def remembered(*words: object, **more: object) -> sqlite3.Connection:
        opened.append(connect(*words, **more))  # type: ignore[call-overload]
        return opened[-1]

    monkeypatch.setattr(sqlite3, "connect", remembered)
    full(project)
    project.clean()
    for harm in (garbage, holed, of_other_code):
        harm(project.root / "content/.articles.kliping" / NAME)
        project.clean(dry_run=True)
        project.clean()
    with pytest.raises(SystemExit):
        explain(project.root, commands.Options(explain="cerita/00.txt"))
    assert len(opened) > 10
    assert all(map(is_closed, opened))


def test_sql_stands_in_three_modules() -> None:
    speaking = {
        path.name for path in (ROOT / "kliping").rglob("*.py") if re.search(r"\.execute(many)?\(", path.read_text())
    }
    assert speaking == {"database.py", "page_table.py", "article_table.py"}


# Files that look alike


def test_a_page_written_again_with_the_same_words_is_read_and_nothing_is_done(project: Project) -> None:
    path = project.page("a.txt", story())
    project.clean()
    time.sleep(0.02)
    path.write_bytes(path.read_bytes())
    report = project.clean()
    assert (report.read, report.redone, report.kept, report.changes) == (1, 0, 1, [])
    assert project.clean().read == 0


def test_other_words_of_one_length_and_time_are_seen(project: Project) -> None:
    path = project.page("a.txt", story(number=1))
    project.clean()
    looks = path.stat()
    path.write_text(story(number=2))
    os.utime(path, ns=(looks.st_atime_ns, looks.st_mtime_ns))
    assert path.stat().st_size == looks.st_size
    report = project.clean()
    assert (report.read, report.redone) == (1, 1)
    assert "nomor 2" in project.article("a.txt")[1]


def test_a_page_as_young_as_the_ledger_is_read_again(project: Project) -> None:
    path = project.page("a.txt", story(number=1))
    later = time.time_ns() + 10**12
    os.utime(path, ns=(later, later))
    project.clean()
    assert project.clean().read == 1
    os.utime(path, ns=(0, 0))
    project.clean()
    assert project.clean().read == 0


def test_an_article_changed_within_the_moment_it_was_written_is_seen(project: Project) -> None:
    project.page("a.txt", story())
    project.clean()
    path = project.article("a.txt")[2]
    text = path.read_text()
    path.write_text(text.replace("Rara", "Sari"))
    assert project.clean().edited


def test_fresh_trusts_nothing_and_changes_nothing(project: Project) -> None:
    full(project)
    first, before = project.clean(), project.files()
    report = project.clean(fresh=True)
    assert project.files() == before
    assert (report.read, report.redone, report.changes) == (first.read, first.redone, [])
    assert told(report) == told(first)


def test_a_renamed_page_is_the_only_one_done_again(project: Project) -> None:
    full(project)
    project.clean()
    first = project.article("cerita/07.txt")[0]["id"]
    (project.saved / "cerita/07.txt").rename(project.saved / "cerita/tujuh.txt")
    report = project.clean()
    assert (report.read, report.redone, len(report.changes)) == (1, 1, 1)
    assert project.article("cerita/tujuh.txt")[0]["id"] == first


# What is told on every run


def test_what_is_wrong_is_told_on_every_run_until_it_is_mended(project: Project) -> None:
    full(project)
    calendar = project.root / "content/elections/pilgub-dki-2024.yaml"
    calendar.write_text(calendar.read_text() + "\nbukan: kunci\n")
    (project.articles / "2024").mkdir(parents=True)
    (project.articles / "2024/rusak.md").write_text("---\ntitle: tanpa akhir\n")
    first = project.clean()
    assert len(first.problems) == 3
    for _ in range(2):
        assert project.clean().problems == first.problems
    (project.articles / "2024/rusak.md").unlink()
    (project.saved / "cerita/04.yaml").write_text("note: Catatan.\n")
    assert len(project.clean().problems) == 1
    calendar.write_text(calendar.read_text().replace("\nbukan: kunci\n", ""))
    assert project.clean().problems == project.clean().problems == []


def test_an_edit_is_told_on_every_run_and_its_page_is_not_cleaned_for_it(project: Project) -> None:
    project.page("a.txt", story())
    project.clean()
    path = project.article("a.txt")[2]
    path.write_text(path.read_text().replace("Rara", "Sari"))
    first = project.clean()
    again = project.clean()
    assert first.edited == again.edited
    assert (again.read, again.redone) == (0, 0)
    (project.saved / "a.txt").unlink()
    for _ in range(2):
        assert "is gone" in next(iter(project.clean().edited.values()))


def test_an_article_left_because_its_page_is_rejected_is_named_on_every_run(project: Project) -> None:
    project.page("a.txt", story())
    project.clean()
    project.page("a.txt", "")
    for _ in range(3):
        report = project.clean()
        assert [notice.split(":")[0] for notice in report.notices] == list(project.files())
    (project.saved / "a.txt").unlink()
    assert project.clean().removed == 1


def test_a_file_whose_name_cannot_be_told_is_named_and_harms_nothing(project: Project) -> None:
    project.page("a.txt", story())
    project.articles.mkdir()
    try:
        (project.articles / os.fsdecode(b"salah\xff.md")).write_text("---\ntitle: X\n---\n\nIsi.\n")
    except OSError:
        pytest.skip("this file system takes no such name")
    for _ in range(2):
        report = project.clean()
        assert any("cannot be shown" in problem for problem in report.problems)
        assert report.articles == 1


# Starting up

LOADED = """
import sys
from pathlib import Path
from kliping.commands import Options
from kliping.commands.clean import clean

try:
    clean(Path(".").resolve(), Options())
except SystemExit:
    print(*(name for name in ("lxml", "rensa", "rich", "pelican", "kliping.extract") if name in sys.modules))
"""


def test_a_run_in_which_nothing_changed_loads_nothing_to_clean_with(project: Project) -> None:
    full(project)
    project.clean()
    time.sleep(0.02)
    project.clean()
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", LOADED], cwd=project.root, env=env, capture_output=True, text=True, check=True
    )
    counts, loaded = done.stdout.splitlines()
    assert ": 0 read, 0 redone" in counts
    assert loaded == ""


def test_one_archive_may_be_looked_at_while_another_run_goes_on(project: Project) -> None:
    full(project)
    project.clean()
    with Archive(project.folders()) as running:
        running.folder.look()
        assert project.clean(dry_run=True).articles


def test_a_folder_shared_by_a_group_stays_writable_for_the_group(project: Project) -> None:
    before = os.umask(0o002)
    try:
        project.page("a.txt", story())
        project.clean()
    finally:
        os.umask(before)
    files = [path for path in (project.root / "content").rglob("*") if path.is_file()]
    made = [path for path in files if "articles" in str(path.parent)]
    assert project.root / "content/.articles.kliping/ledger.sqlite" in made
    assert [path.name for path in made if not path.stat().st_mode & 0o020] == []

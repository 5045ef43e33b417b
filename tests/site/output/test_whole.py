"""However a build ends, readers find a whole site: the old one or the new one, and the next build sets all right."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.site.conftest import Run
from tests.site.scratch import Scratch, replace, tree, without_index
from tests.site.trial import Trial, held, waiting

KILLS = 6  # moments in each of two kinds of build; more, by hand, find narrower gaps
linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux forks workers and has /proc")


@dataclass
class Stand:
    """A project whose text is one of two, and the site that goes with each."""

    project: Scratch
    sites: tuple[dict[str, bytes], dict[str, bytes]]
    now: int = 0

    def turn(self) -> tuple[dict[str, bytes], dict[str, bytes]]:
        """Change what the site is to be; the site that stands, and the one to come."""
        words = ("sejak pagi", "sejak sore")
        for name in ("k0", "d2", "k5"):
            self.project.mend(name, words[self.now], words[1 - self.now])
        self.now = 1 - self.now
        return self.sites[1 - self.now], self.sites[self.now]


@pytest.fixture(scope="module")
def stand(tmp_path_factory: pytest.TempPathFactory) -> Stand:
    project = Scratch.at(tmp_path_factory.mktemp("digest")).fill(45)  # enough files for workers
    found = Stand(project, ({}, {}))
    assert project.build().code == 0
    first = tree(project.output)
    found.sites = (first, first)
    found.turn()
    assert project.build().code == 0
    found.sites = (first, tree(project.output))
    assert found.sites[1] == project.from_nothing() != first
    return found


@pytest.fixture
def kept(stand: Stand) -> Iterator[Scratch]:
    """The project, whose settings, theme and articles are as before when a test is through."""
    root, before = stand.project.root, {}
    for folder in ("content", "theme"):
        before |= {path: path.read_bytes() for path in (root / folder).rglob("*") if path.is_file()}
    before[root / "pelican.conf.py"] = (root / "pelican.conf.py").read_bytes()
    yield stand.project
    for path, data in before.items():
        if not path.exists() or path.read_bytes() != data:
            path.write_bytes(data)


def _is_tidy(project: Scratch) -> None:
    names = {path.name for path in project.root.iterdir()} - {"__pycache__"}
    assert names == {"content", "theme", "output", ".output.kliping", "pelican.conf.py", "tasks.py"}


def _is_one_line(run: Run, *said: str) -> None:
    """What went wrong is told in one line, after those that tell what is being done."""
    lines = [
        line
        for line in run.err.splitlines()
        if not line.startswith(("cleaning ", "building ", "no saved pages", "notice: "))
    ]
    assert len(lines) == 1, run.err
    assert all(words in lines[0] for words in said), lines


@linux
@pytest.mark.parametrize("words", [("--fresh",), ()])
def test_a_build_killed_at_any_moment_leaves_a_whole_site_and_the_next_one_is_as_if_nothing_was(
    stand: Stand, words: tuple[str, ...]
) -> None:
    chance, project = random.Random(20241127), stand.project  # noqa: S311
    old, new = stand.turn()
    started = time.monotonic()
    assert Trial(project, *words).ended().code == 0
    length = time.monotonic() - started
    for number in range(KILLS):
        old, new = stand.turn()
        trial = Trial(project, *words)
        time.sleep((number + chance.random()) / KILLS * length)
        trial.kill(alone=number % 2 == 0)
        assert tree(project.output) in (old, new)
        run = project.build()
        assert run.code == 0, run.err
        assert trial.workers() == []
        assert tree(project.output) == new
        _is_tidy(project)


@linux
def test_a_first_build_that_is_killed_leaves_no_half_site(kept: Scratch, tmp_path: Path) -> None:
    output = tmp_path / "pertama"
    held(kept, "stage.html")
    with waiting(kept, "--output", str(output)) as trial:
        trial.kill(alone=True)
        trial.until(lambda: not trial.workers())
        assert not output.exists()
        (kept.root / "released").touch()
        assert kept.build("--output", str(output)).code == 0
        assert tree(output) == kept.from_nothing()


@linux
def test_workers_end_with_their_builder(kept: Scratch) -> None:
    held(kept, "article.html")
    with waiting(kept) as trial:
        assert trial.workers()
        trial.kill(alone=True)
        trial.until(lambda: not trial.workers())  # while they are still held
        assert not (kept.root / "released").exists()


@linux
@pytest.mark.parametrize("template", ["article.html", "page.html"])
def test_ctrl_c_is_one_line_and_the_old_site_stands(kept: Scratch, template: str) -> None:
    before = tree(kept.output)
    held(kept, template)
    with waiting(kept) as trial:
        run = trial.interrupt()
        trial.until(lambda: not trial.workers())
    assert run.code == 130
    _is_one_line(run, "interrupted; run it again to finish")
    assert tree(kept.output) == before
    _is_tidy(kept)


@linux
def test_of_two_builds_at_once_the_second_is_refused_and_the_first_goes_on(kept: Scratch, stand: Stand) -> None:
    held(kept, "article.html")
    with waiting(kept) as trial:
        second = kept.build()
        assert second.code == 75
        _is_one_line(second, "another build is running")
        (kept.root / "released").touch()
        assert trial.ended().code == 0
    assert without_index(tree(kept.output)).keys() == without_index(stand.sites[0]).keys()


@linux
@pytest.mark.parametrize("what", ["removed", "changed"])
def test_an_article_that_changes_under_the_build_is_named_and_the_old_site_stands(kept: Scratch, what: str) -> None:
    before = tree(kept.output)
    held(kept, "article.html")
    with waiting(kept) as trial:
        kept.path("tanpa-hari").unlink() if what == "removed" else kept.mend("tanpa-hari", "pagi", "malam")
        (kept.root / "released").touch()
        run = trial.ended()
    assert run.code == 1
    _is_one_line(run, "2024/tanpa-hari.md: was changed or removed while the site was built; run the build again")
    assert tree(kept.output) == before


@linux
@pytest.mark.parametrize("template", ["article.html", "page.html"])
def test_a_worker_that_is_killed_is_told_in_one_line_and_the_old_site_stands(kept: Scratch, template: str) -> None:
    before = tree(kept.output)
    held(kept, template)
    with waiting(kept) as trial:
        os.kill(trial.workers()[-1], signal.SIGKILL)
        (kept.root / "released").touch()
        run = trial.ended()
    assert run.code == 1
    _is_one_line(run, "a worker of this build ended with code -9")
    assert tree(kept.output) == before


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("<footer", '{{ article.tidak_ada if article.id == "k6" }}<footer', "article.html, line "),
        ("<footer", '{% if article.id == "k6" %}<a href="../hilang/">x</a>{% endif %}<footer', "link to ../hilang/"),
        ("<footer", '{% if article.id == "k6" %}<b onclick="x()">x</b>{% endif %}<footer', "active attribute onclick"),
    ],
)
def test_an_article_whose_page_cannot_be_made_or_published_is_named(
    kept: Scratch, old: str, new: str, said: str
) -> None:
    before = tree(kept.output)
    replace(kept.root / "theme/templates/article.html", old, new)
    run = kept.build()
    assert run.code == 1
    _is_one_line(run, "berita/k6/index.html: ", said, "is kept")
    assert tree(kept.output) == before


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("article.html", None, "article.html: is missing from the theme; put it back"),
        ("stage.html", b"\xff\xfe", "stage.html: is not UTF-8; mend the template"),
        ("masthead.html", b"{% if %}", "masthead.html, line 1: "),
        ("page.html", b"{% if %}", "page.html, line 1: "),
    ],
)
def test_a_template_that_cannot_be_used_is_named(kept: Scratch, name: str, data: bytes | None, said: str) -> None:
    before = tree(kept.output)
    path = kept.root / "theme/templates" / name
    path.unlink() if data is None else path.write_bytes(data)
    run = kept.build()
    assert run.code == 1
    _is_one_line(run, said, "the old site is kept")
    assert tree(kept.output) == before


def test_after_all_this_the_next_build_is_as_if_nothing_was(kept: Scratch, stand: Stand) -> None:
    assert kept.build().code == 0
    assert tree(kept.output) == stand.sites[stand.now]


def test_a_build_cut_off_between_two_renames_finds_its_site_again(kept: Scratch) -> None:
    before = tree(kept.output)
    kept.output.rename(kept.state / "old")
    assert ", 0 files written" in kept.build().out
    assert tree(kept.output) == before


def test_what_was_put_aside_goes_when_the_new_site_stands(kept: Scratch) -> None:
    before = tree(kept.output)
    (kept.state / "spare").rename(kept.state / "old")
    assert kept.build().code == 0
    assert not (kept.state / "old").exists()
    assert tree(kept.output) == before


# A disk of one's own


def _mounted(*words: str) -> bool:
    return subprocess.run(["mount", *words], capture_output=True, check=False).returncode == 0


@pytest.fixture
def disk(kept: Scratch, tmp_path: Path) -> Iterator[Scratch]:
    """A project on a small disk of its own; only an administrator can have one."""
    place = tmp_path / "disk"
    place.mkdir()
    if not _mounted("-t", "tmpfs", "-o", "size=12m", "tmpfs", str(place)):
        pytest.skip("mounting a file system needs an administrator")
    try:
        for name in ("content", "theme", "pelican.conf.py", "tasks.py"):
            (shutil.copytree if (kept.root / name).is_dir() else shutil.copy)(kept.root / name, place / name)
        project = Scratch(place)
        assert project.build().code == 0
        yield project
    finally:
        subprocess.run(["umount", "-R", "--lazy", str(place)], check=True)


def test_a_full_disk_leaves_the_old_site_and_the_code_is_4(disk: Scratch) -> None:
    before = tree(disk.output)
    replace(disk.root / "theme/templates/base.html", "</main>", "<p>Satu baris lagi.</p></main>")
    for left in (0, 100_000, 600_000):
        with open(disk.root / "content/isi", "wb", buffering=0) as file:
            free = os.statvfs(disk.root)
            file.write(b"x" * max(free.f_bavail * free.f_frsize - left, 0))
        run = disk.build()
        assert run.code == 4, run.err
        _is_one_line(run, "No space left on device", "make room")
        assert tree(disk.output) == before
        (disk.root / "content/isi").unlink()
    assert disk.build().code == 0
    assert b"Satu baris lagi" in tree(disk.output)["index.html"]
    assert tree(disk.output) == disk.from_nothing()


def test_a_disk_that_may_not_be_written_to_leaves_the_old_site_and_the_code_is_4(disk: Scratch) -> None:
    before = tree(disk.output)
    disk.mend("k6", "pagi", "malam")
    assert _mounted("-o", "remount,ro", str(disk.root))
    run = disk.build()
    assert run.code == 4
    _is_one_line(run, "Read-only file system", "allow writing")
    assert tree(disk.output) == before
    elsewhere = disk.build("--output", str(disk.root / "lain"))
    assert elsewhere.code == 4
    assert _mounted("-o", "remount,rw", str(disk.root))
    assert disk.build().code == 0


@pytest.mark.parametrize("kind", ["disk", "folder"])
def test_an_output_that_is_a_mount_point_is_refused_in_one_line(disk: Scratch, kind: str) -> None:
    place = disk.root / "lain"
    place.mkdir()
    (disk.root / "theme/lain").mkdir()
    how = ("-t", "tmpfs", "tmpfs") if kind == "disk" else ("--bind", str(disk.root / "theme/lain"))
    assert _mounted(*how, str(place))
    run = disk.build("--output", str(place))
    assert run.code == 64
    _is_one_line(run, "lain/", "is a mount point, which cannot be exchanged; name a folder in it with --output")
    assert disk.build("--output", str(place / "situs")).code == 0

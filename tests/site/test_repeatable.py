"""The same input gives the same bytes: wherever, whenever, in whatever order, by whoever, after whatever went before."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from kliping.site.model.month_lists import MOST
from tests.conftest import ROOT
from tests.site.conftest import command
from tests.site.scratch import DKI, Scratch, replace, tree


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Scratch:
    """A project with more articles than one list shows, and more files than one process makes."""
    project = Scratch.at(tmp_path_factory.mktemp("digest")).fill(60)
    for number in range(MOST):
        project.write(f"m{number}", stage="kampanye", date=f"2024-09-{1 + number % 28:02}")
    for name in ("satu", "dua"):  # of two with one id, one is shown and the other is named
        project.write(name, f"Yang {name}.", id="kembar")
    assert project.build().code == 2
    assert (project.output / DKI / "kampanye/2024/09/index.html").is_file()
    return project


def test_another_place_order_time_zone_language_seed_and_owner_change_no_byte(kept: Scratch, tmp_path: Path) -> None:
    before = os.umask(0o077)
    try:
        copy = Scratch.at(tmp_path / "nama dengan spasi")
        names = sorted(kept.articles.rglob("*.md"))
        random.Random(7).shuffle(names)  # noqa: S311
        for number, path in enumerate(names):
            new = copy.articles / path.relative_to(kept.articles)
            new.parent.mkdir(parents=True, exist_ok=True)
            new.write_bytes(path.read_bytes())
            os.utime(new, (1_000_000_000 + number, 1_000_000_000 - number))
        run = copy.build(
            TZ="Pacific/Kiritimati", LC_ALL="C", PYTHONCOERCECLOCALE="0", PYTHONUTF8="0", PYTHONHASHSEED="7"
        )
    finally:
        os.umask(before)
    assert run.code == 2, run.err
    assert tree(copy.output) == tree(kept.output)


@pytest.mark.skipif(not hasattr(os, "sched_setaffinity"), reason="this system cannot keep a process to one core")
def test_one_core_writes_what_many_write(kept: Scratch) -> None:
    cores = os.sched_getaffinity(0)
    if len(cores) < 2:
        pytest.skip("this machine has one core")
    os.sched_setaffinity(0, {min(cores)})
    try:
        found = kept.from_nothing()
    finally:
        os.sched_setaffinity(0, cores)
    assert found == tree(kept.output)


def test_pelican_itself_writes_the_same_files(kept: Scratch) -> None:
    """`pelican -s pelican.conf.py` is a Pelican user's way in; it needs no task of ours."""
    words = [sys.executable, "-m", "pelican", "-s", "pelican.conf.py", "-o", "lain", "--fatal", "errors"]
    done = subprocess.run(
        words, cwd=kept.root, env=command()[1], capture_output=True, text=True, check=False, timeout=120
    )
    assert done.returncode == 0, done.stderr
    assert tree(kept.root / "lain") == tree(kept.output)


# Versions of what makes the site


def _with(
    project: Scratch, change: Callable[[Path], None], folder: Path
) -> tuple[int, dict[str, bytes], dict[str, int]]:
    """Files written by a build with other code, the site then, and when Pelican made its pages."""
    change(folder)
    run = project.build(PYTHONPATH=os.pathsep.join((str(folder), str(ROOT))))
    assert run.code == 0, run.err
    written = int(run.out.rpartition(" files written")[0].rpartition(" ")[2])
    frame = project.state / "frame"
    return written, tree(project.output), {path.name: path.stat().st_mtime_ns for path in frame.iterdir()}


def _newer_comrak(folder: Path) -> None:
    (folder / "comrak-99.dist-info").mkdir()
    (folder / "comrak-99.dist-info/METADATA").write_text("Metadata-Version: 2.1\nName: comrak\nVersion: 99\n")


def _newer_kliping(folder: Path) -> None:
    shutil.copytree(ROOT / "kliping", folder / "kliping")
    with open(folder / "kliping/outlets/vocabulary.py", "a") as file:
        file.write("# A newer version.\n")


@pytest.mark.parametrize("change", [_newer_comrak, _newer_kliping])
def test_a_newer_version_of_ours_or_of_a_library_trusts_nothing_made_by_an_older(
    tmp_path: Path, change: Callable[[Path], None]
) -> None:
    project = Scratch.at(tmp_path / "proyek").fill(2)
    (tmp_path / "lama").mkdir()
    (tmp_path / "baru").mkdir()
    _, site, frame = _with(project, lambda folder: None, tmp_path / "lama")
    assert _with(project, lambda folder: None, tmp_path / "lama") == (0, site, frame)
    written, again, frame_then = _with(project, change, tmp_path / "baru")
    assert again == site
    assert written == sum(
        not name.startswith(("theme/", "pagefind/", "tentang/", "metodologi/", "hak-cipta/", "contoh/"))
        for name in site
    )
    assert all(frame_then[name] > frame[name] for name in frame)


# Any way there


STAGES = ("kampanye", "data_pemilih", "logistik", None)


class Walk:
    """Random changes of a project, one after the other."""

    def __init__(self, project: Scratch, seed: int) -> None:
        self.project, self.chance = project, random.Random(seed)  # noqa: S311
        self.files = {f"w{number}": f"w{number}" for number in range(12)}  # id -> file
        self.said: list[str] = []
        for name in self.files:
            self.rewritten(name)

    def step(self) -> None:
        choices = (self.rewritten, self.rewritten, self.worded, self.worded, self.taken, self.moved, self.touched)
        for _ in range(self.chance.choice((1, 1, 2, 5))):
            change, name = self.chance.choice(choices), self.chance.choice([*self.files])
            self.said.append(f"{change.__name__} {name}")
            change(name)
        if self.chance.random() < 0.3:
            self.damaged()

    def rewritten(self, name: str) -> None:
        """Another stage, date, headline, copy or doubt, or back from where it was taken."""
        values = {"stage": self.chance.choice(STAGES), "title": f"Gudang {name} dan {self.chance.choice('abc')}"}
        values |= {
            "reporter": self.chance.choice(("Rara Contoh", None)),
            "source": self.chance.choice(("Melati", "Seroja")),
        }
        if self.chance.random() < 0.3:
            values["also"] = f"[{self.chance.choice([*self.files])}]"
        if self.chance.random() < 0.2:
            values["review"] = '["kampanye and logistik weigh nearly the same"]'
        date = self.chance.choice(("null", *(f"2024-{month}-0{day}" for month in ("09", "10") for day in range(1, 4))))
        self.project.write(name, f"Isi {self.chance.random()}.", self.files[name], date=date, **values)

    def worded(self, name: str) -> None:
        path = self.project.path(self.files[name])
        if path.exists():
            stat = path.stat()
            path.write_text(path.read_text()[:-4] + f"{self.chance.randrange(10)}.\n\n")
            os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))

    def taken(self, name: str) -> None:
        self.project.path(self.files[name]).unlink(missing_ok=True)

    def moved(self, name: str) -> None:
        old = self.project.path(self.files[name])
        self.files[name] = f"{self.chance.choice('abc')}-{name}"
        if old.exists():
            old.rename(self.project.path(self.files[name]))

    def touched(self, name: str) -> None:
        if self.project.path(self.files[name]).exists():
            os.utime(self.project.path(self.files[name]))

    def damaged(self) -> None:
        """Something that stands in output, spare or state is gone or other."""
        folder = self.chance.choice((self.project.output, self.project.state))
        files = sorted(path for path in folder.rglob("*") if path.is_file() and path.name != "lock")
        for path in self.chance.sample(files, 3):
            self.said.append(f"damaged {path.name}")
            path.unlink() if self.chance.random() < 0.5 else path.write_bytes(b"lain")


def test_whatever_way_led_there_the_site_is_as_if_built_from_nothing(tmp_path: Path) -> None:
    project = Scratch.at(tmp_path)
    walk = Walk(project, seed=20240214)
    for number in range(16):
        run = project.build()
        assert run.code == 0, (run.err, walk.said)
        if number % 8 == 7:
            assert tree(project.output) == project.from_nothing(), walk.said
        walk.step()


# Other plugins


PLUGIN = """
import pathlib
from pelican import signals

def add(generator):
    generator.env.filters["teriak"] = lambda text: text.upper() + "!"

def write(pelican):
    (pathlib.Path(pelican.output_path) / "tamu.txt").write_text("dari tamu")

def register():
    signals.generator_init.connect(add)
    signals.finalized.connect(write)
"""


def test_another_plugin_adds_a_filter_and_a_file_and_its_changes_are_seen(tmp_path: Path) -> None:
    project = Scratch.at(tmp_path).fill(2)
    plugin = tmp_path / "plugins/tamu.py"
    plugin.parent.mkdir()
    plugin.write_text(PLUGIN)
    replace(
        tmp_path / "pelican.conf.py",
        'PLUGINS = ["kliping.site.pelican.plugin"]',
        'PLUGINS = ["kliping.site.pelican.plugin", "tamu"]\nPLUGIN_PATHS = ["plugins"]',
    )
    replace(tmp_path / "theme/templates/article.html", "<footer", '<p>{{ "halo" | teriak }}</p><footer')
    for name, said in (("HALO!", "dari tamu"), ("HALO?", "dari tamu lagi")):
        run = project.build()
        assert run.code == 0, run.err
        assert f"<p>{name}</p>" in (project.output / "berita/k0/index.html").read_text()
        assert (project.output / "tamu.txt").read_text() == said
        assert (project.output / "tentang/index.html").is_file()
        replace(plugin, '"!"', '"?"') if name == "HALO!" else None
        replace(plugin, '"dari tamu"', '"dari tamu lagi"') if name == "HALO!" else None

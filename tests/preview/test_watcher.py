"""Real changes on the disk, and whether they are told."""

from __future__ import annotations

import itertools
import shutil
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from kliping.preview.watcher import changes, counts

PATIENCE = 60  # seconds, for what must come about; it does so in less than one


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "sumber/dalam").mkdir(parents=True)
    (tmp_path / "atur.py").write_text("A = 1\n")
    return tmp_path


@pytest.fixture
def told(folder: Path) -> Iterator[bool]:
    watched = changes(lambda: [folder / "sumber"], folder / "atur.py")
    assert next(watched), "what changed before the start is not known"
    _quiet(watched)
    return watched


def _quiet(watched: Iterator[bool]) -> None:
    end = time.monotonic() + PATIENCE
    while next(watched):
        assert time.monotonic() < end


def _is_told(watched: Iterator[bool]) -> bool:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if next(watched):
            return True
    return False


def test_a_change_deep_in_a_folder_is_told_once(folder: Path, told: Iterator[bool]) -> None:
    (folder / "sumber/dalam/a.txt").write_text("a")
    assert _is_told(told)
    _quiet(told)


def test_a_settings_file_that_an_editor_puts_in_the_place_of_the_old_one_is_told(
    folder: Path, told: Iterator[bool]
) -> None:
    for number in range(2):
        (folder / "baru").write_text(f"A = {number + 2}\n")
        (folder / "baru").replace(folder / "atur.py")
        assert _is_told(told)
        _quiet(told)


def test_a_folder_that_goes_and_comes_back_is_watched_again(folder: Path, told: Iterator[bool]) -> None:
    shutil.rmtree(folder / "sumber")
    assert _is_told(told)
    _quiet(told)
    (folder / "sumber").mkdir()
    assert _is_told(told)
    _quiet(told)
    (folder / "sumber/b.txt").write_text("b")
    assert _is_told(told)


def test_files_that_never_end_are_told_all_the_same(folder: Path, told: Iterator[bool]) -> None:
    ended = threading.Event()

    def write() -> None:
        for number in itertools.takewhile(lambda _: not ended.wait(0.001), itertools.count()):
            (folder / f"sumber/{number}.txt").touch()

    writer = threading.Thread(target=write)
    writer.start()
    try:
        assert [_is_told(told) for _ in range(3)] == [True] * 3
    finally:
        ended.set()
        writer.join()


def test_noise_that_never_rests_leaves_time_for_other_things(folder: Path, told: Iterator[bool]) -> None:
    ended, end = threading.Event(), time.monotonic() + PATIENCE

    def write() -> None:
        while not ended.wait(0.001) and time.monotonic() < end:
            (folder / "sumber/.sementara").write_text(str(time.monotonic()))

    writer = threading.Thread(target=write)
    writer.start()
    try:
        assert [next(told) for _ in range(3)] == [False] * 3
        assert writer.is_alive(), "nothing was told until it rested"
    finally:
        ended.set()
        writer.join()


@pytest.mark.parametrize(
    ("name", "does"),
    [
        ("a.txt", True),
        ("dalam/a.yaml", True),
        ("dalam/a.md", True),
        (".a.txt.123.new", False),
        (".articles.kliping/lock", False),
        ("dalam/.a.md.swp", False),
        ("dalam/a.md~", False),
        ("dalam/#a.md#", False),
        ("a.html.part", False),
        ("__pycache__/x.py", False),
    ],
)
def test_state_and_the_files_of_editors_do_not_count(name: str, does: bool) -> None:
    above = Path("/rumah/.tersembunyi/proyek/content")
    assert counts(above / name, [above]) is does

"""A scratch project small enough to be built over and over: two elections and articles written by hand."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from tests.conftest import PROJECT, Project, lay
from tests.runner import CAN_FORK, Run, runner
from tests.site.conftest import command, invoke, started

DKI = "pilgub-dki-2024"
DATA = {"data/berita.csv", "data/berita.json"}
KEPT = ("tahapan", "pilkada-2024", DKI)  # calendars


class Scratch(Project):
    """Twelve articles in three stages, in none, and without a date, and what a build does with them."""

    @classmethod
    def at(cls, root: Path) -> Scratch:
        lay(root, "outlets", "pages")
        (root / "content/elections").mkdir()
        for name in KEPT:
            shutil.copy(PROJECT / f"content/elections/{name}.yaml", root / "content/elections")
        return cls(root)

    @property
    def output(self) -> Path:
        return self.root / "output"

    @property
    def state(self) -> Path:
        return self.root / ".output.kliping"

    def fill(self, count: int = 12) -> Scratch:
        """Write articles k0, k1 ... into one stage, d0 ... into another, some into none, and one without a date."""
        kinds = (("k", "kampanye"), ("k", "kampanye"), ("d", "data_pemilih"), ("l", "logistik"), ("x", None))
        for number in range(count - 1):
            letter, stage = kinds[number % len(kinds)]
            self.write(f"{letter}{number}", stage=stage, date=f"2024-{9 + number % 2:02}-{1 + number // 2 % 28:02}")
        self.write("tanpa-hari", stage="kampanye", date="null")
        return self

    def path(self, name: str) -> Path:
        return self.articles / "2024" / f"{name}.md"

    def write(self, name: str, body: str = "", file: str = "", **values: str | None) -> Path:
        """Write an article, as `name` tells it apart from others where nothing is said."""
        date = values.pop("date", "2024-10-01") or "null"
        values = {"id": name, "title": f"Gudang {name} Dibuka", "summary": f"Ringkasan {name}.", **values}
        if stage := values.get("stage"):
            values = {"election": DKI, **values, "stage": stage}
        head = "".join(f"{key}: {value}\n" for key, value in {**values, "date": date}.items() if value)
        path = self.path(file or name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"---\n{head}---\n\n{body or f'Gudang {name} dibuka untuk warga sejak pagi.'}\n", "utf-8")
        return path

    def mend(self, name: str, old: str, new: str) -> None:
        """Change words in an article."""
        replace(self.path(name), old, new)

    def build(self, *words: str, **environment: str) -> Run:
        return invoke(self.root, "build", *words, **environment)

    def from_nothing(self, *words: str, **environment: str) -> dict[str, bytes]:
        """The site that a build gives that knows nothing of any other."""
        beside = self.root / "dari-nol"
        typed = ("build", "--fresh", "--output", str(beside), *words)
        if environment or not CAN_FORK:
            run = started(self.root, *typed, **environment)
        else:  # of another hash seed than the builds it is compared to
            run = runner(1).run(self.root, typed, command()[1])
        assert run.code in (0, 2), run.err
        found = tree(beside)
        shutil.rmtree(beside)
        shutil.rmtree(self.root / ".dari-nol.kliping")
        return found


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{path.name} has no {old!r}"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder; a link by where it leads, an empty folder by nothing."""
    found: dict[str, bytes] = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink():
            found[name] = b"-> " + os.fsencode(os.readlink(path))
        elif path.is_file():
            found[name] = path.read_bytes()
        elif not any(path.iterdir()):
            found[f"{name}/"] = b""
    return found


def marks(folder: Path) -> dict[str, tuple[int, int]]:
    """What tells whether a file was written again: its inode and time."""
    found = {path.relative_to(folder).as_posix(): path.stat() for path in folder.rglob("*") if path.is_file()}
    return {name: (stat.st_ino, stat.st_mtime_ns) for name, stat in found.items()}


def news(before: dict[str, tuple[int, int]], after: dict[str, tuple[int, int]]) -> tuple[set[str], set[str]]:
    """Files that were written, and files that went."""
    return {name for name, mark in after.items() if before.get(name) != mark}, before.keys() - after.keys()


def without_index(names: dict[str, Any] | set[str]) -> Any:
    """The same without the search index, which has its own tests: every change of a text or a list changes it."""
    kept = {name for name in names if not name.startswith("pagefind/")}
    return {name: names[name] for name in kept} if isinstance(names, dict) else kept


def feeds(*folders: str) -> set[str]:
    found = {f"{folder}{name}" for folder in folders for name in ("rss.xml", "atom.xml")}
    return found | {"feed.json"} if "" in folders else found


def articles(*names: str) -> set[str]:
    return {f"berita/{name}/index.html" for name in names}


def stages(*names: str) -> set[str]:
    """The page and feeds of stages, and the feeds of their election."""
    folders = [f"{DKI}/{name}/" for name in names]
    return {f"{folder}index.html" for folder in folders} | feeds(f"{DKI}/", *folders)


def listed(*months: str) -> set[str]:
    """Where a headline stands besides its stage: data, all feeds, its outlet, which no page here names, its month."""
    outlet = "media/media-tidak-dikenali/"
    return DATA | feeds("", outlet) | {f"{outlet}index.html"} | {f"arsip/2024/{month}/index.html" for month in months}


def pages(names: Iterable[str]) -> set[str]:
    return {name for name in names if name.endswith(".html")}

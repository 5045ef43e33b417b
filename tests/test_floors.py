"""Imports run one way. The rules are about folders, and every folder has one; the imports are read from the code."""

from __future__ import annotations

import ast
import graphlib
from collections.abc import Callable, Collection, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.conftest import ROOT

# Folder, or module that stands beside the folders -> what it may import from, itself aside.
PACKAGE = {
    "locale": "",
    "text": "locale",
    "system": "locale",
    "article": "locale system text",
    "formats": "article locale system text",
    "evidence": "article locale system text",
    "elections": "article evidence locale system text",
    "outlets": "article evidence formats locale system text",
    "extract": "article elections evidence formats outlets locale system text",
    "duplicates": "article locale system text",
    "archive": "article duplicates elections evidence extract formats outlets locale system text",
    "site": "article elections evidence locale system text",
    "preview": "locale system",
    "commands": "archive article duplicates elections evidence extract formats outlets preview site locale system text",
}
SITE = {  # inside kliping/site
    "locale": "",
    "audit": "",
    "settings": "",
    "model": "locale",
    "render": "settings",
    "timeline": "model render",
    "sources": "locale model render",
    "output": "audit model render settings",
    "data": "model output",
    "search": "model output",
    "digest": "model output timeline",
    "feeds": "digest model",
    "pages": "data digest feeds locale model output render search",
    "routes": "digest output pages",
    "pelican": "digest output render routes search settings sources",
    "build": "audit digest output pelican render routes search settings sources",
    "check": "build",
}
CLEANING = ("formats", "outlets", "extract", "duplicates", "archive")  # the half that writes Markdown
SHARED = ("article", "elections", "evidence", "locale", "text", "system")  # with the half that reads it
PURE = ("text", "extract", "duplicates")
EFFECTS = (  # files, clock, chance, network, other processes
    "os io pathlib shutil tempfile glob fileinput mmap sqlite3 logging time random secrets uuid locale socket ssl http"
    " urllib.request urllib.error subprocess multiprocessing threading asyncio signal importlib"
    " kliping.system.files kliping.system.config_file kliping.system.lock kliping.system.workers kliping.system.sandbox"
).split()
CALLS = (
    "open print input eval exec __import__ today now utcnow fromtimestamp getenv"
    " read_text read_bytes write_text write_bytes exists is_file is_dir stat iterdir glob rglob unlink mkdir connect"
).split()


class Import(NamedTuple):
    """One import: where it stands, and the dotted name of the module or package it takes."""

    file: str
    line: int
    name: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line} imports {self.name}"

    def is_of(self, *names: str) -> bool:
        """Whether it takes one of these modules or packages, or anything in them."""
        return any(self.name == name or self.name.startswith(f"{name}.") for name in names)


def _files(*folders: str) -> Iterator[str]:
    for folder in folders:
        for path in sorted((ROOT / folder).rglob("*.py")):
            yield path.relative_to(ROOT).as_posix()


def _dotted(file: str) -> str:
    return file.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def _read(file: str) -> list[ast.Import | ast.ImportFrom | ast.Call]:
    tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
    return [node for node in ast.walk(tree) if isinstance(node, ast.Import | ast.ImportFrom | ast.Call)]


NODES = {file: _read(file) for file in (*_files("kliping", "benchmarks", "tests"), "tasks.py")}
MODULES = {_dotted(file): file for file in NODES}


def _imports(file: str) -> list[Import]:
    """All that a module imports, wherever the import stands; a name taken out of a module counts as the module."""
    found = []
    for node in NODES[file]:
        if isinstance(node, ast.Import):
            found += [Import(file, node.lineno, alias.name) for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = [f"{node.module}.{alias.name}" for alias in node.names]
            theirs = not str(node.module).startswith(("kliping", "benchmarks", "tests"))
            kept = {name if theirs or name in MODULES else str(node.module) for name in names}
            found += [Import(file, node.lineno, name) for name in sorted(kept)]
    return found


IMPORTS = {file: _imports(file) for file in NODES}


def _under(*folders: str) -> Iterator[Import]:
    for file, imports in IMPORTS.items():
        if file.startswith(tuple(f"{folder}/" for folder in folders)):
            yield from imports


def _part(name: str, package: str) -> str:
    """The folder, or the module beside the folders, of a module in a package; the package itself is `__init__`."""
    return name.removeprefix(package).removeprefix(".").partition(".")[0] or "__init__"


def _broken(rule: str, imports: Iterable[Import], allowed: Callable[[Import], bool]) -> list[str]:
    """What to say of each import that a rule does not allow."""
    return [f"{found}: {rule}" for found in imports if not allowed(found)]


def _hold(broken: list[str]) -> None:
    """Fail with all that is said, a line each."""
    if broken:
        pytest.fail("\n".join(broken), pytrace=False)


_packages = pytest.mark.parametrize(("package", "may"), [("kliping", PACKAGE), ("kliping.site", SITE)])


@_packages
def test_every_folder_has_a_rule_and_every_rule_a_folder(package: str, may: dict[str, str]) -> None:
    parts = {_part(name, package) for name in MODULES if name.startswith(f"{package}.")}
    assert parts - may.keys() == set(), f"say of each folder or module of {package} what it may import from"
    assert may.keys() - parts == set(), f"{package} has no such folder or module"


@_packages
def test_each_folder_imports_only_from_those_it_may_import_from(package: str, may: dict[str, str]) -> None:
    wrong = []
    for name in (name for name in MODULES if f"{name}.".startswith(f"{package}.")):
        part = _part(name, package)
        allowed = {part, *may.get(part, "").split()}
        ours = [found for found in IMPORTS[MODULES[name]] if found.is_of(package)]
        rule = f"{part} may import from {may.get(part) or 'no other folder'}"
        wrong += _broken(rule, ours, lambda found, allowed=allowed: _part(found.name, package) in allowed)
    _hold(wrong)


@_packages
def test_what_folders_may_import_from_leads_in_no_circle(package: str, may: dict[str, str]) -> None:
    assert _circle({part: others.split() for part, others in may.items()}) == []


def test_no_modules_import_each_other_in_a_circle() -> None:
    needs = {name: {found.name for found in IMPORTS[file]} & MODULES.keys() - {name} for name, file in MODULES.items()}
    assert [MODULES[name] for name in _circle(needs)] == []


def _circle(needs: dict[str, Collection[str]]) -> list[str]:
    """A way from one of these through what it needs back to itself; empty where there is none."""
    try:
        graphlib.TopologicalSorter(needs).prepare()
    except graphlib.CycleError as error:
        return list(error.args[1])
    return []


def test_the_two_halves_share_the_contract_the_elections_and_the_ground_and_nothing_else() -> None:
    here, there = (tuple(f"kliping.{part}" for part in parts) for parts in (CLEANING, ("site", "preview", "commands")))
    cleaning = _under(*(f"kliping/{part}" for part in (*CLEANING, *SHARED)))
    _hold(_broken("never from the site", cleaning, lambda found: not found.is_of(*there)))
    shared = _under(*(f"kliping/{part}" for part in ("site", "preview", *SHARED)))
    _hold(_broken("never from the cleaning half", shared, lambda found: not found.is_of(*here)))
    assert {*CLEANING, *SHARED, "site", "preview", "commands"} == PACKAGE.keys()


def test_only_the_pelican_folder_of_the_site_imports_pelican() -> None:
    others = (found for found in _under("kliping", "benchmarks") if not found.file.startswith("kliping/site/pelican/"))
    rule = "only kliping/site/pelican knows Pelican"
    _hold(_broken(rule, others, lambda found: not found.is_of("pelican")))


@pytest.mark.parametrize("folder", PURE)
def test_what_reads_texts_and_pages_is_pure(folder: str) -> None:
    """No files, no clock, no network: the same page gives the same article everywhere."""
    rule = f"{folder} is pure"
    wrong = _broken(rule, _under(f"kliping/{folder}"), lambda found: not found.is_of(*EFFECTS))
    for file in _files(f"kliping/{folder}"):
        calls = [node for node in NODES[file] if isinstance(node, ast.Call)]
        named = [(node.lineno, getattr(node.func, "id", getattr(node.func, "attr", ""))) for node in calls]
        wrong += [f"{file}:{line} calls {name}: {rule}" for line, name in named if name in CALLS]
    _hold(wrong)


@pytest.mark.parametrize(
    ("file", "allowed"),
    [
        (
            "tasks.py",
            ("kliping.commands", "kliping.locale", "kliping.system.encoding", "benchmarks.command", "tests.fuzz.run"),
        ),
        ("tests/project/pelican.conf.py", ()),
    ],
)
def test_tasks_and_settings_import_no_more_of_ours_than_they_pass_arguments_to(
    file: str, allowed: tuple[str, ...]
) -> None:
    ours = [found for found in IMPORTS[file] if found.is_of("kliping", "benchmarks", "tests")]
    rule = f"only {allowed or 'nothing of ours'}"
    _hold(_broken(rule, ours, lambda found: found.is_of(*allowed)))


def test_every_import_is_written_out_in_full() -> None:
    for file, nodes in NODES.items():
        for node in nodes:
            if isinstance(node, ast.ImportFrom):
                where = f"{file}:{node.lineno}"
                assert node.level == 0, f"{where} imports by dots: write the whole name"
                assert [alias.name for alias in node.names] != ["*"], f"{where} imports *: name what it takes"


def test_the_package_rests_on_neither_the_benchmarks_nor_the_tests() -> None:
    """They are not in the wheel."""
    outside = ("benchmarks", "tests", "tasks")
    _hold(_broken("it is not in the wheel", _under("kliping"), lambda found: not found.is_of(*outside)))
    _hold(_broken("it stands alone", _under("benchmarks"), lambda found: not found.is_of("tests", "tasks")))


def test_the_rules_read_the_code_that_runs() -> None:
    import kliping

    assert Path(str(kliping.__file__)).is_relative_to(ROOT / "kliping")
    assert len([file for file in NODES if file.startswith("kliping/")]) > 100

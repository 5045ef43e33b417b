"""Imports run one way: each module imports only from its own floor and those below (docs: design, section 1)."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FLOORS = [  # from the ground up; a package counts by its name
    "article address boxes places page markdown dates shape dateline phrases terms election rulefile words limits yamltext report crew guard",
    "formats profile outlet recognise stages frontmatter index ledger rules curator mentions belonging placing shelf sheet"
    " saved likeness neighbours roll same copies renewal grouping edits shares review telling",
    "clean",
    "archive press intake examiner drawer reading ids site",
    "explain draft bench exits",
    "commands tasks",
]
FLOOR = {name: floor for floor, names in enumerate(FLOORS) for name in names.split()}
CLEANING = (
    "clean formats profile words outlet ledger rules curator mentions belonging placing shelf sheet saved likeness"
    " neighbours same copies roll renewal grouping press edits archive intake ids shares review telling reading explain draft".split()
)  # the half that writes Markdown


def parts() -> dict[str, ast.Module]:
    """Every module below kliping/ and tasks.py by dotted name."""
    files = [*sorted((ROOT / "kliping").rglob("*.py")), ROOT / "tasks.py"]
    names = [".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__") for path in files]
    return {name: ast.parse(path.read_text(encoding="utf-8")) for name, path in zip(names, files, strict=True)}


MODULES = parts()


def imports(tree: ast.Module) -> set[str]:
    """Dotted names of all that a module imports, wherever the import stands."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are written out in full"
            whole = {f"{node.module}.{alias.name}" for alias in node.names}
            found |= {name for name in whole if name in MODULES} or {str(node.module)}
    return found


def ours(name: str) -> set[str]:
    return {found for found in imports(MODULES[name]) if found.split(".")[0] in ("kliping", "tasks")}


def part(name: str) -> str:
    """`kliping.extract.byline` -> `clean`."""
    names = name.split(".")
    return names[1] if len(names) > 1 else names[0]


EVERY = [name for name in MODULES if name != "kliping"]


@pytest.mark.parametrize("name", EVERY)
def test_a_module_imports_only_from_its_floor_and_those_below(name):
    assert part(name) in FLOOR, f"{name} stands on no floor; give it one in FLOORS and in the design"
    above = {other for other in ours(name) if FLOOR[part(other)] > FLOOR[part(name)]}
    assert not above, f"{name} imports from a floor above it: {sorted(above)}"


def test_no_two_modules_import_each_other_in_a_ring():
    left = {name: ours(name) & set(EVERY) - {name} for name in EVERY}
    while free := [name for name, needs in left.items() if not needs & left.keys()]:
        for name in free:
            del left[name]
    assert not left, f"these import each other: {sorted(left)}"


@pytest.mark.parametrize("name", [name for name in EVERY if part(name) in CLEANING])
def test_the_cleaning_half_never_imports_the_site(name):
    assert not {other for other in ours(name) if part(other) == "site"}


@pytest.mark.parametrize("name", [name for name in EVERY if part(name) == "site"])
def test_the_site_never_imports_the_cleaning_half(name):
    assert not {other for other in ours(name) if part(other) in CLEANING}


@pytest.mark.parametrize("name", [name for name in EVERY if name != "kliping.site.pelican.plugin"])
def test_only_the_plugin_imports_pelican(name):
    assert not {found for found in imports(MODULES[name]) if found.split(".")[0] == "pelican"}


@pytest.mark.parametrize("name", [name for name in EVERY if part(name) == "clean"])
def test_cleaning_is_pure(name):
    """No files, no clock, no network: the same page gives the same article everywhere."""
    outside = "os io pathlib shutil tempfile time socket urllib http subprocess random locale logging".split()
    assert not {found for found in imports(MODULES[name]) if found.split(".")[0] in outside}
    nodes = list(ast.walk(MODULES[name]))
    assert not {node.id for node in nodes if isinstance(node, ast.Name)} & {"open", "print", "input"}
    assert not {node.attr for node in nodes if isinstance(node, ast.Attribute)} & {
        "today",
        "now",
        "utcnow",
        "fromtimestamp",
    }


@pytest.mark.parametrize(
    ("name", "allowed"), [("pelican.conf.py", set()), ("tasks.py", {"kliping.commands", "benchmarks.command"})]
)
def test_settings_and_tasks_import_no_more_of_ours_than_they_pass_arguments_to(name, allowed):
    tree = ast.parse((ROOT / name).read_text(encoding="utf-8"))
    ours = {found for found in imports(tree) if found.startswith("kliping")}
    assert {".".join(found.split(".")[:2]) for found in ours} <= allowed

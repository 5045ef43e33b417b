"""Messages: every one has its Indonesian, the language is the one asked for, and no file depends on it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

from kliping import locale
from kliping.site.settings.edit import with_values
from tests.conftest import ROOT, Project, story
from tests.site.conftest import invoke
from tests.write_messages import CATALOGUE, catalogue, compiled, text, updated

WRITE = "uv run --group test python -m tests.write_messages"
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)  # run later than the module that holds them
SCOPES = (*FUNCTIONS, ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)  # with names of their own
TREES = {path: ast.parse(path.read_text(encoding="utf-8")) for path in sorted((ROOT / "kliping").rglob("*.py"))}


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    yield
    locale.use("en")


def test_the_catalogue_holds_the_messages_of_the_code_and_no_other() -> None:
    assert text(updated(catalogue())) == CATALOGUE.read_bytes(), f"{WRITE} takes them in"


def test_every_message_has_its_indonesian() -> None:
    messages = [message for message in catalogue() if message.id]
    assert len(messages) > 100
    assert [message.id for message in messages if not str(message.string).strip() or message.fuzzy] == []


def test_a_message_and_its_indonesian_have_the_same_places_to_fill_and_the_same_white_space_around() -> None:
    pairs = [(str(message.id), str(message.string)) for message in catalogue() if message.id]
    assert [one for one, other in pairs if places(one) != places(other)] == []
    assert [one for one, other in pairs if one.replace(one.strip(), "") != other.replace(other.strip(), "")] == []


def places(message: str) -> set[tuple[str, str | None, str | None]]:
    """The named places of a message, and how each is shown."""
    parts = Formatter().parse(message)
    return {(name, conversion, form) for text, name, form, conversion in parts if name is not None}


def test_what_is_read_is_what_is_written_down() -> None:
    assert CATALOGUE.with_suffix(".mo").read_bytes() == compiled(catalogue()), f"{WRITE} compiles it"


@pytest.mark.parametrize(
    ("settings", "environment", "wanted"),
    [
        ('MESSAGES = "id"', {"LANGUAGE": "en"}, "id"),
        ('MESSAGES = "en"\nTIMEZONE = "Asia/Jakarta"', {"LANG": "id_ID.UTF-8"}, "en"),
        ('MESSAGES = "fr"', {"LANG": "id_ID.UTF-8"}, "en"),
        ('MESSAGES = ""', {"LANGUAGE": "id:en", "LC_ALL": "en_US.UTF-8"}, "id"),
        ("", {"LC_ALL": "id_ID.UTF-8", "LANG": "en_US.UTF-8"}, "id"),
        ("", {"LC_MESSAGES": "en_GB", "LANG": "id_ID"}, "en"),
        ("", {"LANG": "id_ID@jawa"}, "id"),
        ('TIMEZONE = "Asia/Jakarta"', {"LANG": "de_DE.UTF-8"}, "en"),
        ('TIMEZONE = "Asia/Jayapura"', {"LANGUAGE": "", "LC_ALL": "C", "LANG": "C.UTF-8"}, "id"),
        ('TIMEZONE = "Asia/Makassar"', {"LC_ALL": "POSIX"}, "id"),
        ('TIMEZONE = "Asia/Tokyo"', {"LANG": "C.UTF-8"}, "en"),
        ('TIMEZONE = ("Asia/Jakarta")[:]', {}, "en"),  # no plain text, and nothing is run to read it
        ("TIMEZONE = ", {}, "en"),
    ],
)
def test_the_language_is_that_of_the_settings_else_of_the_environment_else_of_the_place(
    tmp_path: Path, settings: str, environment: dict[str, str], wanted: str
) -> None:
    file = tmp_path / "pelican.conf.py"
    file.write_text(settings)
    locale.choose(file, environment)
    assert locale.language() == wanted
    assert locale._("no date") == {"id": "tanpa tanggal", "en": "no date"}[wanted]


def test_settings_that_are_not_there_say_nothing_of_the_language(tmp_path: Path) -> None:
    locale.choose(tmp_path / "pelican.conf.py", {"LANG": "id_ID"})
    assert locale.language() == "id"


def test_a_run_in_indonesian_writes_the_same_articles_as_one_in_english(project: Project) -> None:
    """Notes, origins and counts in an article are codes for programs, whatever language the run speaks."""
    project.page(
        "rusak.txt",
        story("KPU Melati Sortir Surat Suara \N{REPLACEMENT CHARACTER}Pilgub Jakarta\N{REPLACEMENT CHARACTER}"),
    )
    project.page("kosong.txt", "")
    english, files = clean(project, "en"), project.files()
    assert b'review: ["title: ' in b"".join(files.values())
    assert "rejected: kosong.txt: is empty; save the page again" in english.splitlines()
    assert "ditolak: kosong.txt: kosong; simpan lagi halamannya" in clean(project, "id").splitlines()
    assert project.files() == files
    for path in project.articles.rglob("*.md"):
        path.unlink()
    assert "tinjau: " in clean(project, "id")
    assert project.files() == files


def clean(project: Project, language: str) -> str:
    """What `invoke clean` says to a person in a language."""
    settings = project.root / "pelican.conf.py"
    settings.write_text(with_values(settings.read_text(), {"MESSAGES": language}))
    run = invoke(project.root, "clean")
    assert run.code == 3, run.err
    return run.err


def test_no_message_is_made_before_the_language_is_chosen() -> None:
    """What a module does as it is imported comes before; `tasks.py` alone chooses first."""
    assert [f"{path}:{line}" for path, tree in TREES.items() for line in made_at_import(tree)] == []


def test_messages_made_at_import_are_found_wherever_they_stand() -> None:
    code = "A = _('a')\nclass B:\n    c = [_('b')]\ndef f(x=_('c')): _('d')\ng = lambda y=_('e'): _('f')\n@h(_('g'))\ndef i(): ..."
    assert [*made_at_import(ast.parse(code))] == [1, 3, 4, 5, 6]


def made_at_import(node: ast.AST) -> Iterator[int]:
    """Lines that call `_` when the module is imported: not in functions, but for their defaults and decorators."""
    if makes_message(node):
        yield node.lineno
    if isinstance(node, FUNCTIONS):
        early = [*node.args.defaults, *filter(None, node.args.kw_defaults), *getattr(node, "decorator_list", ())]
    else:
        early = [*ast.iter_child_nodes(node)]
    for inner in early:
        yield from made_at_import(inner)


def test_nothing_is_called_like_the_function_of_messages_where_that_is_called() -> None:
    assert [f"{path}:{line}" for path, tree in TREES.items() for line in hidden(tree)] == []


def test_names_that_hide_the_function_of_messages_are_found_wherever_they_stand() -> None:
    code = "def f():\n    a, _ = b\n    _('c')\nd = [_('e') for _ in f]\ng = lambda _: _('h')\ndef i():\n    [j for _ in k]\n    _('l')"
    assert [*hidden(ast.parse(code))] == [1, 4, 5]


def hidden(tree: ast.AST) -> Iterator[int]:
    """Lines of functions and comprehensions that call `_` and give that name to something else."""
    for scope in ast.walk(tree):
        if isinstance(scope, SCOPES) and any(map(makes_message, ast.walk(scope))) and "_" in own_names(scope):
            yield scope.lineno


def own_names(node: ast.AST) -> Iterator[str]:
    """The names that a function or a comprehension gives, those of others in it aside."""
    for inner in ast.iter_child_nodes(node):
        if isinstance(inner, ast.Name) and isinstance(inner.ctx, ast.Store):
            yield inner.id
        elif isinstance(inner, ast.arg):
            yield inner.arg
        if not isinstance(inner, SCOPES):
            yield from own_names(inner)


def makes_message(node: ast.AST) -> bool:
    """Whether it is a call of `_`."""
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "_"


def test_settings_that_are_broken_elsewhere_still_tell_the_language(tmp_path: Path) -> None:
    (tmp_path / "pelican.conf.py").write_text('SITENAME = "Tanpa akhir\nMESSAGES = "id"\n')
    before = locale.language()
    try:
        locale.choose(tmp_path / "pelican.conf.py", {})
        assert locale.language() == "id"
    finally:
        locale.use(before)

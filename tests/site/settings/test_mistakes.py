"""A mistake in settings, theme or plugin is one line that names where it lies; the old site is kept."""

from __future__ import annotations

import pytest

from tests.site.output.test_whole import _is_one_line
from tests.site.scratch import Scratch, replace, tree

BOOM = "\n\ndef meledak(value):\n    return 1 / 0\n\n\nJINJA_FILTERS = {'ledak': meledak}\n"


@pytest.fixture(scope="module")
def stand(tmp_path_factory: pytest.TempPathFactory) -> Scratch:
    project = Scratch.at(tmp_path_factory.mktemp("digest")).fill()
    assert project.build().code == 0
    return project


@pytest.fixture
def kept(stand: Scratch):
    """The project, as it was when a test is through."""
    root = stand.root
    before = {path: path.read_bytes() for path in (root / "theme").rglob("*") if path.is_file()}
    before[root / "pelican.conf.py"] = (root / "pelican.conf.py").read_bytes()
    site = tree(stand.output)
    yield stand
    assert tree(stand.output) == site, "the old site is kept"
    for path, data in before.items():
        path.write_bytes(data)


def _set(project: Scratch, text: str) -> int:
    """Add lines to the settings; how many lines there were before."""
    path = project.root / "pelican.conf.py"
    before = path.read_text()
    path.write_text(before + text)
    return len(before.splitlines())


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("x = (\n", 1, "SyntaxError: "),
        ("x = tidak_ada\n", 1, "NameError: name 'tidak_ada' is not defined"),
        ("def x():\n    return 1 / 0\n\nx()\n", 2, "ZeroDivisionError: division by zero"),
        ("\nimport tidak_ada_modul\n", 2, "ModuleNotFoundError: "),
        ("open('tidak-ada.txt')\n", 1, "FileNotFoundError: "),
        ("raise SystemExit(0)\n", 1, "SystemExit: 0"),
        ("SITEURL = 'javascript:x()'\n", None, "SITEURL 'javascript:x()' is no address"),
        (
            "SITEURL = 'https://contoh.example/?halaman=1'\n",
            None,
            "SITEURL 'https://contoh.example/?halaman=1' is no address",
        ),
        ("SITENAME = None\n", None, "SITENAME is not set to a text; set it"),
        ("SITENAME = ' '\n", None, "SITENAME is empty; give the digest a name"),
        ("MESSAGES = 'fr'\n", None, "MESSAGES is 'fr'; write one of id, en, or leave it empty"),
        ("THEME = 'tidak-ada'\n", None, "THEME names "),
    ],
)
def test_settings_that_fail_are_named_with_their_line(kept: Scratch, text: str, line: int | None, said: str) -> None:
    length = _set(kept, text)
    run = kept.build()
    assert run.code == 64
    where = f"pelican.conf.py, line {length + line}: " if line else "pelican.conf.py: "
    _is_one_line(run, f"stopped: {where}", said)


@pytest.mark.parametrize("line", ["PLUGINS = ['kliping.site.plugin']", "PLUGINS = ['tamu', 'kliping.site.plugin']"])
def test_settings_that_name_our_plugin_by_its_old_module_are_told_the_new_one(kept: Scratch, line: str) -> None:
    _set(kept, f"{line}\n")
    run = kept.build()
    assert run.code == 64
    said = 'PLUGINS names "kliping.site.plugin", which has moved; write PLUGINS = ["kliping.site.pelican.plugin"]'
    _is_one_line(run, f"stopped: pelican.conf.py: {said}")


def test_settings_that_are_not_there_are_named(kept: Scratch) -> None:
    path = kept.root / "pelican.conf.py"
    path.rename(path.with_suffix(".txt"))
    run = kept.build()
    path.with_suffix(".txt").rename(path)
    assert run.code == 64
    _is_one_line(run, "stopped: pelican.conf.py: is not there; put it back")


@pytest.mark.parametrize(
    ("template", "file"),
    [("article.html", "berita/"), ("masthead.html", ""), ("macros.html", ""), ("page.html", "Pelican failed")],
)
def test_a_filter_that_raises_is_named_with_the_template_that_calls_it(kept: Scratch, template: str, file: str) -> None:
    length = _set(kept, BOOM)
    path = kept.root / "theme/templates" / template
    text = path.read_text()
    old = next(old for old in ("{% block content %}", "{% macro card(", "<header") if old in text)
    end = text.index("%}", text.index(old)) + 2 if old.startswith("{%") else text.index(old)
    path.write_text(f"{text[:end]}{{{{ SITENAME | ledak }}}}{text[end:]}")
    line = path.read_text()[:end].count("\n") + 1
    run = kept.build()
    assert run.code == 1
    where = f"{template}, line {line}, meledak() in pelican.conf.py, line {length + 4}: "
    _is_one_line(run, file, where, "ZeroDivisionError: division by zero; mend", "the old site is kept")


def test_a_wrong_call_in_a_template_is_named_with_its_line(kept: Scratch) -> None:
    replace(kept.root / "theme/templates/stage.html", "{% block content %}", "{% block content %}{{ 'x' | tanggal }}")
    run = kept.build()
    assert run.code == 1
    _is_one_line(run, "stage.html, line ", "AttributeError: ", "mend the template; the old site is kept")


@pytest.mark.parametrize(
    "text",
    ["JINJA_ENVIRONMENT = {'tidak_ada': 1}\n", "JINJA_FILTERS = 5\n", "JINJA_ENVIRONMENT = {'extensions': ['x.y']}\n"],
)
def test_settings_that_jinja_refuses_are_named(kept: Scratch, text: str) -> None:
    _set(kept, text)
    run = kept.build()
    assert run.code in (1, 64)
    assert "Traceback" not in run.err
    assert len([line for line in run.err.splitlines() if line.startswith("stopped: ")]) == 1


@pytest.mark.parametrize(
    ("plugin", "line"),
    [
        ("x = (\n", 1),
        ("x = tidak_ada\n", 1),
        ("def register():\n    raise ValueError('rusak')\n", 2),
        (
            "from pelican import signals\n\ndef f(x):\n    raise ValueError('rusak')\n\ndef register():\n    signals.initialized.connect(f)\n",
            4,
        ),
        (
            "from pelican import signals\n\ndef f(x):\n    raise SystemExit(0)\n\ndef register():\n    signals.finalized.connect(f)\n",
            4,
        ),
    ],
)
def test_a_plugin_that_raises_is_named_with_its_line(kept: Scratch, plugin: str, line: int) -> None:
    (kept.root / "tamu.py").write_text(plugin)
    _set(kept, "PLUGIN_PATHS = ['.']\nPLUGINS = ['kliping.site.pelican.plugin', 'tamu']\n")
    run = kept.build()
    (kept.root / "tamu.py").unlink()
    assert run.code == 1
    _is_one_line(run, "stopped: Pelican failed, the old site is kept: ", f"tamu.py, line {line}: ")

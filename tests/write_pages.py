"""Evidence pages: tests/pages/<domain>/x.txt beside the x.md it must become.

    uv run python -m tests.write_pages             write every x.md that is missing or differs
    uv run python -m tests.write_pages melati      only those with `melati` in their path

Read what it wrote, against the page and its labels, before you commit it: the files are the expectation.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from dataclasses import replace
from functools import cache
from pathlib import Path

import yaml

from kliping.archive.beside import Beside
from kliping.archive.cleaner import Cleaner
from kliping.archive.sidecars import Sidecars
from kliping.article import frontmatter
from kliping.article.fields import new_id
from kliping.elections.calendars import Calendars
from kliping.formats import READERS
from kliping.outlets.registry import OutletRegistry
from tests.conftest import PROJECT, ROOT

PAGES = ROOT / "tests/pages"
CONTENT = PROJECT / "content"
_NAME_ONLY = ("name", "domain", "spellings")


def evidence(part: str = "") -> list[Path]:
    """Every evidence page with `part` in its path."""
    pages = (path for path in sorted(PAGES.rglob("*")) if path.suffix in READERS)
    return [page for page in pages if part in page.relative_to(PAGES).as_posix()]


@cache
def cleaned(page: Path, without: str = "", unknown: str = "") -> bytes:
    """The Markdown a page (with the sidecar beside it, if any) becomes where it is the only one.

    `without` names a profile of ours that is cut down to what names.yaml could say of the outlet, to see what its
    rules are good for; `unknown` is the domain of an outlet of which, and of the sites below it, nothing is known.
    Raises AssertionError where rules or sidecar are wrong.
    """
    sidecar = page.with_suffix(".yaml")
    beside = Beside([page.name], [sidecar.name] if sidecar.exists() else [])
    sidecars = Sidecars(page.parent, beside, _calendars())
    reading = Cleaner(page.parent, _outlets(without, unknown), _calendars(), sidecars.of).read(page.name)
    problems = [why for reasons in sidecars.read.values() for why in reasons]
    if problems or not reading.article:
        raise AssertionError(f"{page.name}: {reading.rejected}, {problems}")
    article = reading.article
    given = new_id(article.title.value, article.body, article.outlet.value)
    return frontmatter.to_markdown(replace(article, id=given, saved=(page.name,))).encode()


@cache
def _calendars() -> Calendars:
    found = Calendars.load(CONTENT / "elections")
    assert not found.problems
    return found


@cache
def _outlets(without: str, unknown: str = "") -> OutletRegistry:
    if not without:
        found = OutletRegistry.load(CONTENT / "outlets")
    else:
        with tempfile.TemporaryDirectory() as work:
            folder = shutil.copytree(CONTENT / "outlets", Path(work) / "outlets")
            rules = yaml.safe_load((folder / without).read_text(encoding="utf-8"))
            bare = {key: value for key, value in rules.items() if key in _NAME_ONLY}
            (folder / without).write_text(yaml.safe_dump(bare, allow_unicode=True), encoding="utf-8")
            found = OutletRegistry.load(folder)
    assert not found.problems
    if unknown:
        kept = {d: p for d, p in found.profiles.items() if d != unknown and not d.endswith(f".{unknown}")}
        found = replace(found, profiles=kept)
    return found


def main(part: str = "") -> None:
    for page in evidence(part):
        data = cleaned(page)
        file = page.with_suffix(".md")
        if not file.exists() or file.read_bytes() != data:
            file.write_bytes(data)
            print(f"wrote {file.relative_to(ROOT)}: read it")


if __name__ == "__main__":
    main(*sys.argv[1:2])

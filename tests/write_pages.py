"""Evidence pages: tests/pages/<domain>/x.txt beside the x.md it must become.

    python tests/write_pages.py             write every x.md that is missing or differs
    python tests/write_pages.py melati      only those with `melati` in their path

Read what it wrote, against the page and its labels, before you commit it: the files are the expectation.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import yaml

from kliping.archive.run import Archive, Folders
from kliping.formats import READERS

ROOT = Path(__file__).resolve().parent.parent
PAGES = ROOT / "tests" / "pages"
CONTENT = ROOT / "content"


def evidence(part: str = "") -> list[Path]:
    """Every evidence page with `part` in its path."""
    pages = (path for path in sorted(PAGES.rglob("*")) if path.suffix in READERS)
    return [page for page in pages if part in page.relative_to(PAGES).as_posix()]


_NAME_ONLY = ("name", "domain", "spellings")


def cleaned(page: Path, work: Path, without: Sequence[str] = ()) -> bytes:
    """The Markdown a page (with the sidecar beside it, if any) becomes in a folder of its own.

    `without` names profiles of ours that are cut down to what names.yaml could say of the outlet, to see what
    their rules are good for.
    """
    saved, outlets = work / "saved", work / "outlets"
    saved.mkdir()
    shutil.copytree(CONTENT / "outlets", outlets)
    for name in without:
        rules = yaml.safe_load((outlets / name).read_text(encoding="utf-8"))
        bare = {key: value for key, value in rules.items() if key in _NAME_ONLY}
        (outlets / name).write_text(yaml.safe_dump(bare, allow_unicode=True), encoding="utf-8")
    for file in (page, page.with_suffix(".yaml")):
        if file.exists():
            shutil.copy(file, saved)
    report = Archive(Folders(saved, work / "articles", outlets, CONTENT / "elections")).run()
    found = list((work / "articles").rglob("*.md"))
    if len(found) != 1 or report.problems or report.rejected:
        raise AssertionError(f"{page.name}: {len(found)} articles, {report.rejected}, {report.problems}")
    return found[0].read_bytes()


def main(part: str = "") -> None:
    for page in evidence(part):
        with tempfile.TemporaryDirectory() as work:
            data = cleaned(page, Path(work))
        file = page.with_suffix(".md")
        if not file.exists() or file.read_bytes() != data:
            file.write_bytes(data)
            print(f"wrote {file.relative_to(ROOT)}: read it")


if __name__ == "__main__":
    main(*sys.argv[1:2])

"""Writes the catalogue of messages: `python -m tests.write_messages` takes what is new into it and compiles it.

Messages are the texts in `_()` all over the code, and the help of the tasks. New ones stand in the catalogue without a
translation until somebody writes it.
"""

from __future__ import annotations

import ast
import datetime
import io
from collections.abc import Iterator
from pathlib import Path

from babel.messages import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from tests.conftest import ROOT

_SOME_DAY = datetime.datetime(2024, 1, 1, tzinfo=datetime.UTC)  # the file must not differ from day to day
CATALOGUE = ROOT / "kliping/locale/id/LC_MESSAGES/kliping.po"


def messages() -> set[str]:
    """Every message of the code."""
    found = extract_from_dir(ROOT / "kliping", [("**.py", "python")], keywords={"_": None})
    return {str(message) for _, _, message, _, _ in found} | set(_of_tasks(ROOT / "tasks.py"))


def _of_tasks(file: Path) -> Iterator[str]:
    """The first lines of the tasks' docstrings, and the help of their options."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef) and node.decorator_list:
            yield ast.get_docstring(node) or ""
        elif isinstance(node, ast.Dict):
            texts = [value.value for value in node.values if isinstance(value, ast.Constant)]
            yield from (text for text in texts if isinstance(text, str))


def catalogue() -> Catalog:
    """The catalogue as it is written down."""
    return read_po(io.BytesIO(CATALOGUE.read_bytes()), locale="id") if CATALOGUE.exists() else Catalog("id")


def updated(old: Catalog) -> Catalog:
    """The same catalogue with all messages of the code and no other, in order."""
    new = Catalog("id", project="Kliping", version="1", charset="utf-8", fuzzy=False)
    for message in sorted(messages()):
        known = old.get(message)
        new.add(message, known.string if known else "")
    return new


def text(catalog: Catalog) -> bytes:
    """The catalogue as a file, without what changes from day to day."""
    file = io.BytesIO()
    write_po(file, catalog, omit_header=True, width=0)
    header = "# Messages to users in Indonesian; `uv run --group test python -m tests.write_messages` keeps the list.\n"
    header += 'msgid ""\nmsgstr ""\n"Language: id\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'
    return header.encode() + file.getvalue()


def compiled(catalog: Catalog) -> bytes:
    """The catalogue as gettext reads it."""
    catalog.creation_date = catalog.revision_date = _SOME_DAY
    file = io.BytesIO()
    write_mo(file, catalog)
    return file.getvalue()


if __name__ == "__main__":
    CATALOGUE.parent.mkdir(parents=True, exist_ok=True)
    CATALOGUE.write_bytes(text(updated(catalogue())))
    CATALOGUE.with_suffix(".mo").write_bytes(compiled(catalogue()))
    for message in catalogue():
        if message.id and not message.string:
            print(message.id)

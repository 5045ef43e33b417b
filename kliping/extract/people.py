"""Reporter, editor and photographer of an article."""

from typing import Any

from kliping.article.fields import NOTHING, Fact
from kliping.evidence.decision import Decision
from kliping.extract import metadata
from kliping.extract.captions import photographer
from kliping.extract.read_page import ReadPage


def decide_people(read: ReadPage) -> dict[str, Decision[Any]]:
    """Reporter and editor: as the page prints them, else by its markup, which often calls the editor author."""
    people, markup = read.people, (read.meta, read.outlet, read.grammar)
    editor = people.fact("editor") or metadata.editor(*markup)
    reporter = people.fact("reporter") or metadata.reporter(*markup)
    same = reporter.basis == "metadata" and reporter.value == editor.value
    found = {"reporter": NOTHING if same else reporter, "editor": editor, "photographer": _photographer(read)}
    return {name: Decision(fact) for name, fact in found.items()}


def _photographer(read: ReadPage) -> Fact[str]:
    if printed := read.people.names.get("photo"):
        return Fact(printed[0], "caption")
    for i in read.layout.indices("caption"):
        name = photographer(read.layout.blocks[i].text)
        if name and read.grammar.is_person(name):
            return Fact(name, "caption")
    return NOTHING

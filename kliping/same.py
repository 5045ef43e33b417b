"""The same article saved twice, and copies of one text by several outlets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from kliping import dateline
from kliping.article import Article
from kliping.rulefile import digest
from kliping.terms import tokens


@dataclass(slots=True)
class Group:
    """Saved pages that hold one article: the page it is read from, and all pages."""

    chosen: str
    saved: tuple[str, ...]
    text: str
    also: list[str] = field(default_factory=list)  # the chosen pages of copies by other outlets


def marks(article: Article) -> dict[str, Any]:
    """What is compared of an article: its outlet, headline and words, and how much is known of it."""
    known = sum(bool(fact) for _, fact in article.facts())
    told = sum(fact.basis == "curator" for _, fact in article.facts()) + bool(article.note)
    return {"outlet_name": article.outlet.value, "text": text_of(article.body), "told": told, "known": known}


def text_of(body: Sequence[str]) -> str:
    """A hash over the words of a body, whatever its spacing, signs and dateline (which names the outlet)."""
    opening = dateline.split(body[0].replace("\n", " ")) if body else None
    first = body[0][opening.length :] if opening else body[0] if body else ""
    return digest(" ".join(tokens("\n".join((first, *body[1:])).casefold())))


def group(rows: Mapping[str, Mapping[str, Any]]) -> list[Group]:
    """Groups of pages (path -> row) whose words are the same and whose outlet is the same, or not printed on one.

    Copies by different outlets stay articles of their own and name each other.
    """
    by_text: dict[str, dict[str | None, list[str]]] = {}
    for path in sorted(rows):
        row = rows[path]
        by_text.setdefault(row["text"], {}).setdefault(row["outlet_name"], []).append(path)
    found: list[Group] = []
    for text, by_outlet in by_text.items():
        if len(by_outlet) == 2 and None in by_outlet:  # one save tells the outlet, the other does not
            by_outlet = {None: sorted(path for paths in by_outlet.values() for path in paths)}
        copies = [_group(paths, rows, text) for paths in by_outlet.values()]
        for copy in copies:
            copy.also = [other.chosen for other in copies if other is not copy]
        found += copies
    return found


def _group(paths: list[str], rows: Mapping[str, Mapping[str, Any]], text: str) -> Group:
    chosen = max(paths, key=lambda path: (rows[path]["told"], rows[path]["known"], -paths.index(path)))
    return Group(chosen, (chosen, *(path for path in paths if path != chosen)), text)


def withdrawn(rows: Mapping[str, Mapping[str, Any]]) -> dict[str, str]:
    """Withdrawn pages and their reasons; a withdrawn page takes every other save of the same article with it."""
    found = {name: row["withdrawn"] for name, row in rows.items() if "withdrawn" in row}
    sources: dict[str, list[str]] = {}
    for name in found:
        sources.setdefault(rows[name].get("text", ""), []).append(name)
    for other, row in rows.items():
        for name in sources.get(row.get("text", " "), ()) if other not in found else ():
            if (
                None in (rows[name]["outlet_name"], row["outlet_name"])
                or rows[name]["outlet_name"] == row["outlet_name"]
            ):
                found[other] = f"another save of {name}: {rows[name]['withdrawn']}"
    return found

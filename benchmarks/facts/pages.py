"""Labelled pages: those of the tests, and those of a folder with its file of labels."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks import pages_of
from benchmarks.facts.gold import BYLINE, DATELINE, NONE, Gold
from benchmarks.facts.judge import said
from benchmarks.salt import is_markup
from benchmarks.score import labels
from kliping.article import frontmatter
from kliping.system.errors import Stop
from kliping.system.yaml import parse_yaml
from kliping.text import dates
from kliping.text.markdown import unescape

_EXPECTED = ".expected.yaml"
_BASES = {"byline": BYLINE, "metadata": BYLINE, None: NONE}  # of a date in front matter; all others are read from text
_BYLINE = 160  # characters of a line that tells who, when or how often


class Line(NamedTuple):
    """A line of a text, and what it is: T title, M byline, B body, H heading, C caption, P quote, N noise, . blank."""

    text: str
    label: str


@dataclass(frozen=True, slots=True)
class LabelledPage:
    """A saved page with its facts. Markup is mutated as the text in it, so only facts that stand there are sure."""

    name: str
    data: bytes
    gold: Gold
    lines: tuple[Line, ...]  # with the facts of `line_gold`; none where the body is not known
    line_gold: Gold

    @property
    def text(self) -> str:
        return self.data.decode("utf-8", "replace")


def of_tests(folder: Path) -> list[LabelledPage]:
    """The pages below a folder with `x.expected.yaml`, what a person read, and `x.md`, what the page becomes."""
    found = []
    for name, data in pages_of(folder).items():
        stem = folder / Path(name).with_suffix("")
        expected = stem.with_name(stem.name + _EXPECTED)
        if expected.is_file():
            values, body = frontmatter.read(stem.with_name(f"{stem.name}.md").read_bytes())
            label = parse_yaml(expected.read_bytes())
            known = {**values, **label, "outlet": values.get("source"), "domain": values.get("outlet")}
            known["date_basis"] = _BASES.get((values.get("basis") or {}).get("date"), DATELINE)
            unsure = {"title", "date", "reporter", "editor", "views", "source"} - label.keys()
            found.append(_page(name, data, Gold.of(known, unsure), {"body": unescape(body).split("\n")}))
    return _some(found, folder)


def of_folder(folder: Path, file: Path) -> list[LabelledPage]:
    """The pages that a file of labels names. Raises Stop where it cannot be read, or names a page that is not there."""
    data = pages_of(folder)
    return _some(
        [_page(label["file"], data[label["file"]], Gold.of(label), label) for label in labels(file, data)], file
    )


def _some(found: list[LabelledPage], where: Path) -> list[LabelledPage]:
    if not found:
        raise Stop(f"{where}: labels no page; give --pages and --gold of some that are labelled")
    return found


def _page(name: str, data: bytes, gold: Gold, label: Mapping[str, Any]) -> LabelledPage:
    texts = _texts_of_markup(name, data) if is_markup(name) else data.decode("utf-8", "replace").splitlines()
    letters = label.get("line_labels")
    if letters and len(letters) == len(texts):
        lines = tuple(map(Line, texts, letters))
    else:
        lines = tuple(_labelled(texts, gold, label.get("body") or ()))
    if not any(line.label == "B" for line in lines):
        lines = ()
    return LabelledPage(name, data, gold, lines, _sure_in(lines, gold) if is_markup(name) else gold)


def _texts_of_markup(name: str, data: bytes) -> list[str]:
    from benchmarks.readers import blocks

    return [text for block in blocks(name, data) for text in (block, "")]


def _labelled(texts: Iterable[str], gold: Gold, body: Sequence[str]) -> Iterator[Line]:
    """Lines with what each is by the facts and the paragraphs of the page."""
    paragraphs = [words for text in body if (words := said(text))]
    title, names = said(gold.title or ""), [said(name) for name in (*gold.reporter, *gold.editor)]
    for text in texts:
        words = said(text)
        if not words:
            label = "."
        elif any(words in whole or (len(whole) > len(words) // 2 and whole in words) for whole in paragraphs):
            label = "B" if words != title else "T"
        elif words == title:
            label = "T"
        else:
            label = "M" if _tells(text, words, gold, names) else "N"
        yield Line(text, label)


def _tells(text: str, words: str, gold: Gold, names: list[str]) -> bool:
    """True for a short line with a person, the day or the views of the page."""
    if len(text) > _BYLINE:
        return False
    views = gold.views is not None and re.search(
        rf"(?<![\d.,]){gold.views}(?![\d.,])", re.sub(r"(?<=\d)[.,](?=\d{3})", "", text)
    )
    return bool(views) or any(name in words for name in names) or _on(text, gold)


def _on(text: str, gold: Gold) -> bool:
    return gold.date is not None and any(day.on() == gold.date for day in dates.find(text) if day.year)


def _sure_in(lines: Iterable[Line], gold: Gold) -> Gold:
    """The facts of a page of markup as its text alone tells them; what stands in the markup only is not sure."""
    lines = tuple(lines)
    words = [said(line.text) for line in lines]
    bylines = [line.text for line in lines if line.label == "M"]
    unsure = set(gold.unsure)
    if gold.title and said(gold.title) not in words:
        unsure.add("title")
    for fact in ("reporter", "editor"):
        if any(not any(said(name) in text for text in words) for name in getattr(gold, fact)):
            unsure.add(fact)
    if gold.date_basis == BYLINE and not any(_on(text, gold) for text in bylines):
        unsure.add("date")
    if gold.views is not None and not any(str(gold.views) in re.sub(r"[.,]", "", text) for text in bylines):
        unsure.add("views")
    return replace(gold, unsure=frozenset(unsure))

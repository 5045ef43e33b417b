"""One page explained: every block, every fact and what each rests on, from the records it is cleaned by."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from kliping.archive.reading import Reading
from kliping.archive.run import Archive
from kliping.archive.sheet import ArticleFile
from kliping.article import frontmatter
from kliping.article.fields import Article
from kliping.article.frontmatter import as_yaml
from kliping.duplicates import clusters, similarity
from kliping.extract.labels import Verdict
from kliping.outlets.registry import RecognisedOutlet
from kliping.system.errors import Stop

_TOLD = ("summary", "lang", "removed", "review", "note")  # what an article says beside its facts
_LEAST = 20  # characters of a block shown however narrow the terminal


def page_of(archive: Archive, given: str) -> str:
    """The saved page meant: its path, or the path or id of its article. Raises Stop, naming what is wrong."""
    name = archive.intake.find(given)
    if name:
        return name
    found = archive.shelf.named(Path(given)) or archive.shelf.by_id(given)
    folders = archive.folders
    if not found:
        where = f"no page of {folders.saved.name}/, no article of {folders.articles.name}/ and no id of one"
        raise Stop(f"{given}: is {where}; name one, or its folders with --saved and --articles")
    if not found.saved:
        told = found.problem or "was written by hand, so there is no saved page to explain"
        raise Stop(f"{found.path}: {told}")
    if not archive.intake.has(found.saved[:1]):
        raise Stop(f"{found.path}: its saved page {found.saved[0]} is gone")
    return found.saved[0]


def explain(archive: Archive, name: str, width: int | None = None) -> tuple[Reading, list[str]]:
    """A page read, and the lines that explain it; blocks are cut to `width` characters, None for whole."""
    reading = archive.intake.reading(name)
    lines = [f"page      {archive.report.saved}/{name}", *_fate(archive, name, reading), *records(reading, width)]
    return reading, lines


def records(reading: Reading, width: int | None = None) -> list[str]:
    """The records of a page: its outlet, what its markup says, the verdict on every block, every fact."""
    lines = list(_outlet(reading.known)) if reading.known else []
    if reading.page and reading.page.meta:
        lines += ["", "what the markup says of the page"]
        lines += [f"  {key}: {' '.join(value.split())}"[:width] for key, value in reading.page.meta.items()]
    if reading.verdicts:
        lines += ["", "blocks: line, what it was taken for, by which rule", *_blocks(reading.verdicts, width)]
    if reading.article:
        lines += ["", "facts, and what each rests on", *_facts(reading.article)]
    return lines


def _fate(archive: Archive, name: str, reading: Reading) -> Iterator[str]:
    """What became of the page as a whole."""
    withdrawn = _withdrawn(archive, name, reading)
    found = archive.shelf.of_page(name)
    if withdrawn:
        yield f"withdrawn {withdrawn}"
    elif reading.rejected:
        yield f"rejected  {reading.rejected}"
    if found:
        yield f"article   {archive.report.folder}/{found.path}{_standing(archive, found, name, reading.article)}"
    elif not withdrawn and not reading.rejected:
        yield "article   not written yet; run clean"


def _withdrawn(archive: Archive, name: str, reading: Reading) -> str | None:
    """Why a page is not published, be it for another save of its article."""
    told = archive.intake.told(name).withdrawal
    if told or not reading.article:
        return told
    if not archive.roll.taken():
        return None
    rows = {row["name"]: row for _, row in archive.roll.marked()} | {name: similarity.marks(reading.article)}
    return clusters.withdrawn(rows, clusters.group(rows)).get(name)


def _standing(archive: Archive, found: ArticleFile, name: str, article: Article | None) -> str:
    """How the article's file stands to what is explained here."""
    if found.edited:
        return ", edited by hand: it may say other things than stand here"
    if found.saved[0] != name:
        return f", which is read from another save of it: {found.saved[0]}"
    if not article:
        return ", which stays as it was"
    text = found.read(archive.folders.articles)
    also = frontmatter.read(text.encode())[0].get("also") or ()
    now = replace(article, id=found.id or "", saved=found.saved, also=tuple(also))
    return "" if frontmatter.to_markdown(now) == text else ", out of date: run clean"


def _outlet(known: RecognisedOutlet) -> Iterator[str]:
    domain = known.profile.domain
    rules = f"the words and rules kept for {domain}" if domain else "the rules all outlets share"
    if known.outlet or known.source:
        yield f"outlet    {known.source.value} ({known.outlet.value}), known by {known.outlet.basis}; read by {rules}"
    else:
        yield f"outlet    none was recognised; read by {rules}"


def _blocks(verdicts: Sequence[Verdict], width: int | None) -> Iterator[str]:
    roles = max(len(verdict.role) for verdict in verdicts)
    rules = max(len(verdict.rule) for verdict in verdicts)
    for verdict in verdicts:
        block = verdict.block
        head = f"  {block.line:>5}  {verdict.role:<{roles}}  {verdict.rule:<{rules}}  "
        hint = "/".join(filter(None, (block.part, block.kind)))
        text = f"<{hint}> {block.text}" if hint else block.text
        yield head + (text if width is None else _cut(text, max(width - len(head), _LEAST)))


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"


def _facts(article: Article) -> Iterator[str]:
    values = frontmatter.to_values(article)
    for name, fact in article.facts():
        yield f"  {name:<13} {as_yaml(values[name])}{f'  ({fact.basis})' if fact.basis else ''}"
        if fact.doubt:
            yield f"  {'':<13} doubt: {fact.doubt}"
    for name in _TOLD:
        yield f"  {name:<13} {as_yaml(values[name])}"
    yield f"  {'text':<13} {len(article.body)} paragraphs"

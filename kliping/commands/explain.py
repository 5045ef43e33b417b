"""`clean --explain`: how one page is read. Every block and every fact, and the rule or origin of each."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path

from kliping.archive import groups
from kliping.archive.article_table import ArticleFile
from kliping.archive.cleaner import Reading
from kliping.archive.run import Archive
from kliping.article import frontmatter
from kliping.article.fields import Article
from kliping.article.frontmatter import as_yaml
from kliping.commands import Options, archive_folders
from kliping.commands.console import exits, say, width
from kliping.duplicates import clusters, similarity
from kliping.extract.labels import BlockLabel
from kliping.outlets.registry import RecognisedOutlet
from kliping.system.errors import Exit, Stop

_NOT_FACTS = ("summary", "lang", "removed", "review", "note")  # front matter that no rule has to be named for
_LEAST = 20  # characters of a block shown however narrow the terminal


def explain(root: Path, options: Options) -> None:
    """Print how the page `options.explain` is read, write nothing, and exit with the code cleaning it would give."""
    with exits():
        if options.restore:
            raise Stop("--explain only looks; give --restore by itself")
        with Archive(archive_folders(root, options), options.fresh, dry_run=True) as archive:
            archive.refuse_unreadable()
            archive.folder.look()
            reading, lines = explanation(archive, page_of(archive, options.explain or ""), width())
            problems = [*archive.rules.problems, *chain.from_iterable(archive.pages.misread.values())]
        for problem in problems:
            say(f"problem: {problem}")
        print("\n".join(lines), flush=True)
        raise SystemExit(Exit.REFUSED if problems else Exit.REJECTED if reading.rejected else Exit.OK)


def page_of(archive: Archive, given: str) -> str:
    """The name of a saved page by its path, or by its article's path or id. Raises Stop where there is none."""
    name = archive.pages.find(given)
    if name:
        return name
    article = archive.folder.find(Path(given)) or archive.folder.table.with_id(given)
    folders = archive.folders
    if not article:
        where = f"no page of {folders.saved.name}/, no article of {folders.articles.name}/ and no id of one"
        raise Stop(f"{given}: is {where}; name one, or its folders with --saved and --articles")
    if not article.saved:
        reason = article.problem or "was written by hand, so there is no saved page to explain"
        raise Stop(f"{article.path}: {reason}")
    if article.saved[0] not in archive.pages.listed.pages:
        raise Stop(f"{article.path}: its saved page {article.saved[0]} is gone")
    return article.saved[0]


def explanation(archive: Archive, name: str, width: int | None = None) -> tuple[Reading, list[str]]:
    """A page read by the archive's rules, and the lines that explain it, cut to `width` characters (None: whole)."""
    reading = archive.pages.reading(name)
    lines = [f"page      {archive.report.saved}/{name}", *_result(archive, name, reading), *records(reading, width)]
    return reading, lines


def records(reading: Reading, width: int | None = None) -> list[str]:
    """Lines on a page's outlet, its metadata, the label of each block, and each fact of its article."""
    lines = [f"outlet    {_outlet(reading.outlet)}"] if reading.outlet else []
    if reading.page and reading.page.meta:
        lines += ["", "what the markup says of the page"]
        lines += [f"  {key}: {' '.join(value.split())}"[:width] for key, value in reading.page.meta.items()]
    if reading.labels:
        lines += ["", "blocks: line, what it was taken for, by which rule", *_blocks(reading.labels, width)]
    if reading.article:
        lines += ["", "facts, and what each rests on", *_facts(reading.article)]
    return lines


def _result(archive: Archive, name: str, reading: Reading) -> Iterator[str]:
    """Whether the page is withdrawn, rejected or an article, and which."""
    withdrawn = _withdrawn(archive, name, reading)
    article = archive.folder.table.of_page(name)
    if withdrawn:
        yield f"withdrawn {withdrawn}"
    elif reading.rejected:
        yield f"rejected  {reading.rejected}"
    if article:
        yield f"article   {archive.report.folder}/{article.path}{_difference(archive, article, name, reading.article)}"
    elif not withdrawn and not reading.rejected:
        yield "article   not written yet; run clean"


def _withdrawn(archive: Archive, name: str, reading: Reading) -> str | None:
    """The reason for which this page, or another save of its article, is not to be published; else None."""
    reason = archive.pages.corrections(name).withdrawal
    if reason or not reading.article:
        return reason
    if not archive.table.taken():
        return None
    row = similarity.marks(reading.article)
    rows = groups.affected(archive.table, [row], (), 1) | {name: row}
    return clusters.withdrawn(rows, clusters.clustered(rows)).get(name)


def _difference(archive: Archive, file: ArticleFile, name: str, article: Article | None) -> str:
    """Why the article's file may say other things than this explanation; empty where it says the same."""
    if file.edited:
        return ", edited by hand: it may say other things than stand here"
    if file.saved[0] != name:
        return f", which is read from another save of it: {file.saved[0]}"
    if not article:
        return ", which stays as it was"
    text = archive.folder.text(file)
    also = frontmatter.read(text.encode())[0].get("also") or ()
    now = replace(article, id=file.id or "", saved=file.saved, also=tuple(also))
    return "" if frontmatter.to_markdown(now) == text else ", out of date: run clean"


def _outlet(recognised: RecognisedOutlet) -> str:
    domain, outlet, source = recognised.profile.domain, recognised.outlet, recognised.source
    rules = f"the words and rules kept for {domain}" if domain else "the rules all outlets share"
    named = f"{source.value} ({outlet.value}), known by {outlet.basis}" if outlet or source else "none was recognised"
    return f"{named}; read by {rules}"


def _blocks(labels: Sequence[BlockLabel], width: int | None) -> Iterator[str]:
    roles = max(len(label.role) for label in labels)
    rules = max(len(label.rule) for label in labels)
    for label in labels:
        block = label.block
        head = f"  {block.line:>5}  {label.role:<{roles}}  {label.rule:<{rules}}  "
        hint = "/".join(filter(None, (block.part, block.kind)))
        text = f"<{hint}> {block.text}" if hint else block.text
        most = len(text) if width is None else max(width - len(head), _LEAST)
        yield head + (text if len(text) <= most else f"{text[: most - 1]}…")


def _facts(article: Article) -> Iterator[str]:
    values = frontmatter.to_values(article)
    for name, fact in article.facts():
        yield f"  {name:<13} {as_yaml(values[name])}{f'  ({fact.basis})' if fact.basis else ''}"
        if fact.doubt:
            yield f"  {'':<13} doubt: {fact.doubt}"
    for name in _NOT_FACTS:
        yield f"  {name:<13} {as_yaml(values[name])}"
    yield f"  {'text':<13} {len(article.body)} paragraphs"

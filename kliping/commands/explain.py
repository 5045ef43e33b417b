"""`clean --explain`: how one page is read. Every block and every fact, and the rule or origin of each."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import Any

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
from kliping.evidence.decision import Decision
from kliping.extract.labels import BlockLabel
from kliping.locale import _
from kliping.outlets.registry import RecognisedOutlet
from kliping.system.errors import Exit, Stop

_NOT_FACTS = ("summary", "lang", "removed", "review", "note")  # front matter that no rule has to be named for
_CANDIDATES = 6  # shown of each fact
_LEAST = 20  # characters of a block shown however narrow the terminal


def explain(root: Path, options: Options) -> None:
    """Print how the page `options.explain` is read, write nothing, and exit with the code cleaning it would give."""
    with exits():
        if options.restore:
            raise Stop(_("--explain only looks; give --restore by itself"))
        with Archive(archive_folders(root, options), options.fresh, dry_run=True) as archive:
            archive.refuse_unreadable()
            archive.folder.look()
            reading, lines = explanation(archive, page_of(archive, options.explain or ""), width())
            problems = [*archive.rules.problems, *chain.from_iterable(archive.pages.misread.values())]
        heading = _("problem")
        for problem in problems:
            say(f"{heading}: {problem}")
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
        why = _(
            "{given}: is no page of {saved}/, no article of {articles}/ and no id of one; "
            "name one, or its folders with --saved and --articles"
        )
        raise Stop(why.format(given=given, saved=folders.saved.name, articles=folders.articles.name))
    if not article.saved:
        reason = article.problem or _("was written by hand, so there is no saved page to explain")
        raise Stop(f"{article.path}: {reason}")
    if article.saved[0] not in archive.pages.listed.pages:
        why = _("{path}: its saved page {page} is gone")
        raise Stop(why.format(path=article.path, page=article.saved[0]))
    return article.saved[0]


def explanation(archive: Archive, name: str, width: int | None = None) -> tuple[Reading, list[str]]:
    """A page read by the archive's rules, and the lines that explain it, cut to `width` characters (None: whole)."""
    reading = archive.pages.reading(name)
    page = _head(_("page"), f"{archive.report.saved}/{name}")
    return reading, [page, *_result(archive, name, reading), *records(reading, width)]


def records(reading: Reading, width: int | None = None) -> list[str]:
    """Lines on a page's outlet, its metadata, the label of each block, and each fact of its article."""
    lines = [_head(_("outlet"), _outlet(reading.outlet))] if reading.outlet else []
    if reading.page and reading.page.meta:
        lines += ["", _("what the markup says of the page")]
        lines += [f"  {key}: {' '.join(value.split())}"[:width] for key, value in reading.page.meta.items()]
    if reading.labels:
        lines += ["", _("blocks: line, what it was taken for, by which rule"), *_blocks(reading.labels, width)]
    if reading.article:
        lines += ["", _("facts, and what each rests on"), *_facts(reading.article)]
    if reading.decisions:
        lines += ["", _("candidates for each fact, with what each weighs and why")]
        for name, decision in reading.decisions.items():
            lines += [line[:width] for line in _candidates(name, decision, reading.lines)]
    return lines


def _result(archive: Archive, name: str, reading: Reading) -> Iterator[str]:
    """Whether the page is withdrawn, rejected or an article, and which."""
    withdrawn = _withdrawn(archive, name, reading)
    article = archive.folder.table.of_page(name)
    if withdrawn:
        yield _head(_("withdrawn"), withdrawn)
    elif reading.rejected:
        yield _head(_("rejected"), reading.rejected)
    if article:
        yield _head(_("article"), _file(archive, article, name, reading.article))
    elif not withdrawn and not reading.rejected:
        yield _head(_("article"), _("not written yet; run clean"))


def _head(what: str, text: str) -> str:
    return f"{what:<9} {text}"


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


def _file(archive: Archive, file: ArticleFile, name: str, article: Article | None) -> str:
    """The article's file, and why it may say other things than this explanation."""
    path = f"{archive.report.folder}/{file.path}"
    if file.edited:
        return _("{file}, edited by hand: it may say other things than stand here").format(file=path)
    if file.saved[0] != name:
        return _("{file}, which is read from another save of it: {page}").format(file=path, page=file.saved[0])
    if not article:
        return _("{file}, which stays as it was").format(file=path)
    text = archive.folder.text(file)
    also = frontmatter.read(text.encode())[0].get("also") or ()
    now = replace(article, id=file.id or "", saved=file.saved, also=tuple(also))
    return path if frontmatter.to_markdown(now) == text else _("{file}, out of date: run clean").format(file=path)


def _outlet(recognised: RecognisedOutlet) -> str:
    domain, outlet, source = recognised.profile.domain, recognised.outlet, recognised.source
    if not (outlet or source):
        return _("none was recognised; read by the rules all outlets share")
    if domain:
        said = _("{source} ({outlet}), known by {basis}; read by the words and rules kept for {domain}")
    else:
        said = _("{source} ({outlet}), known by {basis}; read by the rules all outlets share")
    return said.format(source=source.value, outlet=outlet.value, basis=outlet.basis, domain=domain)


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


def _candidates(name: str, decision: Decision[Any], lines: Sequence[int]) -> Iterator[str]:
    """The heaviest candidates for a fact, each with its evidence below it; the one that is stated has a star."""
    for i, (candidate, weight) in enumerate(decision.ranked[:_CANDIDATES]):
        star = "*" if decision.fact and not i else " "
        place = "" if candidate.at is None else _(", line {number}").format(number=lines[candidate.at])
        value = ", ".join(candidate.value) if isinstance(candidate.value, tuple) else candidate.value
        yield f"  {name:<13} {star} {weight:+.1f}  {value} ({candidate.basis}{place})"
        shares = sorted(decision.shares(candidate), key=lambda share: -abs(share[1]))
        yield f"  {'':<13}         {'; '.join(f'{weight:+.1f} {evidence}' for evidence, weight in shares)}"


def _facts(article: Article) -> Iterator[str]:
    values, doubt = frontmatter.to_values(article), _("doubt: {doubt}")
    for name, fact in article.facts():
        yield f"  {name:<13} {as_yaml(values[name])}{f'  ({fact.basis})' if fact.basis else ''}"
        if fact.doubt:
            yield f"  {'':<13} {doubt.format(doubt=fact.doubt)}"
    for name in _NOT_FACTS:
        yield f"  {name:<13} {as_yaml(values[name])}"
    text, paragraphs = _("text"), _("{count} paragraphs").format(count=len(article.body))
    yield f"  {text:<13} {paragraphs}"

"""Kliping and its peers behind one call: the bytes of a page -> what is read in it.

The peers read HTML only. A text dump is given to them as paragraphs, one a line, and every page already as text, so
that they are not charged for guessing its encoding. Each is used as its own documentation shows for news.
"""

from __future__ import annotations

import html
import importlib.metadata
import logging
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kliping.elections.calendars import Calendars
    from kliping.outlets.registry import OutletRegistry

Result = dict[str, Any]  # of title, date, reporter, editor, agency, views what the reader gives, and text
Read = Callable[[str, Any], Any]  # name, what `prepare` made of the bytes -> the reader's own result


@dataclass(frozen=True, slots=True)
class Reader:
    """A cleaner at work. `prepare` and `result` are outside its time."""

    prepare: Callable[[str, bytes], Any]
    read: Read
    result: Callable[[Any], Result]


@dataclass(frozen=True, slots=True)
class Kind:
    """A cleaner: its package, the fields its API gives, and how it is started."""

    package: str
    fields: tuple[str, ...]
    start: Callable[[Path], Reader]


def _kliping(project: Path) -> Reader:
    return kliping(*rules(project))


def rules(project: Path) -> tuple[OutletRegistry, Calendars]:
    """The outlets and elections of a project."""
    from kliping.elections.calendars import Calendars
    from kliping.outlets.registry import OutletRegistry

    return OutletRegistry.load(project / "content/outlets"), Calendars.load(project / "content/elections")


def kliping(outlets: OutletRegistry, calendars: Calendars) -> Reader:
    """Ours, with these outlets and elections."""
    from kliping.archive.cleaner import read_page
    from kliping.article.fields import Article, new_id
    from kliping.article.frontmatter import to_markdown, to_values
    from kliping.extract import clean

    def read(name: str, data: bytes) -> Article:
        page, known = read_page(name, data, outlets)
        article = clean(page, known, calendars).article
        article_id = new_id(article.title.value, article.body, article.outlet.value)
        article = replace(article, id=article_id, saved=(name,))
        to_markdown(article)
        return article

    def result(article: Article) -> Result:
        return {**to_values(article), "text": "\n".join(article.body)}

    return Reader(lambda name, data: data, read, result)


def blocks(name: str, data: bytes) -> list[str]:
    """The texts of a page's blocks, as we read its format without an outlet's layout; none where it is refused."""
    from kliping.formats import READERS, suffix_of
    from kliping.formats.page import Rejected

    try:
        return [block.text for block in READERS[suffix_of(name)](data, lambda meta: ()).blocks]
    except Rejected:
        return []


def _trafilatura(project: Path) -> Reader:
    from trafilatura import bare_extraction

    def read(name: str, page: str) -> Any:
        return bare_extraction(page, favor_precision=True, with_metadata=True, include_comments=False)

    def result(found: Any) -> Result:
        names = [name for name in (found.author or "").split("; ") if name] if found else []
        return {
            "title": found and found.title,
            "date": found and found.date,
            "reporter": names,
            "text": found and found.text,
        }

    return Reader(_as_html, read, result)


def _readability(project: Path) -> Reader:
    from readability import Document

    def read(name: str, page: str) -> tuple[str, str]:
        document = Document(page)
        return document.short_title(), document.summary()

    def result(found: tuple[str, str]) -> Result:
        title, summary = found
        lines = re.sub(r"</?(?:p|div|li|h\d|br|tr|blockquote)\b[^>]*>", "\n", summary)
        return {"title": None if title == "[no-title]" else title, "text": html.unescape(re.sub(r"<[^>]*>", "", lines))}

    return Reader(_as_html, read, result)


def _justext(project: Path) -> Reader:
    import justext

    stops = justext.get_stoplist("Indonesian")

    def read(name: str, page: str) -> Any:
        return justext.justext(page, stops)

    def result(found: Any) -> Result:
        return {"text": "\n".join(paragraph.text for paragraph in found if not paragraph.is_boilerplate)}

    return Reader(_as_html, read, result)


KINDS = {
    "Kliping": Kind("kliping", ("title", "date", "reporter", "editor", "agency", "views"), _kliping),
    "trafilatura": Kind("trafilatura", ("title", "date", "reporter"), _trafilatura),
    "readability-lxml": Kind("readability-lxml", ("title",), _readability),
    "jusText": Kind("jusText", (), _justext),
}
OURS = "Kliping"


def start(name: str, project: Path) -> Reader:
    """A reader by its name, imported and with its rules loaded. Raises ImportError where it is not installed."""
    logging.disable(logging.CRITICAL)
    return KINDS[name].start(project)


def missing() -> list[str]:
    """Peers that are not installed."""
    return [name for name, kind in KINDS.items() if not _installed(kind.package)]


def version(name: str) -> str:
    return importlib.metadata.version(KINDS[name].package)


def _installed(package: str) -> bool:
    try:
        importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return False
    return True


def _as_html(name: str, data: bytes) -> str:
    """A page as the peers take it; a text dump in the least HTML that holds its lines as paragraphs."""
    from benchmarks.salt import is_markup

    text = data.decode("utf-8", "replace").removeprefix("\ufeff")
    if is_markup(name):
        return re.sub(r"\A\s*<\?xml[^>]*\?>", "", text)  # lxml refuses text that declares an encoding
    lines = "\n".join(f"<p>{html.escape(line.strip())}</p>" for line in text.splitlines() if line.strip())
    return f"<!DOCTYPE html>\n<html><head><title></title></head><body>\n{lines}\n</body></html>"

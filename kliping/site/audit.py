"""Reads the built site as a stranger would, before it takes the old one's place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml import etree
from lxml import html as lxml_html

_ACTIVE = frozenset(("script", "iframe", "object", "embed", "style", "form", "svg:script"))
_SCHEMES = frozenset(("", "http", "https", "mailto"))


def audit(folder: Path, article_ids: Iterable[str], site_url: str) -> list[str]:
    """What is wrong with a site, each with its file; empty when it may be published."""
    found = [*_pages(folder, urlsplit(site_url).path.rstrip("/")), *_feeds(folder)]
    wanted = {f"berita/{key}/index.html" for key in article_ids}
    have = {path.relative_to(folder).as_posix() for path in folder.glob("berita/*/index.html")}
    found += [f"{file}: an article without its page" for file in sorted(wanted - have)]
    found += [f"{file}: a page without its article" for file in sorted(have - wanted)]
    return found


def _pages(folder: Path, base: str) -> Iterator[str]:
    files = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    for file in sorted(files):
        if file.endswith(".html"):
            tree = lxml_html.document_fromstring((folder / file).read_bytes())
            yield from (f"{file}: {why}" for why in _page(tree, file, base, files))


def _page(tree: lxml_html.HtmlElement, file: str, base: str, files: set[str]) -> Iterator[str]:
    for element in tree.iter(etree.Element):
        tag = str(element.tag)
        if tag in _ACTIVE:
            yield f"active content <{tag}>"
        for name, value in element.attrib.items():
            if name.startswith("on") or name == "style":
                yield f"active attribute {name} on <{tag}>"
            if name in ("href", "src", "action", "formaction") and (why := _link(str(value), file, base, files)):
                yield why


def _link(value: str, file: str, base: str, files: set[str]) -> str | None:
    try:
        parts = urlsplit(re.sub(r"[\x00-\x20]", "", value))
    except ValueError:
        return f"link {value!r} is no address"
    if parts.scheme not in _SCHEMES:
        return f"link with the scheme {parts.scheme}:"
    if parts.scheme or parts.netloc or not parts.path:
        return None
    path = unquote(parts.path)
    target = path.removeprefix(base + "/") if path.startswith("/") else _resolved(file, path)
    if target == "" or target.endswith("/"):
        target += "index.html"
    return None if target in files else f"link to {value}, which is not there"


def _resolved(file: str, path: str) -> str:
    parts = file.split("/")[:-1]
    for part in path.split("/"):
        if part == "..":
            if not parts:
                return "../"
            parts.pop()
        elif part != ".":
            parts.append(part)
    return "/".join(parts)


def _feeds(folder: Path) -> Iterator[str]:
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    for path in sorted(folder.rglob("*.xml")):
        try:
            etree.parse(str(path), parser)
        except etree.XMLSyntaxError as error:
            yield f"{path.relative_to(folder).as_posix()}: is no well-formed XML ({error})"

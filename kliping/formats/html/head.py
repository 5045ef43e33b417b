"""What an HTML page says of itself outside its text: head elements, JSON-LD, the marks of the saving program."""

import json
import re
from collections.abc import Iterator
from typing import Any

from kliping.formats.selectors import Element
from kliping.text.unicode import fold, plain

Meta = dict[str, str]

_LONGEST = 2_000  # characters of a value; the rest of a longer one is of no use
_NEWS = ("NewsArticle", "ReportageNewsArticle", "Article", "BlogPosting", "LiveBlogPosting", "WebPage", "VideoObject")
_SAVED_FROM = re.compile(r"saved from url=\(\d+\)(\S+)")  # Internet Explorer's mark, which Chromium writes too
_SINGLE_FILE = re.compile(r"Page saved with SingleFile\s+url:\s*(\S+)\s+saved date:\s*([^\n]{4,80})")
_CONTROL = re.compile(r"[\x00-\x1f]+")


def read_head(root: Element) -> Meta:
    """Name -> value: `title`, metas by name or property, `link:canonical`, `ld:author`, `saved:url`, `saved:date`.

    Names are in small letters. Of two metas of one name the first with a value counts; several authors in
    JSON-LD are joined by ` & `.
    """
    meta: Meta = {}
    for element in root.iter("title", "meta", "link", "html"):
        for name, value in _of_element(element):
            if value and name not in meta:
                meta[name] = _tidy(value)
    for name, value in (*_of_json(root), *_of_comments(root)):
        meta.setdefault(name, _tidy(value))
    return meta


def _tidy(value: str) -> str:
    return fold(plain(value))[:_LONGEST].rstrip()


def _of_element(element: Element) -> Iterator[tuple[str, str | None]]:
    if element.tag == "title":
        parent = element.getparent()
        if parent is None or parent.tag != "svg":
            yield "title", element.text
    elif element.tag == "html":
        yield "lang", element.get("lang")
    elif element.tag == "link":
        if (rel := (element.get("rel") or "").casefold()) in ("canonical", "amphtml"):
            yield f"link:{rel}", element.get("href")
    else:
        for key in ("property", "name", "itemprop"):
            if name := element.get(key):
                yield name.casefold(), element.get("content")


def _of_json(root: Element) -> Iterator[tuple[str, str]]:
    """The facts of the news article that JSON-LD describes, the most telling type first."""
    things: list[dict[str, Any]] = []
    for script in root.iter("script"):
        if (script.get("type") or "").casefold().strip() == "application/ld+json" and script.text:
            try:
                data = json.loads(_CONTROL.sub(" ", script.text))  # line ends inside strings are common, and no JSON
            except (ValueError, RecursionError):
                continue
            things += _things(data)
    for kind in _NEWS:
        for thing in things:
            if kind in _types(thing):
                yield from _facts(thing, person_only=kind == "WebPage")


def _things(data: Any, depth: int = 0) -> list[dict[str, Any]]:
    if isinstance(data, list):
        return [thing for item in data[:50] for thing in _things(item, depth + 1)] if depth < 4 else []
    return [data, *_things(data.get("@graph"), depth + 1)] if isinstance(data, dict) else []


def _types(thing: dict[str, Any]) -> list[str]:
    kind = thing.get("@type")
    return [str(k) for k in kind] if isinstance(kind, list) else [str(kind)]


def _facts(thing: dict[str, Any], person_only: bool) -> Iterator[tuple[str, str]]:
    for key in ("headline", "datePublished", "dateCreated", "dateModified", "inLanguage", "url"):
        if isinstance(value := thing.get(key), str):
            yield f"ld:{key}", value
    for key in () if person_only else ("author", "editor", "creator"):
        if names := list(_persons(thing.get(key))):
            yield f"ld:{key}", " & ".join(names)
    publisher = thing.get("publisher")
    if isinstance(publisher, dict) and isinstance(publisher.get("name"), str):
        yield "ld:publisher", publisher["name"]


def _persons(value: Any) -> Iterator[str]:
    """Names of persons; an organisation is nobody."""
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, str):
            yield one
        elif isinstance(one, dict) and "Organization" not in _types(one) and isinstance(one.get("name"), str):
            yield one["name"]


def _of_comments(root: Element) -> Iterator[tuple[str, str]]:
    """What browsers and SingleFile note in a comment above the page or in its head: where and when it was saved."""
    from lxml import etree

    head = root.getroottree().find("head")
    before = list(root.itersiblings(etree.Comment, preceding=True))
    inside = (child for parent in (root, head) if parent is not None for child in parent if child.tag is etree.Comment)
    for comment in (*before, *inside):
        text = (comment.text or "")[:_LONGEST]
        if saved := _SINGLE_FILE.search(text):
            yield "saved:url", saved[1]
            yield "saved:date", saved[2]
        elif saved := _SAVED_FROM.search(text):
            yield "saved:url", saved[1]

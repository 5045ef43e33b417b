"""What an HTML page says of itself outside its text: head elements, JSON-LD, the marks of the saving program."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from kliping.text.unicode import fold, plain

Element = Any
Meta = dict[str, str]

_LONGEST = 2_000  # characters of a value; the rest of a longer one is of no use
_LINKS = frozenset(("canonical", "amphtml"))
_NEWS = ("NewsArticle", "ReportageNewsArticle", "Article", "BlogPosting", "LiveBlogPosting", "WebPage", "VideoObject")
_SAVED_FROM = re.compile(r"saved from url=\(\d+\)(\S+)")  # Internet Explorer's mark, which Chromium writes too
_SINGLE_FILE = re.compile(r"Page saved with SingleFile\s+url:\s*(\S+)\s+saved date:\s*([^\n]{4,80})")
_JSON_LD = "application/ld+json"
_CONTROL = re.compile(r"[\x00-\x1f]+")


def read_head(root: Element) -> Meta:
    """Name -> value: `title`, metas by name or property, `link:canonical`, `ld:author`, `saved:url`, `saved:date`.

    Names are in small letters. Of two metas of one name the first with a value counts; several authors in
    JSON-LD are joined by ` & `.
    """
    found: Meta = {}
    for element in root.iter("title", "meta", "link", "html"):
        for name, value in _of_element(element):
            if value and name not in found:
                found[name] = _tidy(value)
    for name, value in _of_json(root):
        found.setdefault(f"ld:{name}", _tidy(value))
    for name, value in _of_comments(root):
        found.setdefault(f"saved:{name}", _tidy(value))
    return found


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
        if (rel := (element.get("rel") or "").casefold()) in _LINKS:
            yield f"link:{rel}", element.get("href")
    else:
        for key in ("property", "name", "itemprop"):
            if name := element.get(key):
                yield name.casefold(), element.get("content")


def _of_json(root: Element) -> Iterator[tuple[str, str]]:
    """The facts of the news article that JSON-LD describes, the most telling type first."""
    things: list[dict[str, Any]] = []
    for script in root.iter("script"):
        if (script.get("type") or "").casefold().strip() == _JSON_LD and script.text:
            things += _things(_parsed(script.text))
    ranked = [(kind, thing) for kind in _NEWS for thing in things if kind in _types(thing)]
    for kind, thing in ranked:
        yield from _facts(thing, person_only=kind == "WebPage")


def _parsed(text: str) -> Any:
    try:
        return json.loads(_CONTROL.sub(" ", text))  # line ends inside strings are common, and no JSON
    except (ValueError, RecursionError):
        return None


def _things(data: Any, depth: int = 0) -> list[dict[str, Any]]:
    if isinstance(data, list):
        return [thing for item in data[:50] for thing in _things(item, depth + 1)] if depth < 4 else []
    if not isinstance(data, dict):
        return []
    return [data, *_things(data.get("@graph"), depth + 1)]


def _types(thing: dict[str, Any]) -> list[str]:
    kind = thing.get("@type")
    return [str(k) for k in kind] if isinstance(kind, list) else [str(kind)]


def _facts(thing: dict[str, Any], person_only: bool) -> Iterator[tuple[str, str]]:
    for key in ("headline", "datePublished", "dateCreated", "dateModified", "inLanguage", "url"):
        if isinstance(value := thing.get(key), str):
            yield key, value
    for key in ("author", "editor", "creator"):
        if not person_only and (names := list(_persons(thing.get(key)))):
            yield key, " & ".join(names)
    publisher = thing.get("publisher")
    if isinstance(publisher, dict) and isinstance(publisher.get("name"), str):
        yield "publisher", publisher["name"]


def _persons(value: Any) -> Iterator[str]:
    """Names of persons; an organisation is nobody."""
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, str):
            yield one
        elif isinstance(one, dict) and "Organization" not in _types(one) and isinstance(one.get("name"), str):
            yield one["name"]


def _of_comments(root: Element) -> Iterator[tuple[str, str]]:
    from lxml import etree

    tree = root.getroottree()
    before = list(root.itersiblings(etree.Comment, preceding=True))
    inside = (child for child in root if child.tag is etree.Comment)
    head = tree.find("head")
    in_head = (child for child in head if child.tag is etree.Comment) if head is not None else ()
    for comment in (*before, *inside, *in_head):
        text = (comment.text or "")[:_LONGEST]
        if found := _SINGLE_FILE.search(text):
            yield "url", found[1]
            yield "date", found[2]
        elif found := _SAVED_FROM.search(text):
            yield "url", found[1]

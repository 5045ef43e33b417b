"""CSS selectors for the boxes in which headline, byline and body were found on a page: what a profile may name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from kliping.formats.html import settled
from kliping.formats.page import BODY, HEAD

Element = Any
_NAME = re.compile(r"[A-Za-z][A-Za-z_-]*")  # with a figure it is more often the name of one page than of a box
_NAMING = frozenset(("author", "editor", "date"))
_LEVELS = 4  # boxes around an element whose names may be needed to tell it from others
_BYLINES = 3


def boxes(data: bytes) -> dict[str, list[str]]:
    """`title`, `byline` and `body` -> selectors; a part whose box has no name of its own is missing.

    Raises Rejected where the page holds no text.
    """
    page = settled(data, lambda meta: ())
    pieces, root = page.pieces, page.root
    body = [piece.around.owner for piece in pieces if piece.part == BODY]
    bylines = [p.around.box for p in pieces if p.part == HEAD and p.around.role in _NAMING and p.around.box is not None]
    found = {
        "title": [selector(pieces[page.title].around.owner, root)] if page.title is not None else [],
        "byline": [selector(box, root) for box in dict.fromkeys(bylines)][:_BYLINES],
        "body": [selector(_around(body), root)] if body else [],
    }
    return {part: told for part, names in found.items() if (told := list(dict.fromkeys(filter(None, names))))}


def _around(elements: Sequence[Element]) -> Element:
    """The smallest box that holds all of these elements, be it one of them."""
    lines = [[*reversed(list(element.iterancestors())), element] for element in elements]
    box = lines[0][0]
    for level in zip(*lines, strict=False):
        if any(element is not level[0] for element in level):
            break
        box = level[0]
    return box


def selector(element: Element, root: Element) -> str | None:
    """A selector that meets this element alone, by the names of it and of the boxes around it; None where none does."""
    from lxml.cssselect import CSSSelector

    parts: list[str] = []
    for box in [element, *element.iterancestors()][:_LEVELS]:
        own = _own(box)
        if not parts and own is None:
            return None
        if own:
            parts.insert(0, own)
        found = " ".join(parts)
        if CSSSelector(found)(root) == [element]:
            return found
    return None


def _own(element: Element) -> str | None:
    """An element by its id, its classes or, of the elements that speak for themselves, its tag."""
    tag, key = str(element.tag), element.get("id") or ""
    if _NAME.fullmatch(key):
        return f"#{key}"
    classes = list(_classes(element.get("class") or ""))
    if classes:
        return f"{tag}.{'.'.join(classes[:2])}"
    return tag if tag in ("article", "main", "h1", "time") else None


def _classes(told: str) -> Iterator[str]:
    return (name for name in told.split() if _NAME.fullmatch(name))

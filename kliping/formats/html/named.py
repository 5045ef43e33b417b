"""CSS selectors for the boxes in which headline, byline and body were found on a page: what a profile may name."""

import re
from collections.abc import Sequence

from kliping.formats.html import parse
from kliping.formats.page import BODY, HEAD
from kliping.formats.selectors import Element

_NAME = re.compile(r"[A-Za-z][A-Za-z_-]*")  # with a figure it is more often the name of one page than of a box
_BYLINES = 3


def selectors_of(data: bytes) -> dict[str, list[str]]:
    """`title`, `byline` and `body` of an HTML page -> selectors; a part whose box has no name of its own is missing.

    Raises Rejected where the page holds no text.
    """
    page = parse(data, lambda meta: ())
    pieces = page.pieces
    body = [piece.around.owner for piece in pieces if piece.part == BODY]
    people = [p.around for p in pieces if p.part == HEAD and p.around.role in ("author", "editor", "date")]
    bylines = list(dict.fromkeys(around.box for around in people if around.box is not None))
    boxes = {
        "title": [] if page.title is None else [pieces[page.title].around.owner],
        "byline": bylines,
        "body": [_around(body)] if body else [],
    }
    named = {part: [selector_of(box, page.root) for box in elements[:_BYLINES]] for part, elements in boxes.items()}
    return {part: list(dict.fromkeys(filter(None, names))) for part, names in named.items() if any(names)}


def _around(elements: Sequence[Element]) -> Element:
    """The smallest box that holds all of these elements, be it one of them."""
    shared = set.intersection(*({element, *element.iterancestors()} for element in elements))
    return next(box for box in (elements[0], *elements[0].iterancestors()) if box in shared)


def selector_of(element: Element, root: Element) -> str | None:
    """A selector that meets this element alone, by the names of it and of the boxes around it; None where none does."""
    from lxml.cssselect import CSSSelector

    parts: list[str] = []
    for box in [element, *element.iterancestors()][:4]:  # names of boxes around it may tell it from others
        own = _own(box)
        if not parts and own is None:
            return None
        if own:
            parts.insert(0, own)
        selector = " ".join(parts)
        if CSSSelector(selector)(root) == [element]:
            return selector
    return None


def _own(element: Element) -> str | None:
    """An element by its id, its classes or, of the elements that speak for themselves, its tag."""
    tag, key = str(element.tag), element.get("id") or ""
    if _NAME.fullmatch(key):
        return f"#{key}"
    classes = [name for name in (element.get("class") or "").split() if _NAME.fullmatch(name)]
    if classes:
        return f"{tag}.{'.'.join(classes[:2])}"
    return tag if tag in ("article", "main", "h1", "time") else None

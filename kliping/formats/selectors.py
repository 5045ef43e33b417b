"""Boxes of an outlet's HTML pages, named by CSS selectors."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

Element = Any  # lxml's element; it ships no types
PARTS = ("title", "byline", "body", "drop")


@dataclass(frozen=True, slots=True)
class Selectors:
    """One layout of an outlet's pages: where headline, byline and body stand, and what in the body is none of it."""

    body: tuple[str, ...]
    title: tuple[str, ...] = ()
    byline: tuple[str, ...] = ()
    drop: tuple[str, ...] = ()

    def find(self, part: str, root: Element) -> list[Element]:
        """The elements below `root` that a part (one of PARTS) names, in the order of its selectors."""
        return [element for selector in getattr(self, part) for element in _compiled(selector)(root)]


def is_selector(text: str) -> bool:
    """Whether a text is a CSS selector that can be understood."""
    from cssselect import SelectorError

    try:
        _compiled(text)
    except SelectorError:
        return False
    return True


@lru_cache(maxsize=2048)
def _compiled(selector: str) -> Callable[[Element], list[Element]]:
    from lxml.cssselect import CSSSelector

    find: Callable[[Element], list[Element]] = CSSSelector(selector)
    return find

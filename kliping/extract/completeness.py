"""Whether a page is one whole article: what it is otherwise, and what it lacks."""

from __future__ import annotations

from collections.abc import Sequence

from kliping.extract import encoding_damage, error_pages, index_pages, pagination, truncation
from kliping.extract.labels import Layout
from kliping.text import dateline

_PAGERS = frozenset(("navigation", "hidden"))  # boxes that markup may keep the links to the pages in


def refusal(layout: Layout, address: str | None = None) -> str | None:
    """Why a page is no article, and what to do; None where it may be one. `address` is the page's own."""
    return error_pages.error(layout) or index_pages.why(layout, address) or error_pages.form(layout)


def doubts(layout: Layout, body: Sequence[str], address: str | None = None, title: str = "") -> tuple[str, ...]:
    """What to tell of an article that was not saved whole, or whose text is damaged.

    `address` and `title` are what its head says, if it does.
    """
    marks = _page_marks(layout)
    part, later = None, any(mark.block.kind == "later" for mark in layout.marked)
    if (marks or address or title) and not later:  # where later pages wait hidden, all of them are here
        part = pagination.doubt(marks, layout.start or 0, dateline.split(body[0]) is not None, address, title)
    found = part or truncation.doubt(layout, body)
    return tuple([f"body: {why}" for why in ([found] if found else []) + encoding_damage.doubts("\n".join(body))])


def _page_marks(layout: Layout) -> list[tuple[int, str]]:
    """The page marks, numbered as blocks; those that markup puts outside the article are counted on behind it."""
    found = [(i, mark.text) for i, mark in enumerate(layout.marked) if mark.noise == "navigation"]
    paged = False
    for i, aside in enumerate(layout.asides, len(layout.marked)):
        text = aside.block.text
        paged = aside.role in _PAGERS and (pagination.names_pages(text) or (paged and pagination.is_piece(text)))
        found += [(i, text)] if paged else []
    return found

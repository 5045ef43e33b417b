"""Whether a page is one whole article: what it is otherwise, and what it lacks."""

from __future__ import annotations

from collections.abc import Sequence

from kliping import dateline
from kliping.clean import cut, damage, listing, paging, wall
from kliping.clean.verdict import Layout

_PAGERS = frozenset(("navigation", "hidden"))  # boxes that markup may keep the links to the pages in


def refusal(layout: Layout, address: str | None = None) -> str | None:
    """Why a page is no article, and what to do; None where it may be one. `address` is the page's own."""
    return wall.error(layout) or listing.why(layout, address) or wall.form(layout)


def doubts(layout: Layout, body: Sequence[str], address: str | None = None, title: str = "") -> tuple[str, ...]:
    """What to tell of an article that was not saved whole, or whose text is damaged.

    `address` and `title` are what its head says, if it does.
    """
    marks = _page_marks(layout)
    part, later = None, any(mark.block.kind == "later" for mark in layout.marked)
    if (marks or address or title) and not later:  # where later pages wait hidden, all of them are here
        part = paging.doubt(marks, layout.start or 0, dateline.split(body[0]) is not None, address, title)
    found = part or cut.doubt(layout, body)
    return tuple([f"body: {why}" for why in ([found] if found else []) + damage.doubts("\n".join(body))])


def _page_marks(layout: Layout) -> list[tuple[int, str]]:
    """The page marks, numbered as blocks; those that markup puts outside the article are counted on behind it."""
    found = [(i, mark.text) for i, mark in enumerate(layout.marked) if mark.noise == "navigation"]
    paged = False
    for i, aside in enumerate(layout.asides, len(layout.marked)):
        text = aside.block.text
        paged = aside.role in _PAGERS and (paging.names_pages(text) or (paged and paging.is_piece(text)))
        found += [(i, text)] if paged else []
    return found

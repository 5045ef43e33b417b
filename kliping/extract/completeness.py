"""Whether a page is one whole article: what it is otherwise, and what it lacks."""

from collections.abc import Sequence

from kliping.extract import encoding_damage, error_pages, index_pages, pagination, truncation
from kliping.extract.labels import BODY, KEPT, Layout
from kliping.text import dateline, lines, speech

_SURE = ("known line", "headline under a related mark", "a name that is a link")  # of lines that are no sentence
_FIRST = 6  # words of a line that was left out


def refusal(layout: Layout, address: str | None = None) -> str | None:
    """Why a page is no article, and what to do; None where it may be one. `address` is the page's own."""
    error = error_pages.refusal_by_error(layout)
    return error or index_pages.refusal(layout, address) or error_pages.refusal_by_form(layout)


def doubts(layout: Layout, body: Sequence[str], address: str | None = None, title: str = "") -> tuple[str, ...]:
    """Review notes on an article that was not saved whole, or whose text is damaged.

    `address` and `title` are what its head says, if it does.
    """
    marks, part = _page_marks(layout), None
    later = any(block.kind == "later" for block in layout.blocks)  # where later pages wait hidden, all of them are here
    if (marks or address or title) and not later:
        part = pagination.doubt(marks, layout.start or 0, dateline.split(body[0]) is not None, address, title)
    missing = part or truncation.doubt(layout, body)
    damage = encoding_damage.doubts("\n".join(body))
    return tuple([f"body: {why}" for why in (*([missing] if missing else ()), *damage, *_left_out(layout))])


def _left_out(layout: Layout) -> list[str]:
    """The first line left out inside the body though somebody speaks in it; a headline may quote, and a pull quote."""
    body = layout.indices(BODY)
    for i in range(body[0], body[-1]) if body else ():
        role, rule, text = (label.role, label.rule, label.block.text) if (label := layout.labels[i]) else ("", "", "")
        if role in KEPT or role == "pull_quote" or not text or not speech.is_speech(text):
            continue
        if lines.is_prose(text) or rule not in _SURE:
            return [f"left out as {role}: “{' '.join(text.split()[:_FIRST]).strip('“”')}”"]
    return []


def _page_marks(layout: Layout) -> list[tuple[int, str]]:
    """The page marks, numbered as blocks; those that markup puts outside the article are counted on behind it."""
    marks = [(i, block.text) for i, block in enumerate(layout.blocks) if block.noise == "navigation"]
    paged = False
    for i, aside in enumerate(layout.asides, len(layout.blocks)):
        text = aside.block.text
        pager = aside.role in ("navigation", "hidden")  # boxes that may hold the links to the pages
        paged = pager and (pagination.names_pages(text) or (paged and pagination.is_piece(text)))
        marks += [(i, text)] if paged else []
    return marks

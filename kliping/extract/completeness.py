"""Whether a page is one whole article: what it is otherwise, and what it lacks."""

from collections.abc import Iterator, Sequence

from kliping.extract import encoding_damage, error_pages, index_pages, pagination, truncation
from kliping.extract.body_end import is_speech
from kliping.extract.labels import BODY, Layout
from kliping.text import dateline

KNOWN = "known line"  # the rule of a line that stands in a list of noise
_DOUBTED = frozenset(("tags", "related", "caption"))  # roles that are told by shape
_NEAR = 2  # blocks behind the last paragraph
_FIRST_WORDS = 6  # told of a line


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
    found = [*([missing] if missing else ()), *damage, *_left_out(layout)]
    return tuple([f"body: {why}" for why in found])


def _left_out(layout: Layout) -> Iterator[str]:
    """Doubts about lines inside the body that were taken for something else and look like speech."""
    kept = layout.indices(BODY)
    for i in range(kept[0] + 1, len(layout.labels)):
        label = layout.labels[i]
        if i > kept[-1] + _NEAR or layout.blocks[i].ends:
            return
        if label and label.role in _DOUBTED and label.rule != KNOWN and is_speech(label.block.text):
            yield f"left out a line that looks like speech: {' '.join(label.block.text.split()[:_FIRST_WORDS])} ..."


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

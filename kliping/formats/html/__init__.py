"""Saved HTML pages: as a browser, SingleFile or a crawler leaves them.

The way of a page: `head` reads what it says of itself, `pieces` cuts its text into lines with the boxes around them,
`roles` tells what a box is for, `parts` decides which lines are the article. `named` offers selectors for a profile.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from kliping.formats.charset import decode
from kliping.formats.html.head import Meta, read_head
from kliping.formats.html.parts import ProfileBoxes, assign_parts
from kliping.formats.html.pieces import Around, Piece, PieceCollector, block_of
from kliping.formats.html.roles import CHROME
from kliping.formats.page import ASIDE, Block, LayoutsFor, Page, Rejected
from kliping.formats.selectors import Element, Selectors
from kliping.locale import _
from kliping.system.limits import ATTRIBUTES, TAGS

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,20})", re.I)
_CROWDED = re.compile(  # a tag with as many attributes, behind its `<`
    r"""[a-z][^\s/>]*+(?:[\s/]++[^\s=>"'/]++(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s"'>]++))?+){"""
    f"{ATTRIBUTES}}}",
    re.IGNORECASE,
)
_ROLE_MOST = 60  # words of a box that is a byline, a date or a caption; a longer one is so only by name
_NAMING = ("caption", "author", "editor", "date")  # roles
_SENTENCE = 8  # words; shorter lines in a box of page links are those links


@dataclass(frozen=True, slots=True)
class ParsedPage:
    """The tree and head of a page, its pieces with their parts, and which of them is the headline."""

    root: Element
    meta: Meta
    boxes: ProfileBoxes
    pieces: list[Piece]
    title: int | None  # index into `pieces`


def read(data: bytes, layouts_for: LayoutsFor) -> Page:
    """The page in the bytes of HTML; `layouts_for` gives the layouts that its outlet's profile names.

    Raises Rejected where there is no text, or more than an article has.
    """
    page = parse(data, layouts_for)
    return Page(tuple(_blocks(page)), page.meta)


def parse(data: bytes, layouts_for: LayoutsFor) -> ParsedPage:
    """The pieces of an HTML page, each in its part. Raises Rejected where there is no text, or too much."""
    declared = _CHARSET.search(data, 0, 4_096)  # bytes in which browsers look for it
    root = _tree(decode(data, declared[1].decode("ascii") if declared else None))
    meta = read_head(root)
    boxes = _profile_boxes(root, layouts_for(meta))
    body = root.find("body")
    collector = PieceCollector()
    collector.block(Around(root if body is None else body))
    if not collector.pieces:
        raise Rejected(_("holds no text; save the page again when it is shown whole"))
    return ParsedPage(root, meta, boxes, collector.pieces, assign_parts(collector.pieces, meta, boxes))


def _tree(text: str) -> Element:
    """The tree of an HTML text. Raises Rejected where the parser would take long, its tree much room, or none comes."""
    from lxml import etree

    if text.count("<") > TAGS:
        why = _("has more than {count} tags, far more than one article; save the article alone, as text")
        raise Rejected(why.format(count=TAGS))
    if any(len(part) > 2 * ATTRIBUTES and _CROWDED.match(part) for part in text.split("<")):
        why = _("has a tag with {count} attributes or more; save the page again as text")
        raise Rejected(why.format(count=ATTRIBUTES))
    parser = etree.HTMLParser(encoding="utf-8", remove_pis=True, huge_tree=True)
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.ParserError as error:
        raise Rejected(_("holds no HTML; save the page again")) from error
    except etree.XMLSyntaxError as error:
        raise MemoryError from error  # it mends all other faults; of this one it may not even say its name
    if root is None:
        raise Rejected(_("is empty; save the page again"))
    return root


def _profile_boxes(root: Element, layouts: Sequence[Selectors]) -> ProfileBoxes:
    """The boxes of the first layout whose body is on this page."""
    for layout in layouts:
        body = [box for box in layout.find("body", root) if any(text.strip() for text in box.itertext())]
        if body:
            byline, title = (_printing(layout.find(part, root)) for part in ("byline", "title"))
            return ProfileBoxes(_printing(body), _below(layout.find("drop", root)), byline, title)
    return ProfileBoxes()


def _printing(elements: Sequence[Element]) -> set[Element]:
    """All that prints the text of boxes: what is below them, and the block around a box that is part of a line."""
    return _below(elements) | {block_of(element) for element in elements}


def _below(elements: Sequence[Element]) -> set[Element]:
    return {inner for element in elements for inner in element.iter()}


def _blocks(page: ParsedPage) -> list[Block]:
    sizes: dict[Element, int] = defaultdict(int)  # words of a box
    for piece in page.pieces:
        if piece.around.role in _NAMING:
            sizes[piece.around.box] += len(piece.text.split())
    return [
        Block(p.text, p.line, p.gap, p.part, "title" if i == page.title else _kind(p, sizes, page.boxes))
        for i, p in enumerate(page.pieces)
    ]


def _kind(piece: Piece, sizes: dict[Element, int], boxes: ProfileBoxes) -> str:
    """What the markup calls a piece; empty where it says nothing that can be believed."""
    role, owner = piece.around.role, piece.around.owner
    if piece.part == ASIDE:
        return role if role in CHROME and role != "hidden" else "navigation"
    if role in _NAMING and sizes[piece.around.box] <= _ROLE_MOST:
        return role
    if owner in boxes.byline:
        return "author"
    if piece.is_link and len(piece.text.split()) <= 40:  # words; a longer line is a paragraph
        return "link"
    if owner.tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
        return "heading"
    later = any(role == "hidden" for role, _ in piece.around.chrome) and len(piece.text.split()) >= _SENTENCE
    return "later" if later else ""

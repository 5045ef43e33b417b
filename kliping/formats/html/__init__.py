"""Saved HTML pages: as a browser, SingleFile or a crawler leaves them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from kliping.formats.charset import decode
from kliping.formats.html.head import Meta, read_head
from kliping.formats.html.parts import Chosen, settle
from kliping.formats.html.pieces import Around, Piece, Walk, block_of
from kliping.formats.html.roles import CHROME
from kliping.formats.page import ASIDE, Block, BoxesOf, Page, Rejected
from kliping.formats.selectors import Selectors
from kliping.system.limits import ATTRIBUTES, TAGS

Element = Any
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,20})", re.I)
_CROWDED = re.compile(  # a tag with as many attributes, behind its `<`
    r"""[a-z][^\s/>]*+(?:[\s/]++[^\s=>"'/]++(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s"'>]++))?+){"""
    f"{ATTRIBUTES}}}",
    re.IGNORECASE,
)
_HEAD_BYTES = 4_096  # in which a page declares its encoding, as browsers look for it
_ROLE_MOST = 60  # words of a box that is a byline, a date or a caption; a longer one is so only by name
_NAMING = frozenset(("caption", "author", "editor", "date"))
_SENTENCE = 8  # words; shorter lines in a box of page links are those links
_LINK_MOST = 40  # words of a line of links; a longer one is a paragraph


@dataclass(frozen=True, slots=True)
class Settled:
    """The tree and head of a page, its pieces with their parts settled, and which of them is the headline."""

    root: Element
    meta: Meta
    chosen: Chosen
    pieces: list[Piece]
    title: int | None


def read(data: bytes, boxes_of: BoxesOf) -> Page:
    """Bytes of an HTML page -> Page; `boxes_of` gives the boxes that its outlet's profile names.

    Raises Rejected where there is no text.
    """
    found = settled(data, boxes_of)
    return Page(tuple(_blocks(found)), found.meta)


def settled(data: bytes, boxes_of: BoxesOf) -> Settled:
    """The pieces of an HTML page, each in its part. Raises Rejected where there is no text."""
    declared = _CHARSET.search(data, 0, _HEAD_BYTES)
    root = _parsed(decode(data, declared[1].decode("ascii") if declared else None))
    meta = read_head(root)
    chosen = _chosen(root, boxes_of(meta))
    walk = Walk()
    body = root.find("body")
    walk.block(Around(root if body is None else body))
    if not walk.pieces:
        raise Rejected("holds no text; save the page again when it is shown whole")
    return Settled(root, meta, chosen, walk.pieces, settle(walk.pieces, meta, chosen))


def _parsed(text: str) -> Element:
    from lxml import etree

    _mind_limits(text)
    parser = etree.HTMLParser(encoding="utf-8", remove_pis=True, huge_tree=True)
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.ParserError as error:
        raise Rejected("holds no HTML; save the page again") from error
    except etree.XMLSyntaxError as error:
        raise MemoryError from error  # it mends all other faults; of this one it may not even say its name
    if root is None:
        raise Rejected("is empty; save the page again")
    return root


def _mind_limits(text: str) -> None:
    """Raise Rejected where the parser would take long, or its tree much room."""
    if text.count("<") > TAGS:
        raise Rejected(f"has more than {TAGS} tags, far more than one article; save the article alone, as text")
    for part in text.split("<"):
        if len(part) > 2 * ATTRIBUTES and _CROWDED.match(part):
            raise Rejected(f"has a tag with {ATTRIBUTES} attributes or more; save the page again as text")


def _chosen(root: Element, layouts: Sequence[Selectors]) -> Chosen:
    """The boxes of the first layout whose body is on this page."""
    for layout in layouts:
        body = [box for box in layout.find("body", root) if any(text.strip() for text in box.itertext())]
        if body:
            return Chosen(
                _printing(body), _below(layout.find("drop", root)), _printing(layout.find("byline", root)),
                _printing(layout.find("title", root)),
            )  # fmt: skip
    return Chosen()


def _printing(elements: Sequence[Element]) -> set[Element]:
    """All that prints the text of boxes: what is below them, and the block around a box that is part of a line."""
    return _below(elements) | {block_of(element) for element in elements}


def _below(elements: Sequence[Element]) -> set[Element]:
    return {inner for element in elements for inner in element.iter()}


def _blocks(found: Settled) -> list[Block]:
    sizes: dict[Element, int] = defaultdict(int)
    for piece in found.pieces:
        if piece.around.role in _NAMING:
            sizes[piece.around.box] += len(piece.text.split())
    return [
        Block(p.text, p.line, p.gap, p.part, "title" if i == found.title else _kind(p, sizes, found.chosen))
        for i, p in enumerate(found.pieces)
    ]


def _kind(piece: Piece, sizes: dict[Element, int], chosen: Chosen) -> str:
    """What the markup calls a piece; empty where it says nothing that can be believed."""
    if piece.part == ASIDE:
        return piece.around.role if piece.around.role in CHROME - {"hidden"} else "navigation"
    role, tag = piece.around.role, piece.around.owner.tag
    if role in _NAMING and sizes[piece.around.box] <= _ROLE_MOST:
        return role
    if piece.around.owner in chosen.byline:
        return "author"
    if piece.is_link and len(piece.text.split()) <= _LINK_MOST:
        return "link"
    if tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
        return "heading"
    later = any(role == "hidden" for role, _ in piece.around.chrome) and len(piece.text.split()) >= _SENTENCE
    return "later" if later else ""

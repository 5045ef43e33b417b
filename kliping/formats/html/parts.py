"""Which pieces of a page are the article: the headline, what stands above the body, the body, what stands behind it.

Without a profile the body is the box with the most running text of its own; with one it is what the profile says.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from kliping import shape
from kliping.formats.html.pieces import Piece

Element = Any
HEAD, BODY, FOOT, ASIDE = "head", "body", "foot", "aside"
TITLES = ("og:title", "ld:headline", "twitter:title", "title")
_NAMED = frozenset(("author", "editor", "date"))  # roles that make a piece part of a byline, whatever surrounds it
_SEPARATOR = re.compile(r"\s*(?:[-|–—»•~/]|::?)\s")
_PART_OF_IT = 0.3  # share of all prose above which a box holds the article, whatever its class says
_PROSE = 8  # words of a sentence that counts as prose here
_ABOVE_TITLE = 8  # pieces above the headline in which a date may stand
_ABOVE_BODY = 40  # pieces above the body in which its byline may stand, where there is no headline
_BEHIND = 30  # pieces behind the body in which its credits may stand
_CLIMB = 4  # boxes around the one with most text that may hold more of it


@dataclass(slots=True)
class Chosen:
    """Boxes a profile names, found on this page; empty where it names none."""

    body: set[Element] = field(default_factory=set)
    drop: set[Element] = field(default_factory=set)
    byline: set[Element] = field(default_factory=set)
    title: set[Element] = field(default_factory=set)


def settle(pieces: Sequence[Piece], meta: Mapping[str, str], chosen: Chosen) -> int | None:
    """Give every piece its part; the index of the headline, or None."""
    prose = [_prose(piece) for piece in pieces]
    totals = _totals(pieces, prose)
    for piece, words in zip(pieces, prose, strict=True):
        outside = any(totals.get(box, 0) < _PART_OF_IT * sum(prose) for box in piece.around.chrome)
        if piece.around.owner in chosen.drop or (outside and piece.around.owner not in chosen.body):
            piece.part = ASIDE
        elif words and not chosen.body:
            piece.part = BODY  # for now: what _box chooses from
    body = chosen.body or set(_box(pieces, prose).iter() if any(prose) else ())
    inside = [i for i, piece in enumerate(pieces) if piece.part != ASIDE and piece.around.owner in body]
    for piece in pieces:
        piece.part = piece.part if piece.part == ASIDE else ""
    title = _headline(pieces, meta, chosen, inside[0] if inside else len(pieces))
    _assign(pieces, inside, title, chosen)
    return title


def _prose(piece: Piece) -> int:
    """Words of running text; 0 for a line that is none."""
    count = 0 if piece.is_link else len(piece.text.split())
    return count if count >= _PROSE and shape.is_prose(piece.text) else 0


def _totals(pieces: Sequence[Piece], prose: Sequence[int]) -> dict[Element, int]:
    """Element -> words of prose anywhere inside it."""
    totals: dict[Element, int] = defaultdict(int)
    for piece, words in zip(pieces, prose, strict=True):
        if words:
            totals[piece.around.owner] += words
            for above in piece.around.owner.iterancestors():
                totals[above] += words
    return totals


def _box(pieces: Sequence[Piece], prose: Sequence[int]) -> Element:
    """The box with the most prose of its own, or one around it that holds more paragraphs like its own."""
    own: dict[Element, int] = defaultdict(int)
    counted = [(piece, words) for piece, words in zip(pieces, prose, strict=True) if piece.part == BODY]
    for piece, words in counted:
        own[_parent(piece.around.owner)] += words
    box = max(own, key=lambda element: own[element])
    totals = _totals([piece for piece, _ in counted], [words for _, words in counted])
    best, size = box, own[box]
    for above in list(box.iterancestors())[:_CLIMB]:
        added = [w for p, w in counted if above in p.around.owner.iterancestors() and best not in _line(p)]
        if totals[above] - size >= 0.15 * size and added and sum(added) / len(added) >= 18:
            best, size = above, totals[above]
    return best


def _parent(element: Element) -> Element:
    """The box a paragraph or list item belongs to; any other element is a box itself."""
    while (
        element.tag in ("p", "li", "ul", "ol", "blockquote", "h2", "h3", "h4", "strong")
        and (above := element.getparent()) is not None
    ):
        element = above
    return element


def _line(piece: Piece) -> Iterable[Element]:
    yield piece.around.owner
    yield from piece.around.owner.iterancestors()


def _headline(pieces: Sequence[Piece], meta: Mapping[str, str], chosen: Chosen, body: int) -> int | None:
    """The piece that prints the headline: where the profile says, else what the head calls the title, else an `h1`."""
    told = [i for i, piece in enumerate(pieces) if piece.around.owner in chosen.title]
    if told:
        return told[0]
    wanted = [_bare(meta[key]) for key in TITLES if meta.get(key)]
    first = [i for i, piece in enumerate(pieces) if piece.around.owner.tag == "h1" and piece.part != ASIDE]
    saying = [i for i, piece in enumerate(pieces) if any(_says(_bare(piece.text), title) for title in wanted)]
    heading = [i for i in saying if pieces[i].around.owner.tag in ("h1", "h2", "h3")]
    plain = [i for i in saying if pieces[i].part != ASIDE]
    long = [i for i in first if len(pieces[i].text.split()) >= 3 and i <= body + 5]
    return next(iter([*(i for i in first if i in saying), *heading, *long, *plain]), None)


def _bare(text: str) -> str:
    return " ".join(shape.words(text)).casefold()


def _says(text: str, title: str) -> bool:
    """Whether a line prints a title, the name of the site behind it aside."""
    return len(text) >= 12 and (title == text or (title.startswith(f"{text} ") and len(title) - len(text) <= 40))


def _assign(pieces: Sequence[Piece], inside: Sequence[int], title: int | None, chosen: Chosen) -> None:
    """Parts by position: above the body from the headline on, the body, some lines behind it; the rest is aside."""
    if not inside:
        return
    start, end = inside[0], inside[-1]
    top = title if title is not None and title < end else max(0, start - _ABOVE_BODY)
    body = set(inside)
    for i, piece in enumerate(pieces):
        named = piece.around.role in _NAMED or piece.around.owner in chosen.byline
        if i == title or (i < start and piece.around.owner in chosen.byline):
            piece.part = HEAD
        elif i in body:
            piece.part = HEAD if i < top else BODY
        elif piece.part == ASIDE and not (named and not piece.around.chrome):
            continue
        elif top <= i < start or (top - _ABOVE_TITLE <= i < top and not piece.is_link):
            piece.part = HEAD
        elif end < i <= end + _BEHIND:
            piece.part = FOOT
        else:
            piece.part = ASIDE

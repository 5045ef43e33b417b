"""Which pieces of a page are the article: the headline, what stands above the body, the body, what stands behind it.

Without a profile the body is the box with the most running text of its own; with one it is what the profile says.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from kliping.article.fields import TITLE_MOST
from kliping.formats.html.pieces import Piece
from kliping.formats.page import ASIDE, BODY, FOOT, HEAD
from kliping.formats.selectors import Element
from kliping.text import lines as shape

LATER = "later"  # text that is hidden until a reader asks for it: article where it stands in the article's box
TITLES = ("og:title", "ld:headline", "twitter:title", "title")
_NAMED = ("author", "editor", "date")  # roles of a byline
_SEPARATOR = re.compile(r"\s*(?:[-|–—»•~/]|::?)\s")
_TEXTS = frozenset(("related", "popular", "comments"))  # boxes with running text that is none of the article
_PROSE = 8  # words of a sentence that counts as prose here
_ABOVE_BODY = 15  # pieces above the body in which its byline may stand, where there is no headline
_BEHIND = 30  # pieces behind the body in which its credits may stand
_LONG = 25  # words of a paragraph; a teaser has fewer
_LINKS_BETWEEN = 3  # lines of links that may stand between two parts of a body
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_PARAGRAPHS = frozenset(("p", "li", "ul", "ol", "blockquote", "h2", "h3", "h4", "strong"))
_SHORTEST = 12  # characters of a headline
_SITE = 40  # characters of the name of a site


@dataclass(slots=True)
class ProfileBoxes:
    """The elements on this page of the boxes a profile names; empty where it names none."""

    body: set[Element] = field(default_factory=set)
    drop: set[Element] = field(default_factory=set)
    byline: set[Element] = field(default_factory=set)
    title: set[Element] = field(default_factory=set)


def assign_parts(pieces: list[Piece], meta: Mapping[str, str], boxes: ProfileBoxes) -> int | None:
    """Give every piece its part; the index of the headline, or None."""
    prose = [_prose(piece) for piece in pieces]
    owners = ((i, piece.around.owner) for i, piece in enumerate(pieces) if prose[i])
    lines = {i: [owner, *owner.iterancestors()] for i, owner in owners}  # the boxes around each, inmost first
    _put_aside(pieces, prose, lines, boxes)
    body = boxes.body
    if not body:
        open_lines = {i: line for i, line in lines.items() if not pieces[i].part}
        body = set(_box(pieces, prose, open_lines).iter()) if open_lines else set()
    inside = [i for i, piece in enumerate(pieces) if piece.part != ASIDE and piece.around.owner in body]
    for piece in pieces:
        if piece.part == LATER:
            piece.part = "" if piece.around.owner in body else ASIDE
    title = _headline(pieces, meta, boxes, inside[0] if inside else len(pieces))
    if inside:
        title = title if title is not None and title < inside[-1] else None
        last = max((i for i in inside if prose[i]), default=inside[-1])
        inside += [i for i in range(last + 1, inside[-1]) if pieces[i].part == ASIDE and _could_name(pieces[i])]
        inside.sort()
        _assign(pieces, inside, last, title, boxes)
        _close(pieces, inside, last)
    return title


def _put_aside(pieces: list[Piece], prose: list[float], lines: dict[int, list[Element]], boxes: ProfileBoxes) -> None:
    """Put aside what stands in a box that is no part of an article, by its class, and too small to hold one.

    Hidden text is for later where all its boxes hold some text.
    """
    totals: dict[Element, float] = defaultdict(float)  # prose anywhere inside an element
    for i, line in lines.items():
        for element in line:
            totals[element] += prose[i]
    whole = sum(prose)
    for piece in pieces:
        around = piece.around
        # From half of all prose, or a third, a box holds the article, whatever its class says.
        small = {r for r, box in around.chrome if totals.get(box, 0) < (0.5 if r in _TEXTS else 0.3) * whole}
        if around.owner in boxes.drop or (small and around.owner not in boxes.body):
            filled = all(totals.get(box) for role, box in around.chrome if role == "hidden")
            piece.part = LATER if small == {"hidden"} and filled else ASIDE


def _prose(piece: Piece) -> float:
    """The weight of a line as running text: its words, fewer for a short one, which may be a teaser; 0 for no text."""
    text = piece.text
    if len(text) < 4 * _PROSE or piece.is_link or piece.around.owner.tag in _HEADINGS:
        return 0
    count = len(text.split())
    return min(1.0, count / _LONG) * count if count >= _PROSE and shape.is_prose(text) else 0


def _box(pieces: Sequence[Piece], prose: Sequence[float], lines: Mapping[int, list[Element]]) -> Element:
    """The box with the most prose of its own, or one around it that holds more paragraphs like its own."""
    own: dict[Element, float] = defaultdict(float)
    for i, line in lines.items():
        own[_parent(line[0])] += prose[i]
    held_by = Counter(_parent(piece.around.owner) for piece in pieces)
    for box, size in list(own.items()):
        if held_by[box] == 1 and (above := box.getparent()) is not None:
            own[above] += 0.9 * size  # each paragraph may stand in a box of its own
    best = max(own, key=lambda element: own[element])
    links = list(accumulate(piece.is_link for piece in pieces))
    held = [i for i, line in lines.items() if best in line]
    for above in list(best.iterancestors())[:4]:  # boxes around it may hold more of the text
        more = [i for i, line in lines.items() if i not in held and above in line]
        near = [i for i in more if min(abs(links[i] - links[h]) for h in held) <= _LINKS_BETWEEN]
        added, size = sum(prose[i] for i in near), sum(prose[i] for i in held)
        like = near and added / len(near) >= 0.6 * size / len(held)
        if like and added >= max(0.1 * size, 0.8 * sum(prose[i] for i in more)):
            best, held = above, [*held, *near]
    return best


def _parent(element: Element) -> Element:
    """The box a paragraph or list item belongs to; any other element is a box itself."""
    while element.tag in _PARAGRAPHS and (above := element.getparent()) is not None:
        element = above
    return element


def _headline(pieces: Sequence[Piece], meta: Mapping[str, str], boxes: ProfileBoxes, body: int) -> int | None:
    """The piece that prints the headline: where the profile says, else what the head calls the title, else an `h1`.

    `body` is the first piece of the body.
    """
    named = next((i for i, piece in enumerate(pieces) if piece.around.owner in boxes.title), None)
    if named is not None:
        return named
    titles = list(dict.fromkeys(_bare(meta[key]) for key in TITLES if meta.get(key)))
    starts = {word for title in titles for word in title.split()}
    saying = [i for i, piece in enumerate(pieces) if _says(piece.text, titles, starts)]
    first = [i for i, piece in enumerate(pieces) if piece.around.owner.tag == "h1" and piece.part != ASIDE]
    heading = [i for i in saying if pieces[i].around.owner.tag in ("h1", "h2", "h3")]
    plain = [i for i in saying if pieces[i].part != ASIDE and i <= body + 5]
    long = [i for i in first if len(pieces[i].text.split()) >= 3 and i <= body + 5]
    return next(iter([*(i for i in first if i in saying), *heading, *plain, *long]), None)


def _bare(text: str) -> str:
    return " ".join(shape.words(text)).casefold()


def _says(text: str, titles: Sequence[str], starts: Collection[str]) -> bool:
    """Whether a line prints one of the titles, the name of the site before or behind it aside.

    `starts` are all words of the titles, with one of which such a line begins.
    """
    if len(text) < _SHORTEST or len(text) > TITLE_MOST or _bare(text[:40]).partition(" ")[0] not in starts:
        return False
    said = _bare(text)
    return said in titles or any(
        len(title) - len(said) <= _SITE and (f"{title} ".startswith(f"{said} ") or title.endswith(f" {said}"))
        for title in titles
    )


def _assign(pieces: Sequence[Piece], inside: Sequence[int], last: int, title: int | None, boxes: ProfileBoxes) -> None:
    """Parts by position: above the body from the headline on, the body, some lines behind it; the rest is aside.

    `inside` are the pieces in the body's box, `last` its last sentence.
    """
    start, body = inside[0], set(inside)
    top = title if title is not None else _just_above(pieces, start, _ABOVE_BODY, links=1)
    above = _just_above(pieces, top, 8) if title is not None else top  # lines: a date
    for i, piece in enumerate(pieces):
        if i == title or piece.around.owner in boxes.byline:
            piece.part = HEAD if i < start or i == title else FOOT
        elif i in body:
            piece.part = HEAD if i < top else BODY
        elif piece.part != ASIDE or _could_name(piece):
            piece.part = HEAD if above <= i < start else FOOT if last < i <= last + _BEHIND else ASIDE


def _just_above(pieces: Sequence[Piece], at: int, most: int, links: int = 0) -> int:
    """The first of the lines between a line and the links above it: a menu or a list of other news."""
    i = at
    while i > 0 and at - i < most and links >= pieces[i - 1].is_link and pieces[i - 1].part != ASIDE:
        links -= pieces[i - 1].is_link
        i -= 1
    return i


def _could_name(piece: Piece) -> bool:
    """A short line in a box of share buttons or one that opens on demand, where some outlets keep the credits."""
    roles = {role for role, _ in piece.around.chrome}
    return roles <= {"share", "hidden"} and len(piece.text.split()) <= (20 if piece.around.role in _NAMED else 8)


def _close(pieces: Sequence[Piece], inside: Sequence[int], last: int) -> None:
    """What follows the last sentence of the body from the first link, name or date on stands behind the article."""
    ended = False
    for i in inside:
        if i > last:
            ended = ended or pieces[i].is_link or pieces[i].around.role in _NAMED
            pieces[i].part = FOOT if ended else pieces[i].part

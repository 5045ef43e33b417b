"""The text of an HTML tree as pieces: what a browser prints as one line or paragraph, and the boxes around it."""

import re
from dataclasses import dataclass, replace

from kliping.formats.html.roles import CHROME, role_of
from kliping.formats.page import Rejected
from kliping.formats.selectors import Element
from kliping.locale import _
from kliping.system.limits import CHARACTERS, LEVELS, LINES
from kliping.text.unicode import fold, plain

_SKIPPED = frozenset(
    "script style noscript template iframe object embed svg math canvas audio video map select option datalist"
    " textarea button input head meta link base".split()
)
_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q rp rt ruby s samp small"
    " span strike strong sub sup time tt u var wbr img picture source".split()
)
_SPACED = frozenset(("span", "a", "time", "label", "small"))  # browsers set these apart by style, not by a space
_EDGE = "\ue000"  # where one of them begins or ends
_PARTED = re.compile(r"(?<=[\w.,:!?)\"”])\ue000+(?=[A-Z\d(\"“])")  # "Reporter|Nama", "WIB|1152", not "J|akarta"
_ROWS = frozenset(("li", "tr", "td", "th", "dt", "dd"))  # blocks without white space between them
_HIDDEN = re.compile(r"display\s?:\s?none", re.I)


@dataclass(slots=True)
class Around:
    """The boxes around a piece of text."""

    owner: Element  # the block element that prints it
    role: str = ""  # what the nearest box that says so is for
    box: Element | None = None  # that box
    chrome: tuple[tuple[str, Element], ...] = ()  # boxes that say they are no part of an article, with their roles
    link: bool = False


@dataclass(slots=True)
class Piece:
    """A line of the page as a browser shows it."""

    text: str
    gap: bool  # white space above
    linked: int  # characters inside links
    around: Around
    part: str = ""  # head, body, foot or aside: assigned when the article is found

    @property
    def line(self) -> int:
        """Where its element stands in the source."""
        return self.around.owner.sourceline or 0

    @property
    def is_link(self) -> bool:
        """Whether nearly all of it is links."""
        return self.linked > 0.8 * len(self.text)


def block_of(element: Element) -> Element:
    """The element that prints the line an element is part of: itself, or the block around it."""
    while element.tag in _INLINE and (above := element.getparent()) is not None:
        element = above
    return element


class PieceCollector:
    """Walks a tree once and collects its pieces. A page has a thousand elements, so the steps of the walk are few."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []  # in the order of the page
        self._text: list[str] = []  # of the line that is being put together
        self._spoken = False  # whether any of it is more than white space
        self._linked = 0
        self._gap = True
        self._depth = 0
        self._inline: tuple[str, Element] | None = None  # a role that markup inside the line gives

    def block(self, around: Around) -> None:
        """Collect every piece of a block element. Raises Rejected where no person could have made the tree."""
        apart = around.owner.tag not in _ROWS
        self._gap |= apart
        self._inside(around.owner, around)
        self._end_line(around)
        self._gap |= apart

    def _inside(self, element: Element, around: Around) -> None:
        """The text of an element and its children, as part of the line that its owner prints. Raises Rejected."""
        self._depth += 1
        if self._depth > LEVELS:
            why = _("is nested more than {count} levels deep; save the page again as text")
            raise Rejected(why.format(count=LEVELS))
        if text := element.text:
            self._add(text, around.link)
        for child in element.iterchildren():
            tag = child.tag
            if tag == "br":
                self._gap |= not self._spoken
                self._end_line(around)
            elif tag not in _SKIPPED and isinstance(tag, str):
                self._child(child, tag, around)
            if text := child.tail:
                if text.isspace():
                    self._text.append(" ")
                else:
                    self._add(text, around.link)
        self._depth -= 1

    def _child(self, child: Element, tag: str, around: Around) -> None:
        own = role_of(tag, child.get("class"), child.get("id"))
        if (style := child.get("style")) and "none" in style and own not in CHROME and _HIDDEN.search(style):
            own = "hidden"
        if tag in _INLINE and own not in CHROME and own != "caption":
            if own and not self._inline:
                self._inline = own, child
            self._run(child, tag, around)
            return
        if self._spoken:
            self._end_line(around)
        chrome = (*around.chrome, (own, child)) if own in CHROME else around.chrome
        role, box = (own, child) if own else (around.role, around.box)
        self.block(Around(child, role, box, chrome, around.link or tag == "a"))

    def _run(self, child: Element, tag: str, around: Around) -> None:
        """An inline element: part of the line around it."""
        spaced = tag in _SPACED
        if spaced:
            self._text.append(_EDGE)
        link = around.link or tag == "a"
        if len(child):
            self._inside(child, around if link == around.link else replace(around, link=True))
        elif text := child.text:  # most are: a word in bold, an entry of a menu
            self._add(text, link)
        if spaced:
            self._text.append(_EDGE)

    def _add(self, text: str, link: bool) -> None:
        self._text.append(text)
        if not text.isspace():
            self._spoken = True
            if link:
                self._linked += len(text.strip())

    def _end_line(self, around: Around) -> None:
        if self._spoken and (text := _printed("".join(self._text))):
            if len(self.pieces) >= LINES:
                why = _("has more than {count} lines, far more than one article; save it as text")
                raise Rejected(why.format(count=LINES))
            if self._inline and not around.role:
                around = replace(around, role=self._inline[0], box=self._inline[1])
            self.pieces.append(Piece(text, self._gap, self._linked, around))
            self._gap = False
        self._text.clear()
        self._spoken, self._linked, self._inline = False, 0, None


def _printed(text: str) -> str:
    """The text of a line as a browser prints it; most are plain ASCII. Raises Rejected for a long one."""
    text = text.strip()
    if len(text) > CHARACTERS:
        why = _("has a line of {count} characters, far more than a paragraph; save it as text")
        raise Rejected(why.format(count=len(text)))
    if _EDGE in text:
        text = _PARTED.sub(" ", text).replace(_EDGE, "")
    text = fold(text)
    return text if text.isascii() and text.isprintable() else fold(plain(text))

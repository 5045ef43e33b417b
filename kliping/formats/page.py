"""A saved page, whatever its format: a run of blocks."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from kliping.formats.selectors import Selectors

HEAD, BODY, FOOT, ASIDE = "head", "body", "foot", "aside"  # parts of a page that markup tells
LayoutsFor = Callable[[Mapping[str, str]], Sequence[Selectors]]  # what markup says of a page -> layouts of its outlet


class Rejected(Exception):
    """A saved page that gives no article; the message says what is wrong and what to do."""


class Block(NamedTuple):
    """A paragraph-sized piece of a page."""

    text: str  # one line, white space folded, never empty
    line: int  # where it stood in the saved page, from 1
    gap: bool = False  # an empty line stands before it
    part: str = ""  # where markup puts it: head, body, foot, or aside (no part of the article); empty without markup
    # What markup calls it: title, heading, caption, author, editor, date, link, later (hidden until a reader asks
    # for it), or the kind of an aside.
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """The blocks of one saved page in reading order, and what its markup says of itself."""

    blocks: tuple[Block, ...]
    meta: Mapping[str, str] = field(default_factory=dict)  # as `read_head` names it; empty for plain text

"""Bytes become a page or are rejected, and a page holds nothing but what was printed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

from kliping.formats import READERS
from kliping.formats.charset import decode
from kliping.formats.html import parse
from kliping.formats.page import Block, Page, Rejected
from kliping.outlets.registry import OutletRegistry
from kliping.text.unicode import fold, plain
from tests.conftest import PROJECT
from tests.fuzz.inputs import encoded, saved
from tests.fuzz.sample import Sample, Target, hold

# By what they are, not by a list of ours: a format character is invisible or turns the text around it.
_NEVER = frozenset(("Cc", "Cs", "Cn", "Zl", "Zp"))
_TURNING = re.compile("[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]")


@cache
def outlets() -> OutletRegistry:
    return OutletRegistry.load(PROJECT / "content/outlets")


def check(sample: Sample) -> None:
    """Raises Broken where a page is not what it says, or something else than Rejected came of the bytes."""
    try:
        page = READERS[sample.suffix](sample.data, outlets().layouts_for)
    except Rejected as error:
        hold("; " in str(error), f"a page is rejected without a word on what to do: {error}")
        return
    blocks_hold(page.blocks)
    meta_holds(page)
    told = _signs("".join(block.text for block in page.blocks))
    if sample.suffix == ".txt":
        hold(told == _signs(plain(decode(sample.data))), "the blocks of a text page are not its text")
    else:
        printed = iter(_signs(plain("".join(parse(sample.data, outlets().layouts_for).root.itertext()))))
        lost = next((i for i, sign in enumerate(told) if sign not in printed), None)
        hold(lost is None, f"the page does not say {told[max(0, (lost or 0) - 40) : (lost or 0) + 20]!r}")


def _signs(text: str) -> str:
    """All but white space, in one order whether it was put together from parts or not."""
    return unicodedata.normalize("NFD", "".join(text.split()))


def blocks_hold(blocks: Iterable[Block]) -> None:
    """Every block is one line of visible text."""
    for block in blocks:
        hold(block.text, f"the block of line {block.line} is empty")
        where = f"the block of line {block.line}"
        hold(block.text == fold(block.text), f"{where} is not one folded line: {block.text[:80]!r}")
        visible(block.text, where)


def visible(text: str, where: str) -> None:
    """Nothing in a text is a control character, turns it around, or cannot be seen."""
    if text.isascii() and text.isprintable():
        return
    odd = [sign for sign in text if _TURNING.match(sign) or (unicodedata.category(sign) in _NEVER and _is_never(sign))]
    hold(not odd, f"{where} holds {odd[:3]!a}: {text[:80]!r}")


def _is_never(sign: str) -> bool:
    """What is not given a meaning yet may get one in a later Unicode; what never will is a noncharacter."""
    if unicodedata.category(sign) != "Cn":
        return True
    return ord(sign) & 0xFFFE == 0xFFFE or 0xFDD0 <= ord(sign) <= 0xFDEF


def meta_holds(page: Page) -> None:
    """What markup says of a page is visible text on one line."""
    for name, value in page.meta.items():
        visible(value, f"the meta {name[:40]!r}")
        hold(value == fold(value), f"the meta {name[:40]!r} is not one folded line: {value[:80]!r}")


TEXT = Target("text", encoded(saved(".txt"), ".txt"), check)
HTML = Target("html", encoded(saved(".html"), ".html"), check)

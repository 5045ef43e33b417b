"""Saved formats: one module each, one line each in this table. A module is loaded where a page is in its format."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kliping.formats.page import BoxesOf, Page


def _text(data: bytes, boxes_of: BoxesOf) -> Page:
    from kliping.formats import text

    return text.read(data, boxes_of)


def _html(data: bytes, boxes_of: BoxesOf) -> Page:
    from kliping.formats import html

    return html.read(data, boxes_of)


READERS: dict[str, Callable[[bytes, BoxesOf], Page]] = {
    ".txt": _text,
    ".html": _html,
    ".htm": _html,
}

"""Saved formats: one module each, one line each in this table."""

from __future__ import annotations

from collections.abc import Callable

from kliping.formats import html, text
from kliping.page import BoxesOf, Page

READERS: dict[str, Callable[[bytes, BoxesOf], Page]] = {
    ".txt": text.read,
    ".html": html.read,
    ".htm": html.read,
}

"""Saved formats: one module each, one line each in this table."""

from __future__ import annotations

from collections.abc import Callable

from kliping.formats import text
from kliping.page import Page

READERS: dict[str, Callable[[bytes], Page]] = {
    ".txt": text.read,
}

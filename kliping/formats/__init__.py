"""Saved formats: bytes -> Page, a run of blocks.

`page` says what a page is; `charset` decodes; `text` and `html` each read one format; `selectors` are the boxes of an
outlet's HTML pages. A new format is a module with `read(data, layouts_for)` and a line in READERS.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kliping.formats.page import LayoutsFor, Page


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads one format with a module of this folder, which is loaded when the first page in that format is read."""

    module: str

    def __call__(self, data: bytes, layouts_for: LayoutsFor) -> Page:
        """The page in some bytes; `layouts_for` gives the layouts of its outlet. Raises Rejected without any text."""
        page: Page = import_module(f"{__name__}.{self.module}").read(data, layouts_for)
        return page


READERS = {".txt": Reader("text"), ".html": Reader("html"), ".htm": Reader("html")}  # by suffix


def suffix_of(name: str) -> str:
    """The suffix by which a file is read, in small letters."""
    return os.path.splitext(name)[1].rstrip(".").casefold()

"""The rules of a run: outlets and calendars. They are parsed only where a page is to be read by them.

What they are known by, and what is wrong with them, the ledger keeps as long as their files stay what they are.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kliping.index import Stat, kept_of
from kliping.ledger import Ledger
from kliping.rulefile import digest

if TYPE_CHECKING:
    from kliping.outlet import Outlets
    from kliping.stages import Calendars


class Rules:
    """Two folders of rule files, and what is known of them."""

    def __init__(self, outlets: Path, elections: Path, ledger: Ledger) -> None:
        self._folders, self._ledger = (outlets, elections), ledger

    @cached_property
    def outlets(self) -> Outlets:
        from kliping.outlet import Outlets

        return Outlets.load(self._folders[0])

    @cached_property
    def calendars(self) -> Calendars:
        from kliping.stages import Calendars

        return Calendars.load(self._folders[1])

    @property
    def problems(self) -> list[str]:
        """What is wrong with the files, as whole sentences."""
        return list(self._known["problems"])

    @property
    def unreadable(self) -> list[str]:
        """Calendars that could not be read at all."""
        return list(self._known["unreadable"])

    @cached_property
    def _known(self) -> dict[str, Any]:
        """What the ledger knows of the files; they are parsed where it knows nothing or their content changed."""
        files = dict(self._files())
        read, gone = self._ledger.compare("rules", files)
        known: dict[str, Any] = self._ledger.get("rules") or {}
        if not (read or gone) and known:
            return known
        content = digest(*(part for name in sorted(files) for part in (name, Path(name).read_bytes())))
        if known.get("content") != content:
            known = {
                "content": content,
                "problems": [*self.outlets.problems, *self.calendars.problems],
                "unreadable": self.calendars.unreadable,
            }
            self._ledger.put("rules", known)
        self._ledger.list("rules", files)
        return known

    def _files(self) -> Iterator[tuple[str, Stat]]:
        for folder in self._folders:
            names = os.listdir(folder) if folder.is_dir() else []
            for path in (f"{folder}/{name}" for name in names if name.endswith(".yaml")):
                yield path, kept_of(os.stat(path))

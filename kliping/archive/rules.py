"""The rules of a run: outlets and calendars. They are parsed only where a page is to be read by them.

What they are known by, and what is wrong with them, the ledger keeps as long as their files stay what they are.
"""

from __future__ import annotations

import importlib.util
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kliping.archive.database import Database
from kliping.system.files import stat_tuple
from kliping.system.hashing import content_hash

if TYPE_CHECKING:
    from kliping.elections.calendars import Calendars
    from kliping.outlets.registry import OutletRegistry


class Rules:
    """Two folders of rule files, and what is known of them."""

    def __init__(self, outlets: Path, elections: Path, ledger: Database) -> None:
        self._folders, self._ledger = (outlets, elections), ledger

    @cached_property
    def outlets(self) -> OutletRegistry:
        from kliping.outlets.registry import OutletRegistry

        return OutletRegistry.load(self._folders[0])

    @cached_property
    def calendars(self) -> Calendars:
        from kliping.elections.calendars import Calendars

        return Calendars.load(self._folders[1])

    @property
    def problems(self) -> list[str]:
        """What is wrong with the files, as whole sentences."""
        return list(self._known["problems"])

    @property
    def unreadable(self) -> list[str]:
        """Calendars that could not be read at all."""
        return list(self._known["unreadable"])

    @property
    def edition(self) -> str:
        """Changes with every rule and with what sketches are made by."""
        return str(self._known["content"])

    @cached_property
    def _known(self) -> dict[str, Any]:
        """What the ledger knows of the files; they are parsed where it knows nothing or their content changed."""
        files = {f"{path.parent.name}/{path.name}": stat_tuple(path.stat()) for path in (*self._paths(), _sketcher())}
        known: dict[str, Any] = self._ledger.get("rules") or {}
        read, gone = self._ledger.compare("rules", files)
        if known and not (read or gone):
            return known
        self._ledger.note("rules", files, read, gone)
        content = self._content()
        if known.get("content") != content:
            known = {
                "content": content,
                "problems": [*self.outlets.problems, *self.calendars.problems],
                "unreadable": self.calendars.unreadable,
            }
            self._ledger.put("rules", known)
        return known

    def _content(self) -> str:
        from kliping.duplicates import minhash

        files = ((path.parent.name, path.name, path.read_bytes()) for path in self._paths())
        return content_hash(minhash.VERSION, *(part for file in files for part in file))

    def _paths(self) -> list[Path]:
        return [path for folder in self._folders for path in sorted(folder.glob("*.yaml"))]


def _sketcher() -> Path:
    """The program that makes sketches; it is only loaded where it is another than before."""
    found = importlib.util.find_spec("rensa")
    assert found
    assert found.origin
    return Path(found.origin)

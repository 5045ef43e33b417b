"""The rules of a run: outlets and calendars. They are parsed only where a page is to be read by them.

Their hash and what is wrong with them is kept in the database as long as their files stay what they are.
"""

from __future__ import annotations

import importlib.util
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kliping.archive import unreached
from kliping.archive.database import Database
from kliping.system.files import stat_tuple
from kliping.system.hashing import content_hash

if TYPE_CHECKING:
    from kliping.elections.calendars import Calendars
    from kliping.outlets.registry import OutletRegistry


class Rules:
    """Two folders of rule files, their hash and their problems."""

    def __init__(self, outlets: Path, elections: Path, database: Database) -> None:
        self._folders, self._database = (outlets, elections), database

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
        return list(self._state["problems"])

    @property
    def unreadable(self) -> list[str]:
        """Calendars that could not be read at all."""
        return list(self._state["unreadable"])

    @property
    def elections(self) -> dict[str, dict[str, Any]]:
        """What is known of each election, by id, without reading its calendar."""
        return dict(self._state["elections"])

    @property
    def edition(self) -> str:
        """Changes with every rule and with what sketches are made by."""
        return str(self._state["content"])

    @cached_property
    def _state(self) -> dict[str, Any]:
        """What the database knows of the files; they are parsed where it knows nothing or their content changed."""
        files = {f"{path.parent.name}/{path.name}": stat_tuple(path.stat()) for path in (*self._paths(), _sketcher())}
        state: dict[str, Any] = self._database.get("rules") or {}
        read, gone = self._database.compare("rules", files)
        if state and not (read or gone):
            return state
        self._database.note("rules", files, read, gone)
        content = self._content()
        if state.get("content") != content:
            state = {
                "content": content,
                "problems": [*self.outlets.problems, *self.calendars.problems],
                "unreadable": self.calendars.unreadable,
                "elections": {key: unreached.known(election) for key, election in self.calendars.elections.items()},
            }
            self._database.put("rules", state)
        return state

    def _content(self) -> str:
        from kliping.duplicates import minhash

        files = ((path.parent.name, path.name, path.read_bytes()) for path in self._paths())
        return content_hash(minhash.VERSION, *(part for file in files for part in file))

    def _paths(self) -> list[Path]:
        return [path for folder in self._folders for path in sorted(folder.glob("*.yaml"))]


def _sketcher() -> Path:
    """The program that makes sketches; it is only loaded where it is another than before."""
    spec = importlib.util.find_spec("rensa")
    assert spec
    assert spec.origin
    return Path(spec.origin)

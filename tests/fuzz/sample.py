"""One input: a file as a saved page or an article would be, and the sidecar beside it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from hypothesis import strategies as st

FINDINGS = Path(__file__).parent.parent / "findings"


class Sample(NamedTuple):
    """The bytes of a file with the suffix it is read by, and those of its sidecar, if it has one."""

    suffix: str
    data: bytes
    sidecar: bytes | None = None

    def __repr__(self) -> str:
        return f"<{len(self.data)} bytes {self.suffix}{'' if self.sidecar is None else ' with a sidecar'}>"

    def write(self, folder: Path, target: str) -> Path:
        """Put it into a folder, under a name that tells its target and is the same for the same bytes."""
        folder.mkdir(exist_ok=True)
        mark = hashlib.sha256(self.data + b"\0" + (self.sidecar or b"")).hexdigest()[:8]
        path = folder / f"{target}-{mark}{self.suffix}"
        path.write_bytes(self.data)
        if self.sidecar is not None:
            path.with_suffix(".yaml").write_bytes(self.sidecar)
        return path

    @classmethod
    def read(cls, path: Path) -> Sample:
        sidecar = path.with_suffix(".yaml")
        return cls(path.suffix, path.read_bytes(), sidecar.read_bytes() if sidecar.exists() else None)


class Broken(Exception):
    """A property that does not hold; the message says which, and on what."""


@dataclass(frozen=True)
class Target:
    """A part of the road: inputs made for it, and a check that raises Broken where a property does not hold.

    What the part itself raises beyond what it promises is a finding as well, and so is a check that takes too long.
    """

    name: str
    inputs: st.SearchStrategy[Sample]
    check: Callable[[Sample], None]


def findings(folder: Path = FINDINGS) -> Iterator[Path]:
    """The findings kept so far; a sidecar belongs to the file beside it."""
    return (path for path in sorted(folder.glob("*-*")) if path.suffix != ".yaml")


def hold(fact: object, said: str) -> None:
    """Say that a property holds. Raises Broken where it does not."""
    if not fact:
        raise Broken(said)

"""All hostile inputs that are built at once; `slow` are those that are cleaned one at a time."""

from __future__ import annotations

from pathlib import Path

from . import active, bombs, encodings, markup, names, traps, tricks, twins
from .inputs import SECRET, Input, good, text

KINDS = (active, markup, traps, encodings, names, twins, bombs, tricks)


def inputs() -> list[Input]:
    return [one for kind in KINDS for one in kind.inputs()]


def write(root: Path, hostile: bool = True) -> None:
    """Fill content/saved of a project with the good pages and, where asked for, all hostile inputs."""
    saved = root / "content/saved"
    for name, data in good().items():
        (saved / name).parent.mkdir(parents=True, exist_ok=True)
        (saved / name).write_bytes(data)
    secret = root / "rahasia"
    secret.mkdir(exist_ok=True)
    (secret / "kunci.txt").write_text(text("rahasia", f"Petugas menyimpan {SECRET} di laci meja balai kota."))
    (secret / "kunci.yaml").write_text(f"note: {SECRET}\n")
    for one in inputs() if hostile else ():
        one.put(saved, root)

"""All hostile inputs that are built at once; `slow` are those that are cleaned one at a time."""

from __future__ import annotations

from pathlib import Path

from tests.hostile import active, bombs, encodings, markup, names, traps, tricks, twins
from tests.hostile.inputs import KENA, SECRET, Input, good, text

KINDS = (active, markup, traps, encodings, names, twins, bombs, tricks)


# What somebody wrote by hand, or was talked into: what is no text markup is shown as it was written.
BY_HAND = "tulisan-tangan"
BY_HAND_WORDS = (
    f"<script>{KENA}</script> ditulis Rara Contoh",
    f"<img src=x onerror={KENA}>",
    "{{ 7*7 }}",
    "klik di sini",
)
_BY_HAND = f"""---
id: {BY_HAND}
title: '<script>{KENA}</script> ditulis Rara Contoh'
date: 2024-10-24
note: '<img src=x onerror={KENA}>'
---

<script>{KENA}</script> ditulis Rara Contoh untuk <img src=x onerror={KENA}> dan {{{{ 7*7 }}}} saja.

[klik di sini](javascript:{KENA}) ![x](data:image/svg+xml,x)

<svg onload={KENA}>
"""
_REFUSED = {  # name -> head, body
    "tangan-alamat": (f"url: 'javascript:{KENA}'", "Warga antre."),
    "tangan-berkas": ("lang: id", "[berkas]({static}/../../rahasia/kunci.txt)"),
    "tangan-lampir": ("lang: id", "[berkas]({attach}../../../rahasia/kunci.txt)"),
    "tangan-naik": ("id: ../../naik", "Warga antre."),
}
REFUSED = tuple(_REFUSED)


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
    if hostile:
        _write_by_hand(root / "content/articles/2024")


def _write_by_hand(folder: Path) -> None:
    folder.mkdir(parents=True)
    (folder / f"{BY_HAND}.md").write_text(_BY_HAND)
    for name, (head, body) in _REFUSED.items():
        (folder / f"{name}.md").write_text(f"---\ntitle: Judul\ndate: 2024-10-24\n{head}\n---\n\n{body}\n")

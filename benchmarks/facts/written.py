"""Variants as files, with their labels: pages to be cleaned, and to be looked at."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import yaml

from benchmarks.facts.mutations import Variant
from kliping.system.errors import Stop

LABELS = "gold.yaml"


def write(made: Sequence[Variant], folder: Path) -> None:
    """Write `0001.txt` and so on, and their labels, into a new folder. Raises Stop where it holds something."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise Stop(f"--write {folder}: is there already; name a new folder")
    folder.mkdir(parents=True, exist_ok=True)
    labels = []
    for number, variant in enumerate(made, 1):
        name = f"{number:04}.txt"
        (folder / name).write_text(variant.draft.text, encoding="utf-8")
        letters = "".join(line.label for line in variant.draft.lines)
        told = {"made_from": variant.page.name, "mutations": [*variant.mutations], "line_labels": letters}
        labels.append({"file": name, **variant.draft.gold.label(), **told})
    text = yaml.safe_dump(labels, allow_unicode=True, sort_keys=False, width=1000)
    (folder / LABELS).write_text(text, encoding="utf-8")

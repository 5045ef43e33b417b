"""The floor under every build: writing the same files, by plain Python, with nothing to work out."""

from __future__ import annotations

import os
import shutil
import time
from pathlib import Path

from benchmarks.site.addresses import files
from benchmarks.site.generator import Cost

_LETTERS = b"kliping " * 8192


def floor(site: Path, folder: Path) -> Cost:
    """Write files with the names and sizes of a site into a folder, which is gone afterwards."""
    wanted = [(name, stat.st_size) for name, stat in files(site)]
    wall, cpu = time.perf_counter(), time.process_time()
    made: set[str] = set()
    for name, size in wanted:
        place = f"{folder}/{name}"
        inside = os.path.dirname(place)
        if inside not in made:
            os.makedirs(inside, exist_ok=True)
            made.add(inside)
        with open(place, "wb") as file:
            while size > len(_LETTERS):
                size -= file.write(_LETTERS)
            file.write(_LETTERS[:size])
    cost = Cost(time.perf_counter() - wall, time.process_time() - cpu, 0)
    shutil.rmtree(folder)
    return cost

"""What a benchmark ran on, for the head of its figures."""

from __future__ import annotations

import os
import platform
from pathlib import Path


def machine() -> str:
    """`Linux, x86_64, <processor>, 2 cores, Python 3.12.1`."""
    names = [platform.system(), platform.machine(), _processor(), f"{os.cpu_count()} cores"]
    return ", ".join(filter(None, (*names, f"Python {platform.python_version()}")))


def _processor() -> str:
    try:
        told = Path("/proc/cpuinfo").read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return platform.processor()
    return next((line.partition(":")[2].strip() for line in told if line.startswith("model name")), "")

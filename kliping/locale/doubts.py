"""Review notes, which articles hold in English codes, in Indonesian."""

import re
from functools import cache
from pathlib import Path

import yaml


def in_indonesian(doubt: str) -> str:
    """A doubt (without its field) in Indonesian; one that a person wrote stays as it is."""
    for pattern, words in _patterns().items():
        if match := re.fullmatch(pattern, doubt):
            return match.expand(words)
    return doubt


@cache
def _patterns() -> dict[str, str]:
    patterns: dict[str, str] = yaml.safe_load(Path(__file__).with_name("doubts.yaml").read_bytes())
    return patterns

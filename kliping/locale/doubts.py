"""Review notes, which articles hold in English codes, in Indonesian."""

import re
from functools import cache
from pathlib import Path

import yaml

_WEIGHED = re.compile(r"(is uncertain|rests on little): (.+)")
_WORDS = {"is uncertain": "belum pasti", "rests on little": "hanya berdasarkan sedikit petunjuk"}


def in_indonesian(doubt: str) -> str:
    """A doubt (without its field) in Indonesian; one that a person wrote stays as it is."""
    weighed = _WEIGHED.fullmatch(doubt)
    if weighed and (evidence := _read("evidence").get(weighed[2])):
        return f"{_WORDS[weighed[1]]}: {evidence}"
    for pattern, words in _read("doubts").items():
        if match := re.fullmatch(pattern, doubt):
            return match.expand(words)
    return doubt


@cache
def _read(name: str) -> dict[str, str]:
    found: dict[str, str] = yaml.safe_load(Path(__file__).with_name(f"{name}.yaml").read_bytes())
    return found

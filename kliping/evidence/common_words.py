"""Words of the language, which persons and outlets are seldom called by: roots of Indonesian, and words of web pages.

The roots are those of PySastrawi (kata dasar of the Kamus Besar Bahasa Indonesia).
"""

from functools import cache, lru_cache
from importlib import resources

_SHORTEST = 3  # letters of a root that counts
_PREFIXES = (
    "menge", "meng", "meny", "mem", "men", "me", "penge", "peng", "peny", "pem", "pen", "per", "pe", "ber", "be",
    "ter", "te", "di", "ke", "se",
)  # fmt: skip
_SUFFIXES = ("", "kannya", "annya", "kan", "nya", "lah", "kah", "an", "i")
_LOST = {"meng": "k", "meny": "s", "mem": "p", "men": "t", "peng": "k", "peny": "s", "pem": "p", "pen": "t"}


@lru_cache(maxsize=8192)
def is_common(word: str) -> bool:
    """Whether a word in small letters is one of the language, with or without its prefix and suffix."""
    roots = _roots()
    if word in roots:
        return True
    stems = [word.removesuffix(suffix) for suffix in _SUFFIXES if word.endswith(suffix)] if len(word) > 4 else []
    return any(len(stem) > _SHORTEST and (stem in roots or _without_prefix(stem, roots)) for stem in stems)


def _without_prefix(stem: str, roots: frozenset[str]) -> bool:
    """Whether a root is left of a stem without its prefix; some prefixes swallow the first letter of the root."""
    for prefix in _PREFIXES:
        rest = stem[len(prefix) :] if stem.startswith(prefix) else ""
        if len(rest) >= _SHORTEST and (rest in roots or _LOST.get(prefix, "\0") + rest in roots):
            return True
    return False


@cache
def _roots() -> frozenset[str]:
    text = resources.files("Sastrawi").joinpath("Stemmer/data/kata-dasar.txt").read_text("utf-8")
    return frozenset(word for word in text.split() if len(word) >= _SHORTEST)

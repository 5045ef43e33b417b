"""The shape of a line: prose, headline or a person's name. Nothing here knows a word of the news."""

from __future__ import annotations

import re
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+(?:[-.'’][^\W_]+)*")
_SENTENCE_END = re.compile(r"[.!?…:;]['\"”’)\]]*$|[.,!?]?['\"”’]$")
_FULL_STOP = re.compile(r"[.:;,]['\"”’)\]]*$")
SMALL = frozenset("di ke dari dan atau yang untuk pada dalam oleh dengan bagi tak vs soal jadi".split())
_NAME = re.compile(
    r"(?:[A-Z]\.?|[A-Z][^\W\d_]*(?:['’.\-][^\W\d_]+)*\.?|bin|binti|van|de|al|el)"
    r"(?:[ ](?:[A-Z]\.?|[A-Z][^\W\d_]*(?:['’.\-][^\W\d_]+)*\.?|bin|binti|van|de|al|el)){0,6}"
)


@lru_cache(maxsize=4096)  # the rules ask about the same lines again and again while one page is read
def words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(text))


def ends_sentence(text: str) -> bool:
    """Whether a line ends as a sentence does: full stop, question, closing quote or colon."""
    return bool(_SENTENCE_END.search(text.rstrip()))


def capital_share(text: str) -> float:
    """Share of words with a capital, small words (`di`, `dan`) and figures left out; 0 without words."""
    counted = [word for word in words(text) if word[0].isalpha() and word.casefold() not in SMALL]
    return sum(word[0].isupper() for word in counted) / len(counted) if counted else 0.0


@lru_cache(maxsize=4096)
def is_prose(text: str) -> bool:
    """A sentence or more of running text, as opposed to a headline, a label or a list line."""
    count = len(words(text))
    if count >= 25:
        return True
    if count < 5 or not ends_sentence(text):
        return False
    plainly = bool(_FULL_STOP.search(text)) and not text.rstrip().endswith("..")
    return plainly or capital_share(text) < 0.6  # a headline may end in a quote, a question or dots


def is_name(text: str, most: int = 6) -> bool:
    """A line that could be a person's name: up to `most` capitalised words, no figures."""
    return len(text.split()) <= most and bool(_NAME.fullmatch(text))

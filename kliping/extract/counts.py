"""Counts of readers in a line.

Dilihat: 63     63 kali dibaca     Dibaca 1.234 kali     1,234 Views     Politik209 Dilihat
"""

import re
from functools import lru_cache

from kliping.outlets.vocabulary import Vocabulary

_NUMBER = r"\d{1,3}(?:[.,]\d{3})+|\d{1,9}"
_ROUGH = r"\d+(?:[.,]\d+)?\s?(?:k|rb|ribu|jt|juta)\b"  # "1.27k kali", too rough for a count
_FIGURE = re.compile(r"\d")
_TIMES = r"(?:\s*(?:kali|x|orang|pembaca)\b)"


class Counts:
    """Reads the counts of readers that the words of one outlet label."""

    def __init__(self, words: Vocabulary) -> None:
        forms = sorted(words.labels["views"], key=len, reverse=True)
        self._forms = tuple(form.casefold() for form in forms)
        label = "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in forms)
        before = rf"(?<!\w)(?:{label})\s*[:=]?\s*(?:(?:sebanyak|oleh)\s+)?"
        self._labelled = re.compile(
            rf"(?<![\d.,])(?:(?P<rough>{_ROUGH})|(?P<count>{_NUMBER})(?![\d.,]*\d))\s*(?:x\s*|kali\s+)?(?:{label})\b"
            rf"|{before}(?:(?P<rough_behind>{_ROUGH})|(?P<behind>{_NUMBER})(?![.,]?\d)){_TIMES}?",
            re.I,
        )

    def is_label(self, text: str) -> bool:
        """Whether a text is the label of a count, and nothing else."""
        return text.casefold() in self._forms

    def take(self, text: str, mark: str) -> tuple[str, int | None]:
        """A text with `mark` in place of its labelled counts, and the first of them that is no rough one; else None."""
        small = text.casefold() if _FIGURE.search(text) else ""
        if not any(form in small for form in self._forms):
            return text, None
        printed = (found["count"] or found["behind"] for found in self._labelled.finditer(text))
        count = next((number(one) for one in printed if one), None)
        return self._labelled.sub(mark, text), count


@lru_cache(maxsize=512)
def counts(words: Vocabulary) -> Counts:
    """The counts of an outlet's words, built once."""
    return Counts(words)


def number(text: str) -> int | None:
    """A whole number as pages print it: `1152`, `1.234`; None for anything else, such as `1.27`."""
    return int(re.sub(r"\D", "", text)) if re.fullmatch(_NUMBER, text) else None

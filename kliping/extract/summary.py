"""The summary of an article: its lead, for lists and feeds."""

import re

from kliping.text import dateline

SUMMARY_MOST = 280
_SENTENCE = re.compile(r"(?<=[.!?])[\"”’)]?\s+(?=[\"“‘(]?[A-Z0-9])")


def summary(body: list[str]) -> str:
    """The first paragraph without its dateline, at most 280 characters, cut at a sentence (else at a word)."""
    lead = " ".join(body[0].split())
    opening = dateline.split(lead)
    text = lead[opening.length :] if opening and lead[opening.length :] else lead
    if len(text) <= SUMMARY_MOST:
        return text
    kept = ""
    for sentence in _SENTENCE.split(text):
        if len(kept) + len(sentence) > SUMMARY_MOST:
            break
        kept = f"{kept} {sentence}".strip()
    return kept or text[:SUMMARY_MOST].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"

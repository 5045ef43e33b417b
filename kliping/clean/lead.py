"""What a body tells of itself: its summary and its language."""

from __future__ import annotations

import re

from kliping import dateline

SUMMARY_MOST = 280
_LANGUAGE_IN = 6  # paragraphs read to tell the language
_SENTENCE = re.compile(r"(?<=[.!?])[\"”’)]?\s+(?=[\"“‘(]?[A-Z0-9])")
_ENGLISH = frozenset("the of and to in for is that was with on by as at from said has have".split())
_INDONESIAN = frozenset("yang dan di dari untuk dengan pada ini itu akan dalam tidak kata juga oleh".split())


def summary(body: list[str]) -> str:
    """The lead without its dateline, cut at a sentence (at a word where the first sentence is too long)."""
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


def language(body: list[str]) -> str:
    """`en` where English small words outnumber the Indonesian ones, else `id`."""
    found = " ".join(body[:_LANGUAGE_IN]).casefold().split()
    english, indonesian = sum(w in _ENGLISH for w in found), sum(w in _INDONESIAN for w in found)
    return "en" if english > 2 * indonesian and english >= 4 else "id"

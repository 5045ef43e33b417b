"""When two pages are one article, and when one is a copy of the other by another outlet.

Two pages of one outlet are one article
- where their words are the same, dateline apart;
- where their address is the same and most of their text, whatever numbers were brought up to date;
- where headline and day are the same and most of their text, few names and numbers apart;
- where headline or day is the same and nearly all of their text, and none of it stands against text of the
  other with other names or numbers: two stories filled into one template stay two.

Where it is doubtful they stay two: an article too many can be seen and mended, one too few cannot.
The limits were found by measuring (docs/decisions.md).
"""

import datetime
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit

from kliping.article.fields import Article
from kliping.duplicates.minhash import Likeness, Sketch, unpacked
from kliping.system.hashing import content_hash
from kliping.text import dateline
from kliping.text.lexicon import tokens
from kliping.text.urls import host_of

Row = Mapping[str, Any]

_SHORT = 30  # words; a shorter text has no near copy unless headline or address say so
_OPENING = 3  # paragraphs
_HEADLINE = 3  # words; one of fewer ("Pengumuman") is the headline of many
_UPDATED = frozenset("update updated terbaru breaking news ralat koreksi revisi".split())  # put before a headline

# Shares of likeness: of most of a text, of nearly all of it, of a text that is part of a longer one.
_FAR = 0.12  # runs; most pairs that meet by chance share fewer, and need no closer look
_MOST_RUNS, _MOST_SENTENCES = 2 / 3, 0.7
_NEARLY_RUNS, _NEARLY_SENTENCES, _NEARLY_LENGTH = 0.8, 0.95, 2 / 3
_FEW_FILLED, _FEW_RENAMED = 0.25, 0.1  # in sentences with other names or numbers, where headline and day agree
_COPY_RUNS, _COPY_FILLED, _COPY_LENGTH = 0.5, 0.2, 0.3  # of a copy; the last is how much of a text makes one


def marks(article: Article) -> dict[str, Any]:
    """What is compared of an article: its outlet, headline, day, address and words, and how much is known of it."""
    given = sum(bool(fact) for _, fact in article.facts())
    corrected = sum(fact.basis == "curator" for _, fact in article.facts()) + bool(article.note)
    values = marks_of(article.outlet.value, article.title.value, article.url.value, article.date.value, article.body)
    return {**values, "corrected": corrected, "given": given}


def marks_of(
    outlet: str | None, title: str | None, url: str | None, day: datetime.date | None, body: Sequence[str]
) -> dict[str, Any]:
    """The same of bare values, without how much is known."""
    return {
        "outlet_name": outlet,
        "text": text_of(body),
        "sketch": Sketch.of(_bare(body)).packed(),
        "headline": _headline(title or ""),
        "address": _address(url or ""),
        "day": day.isoformat() if day else None,
    }


def text_of(body: Sequence[str]) -> str:
    """A hash over the words of a body, whatever its spacing, signs and dateline (which names the outlet)."""
    return content_hash(" ".join(tokens("\n".join(_bare(body)).casefold())))


def _bare(body: Sequence[str]) -> list[str]:
    """A body without its dateline, which a line left over may precede."""
    lines = list(body)
    for i, paragraph in enumerate(lines[:_OPENING]):
        if opening := dateline.split(paragraph.replace("\n", " ")):
            lines[i] = paragraph[opening.length :]
            break
    return lines


def _headline(title: str) -> str | None:
    words = [word for word in tokens(title.casefold()) if word not in _UPDATED]
    return content_hash(*words)[:12] if len(words) >= _HEADLINE else None


def _address(url: str) -> str | None:
    """Host and path; the query only where nothing else tells the page."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    path = parts.path.rstrip("/").removesuffix("/amp")
    query = parts.query if path in ("", "/index.php") else ""
    return content_hash(host_of(url), path, query)[:12] if path.strip("/") or query else None


def alike(one: Row, other: Row) -> Likeness:
    """How alike the texts of two pages are."""
    return Likeness(unpacked(one["sketch"]), unpacked(other["sketch"]))


def is_same(one: Row, other: Row, like: Likeness) -> bool:
    """Whether two pages of one outlet, or of one known and one unknown, are one article."""
    if one["text"] == other["text"]:
        return True
    if _agree(one, other, "address"):
        return like.contained >= _MOST_RUNS or like.shared + like.filled >= _MOST_SENTENCES
    named, same_day = _agree(one, other, "headline"), _may_agree(one, other, "day")
    if named and same_day and (like.contained >= _MOST_RUNS or like.shared >= _MOST_SENTENCES):
        return like.filled <= _FEW_FILLED and like.renamed <= _FEW_RENAMED
    if like.words < _SHORT or not (same_day or _may_agree(one, other, "headline")):
        return False
    part = like.jaccard >= _FAR and like.length >= _NEARLY_LENGTH and like.shared >= _NEARLY_SENTENCES
    return (like.jaccard >= _NEARLY_RUNS or part) and not like.contested


def is_copy(one: Row, other: Row, like: Likeness) -> bool:
    """Whether two pages of different outlets hold one text."""
    if one["text"] == other["text"]:
        return True
    named = _agree(one, other, "headline")
    if like.words < _SHORT and not named:
        return False
    part = (named or (like.jaccard >= _FAR and like.length >= _COPY_LENGTH)) and like.shared >= _MOST_SENTENCES
    return (part or like.jaccard >= _COPY_RUNS) and like.filled <= _COPY_FILLED * (like.shared + like.filled)


def _agree(one: Row, other: Row, key: str) -> bool:
    return one[key] is not None and one[key] == other[key]


def _may_agree(one: Row, other: Row, key: str) -> bool:
    return one[key] == other[key] or None in (one[key], other[key])

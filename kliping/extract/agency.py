"""The wire service credited for a text: `(ANTARA)` in the dateline, `(A B/Antara)`, `dikutip dari Antara`."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from kliping.evidence.candidate import Candidate
from kliping.evidence.decision import Decision, decide
from kliping.evidence.weights import weights_of
from kliping.extract.read_page import ReadPage
from kliping.outlets.vocabulary import Vocabulary
from kliping.text import dateline

_BRACKETS = re.compile(r"\(([^()]+)\)")
_ORDINARY = re.compile(r"\s+(?:lain|dua|tiga|kedua|keduanya|mereka|kita|tanggal|pukul)\b", re.I)  # behind `antara`
_LINES = ("copyright", "sumber", "source")  # how a line of credit begins


def decide_agency(read: ReadPage) -> Decision[str]:
    """The agency that is stated."""
    patterns = _patterns(read.outlet.profile.words)
    return decide([*_in_dateline(read, patterns), *_on_bylines(read), *_credited(read, patterns)], weights_of("agency"))


class _Patterns(NamedTuple):
    agency_of: dict[str, str]  # form -> agency
    credited: re.Pattern[str]  # `dikutip dari Antara`
    alone: re.Pattern[str]  # a form by itself
    hint: re.Pattern[str]  # the letters of a form anywhere: quick to see


def _in_dateline(read: ReadPage, patterns: _Patterns) -> Iterator[Candidate[str]]:
    opening = dateline.split(read.body[0].split("\n")[0])
    inside = _BRACKETS.search(opening.text) if opening else None
    for part in re.split(r"[/,]", inside[1]) if inside else ():
        if agency := patterns.agency_of.get(part.strip()):
            yield _found(agency, "dateline", read.start, "in brackets in the dateline")


def _on_bylines(read: ReadPage) -> Iterator[Candidate[str]]:
    return (_found(line.agency, "byline", None, "credited on a byline") for line in read.bylines if line.agency)


def _credited(read: ReadPage, patterns: _Patterns) -> Iterator[Candidate[str]]:
    """What the text says it was taken from, and lines of credit beside it."""
    for text in read.body:
        if patterns.hint.search(text) and patterns.alone.search(text) and (match := patterns.credited.search(text)):
            candidate = _found(patterns.agency_of[match[1]], "credit", None, "named as the source of the text")
            candidate.add("an ordinary word", when=text.isupper() or _ORDINARY.match(text, match.end()))
            yield candidate
    for i, block in enumerate(read.layout.blocks[read.start : read.layout.end + 1], read.start):
        text = block.text
        if text[:9].casefold().startswith(_LINES) and (match := patterns.alone.search(text)):
            candidate = _found(patterns.agency_of[match[1]], "credit", i, "in a line of credit")
            candidate.add("an ordinary word", when=_ORDINARY.match(text, match.end()))
            yield candidate


def _found(agency: str, basis: str, at: int | None, evidence: str) -> Candidate[str]:
    return Candidate(agency, basis, at, {evidence: 1.0})


@lru_cache(maxsize=512)
def _patterns(words: Vocabulary) -> _Patterns:
    agency_of = {form: name for name, forms in words.agencies.items() for form in forms}
    spelled = "|".join(re.escape(form) for form in sorted(agency_of, key=len, reverse=True) if len(form) > 3)
    verbs = "|".join(re.escape(verb) for verb in sorted(words.credit, key=len, reverse=True))
    credited = re.compile(rf"(?i:\b(?:{verbs}))\s*:?\s+(?i:kantor berita\s+)?({spelled})\b(?!\s?/)")
    return _Patterns(agency_of, credited, re.compile(rf"\b({spelled})\b"), re.compile(spelled))

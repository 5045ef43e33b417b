"""The wire service credited for a text: `(ANTARA)` in the dateline, `(A B/Antara)`, `dikutip dari Antara`."""

import re
from functools import lru_cache

from kliping.article.fields import NOTHING, Fact
from kliping.evidence.decision import Decision
from kliping.extract.byline import Byline
from kliping.extract.labels import Layout
from kliping.extract.read_page import ReadPage
from kliping.outlets.vocabulary import Vocabulary
from kliping.text import dateline


def decide_agency(read: ReadPage) -> Decision[str]:
    """The agency that is stated."""
    return Decision(find_agency(read.layout, read.bylines, read.body, read.outlet.profile.words))


def find_agency(layout: Layout, bylines: list[Byline], body: list[str], words: Vocabulary) -> Fact[str]:
    """The agency that the dateline names, else a byline, else a credit in the text or under it."""
    agency_of, credited, named_alone, hint = _patterns(words)
    opening = dateline.split(body[0].split("\n")[0])
    inside = re.search(r"\(([^()]+)\)", opening.text) if opening else None
    for part in re.split(r"[/,]", inside[1]) if inside else ():
        if part.strip() in agency_of:
            return Fact(agency_of[part.strip()], "dateline")
    named = next((line.agency for line in bylines if line.agency), None)
    if named:
        return Fact(named, "byline")
    for text in body:
        if hint.search(text) and named_alone.search(text) and (match := credited.search(text)):
            return Fact(agency_of[match[1]], "credit")
    for block in layout.blocks[layout.start or 0 : layout.end + 1]:
        if block.text[:9].casefold().startswith(("copyright", "sumber")) and (match := named_alone.search(block.text)):
            return Fact(agency_of[match[1]], "credit")
    return NOTHING


@lru_cache(maxsize=512)
def _patterns(words: Vocabulary) -> tuple[dict[str, str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Form -> agency; a credit such as `dikutip dari Antara`; a form by itself; its letters anywhere (quick to see)."""
    agency_of = {form: name for name, forms in words.agencies.items() for form in forms}
    spelled = "|".join(re.escape(form) for form in sorted(agency_of, key=len, reverse=True) if len(form) > 3)
    verbs = "|".join(re.escape(verb) for verb in sorted(words.credit, key=len, reverse=True))
    credited = re.compile(rf"(?i:\b(?:{verbs}))\s*:?\s+(?i:kantor berita\s+)?({spelled})\b(?!\s?/)")
    return agency_of, credited, re.compile(rf"\b({spelled})\b"), re.compile(spelled)

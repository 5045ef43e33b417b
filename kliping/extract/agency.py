"""The wire service credited for a text: `(ANTARA)` in the dateline, `(A B/Antara)`, `dikutip dari Antara`."""

from __future__ import annotations

import re
from functools import lru_cache

from kliping.article.fields import NOTHING, Fact
from kliping.extract.byline import Byline
from kliping.extract.labels import Layout
from kliping.outlets.vocabulary import Vocabulary
from kliping.text import dateline


def agency(layout: Layout, bylines: list[Byline], body: list[str], words: Vocabulary) -> Fact[str]:
    """By the dateline, else a byline, else a credit in the text or under it."""
    opening = dateline.split(body[0].split("\n")[0])
    forms, credited, named_alone, hint = _rules(words)
    if opening:
        inside = re.search(r"\(([^()]+)\)", opening.text)
        parts = re.split(r"[/,]", inside[1]) if inside else []
        named = next((forms[part.strip()] for part in parts if part.strip() in forms), None)
        if named:
            return Fact(named, "dateline")
    named = next((line.agency for line in bylines if line.agency), None)
    if named:
        return Fact(named, "byline")
    for text in body:
        if hint.search(text) and named_alone.search(text) and (found := credited.search(text)):
            return Fact(forms[found[1]], "credit")
    for mark in layout.marked[layout.start or 0 : layout.end + 1]:
        if mark.text[:9].casefold().startswith(("copyright", "sumber")) and (found := named_alone.search(mark.text)):
            return Fact(forms[found[1]], "credit")
    return NOTHING


@lru_cache(maxsize=512)
def _rules(words: Vocabulary) -> tuple[dict[str, str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Form -> agency; a credit such as `dikutip dari Antara`; a form by itself; its letters anywhere (found fast)."""
    forms = {form: name for name, all_forms in words.agencies.items() for form in all_forms}
    spelled = "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True) if len(form) > 3)
    verbs = "|".join(re.escape(verb) for verb in sorted(words.credit, key=len, reverse=True))
    credited = re.compile(rf"(?i:\b(?:{verbs}))\s*:?\s+(?i:kantor berita\s+)?({spelled})\b(?!\s?/)")
    return forms, credited, re.compile(rf"\b({spelled})\b"), re.compile(spelled)

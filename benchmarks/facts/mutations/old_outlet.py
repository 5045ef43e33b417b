"""The outlet that a page is of: where its text names it, and the text without it."""

from __future__ import annotations

import re

from benchmarks.facts.draft import Draft
from benchmarks.facts.mutations.dateline import dateline_of
from benchmarks.facts.pages import Line

_OPENS = re.compile(r"[A-Z“\"]")
_GENERAL = frozenset("news berita jakarta media online".split())  # parts of domains that tell no outlet
_MAY_BE_DATELINE = re.compile(r"\(?[A-Z]{3,}|\S+\.\w|[\w ]+,")  # in a shape that `dateline_of` does not see
_LABELLED = re.compile(r"\b(?:penulis|reporter|pewarta|laporan|oleh|by|editor|redaktur|penyunting)\b", re.IGNORECASE)


def forms_of(draft: Draft) -> re.Pattern[str] | None:
    """Matches the old outlet's name and domain in all spellings; None where it has neither."""
    gold = draft.gold
    name = r"\s*".join(map(re.escape, (gold.outlet or "").removeprefix("The ").split()))
    forms = [rf"(?:The\s*)?{name}"] if name else []
    forms += [re.escape(gold.domain)] if gold.domain else []
    ending = r"(?:\.(?:com|id|co\.id|net|co|news|tv))?"
    return re.compile(rf"(?<![\w.])(?:{'|'.join(forms)}){ending}(?!\w)", re.IGNORECASE) if forms else None


def stems_of(draft: Draft) -> list[str]:
    """What must be nowhere in a text that no longer names the old outlet."""
    gold = draft.gold
    parts = re.findall(r"\w+", f"{gold.outlet or ''} {gold.domain or ''}".casefold())
    return [part for part in parts if len(part) > 4 and part not in _GENERAL]


def is_office(draft: Draft) -> bool:
    """An office is what its pages speak of, so its name cannot be changed without changing the story."""
    return (draft.gold.domain or "").endswith((".go.id", "bawaslu.org", "antaranews.com")) or "ANTARA" in draft.text


def people_are_labelled(draft: Draft) -> bool:
    """True where the page says itself who is reporter and who editor, so that it does not depend on the outlet."""
    names = (*draft.gold.reporter, *draft.gold.editor)
    lines = [line.text for line in draft.lines]
    for name in names:
        near = [
            f"{lines[i - 1] if i else ''} {text}" for i, text in enumerate(lines) if name.casefold() in text.casefold()
        ]
        if not any(_LABELLED.search(text) for text in near):
            return False
    return True


def forgotten(draft: Draft) -> bool:
    """Take the dateline and every mention of the old outlet away; False where one would stay, or a fact go with it."""
    line, rest = dateline_of(draft.lines[draft.start].text)
    if is_office(draft) or re.search(r"\d", line) or not _OPENS.match(rest or "A"):
        return False
    if not line and _MAY_BE_DATELINE.match(rest):
        return False
    draft.lines[draft.start] = draft.lines[draft.start]._replace(text=rest)
    if forms := forms_of(draft):
        stems = stems_of(draft)
        draft.lines = [_without(line, forms, stems) for line in draft.lines]
        if any(has_any(line.text, stems) or forms.search(line.text) for line in draft.lines):
            return False
    if not people_are_labelled(draft):
        draft.blurred("reporter", "editor")
    return True


def _without(line: Line, forms: re.Pattern[str], stems: list[str]) -> Line:
    """A byline without the outlet, a blank for a line of noise that names it; any other line stays."""
    if line.label == "M":
        text = forms.sub("", line.text).strip(" -|,•") if forms.search(line.text) else line.text
        return Line(text, "M" if text else ".")
    noise = line.label in "NC" and (forms.search(line.text) or has_any(line.text, stems))
    return Line("", ".") if noise else line


def has_any(text: str, stems: list[str]) -> bool:
    small = text.casefold()
    return any(stem in small for stem in stems)

"""Saved HTML with its facts kept or changed: other names, an outlet no list knows, boxes and data that tell no more."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from random import Random

from benchmarks.facts.draft import Draft, replaced, whole
from benchmarks.facts.gold import Gold
from benchmarks.facts.mutations.old_outlet import forms_of, has_any, is_office, people_are_labelled, stems_of
from benchmarks.facts.pages import LabelledPage
from benchmarks.facts.words import outlet, person
from benchmarks.readers import blocks
from benchmarks.salt import is_markup

_NAMED = re.compile(r"""(\b(?:class|id)\s*=\s*)(["'])(.*?)\2""", re.IGNORECASE | re.DOTALL)
_DATA = re.compile(r"<script\b[^>]*ld\+json.*?</script>|<meta\b[^>]*>", re.IGNORECASE | re.DOTALL)
_CHARSET = re.compile(r"charset", re.IGNORECASE)

Changed = tuple[str, Gold] | None  # None where a mutation does not fit


@dataclass(frozen=True, slots=True)
class MarkupMutation:
    """One way to change a page of markup, by name."""

    name: str
    change: Callable[[str, LabelledPage, Random], Changed]


def text_of(page: LabelledPage) -> str | None:
    """The markup of a page as text; None for a text dump, and for other bytes than UTF-8."""
    try:
        return page.data.decode("utf-8") if is_markup(page.name) else None
    except UnicodeDecodeError:
        return None


def _other_names(text: str, page: LabelledPage, rng: Random) -> Changed:
    gold = page.gold
    old = sorted({*gold.reporter, *gold.editor}, key=len, reverse=True)
    if not old or any(" " not in name or not whole(name).search(text) for name in old):
        return None
    new = {name: person(rng) for name in old}
    if len({*new.values()}) < len(new):
        return None
    for name in old:
        text = replaced(whole(name), new[name], text)
    reporter, editor = (tuple(new[name] for name in people) for people in (gold.reporter, gold.editor))
    return text, replace(gold, reporter=reporter, editor=editor)


def _other_outlet(text: str, page: LabelledPage, rng: Random) -> Changed:
    """The outlet under another name and domain, in addresses too, so that no profile is of the page."""
    gold, draft = page.gold, Draft([*page.lines], page.gold)
    forms = forms_of(draft)
    if not gold.domain or not forms or is_office(draft) or gold.domain not in text.casefold():
        return None
    new = outlet(rng)

    def renamed(text: str) -> str:
        return forms.sub(lambda hit: new.domain if "." in hit.group() else new.name, text)

    text = re.sub(re.escape(gold.domain), new.domain, renamed(text), flags=re.IGNORECASE)
    if any(has_any(block, stems_of(draft)) for block in blocks(page.name, text.encode())):
        return None
    title = gold.title and renamed(gold.title)
    unsure = gold.unsure if people_are_labelled(draft) else gold.unsure | {"reporter", "editor"}
    return text, replace(gold, title=title, outlet=new.name, domain=new.domain, unsure=unsure)


def _other_boxes(text: str, page: LabelledPage, rng: Random) -> Changed:
    """Boxes of other names, as after a new design, in which the old ones can still be read."""
    ending = rng.choice(("-baru", "__v2", "-x", "2"))

    def renamed(match: re.Match[str]) -> str:
        names = " ".join(f"{name}{ending}" for name in match[3].split())
        return f"{match[1]}{match[2]}{names}{match[2]}"

    changed = _NAMED.sub(renamed, text)
    return (changed, page.gold) if changed != text else None


def _no_data(text: str, page: LabelledPage, rng: Random) -> Changed:
    """Nothing in the head tells a fact; what the page does not print is not sure."""
    changed = _DATA.sub(lambda match: match.group() if _CHARSET.search(match.group()) else "", text)
    return (changed, page.line_gold) if changed != text and page.lines else None


FAMILY = (
    MarkupMutation("markup: other names", _other_names),
    MarkupMutation("markup: other outlet", _other_outlet),
    MarkupMutation("markup: other boxes", _other_boxes),
    MarkupMutation("markup: no data", _no_data),
)

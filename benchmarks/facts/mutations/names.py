"""Other names for the persons and the place of a page, wherever they stand."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

from benchmarks.facts.draft import Draft, Family, Mutation, whole
from benchmarks.facts.mutations.dateline import dateline_of
from benchmarks.facts.words import PLACES, common_person, person, single_person

_PEOPLE = ("reporter", "editor")
_LABELLED = re.compile(r":|[(\[]|^\s*(?:oleh|by|laporan|penulis|editor|reporter)\b", re.IGNORECASE)


def renamed(name_of: Callable[[Random], str], only_labelled: bool = False) -> Callable[[Draft, Random], bool]:
    """Another name for each person of the byline; `only_labelled`: where a label or brackets say that it is one."""

    def change(draft: Draft, rng: Random) -> bool:
        old = list(dict.fromkeys((*draft.gold.reporter, *draft.gold.editor)))
        if not old or not draft.knows(*_PEOPLE) or any(not _found(draft, name, only_labelled) for name in old):
            return False
        new: dict[str, str] = {}
        while len(new) < len(old):
            name = name_of(rng)
            if name not in new.values():
                new[old[len(new)]] = name
        for name in sorted(old, key=len, reverse=True):  # a name may be part of another
            draft.reword(whole(name), new[name])
        draft.told(**{key: tuple(new[name] for name in getattr(draft.gold, key)) for key in _PEOPLE})
        return True

    return change


def _found(draft: Draft, name: str, labelled: bool) -> bool:
    """True where the name stands in a byline, or glued to the text, and nowhere in the letters of another word."""
    pattern = whole(name)
    lines = [line.text for line in draft.lines if pattern.search(line.text)]
    return bool(lines) and (not labelled or all(_LABELLED.search(text) and len(text) < 160 for text in lines))


def small(draft: Draft, rng: Random) -> bool:
    """Names in small letters, where a label says that they are names."""
    return renamed(lambda rng: person(rng).casefold(), only_labelled=True)(draft, rng)


def capitals(draft: Draft, rng: Random) -> bool:
    return renamed(lambda rng: person(rng).upper())(draft, rng)


def place(draft: Draft, rng: Random) -> bool:
    """Another place in the dateline and everywhere; not where an outlet or a person is named after it."""
    line, _ = dateline_of(draft.lines[draft.start].text)
    parts = [part.strip(" ()") for part in re.split(r"[,|]", line)]
    old = next(
        (part for part in parts if part.title() in (*PLACES, "Jakarta", "Semarang", "Bandung", "Surabaya")), None
    )
    if not old:
        return False
    gold = draft.gold
    named = " ".join(filter(None, (gold.outlet, gold.domain, *gold.reporter, *gold.editor))).casefold()
    if old.casefold() in named or re.search(rf"\w{old}|{old}\w|{old}\.", draft.text, re.IGNORECASE):
        return False
    new = rng.choice([name for name in PLACES if name.casefold() != old.casefold()])
    return draft.reword(whole(old), new)


FAMILY: Family = (
    Mutation("person: other name", renamed(person)),
    Mutation("person: words of the language", renamed(common_person)),
    Mutation("person: one word", renamed(single_person, only_labelled=True)),
    Mutation("person: capitals", capitals),
    Mutation("person: small letters", small),
    Mutation("place: other name", place),
)

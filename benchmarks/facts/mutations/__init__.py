"""Variants of labelled pages, whose facts are kept or changed in a known way. The same seed gives the same variants."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import cycle
from random import Random

from benchmarks.facts.draft import Draft, Family, Mutation
from benchmarks.facts.gold import Gold
from benchmarks.facts.mutations import bylines, layout, markup, names, outlets, surroundings
from benchmarks.facts.pages import LabelledPage

# In the order in which they are applied: what is written later is not found by what came before.
FAMILIES: tuple[Family, ...] = (
    names.FAMILY, outlets.FAMILY, bylines.FAMILY, surroundings.HEADLINE, surroundings.BELOW, surroundings.ABOVE,
    layout.FAMILY,
)  # fmt: skip
MUTATIONS: tuple[Mutation, ...] = tuple(mutation for family in FAMILIES for mutation in family)
NAMES = (*(mutation.name for mutation in MUTATIONS), *(mutation.name for mutation in markup.FAMILY))
_MARKUP = len(FAMILIES)
# Whose turn it is, so that no family has more than its share.
_TURNS = (0, 1, 2, 3, 4, 5, 2, _MARKUP, 1, 0, 2, 3, 6, 2, 5, 1)
_TRIES = 60  # pages asked whether a mutation fits them
_MORE = (0, 0, 0, 1, 1, 2)  # mutations beside the one a variant is made for


@dataclass(frozen=True, slots=True)
class Variant:
    """What was made of a page, and what is right for it."""

    page: LabelledPage
    mutations: tuple[str, ...]  # names
    suffix: str
    text: str
    gold: Gold
    labels: str = ""  # a letter for each line of a text dump

    @property
    def has_new_outlet(self) -> bool:
        return self.gold.domain != self.page.gold.domain


def variants(pages: Sequence[LabelledPage], count: int, seed: int) -> Iterator[Variant]:
    """This many distinct variants, each mutation in its turn; fewer where the mutations fit too few of the pages."""
    following: list[Iterator[Mutation | markup.MarkupMutation]] = [*map(cycle, FAMILIES), cycle(markup.FAMILY)]
    dumps, marked = [page for page in pages if page.lines], [page for page in pages if markup.text_of(page)]
    seen: set[str] = set()
    for turn in range(2 * count):
        if len(seen) == count:
            return
        rng = Random(f"{seed}/{turn}")  # noqa: S311 - no secret
        main = next(following[_TURNS[turn % len(_TURNS)]])
        made = _of_dump(dumps, main, rng) if isinstance(main, Mutation) else _of_markup(marked, main, rng)
        if made and made.text not in seen:
            seen.add(made.text)
            yield made


def _of_dump(pages: Sequence[LabelledPage], main: Mutation, rng: Random) -> Variant | None:
    """A variant of a page that this mutation fits, with a few others of other families where they fit it too."""
    for page in _some(pages, rng):
        families = rng.sample([family for family in FAMILIES if main not in family], rng.choice(_MORE))
        chosen = {main, *(rng.choice(family) for family in families)}
        draft = Draft([*page.lines], page.line_gold)
        done: list[str] = []
        for mutation in (mutation for mutation in MUTATIONS if mutation in chosen):
            changed = draft.copy()
            if mutation.change(changed, rng):
                draft, done = changed, [*done, mutation.name]
        if main.name in done:
            labels = "".join(line.label for line in draft.lines)
            return Variant(page, tuple(done), ".txt", draft.text, draft.gold, labels)
    return None


def _of_markup(pages: Sequence[LabelledPage], main: markup.MarkupMutation, rng: Random) -> Variant | None:
    for page in _some(pages, rng):
        if changed := main.change(markup.text_of(page) or "", page, rng):
            return Variant(page, (main.name,), ".html", *changed)
    return None


def _some(pages: Sequence[LabelledPage], rng: Random) -> Iterator[LabelledPage]:
    return (rng.choice(pages) for _ in range(_TRIES if pages else 0))

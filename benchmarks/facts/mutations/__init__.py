"""Variants of labelled pages, whose facts are kept or changed in a known way. The same seed gives the same variants."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

from benchmarks.facts.draft import Draft, Family, Mutation
from benchmarks.facts.mutations import bylines, layout, names, outlets, surroundings
from benchmarks.facts.pages import LabelledPage

# In the order in which they are applied: what is written later is not found by what came before.
FAMILIES: tuple[Family, ...] = (
    names.FAMILY, outlets.FAMILY, bylines.FAMILY, surroundings.HEADLINE, surroundings.BELOW, surroundings.ABOVE,
    layout.FAMILY,
)  # fmt: skip
MUTATIONS: tuple[Mutation, ...] = tuple(mutation for family in FAMILIES for mutation in family)
_TRIES = 60  # pages asked whether a mutation fits them
_MORE = (0, 0, 0, 1, 1, 2)  # mutations beside the one a variant is made for


@dataclass(frozen=True, slots=True)
class Variant:
    """A text dump made of a page, and what is right for it."""

    page: LabelledPage
    mutations: tuple[str, ...]  # names
    draft: Draft


def variants(pages: Sequence[LabelledPage], count: int, seed: int) -> Iterator[Variant]:
    """This many distinct variants, each mutation in its turn; fewer where the mutations fit too few of the pages."""
    ready = [page for page in pages if page.lines]
    seen: set[str] = set()
    for turn in range(2 * count if ready else 0):
        if len(seen) == count:
            return
        variant = _variant(ready, MUTATIONS[turn % len(MUTATIONS)], Random(f"{seed}/{turn}"))  # noqa: S311 - no secret
        if variant and variant.draft.text not in seen:
            seen.add(variant.draft.text)
            yield variant


def _variant(pages: Sequence[LabelledPage], main: Mutation, rng: Random) -> Variant | None:
    """A variant of a page that this mutation fits, with a few others of other families where they fit it too."""
    for page in (rng.choice(pages) for _ in range(_TRIES)):
        families = rng.sample([family for family in FAMILIES if main not in family], rng.choice(_MORE))
        chosen = {main, *(rng.choice(family) for family in families)}
        draft = Draft([*page.lines], page.line_gold)
        done: list[str] = []
        for mutation in (mutation for mutation in MUTATIONS if mutation in chosen):
            changed = draft.copy()
            if mutation.change(changed, rng):
                draft, done = changed, [*done, mutation.name]
        if main.name in done:
            return Variant(page, tuple(done), draft)
    return None

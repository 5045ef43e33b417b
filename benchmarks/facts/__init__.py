"""`invoke bench facts`: how right the facts are on pages nobody here has seen.

Labelled pages are read as they are, with their outlets unknown (`held_out`), and in thousands of variants
(`mutations`). `pages` reads pages and labels, `gold` are the facts of one, `draft` a text while it is changed, `words`
what is put into it; `judge` compares, `table` prints, `written` keeps variants as files.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any

from benchmarks import PROJECT
from benchmarks.facts import pages
from benchmarks.facts.judge import Verdict, judge, said
from benchmarks.facts.mutations import Variant, variants
from benchmarks.facts.pages import LabelledPage
from benchmarks.readers import Reader, kliping, rules
from kliping.formats.page import Rejected
from kliping.outlets.registry import OutletRegistry

COUNT = 3000  # variants, if not told otherwise
SEED = 1


@dataclass(frozen=True, slots=True)
class Judged:
    """One text that was read: the page it is or is made from, by which mutations, and the verdict on each fact."""

    page: str
    mutations: tuple[str, ...]
    verdicts: tuple[Verdict, ...]
    article: bool  # it was not refused


@dataclass(slots=True)
class Facts:
    """All that was read, by how."""

    as_they_are: list[Judged] = field(default_factory=list)
    mutated: list[Judged] = field(default_factory=list)
    held_out: list[Judged] = field(default_factory=list)


def labelled(root: Path, folder: Path | None, gold: Path | None) -> list[LabelledPage]:
    """The pages of a folder and its labels; those of the tests where none is given."""
    if gold and folder:
        return pages.of_folder(folder, gold)
    return pages.of_tests(folder or root / "tests/pages")


def run(root: Path, found: Sequence[LabelledPage], made: Sequence[Variant], follow: Callable[[str], object]) -> Facts:
    """Read pages and variants, and judge what came out; `follow` is told how far it is."""
    outlets, calendars = rules(root / PROJECT)
    reader = kliping(outlets, calendars)
    facts = Facts()
    follow(f"{len(found)} pages as they are")
    facts.as_they_are = [_judged(reader, page) for page in found]
    follow("the same with their outlets unknown")

    @cache
    def without(domain: str, name: str) -> Reader:
        return kliping(held_out(outlets, domain, name), calendars)

    facts.held_out = [_judged(without(page.gold.domain or "", page.gold.outlet or ""), page) for page in found]
    follow(f"{len(made)} variants")
    facts.mutated = [_judged_variant(reader, variant) for variant in made]
    return facts


def held_out(outlets: OutletRegistry, domain: str, name: str) -> OutletRegistry:
    """The registry without an outlet: without the profiles of its domain, of those above and below it, of its name."""
    below, words = f".{domain}", said(name)

    def is_it(profile_domain: str) -> bool:
        names = (outlets.profiles[profile_domain].name or "", *outlets.profiles[profile_domain].spellings)
        return (
            profile_domain == domain
            or below.endswith(f".{profile_domain}")
            or (bool(domain) and profile_domain.endswith(below))
            or (bool(words) and words in map(said, names))
        )

    kept = {known: profile for known, profile in outlets.profiles.items() if not is_it(known)}
    return replace(outlets, profiles=kept)


def _judged(reader: Reader, page: LabelledPage) -> Judged:
    values = _values(reader, page.name, page.data)
    return Judged(page.name, (), tuple(judge(page.gold, values, page.text)), bool(values))


def _judged_variant(reader: Reader, variant: Variant) -> Judged:
    text = variant.draft.text
    values = _values(reader, "variant.txt", text.encode())
    verdicts = judge(variant.draft.gold, values, text)
    return Judged(variant.page.name, variant.mutations, tuple(verdicts), bool(values))


def _values(reader: Reader, name: str, data: bytes) -> Mapping[str, Any]:
    """Front matter; empty for a page that is refused."""
    try:
        result: Mapping[str, Any] = reader.result(reader.read(name, reader.prepare(name, data)))
    except Rejected:
        return {}
    return result


def misses(judged: Sequence[Judged]) -> Iterator[str]:
    """A line for each fact that is not right."""
    for one in judged:
        how = f" [{', '.join(one.mutations)}]" if one.mutations else ""
        for verdict in one.verdicts:
            if not verdict.right:
                wanted, given = _plain(verdict.wanted), _plain(verdict.given)
                yield f"{one.page}{how} {verdict.fact}: wanted {wanted}, got {given} ({verdict.outcome.value})"


def _plain(value: Any) -> str:
    return ", ".join(map(str, value)) or "nothing" if isinstance(value, (list, tuple)) else str(value or "nothing")

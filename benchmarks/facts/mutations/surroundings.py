"""What stands around an article and is no part of it: lines above, captions and decks, other news below."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Sequence
from random import Random

from benchmarks.facts.draft import Draft, Family, Mutation
from benchmarks.facts.mutations import days
from benchmarks.facts.mutations.bylines import REPORTERS
from benchmarks.facts.words import (
    BUTTONS,
    CAPITALS,
    CAPTIONS,
    DECKS,
    DISTRICTS,
    HEADLINES,
    KICKERS,
    MENU,
    PARAGRAPHS,
    PLACES,
    person,
)  # fmt: skip

Change = Callable[[Draft, Random], bool]


def above(words: Sequence[str], most: int) -> Change:
    """Some of these on lines of their own above everything."""

    def change(draft: Draft, rng: Random) -> bool:
        chosen = rng.sample(words, rng.randrange(1, most + 1))
        draft.insert(0, [*chosen, ""], "N")
        return True

    return change


def _long_after(draft: Draft, rng: Random) -> datetime.date | None:
    """A day long after the article's; None where its own is not told."""
    gold = draft.gold
    if not gold.date or gold.date_or_null or not draft.knows("date"):
        return None
    return gold.date + datetime.timedelta(days=rng.randrange(250, 900))


def _clock(draft: Draft, rng: Random) -> bool:
    """The day on which the page was saved."""
    day = _long_after(draft, rng)
    if not day:
        return False
    form = days.FORMS[rng.choice(("weekday and month", "English", "slashes"))]
    draft.insert(0, [form(day, rng) + rng.choice(("", days.clock(rng))), ""], "N")
    return True


def _ticker(draft: Draft, rng: Random) -> bool:
    """The headline of other news with its own day."""
    day = _long_after(draft, rng)
    if not day or not draft.gold.has_publication_line or draft.headline is None:
        return False
    draft.insert(
        0, [rng.choice(("Terkini", "Sorotan", "Breaking News")), rng.choice(HEADLINES), days.plain(day, rng), ""], "N"
    )
    return True


def _list_below(draft: Draft, rng: Random) -> bool:
    day = draft.gold.date or datetime.date(2024, 6, 1)
    lines = ["", rng.choice(("Berita Terkait", "Baca Juga", "Terpopuler", "Berita Lainnya", "Rekomendasi"))]
    for title in rng.sample(HEADLINES, rng.randrange(2, 5)):
        lines.append(title)
        if rng.random() < 0.6:
            lines.append(days.plain(day + datetime.timedelta(days=rng.randrange(-20, 400)), rng))
        if rng.random() < 0.3:
            lines.append(f"Oleh {person(rng)}")
        if rng.random() < 0.2:
            lines.append(f"{rng.randrange(10, 5000)} views")
    draft.insert(len(draft.lines), lines, "N")
    return True


def _article_below(draft: Draft, rng: Random) -> bool:
    """A second article, as endless scrolling loads it: headline, byline, dateline and text."""
    if draft.headline is None or len(draft.indices("B")) < 3:
        return False
    day = (draft.gold.date or datetime.date(2024, 6, 1)) + datetime.timedelta(days=rng.randrange(1, 60))
    when = days.plain(day, rng) + days.clock(rng)
    name = f"{rng.choice(REPORTERS)}: {person(rng)}"
    byline = [f"{name} | {when}"] if rng.random() < 0.4 else [name, when]
    if rng.random() < 0.3:
        byline.append(f"Editor: {person(rng)}")
    first, *rest = rng.sample(PARAGRAPHS, rng.randrange(3, 6))
    text = [f"{rng.choice(PLACES).upper()} - {first}", *rest]
    lines = ["", rng.choice(HEADLINES), "", *byline, *(one for paragraph in text for one in ("", paragraph))]
    draft.insert(len(draft.lines), lines, "N")
    return True


def _headline_removed(draft: Draft, rng: Random) -> bool:
    """The text begins with its byline or its body: no headline, and nothing that could be taken for one."""
    if draft.headline is None or not draft.knows("title"):
        return False
    start = draft.start
    lines = enumerate(draft.lines[:start])
    draft.drop([*(i for i, line in lines if line.label in "TCPHN"), *draft.indices("T")])
    draft.told(title=None)
    return True


def _before_body(words: Sequence[str]) -> Change:
    def change(draft: Draft, rng: Random) -> bool:
        draft.insert(draft.start, [rng.choice(words), ""], "C")
        return True

    return change


def _deck(words: Sequence[str]) -> Change:
    """One of these below the headline; a sentence of the text where there are none to choose from."""

    def change(draft: Draft, rng: Random) -> bool:
        if draft.headline is None:
            return False
        text = rng.choice(words) if words else _sentence(draft, rng)
        if text:
            draft.insert(draft.headline + 1, ["", text, ""], "C")
        return bool(text)

    return change


def _sentence(draft: Draft, rng: Random) -> str:
    """A sentence that stands in the body without quotation marks."""
    texts = [draft.lines[i].text for i in draft.indices("B")[1:]]
    sentences = [one for text in texts for one in re.split(r"(?<=[.!?])\s+", text)]
    fit = [
        one
        for one in sentences
        if 7 <= len(one.split()) <= 24 and one[:1].isupper() and not re.search('["“”0-9:]', one)
    ]
    return rng.choice(fit).rstrip(".") if fit else ""


def _above_headline(words: Sequence[str]) -> Change:
    def change(draft: Draft, rng: Random) -> bool:
        titles = draft.indices("T")
        if draft.headline is None:
            return False
        draft.insert(titles[0], [rng.choice(words), *([""] * rng.randrange(2))], "N")
        return True

    return change


def _headline_twice(draft: Draft, rng: Random) -> bool:
    if draft.headline is None:
        return False
    draft.insert(draft.start, [draft.lines[draft.headline].text, ""], "C")
    return True


ABOVE: Family = (
    Mutation("above: menu", above(MENU, 7)),
    Mutation("above: buttons", above(BUTTONS, 3)),
    Mutation("above: capitals", above(CAPITALS, 2)),
    Mutation("above: districts", above(DISTRICTS, 3)),
    Mutation("above: clock of the visit", _clock),
    Mutation("above: ticker with a day", _ticker),
)
HEADLINE: Family = (
    Mutation("headline: removed", _headline_removed),
    Mutation("headline: kicker above", _above_headline(KICKERS)),
    Mutation("headline: caption above", _above_headline(CAPTIONS)),
    Mutation("headline: deck below", _deck(DECKS)),
    Mutation("headline: deck from the text", _deck(())),
    Mutation("headline: caption before the body", _before_body(CAPTIONS)),
    Mutation("headline: buttons before the body", _before_body(BUTTONS)),
    Mutation("headline: twice", _headline_twice),
)
BELOW: Family = (Mutation("below: list of other news", _list_below), Mutation("below: second article", _article_below))

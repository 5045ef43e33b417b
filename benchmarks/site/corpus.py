"""Articles for the benchmark: any number, the same for a seed, each with facts missing as in real ones."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from random import Random
from typing import Any

from benchmarks.site.vocabulary import Vocabulary
from kliping.article.fields import NOTHING, Article, Fact, new_id
from kliping.elections.model import Election, Stage
from kliping.extract.summary import summary

SEED = 2024
ELECTION = "pilgub-dki-2024"
STAGES, OUTLETS, REPORTERS = 15, 60, 400  # so many reporters our site lists on one page
MISSING = 1 / 20  # of each fact
_OF_OUTLET = ("outlet", "url")  # missing in all articles of some outlets, as in those saved from print; never in others
_BODY = range(1450, 8001)  # characters; a body is up to 450 shorter
_BASES = {
    "title": "layout", "date": "byline", "reporter": "byline", "editor": "byline", "views": "label",
    "source": "dateline", "outlet": "dateline", "url": "metadata", "agency": "credit", "photographer": "caption",
    "election": "terms: Pilgub, Bawaslu", "saved_on": "metadata",
}  # fmt: skip
_NOISE = ("advert", "caption", "navigation", "related", "share", "tags")


@dataclass(frozen=True)
class Corpus:
    """`count` articles of one election; article i is the same whatever the count."""

    election: Election
    count: int
    seed: int = SEED

    @cached_property
    def vocabulary(self) -> Vocabulary:
        return Vocabulary(self.seed, OUTLETS, REPORTERS)

    @cached_property
    def stages(self) -> tuple[Stage, ...]:
        """Those with days of their own before those without."""
        return tuple(sorted(self.election.stages, key=lambda stage: not stage.windows)[:STAGES])

    def __iter__(self) -> Iterator[Article]:
        return map(self.article, range(self.count))

    def of_outlet(self, outlet: int) -> range:
        """The numbers of all articles of one outlet, those in which it is not named included."""
        return range(outlet, self.count, OUTLETS)

    def article(self, number: int) -> Article:
        rng = Random(f"{self.seed} {number}")  # noqa: S311 - it is to be foreseen
        body = _body(rng, self.vocabulary.words)
        stage = rng.choice(self.stages)
        facts = _facts(rng, self._values(rng, number, stage), stage)
        if number % OUTLETS < OUTLETS * MISSING:
            facts |= dict.fromkeys(_OF_OUTLET, NOTHING)
        return Article(
            new_id(facts["title"].value, body, facts["outlet"].value),
            **facts,
            summary=summary(list(body[:1])),
            removed={kind: rng.randint(1, 9) for kind in sorted(rng.sample(_NOISE, rng.randint(1, 4)))},
            body=body,
        )

    def _values(self, rng: Random, number: int, stage: Stage) -> dict[str, Any]:
        """Every fact of an article, none missing yet."""
        name, domain = self.vocabulary.outlets[number % OUTLETS]
        date = _day(rng, self._span(stage, rng))
        return {
            "title": " ".join(rng.sample(self.vocabulary.words, rng.randint(6, 10))).title(),
            "date": date,
            "reporter": self._people(rng, number, 2),
            "editor": self._people(rng, number, 1),
            "views": rng.randint(10, 20000),
            "source": name,
            "outlet": domain,
            "url": f"https://{domain}/{date.year}/{number}",
            "agency": "Kantor Berita Teladan",
            "photographer": rng.choice(self.vocabulary.reporters),
            "election": self.election.id,
            "stage": stage.id,
            "saved_on": date + datetime.timedelta(days=rng.randint(1, 300)),
        }

    def _people(self, rng: Random, number: int, most: int) -> tuple[str, ...]:
        """Some of those who work for the outlet of this article."""
        return tuple(rng.sample(self.vocabulary.reporters[number % OUTLETS :: OUTLETS], rng.randint(1, most)))

    def _span(self, stage: Stage, rng: Random) -> tuple[datetime.date, datetime.date]:
        if stage.windows:
            window = rng.choice(stage.windows)
            return window.start, window.end
        bounds = self.election.bounds()
        assert bounds, "an election without days"
        return bounds


def moved(article: Article, stage: Stage) -> Article:
    """The article in another stage."""
    return replace(article, stage=Fact(stage.id, _terms(stage)))


def _facts(rng: Random, values: dict[str, Any], stage: Stage) -> dict[str, Any]:
    """Each value as a fact with its basis, one in twenty missing; without an election there is no stage."""
    bases = _BASES | {"stage": _terms(stage)}
    kept = {name for name in values if rng.random() >= MISSING or name in _OF_OUTLET}
    if "election" in kept:
        kept.add("stage")
    else:
        kept.discard("stage")
    facts = {name: Fact(values[name], bases[name]) if name in kept else NOTHING for name in values}
    if "election" not in kept:
        facts["election"] = Fact(None, "no word of an election kept here")
    elif rng.random() < MISSING:
        facts["stage"] = replace(facts["stage"], doubt="few words tell the stage")
    return facts


def _terms(stage: Stage) -> str:
    return f"terms: {', '.join(stage.type.terms[:3]) or 'tahapan'}"


def _day(rng: Random, span: tuple[datetime.date, datetime.date]) -> datetime.date:
    return span[0] + datetime.timedelta(days=rng.randint(0, (span[1] - span[0]).days))


def _body(rng: Random, words: Sequence[str]) -> tuple[str, ...]:
    size = rng.choice(_BODY)
    paragraphs: list[str] = []
    length = 0
    while length < size - 450:
        paragraphs.append(" ".join([_sentence(rng, words) for _ in range(rng.randint(1, 4))]))
        length += len(paragraphs[-1]) + 2
    return tuple(paragraphs)


def _sentence(rng: Random, words: Sequence[str]) -> str:
    drawn = rng.choices(words, k=6 + int(rng.random() * 9))
    if len(drawn) > 10:
        drawn[5] += ","
    text = " ".join(drawn)
    return f"{text[:1].upper()}{text[1:]}."

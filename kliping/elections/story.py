"""What is known of an article before it is asked which election it is about."""

import datetime
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from kliping.elections.mentions import BESIDE, ZONES, ArticleText, Mention
from kliping.elections.model import Election
from kliping.text import dates

_LAW = re.compile(  # an act is cited for decades; a rule of KPU is of the election's own time
    r"\b(?:UU|undang-undang|perppu)\s+(?:nomor\s+|no\.?\s*)?\d+\s*(?:/|tahun\s+)((?:19|20)\d\d)\b", re.IGNORECASE
)
_DAYS_BEFORE = re.compile(r"\bH-(\d{1,2})\b")  # "16 April atau H-1"


@dataclass(frozen=True)
class Story:
    """The mentions of an article by their role, its date, and the years it prints."""

    text: ArticleText
    years: frozenset[int]  # printed, those of acts aside
    by_role: Mapping[str, Sequence[Mention]]
    beside: Sequence[Mention]  # those of the lines beside the text
    topics: Sequence[str]  # stages told of in headline or lead, heaviest first
    named: frozenset[int | None]  # years by which headline or lead name an election
    at_work: bool  # it tells of offices or staff of an election, or of a stage

    @property
    def date(self) -> datetime.date | None:
        """The day of the article."""
        return self.text.date

    def of(self, election: Election, role: str) -> list[Mention]:
        """The mentions that an election owns in a role."""
        return [m for m in self.by_role[role] if election.id in m.owners]

    @cached_property
    def days(self) -> list[dates.Day]:
        """The days that an article without a date prints without a year; each range by its end."""
        if self.date:
            return []
        text = self.text
        return [
            day for part in (text.title, text.lead, text.rest, text.beside) for day in dates.find(part) if not day.year
        ]

    @cached_property
    def days_before(self) -> frozenset[int]:
        """How many days before a vote its days may be: 0, and those of `H-1`."""
        whole = f"{self.text.lead}\n{self.text.rest}"
        return frozenset((0, *map(int, _DAYS_BEFORE.findall(whole)))) if "H-" in whole else frozenset((0,))


def read_story(text: ArticleText, mentions: Sequence[Mention]) -> Story:
    """The story of a text and its mentions, as `find_mentions` gives them."""
    years = text.years
    if years and not text.date:
        years -= {int(year) for part in (text.title, text.lead, text.rest) for year in _LAW.findall(part)}
    by_role: dict[str, list[Mention]] = defaultdict(list)
    topics: dict[str, float] = defaultdict(float)
    for mention in mentions:
        if mention.zone == BESIDE:
            continue
        by_role[mention.role].append(mention)
        if mention.role == "term" and mention.zone < 2:
            for stage in mention.owners:
                topics[stage] += ZONES[mention.zone]
    heaviest = sorted(topics, key=lambda stage: -topics[stage])
    named = frozenset(m.year for m in by_role["names"] if m.zone < 2)
    beside = [m for m in mentions if m.zone == BESIDE]
    return Story(text, years, by_role, beside, heaviest, named, bool(by_role["sign"] or heaviest))

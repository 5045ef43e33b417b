"""The election an article belongs to: by the names and places it mentions, its date and the years it prints."""

from __future__ import annotations

import datetime
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from kliping.article.fields import Fact
from kliping.elections.calendars import Calendars
from kliping.elections.mentions import ZONES, Mention, Text, weights
from kliping.elections.model import Election

_AFTER_VOTE = datetime.timedelta(days=60)  # until then an election that names no year is the one just held
_LATE = 0.9  # of the weight is lost by a name without a year: then "pemilu" is any election
_FAINT = 1.0  # below this weight the nearest vote is tried first
_OTHER_TIME = 0.5  # weight of an election named with its year long before or after its calendar
_MARKS = 0.5
_PEOPLE, _MOST_PEOPLE = 0.5, 3.0
_PLACES = (4.0, 2.0, 0.5)  # weight of a place in headline, lead, rest
_PLACED = 2.0
_VENUE = 0.5
_PART = 0.5  # share of the whole's weight at which its part takes the story
_SIGNS = 2.0  # weight of offices and staff by which a story is about an election it does not name
_SEASON = datetime.timedelta(days=45)  # around the windows of a stage
_SPOKEN = ("names", "marks", "candidates")
_SAID = 8  # phrases told as the reason
_LAW = re.compile(  # an act is cited for decades; a rule of KPU is of the election's own time
    r"\b(?:UU|undang-undang|perppu)\s+(?:nomor\s+|no\.?\s*)?\d+\s*(?:/|tahun\s+)((?:19|20)\d\d)\b", re.IGNORECASE
)


class _Story(NamedTuple):
    """What is known of an article before it is asked which election it is about."""

    date: datetime.date | None
    years: frozenset[int]  # printed, those of acts aside
    met: Mapping[str, Sequence[Mention]]  # by role
    topics: Sequence[str]  # stages told of in headline or lead, heaviest first
    named: frozenset[int | None]  # years by which headline or lead name an election
    outlet: str | None


def belongs(text: Text, met: Sequence[Mention], calendars: Calendars) -> Fact[str]:
    """The election of an article, or none with the reason why."""
    story = _story(text, met, calendars)
    scores = _scores(story, calendars)
    best = max(scores, key=lambda key: (scores[key], _just_held(calendars.elections[key], text.date)), default="")
    lost = weights([*story.met["other"], *(m for m in story.met["names"] if m.year and m.year not in calendars.years)])
    named = lost or weights(m for m in story.met["names"] if not m.remembered and not _is_term(m, story))
    if not lost and (scores[best] < _FAINT if best else not named) and (found := _unnamed(story, calendars)):
        return found
    if best and scores[best] >= sum(lost.values()):
        return _told(story, calendars.elections[_part(best, scores, calendars)])
    if not named:
        return Fact(None, "no word of an election kept here")
    return Fact(None, f"names {max(named, key=lambda phrase: named[phrase])}, but of no calendar kept here")


def _is_term(name: Mention, story: _Story) -> bool:
    """Whether a name is as much a word of a stage: PSU."""
    return any(m.phrase == name.phrase for m in story.met["term"])


def _story(text: Text, met: Sequence[Mention], calendars: Calendars) -> _Story:
    years = text.years
    if years and not text.date:
        years -= {int(year) for part in (text.title, text.lead, text.rest) for year in _LAW.findall(part)}
    by_role: dict[str, list[Mention]] = defaultdict(list)
    for mention in met:
        by_role[mention.role].append(mention)
    topics: dict[str, float] = defaultdict(float)
    for mention in by_role["term"]:
        if mention.zone < 2:
            for stage in mention.owners:
                topics[stage] += ZONES[mention.zone]
    heaviest = sorted(topics, key=lambda stage: -topics[stage])
    named = frozenset(m.year for m in by_role["names"] if m.zone < 2)
    return _Story(text.date, years, by_role, heaviest, named, text.outlet)


def _scores(story: _Story, calendars: Calendars) -> dict[str, float]:
    """How much a story speaks of each election it can mean."""
    met = story.met
    led = any(m.zone < 2 for m in met["candidates"]) and (met["sign"] or story.topics)  # candidates have other lives
    if not (met["names"] or met["marks"] or led):
        return {}
    spoken = {owner for role in _SPOKEN for mention in met[role] for owner in mention.owners}
    scores = {}
    for key in calendars.elections:
        election = calendars.elections[key]
        if key in spoken and (fit := _fit(story, election)):
            whole = calendars.elections.get(election.parent or "", election)
            if (score := fit * _score(story, election, whole.year)) > 0:
                scores[key] = score
    return scores


def _fit(story: _Story, election: Election) -> float:
    """By the article's date where it has one, else by the years it prints, else (no year at all) yes."""
    if story.date and election.news:
        if election.news[0] <= story.date <= election.news[1]:
            return 1.0
        return _OTHER_TIME if election.year in story.named else 0.0
    if not story.years or any(m.year == election.year and election.id in m.owners for m in story.met["names"]):
        return 1.0
    bounds = election.bounds()
    first, last = (bounds[0].year, bounds[1].year) if bounds else (election.year, election.year)
    return float(any(first <= year <= last for year in story.years))


def _score(story: _Story, election: Election, whole: int) -> float:
    """The weight of an election's names, marks and people; 0 where the story plays elsewhere."""
    own = {role: [m for m in story.met[role] if election.id in m.owners] for role in _SPOKEN}
    if not any(m.zone < 2 for m in own["candidates"]) and not _placed(story, election):
        return 0.0
    years = (None, election.year, election.year + 1, whole)
    names = [m for m in own["names"] if m.year in years and not _looks_back(m, election, story.date)]
    led = min(_MOST_PEOPLE, _PEOPLE * sum(weights(own["candidates"]).values()))
    return _names(story, names, election) + _MARKS * sum(weights(own["marks"]).values()) + led


def _looks_back(name: Mention, election: Election, date: datetime.date | None) -> bool:
    """Whether a name looks back ("pemilu kemarin") to an election that was not held just now."""
    return name.remembered and not name.year and not _just_held(election, date)


def _just_held(election: Election, date: datetime.date | None) -> bool:
    return bool(date and election.last_vote and election.last_vote <= date <= election.last_vote + _AFTER_VOTE)


def _names(story: _Story, names: Sequence[Mention], election: Election) -> float:
    """The weight of names; those without a year fade once the vote and the stage the story is about are over."""
    over = story.date and election.last_vote and story.date > election.last_vote + _AFTER_VOTE
    weight = sum(weights(names).values())
    if over and story.topics and not _in_season(story.topics[0], story.date, election):
        weight -= _LATE * sum(weights(m for m in names if not m.year).values())
    return weight


def _placed(story: _Story, election: Election) -> bool:
    """Whether a story plays where the election is held: with no places of its own, wherever none speaks against it."""
    places = [m for m in story.met["places"] if election.id in m.owners]
    in_name = [m for m in places if m.phrase.startswith(election.names)]  # "Pilkada Jakarta"
    weight = sum(_PLACES[m.zone] * (_VENUE if m.venue and m not in in_name else 1.0) for m in places)
    weight += sum(_PLACES[m.zone] for m in in_name)
    weight -= sum(_PLACES[m.zone] for m in story.met["elsewhere"] if election.id in m.owners)
    if not election.places:
        return weight > -_PLACED
    names = sum(election.id in m.owners for m in story.met["names"])
    if story.outlet in election.outlets or 0 < names <= 2 * len(in_name):
        weight += _PLACED
    return weight >= _PLACED


def _in_season(topic: str, date: datetime.date | None, election: Election) -> bool:
    """Whether a stage of an election is open on a day or nearly so; one without windows, as long as there is news."""
    stage, news = election.stage(topic), election.news
    if not stage or not news or not date:
        return False
    return stage.open_on(date, _SEASON) if stage.windows else news[0] <= date <= news[1]


def _part(best: str, scores: Mapping[str, float], calendars: Calendars) -> str:
    """A story of Pilkada that plays where one of its elections is held belongs to that one."""
    parts = [key for key in scores if calendars.elections[key].parent == best and scores[key] >= _PART * scores[best]]
    return max(parts, key=lambda key: scores[key], default=best)


def _told(story: _Story, election: Election) -> Fact[str]:
    said = [m.phrase for role in _SPOKEN for m in story.met[role] if election.id in m.owners]
    led = any(election.id in m.owners for m in story.met["candidates"])  # who ran tells the year as well
    doubt = None if story.date or story.years or led else "no year is printed"
    return Fact(election.id, "terms: " + ", ".join(dict.fromkeys(said[:_SAID])), doubt)


def _unnamed(story: _Story, calendars: Calendars) -> Fact[str] | None:
    """The nearest vote, for a story of its offices and staff that names none: where its topic is in season."""
    signs = weights(story.met["sign"])
    if not story.date or sum(signs.values()) < _SIGNS:
        return None
    near = _nearest_votes(story.date, calendars)
    for topic in story.topics:
        fitting = [e for e in near if _in_season(topic, story.date, e) and _placed(story, e)]
        if fitting:
            best = min(fitting, key=lambda e: (e.last_vote or story.date, not e.places))
            said = "terms: " + ", ".join([*signs][:_SAID])
            return Fact(best.id, said, "no election is named; the nearest vote is taken")
    return None


def _nearest_votes(date: datetime.date, calendars: Calendars) -> list[Election]:
    """The elections whose vote was held not long ago or lies ahead next."""
    near = [e for e in calendars.elections.values() if e.news and e.last_vote and e.news[0] <= date]
    near = [e for e in near if e.last_vote and date <= e.last_vote + _AFTER_VOTE]
    ahead = min((e.last_vote for e in near if e.last_vote and e.last_vote >= date), default=date)
    return [e for e in near if e.last_vote and e.last_vote <= ahead]

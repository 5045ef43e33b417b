"""The election an article belongs to: by the names and places it mentions, its date and the years it prints."""

from __future__ import annotations

import datetime
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from kliping.article import Fact
from kliping.election import Election
from kliping.mentions import ZONES, Mention, Text, weights
from kliping.stages import Calendars

_AFTER_VOTE = datetime.timedelta(days=60)  # until then an election that names no year is the one just held
_NOT_NEXT = 0.5  # weight of a name without a year where the vote is over, or another of that name is nearer
_LATE = 0.1  # the same, where the story's topic was over too: then "pemilu" is any election
_FAINT = 0.7  # below it the nearest vote is tried first
_OWN_YEAR = 1.3
_OTHER_TIME = 0.5  # weight of an election named with its year long before or after its calendar
_PLACED = 2.0  # one place in the headline or lead, two further down
_PLACE_ZONES = (4.0, 2.0, 0.5)
_VENUE = 0.5
_MOST_PEOPLE = 3.0
_PART = 0.5  # share of the whole's weight at which its part takes the story
_SAID = 8  # phrases told as the reason
_LAW = re.compile(  # an act is cited for decades; a rule of KPU is of the election's own time
    r"\b(?:UU|undang-undang|perppu)\s+(?:nomor\s+|no\.?\s*)?\d+\s*(?:/|tahun\s+)((?:19|20)\d\d)\b", re.IGNORECASE
)
_SIGNS = 2.0  # weight of offices and staff by which a story is about an election it does not name
_SEASON = datetime.timedelta(days=45)  # around the windows of such a story's stage


def belongs(text: Text, met: Sequence[Mention], calendars: Calendars) -> Fact[str]:
    """The election of an article, or none with the reason why."""
    if not text.date:
        laws = {int(year) for part in (text.title, text.lead, text.rest) for year in _LAW.findall(part)}
        text = replace(text, years=text.years - laws)
    nearest = _nearest_vote(text.date, calendars)
    topics = _topics(met)
    elections = calendars.elections
    scores = {e.id: score for e in elections.values() if (score := _score(text, met, e, calendars, nearest, topics)) > 0}
    lost = weights(_lost(met, calendars))
    best = max(scores, key=lambda key: scores[key], default="")
    if best and scores[best] >= max(_FAINT, sum(lost.values())):
        return _told(text, met, elections[_part(best, scores, calendars)])
    terms = {m.phrase for m in met if m.role == "term"}
    named = lost or weights(m for m in met if m.role == "names" and not m.remembered and m.phrase not in terms)
    if (best or not named) and not lost and (found := _unnamed(text, met, nearest, topics)):
        return found
    if best and not lost:
        return _told(text, met, elections[_part(best, scores, calendars)])
    told = max(named, key=lambda phrase: named[phrase], default="")
    return Fact(None, f"names {told}, but of no calendar kept here" if told else "no word of an election kept here")


def _topics(met: Iterable[Mention]) -> list[str]:
    """The stages told of in headline or lead, heaviest first."""
    found: dict[str, float] = defaultdict(float)
    for mention in met:
        if mention.role == "term" and mention.zone < 2:
            for stage in mention.owners:
                found[stage] += ZONES[mention.zone]
    return sorted(found, key=lambda stage: -found[stage])


def _nearest_vote(date: datetime.date | None, calendars: Calendars) -> dict[str, Election]:
    """The elections whose vote was held not long ago or lies ahead next; all where there is no date."""
    if not date:
        return calendars.elections
    votes = {
        e.id: e.last_vote
        for e in calendars.elections.values()
        if e.news and e.last_vote and e.news[0] <= date <= e.last_vote + _AFTER_VOTE
    }
    ahead = min((day for day in votes.values() if day >= date), default=date)
    return {key: calendars.elections[key] for key, day in votes.items() if day <= ahead}


def _told(text: Text, met: Sequence[Mention], election: Election) -> Fact[str]:
    said = [m.phrase for m in met if election.id in m.owners and m.role in ("names", "candidates", "marks")]
    doubt = None if text.date or text.years else "no year is printed"
    return Fact(election.id, "terms: " + ", ".join(dict.fromkeys(said[:_SAID])), doubt)


def _unnamed(
    text: Text, met: Sequence[Mention], nearest: Mapping[str, Election], topics: Sequence[str]
) -> Fact[str] | None:
    """The nearest vote, for a story of its offices and staff that names none: where its topic is in season."""
    signs = weights(m for m in met if m.role == "sign")
    if not text.date or sum(signs.values()) < _SIGNS:
        return None
    for topic in topics:
        fitting = [e for e in nearest.values() if _in_season(topic, text.date, e) and _placed(met, e)]
        if fitting:
            best = min(fitting, key=lambda e: (e.last_vote or e.year, not e.places))
            said = "terms: " + ", ".join([*signs][:_SAID])
            return Fact(best.id, said, "no election is named; the nearest vote is taken")
    return None


def _in_season(topic: str, date: datetime.date, election: Election) -> bool:
    stage, news = election.stage(topic), election.news
    if not stage or not news:
        return False
    return stage.open_on(date, _SEASON) if stage.windows else news[0] <= date <= news[1]


def _part(best: str, scores: dict[str, float], calendars: Calendars) -> str:
    """A story of Pilkada that plays where one of its elections is held belongs to that one."""
    children = [key for key in scores if calendars.elections[key].parent == best and scores[key] >= _PART * scores[best]]
    return max(children, key=lambda key: scores[key], default=best)


def _score(
    text: Text,
    met: Sequence[Mention],
    election: Election,
    calendars: Calendars,
    nearest: Mapping[str, Election],
    topics: Sequence[str],
) -> float:
    """How much a story speaks of an election; 0 where its year or its place does not fit."""
    own = [mention for mention in met if election.id in mention.owners]
    whole = calendars.elections.get(election.parent or "", election)
    years = (None, election.year, election.year + 1, whole.year)
    names = [m for m in own if m.role == "names" and m.year in years and not _forgotten(m, election, text.date)]
    fit = _fit(text, names, election)
    if not fit:
        return 0.0
    people = [m for m in own if m.role == "candidates"]
    marks = [m for m in own if m.role == "marks"]
    if not names and not marks and not any(m.role == "sign" or (m.role == "term" and m.zone < 2) for m in met):
        return 0.0  # candidates have other lives
    if not people and not _placed(own, election):
        return 0.0
    score = _names(names, election, text.date, nearest, topics) + 0.5 * sum(weights(marks).values())
    score += min(_MOST_PEOPLE, 0.5 * sum(weights(people).values()))
    return score * fit


def _forgotten(name: Mention, election: Election, date: datetime.date | None) -> bool:
    """Whether a name looks back ("pemilu kemarin") to an election that was not held just now."""
    if not name.remembered or name.year:
        return False
    return not (date and election.last_vote and election.last_vote <= date <= election.last_vote + _AFTER_VOTE)


def _names(
    names: Sequence[Mention],
    election: Election,
    date: datetime.date | None,
    nearest: Mapping[str, Election],
    topics: Sequence[str],
) -> float:
    """The weight of an election's names; those without a year fade when the vote is over, or that of another is near."""
    over = bool(date and election.last_vote and date > election.last_vote + _AFTER_VOTE)
    far = [m for m in names if not m.year and (over or (election.id not in nearest and not nearest.keys().isdisjoint(m.owners)))]
    late = over and bool(date and topics and not _in_season(topics[0], date, election))
    dated = any(m.year for m in names)
    weight = sum(weights(names).values()) - (1 - (_LATE if late else _NOT_NEXT)) * sum(weights(far).values())
    return weight * (_OWN_YEAR if dated else 1.0)


def _placed(met: Iterable[Mention], election: Election) -> bool:
    """Whether a story plays where the election is held."""
    weight = 0.0 if election.places else _PLACED
    for mention in met:
        if election.id not in mention.owners:
            continue
        if mention.role == "places":
            twice = 2 if mention.phrase.startswith(election.names) else 1
            weight += _PLACE_ZONES[mention.zone] * (_VENUE if mention.venue else twice)
        elif mention.role == "elsewhere":
            weight -= _PLACE_ZONES[mention.zone]
    return weight >= _PLACED


def _fit(text: Text, names: Sequence[Mention], election: Election) -> float:
    """By the article's date where it has one, else by the years it prints, else (no year at all) yes."""
    named = any(m.year == election.year and m.zone < 2 for m in names)
    news = election.news
    if text.date and news:
        if election.since and text.date < election.since:
            return 0.0
        return 1.0 if news[0] <= text.date <= news[1] else _OTHER_TIME if named else 0.0
    if any(m.year == election.year for m in names) or not text.years:
        return 1.0
    bounds = election.bounds()
    years = set(range(bounds[0].year, bounds[1].year + 1)) if bounds else {election.year}
    return 0.0 if years.isdisjoint(text.years) else 1.0


def _lost(met: Sequence[Mention], calendars: Calendars) -> list[Mention]:
    """Names of votes that are none of ours: abroad, of a club, or with a year that no calendar has."""
    years = {election.year for election in calendars.elections.values()}
    return [
        mention
        for mention in met
        if mention.role == "other" or (mention.role == "names" and mention.year and mention.year not in years)
    ]

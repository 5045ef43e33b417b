"""The election an article belongs to: by the names and places it mentions, its date and the years it prints."""

import datetime
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from kliping.article.fields import Fact
from kliping.elections.calendars import Calendars
from kliping.elections.mentions import ZONES, ArticleText, Mention, weights
from kliping.elections.model import Election

_AFTER_VOTE = datetime.timedelta(days=60)  # until then an election that names no year is the one just held
_LATE = 0.9  # of the weight is lost by a name without a year: then "pemilu" is any election
_FAINT = 1.0  # below this weight the nearest vote is tried first
_OTHER_TIME = 0.5  # weight of an election named with its year long before or after its calendar
_MARKS = 0.5
_PEOPLE, _MOST_PEOPLE = 0.5, 3.0  # weight of a candidate, and of all of them
_PLACES = (4.0, 2.0, 0.5)  # weight of a place in headline, lead, rest
_PLACED = 2.0  # weight of places at which a story plays there
_VENUE = 0.5  # of the weight of a place where somebody spoke
_PART = 0.5  # share of the whole's weight at which its part takes the story
_SIGNS = 2.0  # weight of offices and staff by which a story is about an election it does not name
_SEASON = datetime.timedelta(days=45)  # around the windows of a stage
_SPOKEN = ("names", "marks", "candidates")
_SAID = 8  # phrases given as the reason
_LAW = re.compile(  # an act is cited for decades; a rule of KPU is of the election's own time
    r"\b(?:UU|undang-undang|perppu)\s+(?:nomor\s+|no\.?\s*)?\d+\s*(?:/|tahun\s+)((?:19|20)\d\d)\b", re.IGNORECASE
)


class _Story(NamedTuple):
    """What is known of an article before it is asked which election it is about."""

    date: datetime.date | None
    years: frozenset[int]  # printed, those of acts aside
    by_role: Mapping[str, Sequence[Mention]]
    topics: Sequence[str]  # stages told of in headline or lead, heaviest first
    named: frozenset[int | None]  # years by which headline or lead name an election
    outlet: str | None

    def of(self, election: Election, role: str) -> list[Mention]:
        """The mentions that an election owns in a role."""
        return [m for m in self.by_role[role] if election.id in m.owners]


def assign_election(text: ArticleText, mentions: Sequence[Mention], calendars: Calendars) -> Fact[str]:
    """The id of the election an article belongs to, or None with the reason why as its basis.

    `mentions` are those of the text, as `find_mentions` gives them.
    """
    story = _story(text, mentions, calendars)
    names, terms = story.by_role["names"], {m.phrase for m in story.by_role["term"]}
    scores = _scores(story, calendars)
    best = max(scores, key=lambda key: (scores[key], _just_held(calendars.elections[key], text.date)), default="")
    others = weights([*story.by_role["other"], *(m for m in names if m.year and m.year not in calendars.years)])
    # A name that is as much a word of a stage (PSU) names no election by itself.
    named = others or weights(m for m in names if not m.remembered and m.phrase not in terms)
    faint = scores[best] < _FAINT if best else not named
    if not others and faint and (nearest := _nearest(story, calendars)):
        return nearest
    if best and scores[best] >= sum(others.values()):
        # A story of Pilkada that plays where one of its elections is held belongs to that one.
        parts = [k for k in scores if best in calendars.above(k) and scores[k] >= _PART * scores[best]]
        return _reasoned(story, calendars.elections[max(parts, key=lambda key: scores[key], default=best)])
    if not named:
        return Fact(None, "no word of an election kept here")
    return Fact(None, f"names {max(named, key=lambda phrase: named[phrase])}, but of no calendar kept here")


def _story(text: ArticleText, mentions: Sequence[Mention], calendars: Calendars) -> _Story:
    years = text.years
    if years and not text.date:
        years -= {int(year) for part in (text.title, text.lead, text.rest) for year in _LAW.findall(part)}
    by_role: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        by_role[mention.role].append(mention)
    topics: dict[str, float] = defaultdict(float)
    for mention in by_role["term"]:
        for stage in mention.owners if mention.zone < 2 else ():
            topics[stage] += ZONES[mention.zone]
    heaviest = sorted(topics, key=lambda stage: -topics[stage])
    named = frozenset(m.year for m in by_role["names"] if m.zone < 2)
    return _Story(text.date, years, by_role, heaviest, named, text.outlet)


def _scores(story: _Story, calendars: Calendars) -> dict[str, float]:
    """How much a story speaks of each election it can mean."""
    by_role = story.by_role
    # Candidates have other lives: they count with a sign of an election beside them.
    led = any(m.zone < 2 for m in by_role["candidates"]) and (by_role["sign"] or story.topics)
    if not (by_role["names"] or by_role["marks"] or led):
        return {}
    spoken = {owner for role in _SPOKEN for mention in by_role[role] for owner in mention.owners}
    scores = {}
    for key, election in calendars.elections.items():
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
    if not story.years or any(m.year == election.year for m in story.of(election, "names")):
        return 1.0
    bounds = election.bounds()
    first, last = (bounds[0].year, bounds[1].year) if bounds else (election.year, election.year)
    return float(any(first <= year <= last for year in story.years))


def _score(story: _Story, election: Election, whole: int) -> float:
    """The weight of an election's names, marks and people; 0 where the story plays elsewhere.

    `whole` is the year of the election it is part of, else its own. Names without a year fade once the vote and the
    stage the story is about are over; one that looks back ("pemilu kemarin") counts only for a vote held just now.
    """
    names, marks, candidates = (story.of(election, role) for role in _SPOKEN)
    if not any(m.zone < 2 for m in candidates) and not _placed(story, election):
        return 0.0
    held = _just_held(election, story.date)
    names = [m for m in names if m.year in (None, election.year, election.year + 1, whole)]
    names = [m for m in names if m.year or held or not m.remembered]
    weight = sum(weights(names).values())
    over = story.date and election.last_vote and story.date > election.last_vote + _AFTER_VOTE
    if over and story.topics and not _in_season(story.topics[0], story.date, election):
        weight -= _LATE * sum(weights(m for m in names if not m.year).values())
    led = min(_MOST_PEOPLE, _PEOPLE * sum(weights(candidates).values()))
    return weight + _MARKS * sum(weights(marks).values()) + led


def _just_held(election: Election, date: datetime.date | None) -> bool:
    return bool(date and election.last_vote and election.last_vote <= date <= election.last_vote + _AFTER_VOTE)


def _placed(story: _Story, election: Election) -> bool:
    """Whether a story plays where the election is held: with no places of its own, wherever none speaks against it."""
    places = story.of(election, "places")
    in_name = [m for m in places if m.phrase.startswith(election.names)]  # "Pilkada Jakarta"
    weight = sum(_PLACES[m.zone] * (_VENUE if m.venue and m not in in_name else 1.0) for m in places)
    weight += sum(_PLACES[m.zone] for m in in_name)
    weight -= sum(_PLACES[m.zone] for m in story.of(election, "elsewhere"))
    if not election.places:
        return weight > -_PLACED
    if story.outlet in election.outlets or 0 < len(story.of(election, "names")) <= 2 * len(in_name):
        weight += _PLACED
    return weight >= _PLACED


def _in_season(topic: str, date: datetime.date | None, election: Election) -> bool:
    """Whether a stage of an election is open on a day or nearly so; one without windows, as long as there is news."""
    stage, news = election.stage(topic), election.news
    if not stage or not news or not date:
        return False
    return stage.open_on(date, _SEASON) if stage.windows else news[0] <= date <= news[1]


def _reasoned(story: _Story, election: Election) -> Fact[str]:
    """The election with the phrases that speak of it."""
    phrases = [m.phrase for role in _SPOKEN for m in story.of(election, role)]
    led = story.of(election, "candidates")  # who ran tells the year as well
    doubt = None if story.date or story.years or led else "no year is printed"
    return Fact(election.id, "terms: " + ", ".join(dict.fromkeys(phrases[:_SAID])), doubt)


def _nearest(story: _Story, calendars: Calendars) -> Fact[str] | None:
    """The nearest vote, for a story of its offices and staff that names none: where its topic is in season."""
    signs, date = weights(story.by_role["sign"]), story.date
    if not date or sum(signs.values()) < _SIGNS:
        return None
    # The elections whose vote was held not long ago or lies ahead next.
    votes = [(e.last_vote, e) for e in calendars.elections.values() if e.last_vote and e.news and e.news[0] <= date]
    ahead = min((vote for vote, _ in votes if vote >= date), default=date)
    near = [(vote, e) for vote, e in votes if date - _AFTER_VOTE <= vote <= ahead]
    for topic in story.topics:
        fitting = [(vote, e) for vote, e in near if _in_season(topic, date, e) and _placed(story, e)]
        if fitting:
            _, best = min(fitting, key=lambda pair: (pair[0], not pair[1].places))
            reason = "terms: " + ", ".join([*signs][:_SAID])
            return Fact(best.id, reason, "no election is named; the nearest vote is taken")
    return None

"""The election and the stage of an article: the election by its words and date, the stage by topic, then by date.

Topic beats date: stages overlap by law, and papers write ahead of them and after them. The reason
is kept in the fact's basis; a tie or a weak reason is its doubt.
"""

import datetime
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from kliping.article.fields import NOTHING, Fact
from kliping.elections.assign_election import assign_election
from kliping.elections.calendars import Calendars
from kliping.elections.mentions import ArticleText, Mention, find_mentions, weight
from kliping.elections.model import Election, Stage
from kliping.elections.timing import AHEAD
from kliping.evidence.candidate import Candidate
from kliping.evidence.decision import Decision, decide
from kliping.evidence.weights import weights_of

_TIE = 0.9
_SAID = 4  # phrases given as the reason
_SEVERAL = 3  # stages of which a list of stages tells
_BACKGROUND, _ALONE, _WINDOW = "words that go with it", "nothing but such words", "date inside its window"


@dataclass(frozen=True, slots=True)
class Assignment:
    """The election and the stage of an article, each with its reason and all candidates; no election, no stage."""

    elections: Decision[str | None]
    stages: Decision[str]

    @property
    def election(self) -> Fact[str | None]:
        """The election."""
        return self.elections.fact

    @property
    def stage(self) -> Fact[str]:
        """The stage."""
        return self.stages.fact


@dataclass(slots=True)
class _Topic:
    """What speaks for a stage: phrase -> weight."""

    terms: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    background: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    headline: bool = False  # a word of the background stands in the headline

    def heaviest(self) -> str:
        """The heaviest phrases, as the reason of a fact."""
        share = weights_of("stage").evidence[_BACKGROUND]
        both = {**{phrase: share * weight for phrase, weight in self.background.items()}, **self.terms}
        return "terms: " + ", ".join(sorted(both, key=lambda phrase: -both[phrase])[:_SAID])


def assign_stage(text: ArticleText, calendars: Calendars, given: Fact[str] | None = None) -> Assignment:
    """The election (unless the curator has given it) and stage of an article, each with its reason and candidates."""
    mentions = find_mentions(text, calendars.lexicon)
    elections = _given(given) if given else assign_election(text, mentions, calendars)
    chosen = calendars.elections.get(elections.fact.value or "")
    if not chosen:
        return Assignment(elections, Decision(Fact(None, elections.fact.basis)))
    topics = _topics(mentions, calendars, _lacking(text.date, mentions, calendars, chosen), bool(text.title))
    return Assignment(elections, _stage(text, mentions, topics, chosen))


def _given(fact: Fact[str]) -> Decision[str | None]:
    return Decision(Fact(fact.value, fact.basis, fact.doubt))


def _lacking(
    date: datetime.date | None, mentions: Sequence[Mention], calendars: Calendars, election: Election
) -> set[str]:
    """The stages that need a word, before the vote or always, which neither headline nor lead has."""
    above = {(m.role, stage) for m in mentions if m.role.startswith("needs") and m.zone < 2 for stage in m.owners}
    ahead = bool(date and election.voting_day and date < election.voting_day)
    lacking = {key for key, kind in calendars.types.items() if kind.needs and ("needs", key) not in above}
    if ahead:
        role = "needs_before_vote"
        lacking |= {key for key, kind in calendars.types.items() if kind.needs_before_vote and (role, key) not in above}
    return lacking


def _topics(
    mentions: Sequence[Mention], calendars: Calendars, lacking: Collection[str], titled: bool
) -> dict[str, _Topic]:
    """What speaks for each stage; the terms of one that lacks a word it needs are no more than background."""
    topics: dict[str, _Topic] = defaultdict(_Topic)
    counts = Counter(m[:4] for m in mentions if m.role in ("term", "background"))  # role, owners, phrase, zone
    for (role, stages, phrase, zone), count in counts.items():
        for stage in stages:
            topic = topics[stage]
            if role == "term" and stage not in lacking:
                topic.terms[phrase] += weight(zone, count)
            else:
                topic.background[phrase] += weight(zone, count)
                topic.headline |= titled and zone == 0 and role == "background"
    return topics


def _stage(text: ArticleText, mentions: list[Mention], topics: dict[str, _Topic], election: Election) -> Decision[str]:
    scale = weights_of("stage")
    found = {s.id: _candidate(text.date, s, topics[s.id]) for s in election.stages if s.id in topics}
    scores = {key: scale.of(candidate) for key, candidate in found.items()}
    if listing := _listing(mentions, topics, election):
        return decide([listing, *found.values()], scale)
    if not scores or max(scores.values()) < scale.stated:
        return _by_date(text.date, election, found)
    if not (text.date and election.voting_day and text.date > election.voting_day):
        _yield_weight(mentions, election, found)
        scores = {key: scale.of(candidate) for key, candidate in found.items()}
    ranked = sorted(scores, key=lambda key: -scores[key])
    best = ranked[0]
    doubt = _better_elsewhere(topics, election, topics[best], scores[best])
    if not doubt and len(ranked) > 1 and scores[ranked[1]] >= _TIE * scores[best]:
        doubt = f"{best} and {ranked[1]} weigh nearly the same"
    if not doubt and _WINDOW not in found[best].evidence and not _is_above(best, mentions):
        doubt = "neither headline nor first paragraphs tell it"
    found[best].doubt = doubt
    return decide(list(found.values()), scale)


def _candidate(date: datetime.date | None, stage: Stage, topic: _Topic) -> Candidate[str]:
    """A stage by its words; how well a date suits it counts by what the words weigh.

    News of a stage far ahead is more often about something else by the same word.
    """
    scale, evidence = weights_of("stage").evidence, {}
    terms, background = sum(topic.terms.values()), sum(topic.background.values())
    total = terms + scale[_BACKGROUND] * background
    if terms:
        evidence["its terms"] = terms
    if background:
        evidence[_BACKGROUND] = background
    if not terms and not topic.headline:
        evidence[_ALONE] = total
        total *= 1 + scale[_ALONE]
    if told := _fit(date, stage):
        evidence[told] = total
    when = f"; {_WINDOW}" if date and stage.open_on(date) else ""
    return Candidate(stage.id, topic.heaviest() + when, evidence=evidence)


def _fit(date: datetime.date | None, stage: Stage) -> str | None:
    """What a date says for or against a stage, if anything."""
    if stage.type.phase is None:
        return "no stage of its own"
    if not date or not stage.windows:
        return None
    if stage.open_on(date):
        return _WINDOW
    return "its windows far ahead" if all(window.start - date > AHEAD for window in stage.windows) else None


def _is_above(stage: str, mentions: Sequence[Mention]) -> bool:
    """Whether headline or lead has a word of a stage."""
    return any(m.zone < 2 and m.role in ("term", "background") and stage in m.owners for m in mentions)


def _better_elsewhere(topics: Mapping[str, _Topic], election: Election, chosen: _Topic, best: float) -> str | None:
    """The doubt that a stage this calendar lacks would fit better, by words that do not speak for the chosen one."""
    lacking = [key for key in sorted(topics) if not election.stage(key) and sum(topics[key].terms.values()) > best]
    taken = {phrase.casefold() for phrase in (*election.names, *chosen.terms, *chosen.background)} if lacking else ()
    for stage in lacking:
        if sum(w for phrase, w in topics[stage].terms.items() if phrase.casefold() not in taken) > best:
            return f"{stage} tells it better, but this calendar has no such stage"
    return None


def _listing(mentions: Sequence[Mention], topics: Mapping[str, _Topic], election: Election) -> Candidate[str] | None:
    """A story of all stages: its headline says `jadwal` and names none of them, its text tells of several."""
    word = next((m for m in mentions if m.role == "lists" and m.zone == 0 and election.stage(m.owners[0])), None)
    if not word or any(m.role == "term" and m.zone == 0 and m.owners != word.owners for m in mentions):
        return None
    stages = [stage for stage, topic in topics.items() if topic.terms and stage not in word.owners]
    if len(stages) < _SEVERAL:
        return None
    return Candidate(word.owners[0], f"terms: {word.phrase}", evidence={"lists all stages": 1.0})


def _yield_weight(mentions: Sequence[Mention], election: Election, found: Mapping[str, Candidate[str]]) -> None:
    """An oath of polling staff is no inauguration: the stage whose staff it is takes the weight."""
    scale = weights_of("stage")
    above = {owner for m in mentions if m.zone < 2 and m.role in ("term", "background") for owner in m.owners}
    for stage in election.stages:
        for other in stage.type.yields_to:
            if stage.id in found and other in found and other in above:
                amount = scale.of(found[stage.id])
                for key, sign in ((other, 1), (stage.id, -1)):
                    evidence = found[key].evidence
                    evidence["taken from another stage"] = evidence.get("taken from another stage", 0.0) + sign * amount


def _by_date(date: datetime.date | None, election: Election, found: Mapping[str, Candidate[str]]) -> Decision[str]:
    """The stage by weak words or by the date alone: the open window that is shortest. Always in doubt."""
    if found:
        for candidate in found.values():
            candidate.basis, candidate.doubt = "terms: weak", "few words tell the stage"
        return decide(list(found.values()), weights_of("stage"))
    open_now = [(w.end - w.start, s.id) for s in election.stages for w in s.windows if date and w.holds(date)]
    if open_now:
        doubt = "no words tell the stage; chosen by date alone"
        by_date = [
            Candidate(key, "date", evidence={"shortest open window": 1.0}, doubt=doubt) for _, key in sorted(open_now)
        ]
        return decide(by_date, weights_of("stage"))
    lintas = Fact("lintas", "no words", "no words and no date tell the stage")
    return Decision(lintas if election.stage("lintas") else NOTHING)


def date_contradiction(date: datetime.date, stage: Stage | None, election: Election | None) -> str | None:
    """Why a date cannot be that of a story about a stage: it lies after the vote the stage precedes; else None."""
    if not stage or not election or not election.voting_day or not stage.type.before_vote:
        return None
    if stage.windows and date > max(election.voting_day, *(window.end for window in stage.windows)):
        return "lies after the vote it looks forward to"
    return None

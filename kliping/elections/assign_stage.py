"""The election and the stage of an article: the election by its words and date, the stage by topic, then by date.

Topic beats date: stages overlap by law, and papers write ahead of them and after them. The reason
is kept in the fact's basis; a tie or a weak reason is its doubt.
"""

import datetime
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from kliping.article.fields import NOTHING, Fact
from kliping.elections.assign_election import assign_election
from kliping.elections.calendars import Calendars
from kliping.elections.mentions import ArticleText, Mention, find_mentions, weight
from kliping.elections.model import Election, Stage

# Weights settled by measuring on labelled pages: a headline says what a story is about, its first
# two paragraphs nearly so, and a term of the background there no more than a term further down.
_BACKGROUND = 0.35
_NO_TERM = 0.4  # words of the background alone must not decide
_IN_WINDOW = 1.25  # the date falls into a window of the stage
_AHEAD = datetime.timedelta(days=90)
_FAR_AHEAD = 0.45
_CROSS_STAGE = 0.7
_WEAK = 2.0
_TIE = 0.9
_SAID = 4  # phrases given as the reason
_SEVERAL = 3  # stages of which a list of stages tells


@dataclass(frozen=True, slots=True)
class Assignment:
    """The election and the stage of an article, each with its reason; no election, no stage."""

    election: Fact[str]
    stage: Fact[str]


@dataclass(slots=True)
class _Topic:
    """What speaks for a stage: phrase -> weight."""

    terms: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    background: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    headline: bool = False  # a word of the background stands in the headline

    def weight(self) -> float:
        """The sum, less where neither a term nor the headline decides."""
        decides = self.terms or self.headline
        return (sum(self.terms.values()) + sum(self.background.values())) * (1.0 if decides else _NO_TERM)

    def heaviest(self) -> str:
        """The heaviest phrases, as the reason of a fact."""
        both = {**self.background, **self.terms}
        return "terms: " + ", ".join(sorted(both, key=lambda phrase: -both[phrase])[:_SAID])


def assign_stage(text: ArticleText, calendars: Calendars, given: Fact[str] | None = None) -> Assignment:
    """The election (unless the curator has given it) and stage of an article, each with its reason."""
    mentions = find_mentions(text, calendars.lexicon)
    election = given or assign_election(text, mentions, calendars)
    chosen = calendars.elections.get(election.value or "")
    if not chosen:
        return Assignment(election, Fact(None, election.basis))
    topics = _topics(mentions, calendars, titled=bool(text.title))
    return Assignment(election, _stage(text, mentions, topics, chosen))


def _topics(mentions: Sequence[Mention], calendars: Calendars, titled: bool) -> dict[str, _Topic]:
    """What speaks for each stage; the terms of one that lacks a word it needs are no more than background."""
    needed = {stage for m in mentions if m.role == "needs" and m.zone < 2 for stage in m.owners}
    lacking = {stage for stage, kind in calendars.types.items() if kind.needs} - needed
    topics: dict[str, _Topic] = defaultdict(_Topic)
    counts = Counter(m[:4] for m in mentions if m.role in ("term", "background"))  # role, owners, phrase, zone
    for (role, stages, phrase, zone), count in counts.items():
        for stage in stages:
            topic = topics[stage]
            if role == "term" and stage not in lacking:
                topic.terms[phrase] += weight(zone, count)
            else:
                topic.background[phrase] += _BACKGROUND * weight(zone, count)
                topic.headline |= titled and zone == 0
    return topics


def _stage(text: ArticleText, mentions: list[Mention], topics: dict[str, _Topic], election: Election) -> Fact[str]:
    if listing := _listing(mentions, topics, election):
        return listing
    scores = {s.id: topics[s.id].weight() * _fit(text.date, s) for s in election.stages if s.id in topics}
    if not scores or max(scores.values()) < _WEAK:
        return _by_date(text.date, election, scores)
    if not (text.date and election.voting_day and text.date > election.voting_day):
        _yield_weight(mentions, election, scores)
    ranked = sorted(scores, key=lambda key: -scores[key])
    best, topic, stage = ranked[0], topics[ranked[0]], election.stage(ranked[0])
    doubt = _better_elsewhere(topics, election, topic, scores[best])
    if not doubt and len(ranked) > 1 and scores[ranked[1]] >= _TIE * scores[best]:
        doubt = f"{best} and {ranked[1]} weigh nearly the same"
    when = "; date inside its window" if stage and text.date and stage.open_on(text.date) else ""
    return Fact(best, topic.heaviest() + when, doubt)


def _better_elsewhere(topics: Mapping[str, _Topic], election: Election, chosen: _Topic, best: float) -> str | None:
    """The doubt that a stage this calendar lacks would fit better, by words that do not speak for the chosen one."""
    lacking = [key for key in sorted(topics) if not election.stage(key) and sum(topics[key].terms.values()) > best]
    taken = {phrase.casefold() for phrase in (*election.names, *chosen.terms, *chosen.background)} if lacking else ()
    for stage in lacking:
        if sum(w for phrase, w in topics[stage].terms.items() if phrase.casefold() not in taken) > best:
            return f"{stage} tells it better, but this calendar has no such stage"
    return None


def _listing(mentions: Sequence[Mention], topics: Mapping[str, _Topic], election: Election) -> Fact[str] | None:
    """A story of all stages: its headline says `jadwal` and names none of them, its text tells of several."""
    word = next((m for m in mentions if m.role == "lists" and m.zone == 0 and election.stage(m.owners[0])), None)
    if not word or any(m.role == "term" and m.zone == 0 and m.owners != word.owners for m in mentions):
        return None
    stages = [stage for stage, topic in topics.items() if topic.terms and stage not in word.owners]
    return Fact(word.owners[0], f"terms: {word.phrase}") if len(stages) >= _SEVERAL else None


def _yield_weight(mentions: Sequence[Mention], election: Election, scores: dict[str, float]) -> None:
    """An oath of polling staff is no inauguration: the stage whose staff it is takes the weight."""
    above = {owner for m in mentions if m.zone < 2 and m.role in ("term", "background") for owner in m.owners}
    for stage in election.stages:
        for other in stage.type.yields_to:
            if stage.id in scores and other in scores and other in above:
                scores[other] += scores.pop(stage.id)


def _fit(date: datetime.date | None, stage: Stage) -> float:
    """How well a date suits a stage: news of a stage far ahead is more often about something else by the same word.

    Cross-stage news is what is left when no stage is the topic: meetings are held about every stage.
    """
    if stage.type.phase is None:
        return _CROSS_STAGE
    if not date or not stage.windows:
        return 1.0
    if stage.open_on(date):
        return _IN_WINDOW
    return _FAR_AHEAD if all(window.start - date > _AHEAD for window in stage.windows) else 1.0


def _by_date(date: datetime.date | None, election: Election, scores: Mapping[str, float]) -> Fact[str]:
    """The stage by weak words or by the date alone: the open window that is shortest. Always in doubt."""
    if scores:
        best = max(scores, key=lambda key: scores[key])
        return Fact(best, "terms: weak", "few words tell the stage")
    open_now = [(w.end - w.start, s.id) for s in election.stages for w in s.windows if date and w.holds(date)]
    if open_now:
        return Fact(min(open_now)[1], "date", "no words tell the stage; chosen by date alone")
    return Fact("lintas", "no words", "no words and no date tell the stage") if election.stage("lintas") else NOTHING


def date_contradiction(date: datetime.date, stage: Stage | None, election: Election | None) -> str | None:
    """Why a date cannot be that of a story about a stage: it lies after the vote the stage precedes; else None."""
    if not stage or not election or not election.voting_day or not stage.type.before_vote:
        return None
    if stage.windows and date > max(election.voting_day, *(window.end for window in stage.windows)):
        return "lies after the vote it looks forward to"
    return None

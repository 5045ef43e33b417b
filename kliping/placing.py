"""Placing an article: the election by its words and date, the stage by topic, then by date.

Topic beats date: stages overlap by law, and papers write ahead of them and after them. The reason
is kept in the fact's basis; a tie or a weak reason is its doubt.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kliping.article import NOTHING, Fact
from kliping.stages import Calendars, Election, Stage
from kliping.terms import Hit, tokens

# Weights settled by measuring on labelled pages: a headline says what a story is about, its first
# two paragraphs nearly so, and a term of the background there no more than a term further down.
_ZONES = (4.0, 2.0, 1.0)  # headline (where there is none, the first paragraph), lead, rest
_MOST = 3  # mentions of one phrase that count in the rest
_BACKGROUND = 0.35
_NO_TERM = 0.4  # words of the background alone must not decide
_IN_WINDOW = 1.25  # the date falls into a window of the stage
_AHEAD = datetime.timedelta(days=90)
_FAR_AHEAD = 0.45
_CROSS_STAGE = 0.7
_WEAK = 2.0
_TIE = 0.9
_REMEMBERED = frozenset(("kemarin", "lalu", "sebelumnya", "silam", "terdahulu"))  # "Pemilu 2024 yang lalu"
_NEAR = 40  # hits on either side among which a longer phrase around one is looked for
_SAID = 4  # phrases told as the reason
_YEAR_WITHIN = 9  # words behind an election's name in which its year is looked for
_AROUND = (datetime.timedelta(days=120), datetime.timedelta(days=150))  # news before and after a calendar


@dataclass(frozen=True, slots=True)
class Text:
    """An article as placing reads it."""

    title: str
    lead: str
    rest: str
    date: datetime.date | None
    years: frozenset[int]


@dataclass(frozen=True, slots=True)
class Met:
    """A phrase met: its role and owner, its zone, and the year printed near it."""

    role: str
    owner: str
    phrase: str
    zone: int
    year: int | None


@dataclass(frozen=True, slots=True)
class Place:
    election: Fact[str]
    stage: Fact[str]


def place(text: Text, calendars: Calendars, told: Fact[str] | None = None) -> Place:
    """The election (unless the curator told it) and stage of an article, each with its reason."""
    parts = (text.title, text.lead, text.rest) if text.title else (text.lead.split("\n")[0], text.lead, text.rest)
    met = [hit for zone, part in enumerate(parts) for hit in _met(part, zone, calendars)]
    election = told or _election(text, met, calendars)
    chosen = calendars.elections.get(election.value or "")
    return Place(election, _stage(text, met, chosen) if chosen else Fact(None, election.basis))


def _met(part: str, zone: int, calendars: Calendars) -> list[Met]:
    words = tokens(part)
    hits = list(calendars.lexicon.hits(words))
    found = []
    for i, hit in enumerate(hits):
        role, _, owner = hit.owner.partition(":")
        if role == "counter" or (role == "names" and not _REMEMBERED.isdisjoint(words[hit.end : hit.end + 4])):
            continue
        near = hits[max(0, i - _NEAR) : i + _NEAR]  # in the order of their first words
        if not any(_hides(cover, hit, role, owner) for cover in near):
            found.append(Met(role, owner, hit.phrase, zone, _year_behind(words, hit.end)))
    return found


def _hides(cover: Hit, hit: Hit, role: str, owner: str) -> bool:
    """Whether a phrase around this one takes it: a counter of its owner, its owner's longer phrase, a longer name."""
    if cover is hit or cover.start > hit.start or cover.end < hit.end:
        return False
    kind, _, whose = cover.owner.partition(":")
    if kind == "counter":
        return whose == owner
    longer = cover.end - cover.start > hit.end - hit.start
    return longer and (cover.owner == hit.owner or role == kind == "names")


def _year_behind(words: Sequence[str], at: int) -> int | None:
    near = words[at : at + _YEAR_WITHIN]
    return next((int(word) for word in near if len(word) == 4 and word.isdigit() and word[:2] in ("19", "20")), None)


def _weights(met: Sequence[Met]) -> dict[str, float]:
    """Phrase -> weight: once in the headline, once in the lead, up to three times in the rest."""
    counts: dict[tuple[str, int], int] = defaultdict(int)
    for hit in met:
        counts[hit.phrase, hit.zone] += 1
    found: dict[str, float] = defaultdict(float)
    for (phrase, zone), count in counts.items():
        found[phrase] += _ZONES[zone] * (min(count, _MOST) if zone == 2 else 1)
    return found


def _election(text: Text, met: Sequence[Met], calendars: Calendars) -> Fact[str]:
    scores = {e.id: score for e in calendars.elections.values() if (score := _belongs(text, met, e)) > 0}
    if not scores:
        named = sorted({hit.phrase for hit in met if hit.role == "names"})
        return Fact(
            None, f"names {named[0]}, but of no calendar kept here" if named else "no word of an election kept here"
        )
    best = calendars.elections[_most_special(max(scores, key=lambda key: scores[key]), scores, calendars)]
    own = [hit for hit in met if hit.owner == best.id]
    said = [hit.phrase for hit in own if hit.role != "places"]
    doubt = None
    if not said:
        doubt = "only places and the date tell it"
    elif not text.date and not text.years:
        doubt = "no year is printed"
    return Fact(best.id, "terms: " + ", ".join(dict.fromkeys((said or [hit.phrase for hit in own])[:8])), doubt)


def _most_special(best: str, scores: dict[str, float], calendars: Calendars) -> str:
    """A story of Pilkada that plays where one of its elections is held belongs to that one."""
    children = [key for key in scores if calendars.elections[key].parent == best and 2 * scores[key] >= scores[best]]
    return max(children, key=lambda key: scores[key], default=best)


def _belongs(text: Text, met: Sequence[Met], election: Election) -> float:
    """How much a story speaks of an election; 0 where its year or its place does not fit."""
    own = [hit for hit in met if hit.owner == election.id and hit.year in (None, election.year, election.year + 1)]
    by_role = {role: [hit for hit in own if hit.role == role] for role in ("names", "candidates", "marks", "places")}
    names, people = by_role["names"], by_role["candidates"]
    if not _fits_time(text, names, election):
        return 0.0
    placed = (
        sum(_ZONES[hit.zone] * (2 if hit.phrase.startswith(election.names) else 1) for hit in by_role["places"]) >= 2
    )
    if election.places and not placed and not people:
        return 0.0
    score = sum(_weights(names).values()) + 0.5 * sum(_weights(by_role["marks"]).values())
    score += min(3.0, 0.5 * sum(_weights(people).values()))
    if not score and placed and text.date and any(hit.role in ("term", "background") for hit in met):
        return 0.1  # nothing but places and the date: better than nowhere, and told as a doubt
    return score * (1.3 if any(hit.year == election.year for hit in names) else 1.0)


def _fits_time(text: Text, names: Sequence[Met], election: Election) -> bool:
    """By the article's date where it has one, else by the years it prints, else (no year at all) yes."""
    bounds = election.bounds()
    if text.date and bounds:
        return bounds[0] - _AROUND[0] <= text.date <= bounds[1] + _AROUND[1]
    if any(hit.year == election.year for hit in names) or not text.years:
        return True
    years = set(range(bounds[0].year, bounds[1].year + 1)) if bounds else {election.year}
    return not years.isdisjoint(text.years)


def _stage(text: Text, met: Sequence[Met], election: Election) -> Fact[str]:
    by_owner: dict[tuple[str, str], list[Met]] = defaultdict(list)
    for hit in met:
        by_owner[hit.role, hit.owner].append(hit)
    scores: dict[str, float] = {}
    said: dict[str, dict[str, float]] = {}
    for stage in election.stages:
        terms = _weights(by_owner.get(("term", stage.id), ()))
        behind = {p: _BACKGROUND * w for p, w in _weights(by_owner.get(("background", stage.id), ())).items()}
        if terms or behind:
            weight = sum(terms.values()) + sum(behind.values())
            scores[stage.id] = weight * _fit(text.date, stage) * (1.0 if terms else _NO_TERM)
            said[stage.id] = {**behind, **terms}
    if not scores or max(scores.values()) < _WEAK:
        return _by_date(text.date, election, scores)
    _yield(text, met, election, scores)
    found = _best_stage(text, election, scores, said)
    foreign = {owner for role, owner in by_owner if role == "term" and not election.stage(owner)}
    for owner in sorted(foreign):
        if sum(_weights(by_owner["term", owner]).values()) > max(scores.values()):
            return replace(found, doubt=f"{owner} tells it better, but this calendar has no such stage")
    return found


def _yield(text: Text, met: Sequence[Met], election: Election, scores: dict[str, float]) -> None:
    """Before the vote, an oath of polling staff is no inauguration: the stage whose staff it is takes the weight."""
    if text.date and election.voting_day and text.date > election.voting_day:
        return
    above = {hit.owner for hit in met if hit.zone < 2 and hit.role in ("term", "background")}
    for stage in election.stages:
        for other in stage.type.yields_to:
            if stage.id in scores and other in scores and other in above:
                scores[other] += scores.pop(stage.id)


def _best_stage(
    text: Text, election: Election, scores: dict[str, float], said: dict[str, dict[str, float]]
) -> Fact[str]:
    ranked = sorted(scores, key=lambda key: -scores[key])
    best = ranked[0]
    doubt = None
    if len(ranked) > 1 and scores[ranked[1]] >= _TIE * scores[best]:
        doubt = f"{best} and {ranked[1]} weigh nearly the same"
    words = sorted(said[best], key=lambda phrase: -said[best][phrase])[:_SAID]
    stage = election.stage(best)
    when = "; date inside its window" if stage and text.date and stage.open_on(text.date) else ""
    return Fact(best, "terms: " + ", ".join(words) + when, doubt)


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


def _by_date(date: datetime.date | None, election: Election, scores: dict[str, float]) -> Fact[str]:
    """The stage by weak words or by the date alone: the open window that is shortest. Always in doubt."""
    if scores:
        best = max(scores, key=lambda key: scores[key])
        return Fact(best, "terms: weak", "few words tell the stage")
    open_now = [(w.end - w.start, s.id) for s in election.stages for w in s.windows if date and w.holds(date)]
    if open_now:
        return Fact(min(open_now)[1], "date", "no words tell the stage; chosen by date alone")
    return Fact("lintas", "no words", "no words and no date tell the stage") if election.stage("lintas") else NOTHING


def contradicts(date: datetime.date, stage: Stage | None, election: Election | None) -> str | None:
    """Why a date cannot be that of a story about a stage: it lies after the vote the stage precedes."""
    if not stage or not election or not election.voting_day or not stage.type.before_vote:
        return None
    if stage.windows and date > max(election.voting_day, *(window.end for window in stage.windows)):
        return "lies after the vote it looks forward to"
    return None

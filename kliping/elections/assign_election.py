"""The election an article belongs to: by the names and places it mentions, its date and the years it prints.

Each election that an article speaks of is a candidate; data/evidence/election.yaml says what its evidence weighs.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from kliping.article.fields import Fact
from kliping.elections import timing
from kliping.elections.calendars import Calendars
from kliping.elections.election_words import MARKS, is_placed, named_beside, weight_of
from kliping.elections.mentions import ArticleText, Mention, weights
from kliping.elections.model import Election
from kliping.elections.offices import tells_office
from kliping.elections.story import Story, read_story
from kliping.evidence.candidate import Candidate
from kliping.evidence.decision import Decision, decide
from kliping.evidence.weights import weights_of

_FAINT = 1.0  # below this weight the nearest vote is tried first
_PART = 0.5  # share of the whole's weight at which its part takes the story
_SIGNS = 2.0  # weight of offices and staff by which a story is about an election it does not name
_SPOKEN = ("names", "marks", "candidates")
_SAID = 8  # phrases given as the reason
_ANY = ("pemilu", "pemilihan umum", "pemilu serentak", "pemilihan umum serentak")  # papers call a Pilkada so, too
_TELL_YEAR = frozenset(("its voting day", "its year in the name"))

Choice = Candidate[str | None]  # the id of an election; None is none of those kept here


def assign_election(text: ArticleText, mentions: Sequence[Mention], calendars: Calendars) -> Decision[str | None]:
    """The id of the election an article belongs to, or None with the reason why as its basis; and all candidates.

    `mentions` are those of the text, as `find_mentions` gives them.
    """
    story = read_story(text, mentions)
    choices: dict[str, Choice] = {}
    fitting: dict[str, float] = {}  # how much the story speaks of those that it can mean
    for election in _spoken(story, calendars):
        whole = calendars.elections.get(election.parent or "", election)
        if found := _choice(story, election, whole.year):
            choices[election.id] = found[0]
            if timing.REFUSALS.isdisjoint(found[0].evidence):
                fitting[election.id] = found[1]
    names, terms = story.by_role["names"], {m.phrase for m in story.by_role["term"]}
    others = weights([*story.by_role["other"], *(m for m in names if m.year and m.year not in calendars.years)])
    # A name that is as much a word of a stage (PSU) names no election by itself.
    named = others or weights(m for m in names if not m.remembered and m.phrase not in terms)
    candidates: list[Choice] = [*choices.values(), *_parts(choices, fitting, calendars)]
    faint = max(fitting.values()) < _FAINT if fitting else not named
    if faint and not others:
        candidates += _nearest(story, calendars)
    candidates += _none_kept(story, others, fitting.keys())
    _doubt_year(story, candidates)
    decision = decide(candidates, weights_of("election"), calendars.root, lambda key: _short(key, calendars))
    if decision.fact.value:
        return decision
    reason = f"names {max(named, key=lambda phrase: named[phrase])}, but of no calendar kept here" if named else None
    return replace(decision, fact=Fact(None, decision.fact.basis or reason or "no word of an election kept here"))


def _none_kept(story: Story, others: dict[str, float], fitting: AbstractSet[str]) -> Iterator[Choice]:
    """The candidate that it is none of the elections kept here.

    Names of others speak for it, and the names and marks of elections none of which the story can mean at its time.
    """
    terms = {m.phrase for m in story.by_role["term"]}  # voting again is a stage as well
    names, marks = (
        [m for m in story.by_role[role] if not m.remembered and m.phrase not in terms and fitting.isdisjoint(m.owners)]
        for role in ("names", "marks")
    )
    words = {
        **{phrase: MARKS * weight for phrase, weight in weights(marks).items()},
        **weights(names),
        **others,
    }
    if words:
        basis = f"names {max(words, key=lambda phrase: words[phrase])}, but of no calendar kept here"
        choice: Choice = Candidate(None, basis, evidence={"names of another vote": _size(sum(words.values()))})
        choice.add("its offices", when=_tells_office(*names, *marks))
        yield choice


def _size(weight: float) -> float:
    """The weight of words as evidence: one more where they weigh twice as much."""
    return math.log2(1 + weight)


def _short(key: str | None, calendars: Calendars) -> str:
    return calendars.elections[key].short if key else "of another vote"


def _spoken(story: Story, calendars: Calendars) -> Iterator[Election]:
    """The elections that own a name, a mark or a candidate in a story, or are named beside it."""
    by_role = story.by_role
    # Candidates have other lives: they count with a sign of an election beside them.
    led = story.at_work and any(m.zone < 2 for m in by_role["candidates"])
    roles = _SPOKEN if by_role["names"] or by_role["marks"] or led else ()
    mentions = [m for role in roles for m in by_role[role]] + [*(story.beside if story.at_work else ())]
    owners = {owner for mention in mentions for owner in mention.owners}
    return (election for key, election in calendars.elections.items() if key in owners)


def _choice(story: Story, election: Election, whole: int) -> tuple[Choice, float] | None:
    """The candidate for an election and how much the story speaks of it; None where it plays elsewhere.

    `whole` is the year of the election it is part of, or its own. What depends on other elections is no part of the
    evidence. Lines beside the text are enough only for a story of an election at work.
    """
    if why := timing.refusal(story, election):
        return Candidate(election.id, "terms", evidence={why: 1.0}), 0.0
    names, marks, people = (story.of(election, role) for role in _SPOKEN)
    beside = named_beside(story, election)
    if not is_placed(story, election):
        return None
    weight = weight_of(story, election, whole)
    if weight <= 0 and not (beside and story.at_work):
        return None
    phrases = [m.phrase for m in (*names, *marks, *people)] or [m.phrase for m in beside]
    choice: Choice = Candidate(election.id, "terms: " + ", ".join(dict.fromkeys(phrases[:_SAID])))
    if weight > 0:
        choice.evidence["its words"] = _size(weight)
    else:
        choice.doubt = "rests on little: kicker or caption"
    choice.add("its year in the name", when=any(m.year == election.year for m in (*names, *beside) if m.zone != 2))
    choice.add("its offices", when=_tells_office(*names, *marks))
    only_any = names and not marks and all(m.phrase.casefold() in _ANY for m in names)
    choice.add("only the word for any election", when=only_any)
    choice.add("kicker or caption", when=beside)
    choice.add(*timing.evidence(story, election))
    return choice, max(weight, 0.0)


def _tells_office(*mentions: Mention) -> bool:
    """Whether headline or lead tell an office that is voted for."""
    return any(m.zone < 2 and tells_office(m.phrase) for m in mentions)


def _parts(choices: Mapping[str, Choice], fitting: Mapping[str, float], calendars: Calendars) -> Iterator[Choice]:
    """Each part of an election, by what speaks for the whole: a story of Pilkada belongs to the one where it plays."""
    for key, weight in fitting.items():
        for above in calendars.above(key) & fitting.keys():
            if weight and weight >= _PART * fitting[above]:
                whole, part = choices[above], choices[key]
                share = math.log2(weight / fitting[above]) if fitting[above] else 0.0
                evidence = {**whole.evidence, "held where the story plays": 2 + share}
                yield Candidate(key, part.basis, evidence=evidence)


def _nearest(story: Story, calendars: Calendars) -> Iterator[Choice]:
    """The nearest vote, for a story of its offices and staff that names none: where its topic is in season."""
    signs, date = weights(story.by_role["sign"]), story.date
    if not date or sum(signs.values()) < _SIGNS:
        return
    near = timing.nearest_votes(date, calendars.elections.values())
    for topic in story.topics:
        fitting = [(vote, e) for vote, e in near if timing.in_season(topic, date, e) and is_placed(story, e)]
        if fitting:
            _, best = min(fitting, key=lambda pair: (pair[0], not pair[1].places))
            doubt = None if named_beside(story, best) else "no election is named; the nearest vote is taken"
            reason = "terms: " + ", ".join([*signs][:_SAID])
            yield Candidate(best.id, reason, evidence={"nearest vote": 1.0}, doubt=doubt)
            return


def _doubt_year(story: Story, candidates: Sequence[Choice]) -> None:
    """Note that the year of an election is not told: by no date, year or candidate, nor by the day of its vote.

    A weekday does not tell it: a day falls on it again after five or six years, when there may be the next election.
    """
    if story.date or story.years:
        return
    for choice in candidates:
        led = any(choice.value in m.owners for m in story.by_role["candidates"])  # who ran tells the year as well
        if not led and _TELL_YEAR.isdisjoint(choice.evidence):
            choice.doubt = choice.doubt or "no year is printed"

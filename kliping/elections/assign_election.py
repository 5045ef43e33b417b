"""The election an article belongs to: by the names and places it mentions, its date and the years it prints.

Each election that an article speaks of is a candidate; data/evidence/election.yaml says what its evidence weighs.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from kliping.article.fields import Fact
from kliping.elections import timing
from kliping.elections.calendars import Calendars
from kliping.elections.mentions import ArticleText, Mention, weights
from kliping.elections.model import Election
from kliping.elections.offices import tells_office
from kliping.elections.story import Story, read_story
from kliping.evidence.candidate import Candidate
from kliping.evidence.decision import Decision, decide
from kliping.evidence.weights import weights_of

_LATE = 0.9  # of the weight is lost by a name without a year: then "pemilu" is any election
_FAINT = 1.0  # below this weight the nearest vote is tried first
_MARKS = 0.5
_PEOPLE, _MOST_PEOPLE = 0.5, 3.0  # weight of a candidate, and of all of them
_PLACES = (4.0, 2.0, 0.5)  # weight of a place in headline, lead, rest
_PLACED = 2.0  # weight of places at which a story plays there
_VENUE = 0.5  # of the weight of a place where somebody spoke
_PART = 0.5  # share of the whole's weight at which its part takes the story
_SIGNS = 2.0  # weight of offices and staff by which a story is about an election it does not name
_SPOKEN = ("names", "marks", "candidates")
_SAID = 8  # phrases given as the reason
_ANY = ("pemilu", "pemilihan umum", "pemilu serentak", "pemilihan umum serentak")  # papers call a Pilkada so, too

Choice = Candidate[str | None]  # the id of an election; None is none of those kept here


def assign_election(text: ArticleText, mentions: Sequence[Mention], calendars: Calendars) -> Decision[str | None]:
    """The id of the election an article belongs to, or None with the reason why as its basis; and all candidates.

    `mentions` are those of the text, as `find_mentions` gives them.
    """
    story = read_story(text, mentions)
    told = _told(story, calendars)
    choices = {key: _choice(story, calendars.elections[key], weight) for key, weight in told.items()}
    fitting = {key: told[key] for key, choice in choices.items() if timing.REFUSALS.isdisjoint(choice.evidence)}
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
    return Decision(Fact(None, decision.fact.basis or reason or "no word of an election kept here"), decision.ranked)


def _none_kept(story: Story, others: Mapping[str, float], fitting: AbstractSet[str]) -> Iterator[Choice]:
    """The candidate that it is none of the elections kept here.

    Names of others speak for it, and the names and marks of elections none of which the story can mean at its time.
    """
    terms = {m.phrase for m in story.by_role["term"]}  # voting again is a stage as well
    names, marks = (
        [m for m in story.by_role[role] if not m.remembered and m.phrase not in terms and fitting.isdisjoint(m.owners)]
        for role in ("names", "marks")
    )
    words = {**{phrase: _MARKS * weight for phrase, weight in weights(marks).items()}, **weights(names), **others}
    if words:
        basis = f"names {max(words, key=lambda phrase: words[phrase])}, but of no calendar kept here"
        choice: Choice = Candidate(None, basis, evidence={"names of another vote": _size(sum(words.values()))})
        choice.add("its offices", when=any(m.zone < 2 and tells_office(m.phrase) for m in (*names, *marks)))
        yield choice


def _size(weight: float) -> float:
    """The weight of words as evidence: one more where they weigh twice as much."""
    return math.log2(1 + weight)


def _short(key: str | None, calendars: Calendars) -> str:
    return calendars.elections[key].short if key else "of another vote"


def _told(story: Story, calendars: Calendars) -> dict[str, float]:
    """How much a story speaks of each election it can mean; 0 for one that only lines beside the text name."""
    by_role = story.by_role
    at_work = bool(by_role["sign"] or story.topics)
    # Candidates have other lives: they count with a sign of an election beside them.
    led = at_work and any(m.zone < 2 for m in by_role["candidates"])
    spoken = by_role["names"] or by_role["marks"] or led
    roles = _SPOKEN if spoken else ()
    owners = {owner for role in roles for mention in by_role[role] for owner in mention.owners}
    if at_work:
        owners |= {owner for mention in story.beside for owner in mention.owners}
    told = {}
    for key, election in calendars.elections.items():
        if key not in owners or not _placed(story, election):
            continue
        whole = calendars.elections.get(election.parent or "", election)
        weight = _weight(story, election, whole.year) if spoken else 0.0
        if weight > 0 or (at_work and _beside(story, election)):
            told[key] = weight
    return told


def _weight(story: Story, election: Election, whole: int) -> float:
    """The weight of an election's names, marks and people; `whole` is the year of the one it is part of, or its own.

    Names without a year fade once the vote and the stage the story is about are over; one that looks back ("pemilu
    kemarin") counts only for a vote held just now.
    """
    names, marks, candidates = (story.of(election, role) for role in _SPOKEN)
    held = timing.just_held(election, story.date)
    names = [m for m in names if m.year in (None, election.year, election.year + 1, whole)]
    names = [m for m in names if m.year or held or not m.remembered]
    weight = sum(weights(names).values())
    if timing.is_over(story, election):
        weight -= _LATE * sum(weights(m for m in names if not m.year).values())
    led = min(_MOST_PEOPLE, _PEOPLE * sum(weights(candidates).values()))
    return weight + _MARKS * sum(weights(marks).values()) + led


def _choice(story: Story, election: Election, weight: float) -> Choice:
    """The candidate for an election, with all evidence but what depends on other elections."""
    phrases = [m.phrase for role in _SPOKEN for m in story.of(election, role)] or [m.phrase for m in story.beside]
    choice: Choice = Candidate(election.id, "terms: " + ", ".join(dict.fromkeys(phrases[:_SAID])))
    if weight:
        choice.evidence["its words"] = _size(weight)
    else:
        choice.doubt = "rests on little: kicker or caption"
    names, marks = story.of(election, "names"), story.of(election, "marks")
    beside = _beside(story, election)
    above = [m for m in (*names, *beside) if m.zone != 2]
    choice.add("its year in the name", when=any(m.year == election.year for m in above))
    choice.add("its offices", when=any(m.zone < 2 and tells_office(m.phrase) for m in (*names, *marks)))
    only_any = names and not marks and all(m.phrase.casefold() in _ANY for m in names)
    choice.add("only the word for any election", when=only_any)
    choice.add("kicker or caption", when=beside)
    choice.add(*timing.evidence(story, election))
    return choice


def _beside(story: Story, election: Election) -> list[Mention]:
    """The names of an election in the lines beside the text."""
    return [m for m in story.beside if election.id in m.owners and m.year in (None, election.year)]


def _placed(story: Story, election: Election) -> bool:
    """Whether a story plays where the election is held: with no places of its own, wherever none speaks against it."""
    if any(m.zone < 2 for m in story.of(election, "candidates")):
        return True
    places = story.of(election, "places")
    in_name = [m for m in places if m.phrase.startswith(election.names)]  # "Pilkada Jakarta"
    weight = sum(_PLACES[m.zone] * (_VENUE if m.venue and m not in in_name else 1.0) for m in places)
    weight += sum(_PLACES[m.zone] for m in in_name)
    weight -= sum(_PLACES[m.zone] for m in story.of(election, "elsewhere"))
    if not election.places:
        return weight > -_PLACED
    if story.text.outlet in election.outlets or 0 < len(story.of(election, "names")) <= 2 * len(in_name):
        weight += _PLACED
    return weight >= _PLACED


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
        fitting = [(vote, e) for vote, e in near if timing.in_season(topic, date, e) and _placed(story, e)]
        if fitting:
            _, best = min(fitting, key=lambda pair: (pair[0], not pair[1].places))
            doubt = None if _beside(story, best) else "no election is named; the nearest vote is taken"
            reason = "terms: " + ", ".join([*signs][:_SAID])
            yield Candidate(best.id, reason, evidence={"nearest vote": 1.0}, doubt=doubt)
            return


def _doubt_year(story: Story, candidates: Sequence[Choice]) -> None:
    """Note that the year of an election is not told: by no date, year or candidate, nor by the days it prints."""
    if story.date or story.years:
        return
    in_their_weeks = [c for c in candidates if {"its weekdays", "its stage in season"} <= c.evidence.keys()]
    for choice in candidates:
        led = any(choice.value in m.owners for m in story.by_role["candidates"])  # who ran tells the year as well
        told = "its voting day" in choice.evidence or "its year in the name" in choice.evidence
        if not (led or told or {c.value for c in in_their_weeks} == {choice.value}):
            choice.doubt = choice.doubt or "no year is printed"

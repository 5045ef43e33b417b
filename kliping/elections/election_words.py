"""How much a story speaks of an election, and whether it plays where that is held."""

from kliping.elections import timing
from kliping.elections.mentions import Mention, weights
from kliping.elections.model import Election
from kliping.elections.story import Story

MARKS = 0.5  # share of its weight that a mark counts
_LATE = 0.9  # of the weight is lost by a name without a year: then "pemilu" is any election
_PEOPLE, _MOST_PEOPLE = 0.5, 3.0  # weight of a candidate, and of all of them
_PLACES = (4.0, 2.0, 0.5)  # weight of a place in headline, lead, rest
_PLACED = 2.0  # weight of places at which a story plays there
_VENUE = 0.5  # of the weight of a place where somebody spoke


def weight_of(story: Story, election: Election, whole: int) -> float:
    """The weight of an election's names, marks and people; `whole` is the year of the one it is part of, or its own.

    Names without a year fade once the vote and the stage the story is about are over; one that looks back ("pemilu
    kemarin") counts only for a vote held just now.
    """
    names, marks, candidates = (story.of(election, role) for role in ("names", "marks", "candidates"))
    held = timing.just_held(election, story.date)
    names = [m for m in names if m.year in (None, election.year, election.year + 1, whole)]
    names = [m for m in names if m.year or held or not m.remembered]
    weight = sum(weights(names).values())
    if timing.is_over(story, election):
        weight -= _LATE * sum(weights(m for m in names if not m.year).values())
    led = min(_MOST_PEOPLE, _PEOPLE * sum(weights(candidates).values()))
    return weight + MARKS * sum(weights(marks).values()) + led


def named_beside(story: Story, election: Election) -> list[Mention]:
    """The names of an election in the lines beside the text."""
    return [m for m in story.beside if election.id in m.owners and m.year in (None, election.year)]


def is_placed(story: Story, election: Election) -> bool:
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

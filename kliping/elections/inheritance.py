"""What an election takes from the one it is part of and from its region, for what its file leaves out.

Prose and what belongs to one place never pass to a part: notes, places, candidates, key dates that name a place.
"""

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any

from kliping.elections import regions
from kliping.elections.model import Election, Stage
from kliping.elections.offices import Office


def from_parent(parent: Election, office: Office | None) -> dict[str, Any]:
    """What passes to a part of an election, by field; of names and marks those that speak of no other office."""
    names, marks = parent.names, parent.marks
    if office:
        names = tuple(dict.fromkeys((*office.own(names), *office.votes)))
        marks = tuple(dict.fromkeys((*office.own(marks), *office.people)))
    events = () if parent.places else (event for event in parent.events if not regions.is_named(event.name))
    return {
        "year": parent.year,
        "voting_day": parent.voting_day,
        "legal_basis": parent.legal_basis,
        "names": names,
        "marks": marks,
        "counter": parent.counter,
        "events": tuple(events),
        "stages": tuple(replace(stage, note=None) for stage in parent.stages),
    }


def merged(inherited: Collection[Stage], own: Collection[Stage], order: Collection[str]) -> tuple[Stage, ...]:
    """The inherited stages, those of one's own in the place of their namesakes, in an order of ids."""
    by_id = {stage.id: stage for stage in (*inherited, *own)}
    return tuple(by_id[key] for key in order if key in by_id)


def from_region(values: Mapping[str, Any], office: Office | None) -> dict[str, Any] | None:
    """Places, `elsewhere` and counters by an election's region, else by its places; None where they tell no region.

    `values` are the fields that are known of the election.
    """
    texts = filter(None, (values.get("region"), *values.get("places", ())))
    found = (regions.find(text, office and office.kind) for text in texts)
    region = next((some[0] for some in found if len(some) == 1), None)
    if not region:
        return None
    words = regions.words_of(region, office)
    places = values.get("places", words.places)
    return {
        "places": places,
        "elsewhere": values.get("elsewhere", tuple(word for word in words.elsewhere if word not in places)),
        "counter": (*values.get("counter", ()), *words.counter),
    }

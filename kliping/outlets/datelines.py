"""Names in a dateline: which part of it is an outlet, and what the places beside it say of that."""

import re

from kliping.evidence.candidate import Candidate
from kliping.outlets.gathering import Gathering
from kliping.outlets.hosts import NO_OUTLETS, is_domain
from kliping.outlets.names import Named, Printed, is_office, is_press_like, printed_in
from kliping.outlets.offices import branch_at
from kliping.outlets.openings import Opening
from kliping.outlets.places import is_place
from kliping.outlets.registry import OutletRegistry
from kliping.text.lines import is_prose

_ACRONYM = re.compile(r"[A-Z]{2,5}")


def add(found: Gathering, opening: Opening, at: int, where: str) -> None:
    """Add the names of an opening; `where` is the evidence that each stands there."""
    printed = printed_in(found.blocks[at].text[: opening.length], found.outlets)
    opening = _with_place_of_text(found, opening, at)
    for part in opening.parts:
        known = _known(part, printed, found.outlets)
        if known or _may_be_name(part, found.outlets):
            candidate = found.add(known.text if known else part, known.owner if known else None, at, where)
            _weigh_place(candidate, opening, part, known)
            if known and opening.places and is_domain(known.text):
                _branch(candidate, opening.places[0])


def weigh_by_text(found: Gathering) -> None:
    """Whether a name that may be a place is met again in the text: a story seldom names its outlet, but its place."""
    for candidate in found.found.values():
        if "no known place beside it" in candidate.evidence:
            again = _is_in_text(found, candidate.value.name, candidate.at)
            candidate.add("named again in the text" if again else "nowhere else in the text")


def _is_in_text(found: Gathering, name: str, at: int | None) -> bool:
    """Whether the text behind its opening names something again, in any case."""
    word = re.compile(rf"(?<![\w/]){re.escape(name)}(?![\w/])", re.IGNORECASE)
    texts = (block.text[len(name) + 1 :] if i == at else block.text for i, block in enumerate(found.blocks))
    return any(word.search(text) for text in texts if is_prose(text))


def _with_place_of_text(found: Gathering, opening: Opening, at: int) -> Opening:
    """An opening whose first name is a place that the text names again: `Wanasari, VIVA - ... di Wanasari`."""
    first, *others = opening.parts or ("",)
    if not others or opening.places or first != opening.first or not _is_in_text(found, first, at):
        return opening
    return opening._replace(parts=tuple(others), places=(first,))


def _known(part: str, printed: list[Printed], outlets: OutletRegistry) -> Printed | None:
    """The domain, or the outlet that we know, that a part of an opening is."""
    if owner := outlets.in_datelines.get(part):
        return Printed(part, 0, len(part), owner)
    return next((one for one in printed if _is_all(part, one.text)), None)


def _is_all(part: str, name: str) -> bool:
    """Whether a name is all of a part of a dateline, a place beside it aside."""
    rest = part.replace(name, "", 1).strip(" .,-")
    return not rest or (rest != part and is_place(rest))


def _weigh_place(candidate: Candidate[Named], opening: Opening, part: str, known: Printed | None) -> None:
    """What the places of an opening say of a name in it."""
    if opening.places:
        candidate.add("beside a place")
    elif not known:
        candidate.add("no known place beside it")
    if part in opening.inside:
        candidate.add("in brackets before the text")
    elif not known and part == opening.first and not _stands_out(part, opening):
        candidate.add("first of two places")
    candidate.add("alone on its line", when=opening.alone and not known)


def _stands_out(part: str, opening: Opening) -> bool:
    """Whether the first name of an opening is of another kind than its place: by its capitals, or as outlets' are."""
    capitals = {place.isupper() for place in opening.places}
    differs = bool(opening.places) and part.isupper() not in capitals
    return differs or bool(_ACRONYM.fullmatch(part)) or is_press_like(part)


def _branch(candidate: Candidate[Named], place: str) -> None:
    """`Sukoharjo, kpu.go.id` is the site of the office there, not of the one above it."""
    if branch := branch_at(candidate.value.domain or "", place):
        candidate.value = Named(*branch, candidate.value.owner)
        candidate.doubt = "told by the place in the dateline alone"


def _may_be_name(part: str, outlets: OutletRegistry) -> bool:
    """Whether a part of a dateline that names no outlet we know may be one: no wire service, no words of desks."""
    words = outlets.generic.words
    small = part.casefold()
    if small in words.agency_forms or small in NO_OUTLETS or len(part) < 2 or len(part.split()) > 5:
        return False
    return is_office(part) or not words.nobody.issuperset(small.split())

"""All outlets that a page names, with what speaks for and against each being its own."""

import re

from kliping.article.fields import NAME_MOST
from kliping.evidence.candidate import Candidate
from kliping.evidence.weights import weights_of
from kliping.formats.page import Block, Page
from kliping.outlets import contexts, datelines
from kliping.outlets.gathering import Gathering
from kliping.outlets.hosts import domains_in
from kliping.outlets.names import (
    Named,
    compact,
    is_common_phrase,
    is_office,
    is_press_like,
    key_of,
    named,
    printed_in,
)  # fmt: skip
from kliping.outlets.openings import read_opening
from kliping.outlets.registry import OutletRegistry
from kliping.text import dateline
from kliping.text.lines import is_prose
from kliping.text.phrases import normalise

_HEAD = 40  # blocks searched for openings and lines of their own
_BASES = {  # evidence by which a name was found -> what the fact then rests on
    "in the dateline": "dateline",
    "in a later dateline": "dateline",
    "on the byline": "byline",
    "behind a name and a slash": "caption",
    "credited for a photo": "caption",
    "credited for a photo, and not known": "caption",
    "spoken to": "text",
    "credit at the end": "credit",
    "only named in the text": "text",
    "in an address with a path": "text",
    "named as a website": "text",
    "quoted": "text",
    "site in the markup": "metadata",
    "publisher in the markup": "metadata",
    "end of the title": "metadata",
    "on a line of its own": "layout",
    "below the text": "layout",
    "lines of its pages": "layout",
    "told by promotion": "layout",
    "followed in Google News": "layout",
    "in the copyright line": "layout",
    "has appeared there": "layout",
}
_OF_OTHERS_TOO = frozenset(  # evidence that speaks for others than a page's own outlet as well
    (
        "known outlet",
        "a domain",
        "named again",
        "made like the name of an outlet",
        "words of the language",
        "in a later dateline",
        "spoken to",
        "credited for a photo",
        "credited for a photo, and not known",
        "credit at the end",
        "below the text",
        "behind a name and a slash",
    )
)
_WRAPPED = 130  # characters of a line whose sentence may go on in the next
_NEXT = 300  # characters of the next line that are read for that
_MAY_BE_NAME = 1.0  # weight of a name in the dateline that is not stated, but tells that others may be wrong
_TITLE_END = r"\s(?:[-|–—•]|::)\s"  # what stands between a headline and the name of the site


def gather(outlets: OutletRegistry, page: Page) -> list[Candidate[Named]]:
    """The outlets a page names."""
    found = Gathering(outlets, page)
    _markup(found)
    start = _openings(found)
    _lines(found, start)
    contexts.gather(found, start)
    _mastheads(found)
    _profiles(found)
    _elsewhere(found)
    for key, candidate in found.found.items():
        told, candidate.basis = _basis(candidate)
        candidate.add("named again", when=told > 0 and len(found.seen.get(key, ())) > 1)
        _judge_name(candidate)
    datelines.weigh_by_text(found)
    _against_others(list(found.found.values()))
    return list(found.found.values())


def _markup(found: Gathering) -> None:
    """Add the names that the head of an HTML page gives its site."""
    meta = found.page.meta
    if not meta:
        return
    for key, evidence in (("og:site_name", "site in the markup"), ("ld:publisher", "publisher in the markup")):
        if (name := meta.get(key, "").strip()) and len(name) <= NAME_MOST:
            known = next(iter(printed_in(name, found.outlets)), None)
            owner = known.owner if known else found.outlets.named.get(normalise(name))
            found.add(known.text if known else name, owner, None, evidence)
    for one in printed_in(re.split(_TITLE_END, meta.get("title", ""))[-1], found.outlets)[:1]:
        if one.owner:
            found.add(one.text, one.owner, None, "end of the title")


def _openings(found: Gathering) -> int:
    """Add what stands in datelines; the index of the first one, else of the first prose, else of the last block."""
    first = prose = None
    for i, block in enumerate(found.blocks[:_HEAD]):
        text = _unwrapped(found.blocks, i) if first is None else block.text
        opening = read_opening(text) if first is None or dateline.split(text) else None
        if prose is None and is_prose(block.text):
            prose = i
        if opening:
            datelines.add(found, opening, i, "in the dateline" if first is None else "in a later dateline")
            first = i if first is None else first
    start = first if first is not None else prose
    return len(found.blocks) - 1 if start is None else start


def _unwrapped(blocks: list[Block], at: int) -> str:
    """The text of a block, with the next one where a line of the text ends between them."""
    text = blocks[at].text
    goes_on = at + 1 < len(blocks) and blocks[at + 1].text[0].islower() and not blocks[at + 1].gap
    return f"{text} {blocks[at + 1].text[:_NEXT]}." if goes_on and len(text) <= _WRAPPED else text


def _lines(found: Gathering, start: int) -> None:
    """Add names that stand alone on lines above the text, or on a byline there."""
    alone: set[str] = set()
    for i, block in enumerate(found.blocks[:_HEAD]):
        text = block.text
        if len(text) > contexts.BYLINE or i == start:
            continue
        owner = found.outlets.alone.get(normalise(text))
        if owner:
            alone.add(key_of(found.add(text, owner, i, "on a line of its own").value))
            continue
        for printed, evidence in contexts.on_line(text, found.outlets):
            found.add(
                printed.text, printed.owner, i, evidence if i < start or "byline" in evidence else "below the text"
            )
    for key in alone if len(alone) > 1 else ():
        found.found[key].add("one of several on lines of their own")


def _mastheads(found: Gathering) -> None:
    """Note where a name that is no domain and of no outlet we know stands on a line of its own."""
    unknown = {key for key, one in found.found.items() if not one.value.domain}
    for i, block in enumerate(found.blocks) if unknown else ():
        if len(block.text) <= contexts.BYLINE and (key := compact(block.text)) in unknown:
            found.seen.setdefault(key, set()).add(i)


def _profiles(found: Gathering) -> None:
    """Add the outlets whose profiles name lines of the page."""
    for profile in found.outlets.laid_out:
        if _is_begun(found, profile.begins) or _is_furnished(found, profile.furniture):
            found.add(profile.domain or "", profile.domain, None, "lines of its pages")


def _is_begun(found: Gathering, begins: tuple[str, ...]) -> bool:
    """Whether a line of the head begins so."""
    likely = any(begin in found.small for begin in begins)
    return likely and any(block.text.casefold().startswith(begins) for block in found.blocks[:_HEAD])


def _is_furnished(found: Gathering, furniture: tuple[str, ...]) -> bool:
    """Whether all these lines stand on the page."""
    likely = furniture and all(line in found.small for line in furniture)
    return bool(likely) and {normalise(block.text) for block in found.blocks}.issuperset(furniture)


def _elsewhere(found: Gathering) -> None:
    """Add the domains that stand anywhere else, and count where the outlets found are named again."""
    for i, block in enumerate(found.blocks):
        for printed in domains_in(block.text):
            key = key_of(named(printed.text, None, found.outlets))
            if i in found.seen.get(key, ()):
                continue
            if key in found.found:
                found.seen.setdefault(key, set()).add(i)
            else:
                found.add(printed.text, None, i, contexts.against(block.text, printed))


def _against_others(candidates: list[Candidate[Named]]) -> None:
    """What a name in the dateline says of all that are named elsewhere only."""
    weights = weights_of("outlet")
    opening = [one for one in candidates if "in the dateline" in one.evidence]
    if any(weights.of(one) >= _MAY_BE_NAME for one in opening):
        for candidate in candidates:
            candidate.add("another is in the dateline", when=candidate.evidence.keys() <= _OF_OTHERS_TOO)


def _judge_name(candidate: Candidate[Named]) -> None:
    """What a name without domain looks like."""
    name = candidate.value
    if name.owner or name.domain:
        return
    if is_press_like(name.name):
        candidate.add("made like the name of an outlet")
    else:
        candidate.add("words of the language", when=not is_office(name.name) and is_common_phrase(name.name))


def _basis(candidate: Candidate[Named]) -> tuple[float, str]:
    """The weight of the heaviest evidence by which a name was found, and what a fact then rests on."""
    weights = weights_of("outlet").evidence
    told = max((name for name in candidate.evidence if name in _BASES), key=lambda name: weights[name])
    return weights[told], _BASES[told]

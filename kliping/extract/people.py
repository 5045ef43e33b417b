"""Reporter, editor and photographer of an article, decided from all that its page and markup name."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from kliping.article.fields import NOTHING, Fact, Names
from kliping.evidence.candidate import Candidate
from kliping.evidence.decision import Decision, decide
from kliping.evidence.weights import weights_of
from kliping.extract import metadata
from kliping.extract.authors import BARE, Mention, mentions_in
from kliping.extract.block_features import is_age
from kliping.extract.captions import photographer
from kliping.extract.credits import IN_BRACKETS
from kliping.extract.name_evidence import weigh_text, weigh_words
from kliping.extract.read_page import ReadPage
from kliping.system.limits import PERSONS
from kliping.text import lines
from kliping.text.phrases import normalise

_LISTED = ("Oleh ", "oleh ", "By ", "by ")  # how lists name who wrote; credits under a text have a colon
_HEADLINE = 4  # words of a line between bylines; more are a headline


def decide_people(read: ReadPage) -> dict[str, Decision[Any]]:
    """Reporter and editor, each with its candidates, and the photographer."""
    mentions = mentions_in(read)
    editor = _decide("editor", _candidates("editor", mentions, read), mentions)
    candidates = _candidates("reporter", mentions, read)
    for one in candidates:
        _weigh_editor(one, editor.fact.value or (), read)
    reporter = _decide("reporter", candidates, mentions)
    return {"reporter": reporter, "editor": editor, "photographer": Decision(_photographer(read, mentions))}


def _weigh_editor(candidate: Candidate[Names], editors: Names, read: ReadPage) -> None:
    """What the editor says of a reporter who has no label: it is the same person, or there should be another one."""
    told = candidate.basis == "metadata"
    if not told and (IN_BRACKETS in candidate.evidence or "without a label" not in candidate.evidence):
        return
    if not editors and len(candidate.value) > 1 and (told or "one of two names" in candidate.evidence):
        candidate.doubt = "one of them may be the editor"
    same = bool(editors) and {name.casefold() for name in candidate.value} <= {name.casefold() for name in editors}
    candidate.add("named as editor", when=same)
    candidate.add("above a text whose editor is named", when=editors and not same and candidate.at == read.start - 1)


def _candidates(fact: str, mentions: Sequence[Mention], read: ReadPage) -> list[Candidate[Names]]:
    """The candidates of a fact, with all that speaks for and against them."""
    labels = (fact, BARE) if fact == "reporter" else (fact,)
    found = [_candidate(one, read) for one in mentions if one.label in labels and not _is_nobody(one, read)]
    told = metadata.reporter if fact == "reporter" else metadata.editor
    if read.meta and (markup := told(read.meta, read.outlet, read.grammar).value):
        found.append(Candidate(markup, "metadata", evidence={"told by the markup": 1.0}))
    for one in found:
        weigh_words(one)
        if "without a label" in one.evidence:
            weigh_text(one, read)
        again = any(_side(other, read) != _side(one, read) and _overlap(one.value, other.value) for other in found)
        one.add("printed again", when=again)
    return found


def _side(candidate: Candidate[Names], read: ReadPage) -> bool | None:
    """Whether a candidate stands above the text; None in the markup."""
    return None if candidate.at is None else candidate.at < read.start


def _is_nobody(mention: Mention, read: ReadPage) -> bool:
    """Whether a mention names the outlet, or more people than make one article."""
    outlet = (read.outlet.source.value, read.outlet.outlet.value, read.meta.get("og:site_name"))
    houses = {normalise(name) for name in outlet if name}
    return len(mention.names) > PERSONS or any(normalise(name) in houses for name in mention.names)


def _candidate(mention: Mention, read: ReadPage) -> Candidate[Names]:
    """A mention as a candidate, with what its place says."""
    one = Candidate(tuple(mention.names), "byline", mention.at)
    one.add(*mention.evidence)
    one.add("without a label", when=mention.label == BARE or "behind the text" in mention.evidence[0])
    at = mention.at or 0
    one.add("stands above the headline", when=at < read.headline < read.start)
    one.add("inside the text", when=read.start < at < read.last_prose)
    one.add("of another article", when=at >= read.second or _is_of_another_day(at, read) or _is_listed(at, read))
    below = read.layout.blocks[at + 1].text if at + 1 < len(read.layout.blocks) else ""
    one.add("above the age of a comment", when=at > read.start and is_age(below))
    return one


def _is_of_another_day(at: int, read: ReadPage) -> bool:
    """Whether a line at or below the text has a day that the lines above the text have not: it is of other news."""
    line = read.layout.blocks[at].byline
    if at < read.start or not line:
        return False
    own = {(day.day, day.month) for kind, day in line.days if kind != "updated"}
    above = [block.byline for block in read.layout.blocks[: read.start] if block.byline]
    days = {(day.day, day.month) for other in above for kind, day in other.days}
    return bool(own and days and own.isdisjoint(days))


def _is_listed(at: int, read: ReadPage) -> bool:
    """Whether a line behind the text belongs to a headline of other news, with a day or `Oleh A B` under it."""
    if at <= read.last_prose:
        return False
    own, above = read.layout.blocks[at], read.layout.blocks[max(read.last_prose + 1, at - 2) : at]
    listed = any(block.byline and block.byline.days for block in (*above, own)) or own.text.startswith(_LISTED)
    return listed and any(_is_headline(block.text) for block in above if not block.byline)


def _is_headline(text: str) -> bool:
    return len(lines.words(text)) > _HEADLINE and lines.capital_share(text) >= 0.6 and not lines.is_prose(text)


def _decide(fact: str, candidates: Sequence[Candidate[Names]], mentions: Iterable[Mention]) -> Decision[Names]:
    """The decision of a fact; more names under its label than make one article are a doubt."""
    kept: list[Names] = []  # one for each person or group of persons

    def key(names: Names) -> Names:
        same = next((other for other in kept if _overlap(names, other)), None)
        if same is None:
            kept.append(names)
        return same or names

    decision = decide(candidates, weights_of(fact), key, ", ".join)
    counts = [len(one.names) for one in mentions if one.label == fact and len(one.names) > PERSONS]
    if counts and not decision.fact.doubt:
        doubt = f"{counts[0]} names are printed, more than make one article"
        return replace(decision, fact=replace(decision.fact, doubt=doubt))
    return decision


def _overlap(names: Iterable[str], others: Iterable[str]) -> bool:
    """Whether two lists of names have a person in common, whom one of them may print in short."""
    mine, theirs = ([set(name.casefold().split()) for name in some] for some in (names, others))
    return any(one <= other or other <= one for one in mine for other in theirs)


def _photographer(read: ReadPage, mentions: Iterable[Mention]) -> Fact[str]:
    if printed := next((one for one in mentions if one.label == "photo"), None):
        return Fact(printed.names[0], "caption")
    for i in read.layout.indices("caption"):
        name = photographer(read.layout.blocks[i].text)
        if name and read.grammar.is_person(name):
            return Fact(name, "caption")
    return NOTHING

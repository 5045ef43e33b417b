"""The phrases of the calendars that a text mentions, those that mean something else left out."""

import datetime
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from kliping.text import dates
from kliping.text.lexicon import Hit, Lexicon, tokens

ZONES = (4.0, 2.0, 1.0, 0.0)  # headline (where there is none, the first paragraph), lead, rest, lines beside the text
BESIDE = 3  # index into ZONES
MOST = 3  # mentions of one phrase that count in the rest
_WHERE = {"places", "elsewhere"}
_LONGEST = 12  # words of a phrase; a longer one hides nothing
_REMEMBERED = frozenset(("kemarin", "lalu", "sebelumnya", "silam", "terdahulu"))  # "Pemilu 2024 yang lalu"
_REMEMBERED_WITHIN = 4  # words behind a name
_JOINING = frozenset("dan di serta atau tahun serentak ulang putaran kedua kepala daerah".split())
_HIDDEN_BY = {"other": ("names", "english", "marks", "sign"), "sign": ("english",), "english": ("english",)}
_BETWEEN = frozenset(("s", "the", "in"))  # a country and an election in English
_NOT_ITS_YEAR = frozenset("nomor no uu undang pkpu perppu apbd apbn ta anggaran tanggal periode".split())
_DAYS = frozenset(word.casefold() for word in (*dates.WEEKDAYS, "Jum", "Ahad"))  # "Jum'at" is two words
_MONTHS = frozenset(word.casefold() for word in dates.MONTHS)


@dataclass(frozen=True, slots=True)
class ArticleText:
    """What is read of an article to tell its election and stage."""

    title: str  # empty where there is none
    lead: str
    rest: str
    date: datetime.date | None
    years: frozenset[int]  # printed in it
    outlet: str | None = None  # its domain
    beside: str = ""  # the line above the headline, and captions


class Mention(NamedTuple):
    """A phrase of the calendars where a text mentions it.

    Roles are those of the calendars (`term`, `background`, `names`, `places` ...); a name with a country
    behind it has the role `other`, as a vote that is none of ours.
    """

    role: str
    owners: tuple[str, ...]  # ids of all stages or elections that have the phrase in this role
    phrase: str
    zone: int  # index into ZONES
    year: int | None = None  # "Pilkada Serentak 2024"
    remembered: bool = False  # "Pemilu kemarin"
    venue: bool = False  # "Jakarta Pusat, Senin (13/1)": where somebody spoke, not what about


def find_mentions(text: ArticleText, lexicon: Lexicon) -> list[Mention]:
    """Every phrase of a text that counts, headline first; of the lines beside it the names of elections alone.

    English names count where a word tells that the story is of this country.
    """
    parts = (text.title or text.lead.split("\n")[0], text.lead, text.rest)
    found = [mention for zone, part in enumerate(parts) for mention in _mentions(part, zone, lexicon)]
    if text.beside:
        found += [m for m in _mentions(text.beside, BESIDE, lexicon) if m.role in ("names", "english")]
    if not any(m.role == "english" for m in found):
        return found
    if not any(m.role in ("home", "sign") for m in found):
        return [m for m in found if m.role != "english"]
    return [m._replace(role="names") if m.role == "english" else m for m in found]


def weights(mentions: Iterable[Mention]) -> dict[str, float]:
    """Phrase -> weight: once in the headline, once in the lead, up to three times in the rest."""
    counts: dict[tuple[str, int], int] = {}
    for mention in mentions:
        key = mention.phrase, mention.zone
        counts[key] = counts.get(key, 0) + 1
    summed: dict[str, float] = {}
    for (phrase, zone), count in counts.items():
        summed[phrase] = summed.get(phrase, 0.0) + weight(zone, count)
    return summed


def weight(zone: int, count: int) -> float:
    """The weight of a phrase that stands so many times in a zone."""
    return ZONES[zone] * (min(count, MOST) if zone == 2 else 1)


@cache
def _owned(joined: str) -> tuple[tuple[tuple[str, tuple[str, ...]], ...], frozenset[str]]:
    """The owners of a phrase by role, and those whom it counters: `term:psu names:psu-2025` taken apart."""
    roles: dict[str, list[str]] = {}
    for owner in joined.split(" "):
        role, _, name = owner.partition(":")
        roles.setdefault(role, []).append(name)
    counters = frozenset(roles.pop("counter", ()))
    return tuple((role, tuple(owners)) for role, owners in roles.items()), counters


def _mentions(part: str, zone: int, lexicon: Lexicon) -> list[Mention]:
    words = tokens(part)
    hits = list(lexicon.hits(words))
    abroad = {index for hit in hits if hit.owner == "abroad:" for index in (hit.start, ~hit.end)}
    mentions = []
    reach = 0  # how far the hits so far go: within it, a phrase may stand inside a longer one
    for i, hit in enumerate(hits):
        alone = hit.end > reach and (i + 1 == len(hits) or hits[i + 1].start != hit.start)
        reach = max(reach, hit.end)
        covers = () if alone else _covers(hits, i)
        for role, owners in _owned(hit.owner)[0]:
            if kept := _unhidden(role, owners, hit, covers) if covers else owners:
                mentions.append(_mention(role, kept, hit, words, zone, abroad))
    return mentions


def _mention(
    role: str, owners: tuple[str, ...], hit: Hit, words: Sequence[str], zone: int, abroad: Collection[int]
) -> Mention:
    """The mention of a hit; `abroad` are the indices where countries begin, and those behind them inverted."""
    if role in ("names", "marks") and hit.end in abroad:
        return Mention("other", owners, " ".join(words[hit.start : hit.end + 1]), zone)
    if role == "english":
        if abroad and _is_foreign(words, hit, abroad):
            return Mention("other", owners, hit.phrase, zone)
        year = _year_behind(words, hit.end) or _year_before(words, hit.start)
        return Mention(role, owners, hit.phrase, zone, year)
    if role == "names":
        remembered = not _REMEMBERED.isdisjoint(words[hit.end : hit.end + _REMEMBERED_WITHIN])
        return Mention(role, owners, hit.phrase, zone, _year_behind(words, hit.end), remembered)
    if role == "places":
        return Mention(role, owners, hit.phrase, zone, venue=_is_day(words[hit.end : hit.end + 2]))
    return Mention(role, owners, hit.phrase, zone)


def _is_foreign(words: Sequence[str], hit: Hit, abroad: Collection[int]) -> bool:
    """Whether a country stands before an English name or behind it: `Malaysia's 2025 election`."""
    before, behind = hit.start, hit.end
    while before and (words[before - 1] in _BETWEEN or words[before - 1].isdecimal()):
        before -= 1
    while behind < len(words) and words[behind] in _BETWEEN:
        behind += 1
    return ~before in abroad or behind in abroad


def _covers(hits: Sequence[Hit], i: int) -> list[Hit]:
    """The hits around a hit; they stand before it in the list, or begin at its first word."""
    hit = hits[i]
    first = i
    while first and hits[first - 1].start > hit.start - _LONGEST:
        first -= 1
    last = i + 1
    while last < len(hits) and hits[last].start == hit.start:
        last += 1
    return [hits[j] for j in range(first, last) if j != i and hits[j].end >= hit.end]


def _unhidden(role: str, owners: tuple[str, ...], hit: Hit, covers: Sequence[Hit]) -> tuple[str, ...]:
    """The owners left: a counter of its own hides a phrase, so do a longer phrase of its owner and a longer name.

    Places and `elsewhere` hide each other: `Kepulauan Riau` is not Riau.
    """
    for cover in covers:
        roles, counters = _owned(cover.owner)
        if counters:
            owners = tuple(owner for owner in owners if owner not in counters)
        if cover.end - cover.start > hit.end - hit.start:
            for kind, others in roles:
                if kind == role == "names" or role in _HIDDEN_BY.get(kind, ()):
                    return ()
                if kind == role or {kind, role} == _WHERE:
                    owners = tuple(owner for owner in owners if owner not in others)
    return owners


def _is_day(words: Sequence[str]) -> bool:
    """Whether two words begin with a weekday, or are a day and a month in figures."""
    if words and words[0].casefold() in _DAYS:
        return True
    return len(words) == 2 and all(w.isdecimal() for w in words) and int(words[0]) <= 31 and int(words[1]) <= 12


def _year_before(words: Sequence[str], at: int) -> int | None:
    """The year right before the English name of an election, but not that of a day: `the 2024 regional elections`."""
    word = words[at - 1] if at else ""
    if len(word) != 4 or not word.isdecimal() or word[:2] not in ("19", "20"):
        return None
    return None if any(part.isdecimal() for part in words[max(0, at - 3) : at - 1]) else int(word)


def _year_behind(words: Sequence[str], at: int) -> int | None:
    """The year an election is named by: `Pilkada Provinsi DKI Jakarta Tahun 2024`, but no year of a day or a law."""
    for word in words[at : at + 9]:  # words behind the name
        if word.isdecimal():
            return int(word) if len(word) == 4 and word[:2] in ("19", "20") else None
        small = word.casefold()
        if small in _NOT_ITS_YEAR or small in _MONTHS or (word == small and small not in _JOINING):
            return None
    return None

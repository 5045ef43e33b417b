"""The headline of an article: as its page prints it, else as its markup tells it.

Candidates are the lines above the body, a line under it that a dated byline follows, and what the head of the page
tells. What the text does not speak of is no headline of it; captions, decks and mastheads have signs of their own.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import takewhile

from kliping.article.fields import TITLE_MOST
from kliping.evidence.candidate import Candidate
from kliping.evidence.decision import Decision, decide
from kliping.evidence.weights import weights_of
from kliping.extract import encoding_damage, metadata
from kliping.extract.block_features import BlockFeatures
from kliping.extract.captions import is_caption
from kliping.extract.headline_shape import CAPITALS, KICKER, printed_title, signs
from kliping.extract.read_page import ReadPage
from kliping.outlets.profile import Profile
from kliping.text import dateline, lines

_PAGE = re.compile(r" (?:halaman|page|bagian) (?:all|\d+)(?: (?:dari|of) \d+)?")  # behind a headline
_SOURCE = re.compile(r"\b(?:tayang|terbit|dimuat)\b.*\bjudul\b", re.I)  # "Berita ini telah tayang dengan judul ..."
_SOURCE_MOST = 600  # characters of such a line
_LINES = 400  # above the body that may hold its headline
_LEAD = 6  # blocks of the text that its headline speaks of
_BELOW = 6  # blocks at the end of a page among which a headline may stand
_LEAST, _MOST = 2, 35  # words
_LONG_KICKER = 5  # words
_MORE = 10  # characters that a sentence has more than the line that repeats it
_LIKE = 0.34  # share of its words that a headline has from what markup tells, if it is the same
_HELD = 20  # characters of a headline that a breadcrumb may hold
_OF_TEXT, _HARDLY = 0.3, 0.2  # shares of the words of a line that the text has: it speaks of it, it does not
_WORD, _LONG_WORD = 3, 5  # letters of a word that counts, and of one that counts inside another (`menetapkan`)
_MARKED = {"marked as headline", "told by markup"}
_OTHER = (
    "caption of a photo",
    "stands in brackets",
    "address or contact",
    "repeats the text word for word",
    "item of a list",
    "few words",
    "kicker over a longer line",
    "way through the site",
    "cut by dots",
    "holds another line",
    "breaks off in a sentence",
    "goes on below",
)


def decide_title(read: ReadPage) -> Decision[str]:
    """The headline that is stated, and its candidates."""
    decision = read.layout.titles
    damage = next(iter(encoding_damage.doubts(decision.fact.value or "")), None)
    return replace(decision, fact=replace(decision.fact, doubt=damage or decision.fact.doubt))


def find_title(blocks: Sequence[BlockFeatures], start: int, meta: Mapping[str, str], profile: Profile) -> Decision[str]:
    """Which headline the text has whose first block is `start`."""
    marked = [i for i, block in enumerate(blocks) if block.kind == "title"]
    above = [i for i in range(min(start, _LINES)) if i not in marked and _may_be(blocks[i])]
    below = [i for i in range(max(start + 2, len(blocks) - _BELOW), len(blocks) - 1) if _heads_byline(blocks, i)]
    lead, told = _Lead(blocks, start, {*marked, *below}), _Told(meta, profile)
    candidates = [_printed(blocks, i, lead, told) for i in (*marked, *above, *below)]
    printed = {_key(candidate.value) for candidate in candidates}
    candidates += [_only_told(value, lead, told) for value in told.headlines() if _key(value) not in printed]
    _compare(candidates, blocks, start)
    return decide(candidates, weights_of("title"), key=_key)


class _Lead:
    """The first paragraphs of a body, to ask what a line shares with them."""

    def __init__(self, blocks: Sequence[BlockFeatures], start: int, titles: Collection[int]) -> None:
        dated = (i + 1 for i in range(start - 1, -1, -1) if (line := blocks[i].byline) and line.days)
        self.start, self.deck = start, next(dated, start)  # what stands under a dated byline is of the article
        self._texts = [
            _key(b.text) for i, b in enumerate(blocks[start : start + _LEAD], start) if b.open and i not in titles
        ]
        self._all = f" {' '.join(self._texts)} "
        self._sources = [
            _key(b.text)
            for b in blocks[start:]
            if len(b.text) <= _SOURCE_MOST and "judul" in b.text and _SOURCE.search(b.text)
        ]
        self._with_deck = f" {' '.join([_key(block.text) for block in blocks[self.deck : start]])}{self._all}"
        self.dated = next((i for i, block in enumerate(blocks) if block.byline and block.byline.days), len(blocks))

    def share(self, words: Sequence[str], at: int) -> float:
        """The share of the words, small ones aside, that the article has below the line `at`."""
        said = [word for word in words if len(word) >= _WORD and word not in lines.SMALL_WORDS]
        text = self._with_deck if at < self.deck else self._all
        hits = sum((word if len(word) >= _LONG_WORD else f" {word} ") in text for word in said)
        return hits / len(said) if said else 0.0

    def names(self, words: Sequence[str]) -> bool:
        """Whether a line below says that the text was printed under this headline."""
        return any(" ".join(words) in source for source in self._sources)

    def repeats(self, words: Sequence[str]) -> bool:
        """Whether a paragraph has all these words side by side, and more."""
        said = " ".join(words)
        return any(said in text and len(text) > len(said) + _MORE for text in self._texts)


class _Told:
    """The headlines that markup tells, and the names of the site, which are none."""

    def __init__(self, meta: Mapping[str, str], profile: Profile) -> None:
        self._told: dict[str, tuple[str, set[str]]] = {}  # key -> headline, the metas that tell it
        self._whole: dict[str, str] = {}  # key of the text with the name of the site -> that without
        sites = (profile.name, profile.domain, *profile.spellings, meta.get("og:site_name"))
        self._sites = {_key(site) for site in sites if site}
        for name, headline, whole in metadata.headlines(meta):
            self._told.setdefault(_key(headline), (headline, set()))[1].add(name)
            self._whole[_key(whole)] = _key(headline)

    def headlines(self) -> list[str]:
        """Each headline once."""
        return [headline for headline, _ in self._told.values()]

    def add_to(self, candidate: Candidate[str]) -> None:
        """What markup says of a candidate."""
        if not (self._told or self._sites):
            return
        key = _key(candidate.value)
        candidate.add("name of the site", when=key in self._sites)
        told = self._told.get(self._whole.get(key, key))
        if told:
            candidate.evidence["told by markup"] = 0.75 + 0.25 * len(told[1])
        elif any(other.startswith(f"{key} ") and not _PAGE.fullmatch(other[len(key) :]) for other in self._told):
            candidate.add("part of what markup tells")
        else:
            words, others = key.split(), (other.split() for other in self._told)
            like = [sum(word in other for word in words) for other in others if len(other) > KICKER]
            candidate.add("unlike what markup tells", when=like and max(like) < _LIKE * len(words))


def _may_be(block: BlockFeatures) -> bool:
    """Whether a line is of the length of a headline, and nothing else that is known."""
    text = printed_title(block.text) if len(block.text) <= TITLE_MOST else ""
    return (block.open or _looks_signed(block)) and _LEAST <= len(lines.words(text)) <= _MOST


def _looks_signed(block: BlockFeatures) -> bool:
    """Whether a byline is nothing but a day and words that may be names: "Rekap Suara 4 Maret 2024, Ini Hasilnya"."""
    line = block.byline
    if line is None or block.noise or block.ends:
        return False
    return bool(line.bare) and not (line.labels or line.clock or line.people.keys() - {"bare"})


def _heads_byline(blocks: Sequence[BlockFeatures], i: int) -> bool:
    """Whether a line under the body may be its headline, as some dumps have it: its dated byline follows."""
    byline = blocks[i + 1].byline
    return bool(byline and byline.days and _may_be(blocks[i]) and not lines.ends_sentence(blocks[i].text))


def _printed(blocks: Sequence[BlockFeatures], i: int, lead: _Lead, told: _Told) -> Candidate[str]:
    """A line of the page as a headline."""
    block = blocks[i]
    candidate = Candidate(printed_title(block.text[:TITLE_MOST]) or block.text, "layout", i)
    _add_words(candidate, lead)
    candidate.add(*signs(block, candidate.value))
    _add_place(candidate, blocks, i, lead)
    candidate.add("marked as headline", when=block.kind == "title")
    told.add_to(candidate)
    words = () if candidate.evidence.keys() & _MARKED else lines.small_words(candidate.value)
    candidate.add("repeats the text word for word", when=len(words) > KICKER and lead.repeats(words))
    return candidate


def _only_told(value: str, lead: _Lead, told: _Told) -> Candidate[str]:
    """A headline that only markup tells."""
    candidate = Candidate(value, "metadata")
    _add_words(candidate, lead)
    told.add_to(candidate)
    return candidate


def _add_words(candidate: Candidate[str], lead: _Lead) -> None:
    """What the words of a headline say: how many they are, and whether the text has them."""
    words = lines.small_words(candidate.value)
    count, share, add = len(words), lead.share(words, candidate.at or 0), candidate.add
    candidate.evidence["shares words with the text"] = round(share, 2)
    if share < _HARDLY:
        candidate.evidence["hardly shares a word with the text"] = round(1 - share / _HARDLY, 2)
    add("six words or more" if count >= 6 else "four or five words" if count > KICKER else "few words")
    add("more than twenty words", when=count > 20)
    candidate.evidence["capitals"] = round(lines.capital_share(candidate.value), 2)
    add("named as its headline", when=lead.names(words))


def _add_place(candidate: Candidate[str], blocks: Sequence[BlockFeatures], i: int, lead: _Lead) -> None:
    """What the lines around say."""
    add, text, start = candidate.add, blocks[i].text, lead.start
    if i > start:
        add("stands under the text", when=blocks[i].kind != "title")
        return
    add("stands under a dated byline", when=lead.dated < i)
    below = next((block for block in blocks[i + 1 : start + 1] if block.text != text), None)
    add("byline follows", when=below and below.byline)
    add("printed again", when=any(block.text == text for block in blocks[i + 1 : start]))
    add("goes on below", when=not lines.ends_sentence(text) and _goes_on(blocks[i + 1 : i + 2]))
    add("kicker over a longer line", when=_is_kicker(candidate.value, blocks[i + 1 : min(i + 3, start)]))


def _goes_on(below: Sequence[BlockFeatures]) -> bool:
    """Whether the line below begins in the middle of a sentence."""
    going = (b for b in below if b.open and b.text[0].islower() and not (is_caption(b.text) or dateline.split(b.text)))
    return any(len(lines.words(block.text)) > KICKER for block in going)


def _is_kicker(text: str, below: Sequence[BlockFeatures]) -> bool:
    """Whether a short line has a headline below it that is twice as long."""
    count = len(lines.words(text))
    if count > _LONG_KICKER:
        return False
    longer = [b.text for b in below if b.open and len(lines.words(b.text)) >= 2 * min(count, KICKER)]
    if count <= KICKER:
        return bool(longer)
    return any(len(lines.words(line)) >= 2 * count and lines.capital_share(line) >= CAPITALS for line in longer)


def _compare(candidates: Sequence[Candidate[str]], blocks: Sequence[BlockFeatures], start: int) -> None:
    """What candidates say of each other: the first that speaks of the text; if none, the first that a person signs."""
    keys = [(_key(c.value), "stands under a dated byline" in c.evidence) for c in candidates]
    for candidate, (key, under) in zip(candidates, keys, strict=True):
        others = (other for other, below in keys if (under or not below) and len(other) > _HELD)
        candidate.add("holds another line", when=any(key.endswith(other) and key != other for other in others))
    lines_above = [c for c in candidates if (c.at or 0) < start and not any(name in c.evidence for name in _OTHER)]
    speaking = [c for c in lines_above if c.evidence["shares words with the text"] >= _OF_TEXT]
    if speaking:
        speaking[0].add("first that speaks of the text")
    elif signed := [c for c in lines_above if c.at is not None and _is_signed(blocks[c.at + 1 : start])]:
        signed[0].add("over the byline of a person")


def _is_signed(below: Sequence[BlockFeatures]) -> bool:
    """Whether the bylines right under a line name a person."""
    bylines = (block.byline for block in takewhile(lambda block: block.byline, below))
    return any(line.people for line in bylines if line)


@lru_cache(maxsize=2048)
def _key(text: str) -> str:
    return " ".join(lines.small_words(text))

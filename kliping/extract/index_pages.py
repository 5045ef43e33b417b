"""Pages that list articles: an index, a section, a tag, a search, a home page, a page of short news.

    HEADLINE / day / teaser / HEADLINE / day / teaser ...        HEADLINE / one long paragraph / HEADLINE ...
    HEADLINE / JAKARTA - text / HEADLINE / BOGOR - text ...      Kumpulan Berita / teaser / teaser / teaser ...

What no article does: one paragraph under each heading, and each with a day, a dateline or three dots of its own.
An article with subheadings has paragraphs without one between them; numbers and bullets before the headings tell a
round-up or a live report; and what stands behind the article's end is not looked at.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from kliping.extract.block_features import BlockFeatures, is_age, is_list_item
from kliping.extract.labels import BODY, Layout
from kliping.extract.related_links import STRAY
from kliping.text import dateline, dates
from kliping.text import lines as shape

_WHY = "is a list of articles; save each article on its own"
_ROW = re.compile(r"(?:\d+|[a-zA-Z])\s?[.)]\s")
_MORE = re.compile(r"\W*(?:(?:baca |lihat )?selengkapnya|read more|continue reading|baca lebih lanjut)\W*", re.I)
_STAMPS = frozenset(("navigation", "related"))  # what lines such as `3 jam yang lalu` and `Selengkapnya` are taken for
_LIVE = re.compile(r"\blive\b|\blaporan langsung\b|\blinimasa\b|\bkronologi\b", re.I)
_NAMED = re.compile(r"(?:kategori|category|tag|topik)\s*:.+", re.I)  # over an article too
_LISTED = re.compile(
    r"kumpulan (?:berita|artikel)\b.*|(?:hasil pencarian|search results?|posts tagged)\b.*"
    r"|(?:category|monthly|tag) archives?\b.*|archives?\s*:.*|ar[ks]i[pb] (?:bulanan|berita)\b.*",
    re.I,
)
_LIST_ADDRESS = re.compile(
    r"https?://[^/?#]+/*(?:index\.\w+)?(?:[?#].*)?"
    r"|https?://[^?#]*/(?:tags?|topics?|topik|category|kategori|indeks|search|archives?|arsip|page/\d+)(?:[/?#].*)?"
    r"|https?://[^?#]*\?(?:s|q|query)=.*",
    re.I,
)
_AUTHOR = re.compile(r"oleh\s*:?\s+[A-Z]", re.I)
_SENTENCES = re.compile(r"[\"“”]|[.!?]\s+[A-Z]")
_DOTS = ("...", "…", "...]", "…]", "...)", "…)")
_HEADS = frozenset((BODY, "pull_quote", "tags"))  # a headline printed twice, one at the foot of the page
_HEAD = 12  # blocks above the text that speak of it
_LONGEST = 80  # characters of a line that names a list
_TELLING = 6  # words of a heading
_SHORT_NEWS = 50  # words of a paragraph that may be all of an article
_OPENING = 400  # characters of a paragraph in which news names its day
_OPENS_ALIKE = 7  # characters
_MOST = 0.6
_INDEX = 6  # headlines without text
_DAYS = 5  # above the text: more than `published`, `updated` and the day the page was saved


@dataclass(slots=True)
class ListEntry:
    """A heading and what stands below it, up to the next one."""

    heading: str = ""
    paragraphs: list[str] = field(default_factory=list)
    signs: set[str] = field(default_factory=set)  # what shows that it is an article of its own

    @property
    def telling(self) -> bool:
        """Whether the heading could be a headline; subheadings are shorter, and those of an interview are questions."""
        return len(shape.words(self.heading)) >= _TELLING and not self.heading.endswith("?")

    def add(self, text: str) -> None:
        """Take a paragraph: the first one may open as an article does, a lone one may be all of it."""
        self.paragraphs.append(text)
        if len(self.paragraphs) > 1:
            self.signs -= {"dots", "long", "whole"}
            return
        if dateline.split(text):
            self.signs.add("dateline")
        if text.endswith(_DOTS):
            self.signs.add("dots")
        if self.telling and len(shape.words(text)) >= _SHORT_NEWS:
            self.signs |= {"long"} if len(shape.words(text)) >= 2 * _SHORT_NEWS else set()
            if "dateline" in self.signs or _AUTHOR.match(text) or dates.find(text[:_OPENING]):
                self.signs.add("whole")


def why(layout: Layout, address: str | None = None) -> str | None:
    """Why a page is no article, where it lists several; `address` is the page's own, where it is known."""
    if layout.start is None:
        return _WHY if _is_bare(layout.marked) else None
    entries = _entries(layout)
    filled = [entry for entry in entries if entry.paragraphs]
    texts = [text for entry in filled for text in entry.paragraphs]
    listed = (
        (len(filled) > 1 and (_each_signed(layout, filled) or _each_headed(layout, filled)))
        or _many_datelines(filled, texts)
        or _dotted(texts)
        or (not (filled and len(filled[0].paragraphs) > 2) and _index(layout, entries, filled))
        or _named(layout, filled, texts)
        or _linked(layout, len(texts), address)
    )
    return _WHY if listed and not _is_live(layout) else None


def _is_bare(marked: list[BlockFeatures]) -> bool:
    """Whether a page without text is a list of headlines, and not an article whose text is missing."""
    told = any(mark.block.kind == "title" and len(shape.words(mark.text)) >= 4 for mark in marked)
    return not told and sum(_is_headline(mark) or _is_linked(mark) for mark in marked) >= _INDEX


def _entries(layout: Layout) -> list[ListEntry]:
    """The page from its first headline to its end, as headings with their paragraphs."""
    first = layout.start if layout.title is None else layout.title
    assert first is not None
    entry, entries, number = ListEntry(), [], first > 0 and layout.marked[first - 1].text.isdigit()
    for i in range(first, layout.end):
        mark, verdict = layout.marked[i], layout.verdicts[i]
        if mark.byline or (mark.noise in _STAMPS and (is_age(mark.text) or _MORE.fullmatch(mark.text))):
            entry.signs.add("stamp")
        elif i == layout.title or (_may_head(layout, i) and _is_headline(mark)):
            entries.append(entry)
            entry = ListEntry(mark.text, signs={"number"} if number else set())
            number = False
        elif verdict and verdict.role == BODY:
            if shape.is_prose(mark.text):
                entry.add(mark.text)
            elif mark.text.isdigit():
                number = True
    return [entry for entry in (*entries, entry) if entry.heading or entry.paragraphs]


def _may_head(layout: Layout, i: int) -> bool:
    """Whether a block stands where headings do: in the body, or below a `Selengkapnya` that took it for related."""
    verdict = layout.verdicts[i]
    if verdict is None or verdict.role in _HEADS or verdict.rule == STRAY:
        return verdict is not None
    return verdict.role == "related" and bool(_MORE.fullmatch(layout.marked[i - 1].text))


def _is_live(layout: Layout) -> bool:
    """Whether the lines above the text call it a live report, whose entries look like articles."""
    start = layout.start or 0
    return any(_LIVE.search(mark.text) for mark in layout.marked[max(0, start - _HEAD) : start])


def _is_headline(mark: BlockFeatures) -> bool:
    """A line with the words and capitals of a headline that is neither row nor sentence."""
    text = mark.text
    if text.endswith((".", ":", ",", ";")) or not mark.open or _ROW.match(text) or is_list_item(text):
        return False
    count = len(shape.words(text))
    if not 4 <= count <= 40 or (count < 25 and shape.is_prose(text)):
        return False
    return shape.capital_share(text) >= 0.5


def _each_signed(layout: Layout, filled: list[ListEntry]) -> bool:
    """Whether most headings have one paragraph each and the same sign, the first one among them."""
    signs = filled[0].signs if len(filled[0].paragraphs) == 1 else set()
    if len(filled) == 2:  # two short news that each name their day, under nothing but the name of a section
        return layout.title in (1, 2) and "whole" in signs and "whole" in filled[1].signs
    authors = [bool(mark.byline and mark.byline.people) for mark in layout.marked[: layout.end]]
    start = layout.start or 0
    alone = (any(authors[:start]) and not any(authors[start:])) or (
        "dateline" in signs and sum("dateline" in entry.signs for entry in filled) == 1
    )  # an article, with a list behind it that no mark tells from it
    for sign in signs - {"stamp", "dots"} if alone else signs:
        having = sum(sign in entry.signs and len(entry.paragraphs) == 1 for entry in filled)
        if having >= max(3, _MOST * len(filled)):
            return True
    return False


def _each_headed(layout: Layout, filled: list[ListEntry]) -> bool:
    """Whether five telling headings or more have one paragraph each, under no byline, dateline or number."""
    title = layout.marked[layout.title].text if layout.title is not None else ""
    lone = [entry for entry in filled if len(entry.paragraphs) == 1 and entry.telling]
    return len(lone) >= max(5, 0.8 * len(filled)) and not layout.signed and not re.search(r"\d", title)


def _many_datelines(filled: list[ListEntry], texts: list[str]) -> bool:
    """Whether three headings have a dateline below them, or one dateline opens three paragraphs."""
    if sum("dateline" in entry.signs for entry in filled) >= 3:
        return True
    if len({text[:_OPENS_ALIKE] for text in texts}) > len(texts) - 2:
        return False
    found = Counter(line.text for text in texts if (line := dateline.split(text)))
    return max(found.values(), default=0) >= 3


def _dotted(texts: list[str]) -> bool:
    """Whether the paragraphs are teasers that end in dots."""
    return len(texts) >= 3 and texts[0].endswith(_DOTS) and sum(t.endswith(_DOTS) for t in texts) >= 0.75 * len(texts)


def _index(layout: Layout, entries: list[ListEntry], filled: list[ListEntry]) -> bool:
    """Whether headlines without text are nearly all there is, above what text there is and below it or not of it."""
    if len(filled) > 1 and any(len(entry.paragraphs) > 1 for entry in filled):
        return False
    above = [mark.text for mark in layout.marked[: layout.start] if _is_headline(mark)]
    bare = len(entries) - len(filled)
    if len(above) + bare < _INDEX or _is_signed(layout):
        return False
    text = {word.casefold() for entry in filled for par in entry.paragraphs for word in shape.words(par)}
    strange = not any(len(word) > 3 and word.casefold() in text for line in above for word in shape.words(line))
    return (len(above) >= 3 and bare >= max(_INDEX, 2 * len(filled))) or (strange and len(above) + bare >= 2 * _INDEX)


def _is_signed(layout: Layout) -> bool:
    """Whether it is signed as one article is; the days of an index are many."""
    days = sum(bool(mark.byline and mark.byline.days) for mark in layout.marked[: layout.start])
    return layout.signed and days < _DAYS


def _named(layout: Layout, filled: list[ListEntry], texts: list[str]) -> bool:
    """Whether a line above says that it is a list, and the text agrees: two datelines, or teasers of one sentence."""
    opened = sum("dateline" in entry.signs for entry in filled) >= 2
    plain = len(texts) >= 4 and not layout.signed and not any(map(_SENTENCES.search, texts))
    if not (opened or plain):
        return False
    start = layout.start or 0
    head = start if layout.title is None else layout.title
    lines = [mark.text for mark in layout.marked[max(0, head - _HEAD) : max(head + 1, start)]]
    lines = [line for line in lines if len(line) <= _LONGEST]
    if opened and any(map(_NAMED.fullmatch, lines)):
        return True
    return any(map(_LISTED.fullmatch, lines)) and (opened or not any(map(dates.find, lines)))


def _linked(layout: Layout, paragraphs: int, address: str | None) -> bool:
    """In HTML: whether the text stands under a headline that is a link, with one paragraph, as do two others.

    Where the address is that of a list, a text of two paragraphs amid linked headlines is enough.
    """
    heads = [i for i, mark in enumerate(layout.marked) if _is_linked(mark)]
    if len(heads) < 3:
        return False
    if paragraphs <= 2 and len(heads) >= 2 * _INDEX and address and _LIST_ADDRESS.fullmatch(address):
        return True
    ends = (*heads[1:], len(layout.marked))
    below = [_prose_between(layout.marked, head, end) for head, end in zip(heads, ends, strict=True)]
    own = [count for head, end, count in zip(heads, ends, below, strict=True) if head < (layout.start or 0) < end]
    return own == [1] and below.count(1) >= 3 and sum(below) < 2 * below.count(1)


def _is_linked(mark: BlockFeatures) -> bool:
    return mark.block.kind == "link" and len(shape.words(mark.text)) >= 4


def _prose_between(marked: list[BlockFeatures], head: int, end: int) -> int:
    return sum(mark.open and shape.is_prose(mark.text) for mark in marked[head + 1 : end])

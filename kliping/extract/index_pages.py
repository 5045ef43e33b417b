"""Pages that list articles: an index, a section, a tag, a search, a home page, a page of short news.

    HEADLINE / day / teaser / HEADLINE / day / teaser ...        HEADLINE / one long paragraph / HEADLINE ...
    HEADLINE / JAKARTA - text / HEADLINE / BOGOR - text ...      Kumpulan Berita / teaser / teaser / teaser ...

What no article does: one paragraph under each heading, and each with a day, a dateline or three dots of its own.
An article with subheadings has paragraphs without one between them; numbers and bullets before the headings tell a
round-up or a live report; and what stands behind the article's end is not looked at.
"""

import re
from collections import Counter
from dataclasses import dataclass, field

from kliping.extract.block_features import BlockFeatures, is_age, is_list_item
from kliping.extract.labels import BODY, Layout
from kliping.extract.related_links import STRAY
from kliping.locale import _
from kliping.text import dateline, dates
from kliping.text import lines as shape

_ROW = re.compile(r"(?:\d+|[a-zA-Z])\s?[.)]\s")
_MORE = re.compile(r"\W*(?:(?:baca |lihat )?selengkapnya|read more|continue reading|baca lebih lanjut)\W*", re.I)
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
_HEAD = 12  # blocks above the text that speak of it
_TELLING = 6  # words of a heading
_SHORT_NEWS = 50  # words of a paragraph that may be all of an article
_INDEX = 6  # headlines without text
_DAYS = 5  # above the text: more than `published`, `updated` and the day the page was saved


@dataclass(slots=True)
class ListEntry:
    """A heading and the paragraphs below it, up to the next one."""

    heading: str = ""
    paragraphs: list[str] = field(default_factory=list)
    signs: set[str] = field(default_factory=set)  # that it is an article: dateline, dots, long, number, stamp, whole

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
            if "dateline" in self.signs or _AUTHOR.match(text) or dates.find(text[:400]):  # characters
                self.signs.add("whole")


def refusal(layout: Layout, address: str | None = None) -> str | None:
    """Why a page is no article, where it lists several; else None. `address` is the page's own, where it is known."""
    start, blocks = layout.start, layout.blocks
    if start is None:  # a list of headlines, or an article whose text is missing
        titled = any(block.kind == "title" and len(shape.words(block.text)) >= 4 for block in blocks)
        return _why() if not titled and sum(_is_headline(b) or _is_linked(b) for b in blocks) >= _INDEX else None
    entries = _entries(layout)
    filled = [entry for entry in entries if entry.paragraphs]
    texts = [text for entry in filled for text in entry.paragraphs]
    dotted = [text.endswith(_DOTS) for text in texts]  # as teasers end
    listed = (
        (len(filled) > 1 and (_each_signed(layout, filled) or _each_headed(layout, filled)))
        or _many_datelines(filled, texts)
        or (len(texts) >= 3 and dotted[0] and sum(dotted) >= 0.75 * len(texts))
        or (not (filled and len(filled[0].paragraphs) > 2) and _index(layout, entries, filled))
        or _named(layout, filled, texts)
        or _linked(layout, len(texts), address)
    )
    # The entries of a live report look like articles; the lines above the text call it one.
    live = listed and any(_LIVE.search(block.text) for block in blocks[max(0, start - _HEAD) : start])
    return _why() if listed and not live else None


def _why() -> str:
    return _("is a list of articles; save each article on its own")


def _entries(layout: Layout) -> list[ListEntry]:
    """The page from its first headline to its end, as headings with their paragraphs."""
    likely = next((weighed.candidate.at for weighed in layout.titles.ranked), None)  # headline, however light it weighs
    first = (layout.start or 0) if likely is None else likely
    entry, entries, number = ListEntry(), [], first > 0 and layout.blocks[first - 1].text.isdigit()
    for i in range(first, layout.end):
        block, label = layout.blocks[i], layout.labels[i]
        stamp = block.noise in ("navigation", "related") and (is_age(block.text) or _MORE.fullmatch(block.text))
        if block.byline or stamp:
            entry.signs.add("stamp")
        elif i == likely or (_may_head(layout, i) and _is_headline(block)):
            entries.append(entry)
            entry = ListEntry(block.text, signs={"number"} if number else set())
            number = False
        elif label and label.role == BODY:
            if shape.is_prose(block.text):
                entry.add(block.text)
            elif block.text.isdigit():
                number = True
    return [entry for entry in (*entries, entry) if entry.heading or entry.paragraphs]


def _may_head(layout: Layout, i: int) -> bool:
    """Whether a block stands where headings do: in the body, or below a `Selengkapnya` that took it for related."""
    label = layout.labels[i]
    if label and (label.role in (BODY, "pull_quote", "tags") or label.rule == STRAY):
        return True  # printed twice or at the foot of the page, a headline is taken for a pull quote or tags
    return bool(label and label.role == "related" and _MORE.fullmatch(layout.blocks[i - 1].text))


def _is_headline(block: BlockFeatures) -> bool:
    """A line with the words and capitals of a headline that is neither row nor sentence."""
    text = block.text
    if text.endswith((".", ":", ",", ";")) or not block.open or _ROW.match(text) or is_list_item(text):
        return False
    count = len(shape.words(text))
    return 4 <= count <= 40 and (count >= 25 or not shape.is_prose(text)) and shape.capital_share(text) >= 0.5


def _each_signed(layout: Layout, filled: list[ListEntry]) -> bool:
    """Whether most headings have one paragraph each and the same sign, the first one among them."""
    signs = filled[0].signs if len(filled[0].paragraphs) == 1 else set()
    if len(filled) == 2:  # two short news that each name their day, under nothing but the name of a section
        return layout.title in (1, 2) and "whole" in signs and "whole" in filled[1].signs
    authors = [bool(block.byline and block.byline.people) for block in layout.blocks[: layout.end]]
    start = layout.start or 0
    if (any(authors[:start]) and not any(authors[start:])) or (
        "dateline" in signs and sum("dateline" in entry.signs for entry in filled) == 1
    ):
        signs = signs - {"stamp", "dots"}  # an article, with a list behind it that nothing tells from it
    alone = [entry.signs for entry in filled if len(entry.paragraphs) == 1]
    return any(sum(sign in others for others in alone) >= max(3, 0.6 * len(filled)) for sign in signs)


def _each_headed(layout: Layout, filled: list[ListEntry]) -> bool:
    """Whether five telling headings or more have one paragraph each, under no byline, dateline or number."""
    title = layout.blocks[layout.title].text if layout.title is not None else ""
    lone = [entry for entry in filled if len(entry.paragraphs) == 1 and entry.telling]
    return len(lone) >= max(5, 0.8 * len(filled)) and not layout.signed and not re.search(r"\d", title)


def _many_datelines(filled: list[ListEntry], texts: list[str]) -> bool:
    """Whether three headings have a dateline below them, or one dateline opens three paragraphs."""
    if sum("dateline" in entry.signs for entry in filled) >= 3:
        return True
    if len({text[:7] for text in texts}) > len(texts) - 2:  # characters of a dateline
        return False
    datelines = Counter(line.text for text in texts if (line := dateline.split(text)))
    return max(datelines.values(), default=0) >= 3


def _index(layout: Layout, entries: list[ListEntry], filled: list[ListEntry]) -> bool:
    """Whether headlines without text are nearly all there is, above what text there is and below it or not of it."""
    if len(filled) > 1 and any(len(entry.paragraphs) > 1 for entry in filled):
        return False
    head = layout.blocks[: layout.start]
    above = [block.text for block in head if _is_headline(block)]
    bare = len(entries) - len(filled)
    days = sum(bool(block.byline and block.byline.days) for block in head)
    if len(above) + bare < _INDEX or (layout.signed and days < _DAYS):
        return False
    text = {word.casefold() for entry in filled for par in entry.paragraphs for word in shape.words(par)}
    strange = not any(len(word) > 3 and word.casefold() in text for line in above for word in shape.words(line))
    return (len(above) >= 3 and bare >= max(_INDEX, 2 * len(filled))) or (strange and len(above) + bare >= 2 * _INDEX)


def _named(layout: Layout, filled: list[ListEntry], texts: list[str]) -> bool:
    """Whether a line above says that it is a list, and the text agrees: two datelines, or teasers of one sentence."""
    opened = sum("dateline" in entry.signs for entry in filled) >= 2
    plain = len(texts) >= 4 and not layout.signed and not any(map(_SENTENCES.search, texts))
    if not (opened or plain):
        return False
    start = layout.start or 0
    head = start if layout.title is None else layout.title
    above = [block.text for block in layout.blocks[max(0, head - _HEAD) : max(head + 1, start)]]
    lines = [line for line in above if len(line) <= 80]  # characters of a line that names a list
    if opened and any(map(_NAMED.fullmatch, lines)):
        return True
    return any(map(_LISTED.fullmatch, lines)) and (opened or not any(map(dates.find, lines)))


def _linked(layout: Layout, paragraphs: int, address: str | None) -> bool:
    """In HTML: whether the text stands under a headline that is a link, with one paragraph, as do two others.

    Where the address is that of a list, a text of two paragraphs amid linked headlines is enough.
    """
    blocks = layout.blocks
    heads = [i for i, block in enumerate(blocks) if _is_linked(block)]
    if len(heads) < 3:
        return False
    if paragraphs <= 2 and len(heads) >= 2 * _INDEX and address and _LIST_ADDRESS.fullmatch(address):
        return True
    parts = list(zip(heads, (*heads[1:], len(blocks)), strict=True))
    below = [sum(block.prose for block in blocks[head + 1 : end]) for head, end in parts]
    own = [count for (head, end), count in zip(parts, below, strict=True) if head < (layout.start or 0) < end]
    return own == [1] and below.count(1) >= 3 and sum(below) < 2 * below.count(1)


def _is_linked(block: BlockFeatures) -> bool:
    return block.kind == "link" and len(shape.words(block.text)) >= 4

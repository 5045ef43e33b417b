"""Headlines of other news set into a body: under a mark such as `Baca juga`, above it, or without any."""

from itertools import pairwise

from kliping.extract.block_features import SPOKEN, is_list_item
from kliping.extract.labels import BODY, Layout
from kliping.text import lines

STRAY = "headline between two paragraphs"  # the rule; on a page that lists articles it is a headline of its own
_HEADLINE = 9  # words of a headline; a subheading has fewer


def label_below(layout: Layout, i: int, end: int) -> int:
    """Label the headlines that belong to the related mark in block `i`, up to `end`; the index of the last one.

    In HTML they are links, and known as such.
    """
    blocks, mark = layout.blocks, layout.blocks[i].text
    rest = mark.partition(":")[2] if ":" in mark else " ".join(mark.split()[2:])
    empty = alone = not SPOKEN.search(rest)
    many = alone or mark.casefold().startswith("berita terkait")  # several headlines without a mark of their own
    listed = False
    while i + 1 < end:
        below = blocks[i + 1]
        if is_list_item(below.text) and (empty or listed):
            listed = True
        elif not (below.noise == "debris" and empty):
            headline = below.open and not below.part and not lines.is_prose(below.text) and not listed
            count = len(lines.words(below.text))
            another = many and count >= (4 if alone else 7) and lines.capital_share(below.text) >= 0.6
            if not headline or not (empty or another):
                break
            empty = False
        i += 1
        layout.label(i, "related", "headline under a related mark")
    return i


def label_above(layout: Layout, i: int) -> None:
    """Label the headlines in a list above the related mark in block `i`, if it stands alone above running text."""
    blocks, rest = layout.blocks, layout.blocks[i].text.partition(":")[2]
    below = blocks[i + 1] if i + 1 < len(blocks) else None
    if len(lines.words(blocks[i].text)) > 2 or SPOKEN.search(rest) or not (below and lines.is_prose(below.text)):
        return
    for j in range(i - 1, layout.start or 0, -1):
        if not is_list_item(blocks[j].text) or lines.ends_sentence(blocks[j].text):
            break
        layout.label(j, "related", "headline above a related mark")


def label_list_behind(layout: Layout, last: int) -> None:
    """Label the list behind the last sentence (block `last`), where the page lists headlines of other news above."""
    rows = [i for i in layout.indices(BODY) if i > last and is_list_item(layout.blocks[i].text)]
    listed = len(rows) > 1 and any(is_list_item(layout.blocks[i].text) for i in layout.indices("related"))
    texts = [layout.blocks[i].text for i in rows] if listed else []
    if texts and not any(lines.ends_sentence(text) or lines.capital_share(text) < 0.6 for text in texts):
        for i in rows:
            layout.label(i, "related", "list of headlines behind the text")


def label_strays(layout: Layout) -> None:
    """Label headlines without any mark between two paragraphs: long and capitalised, unlike a subheading.

    One that tells of this story, by the words of its headline or of the next paragraph, is a heading, and so is one
    whose words the next paragraph takes up for the first time. In HTML strays are links, and known as such.
    """
    body, texts = layout.indices(BODY), [block.text for block in layout.blocks]
    title = texts[layout.title] if layout.title is not None else ""
    for above, i, below in zip(body, body[1:], body[2:], strict=False):
        text, words = texts[i], lines.words(texts[i])
        around = lines.is_prose(texts[above]) and lines.is_prose(texts[below]) and not layout.blocks[i].part
        closed = text.endswith((".", ":", ";", ",", '"', "”")) or text[0].isdigit()
        if around and not closed and _HEADLINE <= len(words) <= 20 and lines.capital_share(text) >= 0.8:
            said = {word.casefold() for word in words if len(word) > 3}
            story = {word.casefold() for word in lines.words(f"{title} {texts[below]}")}
            if 2 * len(said & story) < len(said) and not _takes_up(texts[below], text, f"{title} {texts[above]}"):
                layout.label(i, "related", STRAY)


def _takes_up(below: str, heading: str, before: str) -> bool:
    """Whether a paragraph has two words of a heading side by side, and small, that the text before it has not."""
    words, before = lines.small_words(heading), before.casefold()
    pairs = (f"{a} {b}" for a, b in pairwise(words) if min(len(a), len(b)) > 3)
    return any(pair in below and pair not in before for pair in pairs)

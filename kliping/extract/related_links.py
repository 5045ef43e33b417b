"""Headlines of other news set into a body: under a mark such as `Baca juga`, or above it."""

from __future__ import annotations

from kliping.extract.block_features import SPOKEN, is_list_item
from kliping.extract.labels import BODY, Layout
from kliping.text import lines

STRAY = "headline between two paragraphs"  # the rule; on a page that lists articles it is a headline of its own
_HEADLINE = 9  # words of a headline; a subheading has fewer


def swallow(layout: Layout, i: int, end: int) -> int:
    """Take the headlines that belong to a related mark; the index of the last one taken.

    In HTML they are links, and known as such.
    """
    marked, text = layout.marked, layout.marked[i].text
    rest = text.partition(":")[2] if ":" in text else " ".join(text.split()[2:])
    empty = not SPOKEN.search(rest)
    alone, listed = empty, False
    while i + 1 < end:
        following = marked[i + 1]
        item = is_list_item(following.text)
        headline = following.open and not following.block.part and not lines.is_prose(following.text)
        if item and (empty or listed):
            listed = True
        elif following.noise == "debris" and empty:
            pass
        elif headline and not listed and (empty or _stray_headline(text, following.text, alone)):
            empty = False
        else:
            break
        i += 1
        layout.set(i, "related", "headline under a related mark")
    return i


def bullets_above(layout: Layout, i: int) -> None:
    """Headlines in a list above a mark that stands alone, with running text below it."""
    marked, rest = layout.marked, layout.marked[i].text.partition(":")[2]
    below = marked[i + 1] if i + 1 < len(marked) else None
    if len(lines.words(marked[i].text)) > 2 or SPOKEN.search(rest) or not (below and lines.is_prose(below.text)):
        return
    for j in range(i - 1, layout.start or 0, -1):
        if not is_list_item(marked[j].text) or lines.ends_sentence(marked[j].text):
            break
        layout.set(j, "related", "headline above a related mark")


def _stray_headline(mark: str, text: str, alone: bool) -> bool:
    """A second related headline without a mark of its own: under `BERITA TERKAIT :`, or where the mark stood alone."""
    many = alone or mark.casefold().startswith("berita terkait")
    return many and len(lines.words(text)) >= (4 if alone else 7) and lines.capital_share(text) >= 0.6


def strays(layout: Layout) -> None:
    """Headlines without any mark between two paragraphs: long and capitalised, unlike a subheading.

    One that tells of this story, by the words of its headline or of the next paragraph, is a heading. In HTML
    strays are links, and known as such.
    """
    body = layout.having(BODY)
    title = layout.marked[layout.title].text if layout.title is not None else ""
    for above, i, below in zip(body, body[1:], body[2:], strict=False):
        mark, following = layout.marked[i], layout.marked[below].text
        around = lines.is_prose(layout.marked[above].text) and lines.is_prose(following)
        if around and not mark.block.part and _is_headline(mark.text) and not _heads(mark.text, f"{title} {following}"):
            layout.set(i, "related", STRAY)


def _heads(headline: str, told: str) -> bool:
    said = {word.casefold() for word in lines.words(headline) if len(word) > 3}
    return 2 * len(said & {word.casefold() for word in lines.words(told)}) >= len(said)


def _is_headline(text: str) -> bool:
    if text.endswith((".", ":", ";", ",", '"', "”")) or text[0].isdigit():
        return False
    return _HEADLINE <= len(lines.words(text)) <= 20 and lines.capital_share(text) >= 0.8

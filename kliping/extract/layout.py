"""What each block of a page is: headline, byline, caption, body or noise, and by which rule."""

import re

from kliping.extract import credits
from kliping.extract.block_features import describe_blocks, is_list_item
from kliping.extract.body_end import article_end, label_tags
from kliping.extract.byline import Grammar, grammar
from kliping.extract.captions import is_caption, is_caption_in_body
from kliping.extract.contacts import label_contacts
from kliping.extract.headline import body_start, find_title, title_below
from kliping.extract.labels import BODY, BYLINE, TITLE, BlockLabel, Layout
from kliping.extract.related_links import label_above, label_below, label_list_behind, label_strays
from kliping.formats.page import ASIDE, FOOT, HEAD, Page
from kliping.outlets.profile import Profile
from kliping.text import dateline, lines

_GLUED_CREDIT = re.compile(r"\s*[(\[][^()\[\]]{1,60}[)\]]\.?$")
_TELLING, _TEXT = 4, 20  # long words of a headline, and words of a text, that could share one
_HEADING = 8  # words of a heading over a list


def lay_out(page: Page, profile: Profile) -> Layout:
    """Label every block of a page, and find where its article begins and ends, by the words of its outlet."""
    asides = [block for block in page.blocks if block.part == ASIDE]
    blocks = describe_blocks(
        [block for block in page.blocks if block.part != ASIDE] if asides else page.blocks, profile
    )
    layout = Layout(blocks, [None] * len(blocks), start=body_start(blocks))
    layout.asides = [BlockLabel(block, block.kind, "outside the article's box") for block in asides]
    if layout.start is None:
        for i, block in enumerate(blocks):
            role = block.noise or block.ends or (BYLINE if block.byline else "")
            layout.label(i, role or "unknown", "known line" if role else "no text begins here")
        return layout
    layout.title, layout.end = find_title(blocks, layout.start), article_end(blocks, layout.start)
    if layout.title is None and (below := title_below(blocks, layout.start)) is not None:
        layout.title, layout.end = below, min(layout.end, below)
    reader = grammar(profile.words)
    _label_header(layout, reader)
    other_news = _label_ticker(layout)
    _label_body(layout, reader, other_news)
    _label_foot(layout, reader)
    return layout


def _label_header(layout: Layout, reader: Grammar) -> None:
    """Label what stands above the body."""
    for i, block in enumerate(layout.blocks[: layout.start]):
        below_title = layout.title is not None and i > layout.title
        if i == layout.title:
            layout.label(i, TITLE, "headline")
        elif kind := block.noise or block.ends:
            layout.label(i, kind, "known line")
        elif block.byline or _is_bare_name(layout, i, reader):
            layout.label(i, BYLINE, "label grammar" if block.byline else "name by itself")
        elif is_list_item(block.text):
            layout.label(i, "summary" if below_title else "ticker", "list above the body")
        elif is_caption(block.text):
            layout.label(i, "caption", "photo credit")
        elif block.kind == "caption" or (below_title and not lines.is_prose(block.text)):
            layout.label(i, "caption", "between headline and body")
        elif below_title:
            layout.label(i, "deck", "sentence between headline and body")
        else:
            layout.label(i, "navigation", "above the headline")


def _label_ticker(layout: Layout) -> bool:
    """Label a headline of other news, and its day right below; returns whether there is one.

    It stands above a dateline, the text says no word of it, and its day is printed again among those behind the text.
    """
    i, start = layout.title, layout.start or 0
    below = layout.blocks[i + 1].byline if i is not None and i + 1 < start else None
    if i is None or layout.blocks[i].kind == "title" or not below or not below.days or below.people:
        return False
    again = any(block.text == layout.blocks[i + 1].text for block in layout.blocks[start:])
    if not again or not dateline.split(layout.blocks[start].text):
        return False
    said = [word for word in lines.small_words(layout.blocks[i].text) if len(word) > 3]
    text = " ".join(block.text for block in layout.blocks[start : layout.end]).casefold()
    if len(said) < _TELLING or text.count(" ") < _TEXT or any(word in text for word in said):
        return False
    layout.label(i, "ticker", "headline of other news")
    layout.label(i + 1, "ticker", "day of other news")
    layout.title = None
    return True


def _is_bare_name(layout: Layout, i: int, reader: Grammar) -> bool:
    """A person's name on a line of its own, or several with signs between them; a link may be a section's name."""
    block = layout.blocks[i]
    apart = block.kind in ("author", "editor") or (block.part != HEAD and block.kind != "link")
    return (apart or _waits(layout, i - 1) or _waits(layout, i + 1)) and bool(reader.persons(block.text.strip(" ,:")))


def _waits(layout: Layout, i: int) -> bool:
    """Whether a block is a label without a name, which then stands on the line above or below."""
    line = layout.blocks[i].byline if 0 <= i < len(layout.blocks) else None
    return bool(line and line.labels and not line.people)


def _label_body(layout: Layout, reader: Grammar, other_news: bool) -> None:
    """Label what stands between the first block of the body and the end of the article.

    With `other_news` above it, the days behind it are of such as well.
    """
    blocks, start, end = layout.blocks, layout.start or 0, layout.end
    i, last = start, end - 1  # the last prose, whatever credit in brackets or stars is glued to its end
    while last > start:
        if blocks[last].open and lines.is_prose(_GLUED_CREDIT.sub("", blocks[last].text.rstrip(" *"))):
            break
        last -= 1
    while i < end:
        block = blocks[i]
        if block.noise or block.ends:
            i = _label_known(layout, i)
        elif (line := block.byline) and (
            i > last or line.people or (line.labels and ":" in block.text) or line.views is not None
        ):  # inside the body only a labelled line is a byline; behind it any is
            stray = other_news and i > last and not (line.people or line.labels or line.views is not None)
            layout.label(i, "ticker" if stray else BYLINE, "day of other news" if stray else "label grammar")
        elif i > last and _waits(layout, i - 1) and _is_bare_name(layout, i, reader):
            layout.label(i, BYLINE, "name under its label")
        elif block.kind == "link":
            layout.label(i, "related", "a name that is a link")
        elif block.kind == "caption" or is_caption_in_body(block.text):
            layout.label(i, "caption", "photo credit")
        else:
            layout.label(i, BODY, "paragraph")
        i += 1
    _label_pull_quotes(layout)
    label_strays(layout)
    label_contacts(layout, last)
    label_list_behind(layout, last)
    label_tags(layout, last, lambda i: _could_be_credit(layout, i, reader))


def _label_known(layout: Layout, i: int) -> int:
    """Label a known line in the body, and what belongs to it; the index of the last block labelled."""
    blocks, block, end = layout.blocks, layout.blocks[i], layout.end
    layout.label(i, block.noise or block.ends or "", "known line")
    below = blocks[i + 1].text if i + 1 < end else ""
    if block.noise == "related":
        label_above(layout, i)
    if block.noise == "source" and is_list_item(below):  # of a picture, whose caption stands above
        above = layout.labels[i - 1]
        if above and above.role == BODY and not lines.is_prose(above.block.text):
            layout.label(i - 1, "caption", "above its source")
        i += 1
        layout.label(i, "caption", "source of a picture")
    if block.noise == "related" or block.ends:
        return label_below(layout, i, end)
    if block.noise == "photo" and below and not dateline.split(below):
        i += 1
        layout.label(i, "caption", "under a photo count")
    return i


def _label_foot(layout: Layout, reader: Grammar) -> None:
    """Label what stands behind the article: the credits that markup puts outside its box, and noise."""
    closed = False
    for i in range(layout.end, len(layout.blocks)):
        block = layout.blocks[i]
        if layout.title is not None and 0 <= i - layout.title <= 1:
            layout.label(i, (TITLE, BYLINE)[i - layout.title], "headline under the body")
            continue
        line = block.byline
        credit = line and (line.people.keys() - {"bare"} or line.labels or line.views is not None)
        heading = block.kind == "heading" and len(lines.words(block.text)) <= _HEADING  # over other news, comments
        closed = closed or bool(block.ends) or block.part != FOOT or (heading and not credit)
        if not closed and (credit or (_waits(layout, i - 1) and reader.persons(block.text.strip(" ,:")))):
            layout.label(i, BYLINE, "label grammar" if credit else "name under its label")
        else:
            layout.label(i, block.ends or block.noise or "related", "behind the article")


def _label_pull_quotes(layout: Layout) -> None:
    """Label lines without an end, or cut by dots, that stand word for word in another paragraph."""
    texts = {i: layout.blocks[i].text for i in layout.indices(BODY)[:200]}  # a quote stands near its source
    cut = [i for i, text in texts.items() if text[-1].isalnum() or text.startswith("...") or text.endswith("...")]
    quotes = [i for i in cut if 4 <= len(lines.words(texts[i])) <= 30]
    flat = {i: " ".join(lines.small_words(text)) for i, text in texts.items()} if quotes else {}
    for i in quotes:
        if any(flat[i] in other for j, other in flat.items() if j != i):
            layout.label(i, "pull_quote", "repeats a paragraph")


def _could_be_credit(layout: Layout, i: int, reader: Grammar) -> bool:
    text = layout.blocks[i].text
    return bool(_GLUED_CREDIT.fullmatch(text)) or credits.is_code(text) or _is_bare_name(layout, i, reader)

"""What each block of a page is: headline, byline, caption, body or noise, and by which rule."""

from __future__ import annotations

import re

from kliping.extract import credits
from kliping.extract.block_features import BlockFeatures, is_list_item, mark_all
from kliping.extract.body_end import article_end, tags
from kliping.extract.byline import grammar
from kliping.extract.captions import is_caption, is_caption_in_body
from kliping.extract.headline import body_start, find_title, title_below
from kliping.extract.labels import BODY, BYLINE, TITLE, Layout, Verdict
from kliping.extract.related_links import bullets_above, strays, swallow
from kliping.formats.page import ASIDE, FOOT, HEAD, Page
from kliping.outlets.profile import Profile
from kliping.text import dateline, lines

_GLUED_CREDIT = re.compile(r"\s*[(\[][^()\[\]]{1,60}[)\]]\.?$")
_HEADING = 8  # words of a heading over a list
_QUOTED = 200  # paragraphs compared with each other for a pull quote, which stands near its source


def lay_out(page: Page, profile: Profile) -> Layout:
    """Decide for every block of a page what it is."""
    aside = [block for block in page.blocks if block.part == ASIDE]
    marked = mark_all([block for block in page.blocks if block.part != ASIDE] if aside else page.blocks, profile)
    layout = Layout(marked, [None] * len(marked))
    layout.asides = [Verdict(block, block.kind, "outside the article's box") for block in aside]
    layout.start = body_start(marked)
    if layout.start is None:
        for i, mark in enumerate(marked):
            known = mark.noise or mark.ends or (BYLINE if mark.byline else "")
            layout.set(i, known or "unknown", "known line" if known else "no text begins here")
        return layout
    layout.title = find_title(marked, layout.start)
    layout.end = article_end(marked, layout.start)
    if layout.title is None and (below := title_below(marked, layout.start)) is not None:
        layout.title, layout.end = below, min(layout.end, below)
    _header(layout, profile)
    _body(layout, profile)
    _foot(layout, profile)
    return layout


def _header(layout: Layout, profile: Profile) -> None:
    title, start = layout.title, layout.start or 0
    for i, mark in enumerate(layout.marked[:start]):
        if i == title:
            layout.set(i, TITLE, "headline")
        elif mark.noise or mark.ends:
            layout.set(i, mark.noise or mark.ends or "", "known line")
        elif mark.byline or _bare_name(layout, i, profile):
            layout.set(i, BYLINE, "label grammar" if mark.byline else "name by itself")
        elif is_list_item(mark.text):
            above = title is None or i < title
            layout.set(i, "ticker" if above else "summary", "list above the body")
        elif (
            mark.block.kind == "caption"
            or is_caption(mark.text)
            or (title is not None and i > title and not lines.is_prose(mark.text))
        ):
            layout.set(i, "caption", "photo credit" if is_caption(mark.text) else "between headline and body")
        elif title is not None and i > title:
            layout.set(i, "deck", "sentence between headline and body")
        else:
            layout.set(i, "navigation", "above the headline")


def _bare_name(layout: Layout, i: int, profile: Profile) -> bool:
    """A person's name on a line of its own, or several with signs between them; a link may be a section's name."""
    block = layout.marked[i].block
    told = block.kind in ("author", "editor") or (block.part != HEAD and block.kind != "link") or _by_label(layout, i)
    return told and _names(block.text, profile)


def _names(text: str, profile: Profile) -> bool:
    """Whether a line is names and nothing else, signs around them aside."""
    return bool(grammar(profile.words).persons(text.strip(" ,:")))


def _body(layout: Layout, profile: Profile) -> None:
    marked, start, end = layout.marked, layout.start or 0, layout.end
    behind = range(end - 1, start, -1)
    last = next((i for i in behind if marked[i].open and _ends_body(marked[i].text)), start)
    i = start
    while i < end:
        mark = marked[i]
        if mark.noise or mark.ends:
            layout.set(i, mark.noise or mark.ends or "", "known line")
            if mark.noise == "related":
                bullets_above(layout, i)
            if mark.noise == "source" and i + 1 < end and is_list_item(marked[i + 1].text):
                i = _sourced(layout, i)
            if mark.noise == "related" or mark.ends:
                i = swallow(layout, i, end)
            elif mark.noise == "photo" and i + 1 < end and not dateline.split(marked[i + 1].text):
                i += 1
                layout.set(i, "caption", "under a photo count")
        elif mark.byline and _is_credit_line(mark, i > last):
            layout.set(i, BYLINE, "label grammar")
        elif i > last and _under_label(layout, i) and _bare_name(layout, i, profile):
            layout.set(i, BYLINE, "name under its label")
        elif mark.block.kind == "link":
            layout.set(i, "related", "a name that is a link")
        elif mark.block.kind == "caption" or is_caption_in_body(mark.text):
            layout.set(i, "caption", "photo credit")
        else:
            layout.set(i, BODY, "paragraph")
        i += 1
    _pull_quotes(layout)
    strays(layout)
    tags(layout, last, lambda i: _could_be_credit(layout, i, profile))


def _sourced(layout: Layout, i: int) -> int:
    """A picture's caption above `Sumber :`, and its source in a list below; the index of the last line taken."""
    above = layout.verdicts[i - 1]
    if above and above.role == BODY and not lines.is_prose(above.block.text):
        layout.set(i - 1, "caption", "above its source")
    layout.set(i + 1, "caption", "source of a picture")
    return i + 1


def _under_label(layout: Layout, i: int) -> bool:
    above = layout.marked[i - 1].byline
    return bool(above and above.labels and not above.people)


def _by_label(layout: Layout, i: int) -> bool:
    """Whether a label without a name stands on the line above or below."""
    near = [layout.marked[j].byline for j in (i - 1, i + 1) if 0 <= j < len(layout.marked)]
    return any(line and line.labels and not line.people for line in near)


def _ends_body(text: str) -> bool:
    """Prose, whatever credit in brackets or stars is glued to its end."""
    return lines.is_prose(_GLUED_CREDIT.sub("", text.rstrip(" *")))


def _is_credit_line(mark: BlockFeatures, behind: bool) -> bool:
    """Inside the body only a labelled line is a byline; behind it any is."""
    line = mark.byline
    return bool(line and (behind or line.people or (line.labels and ":" in mark.text) or line.views is not None))


def _foot(layout: Layout, profile: Profile) -> None:
    """What stands behind the article: the credits that markup puts outside its box, and noise."""
    closed = False
    for i in range(layout.end, len(layout.marked)):
        mark = layout.marked[i]
        if layout.title is not None and 0 <= i - layout.title <= 1:
            layout.set(i, (TITLE, BYLINE)[i - layout.title], "headline under the body")
            continue
        line = mark.byline
        credit = line and (line.people.keys() - {"bare"} or line.labels or line.views is not None)
        closed = closed or bool(mark.ends) or mark.block.part != FOOT or (_heads_list(mark) and not credit)
        if not closed and (credit or (_under_label(layout, i) and _names(mark.text, profile))):
            layout.set(i, BYLINE, "label grammar" if credit else "name under its label")
        else:
            layout.set(i, mark.ends or mark.noise or "related", "behind the article")


def _heads_list(mark: BlockFeatures) -> bool:
    """A short heading behind the article: other news, comments."""
    return mark.block.kind == "heading" and len(lines.words(mark.text)) <= _HEADING


def _pull_quotes(layout: Layout) -> None:
    """A line without an end, or cut by dots, that stands word for word in another paragraph."""
    body = layout.having(BODY)[:_QUOTED]
    texts = {i: layout.marked[i].text for i in body}
    cut = [i for i, text in texts.items() if text[-1].isalnum() or text.startswith("...") or text.endswith("...")]
    quotes = [i for i in cut if 4 <= len(lines.words(texts[i])) <= 30]
    if not quotes:
        return
    flat = {i: " ".join(lines.small_words(text)) for i, text in texts.items()}
    for i in quotes:
        if any(flat[i] in flat[j] for j in body if j != i):
            layout.set(i, "pull_quote", "repeats a paragraph")


def _could_be_credit(layout: Layout, i: int, profile: Profile) -> bool:
    text = layout.marked[i].text
    return bool(_GLUED_CREDIT.fullmatch(text)) or credits.is_code(text) or _bare_name(layout, i, profile)

"""Page + outlet + calendars -> article: pure, without files, clock or network.

The way of a page: `layout` asks `block_features`, `headline`, `body_end`, `captions` and `related_links` what each
block is (`labels`). `completeness` refuses what is no article and notes what is missing (`error_pages`, `index_pages`,
`pagination`, `truncation`, `encoding_damage`). Then each fact has its module: `byline`, with `name_labels`,
`person_names` and `counts`, reads lines that name people, days and views, `credits` those glued to the text; `authors`
gathers who is named where, `name_evidence` weighs the words of names, and `title` (with `headline_shape`),
`publication_date` (with `day_mentions`), `views`, `people`, `agency`, `summary` and `language` decide; `metadata` gives
what the markup says.
"""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from kliping.article.corrections import NO_CORRECTIONS, Corrections
from kliping.article.fields import Article, Fact
from kliping.elections.assign_stage import Assignment, assign_stage, date_contradiction
from kliping.elections.calendars import Calendars
from kliping.elections.mentions import ArticleText
from kliping.evidence.decision import Decision
from kliping.extract import completeness, credits, day_mentions, metadata, publication_date
from kliping.extract.agency import decide_agency
from kliping.extract.byline import Byline, grammar
from kliping.extract.labels import BODY, BYLINE, BlockLabel, Layout
from kliping.extract.language import detect_language
from kliping.extract.layout import lay_out
from kliping.extract.people import decide_people
from kliping.extract.publication_date import decide_date
from kliping.extract.read_page import ReadPage
from kliping.extract.summary import summary
from kliping.extract.title import decide_title
from kliping.extract.views import decide_views
from kliping.formats.page import Page, Rejected
from kliping.locale import _
from kliping.outlets.registry import RecognisedOutlet
from kliping.text import dateline
from kliping.text.lines import ends_sentence

_LEAD = 2  # paragraphs
_KICKERS, _KICKER = 4, 40  # lines above a headline that may tell what it is about, and characters of one
_CREDITS = 3  # glued to the end of a text, at most


@dataclass(frozen=True, slots=True)
class CleanedPage:
    """An article without its id, and the label of every block it was read from."""

    article: Article
    labels: tuple[BlockLabel, ...]
    decisions: Mapping[str, Decision[Any]] = field(default_factory=dict)  # by field, of the facts that were weighed
    lines: tuple[int, ...] = ()  # of the saved page, where the blocks that candidates name stand


class NoText(Rejected):
    """A page without the text of an article, and the label of every block of it."""

    def __init__(self, labels: tuple[BlockLabel, ...]) -> None:
        why = _("no article text found; check that the page was saved whole, or add it by hand as Markdown")
        super().__init__(why)
        self.labels = labels


def clean(
    page: Page, outlet: RecognisedOutlet, calendars: Calendars, corrections: Corrections = NO_CORRECTIONS
) -> CleanedPage:
    """Read the article out of a page; the curator's corrections come before what the page says.

    Raises NoText where the page holds none, and Rejected where it is no whole article but something else.
    """
    given = corrections.facts
    layout, url = lay_out(page, outlet.profile), metadata.address(page.meta)
    address = (given.get("url") or url).value
    if why := completeness.refusal(layout, address):
        raise Rejected(why)
    read = _read(page, outlet, layout)
    decided = _decide(read)
    facts: dict[str, Any] = {name: decision.fact for name, decision in decided.items()} | {"url": url}
    assigned = _assign(read, facts, given, calendars)
    facts |= {"election": assigned.election, "stage": assigned.stage}
    article = Article(
        id="",
        source=outlet.source,
        outlet=outlet.outlet,
        summary=summary(read.body),
        lang=detect_language(read.body),
        saved_on=publication_date.saved_on(read, decided["date"]),
        removed=layout.removed(),
        doubts=tuple(completeness.doubts(layout, read.body, address, page.meta.get("title", ""))),
        body=tuple(read.body),
        **facts,
    )
    article = _with_doubts(article, calendars, (given.get("saved_on") or article.saved_on).value)
    decided |= {"election": assigned.elections, "stage": assigned.stages, **outlet.decisions}
    lines = tuple(block.block.line for block in layout.blocks)
    return CleanedPage(corrections.override(article), layout.all_labels(), decided, lines)


def _decide(read: ReadPage) -> dict[str, Decision[Any]]:
    """Field -> what was decided of the facts that are weighed."""
    return {
        "title": decide_title(read),
        "date": decide_date(read),
        "views": decide_views(read),
        **decide_people(read),
        "agency": decide_agency(read),
    }


def _assign(
    read: ReadPage, facts: Mapping[str, Fact[Any]], given: Mapping[str, Fact[Any]], calendars: Calendars
) -> Assignment:
    """The election and stage of an article, by its facts as the curator corrects them."""
    title = (given.get("title") or facts["title"]).value or ""
    date = (given.get("date") or facts["date"]).value
    lead, rest = "\n".join(read.body[:_LEAD]), "\n".join(read.body[_LEAD:])
    text = ArticleText(title, lead, rest, date, frozenset(read.years), read.outlet.outlet.value, _beside(read.layout))
    return assign_stage(text, calendars, given.get("election"))


def _beside(layout: Layout) -> str:
    """The short lines right above the headline, and the captions and decks."""
    title = layout.title or 0
    kickers = [i for i in range(max(0, title - _KICKERS), title) if len(layout.blocks[i].text) <= _KICKER]
    return "\n".join(layout.blocks[i].text for i in (*kickers, *layout.indices("caption"), *layout.indices("deck")))


def _read(page: Page, outlet: RecognisedOutlet, layout: Layout) -> ReadPage:
    """The paragraphs and bylines of a page. Raises NoText where it has no paragraph."""
    reader = grammar(outlet.profile.words)
    body, glued = _body(layout, outlet) if layout.start is not None else ([], [])
    if not body:
        raise NoText(layout.all_labels())
    # Bylines above the headline come last: they may belong to a list of other news.
    order = sorted(layout.indices(BYLINE), key=lambda i: layout.title is not None and i < layout.title)
    bylines = [*(line for i in order if (line := layout.blocks[i].byline)), *(line for _, line in glued)]
    return ReadPage(page.meta, outlet, reader, layout, body, bylines, glued)


def _body(layout: Layout, outlet: RecognisedOutlet) -> tuple[list[str], list[tuple[int, Byline]]]:
    """The paragraphs as printed, without the credits glued to their end; and those with their blocks, last first."""
    words, credit_is = outlet.profile.words, outlet.profile.credit_is
    kept = [(i, text) for i in layout.indices(BODY) if (text := credits.cut_asides(layout.blocks[i].text))]
    glued: list[tuple[int, Byline]] = []
    while kept:
        i, text = kept[-1]
        above = kept[-2][1] if len(kept) > 1 else ""
        alone = ends_sentence(above) or credits.signature(above, words, credit_is) is not None
        elsewhere = " ".join(t for _, t in kept[:-1])
        cut = credits.cut_credit(text, words, credit_is, alone, elsewhere)
        if cut.byline is None:
            break
        glued.append((i, cut.byline))
        if cut.text:
            kept[-1] = (i, cut.text)
            if cut.byline.people or len(glued) > _CREDITS:
                break
            continue  # before the shorthand of a desk another credit may stand
        kept.pop()
        layout.label(i, BYLINE, cut.rule)
    texts = [text for _, text in kept]
    if len(texts) > 1 and dateline.stands_alone(texts[0]):
        texts[:2] = [f"{texts[0]}\n{texts[1]}"]  # a dateline alone on its line goes before the paragraph it opens
    return texts, glued


def _with_doubts(article: Article, calendars: Calendars, saved_on: datetime.date | None) -> Article:
    """Set a date against the day its page was saved and the stage it reports; tell of a range refused for that."""
    election = calendars.elections.get(article.election.value or "")
    stage = election.stage(article.stage.value) if election else None
    date = article.date
    if date.value and saved_on and date.value > saved_on and not date.doubt:
        return replace(article, date=replace(date, doubt="lies after the day the page was saved"))
    if date.value and not date.doubt and (why := date_contradiction(date.value, stage, election)):
        return replace(article, date=replace(date, doubt=why))
    if not date and election and election.voting_day and stage and stage.type.before_vote:
        printed = day_mentions.ranges_after(article.body, election.voting_day)
        if printed:
            why = f"date: printed {printed} lies after the vote it looks forward to"
            return replace(article, doubts=(*article.doubts, why))
    return article

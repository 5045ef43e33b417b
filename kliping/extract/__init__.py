"""Page + outlet + calendars -> article: pure, without files, clock or network.

The way of a page: `layout` asks `block_features`, `headline`, `body_end`, `captions`, `contacts` and `related_links`
what each block is (`labels`). `completeness` refuses what is no article and notes what is missing (`error_pages`, `index_pages`,
`pagination`, `truncation`, `encoding_damage`). Then each fact has its module: `byline`, with `person_names`, reads
lines that name people, days and views, `credits` those glued to the text; `authors`, `publication_date`, `agency`,
`summary` and `language` choose; `metadata` gives what the markup says where the text says nothing.
"""

import datetime
from dataclasses import dataclass, replace

from kliping.article.corrections import NO_CORRECTIONS, Corrections
from kliping.article.fields import NOTHING, TITLE_MOST, Article, Fact, Names
from kliping.elections.assign_stage import assign_stage, date_contradiction
from kliping.elections.calendars import Calendars
from kliping.elections.mentions import ArticleText
from kliping.extract import completeness, credits, encoding_damage, metadata, publication_date
from kliping.extract.agency import find_agency
from kliping.extract.authors import People, gather_people
from kliping.extract.byline import Byline, Grammar, grammar
from kliping.extract.captions import photographer
from kliping.extract.headline import without_date
from kliping.extract.labels import BODY, BYLINE, BlockLabel, Layout
from kliping.extract.language import detect_language
from kliping.extract.layout import lay_out
from kliping.extract.summary import summary
from kliping.formats.page import Page, Rejected
from kliping.locale import _
from kliping.outlets.registry import RecognisedOutlet
from kliping.text import dateline, dates, lines

_LEAD = 2  # paragraphs


@dataclass(frozen=True, slots=True)
class CleanedPage:
    """An article without its id, and the label of every block it was read from."""

    article: Article
    labels: tuple[BlockLabel, ...]


class NoText(Rejected):
    """A page without the text of an article, and the label of every block of it."""

    def __init__(self, labels: tuple[BlockLabel, ...]) -> None:
        why = _("no article text found; check that the page was saved whole, or add it by hand as Markdown")
        super().__init__(why)
        self.labels = labels


@dataclass(frozen=True, slots=True)
class _Source:
    """What the facts of one article are read from."""

    meta: metadata.Meta
    outlet: RecognisedOutlet
    grammar: Grammar
    layout: Layout
    body: list[str]  # paragraphs
    bylines: list[Byline]  # those above the headline behind the others, those glued to the text last
    people: People


def clean(
    page: Page, outlet: RecognisedOutlet, calendars: Calendars, corrections: Corrections = NO_CORRECTIONS
) -> CleanedPage:
    """Read the article out of a page; the curator's corrections come before what the page says.

    Raises NoText where the page holds none, and Rejected where it is no whole article but something else.
    """
    given, meta = corrections.facts, page.meta
    layout, url = lay_out(page, outlet.profile), metadata.address(page.meta)
    address = (given.get("url") or url).value
    if why := completeness.refusal(layout, address):
        raise Rejected(why)
    source = _source(page, outlet, layout)
    body = source.body
    title = _title(layout) or metadata.title(meta)
    years = publication_date.printed_years([title.value or "", *body])
    date = given.get("date") or _date(source, years) or metadata.day_of_address(meta)
    reporter, editor = _authors(source)
    headline = (given.get("title") or title).value or ""
    lead, rest = "\n".join(body[:_LEAD]), "\n".join(body[_LEAD:])
    text = ArticleText(headline, lead, rest, date.value, frozenset(years), outlet.outlet.value)
    assigned = assign_stage(text, calendars, given.get("election"))
    article = Article(
        id="",
        title=replace(title, doubt=next(iter(encoding_damage.doubts(title.value or "")), None)),
        date=date,
        reporter=reporter,
        editor=editor,
        views=_views(source),
        source=outlet.source,
        outlet=outlet.outlet,
        url=url,
        agency=find_agency(layout, source.bylines, body, outlet.profile.words),
        photographer=_photographer(source),
        election=assigned.election,
        stage=assigned.stage,
        summary=summary(body),
        lang=detect_language(body),
        saved_on=metadata.saved_on(meta),
        removed=layout.removed(),
        doubts=(*completeness.doubts(layout, body, address, meta.get("title", "")), *source.people.doubts()),
        body=tuple(body),
    )
    article = _with_doubts(article, calendars, (given.get("saved_on") or article.saved_on).value)
    return CleanedPage(corrections.override(article), layout.all_labels())


def _source(page: Page, outlet: RecognisedOutlet, layout: Layout) -> _Source:
    """The paragraphs and bylines of a page. Raises NoText where it has no paragraph."""
    reader = grammar(outlet.profile.words)
    body, glued = _body(layout, outlet) if layout.start is not None else ([], [])
    if not body:
        raise NoText(layout.all_labels())
    # Bylines above the headline come last: they may belong to a list of other news.
    order = sorted(layout.indices(BYLINE), key=lambda i: layout.title is not None and i < layout.title)
    people = gather_people(order, layout, reader, " ".join(body), outlet.profile.names_are)
    for label, names in (item for line in glued for item in line.people.items()):
        if not people.names.get(label):
            people.add(label, names)
    bylines = [line for i in order if (line := layout.blocks[i].byline)] + glued
    return _Source(page.meta, outlet, reader, layout, body, bylines, people)


def _body(layout: Layout, outlet: RecognisedOutlet) -> tuple[list[str], list[Byline]]:
    """The paragraphs as printed, the credits glued to their end cut off; and those credits, the last one first."""
    kept = [(i, text) for i in layout.indices(BODY) if (text := credits.cut_asides(layout.blocks[i].text))]
    glued: list[Byline] = []
    while kept:
        i, text = kept[-1]
        alone = len(kept) > 1 and lines.ends_sentence(kept[-2][1])
        elsewhere = " ".join(t for _, t in kept[:-1])
        cut = credits.cut_credit(text, outlet.profile.words, outlet.profile.credit_is, alone, elsewhere)
        if cut.byline is None:
            break
        glued.append(cut.byline)
        if cut.text:
            kept[-1] = (i, cut.text)
            break
        kept.pop()
        layout.label(i, BYLINE, cut.rule)
    texts = [text for _, text in kept]
    if len(texts) > 1 and dateline.stands_alone(texts[0]):
        texts[:2] = [f"{texts[0]}\n{texts[1]}"]  # a dateline alone on its line goes before the paragraph it opens
    return texts, glued


def _title(layout: Layout) -> Fact[str]:
    text = "" if layout.title is None else without_date(layout.blocks[layout.title].text)
    return Fact(text, "layout") if 1 <= len(text) <= TITLE_MOST else NOTHING


def _authors(source: _Source) -> tuple[Fact[Names], Fact[Names]]:
    """Reporter and editor: as the page prints them, else by its markup, which often calls the editor author."""
    people, markup = source.people, (source.meta, source.outlet, source.grammar)
    editor = people.fact("editor") or metadata.editor(*markup)
    reporter = people.fact("reporter") or metadata.reporter(*markup)
    same = reporter.basis == "metadata" and reporter.value == editor.value
    return NOTHING if same else reporter, editor


def _date(source: _Source, years: set[int]) -> Fact[datetime.date]:
    """The publication line, else the markup, else a line that tells the last change, else the text, else the headline.

    `years` are those the article prints.
    """
    bylines, layout = source.bylines, source.layout
    published = metadata.published(source.meta, source.outlet)
    if published.value:
        years = years | {published.value.year}
        bylines = [line for line in bylines if any(kind != "updated" for kind, _ in line.days)]
    date = publication_date.of_bylines(bylines, years) or published or publication_date.of_body(source.body, years)
    if date or layout.title is None:
        return date
    text = layout.blocks[layout.title].text
    printed = dates.find(text[: len(text) - len(without_date(text))])
    return Fact(printed[0].on(), "metadata") if printed else date


def _views(source: _Source) -> Fact[int]:
    layout, title = source.layout, source.layout.title
    for line in source.bylines:
        if line.views is not None:
            return Fact(line.views, line.views_basis)
    for i in layout.indices(BYLINE):
        label, above = layout.blocks[i].byline, layout.blocks[i - 1].text
        if label and "views" in label.labels and above.isdigit():
            return Fact(int(above), "label")  # the number stands on a line of its own
    if source.outlet.profile.number_before_title and title and layout.blocks[title - 1].text.isdigit():
        return Fact(int(layout.blocks[title - 1].text), "layout")
    return NOTHING


def _photographer(source: _Source) -> Fact[str]:
    if printed := source.people.names.get("photo"):
        return Fact(printed[0], "caption")
    for i in source.layout.indices("caption"):
        name = photographer(source.layout.blocks[i].text)
        if name and source.grammar.is_person(name):
            return Fact(name, "caption")
    return NOTHING


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
        printed = publication_date.ranges_after(article.body, election.voting_day)
        if printed:
            why = f"date: printed {printed} lies after the vote it looks forward to"
            return replace(article, doubts=(*article.doubts, why))
    return article

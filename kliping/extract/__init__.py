"""Page + Profile + Calendars -> Article: pure, without files, clock or network."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, replace

from kliping.article.corrections import NO_CORRECTIONS, Corrections
from kliping.article.fields import NOTHING, TITLE_MOST, Article, Fact, Names
from kliping.elections.assign_stage import contradicts, place
from kliping.elections.calendars import Calendars
from kliping.elections.mentions import Text
from kliping.extract import completeness, credits, encoding_damage, metadata, publication_date
from kliping.extract.agency import agency
from kliping.extract.authors import People, gather
from kliping.extract.byline import Byline, Grammar, grammar
from kliping.extract.captions import photographer
from kliping.extract.headline import without_date
from kliping.extract.labels import BODY, BYLINE, Layout, Verdict
from kliping.extract.language import language
from kliping.extract.layout import lay_out
from kliping.extract.summary import summary
from kliping.formats.page import Page, Rejected
from kliping.outlets.registry import RecognisedOutlet
from kliping.text import dateline, dates
from kliping.text import lines as shape

_LEAD = 2  # paragraphs


@dataclass(frozen=True, slots=True)
class Cleaned:
    """An article without its id, and the verdict on every block it was read from."""

    article: Article
    verdicts: tuple[Verdict, ...]


class NoText(Rejected):
    """A page without the text of an article, and the verdict on every block of it."""

    def __init__(self, verdicts: tuple[Verdict, ...]) -> None:
        super().__init__("no article text found; check that the page was saved whole, or add it by hand as Markdown")
        self.verdicts = verdicts


def clean(page: Page, known: RecognisedOutlet, calendars: Calendars, told: Corrections = NO_CORRECTIONS) -> Cleaned:
    """Read an article out of a page; the curator's word comes before the page's.

    Raises NoText where the page holds none.
    """
    layout = lay_out(page, known.profile)
    url = metadata.address(page.meta)
    address = (told.facts.get("url") or url).value
    if why := completeness.refusal(layout, address):
        raise Rejected(why)
    if layout.start is None:
        raise NoText(tuple(layout.all()))
    reader = grammar(known.profile.words)
    body, glued = _body(layout, reader, known)
    if not body:
        raise NoText(tuple(layout.all()))
    title = _title(layout) or metadata.title(page.meta)
    lines = _byline_lines(layout)
    people = _people(lines, glued, reader, " ".join(body), layout.start, known)
    bylines = [line for _, _, line in lines if line] + glued
    years = publication_date.printed_years([title.value or "", *body])
    published = metadata.published(page.meta, known)
    date = told.facts.get("date") or _date(layout, bylines, body, years, published)
    date = date or metadata.day_of_address(page.meta)
    reporter, editor = _named(people, page, known, reader)
    text = _text(told.facts.get("title") or title, body, date, years, known.outlet)
    place_ = place(text, calendars, told.facts.get("election"))
    article = Article(
        id="",
        title=replace(title, doubt=next(iter(encoding_damage.doubts(title.value or "")), None)),
        date=date,
        reporter=reporter,
        editor=editor,
        views=_views(layout, bylines, known),
        source=known.source,
        outlet=known.outlet,
        url=url,
        agency=agency(layout, bylines, body, known.profile.words),
        photographer=_photographer(layout, people, reader),
        election=place_.election,
        stage=place_.stage,
        summary=summary(body),
        lang=language(body),
        saved_on=metadata.saved_on(page.meta),
        removed=dict(sorted(layout.removed().items())),
        doubts=(*completeness.doubts(layout, body, address, page.meta.get("title", "")), *people.doubts()),
        body=tuple(body),
    )
    article = told.override(_with_doubts(article, calendars))
    return Cleaned(article, tuple(layout.all()))


def _title(layout: Layout) -> Fact[str]:
    if layout.title is None:
        return NOTHING
    text = without_date(layout.marked[layout.title].text)
    return Fact(text, "layout") if 1 <= len(text) <= TITLE_MOST else NOTHING


def _body(layout: Layout, reader: Grammar, known: RecognisedOutlet) -> tuple[list[str], list[Byline]]:
    """The paragraphs as printed, the credits glued to their end cut off; and those credits."""
    found: list[tuple[int, str]] = []
    for i in layout.having(BODY):
        text = credits.cut_asides(layout.marked[i].text)
        if text:
            found.append((i, text))
    glued: list[Byline] = []
    while found:
        i, text = found[-1]
        alone = len(found) > 1 and shape.ends_sentence(found[-2][1])
        elsewhere = " ".join(t for _, t in found[:-1])
        cut = credits.cut_credit(text, reader, known.profile.credit_is, alone, elsewhere)
        if cut.byline is None:
            break
        glued.append(cut.byline)
        if cut.text:
            found[-1] = (i, cut.text)
            break
        found.pop()
        layout.set(i, BYLINE, cut.rule)
    return _joined([text for _, text in found]), glued


def _joined(lines: list[str]) -> list[str]:
    """A dateline alone on its line goes before the paragraph it opens."""
    if len(lines) > 1 and lines[0].endswith(("-", "–", "—")) and dateline.split(lines[0]):
        return [f"{lines[0]}\n{lines[1]}", *lines[2:]]
    return lines


def _byline_lines(layout: Layout) -> list[tuple[int, str, Byline | None]]:
    """The byline lines above and below the body, numbered as blocks of the page.

    Those above the headline come last: they may belong to a list of other news.
    """
    found = [(i, layout.marked[i].text, layout.marked[i].byline) for i in layout.having(BYLINE)]
    return sorted(found, key=lambda line: layout.title is not None and line[0] < layout.title)


def _people(
    lines: list[tuple[int, str, Byline | None]],
    glued: list[Byline],
    reader: Grammar,
    body: str,
    start: int,
    known: RecognisedOutlet,
) -> People:
    people = gather(lines, reader, body, start, known.profile.names_are)
    for line in glued:
        for label, names in line.people.items():
            if not people.found.get(label):
                people.add(label, names, "byline")
    return people


def _named(people: People, page: Page, known: RecognisedOutlet, reader: Grammar) -> tuple[Fact[Names], Fact[Names]]:
    """Reporter and editor: as the page prints them, else by its markup, which often calls the editor author."""
    editor = people.fact("editor") or metadata.editor(page.meta, known, reader)
    reporter = people.fact("reporter") or metadata.reporter(page.meta, known, reader)
    same = reporter.basis == "metadata" and reporter.value == editor.value
    return NOTHING if same else reporter, editor


def _date(
    layout: Layout, bylines: list[Byline], body: list[str], years: set[int], published: Fact[datetime.date]
) -> Fact[datetime.date]:
    """The publication line, else the markup, else a line that tells the last change, else the text."""
    if published.value:
        years = years | {published.value.year}
        bylines = [line for line in bylines if any(kind != "updated" for kind, _ in line.days)]
    found = publication_date.of_bylines(bylines, years) or published or publication_date.of_body(body, years)
    if found or layout.title is None:
        return found
    text = layout.marked[layout.title].text
    printed = dates.find(text[: len(text) - len(without_date(text))])
    return Fact(printed[0].on(), "metadata") if printed else found


def _views(layout: Layout, bylines: list[Byline], known: RecognisedOutlet) -> Fact[int]:
    line = next((line for line in bylines if line.views is not None), None)
    if line:
        return Fact(line.views, line.views_basis)
    for i in layout.having(BYLINE):
        label, above = layout.marked[i].byline, layout.marked[i - 1].text
        if label and "views" in label.labels and above.isdigit():
            return Fact(int(above), "label")  # the number stands on a line of its own
    title = layout.title
    if known.profile.number_before_title and title and layout.marked[title - 1].text.isdigit():
        return Fact(int(layout.marked[title - 1].text), "layout")
    return NOTHING


def _photographer(layout: Layout, people: People, reader: Grammar) -> Fact[str]:
    if people.found.get("photo"):
        return Fact(people.found["photo"][0], "caption")
    for i in layout.having("caption"):
        name = photographer(layout.marked[i].text)
        if name and reader.is_person(name):
            return Fact(name, "caption")
    return NOTHING


def _text(title: Fact[str], body: list[str], date: Fact[datetime.date], years: set[int], outlet: Fact[str]) -> Text:
    """The article as placing reads it."""
    lead, rest = "\n".join(body[:_LEAD]), "\n".join(body[_LEAD:])
    return Text(title.value or "", lead, rest, date.value, frozenset(years), outlet.value)


def _with_doubts(article: Article, calendars: Calendars) -> Article:
    """Set a date against the stage it reports, and tell of a range that was refused for the same reason."""
    election = calendars.elections.get(article.election.value or "")
    stage = election.stage(article.stage.value) if election else None
    date = article.date
    if date.value and not date.doubt and (why := contradicts(date.value, stage, election)):
        return replace(article, date=replace(date, doubt=why))
    if not date and election and election.voting_day and stage and stage.type.before_vote:
        printed = publication_date.ranges_after(article.body, election.voting_day)
        if printed:
            why = f"date: printed {printed} lies after the vote it looks forward to"
            return replace(article, doubts=(*article.doubts, why))
    return article

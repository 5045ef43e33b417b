"""Page + Profile + Calendars -> Article: pure, without files, clock or network."""

from __future__ import annotations

import datetime
import hashlib
import re
import unicodedata
from dataclasses import dataclass, replace
from functools import lru_cache

from kliping import dateline, shape
from kliping.article import NOTHING, Article, Fact
from kliping.clean import credits, dating
from kliping.clean.byline import Byline, Grammar, grammar
from kliping.clean.caption import photographer
from kliping.clean.headline import without_date
from kliping.clean.layout import BODY, BYLINE, Layout, Verdict, lay_out
from kliping.clean.people import People, gather
from kliping.curator import SILENT, Told
from kliping.outlet import Known, Words
from kliping.page import Page, Rejected
from kliping.placing import Text, contradicts, place
from kliping.stages import Calendars

TITLE_MOST = 300  # characters; a longer line is no headline
SUMMARY_MOST = 280
_LEAD = 2  # paragraphs
_LANGUAGE_IN = 6  # paragraphs read to tell the language
_SENTENCE = re.compile(r"(?<=[.!?])[\"”’)]?\s+(?=[\"“‘(]?[A-Z0-9])")
_ENGLISH = frozenset("the of and to in for is that was with on by as at from said has have".split())
_INDONESIAN = frozenset("yang dan di dari untuk dengan pada ini itu akan dalam tidak kata juga oleh".split())


@dataclass(frozen=True, slots=True)
class Cleaned:
    """An article without its id, and the verdict on every block it was read from."""

    article: Article
    verdicts: tuple[Verdict, ...]


def clean(page: Page, known: Known, calendars: Calendars, told: Told = SILENT) -> Cleaned:
    """Read an article out of a page; the curator's word comes before the page's.

    Raises Rejected where the page holds none.
    """
    layout = lay_out(page, known.profile)
    if layout.start is None:
        raise Rejected("no article text found; check that the page was saved whole, or add it by hand as Markdown")
    reader = grammar(known.profile.words)
    body, glued = _body(layout, reader, known)
    if not body:
        raise Rejected("no article text found; check that the page was saved whole, or add it by hand as Markdown")
    title = _title(layout)
    lines = _byline_lines(layout, reader)
    people = _people(lines, glued, reader, " ".join(body), layout.start)
    bylines = [line for _, _, line in lines if line] + glued
    years = dating.printed_years([title.value or "", *body])
    date = told.facts.get("date") or _date(layout, bylines, body, years)
    place_ = place(_text(told.facts.get("title") or title, body, date, years), calendars, told.facts.get("election"))
    article = Article(
        id="",
        title=title,
        date=date,
        reporter=people.fact("reporter"),
        editor=people.fact("editor"),
        views=_views(layout, bylines, known),
        source=known.source,
        outlet=known.outlet,
        agency=_agency(layout, bylines, body, known.profile.words),
        photographer=_photographer(layout, people, reader),
        election=place_.election,
        stage=place_.stage,
        summary=summary(body),
        lang=language(body),
        removed=dict(sorted(layout.removed().items())),
        body=tuple(body),
    )
    article = told.override(_with_doubts(article, calendars))
    return Cleaned(article, tuple(v for v in layout.verdicts if v))


def _title(layout: Layout) -> Fact[str]:
    if layout.title is None:
        return NOTHING
    text = without_date(layout.marked[layout.title].text)
    return Fact(text, "layout") if 1 <= len(text) <= TITLE_MOST else NOTHING


def _body(layout: Layout, reader: Grammar, known: Known) -> tuple[list[str], list[Byline]]:
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


def _byline_lines(layout: Layout, reader: Grammar) -> list[tuple[int, str, Byline | None]]:
    """The byline lines above and below the body, numbered as blocks of the page."""
    return [(i, layout.marked[i].text, layout.marked[i].byline) for i in layout.having(BYLINE)]


def _people(
    lines: list[tuple[int, str, Byline | None]], glued: list[Byline], reader: Grammar, body: str, start: int
) -> People:
    people = People()
    gather(lines, reader, body, people, start)
    for line in glued:
        for label, names in line.people.items():
            if not people.found.get(label):
                people.add(label, names, "byline")
    return people


def _date(layout: Layout, bylines: list[Byline], body: list[str], years: set[int]) -> Fact[datetime.date]:
    found = dating.of_bylines(bylines, years) or dating.of_body(body, years)
    if found or layout.title is None:
        return found
    printed = re.match(r"date (\d{4}-\d\d-\d\d)", layout.marked[layout.title].text)
    return Fact(datetime.date.fromisoformat(printed[1]), "metadata") if printed else found


def _views(layout: Layout, bylines: list[Byline], known: Known) -> Fact[int]:
    line = next((line for line in bylines if line.views is not None), None)
    if line:
        return Fact(line.views, line.views_basis)
    title = layout.title
    if known.profile.number_before_title and title and layout.marked[title - 1].text.isdigit():
        return Fact(int(layout.marked[title - 1].text), "layout")
    return NOTHING


def _agency(layout: Layout, bylines: list[Byline], body: list[str], words: Words) -> Fact[str]:
    opening = dateline.split(body[0].split("\n")[0])
    forms, credited, named_alone = _agency_rules(words)
    if opening:
        inside = re.search(r"\(([^()]+)\)", opening.text)
        parts = re.split(r"[/,]", inside[1]) if inside else []
        named = next((forms[part.strip()] for part in parts if part.strip() in forms), None)
        if named:
            return Fact(named, "dateline")
    named = next((line.agency for line in bylines if line.agency), None)
    if named:
        return Fact(named, "byline")
    for text in body:
        if named_alone.search(text) and (found := credited.search(text)):
            return Fact(forms[found[1]], "credit")
    for mark in layout.marked[layout.start or 0 : layout.end + 1]:
        if mark.text.casefold().startswith(("copyright", "sumber")) and (found := named_alone.search(mark.text)):
            return Fact(forms[found[1]], "credit")
    return NOTHING


@lru_cache(maxsize=512)
def _agency_rules(words: Words) -> tuple[dict[str, str], re.Pattern[str], re.Pattern[str]]:
    """Form -> agency; a credit such as `dikutip dari Antara`; a form by itself."""
    forms = {form: name for name, all_forms in words.agencies.items() for form in all_forms}
    spelled = "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True) if len(form) > 3)
    verbs = "|".join(re.escape(verb) for verb in sorted(words.credit, key=len, reverse=True))
    credited = re.compile(rf"(?i:\b(?:{verbs}))\s*:?\s+(?i:kantor berita\s+)?({spelled})\b(?!\s?/)")
    return forms, credited, re.compile(rf"\b({spelled})\b")


def _photographer(layout: Layout, people: People, reader: Grammar) -> Fact[str]:
    if people.found.get("photo"):
        return Fact(people.found["photo"][0], "caption")
    for i in layout.having("caption"):
        name = photographer(layout.marked[i].text)
        if name and reader.is_person(name):
            return Fact(name, "caption")
    return NOTHING


def _text(title: Fact[str], body: list[str], date: Fact[datetime.date], years: set[int]) -> Text:
    """The article as placing reads it."""
    lead, rest = "\n".join(body[:_LEAD]), "\n".join(body[_LEAD:])
    return Text(title.value or "", lead, rest, date.value, frozenset(years))


def _with_doubts(article: Article, calendars: Calendars) -> Article:
    """Set a date against the stage it reports, and tell of a range that was refused for the same reason."""
    election = calendars.elections.get(article.election.value or "")
    stage = election.stage(article.stage.value) if election else None
    date = article.date
    if date.value and not date.doubt and (why := contradicts(date.value, stage, election)):
        return replace(article, date=replace(date, doubt=why))
    if not date and election and election.voting_day and stage and stage.type.before_vote:
        printed = dating.ranges_after(article.body, election.voting_day)
        if printed:
            return replace(article, doubts=(f"date: printed {printed} lies after the vote it looks forward to",))
    return article


def summary(body: list[str]) -> str:
    """The lead without its dateline, cut at a sentence (at a word where the first sentence is too long)."""
    lead = " ".join(body[0].split())
    opening = dateline.split(lead)
    text = lead[opening.length :] if opening and lead[opening.length :] else lead
    if len(text) <= SUMMARY_MOST:
        return text
    kept = ""
    for sentence in _SENTENCE.split(text):
        if len(kept) + len(sentence) > SUMMARY_MOST:
            break
        kept = f"{kept} {sentence}".strip()
    return kept or text[:SUMMARY_MOST].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"


def language(body: list[str]) -> str:
    """`en` where English small words outnumber the Indonesian ones, else `id`."""
    found = " ".join(body[:_LANGUAGE_IN]).casefold().split()
    english, indonesian = sum(w in _ENGLISH for w in found), sum(w in _INDONESIAN for w in found)
    return "en" if english > 2 * indonesian and english >= 4 else "id"


def article_id(title: str | None, body: tuple[str, ...], outlet: str | None) -> str:
    """ASCII words of the headline (else of the lead) and six characters of a hash over outlet and headline."""
    text = title or body[0]
    ascii_text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    slug = ""
    for word in re.findall(r"[a-z0-9]+", ascii_text.casefold())[:12]:
        if len(slug) + len(word) > 60:
            break
        slug = f"{slug}-{word}".strip("-")
    mark = hashlib.sha256(f"{outlet or ''}\n{text}".encode()).hexdigest()[:6]
    return f"{slug}-{mark}" if slug else f"berita-{mark}"

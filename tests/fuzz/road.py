"""The whole road of one saved page: read, cleaned, written as Markdown, shown on the site and in its feeds."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import yaml
from hypothesis import strategies as st

from kliping.archive.beside import Beside
from kliping.archive.cleaner import read_page
from kliping.archive.sidecars import Sidecars
from kliping.article import frontmatter
from kliping.article.corrections import NO_CORRECTIONS, Corrections
from kliping.article.fields import Article, new_id
from kliping.article.keys import KEYS
from kliping.elections.calendars import Calendars
from kliping.extract import clean
from kliping.formats.page import Page, Rejected
from kliping.site.model.article_row import ArticleRow
from kliping.site.sources.article_reader import read_row
from kliping.text.unicode import fold, plain
from tests.conftest import PROJECT
from tests.fuzz import pages
from tests.fuzz.inputs import DAYS, MARKDOWN, UNICODE, YAML, encoded, mutated, plain_text, saved, soup, words
from tests.fuzz.inputs import pages as texts_of
from tests.fuzz.markdown import shown_as_printed
from tests.fuzz.sample import Sample, Target, hold
from tests.fuzz.site import scratch, shown


@cache
def calendars() -> Calendars:
    return Calendars.load(PROJECT / "content/elections")


def check(sample: Sample) -> None:
    """Raises Broken where a page comes out of the road as something else than it went in, or harms the site."""
    told = _told(sample)
    try:
        page, known = read_page(f"x{sample.suffix}", sample.data, pages.outlets(), told)
        article = clean(page, known, calendars(), told).article
    except Rejected as error:
        hold("; " in str(error), f"a page is rejected without a word on what to do: {error}")
        return
    pages.blocks_hold(page.blocks)
    _article_holds(article, page, told)
    name = new_id(article.title.value, article.body, article.outlet.value)
    article = replace(article, id=name, saved=(f"x{sample.suffix}",))
    data = frontmatter.to_markdown(article).encode()
    row = read_row(f"2024/{name}.md", data)
    _row_holds(row, article)
    body = plain(frontmatter.split(data.decode())[1])
    shown_as_printed(body, article.body)
    shown(row, body)


def _told(sample: Sample) -> Corrections:
    if sample.sidecar is None:
        return NO_CORRECTIONS
    (scratch() / "x.yaml").write_bytes(sample.sidecar)
    page = f"x{sample.suffix}"
    return Sidecars(scratch(), Beside([page], ["x.yaml"]), calendars()).of(page)


def _article_holds(article: Article, page: Page, told: Corrections) -> None:
    """The words of an article are those of its page, in their order, and nothing in them is invisible."""
    hold(article.body, "an article has no body")
    for paragraph in article.body:
        hold(paragraph.strip(), "an article has an empty paragraph")
        pages.visible(paragraph.replace("\n", " "), "a paragraph")
    if "body" not in told.texts:
        _lines_hold(article, page)
    for name, fact in article.facts():
        if isinstance(fact.value, str):
            pages.visible(fact.value, f"the {name}")
            hold(fact.value.strip(), f"the {name} is empty")
    for names in (article.reporter.value, article.editor.value):
        hold(names is None or (names and all(one == fold(one) and one for one in names)), f"{names} are no names")


def _lines_hold(article: Article, page: Page) -> None:
    """Each paragraph is part of one line of the page, or of a dateline and the line below."""
    lines = [block.text for block in page.blocks]
    at = 0
    for part in "\n".join(article.body).split("\n"):
        at = next((i for i in range(at, len(lines)) if _cut_from(part, lines[i])), -1)
        hold(at >= 0, f"no line of the page says {part[:80]!r}")


def _cut_from(part: str, line: str) -> bool:
    """Whether a paragraph is a line, or what is left of it once asides were cut."""
    if part in line:
        return True
    left = iter(line)
    return len(part) < len(line) and all(sign in left for sign in part)


def _row_holds(row: ArticleRow, article: Article) -> None:
    """The site shows what the article says."""
    if article.title.value:
        hold(row.title == article.title.value, f"the title {article.title.value!r} is shown as {row.title!r}")
    for name in ("date", "views", "source", "outlet", "url", "agency", "photographer", "election", "stage", "saved_on"):
        value = getattr(article, name).value
        hold(getattr(row, name) == value, f"the {name} {value!r} is shown as {getattr(row, name)!r}")
    for name in ("reporter", "editor"):
        value = getattr(article, name).value or ()
        hold(getattr(row, name) == value, f"the {name} {value!r} is shown as {getattr(row, name)!r}")
    hold(row.title, "an article is shown without a title")
    hold(not row.edited, "an article is taken for one edited by hand as soon as it is written")


def _sidecars() -> st.SearchStrategy[bytes]:
    """Sidecars: right ones, odd ones, and texts that are none."""
    texts = soup((words(), DAYS, MARKDOWN, UNICODE), 400)
    values = st.one_of(
        texts, st.none(), st.booleans(), st.integers(), st.dates(), st.datetimes(), st.lists(texts, max_size=3),
        st.sampled_from(("https://contoh.id/a?b=1&c", "kompas.com", "pilgub-dki-2024", "kampanye", "id", "en-GB")),
        st.dictionaries(texts, texts, max_size=2),
    )  # fmt: skip
    made = st.dictionaries(st.sampled_from(tuple(KEYS)), values, max_size=6)
    dumped = made.map(lambda told: yaml.safe_dump(told, allow_unicode=True).encode("utf-8", "ignore"))
    loose = soup((YAML, [f"{key}: " for key in KEYS]), 1000).map(lambda text: text.encode("utf-8", "ignore"))
    return st.one_of(dumped, dumped, loose)


def _inputs() -> st.SearchStrategy[Sample]:
    """Pages of both formats, some with a sidecar; few are mere soup, for those are rejected at once."""
    sidecar = st.one_of(st.none(), st.none(), _sidecars())
    near = [_changed(suffix) for suffix in (".txt", ".html")]
    one = st.one_of(*near, *near, *[encoded(saved(suffix), suffix) for suffix in (".txt", ".html")])
    return st.builds(lambda sample, told: sample._replace(sidecar=told), one, sidecar)


def _changed(suffix: str) -> st.SearchStrategy[Sample]:
    return plain_text(mutated(texts_of(suffix), (words(), DAYS, UNICODE, MARKDOWN)), suffix)


ROAD = Target("road", _inputs(), check)

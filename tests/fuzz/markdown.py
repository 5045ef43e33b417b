"""Front matter is read as YAML reads it, comes back as it was written, and a paragraph shows its words."""

from __future__ import annotations

import html
import re
from itertools import cycle, zip_longest
from typing import Any

import yaml
from hypothesis import strategies as st

from kliping.article import frontmatter
from kliping.article.fields import FACTS, PEOPLE, Article, Fact
from kliping.article.frontmatter import Unreadable
from kliping.article.strict import strict
from kliping.site.render import filters
from kliping.site.sources.article_reader import Invalid, read_row
from kliping.text import dates
from kliping.text.unicode import fold, plain
from tests.fuzz.inputs import MARKDOWN, MOST, UNICODE, YAML, mutated, pages, plain_text, soup
from tests.fuzz.sample import Broken, Sample, Target, hold
from tests.fuzz.site import shown

_SMALL = 8 * 1024  # characters that PyYAML reads by itself in no time; longer ones its C half reads the same way
_KIND = 60  # characters; kinds of noise are words of our rules
_NOT_TEXT = (*PEOPLE, "views", "date", "saved_on")


def check_head(sample: Sample) -> None:
    """Raises Broken where front matter is read otherwise than YAML reads it, or the article harms the site."""
    try:
        values, body = frontmatter.read(sample.data)
    except Unreadable as error:
        hold("; " in str(error) or "without" in str(error), f"front matter is refused without a remedy: {error}")
        return
    hold(all(isinstance(key, str) for key in values), "a key of front matter is no text")
    head, split_body = frontmatter.split(sample.data.decode())
    hold(body == split_body, "the body differs by how it is read")
    found = strict(head)
    if found is not None:
        by_yaml = _by_yaml(head)
        hold(_same(found, by_yaml), f"read strictly as {_short(found)}, by YAML as {_short(by_yaml)}")
    try:
        row = read_row("2024/x.md", sample.data)
    except (Invalid, Unreadable) as error:
        hold("`" in str(error) or "; " in str(error), f"an article is refused without a remedy: {error}")
        return
    shown(row, plain(body), by_hand=True)


def _by_yaml(head: str) -> Any:
    try:
        loader = yaml.SafeLoader if len(head) <= _SMALL else getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        return yaml.load(head, Loader=loader)  # noqa: S506 - safe loaders both
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        return f"an error ({type(error).__name__}: {' '.join(str(error).split())[:120]})"


def _same(one: Any, other: Any) -> bool:
    """Equal and of the same kinds, in whatever order: to Python 1, 1.0 and true are equal."""
    return bool(_kinds(one) == _kinds(other))


def _kinds(value: Any) -> Any:
    if isinstance(value, dict):
        return {(type(key).__name__, key): _kinds(part) for key, part in value.items()}
    return [_kinds(part) for part in value] if isinstance(value, list) else (type(value).__name__, value)


def _short(value: Any) -> str:
    found = repr(value)
    return found if len(found) < 200 else f"{found[:200]}…"


def article_of(text: str) -> Article:
    """An article whose values are the lines of a text, dealt out in turn, and whose body are all of them."""
    lines = [line for line in map(fold, plain(text).split("\n")) if line] or ["a"]
    deal = cycle(lines)
    facts: dict[str, Fact[Any]] = {
        name: Fact(next(deal), next(deal), next(deal)) for name in FACTS if name not in _NOT_TEXT
    }
    facts["reporter"], facts["editor"] = Fact((next(deal),), next(deal)), Fact((next(deal), next(deal)), "byline")
    facts["date"] = Fact(next((day for found in dates.find(text) if (day := found.on())), None), "byline")
    facts["views"] = Fact(len(lines), next(deal))
    return Article(
        id=next(deal),
        **facts,
        summary=next(deal),
        saved=(next(deal), next(deal)),
        removed={next(deal)[:_KIND]: 1, next(deal)[:_KIND]: 2},
        also=tuple({next(deal): 0, next(deal): 0}),
        note=next(deal),
        doubts=(next(deal),),
        body=tuple(lines),
    )


def check_written(sample: Sample) -> None:
    """Raises Broken where an article does not come back out of its Markdown as it went in."""
    article = article_of(sample.data.decode("utf-8", "ignore"))
    data = frontmatter.to_markdown(article).encode()
    values, body = frontmatter.read(data)
    hold(frontmatter.is_unedited(values, body, data), "its stamp does not fit what was just written")
    hold(frontmatter.is_unedited(values, body), "the first half of its stamp does not fit what was just written")
    values.pop("stamp")
    wanted = frontmatter.to_values(article)
    differing = [key for key in wanted if not _same(values.get(key), wanted[key])]
    hold(values == wanted, f"{differing} read back as {[_short(values.get(key)) for key in differing]}")
    head = frontmatter.split(data.decode())[0]
    by_yaml = _by_yaml(head)
    by_yaml.pop("stamp") if isinstance(by_yaml, dict) else None
    hold(_same(by_yaml, wanted), f"YAML reads it as {_short(by_yaml)}")
    shown_as_printed(body, article.body)


def shown_as_printed(body: str, paragraphs: tuple[str, ...]) -> None:
    """Raises Broken where a body in Markdown is not shown as these paragraphs, word for word."""
    shown = str(filters.html(body))
    names = set(re.findall(r"<(/?\w*)", shown))
    hold(names <= {"p", "/p"}, f"paragraphs are shown with <{min(names - {'p', '/p'}, default='')}>")
    found = [fold(html.unescape(part.removesuffix("</p>"))) for part in re.split(r"\n?<p>", shown.strip()) if part]
    wanted = list(map(fold, paragraphs))
    if found != wanted:
        pairs = zip_longest(wanted, found, fillvalue="")
        printed, seen = next((one, other) for one, other in pairs if one != other)
        raise Broken(f"the paragraph {_short(printed)} is shown as {_short(seen)}")


_HEADS = (YAML, YAML, UNICODE)
_SIGNS = (MARKDOWN, MARKDOWN, UNICODE)
_ENTRIES = soup((YAML,), _SMALL).map(lambda text: f"---\n{text}\n---\n\nSatu kalimat.\n")
HEAD = Target(
    "frontmatter",
    plain_text(st.one_of(mutated(pages(".md"), _HEADS, _SMALL), _ENTRIES, mutated(pages(".md"), _HEADS, MOST)), ".md"),
    check_head,
)
WRITTEN = Target(
    "written",
    plain_text(st.one_of(soup(_SIGNS, 400), soup((*_SIGNS, *_HEADS), _SMALL), mutated(pages(".txt"), _SIGNS))),
    check_written,
)

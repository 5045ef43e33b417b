"""What templates show: Markdown bodies as HTML, numbers and days in words."""

import datetime
import re
from functools import cache
from typing import Any

import comrak
import nh3
from markupsafe import Markup

from kliping.text import dates
from kliping.text.urls import contact_link

_BRIEF = 190  # characters
_OPTIONS = comrak.RenderOptions()
_OPTIONS.escape = True  # raw HTML is shown as text; without this comrak drops it together with its words
_TAGS = {"p", "em", "strong", "ul", "ol", "li", "blockquote", "h2", "h3", "h4", "code", "pre", "br", "hr", "a"}
_ATTRIBUTES = {"a": {"href"}, "ol": {"start"}}


_PARAGRAPHS = re.compile(r"(?:[^<]++|<p>|</p>|<br />)*+")  # nothing that the cleaner could take away
_PICTURE = re.compile(r'<img src="[^"]*" alt="([^"]*)"[^<>]*/>')  # of which its words are shown
_HEADING = re.compile(r"(</?)h1>")  # a page has one first heading, its headline
_CLEANER = nh3.Cleaner(tags=_TAGS, attributes=_ATTRIBUTES, url_schemes={"http", "https"}, link_rel="external noopener")


def html(markdown: str) -> Markup:
    """A body as HTML: plain paragraphs for our own files, and no more than text markup for a hand-written one."""
    rendered = comrak.render_markdown(markdown, render_options=_OPTIONS)
    if not _PARAGRAPHS.fullmatch(rendered):
        rendered = _CLEANER.clean(_PICTURE.sub(r"\1", _HEADING.sub(r"\1h2>", rendered)))
    return Markup(rendered)  # noqa: S704 - checked here


def number(value: int) -> str:
    """1152 -> `1.152`."""
    return f"{value:,}".replace(",", ".")


def days(value: Any) -> str:
    """A window or an event in words: `24 – 26 November 2024`."""
    start: datetime.date = value.start if hasattr(value, "start") else value.date
    return dates.span(start, value.end or start)


def share(part: int, whole: int) -> str:
    """(4, 5) -> `80%`. Only all is 100% and only none is 0%."""
    rounded = round(100 * part / whole)
    if part and not rounded:
        return "kurang dari 1%"
    return "lebih dari 99%" if rounded == 100 and part < whole else f"{rounded}%"


def brief(text: str) -> str:
    """A text for a description, cut at a word: search engines and messengers show no more of it."""
    if len(text) <= _BRIEF:
        return text
    return f"{text[:_BRIEF].rpartition(' ')[0].rstrip(' ,;:.–-') or text[: _BRIEF - 1]}…"


FILTERS = {
    "tanggal": cache(dates.written),  # a site has some hundreds of days, each shown hundreds of times
    "tanggal_pendek": cache(dates.short),
    "angka": number,
    "bulan": dates.month_name,
    "rentang": days,
    "persen": share,
    "ringkas": brief,
    "tautan_kontak": contact_link,
}

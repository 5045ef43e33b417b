"""Settings of the peer: stock Pelican, everything off that is not used, and no plugin.

What a template would look up again and again is worked out once here, as Pelican's manual suggests for JINJA_GLOBALS.
`site.json` holds the elections with their stages.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

_HERE = Path(__file__).parent
_SITE: dict[str, Any] = json.loads((_HERE / "site.json").read_text(encoding="utf-8"))
_LEAVES: dict[str, Any] = json.loads((_HERE / "lists.json").read_text(encoding="utf-8"))
_STAGES = {stage["path"]: stage | {"election": e} for e in _SITE["elections"] for stage in e["stages"]}


def _has_articles(path: str) -> bool:
    folder = _HERE / "content/articles" / path
    return folder.is_dir() and any(os.scandir(folder))


class _Lists:
    """What is asked of all lists again and again, worked out at the first question."""

    def __init__(self) -> None:
        self._by_path: dict[str, list[Any]] = {}
        self._by_day: dict[tuple[str, str], list[Any]] = {}
        self._beside: dict[str, tuple[Any, Any]] = {}

    def by_path(self, categories: list[tuple[Any, list[Any]]]) -> dict[str, list[Any]]:
        """`pilgub-dki-2024/kampanye` -> its articles."""
        if not self._by_path:
            self._by_path = {category.name: articles for category, articles in categories}
        return self._by_path

    def by_day(self, categories: list[tuple[Any, list[Any]]]) -> dict[tuple[str, str], list[Any]]:
        """(`pilgub-dki-2024/kampanye`, `2024-11` or `2024-11-05`) -> its articles; the undated under nothing."""
        if not self._by_day:
            for category, articles in categories:
                for article in articles:
                    for key in {article.day, article.day[:7]}:
                        self._by_day.setdefault((category.name, key), []).append(article)
        return self._by_day

    def beside(self, categories: list[tuple[Any, list[Any]]]) -> dict[str, tuple[Any, Any]]:
        """Slug of an article -> the older and the newer one of its stage."""
        if not self._beside:
            for _, articles in categories:
                for i, article in enumerate(articles):
                    older = articles[i + 1] if i + 1 < len(articles) else None
                    self._beside[article.slug] = older, articles[i - 1] if i else None
        return self._beside

    def __reduce__(self) -> tuple[type[_Lists], tuple[()]]:
        return _Lists, ()  # Pelican's cache takes the settings along; what is worked out stays here


def _members_of(path: str, lists: dict[str, list[Any]]) -> list[Any]:
    return lists.get(path, [])


def _tally(articles: Iterable[Any]) -> list[tuple[str, int]]:
    return Counter(article.shown for article in articles).most_common()


SITENAME = _SITE["name"]
SITESUBTITLE = _SITE["description"]
SITEURL = FEED_DOMAIN = "http://localhost:8000"
PATH = "content"
OUTPUT_PATH = "output"
THEME = "theme"
THEME_STATIC_DIR = "theme"
TIMEZONE = "Asia/Jakarta"
DEFAULT_LANG = "id"
LOCALE = "C"
PLUGINS: list[str] = []
READERS = {"rst": None, "html": None}
MARKDOWN = {"extension_configs": {"markdown.extensions.meta": {}}, "output_format": "html5"}
FORMATTED_FIELDS: list[str] = []
INTRASITE_LINK_REGEX = "(?!)"
DEFAULT_DATE = (1970, 1, 1)
CACHE_CONTENT = LOAD_CONTENT_CACHE = True
CONTENT_CACHING_LAYER = "generator"  # the faster of the two: articles are kept, not only what was read of them
GZIP_CACHE = False
DEFAULT_PAGINATION = False

ARTICLE_PATHS = ["articles"]
ARTICLE_URL = "berita/{slug}/"
ARTICLE_SAVE_AS = "berita/{slug}/index.html"
PAGE_PATHS = ["pages"]
PAGE_URL = "{slug}/"
PAGE_SAVE_AS = "{slug}/index.html"
STATIC_PATHS: list[str] = []
CATEGORY_URL = "{slug}/"
CATEGORY_SAVE_AS = "{slug}/index.html"
CATEGORY_REGEX_SUBSTITUTIONS: list[tuple[str, str]] = []  # a category is a path: pilgub-dki-2024/kampanye
AUTHOR_SAVE_AS = TAG_SAVE_AS = ""
DIRECT_TEMPLATES = ["index", "undated", "404", "sitemap", "robots"]
UNDATED_SAVE_AS = "tanpa-tanggal/index.html"
SITEMAP_SAVE_AS = "sitemap.xml"
ROBOTS_SAVE_AS = "robots.txt"
TEMPLATE_PAGES = {f"elections/{election['id']}.html": f"{election['id']}/index.html" for election in _SITE["elections"]}
for _path in _STAGES:
    if not _has_articles(_path):  # Pelican makes no category of it
        TEMPLATE_PAGES |= {f"empty/{_path}.html": f"{_path}/index.html", f"empty/{_path}.rss": f"{_path}/rss.xml"}
        TEMPLATE_PAGES |= {f"empty/{_path}.atom": f"{_path}/atom.xml"}

FEED_MAX_ITEMS = 50
FEED_ALL_ATOM, FEED_ALL_RSS = "atom.xml", "rss.xml"
CATEGORY_FEED_ATOM, CATEGORY_FEED_RSS = "{slug}/atom.xml", "{slug}/rss.xml"
RSS_FEED_SUMMARY_ONLY = True
TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None

_LISTS = _Lists()
JINJA_GLOBALS = {
    "elections": _SITE["elections"],
    "election_of": {f"/{election['id']}": election for election in _SITE["elections"]},
    "stages": _STAGES,
    "by_path": _LISTS.by_path,
    "by_day": _LISTS.by_day,
    "beside": _LISTS.beside,
    "leaves": _LEAVES["leaves"],
    "undated_cut": _LEAVES["undated_cut"],
}
JINJA_FILTERS = {"tally": _tally, "members_of": _members_of}

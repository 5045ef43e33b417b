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
_ELECTIONS = {election["id"]: election for election in _SITE["elections"]}
_STAGES = {stage["path"]: stage | {"election": e} for e in _SITE["elections"] for stage in e["stages"]}


def _has_articles(path: str) -> bool:
    folder = _HERE / "content/articles" / path
    return folder.is_dir() and any(os.scandir(folder))


def _is_told(election: dict[str, Any]) -> bool:
    """Whether an election has articles, in it or in its parts."""
    ids = (election["id"], *(child.strip("/") for child in election["children"]))
    return any(_has_articles(path) for path, stage in _STAGES.items() if stage["election"]["id"] in ids)


class _Lists:
    """What is asked of all lists again and again, worked out at the first question. Stages are categories, elections,
    outlets and agencies are tags, reporters are authors; `arsip` lists everything."""

    def __init__(self) -> None:
        self._by_path: dict[str, list[Any]] = {}
        self._by_day: dict[tuple[str, str], list[Any]] = {}
        self._beside: dict[str, tuple[Any, Any]] = {}

    def by_path(self, categories: list[tuple[Any, list[Any]]]) -> dict[str, list[Any]]:
        """`pilgub-dki-2024/kampanye`, `media/warta.example` -> its articles, newest first."""
        if not self._by_path:
            found = [article for _, articles in categories for article in articles]
            found.sort(key=lambda article: article.slug)
            for article in sorted(found, key=lambda article: article.date, reverse=True):
                for name in _lists_of(article):
                    self._by_path.setdefault(name, []).append(article)
        return self._by_path

    def by_day(self, categories: list[tuple[Any, list[Any]]]) -> dict[tuple[str, str], list[Any]]:
        """(list that is cut, `2024-11` or `2024-11-05`) -> its articles; the undated under nothing."""
        if not self._by_day:
            by_path = self.by_path(categories)
            for name in _LEAVES["leaves"]:
                for article in by_path[name]:
                    for key in {article.day, article.day[:7]}:
                        self._by_day.setdefault((name, key), []).append(article)
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


def _lists_of(article: Any) -> list[str]:
    authors = [f"reporter/{author.slug}" for author in getattr(article, "authors", ())]
    return [article.category.name, "arsip", *(tag.name for tag in article.tags), *authors]


def _members_of(path: str, lists: dict[str, list[Any]]) -> list[Any]:
    return lists.get(path, [])


def _name_of(path: str, members: list[Any]) -> str:
    """What an outlet, a reporter or an agency is called, by its newest article, of an outlet by that which names it."""
    newest = members[0]
    if path.startswith("media/"):
        named = next((member for member in members if getattr(member, "source", None)), None)
        return str(named.source if named else newest.shown or "Media tidak dikenali")
    if path.startswith("reporter/"):
        return next(str(author.name) for author in newest.authors if path == f"reporter/{author.slug}")
    return str(newest.agency)


def _tally(articles: Iterable[Any], lists: dict[str, list[Any]]) -> list[tuple[str, str, int]]:
    """(name, path, articles) of each outlet, most first."""
    counts = Counter(f"media/{article.media}" for article in articles)
    found = [(_name_of(path, lists[path]), f"{path}/", count) for path, count in counts.items()]
    return sorted(found, key=lambda one: (-one[2], one[0].casefold()))


def _people(names: str) -> list[dict[str, str]]:
    """`Siti Aminah, Budi` as schema.org names persons."""
    return [{"@type": "Person", "name": name} for name in names.split(", ")]


def _number(value: int) -> str:
    """1152 -> `1.152`."""
    return f"{value:,}".replace(",", ".")


def _known(outlets: list[tuple[str, str, int]]) -> int:
    """How many of them are known."""
    return sum(path != "media/media-tidak-dikenali/" for _, path, _ in outlets)


def _by_stage(articles: Iterable[Any]) -> list[tuple[str, str, int]]:
    """(heading, path, articles) of each stage, in the order of the calendars."""
    counts = Counter(article.category.name for article in articles)
    found = [(stage["heading"], f"{path}/", counts[path]) for path, stage in _STAGES.items() if path in counts]
    return found + [("Lainnya", "lainnya/", counts["lainnya"])] * ("lainnya" in counts)


def _letters(lists: dict[str, list[Any]], kind: str) -> dict[str, list[tuple[str, str, int]]]:
    """Letter -> (name, path, articles) of all outlets, reporters or agencies."""
    found = [(_name_of(path, members), f"{path}/", len(members)) for path, members in lists.items() if kind in path]
    letters: dict[str, list[tuple[str, str, int]]] = {}
    for name in sorted(found, key=lambda name: name[0].casefold()):
        letters.setdefault(name[0][:1].upper(), []).append(name)
    return letters


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
TAG_URL = "{slug}/"
TAG_SAVE_AS = "{slug}/index.html"
TAG_REGEX_SUBSTITUTIONS: list[tuple[str, str]] = []  # a tag is a path too: media/warta.example
AUTHOR_URL = "reporter/{slug}/"
AUTHOR_SAVE_AS = "reporter/{slug}/index.html"
DIRECT_TEMPLATES = ["index", "outlets", "reporters", "agencies", "archive", "undated", "404", "sitemap", "robots"]
OUTLETS_SAVE_AS = "media/index.html"
REPORTERS_SAVE_AS = "reporter/index.html"
AGENCIES_SAVE_AS = "kantor-berita/index.html"
ARCHIVE_SAVE_AS = "arsip/index.html"
UNDATED_SAVE_AS = "tanpa-tanggal/index.html"
SITEMAP_SAVE_AS = "sitemap.xml"
ROBOTS_SAVE_AS = "robots.txt"
TEMPLATE_PAGES: dict[str, str] = {}
for _path in (*_ELECTIONS, *_STAGES):
    if not _has_articles(_path):  # Pelican makes no tag and no category of it
        TEMPLATE_PAGES |= {f"empty/{_path}.html": f"{_path}/index.html", f"empty/{_path}.rss": f"{_path}/rss.xml"}
        TEMPLATE_PAGES |= {f"empty/{_path}.atom": f"{_path}/atom.xml"}

FEED_MAX_ITEMS = 50
FEED_ALL_ATOM, FEED_ALL_RSS = "atom.xml", "rss.xml"
CATEGORY_FEED_ATOM, CATEGORY_FEED_RSS = "{slug}/atom.xml", "{slug}/rss.xml"
TAG_FEED_ATOM, TAG_FEED_RSS = "{slug}/atom.xml", "{slug}/rss.xml"
AUTHOR_FEED_ATOM, AUTHOR_FEED_RSS = "reporter/{slug}/atom.xml", "reporter/{slug}/rss.xml"
RSS_FEED_SUMMARY_ONLY = True
TRANSLATION_FEED_ATOM = None

_LISTS = _Lists()
JINJA_GLOBALS = {
    "elections": [election | {"told": _is_told(election)} for election in _SITE["elections"]],
    "election_of": {f"/{election['id']}": election for election in _SITE["elections"]},
    "stages": _STAGES,
    "names": _SITE["names"],
    "by_path": _LISTS.by_path,
    "by_day": _LISTS.by_day,
    "beside": _LISTS.beside,
    "leaves": _LEAVES["leaves"],
    "undated_cut": _LEAVES["undated_cut"],
}
JINJA_FILTERS = {
    "angka": _number,
    "tally": _tally,
    "by_stage": _by_stage,
    "known": _known,
    "letters": _letters,
    "members_of": _members_of,
    "name_of": _name_of,
    "people": _people,
}

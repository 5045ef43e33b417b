"""The sitemap and robots.txt. Addresses of articles go by month, so that no file grows without end.

No address has a `lastmod`: an article's date is that of its paper, and when its page here last changed is not kept.
"""

from collections.abc import Iterable, Iterator
from functools import partial
from html import escape
from itertools import count

from kliping.site.model.article_row import ArticleRow
from kliping.site.output.page import Output, SharedInputs

MOST = 50_000  # addresses in one map (sitemaps.org)
_XMLNS = "http://www.sitemaps.org/schemas/sitemap/0.9"
_PAGE = "index.html"  # other pages have no address of their own: 404.html
_UNLISTED = frozenset(("cari/",))  # what it shows is found elsewhere


def outputs(shared: SharedInputs, files: Iterable[str], rows: Iterable[ArticleRow]) -> Iterator[Output]:
    """sitemap.xml, which lists the maps of the pages among these files and of each month's articles; and robots.txt."""
    paths = [file.removesuffix(_PAGE) for file in files if file == _PAGE or file.endswith(f"/{_PAGE}")]
    lists = [path for path in paths if not path.startswith("berita/") and path not in _UNLISTED]
    months: dict[str, list[str]] = {}
    for row in rows:
        months.setdefault(f"{row.date:%Y-%m}" if row.date else "tanpa-tanggal", []).append(row.path)
    maps = dict(_split("sitemap/daftar", lists))
    for month, articles in months.items():
        maps |= _split(f"sitemap/berita-{month}", articles)
    for name, addresses in maps.items():
        yield shared.file(name, "\n".join(addresses), partial(_map, shared.site_url, "urlset", "url", addresses))
    yield shared.file("sitemap.xml", [*maps], partial(_map, shared.site_url, "sitemapindex", "sitemap", [*maps]))
    robots = f"User-agent: *\nAllow: /\n\nSitemap: {shared.site_url}/sitemap.xml\n"
    yield shared.file("robots.txt", robots, lambda: robots)


def _split(name: str, paths: list[str]) -> Iterator[tuple[str, list[str]]]:
    """Name and addresses of each map: one, unless there are too many."""
    for number, start in zip(count(1), range(0, len(paths), MOST), strict=False):
        yield f"{name}.xml" if number == 1 else f"{name}-{number}.xml", paths[start : start + MOST]


def _map(site_url: str, kind: str, part: str, paths: Iterable[str]) -> str:
    lines = (f"<{part}><loc>{escape(f'{site_url}/{path}')}</loc></{part}>\n" for path in paths)
    return f'<?xml version="1.0" encoding="utf-8"?>\n<{kind} xmlns="{_XMLNS}">\n{"".join(lines)}</{kind}>\n'

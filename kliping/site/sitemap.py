"""The sitemap and robots.txt. Addresses of articles go by month, so that no file grows without end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from html import escape

from kliping.site.output import Ground, Output
from kliping.site.rows import Row

_XMLNS = "http://www.sitemaps.org/schemas/sitemap/0.9"


def outputs(ground: Ground, pages: Mapping[str, Output], rows: Iterable[Row]) -> Iterator[Output]:
    """sitemap.xml, which lists the maps of lists and of each month's articles; and robots.txt."""
    months: dict[str, list[str]] = {}
    for row in rows:
        months.setdefault(f"{row.date:%Y-%m}" if row.date else "tanpa-tanggal", []).append(row.path)
    lists = [file.removesuffix("index.html") for file in pages if file.endswith("index.html")]
    maps = {"sitemap/daftar.xml": [path for path in lists if not path.startswith("berita/")]}
    maps |= {f"sitemap/berita-{month}.xml": paths for month, paths in months.items()}
    for name, paths in maps.items():
        yield ground.file(name, "\n".join(paths), partial(_map, ground.site_url, "urlset", "url", paths))
    yield ground.file("sitemap.xml", [*maps], partial(_map, ground.site_url, "sitemapindex", "sitemap", [*maps]))
    told = f"User-agent: *\nAllow: /\n\nSitemap: {ground.site_url}/sitemap.xml\n"
    yield ground.file("robots.txt", told, lambda: told)


def _map(site_url: str, kind: str, part: str, paths: Iterable[str]) -> str:
    lines = (f"<{part}><loc>{escape(f'{site_url}/{path}')}</loc></{part}>\n" for path in paths)
    return f'<?xml version="1.0" encoding="utf-8"?>\n<{kind} xmlns="{_XMLNS}">\n{"".join(lines)}</{kind}>\n'

"""The share of articles in which each field was found, outlet by outlet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from kliping.article import Article
from kliping.report import COUNTED, Share


def remembered(article: Article) -> dict[str, Any]:
    """What is counted of an article, as plain values for the row of its page."""
    found = " ".join(name for name, fact in article.facts() if fact and name in COUNTED)
    return {"source": article.source.value or article.outlet.value, "found": found}


def by_outlet(rows: Iterable[Mapping[str, Any]]) -> list[Share]:
    """Rows of articles -> the shares of each outlet, the one with most articles first."""
    shares: dict[str | None, Share] = {}
    for row in rows:
        _add(shares.setdefault(row["source"], Share(row["source"])), 1, dict.fromkeys(row["found"].split(), 1))
    return sorted(shares.values(), key=lambda share: (-share.articles, share.outlet or ""))


def together(shares: Iterable[Share], name: str) -> Share:
    """Several outlets as one."""
    whole = Share(name)
    for share in shares:
        _add(whole, share.articles, share.found)
    return whole


def _add(share: Share, articles: int, found: Mapping[str, int]) -> None:
    share.articles += articles
    for name, count in found.items():
        share.found[name] = share.found.get(name, 0) + count

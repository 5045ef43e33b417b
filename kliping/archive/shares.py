"""The share of articles in which each field was found, outlet by outlet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from kliping.archive.report import COUNTED, Share

if TYPE_CHECKING:
    from kliping.article.fields import Article


def remembered(article: Article) -> tuple[str, str]:
    """What is counted of an article: its outlet (empty where none is known), and the names of the fields found."""
    found = " ".join(name for name, fact in article.facts() if fact and name in COUNTED)
    return article.source.value or article.outlet.value or "", found


def by_outlet(counted: Iterable[tuple[str, str, int]]) -> list[Share]:
    """Outlet, fields found and number of such articles -> the shares of each outlet, that with most articles first."""
    shares: dict[str | None, Share] = {}
    for source, found, articles in counted:
        share = shares.setdefault(source or None, Share(source or None))
        _add(share, articles, dict.fromkeys(found.split(), articles))
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

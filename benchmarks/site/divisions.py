"""Which lists are cut into pages by month and day: worked out by the rule of our own site, for all generators."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from types import SimpleNamespace
from typing import Any

from benchmarks.site import shown
from kliping.article.fields import Article
from kliping.site.model.month_lists import MOST, UNDATED, cut, months

Standing = tuple[tuple[str, ...], str, datetime.date | None]  # lists, id and day of an article


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page of a list that is cut: one month, one day of a long month, or the undated."""

    list: str  # pilgub-dki-2024/kampanye, media/warta.example, arsip
    path: str  # pilgub-dki-2024/kampanye/2024/11/05/
    label: str  # Selasa, 5 November 2024
    key: str  # 2024-11-05, 2024-11, or nothing for the undated
    by_day: bool  # shows its days instead of articles

    @property
    def month(self) -> str | None:
        """The key of the month that a day is of."""
        return self.key[:7] if len(self.key) > 7 else None


@dataclass(frozen=True, slots=True)
class Division:
    """All pages of lists that are cut, and whether the list of the undated only tells where they are."""

    leaves: tuple[Leaf, ...] = ()
    undated_cut: bool = False

    @property
    def values(self) -> dict[str, Any]:
        """As plain values: `leaves` by list, and `undated_cut`."""
        leaves: dict[str, list[dict[str, Any]]] = {}
        for leaf in self.leaves:
            leaves.setdefault(leaf.list, []).append(asdict(leaf) | {"month": leaf.month})
        return {"leaves": leaves, "undated_cut": self.undated_cut}


def standing(article: Article) -> Standing:
    return shown.lists(article), article.id, article.date.value


@dataclass
class Lists:
    """The articles of every list by id, with their days."""

    _days: dict[str, dict[str, datetime.date | None]] = field(default_factory=dict)

    def put(self, *found: Standing) -> None:
        for names, key, day in found:
            for name in names:
                self._days.setdefault(name, {})[key] = day

    def drop(self, found: Standing) -> None:
        for name in found[0]:
            del self._days[name][found[1]]

    @property
    def division(self) -> Division:
        leaves = (leaf for name, days in sorted(self._days.items()) for leaf in _leaves(name, days.values()))
        undated = sum(not day for day in self._days.get(shown.ARCHIVE, {}).values())
        return Division(tuple(leaves), undated > MOST)


def _leaves(name: str, days: Iterable[datetime.date | None]) -> Iterator[Leaf]:
    dated = sorted((day for day in days if day), reverse=True)
    rows: Any = [SimpleNamespace(date=day) for day in (*dated, *(day for day in days if not day))]  # all the rule asks
    if name == shown.ARCHIVE:  # always cut
        found = [leaf for month, its in months(f"{name}/", rows).items() for leaf in month.leaves(its)]
    else:
        found = cut(f"{name}/", rows)[1]
    for leaf in found:
        inside = leaf.path.removeprefix(f"{name}/")
        key = "" if inside == UNDATED else inside.strip("/").replace("/", "-")
        yield Leaf(name, leaf.path, leaf.label, key, any(group.path for group in leaf.groups))

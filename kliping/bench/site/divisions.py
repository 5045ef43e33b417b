"""Which lists are cut into pages by month and day: worked out by the rule of our own site, for all generators."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from types import SimpleNamespace
from typing import Any, cast

from kliping.article import Article
from kliping.bench.site import shown
from kliping.site.lists import MOST, UNDATED, cut

Standing = tuple[str, str, datetime.date | None]  # list, id and day of an article


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page of a list that is cut: one month, one day of a long month, or the undated."""

    list: str  # pilgub-dki-2024/kampanye
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
    return shown.folder(article), article.id, article.date.value


@dataclass
class Lists:
    """The articles of every list by id, with their days."""

    _days: dict[str, dict[str, datetime.date | None]] = field(default_factory=dict)

    def put(self, *found: Standing) -> None:
        for name, key, day in found:
            self._days.setdefault(name, {})[key] = day

    def drop(self, found: Standing) -> None:
        del self._days[found[0]][found[1]]

    @property
    def division(self) -> Division:
        leaves = (leaf for name, days in sorted(self._days.items()) for leaf in _leaves(name, days.values()))
        undated = sum(not day for days in self._days.values() for day in days.values())
        return Division(tuple(leaves), undated > MOST)


def _leaves(name: str, days: Iterable[datetime.date | None]) -> Iterator[Leaf]:
    dated = sorted((day for day in days if day), reverse=True)
    rows = [SimpleNamespace(date=day) for day in (*dated, *(day for day in days if not day))]
    for leaf in cut(f"{name}/", cast(Any, rows))[1]:  # the rule asks for nothing but their days
        inside = leaf.path.removeprefix(f"{name}/")
        key = "" if inside == UNDATED else inside.strip("/").replace("/", "-")
        yield Leaf(name, leaf.path, leaf.label, key, any(group.path for group in leaf.groups))

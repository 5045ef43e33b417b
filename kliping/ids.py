"""Which id each article keeps: it stands in addresses and feeds, so nothing but a new article gets a new one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from kliping.article import Article, new_id
from kliping.same import Group
from kliping.shelf import Shelf

Row = Mapping[str, Any]


class Ids:
    """Ids by what was known before this run: by words first, so that a renamed or moved page keeps its own."""

    def __init__(self, before: Mapping[str, Row], now: Mapping[str, Row], shelf: Shelf) -> None:
        """`before` and `now` are what is known of each saved page (`text`, `id`)."""
        self._before, self._now, self._shelf = before, now, shelf
        self._orphans: dict[str, str] = {}  # words -> id of an article whose page is gone or holds other words now
        for name, row in before.items():
            if "id" in row and "text" in row and now.get(name, {}).get("text") != row["text"]:
                self._orphans.setdefault(row["text"], row["id"])
        for found in shelf.articles.values():
            if found.id and found.text and not any(name in now for name in found.saved):
                self._orphans.setdefault(found.text, found.id)

    def give(self, groups: Sequence[Group]) -> dict[str, str | None]:
        """Chosen page -> id; None for an article that is new."""
        ranked = sorted((rank, i, known) for i, group in enumerate(groups) for rank, known in [self._known(group)])
        given: dict[str, str | None] = {}
        taken: set[str] = set()
        for _, i, known in ranked:
            free = known if known and known not in taken else None
            given[groups[i].chosen] = free
            taken |= {free} if free else set()
        return given

    def _known(self, group: Group) -> tuple[int, str]:
        """How sure an id is, surest first, and the id: same page and words, same words, same page, none."""
        same = [n for n in group.saved if self._before.get(n, {}).get("text") == group.text]
        by_page = self._shelf.id_of(same) or next((self._before[n]["id"] for n in same if "id" in self._before[n]), "")
        if by_page:
            return 0, by_page
        if group.text in self._orphans:
            return 1, self._orphans[group.text]
        known = self._shelf.id_of(group.saved) or next(
            (self._now[n]["id"] for n in group.saved if "id" in self._now[n]), ""
        )
        return (2, known) if known else (3, "")

    def new(self, group: Group, article: Article, taken: set[str]) -> str:
        """An id that nobody has."""
        outlet = article.outlet.value or ""
        for more in ("", group.text, group.chosen):
            found = new_id(article.title.value, article.body, f"{outlet}{more}")
            if found not in taken and not self._shelf.belongs_to_others(found, group.saved):
                return found
        raise AssertionError(f"{group.chosen}: no id left")

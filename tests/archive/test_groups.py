"""The pages on which a change can bear form the clusters that all pages would, whatever changed and in what order."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kliping.archive import groups
from kliping.archive.database import Database
from kliping.archive.page_table import PageTable
from kliping.duplicates import clusters, lsh
from tests.saves import HEADLINE, LEAD, OTHER, TEXT, filled, row

OUTLETS = ["contohsatu.id", "contohdua.id", "contohtiga.id", None]
HEADLINES = [HEADLINE, "Kabar Lain dari Gudang Melati", None]


def in_memory() -> closing[Database]:
    return closing(Database(Path("there is none"), copied=True))


@pytest.fixture
def database() -> Iterator[Database]:
    with in_memory() as database:
        yield database


class Pages:
    """A table of pages in memory, and beside it the rows of all pages, from which clusters can be made from nothing."""

    def __init__(self, database: Database) -> None:
        self.table = PageTable(database)
        self.rows: dict[str, dict] = {}
        self._forget()

    def _forget(self) -> None:
        self._lost: set[int] = set()
        self._new: dict[str, int] = {}
        self._changed: set[str] = set()

    def put(self, name: str, row: dict) -> None:
        self.take(name)
        self.rows[name] = row
        self._changed.add(name)
        self._new[name] = self.table.add(name, row)

    def take(self, name: str) -> None:
        if row := self.table.get(name):
            self._changed.add(name)
            del self.rows[name]
            self._lost.update(self.table.remove(row))
            self._new.pop(name, None)

    def affected(self) -> dict[str, dict]:
        """The rows in whose components something changed since this was last asked."""
        new = groups.index(self.table, self._new.values())
        rows = groups.affected(self.table, new.values(), self._lost, len(self._changed))
        self._forget()
        return rows


def text(choice: random.Random) -> list[str]:
    """One of a few texts, in some edition of it: much the same, cut, mixed with another, or a template filled in."""
    kind = choice.randrange(4)
    if kind == 0:
        return filled(choice.choice(["Melati", "Kenanga", "Seroja"]), choice.randrange(20, 24))
    body = [LEAD, *TEXT] if kind < 3 else [*OTHER, *TEXT[-3:]]
    for _ in range(choice.randrange(4)):
        at = choice.randrange(len(body) + 1)
        body[at : at + choice.randrange(2)] = choice.sample(OTHER, choice.randrange(2))
    return body or [LEAD]


def any_row(choice: random.Random) -> dict:
    more = {"withdrawn": "diminta penerbit"} if choice.random() < 0.1 else {}
    title = choice.choice(HEADLINES)
    return row(
        text(choice), choice.choice(OUTLETS), title, corrected=choice.randrange(2), given=choice.randrange(3), **more
    )


def change(pages: Pages, choice: random.Random) -> None:
    """Add, change, remove, rename or withdraw a page."""
    names = sorted(pages.rows)
    what = choice.randrange(6) if names else 0
    name = choice.choice(names) if names else ""
    if what < 2:
        pages.put(f"{choice.randrange(60):02}.txt", any_row(choice))
    elif what == 2:
        pages.put(name, any_row(choice))
    elif what == 3:
        pages.take(name)
    elif what == 4:
        moved = pages.rows[name]
        pages.take(name)
        pages.put(f"arsip/{name}", moved)
    else:
        pages.put(name, {**pages.rows[name], "withdrawn": "diminta penerbit"})


@pytest.mark.parametrize("remembered", [1, 5])
@pytest.mark.parametrize("share", [0, 100], ids=["all compared", "components only"])
@settings(max_examples=60, deadline=None)
@given(choice=st.randoms(use_true_random=False), steps=st.lists(st.integers(1, 6), min_size=2, max_size=12))
def test_clusters_of_the_affected_pages_are_those_that_all_pages_form(remembered, share, choice, steps):
    with pytest.MonkeyPatch.context() as patch, in_memory() as database:
        patch.setattr(groups, "_SHARE", share)
        patch.setattr(lsh, "REMEMBERED", remembered)
        pages = Pages(database)
        for _ in range(14):
            pages.put(f"{choice.randrange(60):02}.txt", any_row(choice))
        pages.affected()
        before = {cluster.chosen: cluster for cluster in clusters.clustered(pages.rows)}
        for changes in steps:
            for _ in range(changes):
                change(pages, choice)
            affected = pages.affected()
            wanted = clusters.clustered(pages.rows)
            assert clusters.clustered(affected) == [cluster for cluster in wanted if cluster.chosen in affected]
            for cluster in wanted:
                assert cluster.chosen in affected or before[cluster.chosen] == cluster, "a cluster changed unseen"
            before = {cluster.chosen: cluster for cluster in wanted}


def test_a_changed_page_bears_on_none_that_shares_nothing_with_it(database):
    pages = Pages(database)
    for k in range(300):
        story = (
            filled(f"Melati{k}", k)
            if k % 2
            else [f"Cerita nomor {k} dari gudang {k + j} tentang {k * j}" for j in range(9)]
        )
        pages.put(f"{k:03}.txt", row(story, title=f"Kabar Gudang Nomor {k} Hari Ini"))
    assert len(pages.affected()) == 300
    pages.put("000.txt", row([f"Isi lain sama sekali nomor {j}" for j in range(9)], title="Judul Lain Sama Sekali"))
    assert pages.affected().keys() == {"000.txt"}

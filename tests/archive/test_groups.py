"""Groups kept from run to run are those that placing all pages from nothing would give, whatever changed and in what order."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kliping.archive import groups
from kliping.archive.database import Database
from kliping.archive.groups import Grouping
from kliping.archive.page_table import PageTable
from kliping.duplicates import clusters, lsh, renewal, similarity
from tests.saves import HEADLINE, LEAD, OTHER, TEXT, filled, row

OUTLETS = ["contohsatu.id", "contohdua.id", "contohtiga.id", None]
HEADLINES = [HEADLINE, "Kabar Lain dari Gudang Melati", None]


class Kept:
    """A ledger in memory, and beside it the rows of all pages, from which groups can be made from nothing."""

    def __init__(self) -> None:
        self.ledger = Database(Path("there is none"), copied=True)
        self.roll = PageTable(self.ledger)
        self.rows: dict[str, dict] = {}
        self.gone: dict[int, str] = {}
        self.new: list[int] = []

    def put(self, name: str, told: dict) -> None:
        self.take(name)
        self.rows[name] = told
        self.new.append(self.roll.add(name, told))

    def take(self, name: str) -> None:
        if known := self.roll.get(name):
            del self.rows[name]
            self.roll.take_off(known["number"])
            self.gone[known["number"]] = name

    def renew(self) -> tuple[set[int], list[clusters.Cluster]]:
        """The homes that changed, and all groups."""
        kept = Grouping(self.ledger, self.roll)
        changed = kept.renew(self.gone, self.new)
        self.gone, self.new = {}, []
        return changed, kept.groups(kept.homes_of(self.rows))


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


def told(choice: random.Random) -> dict:
    more = {"withdrawn": "diminta penerbit"} if choice.random() < 0.1 else {}
    title = choice.choice(HEADLINES)
    return row(text(choice), choice.choice(OUTLETS), title, told=choice.randrange(2), known=choice.randrange(3), **more)


def change(kept: Kept, choice: random.Random) -> None:
    """Add, change, remove, rename or withdraw a page."""
    names = sorted(kept.rows)
    what = choice.randrange(6) if names else 0
    name = choice.choice(names) if names else ""
    if what < 2:
        kept.put(f"{choice.randrange(60):02}.txt", told(choice))
    elif what == 2:
        kept.put(name, told(choice))
    elif what == 3:
        kept.take(name)
    elif what == 4:
        moved = kept.rows[name]
        kept.take(name)
        kept.put(f"arsip/{name}", moved)
    else:
        kept.put(name, {**kept.rows[name], "withdrawn": "diminta penerbit"})


@pytest.mark.parametrize("remembered", [1, 2, 5])
@pytest.mark.parametrize("share", [0, 100], ids=["all placed anew", "changes followed"])
@settings(max_examples=60, deadline=None)
@given(choice=st.randoms(use_true_random=False), steps=st.lists(st.integers(1, 6), min_size=2, max_size=12))
def test_kept_groups_are_those_made_from_nothing(remembered, share, choice, steps):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(groups, "_SHARE", share)
        for module in (renewal, lsh):
            patch.setattr(module, "REMEMBERED", remembered)
        kept = Kept()
        for _ in range(14):
            kept.put(f"{choice.randrange(60):02}.txt", told(choice))
        before: dict[str, clusters.Cluster] = {}
        for changes in steps:
            for _ in range(changes):
                change(kept, choice)
            touched, found = kept.renew()
            wanted = clusters.group(kept.rows)
            assert found == wanted
            grouped = Grouping(kept.ledger, kept.roll)
            renewed = {group.chosen for group in grouped.groups(grouped.widened(touched))}
            for group in wanted:
                assert group.chosen in renewed or before.get(group.chosen) == group, "a group changed unseen"
            before = {group.chosen: group for group in wanted}
            assert not kept.ledger.sql.execute("SELECT 1 FROM pages WHERE name IS NULL").fetchone()


def test_a_page_of_a_template_touches_few_others(monkeypatch):
    kept = Kept()
    for k in range(300):
        kept.put(f"{k:03}.txt", row(filled(f"Melati{k}", k), title=f"KPU Melati{k} Lantik Panitia"))
    kept.renew()
    counted = []
    monkeypatch.setattr(clusters, "alike", lambda one, other: counted.append(1) or similarity.alike(one, other))
    kept.put("299.txt", row(filled("Kenanga", 7), title="KPU Kenanga Lantik Panitia"))
    kept.renew()
    assert len(counted) < 30

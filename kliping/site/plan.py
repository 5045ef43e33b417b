"""Rows and calendars -> the outputs of the digest: pure, no files."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from hashlib import sha256
from typing import NamedTuple

from kliping.site import linked, sitemap
from kliping.site.data import Data
from kliping.site.feeds import Feed
from kliping.site.lists import MOST, UNDATED, Group, Leaf, cut
from kliping.site.origins import reason, told
from kliping.site.output import ATOM, RSS, Ground, Here, Output
from kliping.site.rows import Row
from kliping.site.theme import Theme
from kliping.site.views import ElectionView, StageView

OTHERS, LOST = "lainnya/", "404.html"

Crumbs = tuple[tuple[str, str], ...]  # (path, label) of the pages above, below home


class Place(NamedTuple):
    """Where an article stands in the digest."""

    election: ElectionView | None = None
    stage: StageView | None = None
    older: Row | None = None  # the next of its stage in time, either way
    newer: Row | None = None


@dataclass(frozen=True)
class Digest:
    """What is planned from: articles newest first, elections with their articles, and how a text becomes HTML."""

    rows: Sequence[Row]
    elections: tuple[ElectionView, ...]
    names: Mapping[str, str]  # short names of stages
    ground: Ground
    text_of: Callable[[Row], str]
    written: tuple[str, ...] = ()  # paths of the hand-written pages, which Pelican makes

    def outputs(self) -> dict[str, Output]:
        """Every file of the digest by its name, in the order in which they are written."""
        pages = {output.file: output for output in self._pages()}
        others = (*self._feeds(), *Data(self.rows, self.elections, self.ground).outputs())
        every = pages | {output.file: output for output in others}
        maps = sitemap.outputs(self.ground, [*every, *(f"{path}index.html" for path in self.written)], self.rows)
        return every | {output.file: output for output in maps}

    def problems(self) -> list[str]:
        """Articles whose election or stage no calendar has, with what is done about it."""
        return [self._unknown(row) for row in self._lost if row.election]

    @cached_property
    def _by_id(self) -> dict[str, Row]:
        return {row.id: row for row in self.rows}

    @cached_property
    def _lost(self) -> list[Row]:
        """Articles that stand in no stage."""
        found = {row.id for election in self.elections for stage in election.stages for row in stage.rows}
        return [row for row in self.rows if row.id not in found]

    @cached_property
    def _undated(self) -> list[Row]:
        return [row for row in self.rows if not row.date]

    def _pages(self) -> Iterator[Output]:
        yield self._home()
        for election in self.elections:
            yield self._election(election)
            for stage in election.stages:
                yield from self._stage(election, stage)
        for row in self._lost:
            yield self._article(row, Place())
        yield from self._list_of_others()
        yield self._list_of_undated()
        lost = Here(LOST, "Halaman tidak ditemukan", "Halaman yang dicari tidak ada di sini.")
        counts = [election.counts for election in self.elections]
        yield self.ground.page(lost, "404", counts, lambda: {"elections": self.elections})

    def _home(self) -> Output:
        here = Here("", self.ground.name, self.ground.description, RSS, self.ground.name)
        totals = {
            "total": len(self.rows),
            "updated": self.rows[0].date if self.rows else None,
            "others": len(self._lost),
            "undated": len(self._undated),
        }
        shown = (totals, [(e.mark, e.count, len(e.outlets), e.counts, e.latest) for e in self.elections])
        facts = {"elections": self.elections, **totals, "linked": linked.website(self.ground)}
        return self.ground.page(here, "index", shown, lambda: facts)

    def _election(self, election: ElectionView) -> Output:
        said = f"Kliping berita {election.name}, dikelompokkan menurut tahapan resmi."
        here = Here(election.path, election.short, said)
        shown = (election.mark, election.counts, election.outlets, election.parent and election.parent.mark)
        return self.ground.page(here, "election", shown, lambda: {"election": election})

    def _stage(self, election: ElectionView, stage: StageView) -> Iterator[Output]:
        here = Here(stage.path, stage.title, stage.explanation, f"{stage.path}{RSS}", stage.title)
        groups, leaves = cut(stage.path, stage.rows)
        shown = (election.mark, stage.outlets, [group.shown for group in groups])
        yield self.ground.page(here, "stage", shown, lambda: {"election": election, "stage": stage, "groups": groups})
        yield from self._leaves(leaves, stage.name, ((election.path, election.short), (stage.path, stage.short)))
        for row, older, newer in zip(stage.rows, (*stage.rows[1:], None), (None, *stage.rows), strict=False):
            yield self._article(row, Place(election, stage, older, newer))

    def _article(self, row: Row, place: Place) -> Output:
        """The page of an article. There are tens of thousands of them, so their keys are made in one line."""
        older, newer, mark = place.older, place.newer, place.election.mark if place.election else ""
        copies = tuple(self._by_id[other] for other in row.also if other in self._by_id) if row.also else ()
        beside = f"{older.id} {older.title}\n" if older else "\n"
        beside += f"{newer.id} {newer.title}\n" if newer else "\n"
        beside += "".join([f"{other.id} {other.mark}\n" for other in copies])
        key = sha256(f"{self.ground.templates['article']}\n{row.hash}\n{mark}\n{beside}".encode()).hexdigest()[:24]
        return Output(f"berita/{row.id}/index.html", key, partial(self._show, row, place, copies))

    def _show(self, row: Row, place: Place, copies: tuple[Row, ...], theme: Theme) -> str:
        feed = (f"{place.stage.path}{RSS}", place.stage.title) if place.stage else ()
        here = Here(row.path, row.title, row.summary, *feed)
        facts = linked.article(row, place.election, place.stage, self.ground)
        data = {"here": here, "article": row, "body_html": self.text_of(row), "copies": copies, "linked": facts}
        data["published"] = linked.published(row)
        return theme.page(here.file, "article", data | place._asdict() | told(row, self.names))

    def _list_of_others(self) -> Iterator[Output]:
        """Articles of no election: by the reason, or by month where there are many."""
        here = Here(OTHERS, "Lainnya", "Berita yang tidak termasuk pemilihan yang dihimpun di sini, beserta alasannya.")
        groups, leaves = cut(OTHERS, self._lost)
        if not leaves:
            reasons: dict[str, list[Row]] = {}
            for row in self._lost:
                reasons.setdefault(reason(row), []).append(row)
            groups = tuple(Group(why, tuple(rows), len(rows)) for why, rows in reasons.items())
        yield self._list(here, groups)
        yield from self._leaves(leaves, here.title, ((OTHERS, here.title),))

    def _list_of_undated(self) -> Output:
        """Articles without a date: all of them, or where to find them where there are many."""
        said = "Berita yang tanggalnya tidak dapat dipastikan dari halaman yang disimpan."
        rows = tuple(self._undated)
        groups: tuple[Group, ...] = (Group(None, rows, len(rows)),) if rows else ()
        if len(rows) > MOST:
            stages = [(stage.title, stage.path, stage.rows) for e in self.elections for stage in e.stages]
            lists = (_undated_of(*place) for place in (*stages, ("Lainnya", OTHERS, self._lost)))
            groups = tuple(group for group in lists if group.count)
        return self._list(Here(UNDATED, "Tanpa tanggal", said), groups)

    def _leaves(self, leaves: Iterable[Leaf], heading: str, crumbs: Crumbs) -> Iterator[Output]:
        for leaf in leaves:
            title = f"{heading}: {leaf.label}"
            yield self._list(Here(leaf.path, title, f"Berita {title}."), leaf.groups, (*crumbs, *leaf.above))

    def _list(self, here: Here, groups: tuple[Group, ...], crumbs: Crumbs = ()) -> Output:
        shown = (crumbs, [group.shown for group in groups])
        return self.ground.page(here, "list", shown, lambda: {"groups": groups, "crumbs": crumbs})

    def _feeds(self) -> Iterator[Output]:
        names = {e.id: e.short for e in self.elections} | dict(self.names)
        url, title = self.ground.site_url, self.ground.name
        for feed in self._all_feeds():
            shown = (feed.title, feed.description, feed.updated, [row.mark for row in feed.items], names)
            yield self.ground.file(f"{feed.path}{RSS}", shown, partial(_rss, feed, url, names))
            yield self.ground.file(f"{feed.path}{ATOM}", shown, partial(_atom, feed, url, names, title))

    def _all_feeds(self) -> Iterator[Feed]:
        """Of everything and of each stage."""
        days = [window.start for e in self.elections for stage in e.stages for window in stage.windows]
        first = min(days, default=datetime.date(2024, 1, 1))
        yield Feed.of("", self.ground.name, self.ground.description, self.rows, first)
        for election in self.elections:
            bounds = election.election.bounds()
            for stage in election.stages:
                start = min((w.start for w in stage.windows), default=bounds[0] if bounds else first)
                said = f"{stage.explanation or stage.name} Berita tahapan ini dari {self.ground.name}."
                yield Feed.of(stage.path, stage.title, said, stage.rows, start)

    def _unknown(self, row: Row) -> str:
        known = any(election.id == row.election for election in self.elections)
        what = f"stage `{row.stage}` of `{row.election}`" if known else f"election `{row.election}`"
        return f"{row.file}: no calendar in content/elections has {what}; it is listed under Lainnya"


def _rss(feed: Feed, site_url: str, names: Mapping[str, str]) -> bytes:
    from kliping.site import syndication  # with an XML library that most builds need not load

    return syndication.rss(feed, site_url, names)


def _atom(feed: Feed, site_url: str, names: Mapping[str, str], site_name: str) -> bytes:
    from kliping.site import syndication

    return syndication.atom(feed, site_url, names, site_name)


def _undated_of(title: str, path: str, rows: Sequence[Row]) -> Group:
    """How many articles of a list have no date, and where they stand."""
    count = sum(not row.date for row in rows)
    return Group(title, (), count, f"{path}{UNDATED}" if len(rows) > MOST else path)

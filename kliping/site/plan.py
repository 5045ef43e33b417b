"""Rows and calendars -> what is to be written: pure, no files."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from kliping.site import views, wording
from kliping.site.feeds import Feed
from kliping.site.rows import Row
from kliping.site.views import ElectionView, StageView
from kliping.stages import Calendars

RSS, ATOM = "rss.xml", "atom.xml"
OTHERS, UNDATED = "lainnya/", "tanpa-tanggal/"


@dataclass(frozen=True, slots=True)
class Here:
    """The page being shown, as the base template needs it."""

    path: str
    title: str
    description: str
    feed: str | None = None  # path of its own RSS feed


@dataclass(frozen=True, slots=True)
class Site:
    """What every page may say of the whole."""

    elections: tuple[ElectionView, ...]
    total: int
    updated: datetime.date | None
    others: int
    undated: int
    pages: tuple[Any, ...] = ()  # hand-written pages: title, path


@dataclass(frozen=True, slots=True)
class Output:
    """One page: its file, its template, and what the template shows."""

    file: str
    template: str
    here: Here
    data: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Plan:
    site: Site
    outputs: tuple[Output, ...]
    feeds: tuple[Feed, ...]
    problems: tuple[str, ...]


def plan(rows: list[Row], calendars: Calendars, name: str, description: str) -> Plan:
    """Everything the digest consists of, in the order it is written."""
    elections = views.elections(rows, calendars)
    by_id = {election.id: election for election in elections}
    lost = [row for row in rows if not _placed(row, by_id)]
    undated = [row for row in rows if not row.date]
    newest = next((row.date for row in rows if row.date), None)
    site = Site(elections, len(rows), newest, len(lost), len(undated))
    outputs = [
        Output("index.html", "index", Here("", name, description, RSS)),
        *(page for election in elections for page in _election(election)),
        *_articles(rows, by_id),
        _list(
            OTHERS,
            "Lainnya",
            "Berita yang tidak termasuk pemilihan yang dihimpun di sini, beserta alasannya.",
            _others(lost),
        ),
        _list(
            UNDATED,
            "Tanpa tanggal",
            "Berita yang tanggalnya tidak dapat dipastikan dari halaman yang disimpan.",
            ((None, tuple(undated)),),
        ),
        Output(
            "404.html", "404", Here("404.html", "Halaman tidak ditemukan", "Halaman yang dicari tidak ada di sini.")
        ),
    ]
    problems = tuple(_unknown(row, by_id) for row in lost if row.election)
    return Plan(site, tuple(outputs), tuple(_feeds(rows, elections, name, description)), problems)


def _placed(row: Row, elections: dict[str, ElectionView]) -> bool:
    election = elections.get(row.election or "")
    return bool(election and election.stage(row.stage))


def _unknown(row: Row, elections: dict[str, ElectionView]) -> str:
    what = f"stage `{row.stage}` of `{row.election}`" if row.election in elections else f"election `{row.election}`"
    return f"{row.file}: no calendar in content/elections has {what}; it is listed under Lainnya"


def _election(election: ElectionView) -> Iterator[Output]:
    told = f"Kliping berita {election.name}, dikelompokkan menurut tahapan resmi."
    yield Output(
        f"{election.path}index.html", "election", Here(election.path, election.short, told), {"election": election}
    )
    for stage in election.stages:
        here = Here(stage.path, f"{stage.short} – {election.short}", stage.explanation, f"{stage.path}{RSS}")
        yield Output(f"{stage.path}index.html", "stage", here, {"election": election, "stage": stage})


def _articles(rows: list[Row], elections: dict[str, ElectionView]) -> Iterator[Output]:
    beside = {
        row.id: pair
        for election in elections.values()
        for stage in election.stages
        for row, *pair in _neighbours(stage)
    }
    titles = {row.id: row for row in rows}
    for row in rows:
        election = elections.get(row.election or "") if _placed(row, elections) else None
        previous, following = beside.get(row.id, (None, None))
        stage = election.stage(row.stage) if election else None
        data = {
            "article": row,
            "election": election,
            "stage": stage,
            "previous": previous,
            "next": following,
            "origins": origins(row),
            "why": wording.basis("stage", row.basis.get("stage", "")) if row.basis.get("stage") else "",
            "copies": tuple(titles[key] for key in row.also if key in titles),
        }
        here = Here(row.path, row.title, row.summary, f"{stage.path}{RSS}" if stage else None)
        yield Output(f"{row.path}index.html", "article", here, data)


def _neighbours(stage: StageView) -> Iterator[tuple[Row, Row | None, Row | None]]:
    """Each article with the older and the newer one of its stage."""
    rows = stage.rows
    for i, row in enumerate(rows):
        yield row, rows[i + 1] if i + 1 < len(rows) else None, rows[i - 1] if i else None


def origins(row: Row) -> tuple[tuple[str, str], ...]:
    """For each fact that is given, or refused with a reason: its label and what it rests on."""
    found = [(label, wording.basis(key, row.basis[key])) for key, label in wording.LABELS.items() if key in row.basis]
    edited = [("Suntingan", "disunting pengelola; asal di bawah ini dari sebelum suntingan")] if row.edited else []
    return (*edited, *found)


def _others(lost: list[Row]) -> tuple[tuple[str | None, tuple[Row, ...]], ...]:
    """Articles of no election, by the reason."""
    reasons: dict[str, list[Row]] = {}
    for row in lost:
        why = "menyebut pemilihan atau tahapan yang tidak ada di sini" if row.election else ""
        why = why or wording.basis("election", row.basis.get("election", "no word of an election kept here"))
        reasons.setdefault(why[:1].upper() + why[1:], []).append(row)
    return tuple((why, tuple(found)) for why, found in reasons.items())


def _list(path: str, heading: str, intro: str, groups: tuple[tuple[str | None, tuple[Row, ...]], ...]) -> Output:
    data = {"heading": heading, "intro": intro, "groups": tuple(group for group in groups if group[1])}
    return Output(f"{path}index.html", "list", Here(path, heading, intro), data)


def _feeds(rows: list[Row], elections: tuple[ElectionView, ...], name: str, description: str) -> Iterator[Feed]:
    names = {e.id: e.short for e in elections} | {s.id: s.short for e in elections for s in e.stages}
    days = [w.start for e in elections for s in e.stages for w in s.windows]
    first = min(days, default=datetime.date(2024, 1, 1))
    yield Feed("", name, description, tuple(rows), first, names)
    for election in elections:
        bounds = election.election.bounds()
        for stage in election.stages:
            start = min((w.start for w in stage.windows), default=bounds[0] if bounds else first)
            told = f"{stage.explanation or stage.name} Berita tahapan ini dari {name}."
            yield Feed(stage.path, f"{stage.short} – {election.short}", told, stage.rows, start, names)

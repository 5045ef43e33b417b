"""The page of the data, and the data itself: all articles as CSV and JSON, and their description."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

import msgspec

from kliping.site.data import datapackage, tables
from kliping.site.data.columns import COLUMNS, Names, record
from kliping.site.digest import Digest
from kliping.site.model import bylines
from kliping.site.output.page import Here, Output
from kliping.site.pages import schema_org
from kliping.system.hashing import content_hash
from kliping.text import dates


@dataclass(frozen=True, slots=True)
class Totals:
    """How much there is, in numbers that other pages show as well."""

    articles: int
    elections: int  # with an article
    stages: int  # with an article
    outlets: int
    first: datetime.date | None
    last: datetime.date | None
    known: tuple[tuple[str, int], ...]  # a fact's name, and in how many articles it is known

    @classmethod
    def of(cls, digest: Digest) -> Totals:
        rows = digest.rows
        dated = [row.date for row in rows if row.date]
        held = [key for key, stage in digest.stages.items() if stage.count]
        return cls(
            articles=len(rows),
            elections=len({election for election, _ in held}),
            stages=len(held),
            outlets=digest.outlet_count,
            first=dated[-1] if dated else None,
            last=dated[0] if dated else None,
            known=(
                ("Reporter", sum(bool(row.reporter) for row in rows)),
                ("Editor", sum(bool(row.editor) for row in rows)),
                ("Tanggal, termasuk yang disimpulkan", len(dated)),
                ("Jumlah dibaca", sum(row.views is not None for row in rows)),
            ),
        )


def outputs(digest: Digest) -> Iterator[Output]:
    ground, totals, outlets = digest.ground, Totals.of(digest), _outlets(digest)
    said = f"Data semua berita di {ground.name}: CSV, JSON, kamus data, lisensi, dan cara mengutip."
    here = Here(datapackage.PATH, "Data", said)
    yield ground.page(here, "data", totals, lambda: _told(digest, here, totals))
    records = cache(lambda: _records(digest))  # for both tables, where one process makes them
    rows = content_hash("".join([f"{row.facts}{row.edited}" for row in digest.rows]))
    facts = rows, [view.mark for view in digest.elections]
    yield ground.file(datapackage.CSV, facts, lambda: tables.as_csv(records()))
    yield ground.file(datapackage.JSON, facts, lambda: tables.as_json(records()))
    yield ground.file(datapackage.PACKAGE, outlets, lambda: datapackage.described(ground, outlets))


def _told(digest: Digest, here: Here, totals: Totals) -> dict[str, Any]:
    """For the template."""
    licence = datapackage.LICENCE
    return {
        "totals": totals,
        "columns": COLUMNS,
        "licence": licence,
        "citation": _citation(digest.ground.name, totals),
        "linked": schema_org.dataset(digest.ground, here, licence["path"], (datapackage.CSV, datapackage.JSON)),
    }


def _citation(name: str, totals: Totals) -> str:
    """How to name the data in a text, up to the day of its newest article: when it was built says nothing."""
    until = f"Berita sampai dengan {dates.short(totals.last)}. " if totals.last else ""
    return f"{name}. Data kliping berita pemilihan [kumpulan data]. {until}"


def _records(digest: Digest) -> list[msgspec.Struct]:
    elections: dict[str | None, str] = {view.id: view.name for view in digest.elections}
    stages = {key: stage.name for key, stage in digest.stages.items()}
    known = Names(digest.ground.site_url, elections, stages)
    return [record(row, known) for row in digest.rows]


def _outlets(digest: Digest) -> list[tuple[str, str | None]]:
    """Name and domain of each outlet that is known."""
    known = [name for name in digest.names[bylines.OUTLETS] if name.is_known]
    return [(name.name, next((row.outlet for row in name.rows if row.outlet), None)) for name in known]

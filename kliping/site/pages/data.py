"""The page of the data, and the data itself: all articles as CSV and JSON, and their description."""

import datetime
from collections.abc import Iterator
from functools import cache
from typing import Any

from kliping.site.data import datapackage, tables
from kliping.site.data.columns import COLUMNS, Names, record
from kliping.site.digest import Digest
from kliping.site.model import bylines
from kliping.site.output.page import Output
from kliping.site.pages import schema_org
from kliping.site.render.templates import PageInfo
from kliping.system.hashing import content_hash
from kliping.text import dates


def outputs(digest: Digest) -> Iterator[Output]:
    """The page of the data, the data as CSV and JSON, and the description of both."""
    shared, totals, outlets = digest.shared, _totals(digest), _outlets(digest)
    about = f"Data semua berita di {shared.name}: CSV, JSON, kamus data, lisensi, dan cara mengutip."
    here = PageInfo(datapackage.PATH, "Data", about)
    licence, files = datapackage.LICENCE, (datapackage.CSV, datapackage.JSON)
    data = {
        "totals": totals,
        "columns": COLUMNS,
        "licence": licence,
        "citation": _citation(shared.name, totals["last"]),
        "linked": schema_org.dataset(shared, here, licence["path"], files),
    }
    yield shared.page(here, "data", data)
    names = Names(
        shared.site_url,
        {view.id: view.name for view in digest.elections},
        {key: stage.name for key, stage in digest.stages.items()},
    )
    records = cache(lambda: [record(row, names) for row in digest.rows])  # for both, where one process makes them
    edited = [row.id for row in digest.rows if row.edited]
    facts = (names, edited, content_hash("".join([row.facts for row in digest.rows])))
    yield shared.file(datapackage.CSV, facts, lambda: tables.as_csv(records()))
    yield shared.file(datapackage.JSON, facts, lambda: tables.as_json(records()))
    yield shared.file(datapackage.PACKAGE, outlets, lambda: datapackage.described(shared, outlets))


def _totals(digest: Digest) -> dict[str, Any]:
    """How much there is: articles, elections and stages with articles, outlets, days, and how complete facts are."""
    rows = digest.rows
    days = [row.date for row in rows if row.date]
    stages = [stage for stage in digest.stages.values() if stage.count]
    return {
        "articles": len(rows),
        "elections": len({stage.election.id for stage in stages}),
        "stages": len(stages),
        "outlets": digest.outlet_count,
        "first": days[-1] if days else None,
        "last": days[0] if days else None,
        "known": (  # in how many articles a fact is known
            ("Reporter", sum(bool(row.reporter) for row in rows)),
            ("Editor", sum(bool(row.editor) for row in rows)),
            ("Tanggal, termasuk yang disimpulkan", len(days)),
            ("Jumlah dibaca", sum(row.views is not None for row in rows)),
        ),
    }


def _citation(name: str, last: datetime.date | None) -> str:
    """How to name the data in a text, up to the day of its newest article: when it was built says nothing."""
    until = f"Berita sampai dengan {dates.short(last)}. " if last else ""
    return f"{name}. Data kliping berita pemilihan [kumpulan data]. {until}"


def _outlets(digest: Digest) -> list[tuple[str, str | None]]:
    """Name and domain of each outlet that is known."""
    known = [(name, rows) for name, rows in digest.names[bylines.OUTLETS].items() if name.is_known]
    return [(name.name, next((row.outlet for row in rows if row.outlet), None)) for name, rows in known]

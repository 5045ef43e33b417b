"""The page of the data, and the data itself: all articles as CSV and JSON, described by `datapackage.json`."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from kliping import dates
from kliping.rulefile import digest
from kliping.site import linked, tables
from kliping.site.entry import Entry, Names, columns, entry
from kliping.site.output import Ground, Here, Output
from kliping.site.rows import Row
from kliping.site.views import ElectionView

PATH = "data/"
CSV, JSON, PACKAGE = f"{PATH}berita.csv", f"{PATH}berita.json", f"{PATH}datapackage.json"
LICENCE = {
    "name": "CC0-1.0",
    "path": "https://creativecommons.org/publicdomain/zero/1.0/",
    "title": "Creative Commons CC0 1.0 Universal",
}
_RIGHTS = (
    "Kumpulan faktanya bebas dipakai siapa pun (CC0 1.0)."
    " Judul dan ringkasan adalah kata-kata media penerbit dan tetap milik media itu; sebutkan sumbernya bila mengutip."
)


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


@dataclass(frozen=True)
class Data:
    """The data of a digest: articles newest first, and the elections they belong to."""

    rows: Sequence[Row]
    elections: Sequence[ElectionView]
    outlet_count: int
    ground: Ground

    def outputs(self) -> Iterator[Output]:
        """The page, the two tables and their description."""
        ground = self.ground
        here = Here(PATH, "Data", f"Data semua berita di {ground.name}: CSV, JSON, kamus data, lisensi, cara mengutip.")
        yield ground.page(here, "data", self.totals, lambda: self._told(here))
        facts = digest("".join([row.facts for row in self.rows])), [view.mark for view in self.elections]
        yield ground.file(CSV, facts, lambda: tables.as_csv(self._entries))
        yield ground.file(JSON, facts, lambda: tables.as_json(self._entries))
        yield ground.file(PACKAGE, self.outlets, self._package)

    def _told(self, here: Here) -> dict[str, Any]:
        return {
            "totals": self.totals,
            "columns": columns(),
            "licence": LICENCE,
            "citation": self.citation,
            "linked": linked.dataset(self.ground, here, LICENCE["path"], (CSV, JSON)),
        }

    @cached_property
    def totals(self) -> Totals:
        dated = [row.date for row in self.rows if row.date]
        held = [view for view in self.elections if view.count]
        return Totals(
            len(self.rows),
            len(held),
            sum(stage.count > 0 for view in held for stage in view.stages),
            self.outlet_count,
            min(dated, default=None),
            max(dated, default=None),
            (
                ("Reporter", sum(bool(row.reporter) for row in self.rows)),
                ("Editor", sum(bool(row.editor) for row in self.rows)),
                ("Tanggal, termasuk yang disimpulkan", len(dated)),
                ("Jumlah dibaca", sum(row.views is not None for row in self.rows)),
            ),
        )

    @property
    def citation(self) -> str:
        """How to name the data in a text, up to the day of its newest article: when it was built says nothing."""
        last = self.totals.last
        until = f"Berita sampai dengan {dates.short(last)}. " if last else ""
        return f"{self.ground.name}. Data kliping berita pemilihan [kumpulan data]. {until}"

    @cached_property
    def outlets(self) -> list[tuple[str, str]]:
        """Name and domain of each outlet, either of which may be missing."""
        return sorted({(row.source or "", row.outlet or "") for row in self.rows if row.source or row.outlet})

    @cached_property
    def _entries(self) -> list[Entry]:
        elections: dict[str | None, str] = {view.id: view.name for view in self.elections}
        stages: dict[tuple[str | None, str | None], str] = {}
        for view in self.elections:
            stages |= {(view.id, stage.id): stage.name for stage in view.stages}
        names = Names(self.ground.site_url, elections, stages)
        return [entry(row, names) for row in self.rows]

    def _package(self) -> bytes:
        import msgspec

        return msgspec.json.format(msgspec.json.encode(package(self.ground, self.outlets)), indent=2) + b"\n"


def package(ground: Ground, outlets: Sequence[tuple[str, str]]) -> dict[str, Any]:
    """The description of the data: a Data Package (datapackage.org, version 2) with a Table Schema for each table."""
    sources = [
        {"title": name or domain, **({"path": f"https://{domain}/"} if domain else {})} for name, domain in outlets
    ]
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": re.sub(r"[^a-z0-9]+", "-", ground.name.casefold()).strip("-") or "kliping",
        "title": ground.name,
        "description": f"{ground.description or ground.name} {_RIGHTS}",
        "homepage": f"{ground.site_url}/{PATH}",
        "keywords": ["pemilihan", "berita", "tahapan"],
        "licenses": [LICENCE],
        **({"sources": sources} if sources else {}),
        "resources": [_csv(), _json()],
    }


def _csv() -> dict[str, Any]:
    said = (
        "Satu baris untuk setiap berita, dari yang terbaru; yang tanpa tanggal di akhir. Sel kosong berarti tidak"
        " diketahui. Teks yang akan dibaca program lembar kerja sebagai rumus, yaitu yang diawali =, +, -, atau @"
        " (juga sesudah titik koma), diberi tanda petik tunggal (') di depannya; JSON memuatnya tanpa tanda itu."
    )
    return {
        "name": "berita-csv",
        "type": "table",
        "path": "berita.csv",
        "title": "Berita (CSV)",
        "description": said,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"header": True, "delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True},
        "schema": _schema(in_cells=True),
    }


def _json() -> dict[str, Any]:
    return {
        "name": "berita-json",
        "type": "table",
        "path": "berita.json",
        "title": "Berita (JSON)",
        "description": "Berita yang sama sebagai larik objek, satu berita sebaris. Yang tidak diketahui bernilai null.",
        "format": "json",
        "mediatype": "application/json",
        "encoding": "utf-8",
        "dialect": {"itemType": "object"},
        "schema": _schema(in_cells=False),
    }


def _schema(in_cells: bool) -> dict[str, Any]:
    return {
        "fields": [column.schema(in_cells) for column in columns()],
        "primaryKey": ["id"],
        "missingValues": [""],
    }

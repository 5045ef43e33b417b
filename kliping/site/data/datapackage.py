"""The description of the data: a Data Package (datapackage.org, version 2) with a Table Schema for each table. Pure."""

import re
from collections.abc import Sequence
from typing import Any

import msgspec

from kliping.site.data.columns import COLUMNS
from kliping.site.output.page import SharedInputs
from kliping.text.urls import mail_in, web_in

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


def described(ground: SharedInputs, outlets: Sequence[tuple[str, str | None]]) -> bytes:
    """The file that describes the data."""
    return msgspec.json.format(msgspec.json.encode(_package(ground, outlets)), indent=2) + b"\n"


def _package(ground: SharedInputs, outlets: Sequence[tuple[str, str | None]]) -> dict[str, Any]:
    """The whole description. `outlets` are those of the articles: name, and domain or nothing."""
    sources = [{"title": name, **({"path": f"https://{domain}/"} if domain else {})} for name, domain in outlets]
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": re.sub(r"[^a-z0-9]+", "-", ground.name.casefold()).strip("-") or "kliping",
        "title": ground.name,
        "description": f"{ground.description or ground.name} {_RIGHTS}",
        "homepage": f"{ground.site_url}/{PATH}",
        "keywords": ["pemilihan", "berita", "tahapan"],
        "licenses": [LICENCE],
        **({"contributors": [_contributor(ground)]} if ground.publisher else {}),
        **({"sources": sources} if sources else {}),
        "resources": [_csv(), _json()],
    }


def _contributor(ground: SharedInputs) -> dict[str, Any]:
    mail, page = mail_in(ground.contact), web_in(ground.contact)
    reach = {"email": mail} if mail else {"path": page} if page else {}
    return {"title": ground.publisher, "roles": ["publisher"], **reach}


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
    return {"fields": [column.schema(in_cells) for column in COLUMNS], "primaryKey": ["id"], "missingValues": [""]}

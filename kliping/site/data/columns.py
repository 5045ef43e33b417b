"""The columns of the published data: the fields that are published as they stand, and what is worked out beside them.

The CSV, the JSON, `datapackage.json` and the table that readers see are all made from COLUMNS. Pure.
"""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from operator import attrgetter, itemgetter
from typing import Any, NamedTuple

import msgspec

from kliping.article.fields import FIELDS
from kliping.article.kinds import Published
from kliping.site.model.article_row import ArticleRow

SEPARATOR = "; "  # between the texts of a list in one cell

_TYPES: dict[object, tuple[str, str]] = {  # type of a value -> its name in Table Schema, and for readers
    str: ("string", "teks"),
    datetime.date: ("date", "tanggal"),
    int: ("integer", "bilangan bulat"),
    bool: ("boolean", "benar atau salah"),
    tuple[str, ...]: ("array", "daftar teks"),
}
# (Type, whether every article has a value) -> what values keep to where a column has no rules of its own.
_RULES: dict[tuple[object, bool], Mapping[str, Any]] = {
    (str, False): {"minLength": 1},
    (int, False): {"minimum": 0},
    (int, True): {"minimum": 0},
}


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name in every file, the Python type of its values, and what it means."""

    name: str
    python: object
    published: Published

    @property
    def type(self) -> str:
        """The type in Table Schema."""
        return _TYPES[self.python][0]

    @property
    def kind(self) -> str:
        """The type for readers."""
        return _TYPES[self.python][1]

    def schema(self, in_cells: bool) -> dict[str, Any]:
        """The field as Table Schema has it. A list in a cell is one text."""
        told = self.published
        joined = in_cells and self.type == "array"
        required = {"required": True} if told.required else {}
        rules = told.rules or _RULES.get((self.python, told.required), {})
        return {
            "name": self.name,
            "type": "string" if joined else self.type,
            "format": told.form,
            "title": told.title,
            "description": f"{told.sense} Beberapa isian dipisahkan dengan `{SEPARATOR}`." if joined else told.sense,
            **({"constraints": {**required, **rules}} if required or rules else {}),
        }


_COMPUTED = (  # in the order in which record() works them out
    Column(
        "address",
        str,
        Published(2, "Alamat di situs ini: Alamat halaman berita di situs ini.", True, {"unique": True}, "uri"),
    ),
    Column("untitled", bool, Published(4, "Tanpa judul: Benar bila halaman asal tidak mencantumkan judul.", True)),
    Column(
        "date_basis",
        str,
        Published(
            6,
            "Asal tanggal: Dari mana tanggalnya diketahui: byline dari baris penulis, metadata dari data halaman, url"
            " dari alamat halaman, dateline dari hari yang disebut dalam isi berita, weekday dari nama hari dan tahun"
            " yang disebut berita, curator dari keterangan pengelola.",
        ),
    ),
    Column(
        "date_inferred",
        bool,
        Published(7, "Tanggal disimpulkan: Benar bila tanggal itu tidak tercetak sebagai tanggal terbit."),
    ),
    Column("election_name", str, Published(18, "Pemilihan: Nama lengkap pemilihan.")),
    Column("stage_name", str, Published(20, "Tahapan: Nama tahapan.")),
    Column(
        "review", int, Published(24, "Perlu ditinjau: Banyaknya hal meragukan yang dicatat di halaman berita.", True)
    ),
    Column(
        "removed",
        int,
        Published(25, "Baris dibuang: Banyaknya baris bukan berita yang dibuang dari halaman asal.", True),
    ),
    Column(
        "edited", bool, Published(26, "Disunting: Benar bila berkas beritanya disunting pengelola dengan tangan.", True)
    ),
)


class Names(NamedTuple):
    """What articles do not carry themselves: the site's address, and what ids of elections and stages stand for."""

    site_url: str
    elections: Mapping[str | None, str]
    stages: Mapping[tuple[str | None, str | None], str]  # (election, stage) -> name


_PLAIN = [Column(field.name, field.kind.type, field.data) for field in FIELDS if field.data]
_plain = attrgetter(*[column.name for column in _PLAIN])
_MAY_BE_EMPTY = [place for place, column in enumerate(_PLAIN) if column.type in ("string", "array")]
_UNSORTED = (*_PLAIN, *_COMPUTED)
COLUMNS = tuple(sorted(_UNSORTED, key=lambda column: column.published.number))
_sorted = itemgetter(*map(_UNSORTED.index, COLUMNS))
_Record = msgspec.defstruct("_Record", [column.name for column in COLUMNS], gc=False)


def record(row: ArticleRow, names: Names) -> msgspec.Struct:
    """One article in the published data: a value for each column, None where it is missing."""
    date, election = row.date, row.election
    values = [
        *_plain(row),
        f"{names.site_url}/berita/{row.id}/",
        row.untitled,
        row.basis.get("date") if date else None,
        row.date_origin is not None if date else None,
        names.elections.get(election),
        names.stages.get((election, row.stage)),
        len(row.review),
        sum(row.removed.values()) if row.removed else 0,
        row.edited,
    ]
    for place in _MAY_BE_EMPTY:
        if not values[place]:
            values[place] = None
    return _Record(*_sorted(values))

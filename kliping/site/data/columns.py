"""What the published data says of each article: every column once, with its meaning. Pure.

The CSV, the JSON, `datapackage.json` and the table that readers see are all made from this one list.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Annotated, Any, NamedTuple, get_args, get_type_hints

import msgspec

from kliping.site.model.article_row import ID, ArticleRow

SEPARATOR = "; "  # between the texts of a list in one cell

_KINDS: dict[object, tuple[str, str]] = {  # type of a value -> its name in Table Schema, and for readers
    str: ("string", "teks"),
    datetime.date: ("date", "tanggal"),
    int: ("integer", "bilangan bulat"),
    bool: ("boolean", "benar atau salah"),
    tuple[str, ...]: ("array", "daftar teks"),
}


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a column means: its name and sense for people, and what its values keep to, in the words of Table Schema."""

    title: str
    sense: str
    rules: Mapping[str, Any] = field(default_factory=dict)
    form: str = "default"


_COUNT = {"minimum": 0}
_NAMED = {"minLength": 1}


class Record(msgspec.Struct, gc=False):
    """One article in the published data. A type with None says that the fact may be missing."""

    id: Annotated[
        str,
        Meaning(
            "Pengenal",
            "Pengenal berita; tetap sama walaupun judul, tanggal, atau tahapannya dikoreksi.",
            {"unique": True, "pattern": ID.pattern.replace("?:", "")},
        ),
    ]
    address: Annotated[
        str, Meaning("Alamat di situs ini", "Alamat halaman berita di situs ini.", {"unique": True}, "uri")
    ]
    title: Annotated[
        str, Meaning("Judul", "Judul sebagaimana tercetak; bila halaman asal tidak berjudul, kata-kata pertama berita.")
    ]
    untitled: Annotated[bool, Meaning("Tanpa judul", "Benar bila halaman asal tidak mencantumkan judul.")]
    date: Annotated[
        datetime.date | None,
        Meaning(
            "Tanggal",
            "Tanggal terbit; bila tidak diketahui, hari peristiwa atau pernyataan yang disebut berita. Asalnya ada di"
            " date_basis.",
        ),
    ]
    date_basis: Annotated[
        str | None,
        Meaning(
            "Asal tanggal",
            "Dari mana tanggalnya diketahui: byline dari baris penulis, metadata dari data halaman, url dari alamat"
            " halaman, dateline dari hari yang disebut dalam isi berita, weekday dari nama hari dan tahun yang disebut"
            " berita, curator dari keterangan pengelola.",
            _NAMED,
        ),
    ]
    date_inferred: Annotated[
        bool | None,
        Meaning("Tanggal disimpulkan", "Benar bila tanggal itu tidak tercetak sebagai tanggal terbit."),
    ]
    reporter: Annotated[tuple[str, ...] | None, Meaning("Reporter", "Nama penulis berita sebagaimana tercetak.")]
    editor: Annotated[tuple[str, ...] | None, Meaning("Editor", "Nama penyunting berita sebagaimana tercetak.")]
    views: Annotated[
        int | None,
        Meaning(
            "Jumlah dibaca",
            "Jumlah dibaca yang tercetak saat halaman disimpan; tidak dapat dibandingkan antarmedia.",
            _COUNT,
        ),
    ]
    saved_on: Annotated[datetime.date | None, Meaning("Tanggal disimpan", "Hari halaman itu disimpan.")]
    source: Annotated[str | None, Meaning("Media", "Nama media penerbit.", _NAMED)]
    outlet: Annotated[str | None, Meaning("Domain media", "Domain media penerbit.", _NAMED)]
    url: Annotated[
        str | None,
        Meaning("Alamat asal", "Alamat berita aslinya di situs media.", {"pattern": "[Hh][Tt][Tt][Pp][Ss]?://.+"}),
    ]
    agency: Annotated[str | None, Meaning("Kantor berita", "Kantor berita yang disebut sebagai sumber naskah.", _NAMED)]
    photographer: Annotated[
        str | None, Meaning("Fotografer", "Nama pada kredit foto di halaman asal; fotonya tidak dimuat.", _NAMED)
    ]
    election: Annotated[
        str | None, Meaning("Kode pemilihan", "Kode pemilihan, seperti dalam alamat halamannya.", _NAMED)
    ]
    election_name: Annotated[str | None, Meaning("Pemilihan", "Nama lengkap pemilihan.", _NAMED)]
    stage: Annotated[str | None, Meaning("Kode tahapan", "Kode tahapan, seperti dalam alamat halamannya.", _NAMED)]
    stage_name: Annotated[str | None, Meaning("Tahapan", "Nama tahapan.", _NAMED)]
    lang: Annotated[str, Meaning("Bahasa", "Kode bahasa naskah, misalnya id atau en.")]
    summary: Annotated[
        str | None, Meaning("Ringkasan", "Pembuka berita yang dipersingkat; kata-katanya milik media penerbit.", _NAMED)
    ]
    note: Annotated[
        str | None,
        Meaning("Catatan", "Catatan pengelola kepada pembaca, misalnya bahwa naskahnya diceritakan ulang.", _NAMED),
    ]
    review: Annotated[int, Meaning("Perlu ditinjau", "Banyaknya hal meragukan yang dicatat di halaman berita.", _COUNT)]
    removed: Annotated[
        int, Meaning("Baris dibuang", "Banyaknya baris bukan berita yang dibuang dari halaman asal.", _COUNT)
    ]
    edited: Annotated[bool, Meaning("Disunting", "Benar bila berkas beritanya disunting pengelola dengan tangan.")]
    also: Annotated[
        tuple[str, ...] | None, Meaning("Dimuat juga", "Pengenal (id) salinan berita yang sama di media lain.")
    ]


class Names(NamedTuple):
    """What articles do not carry themselves: the site's address, and what ids of elections and stages stand for."""

    site_url: str
    elections: Mapping[str | None, str]
    stages: Mapping[tuple[str | None, str | None], str]  # (election, stage) -> name


def record(row: ArticleRow, names: Names) -> Record:
    """What is told of an article. By position, which for tens of thousands takes half the time."""
    date, election, stage = row.date, row.election, row.stage
    return Record(
        row.id,
        f"{names.site_url}/berita/{row.id}/",
        row.title,
        row.untitled,
        date,
        row.basis.get("date") if date else None,
        row.date_origin is not None if date else None,
        row.reporter or None,
        row.editor or None,
        row.views,
        row.saved_on,
        row.source,
        row.outlet,
        row.url,
        row.agency,
        row.photographer,
        election,
        names.elections.get(election),
        stage,
        names.stages.get((election, stage)),
        row.lang,
        row.summary or None,
        row.note,
        len(row.review),
        sum(row.removed.values()) if row.removed else 0,
        row.edited,
        row.also or None,
    )


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name in every file, the kind of its values, whether each article has one, and its meaning."""

    name: str
    type: str
    kind: str  # for readers
    required: bool
    meaning: Meaning

    def schema(self, in_cells: bool) -> dict[str, Any]:
        """The field as Table Schema has it. A list in a cell is one text."""
        joined, sense = in_cells and self.type == "array", self.meaning.sense
        rules = {**({"required": True} if self.required else {}), **self.meaning.rules}
        return {
            "name": self.name,
            "type": "string" if joined else self.type,
            "format": self.meaning.form,
            "title": self.meaning.title,
            "description": f"{sense} Beberapa isian dipisahkan dengan `{SEPARATOR}`." if joined else sense,
            **({"constraints": rules} if rules else {}),
        }


@cache
def columns() -> tuple[Column, ...]:
    """Every column, in order."""
    return tuple(_column(name, hint) for name, hint in get_type_hints(Record, include_extras=True).items())


def _column(name: str, hint: Any) -> Column:
    told, meaning = get_args(hint)
    optional = type(None) in get_args(told)
    value = next(part for part in get_args(told) if part is not type(None)) if optional else told
    return Column(name, *_KINDS[value], not optional, meaning)

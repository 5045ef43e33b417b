"""The table of fields: what we publish about one news article, every field once.

Made from it are the front matter and its order, what sidecars may say, what the site reads, the published data with
its dictionary, and the table in docs/fields.md. A new field is one entry here and the rule that finds it.
"""
# ruff: noqa: RUF009 - what _field() gives is a field of the dataclass

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, dataclass, field, fields, replace
from operator import attrgetter
from typing import Any, Generic, TypeVar

from kliping.article import kinds
from kliping.article.ids import ID
from kliping.article.kinds import DATE, NAMES, TEXT, Field, Kind, Published

TITLE_MOST = 300  # characters; a longer line is no headline
NAME_MOST = 300  # characters of a text, such as the name of an outlet or a person, where its field says nothing else
TEXT_MOST = 1000  # characters of a summary, or of the curator's word to readers

T = TypeVar("T")
Names = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fact(Generic[T]):
    """A value with what it rests on; a fact that was not found has the value None.

    `basis` comes from the rule that found the value (`byline`, `dateline`, `terms: ...`); a missing
    election or stage carries its reason there. `doubt` says what a person should look at.
    """

    value: T | None = None
    basis: str | None = None
    doubt: str | None = None

    def __bool__(self) -> bool:
        return self.value is not None


NOTHING: Fact[Any] = Fact()


def _field(
    kind: Kind,
    label: str,
    meaning: str,
    data: Published | None = None,
    limit: int | None = NAME_MOST,
    sidecar: bool = True,
    **default: Any,
) -> Any:
    """An attribute that stands in the front matter: a Fact, or a plain value where it has a default of its own."""
    described = Field(kind, label, meaning, data, limit, sidecar, is_fact=not default)
    return field(**(default or {"default": NOTHING}), metadata={"field": described})


@dataclass(frozen=True, slots=True)
class Article:
    """The clean result of one saved page (or of several saves of one article): plain text only."""

    id: str = _field(
        TEXT,
        "Id",
        "name of the file and of the article's address; given once, it stays",
        Published(
            1,
            "Pengenal",
            "Pengenal berita; tetap sama walaupun judul, tanggal, atau tahapannya dikoreksi.",
            required=True,
            rules={"unique": True, "pattern": ID.pattern.replace("?:", "")},
        ),
        sidecar=False,
        default=MISSING,
    )
    title: Fact[str] = _field(
        TEXT,
        "Headline",
        "the headline as printed, without the site's name or a date that a dump put before it",
        Published(
            3,
            "Judul",
            "Judul sebagaimana tercetak; bila halaman asal tidak berjudul, kata-kata pertama berita.",
            required=True,
        ),
        TITLE_MOST,
    )
    date: Fact[datetime.date] = _field(
        DATE,
        "Date",
        "when it was published; failing that, when the thing it reports happened or was said",
        Published(
            5,
            "Tanggal",
            "Tanggal terbit; bila tidak diketahui, hari peristiwa atau pernyataan yang disebut berita."
            " Asalnya ada di date_basis.",
        ),
    )
    reporter: Fact[Names] = _field(
        NAMES,
        "Reporter",
        "persons who wrote the text, as printed; never a desk, a company or a code",
        Published(8, "Reporter", "Nama penulis berita sebagaimana tercetak."),
    )
    editor: Fact[Names] = _field(
        NAMES,
        "Editor",
        "persons who edited it, likewise",
        Published(9, "Editor", "Nama penyunting berita sebagaimana tercetak."),
    )
    views: Fact[int] = _field(
        kinds.COUNT,
        "Views",
        "how often the page said it had been read",
        Published(
            10,
            "Jumlah dibaca",
            "Jumlah dibaca yang tercetak saat halaman disimpan; tidak dapat dibandingkan antarmedia.",
        ),
    )
    source: Fact[str] = _field(TEXT, "Outlet", "name of the outlet", Published(12, "Media", "Nama media penerbit."))
    outlet: Fact[str] = _field(
        kinds.DOMAIN,
        "Domain of the outlet",
        "domain of the outlet, such as `beritajakarta.id`",
        Published(13, "Domain media", "Domain media penerbit."),
    )
    url: Fact[str] = _field(
        kinds.ADDRESS,
        "Address",
        "address of the article",
        Published(
            14, "Alamat asal", "Alamat berita aslinya di situs media.", rules={"pattern": "[Hh][Tt][Tt][Pp][Ss]?://.+"}
        ),
        2100,
    )
    agency: Fact[str] = _field(
        TEXT,
        "News agency",
        "wire service the text was taken from",
        Published(15, "Kantor berita", "Kantor berita yang disebut sebagai sumber naskah."),
    )
    photographer: Fact[str] = _field(
        TEXT,
        "Photographer",
        "person credited for a photo",
        Published(16, "Fotografer", "Nama pada kredit foto di halaman asal; fotonya tidak dimuat."),
    )
    election: Fact[str] = _field(
        TEXT,
        "Election",
        "id of a calendar in `content/elections`",
        Published(17, "Kode pemilihan", "Kode pemilihan, seperti dalam alamat halamannya."),
    )
    stage: Fact[str] = _field(
        TEXT,
        "Stage",
        "id of a stage of that calendar",
        Published(19, "Kode tahapan", "Kode tahapan, seperti dalam alamat halamannya."),
    )
    summary: str = _field(
        TEXT,
        "Summary",
        "the lead without its dateline, cut at a sentence within 280 characters, or at a word of a longer sentence",
        Published(22, "Ringkasan", "Pembuka berita yang dipersingkat; kata-katanya milik media penerbit."),
        TEXT_MOST,
        default="",
    )
    lang: str = _field(
        kinds.LANGUAGE,
        "Language",
        "language of the text, such as `id`",
        Published(21, "Bahasa", "Kode bahasa naskah, misalnya id atau en.", required=True),
        default="id",
    )
    saved: tuple[str, ...] = _field(
        NAMES,
        "Saved pages",
        "saved pages it was made from, below `content/saved`; the one it was read from comes first",
        limit=None,
        sidecar=False,
        default=(),
    )
    saved_on: Fact[datetime.date] = _field(
        DATE, "Day saved", "when the page was saved", Published(11, "Tanggal disimpan", "Hari halaman itu disimpan.")
    )
    removed: Mapping[str, int] = _field(
        kinds.COUNTS,
        "Removed",
        "what was taken out: each kind of noise with its number of lines",
        sidecar=False,
        default_factory=dict,
    )
    also: tuple[str, ...] = _field(
        kinds.LIST,
        "Copies",
        "copies of the text by other outlets, by id, at most 50",
        Published(27, "Dimuat juga", "Pengenal (id) salinan berita yang sama di media lain."),
        None,
        sidecar=False,
        default=(),
    )
    note: str | None = _field(
        TEXT,
        "Note",
        "a remark of the curator for readers, which the site prints before the text",
        Published(23, "Catatan", "Catatan pengelola kepada pembaca, misalnya bahwa naskahnya diceritakan ulang."),
        TEXT_MOST,
        default=None,
    )
    doubts: tuple[str, ...] = ()  # doubts that belong to no given fact: a date refused on purpose
    body: tuple[str, ...] = ()  # paragraphs; a line end inside one is a line end in print

    def facts(self) -> Iterator[tuple[str, Fact[Any]]]:
        """Each fact with its field name, in the order of the front matter."""
        return zip(FACTS, _FACTS_OF(self), strict=True)

    @property
    def basis(self) -> dict[str, str]:
        """What each fact rests on, by field name."""
        return {name: fact.basis for name, fact in self.facts() if fact.basis}

    @property
    def review(self) -> tuple[str, ...]:
        """All that a person should look at, the doubts about given facts first."""
        return (*(f"{name}: {fact.doubt}" for name, fact in self.facts() if fact.doubt), *self.doubts)


*_before, _note = [replace(one.metadata["field"], name=one.name) for one in fields(Article) if one.metadata]
FIELDS: tuple[Field, ...] = (  # in the order of the front matter
    *_before,
    Field(kinds.MAPPING, "Basis", "the origin of each field's value", sidecar=False, name="basis"),
    Field(kinds.LIST, "Review notes", "doubts a person should look at", name="review"),
    _note,
    Field(TEXT, "Stamp", "hash over facts and text, by which a hand edit is noticed", sidecar=False, name="stamp"),
)
FACTS: tuple[str, ...] = tuple(one.name for one in FIELDS if one.is_fact)
_FACTS_OF = attrgetter(*FACTS)
PEOPLE = ("reporter", "editor")

"""The table of fields: what we publish about one news article, every field once.

Made from it are the front matter and its order, what sidecars may say, what the site reads, the published data with
its dictionary, and the table in docs/fields.md. A new field is one entry here and the rule that finds it.
"""
# ruff: noqa: RUF009 - what _field() gives is a field of the dataclass

import datetime
import hashlib
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, dataclass, field, fields, replace
from operator import attrgetter
from typing import Any, Generic, TypeVar

from kliping.article import kinds
from kliping.article.kinds import Field, Kind, Published

ID = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,118}[a-z0-9])?")
TITLE_MOST = NAME_MOST = 300  # characters of a headline, of a name, and of a text whose field says nothing else
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
    words: str,
    data: Published | None = None,
    kind: Kind = kinds.TEXT,
    limit: int | None = NAME_MOST,
    sidecar: bool = True,
    told: str = "",
    **default: Any,
) -> Any:
    """An attribute that stands in the front matter: a Fact, or a plain value where it has a default of its own."""
    described = Field(words, kind, data, limit, sidecar, told, is_fact=not default)
    return field(**(default or {"default": NOTHING}), metadata={"field": described})


@dataclass(frozen=True, slots=True)
class Article:
    """The clean result of one saved page (or of several saves of one article): plain text only."""

    id: str = _field(
        "Id: name of the file and of the article's address; given once, it stays",
        Published(
            1,
            "Pengenal: Pengenal berita; tetap sama walaupun judul, tanggal, atau tahapannya dikoreksi.",
            required=True,
            rules={"unique": True, "pattern": ID.pattern.replace("?:", "")},
        ),
        sidecar=False,
        default=MISSING,
    )
    title: Fact[str] = _field(
        "Headline: as printed, without the site's name or a date that a dump put before it",
        Published(
            3,
            "Judul: Judul sebagaimana tercetak; bila halaman asal tidak berjudul, kata-kata pertama berita.",
            required=True,
        ),
        told="judul",
    )
    date: Fact[datetime.date] = _field(
        "Date: when it was published; failing that, when the thing it reports happened or was said",
        Published(
            5,
            "Tanggal: Tanggal terbit; bila tidak diketahui, hari peristiwa atau pernyataan yang disebut berita."
            " Asalnya ada di date_basis.",
        ),
        kinds.DATE,
        told="tanggal tgl",
    )
    reporter: Fact[Names] = _field(
        "Reporter: persons who wrote the text, as printed; never a desk, a company or a code",
        Published(8, "Reporter: Nama penulis berita sebagaimana tercetak."),
        kinds.NAMES,
        told="penulis wartawan",
    )
    editor: Fact[Names] = _field(
        "Editor: persons who edited it, likewise",
        Published(9, "Editor: Nama penyunting berita sebagaimana tercetak."),
        kinds.NAMES,
        told="penyunting redaktur",
    )
    views: Fact[int] = _field(
        "Views: how often the page said it had been read",
        Published(
            10, "Jumlah dibaca: Jumlah dibaca yang tercetak saat halaman disimpan; tidak dapat dibandingkan antarmedia."
        ),
        kinds.COUNT,
        told="dibaca dilihat",
    )
    source: Fact[str] = _field("Outlet: its name", Published(12, "Media: Nama media penerbit."), told="sumber media")
    outlet: Fact[str] = _field(
        "Domain: that of the outlet, such as `beritajakarta.id`",
        Published(13, "Domain media: Domain media penerbit."),
        kinds.DOMAIN,
        told="domain",
    )
    url: Fact[str] = _field(
        "Address: where the article stands on the outlet's site",
        Published(
            14, "Alamat asal: Alamat berita aslinya di situs media.", rules={"pattern": "[Hh][Tt][Tt][Pp][Ss]?://.+"}
        ),
        kinds.ADDRESS,
        limit=2100,
        told="alamat tautan",
    )
    agency: Fact[str] = _field(
        "News agency: wire service the text was taken from",
        Published(15, "Kantor berita: Kantor berita yang disebut sebagai sumber naskah."),
        told="kantor_berita",
    )
    photographer: Fact[str] = _field(
        "Photographer: person credited for a photo",
        Published(16, "Fotografer: Nama pada kredit foto di halaman asal; fotonya tidak dimuat."),
        told="fotografer",
    )
    election: Fact[str] = _field(
        "Election: id of a calendar in `content/elections`",
        Published(17, "Kode pemilihan: Kode pemilihan, seperti dalam alamat halamannya."),
        told="pemilihan",
    )
    stage: Fact[str] = _field(
        "Stage: id of a stage of that calendar",
        Published(19, "Kode tahapan: Kode tahapan, seperti dalam alamat halamannya."),
        told="tahapan",
    )
    summary: str = _field(
        "Summary: the lead without its dateline, cut at a sentence, or at a word of a long one, within 280 characters",
        Published(22, "Ringkasan: Pembuka berita yang dipersingkat; kata-katanya milik media penerbit."),
        limit=TEXT_MOST,
        told="ringkasan",
        default="",
    )
    lang: str = _field(
        "Language: code of the language of the text, such as `id`",
        Published(21, "Bahasa: Kode bahasa naskah, misalnya id atau en.", required=True),
        kinds.LANGUAGE,
        told="bahasa",
        default="id",
    )
    saved: Names = _field(
        "Saved pages: those it was made from, below `content/saved`; the one it was read from comes first",
        kind=kinds.PATHS,
        limit=None,
        sidecar=False,
        default=(),
    )
    saved_on: Fact[datetime.date] = _field(
        "Day saved: when the page was saved",
        Published(11, "Tanggal disimpan: Hari halaman itu disimpan."),
        kinds.DATE,
        told="disimpan tanggal_disimpan",
    )
    removed: Mapping[str, int] = _field(
        "Removed: each kind of noise with its number of lines", kind=kinds.COUNTS, sidecar=False, default_factory=dict
    )
    also: Names = _field(
        "Copies: the same text by other outlets, by id, at most 50",
        Published(27, "Dimuat juga: Pengenal (id) salinan berita yang sama di media lain."),
        kinds.LIST,
        sidecar=False,
        default=(),
    )
    note: str | None = _field(
        "Note: a remark of the curator for readers, which the site prints before the text",
        Published(23, "Catatan: Catatan pengelola kepada pembaca, misalnya bahwa naskahnya diceritakan ulang."),
        limit=TEXT_MOST,
        told="catatan",
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
    Field("Basis: the origin of each fact, by field", kinds.MAPPING, sidecar=False, name="basis"),
    Field("Review notes: doubts a person should look at", kinds.LIST, told="tinjau tinjauan", name="review"),
    _note,
    Field("Stamp: hash over facts and text, by which a hand edit is noticed", kinds.TEXT, sidecar=False, name="stamp"),
)
FACTS: tuple[str, ...] = tuple(one.name for one in FIELDS if one.is_fact)
_FACTS_OF = attrgetter(*FACTS)
PEOPLE = ("reporter", "editor")


def new_id(title: str | None, body: tuple[str, ...], outlet: str | None) -> str:
    """ASCII words of the headline (else of the lead) and six characters of a hash over outlet and headline."""
    text = title or body[0]
    ascii_text = unicodedata.normalize("NFKD", text[:TITLE_MOST]).encode("ascii", "ignore").decode()
    slug = ""
    for word in re.findall(r"[a-z0-9]+", ascii_text.casefold())[:12]:
        if len(slug) + len(word) > 60:
            break
        slug = f"{slug}-{word}".strip("-")
    mark = hashlib.sha256(f"{outlet or ''}\n{text}".encode()).hexdigest()[:6]
    return f"{slug}-{mark}" if slug else f"berita-{mark}"

"""What the cleaning half says in English codes, said to readers in Indonesian."""

import re
from collections.abc import Mapping

from kliping.article.fields import FIELDS

# Field -> its name for readers. Of election and stage the data publish the codes; pages show the names.
LABELS = {field.name: field.data.title if field.data else field.label for field in FIELDS if field.is_fact}
LABELS |= {"election": "Pemilihan", "stage": "Tahapan", "body": "Isi"}

_BASES = {
    "byline": "tertulis di baris penulis",
    "dateline": "disebut dalam isi berita",
    "weekday": "disimpulkan dari hari dan tahun yang disebut berita",
    "metadata": "tercatat dalam data halaman",
    "url": "tercantum dalam alamat halaman",
    "layout": "dikenali dari tata letak halaman",
    "label": "angka berlabel di halaman",
    "caption": "tertulis pada keterangan foto",
    "text": "disebut dalam isi berita",
    "credit": "disebut sebagai sumber naskah",
    "curator": "keterangan pengelola kliping",
    "date": "dipilih hanya menurut tanggal",
    "no words": "tidak ada kata yang menunjukkan tahapan",
    "terms: weak": "hanya sedikit kata yang menunjukkan tahapan",
    "no word of an election kept here": "tidak menyebut pemilihan yang dihimpun di sini",
}
_PLACES_OF_NAME = {"dateline": "disebut di awal berita", "byline": "tertulis di baris penulis"}

_DOUBTS = (
    (r"(\d+) names are printed, more than make one article", r"tercetak \1 nama, terlalu banyak untuk satu berita"),
    (r"printed (.+) was a (\w+)", r"tertulis \1, padahal hari itu \2"),
    (r"printed (.+) lies after the vote it looks forward to", r"tertulis \1, sesudah pemungutan suara yang dinantikan"),
    (r"lies after the vote it looks forward to", "sesudah pemungutan suara yang dinantikan berita"),
    (r"(\w+) and (\w+) weigh nearly the same", r"\1 dan \2 hampir sama kuat"),
    (
        r"(\w+) tells it better, but this calendar has no such stage",
        r"lebih tepat \1, tetapi kalender ini tidak memuatnya",
    ),
    (r"few words tell the stage", "hanya sedikit kata yang menunjukkan tahapan"),
    (r"no words tell the stage; chosen by date alone", "tahapan dipilih menurut tanggal; tidak ada kata penunjuknya"),
    (r"no words and no date tell the stage", "tidak ada kata atau tanggal yang menunjukkan tahapan"),
    (
        r"no election is named; the nearest vote is taken",
        "pemilihannya tidak disebut; dipilih yang hari pemungutan suaranya terdekat",
    ),
    (r"no year is printed", "berita tidak menyebut tahun"),
    (r"pages? (\d+(?:-\d+)?) of (\d+) only", r"hanya halaman \1 dari \2"),
    (r"one page of (\d+) only", r"hanya satu dari \1 halaman"),
    (r"page (\d+) only(?:; the article goes on)?", r"hanya halaman \1 yang tersimpan"),
    (r"one page only; the article goes on", "hanya satu halaman yang tersimpan"),
    (r"text is cut: ends in mid-sentence", "naskah terpotong di tengah kalimat"),
    (r"text is cut: shorter than its reading time", "naskah terpotong; waktu bacanya lebih lama"),
    (r"text is cut: ends in dots", "naskah terpotong"),
    (r"text is cut: the rest is for subscribers", "naskah terpotong; selebihnya khusus pelanggan"),
    ("(\\d+) characters? (?:was|were) lost; .+ as (\ufffd)", r"\1 karakter hilang, tertulis sebagai \2"),
    (r"signs such as “(.+)” were read in a wrong encoding", r"memuat tanda seperti “\1” akibat salah baca pengodean"),
)

_KINDS = {
    "advert": "iklan",
    "caption": "keterangan foto",
    "comments": "kolom komentar",
    "cookies": "pemberitahuan kuki",
    "debris": "sisa tata letak",
    "deck": "anak judul",
    "error": "pesan galat",
    "login": "formulir masuk",
    "navigation": "menu",
    "paywall": "ajakan berlangganan",
    "photo": "penghitung foto",
    "picture": "sisa gambar",
    "popular": "berita populer",
    "promotion": "promosi",
    "pull_quote": "kutipan sorotan",
    "related": "berita terkait",
    "robot": "pemeriksaan peramban",
    "script": "sisa skrip",
    "share": "tombol bagikan",
    "site": "kotak situs",
    "source": "sumber salinan",
    "summary": "ringkasan butir",
    "tags": "tag",
    "ticker": "judul berjalan",
    "video": "ajakan menonton video",
}

_INFERRED = ("dateline", "weekday", "url", "metadata")


def basis(field: str, code: str) -> str:
    """What a fact rests on, as a reader reads it."""
    if field in ("source", "outlet") and code in _PLACES_OF_NAME:
        return _PLACES_OF_NAME[code]
    if code in _BASES:
        return _BASES[code]
    named = re.fullmatch(r"names (.+), but of no calendar kept here", code)
    if named:
        return f"menyebut {named[1]}, tetapi bukan pemilihan yang dihimpun di sini"
    if code.startswith("terms: "):
        terms, _, window = code.removeprefix("terms: ").partition("; ")
        quoted = ", ".join(f"“{term}”" for term in terms.split(", "))
        return f"memuat kata {quoted}" + (
            "; tanggalnya dalam masa tahapan ini" if window == "date inside its window" else ""
        )
    return code


def inferred(code: str | None) -> str | None:
    """What an inferred date rests on; None for a date that is printed as such."""
    return _BASES[code] if code in _INFERRED else None


def doubt(text: str, names: Mapping[str, str]) -> str:
    """A review note in Indonesian, stage ids by their names; one written by a person stays as it is."""
    field, colon, said = text.partition(": ")
    if not colon or field not in LABELS:
        field, said = "", text
    for pattern, wording in _DOUBTS:
        found = re.fullmatch(pattern, said)
        if found:
            said = found.expand(wording)
            said = re.sub(r"\w+", lambda word: names.get(word[0], word[0]), said)
            break
    return f"{LABELS[field]}: {said}" if field else said


def kind(code: str) -> str:
    """A kind of noise; one that a profile added stays as it is."""
    return _KINDS.get(code, code)

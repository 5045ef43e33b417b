"""One hostile input, and the pages we write around a trap: sentences of our own, invented persons."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

# What must come of an input: an article, a name in the report, one of both, or nothing, for it is no page.
ARTICLE, NAMED, EITHER, PASSED = "article", "named", "either", "passed"
ROOT = "@ROOT@"  # stands for the project's folder until an input is written
SECRET = "kunci-kenari-7f3a91"  # noqa: S105 - stands in files that no page may show
KENA = "window.kena=1"  # what each payload would do in a browser

_WHO = (
    "Petugas gudang,Relawan kebersihan,Pengawas kecamatan,Panitia kelurahan,Anggota regu jaga,Sopir truk,Juru catat,"
    "Ketua rukun warga,Pemilik warung,Guru sekolah dasar,Penjaga pintu,Kelompok ronda,Mahasiswa magang,Operator mesin"
).split(",")
_DOES = (
    "memeriksa ulang,memindahkan,menghitung kembali,menyusun,mencatat,membungkus rapi,menandai,menyimpan,"
    "mengangkut,membersihkan,menyerahkan,memotret,menunda pengiriman,menyegel"
).split(",")
_WHAT = (
    "kotak kardus biru,lembar contoh,segel plastik,meja lipat,tenda pos,daftar hadir,spanduk lama,lampu cadangan,"
    "papan petunjuk,karung goni,kursi pinjaman,tinta ungu,bilik kayu,gembok kecil"
).split(",")
_WHERE = (
    "Melati,Kenanga,Seroja,Cempaka,Anggrek,Teratai,Dahlia,Kamboja,Flamboyan,Bugenvil,Alamanda,Wijayakusuma,"
    "Kaktus,Sedap Malam,Soka,Lavender"
).split(",")
_WHEN = "sejak subuh,menjelang siang,sesudah hujan reda,pada sore hari,sampai larut malam,sebelum apel pagi".split(",")
_WHY = (
    "supaya tidak ada yang tercecer,karena jadwalnya dimajukan,menurut kesepakatan rapat,tanpa menunggu perintah,"
    "sebab ruangannya sempit,agar mudah diperiksa,walaupun hujan deras,sambil menunggu giliran"
).split(",")


@dataclass(frozen=True)
class Input:
    """A file name below the saved pages, what is put there, and what must come of it.

    `data` is the file's bytes, or a function that puts something else at the path it is given. All of `words` must
    stand in the text of the article's page, `fate` telling that there is one.
    """

    name: str
    data: bytes | Callable[[Path], None]
    fate: str = EITHER
    words: tuple[str, ...] = ()
    also: tuple[str, ...] = ()  # further saved pages that the function puts there, of which each must be accounted for

    def put(self, saved: Path, root: Path) -> None:
        """Put it into the folder of saved pages of a project."""
        path = saved / self.name
        path.parent.mkdir(parents=True, exist_ok=True)
        if callable(self.data):
            self.data(path)
        else:
            path.write_bytes(self.data.replace(ROOT.encode(), str(root).encode()))


def sentences(seed: str, count: int = 6) -> list[str]:
    """Sentences that no other seed gives, so that no two pages are taken for one article."""
    dice = random.Random(seed)  # noqa: S311 - the same each time
    columns = [dice.sample(column, count) for column in (_WHO, _DOES, _WHAT, _WHERE)]
    found = []
    for who, does, what, where in zip(*columns, strict=True):
        number = dice.randrange(11, 9_900)
        end = f"{dice.choice(_WHEN)} {dice.choice(_WHY)}"
        found.append(f"{who} {does} {number} {what} di balai {where} {end}.")
    return found


def headline(seed: str) -> str:
    dice = random.Random(f"judul {seed}")  # noqa: S311
    who, where = dice.choice(_WHO).title(), dice.choice(_WHERE)
    return f"{who} di {where} Rapikan {dice.randrange(20, 9_900)} {dice.choice(_WHAT).title()}"


def opening(seed: str) -> str:
    """The lead, by which an article is placed."""
    where = random.Random(f"tempat {seed}").choice(_WHERE)  # noqa: S311
    return f"CONTOHBERITA.ID, JAKARTA - Persiapan Pilgub Jakarta 2024 di balai {where} dilanjutkan, Kamis (24/10/2024)."


def text(
    seed: str,
    *traps: str,
    title: str | None = None,
    reporter: str = "Rara Contoh",
    day: str = "Kamis, 24 Oktober 2024 10:15 WIB",
) -> str:
    """A text page in which the traps are paragraphs between others."""
    body = sentences(seed)
    head = [headline(seed) if title is None else title, f"{day}\nPenulis: {reporter}", opening(seed)]
    return "\n\n".join([*head, *body[:3], *traps, *body[3:]]) + "\n"


def html(seed: str, *traps: str, title: str | None = None, head: str = "", before: str = "", article: str = "") -> str:
    """An HTML page in which the traps are paragraphs (of markup) between others."""
    body = sentences(seed)
    shown = headline(seed) if title is None else title
    paragraphs = "\n".join(f"<p>{line}</p>" for line in [opening(seed), *body[:3], *traps, *body[3:]])
    return f"""<!DOCTYPE html>
<html lang="id"><head><meta charset="utf-8"><title>{shown} - Contoh Berita</title>
<meta property="og:site_name" content="Contoh Berita">{head}</head>
<body>{before}<article><h1>{shown}</h1>
<p class="byline">Penulis: Rara Contoh</p><p class="date">Kamis, 24 Oktober 2024 10:15 WIB</p>
<div class="article-body">{paragraphs}</div>{article}</article></body></html>
"""


def texts(kind: str, traps: Iterable[tuple[str, str]], fate: str = ARTICLE) -> list[Input]:
    """Text pages of one kind from (name, trap); where there is an article, each of its sentences must stand in it."""
    found = []
    for name, trap in traps:
        seed = f"{kind} {name}"
        lines = [line for line in trap.split("\n") if re.search(r"\w", line)]  # a rule or a row of signs is no word
        words = (*lines, *sentences(seed), headline(seed))
        found.append(Input(f"{kind}/{name}.txt", text(seed, trap).encode(), fate, words))
    return found


def shown(markup: str) -> str:
    """Words as HTML that shows exactly these."""
    return markup.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def good() -> dict[str, bytes]:
    """The good articles, by name of their saved page."""
    pages = {f"baik/{n}.txt": text(f"baik {n}").encode() for n in range(3)}
    return pages | {f"baik/{n}.html": html(f"baik {n}").encode() for n in range(3, 5)}

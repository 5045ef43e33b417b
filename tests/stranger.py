"""Invented pages about one governor's election, in ten layouts, and what else lies in a curator's folder."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

NAV = '<nav><a href="/">Beranda</a> <a href="/politik">Politik</a> <a href="/bola">Olahraga</a></nav>'
MORE = '<aside><h3>Baca juga</h3><ul><li><a href="/a">Harga cabai turun</a></li></ul></aside>'
FOOT = "<footer>Tentang kami | Pedoman media siber</footer>"


class Story(NamedTuple):
    """What a page tells."""

    title: str
    day: str
    iso: str
    lead: str
    outlet: str

    @property
    def paragraphs(self) -> list[str]:
        """The text; each story has sentences of its own."""
        topic = self.title.split()[-1]
        return [
            self.lead,
            f"Kegiatan di {topic} itu diikuti wakil dari {len(self.title)} kecamatan dan disaksikan pengawas sampai sore.",
            f"Panitia mencatat setiap berkas tentang {self.title.lower()} dalam berita acara yang ditandatangani bersama.",
            f"Warga dapat melihat hasilnya di papan pengumuman {self.outlet} mulai pekan depan.",
        ]

    @property
    def html(self) -> str:
        """The text as paragraphs."""
        return "".join(f"<p>{one}</p>\n" for one in self.paragraphs)


def page(head: str, body: str) -> str:
    return f'<!doctype html><html lang="id"><head><meta charset="utf-8">{head}</head><body>{body}</body></html>'


def og(story: Story) -> str:
    return (
        f'<title>{story.title}</title><meta property="og:title" content="{story.title}">'
        f'<meta property="og:site_name" content="{story.outlet}">'
        f'<meta property="article:published_time" content="{story.iso}T08:00:00+07:00">'
    )


def linked(story: Story) -> str:
    facts = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": story.title}
    facts |= {
        "datePublished": f"{story.iso}T10:00:00+07:00",
        "publisher": {"@type": "Organization", "name": story.outlet},
    }
    return f'<title>{story.title}</title><script type="application/ld+json">{json.dumps(facts)}</script>'


LAYOUTS: dict[str, Callable[[Story], str]] = {
    "dump.txt": lambda s: "\n\n".join(["Menu\nBeranda", f"{s.title}\n\n{s.day} 10:15 WIB\nPenulis: Rara Contoh", *s.paragraphs, "Bagikan"]),
    "pesan.txt": lambda s: "\n\n".join([s.title, f"{s.day} 09:00 WIB", *s.paragraphs, "Penulis: Sari Teladan\nEditor: Tono Misal"]),
    "artikel.html": lambda s: page(og(s), f"{NAV}<article><h1>{s.title}</h1><p>Oleh Rara Contoh | {s.day}</p>{s.html}</article>{MORE}{FOOT}"),
    "wordpress.html": lambda s: page(og(s), f'{NAV}<h1 class="entry-title">{s.title}</h1><time datetime="{s.iso}">{s.day}</time><div class="entry-content">{s.html}</div>{MORE}'),
    "data.html": lambda s: page(linked(s), f"{NAV}<h1>{s.title}</h1><div>{s.html}</div>{FOOT}"),
    "kotak.html": lambda s: page(f"<title>{s.title}</title>", f'<div>{NAV}</div><div class="jdl"><h1>{s.title}</h1></div><div class="tgl">{s.day} | 14:20 WIB</div><div class="isi">{s.html}</div>{MORE}'),
    "tabel.html": lambda s: page(og(s), f"<table><tr><td>{NAV}</td></tr><tr><td><h2>{s.title}</h2><small>{s.day}</small>{s.html}</td></tr></table>"),
    "kepala.html": lambda s: page(og(s), f"{NAV}<main><h1>{s.title}</h1>{s.html}</main>{FOOT}"),
    "bagian.html": lambda s: page(og(s), f"{NAV}<section><header><h1>{s.title}</h1><p>{s.day}</p></header><section>{s.html}</section></section>{FOOT}"),
    "amp.html": lambda s: page(og(s), f'<article class="post"><h1>{s.title}</h1><p class="meta">{s.day}</p>{s.html}</article>'),
}  # fmt: skip

STORIES = [
    Story("KPU Jabar Tetapkan Daftar Pemilih Tetap Pilgub Garut", "Jumat, 20 September 2024", "2024-09-20", "KPU Jawa Barat menetapkan daftar pemilih tetap Pilgub Jawa Barat 2024, Jumat (20/9/2024).", "Warta Priangan"),
    Story("Masa Tenang Pilgub Jabar, Alat Peraga Diturunkan di Depok", "Minggu, 24 November 2024", "2024-11-24", "Petugas menurunkan alat peraga kampanye Pilgub Jawa Barat 2024 di Depok, Minggu (24/11/2024).", "Depok Kini"),
    Story("Coklit Pilgub Jabar Rampung di Sumedang", "Rabu, 24 Juli 2024", "2024-07-24", "Pencocokan dan penelitian data pemilih Pilgub Jawa Barat 2024 rampung di Sumedang, Rabu (24/7/2024).", "Kabar Pasundan"),
    Story("Bawaslu Jabar Awasi Kampanye Terbuka Calon Gubernur di Bogor", "Kamis, 10 Oktober 2024", "2024-10-10", "Bawaslu Jawa Barat mengawasi kampanye terbuka Pilgub Jawa Barat 2024 di Bogor, Kamis (10/10/2024).", "Lensa Jabar"),
    Story("Logistik Pilgub Jawa Barat Tiba di Cirebon", "Sabtu, 2 November 2024", "2024-11-02", "Surat suara dan kotak suara Pilgub Jawa Barat 2024 tiba di gudang Cirebon, Sabtu (2/11/2024).", "Suara Pesisir"),
    Story("Debat Publik Pilgub Jabar Digelar di Bandung", "Jumat, 25 Oktober 2024", "2024-10-25", "KPU Jawa Barat menggelar debat publik Pilgub Jawa Barat 2024 di Bandung, Jumat (25/10/2024).", "Harian Teladan"),
    Story("Pemungutan Suara Pilgub Jabar Lancar di Bekasi", "Rabu, 27 November 2024", "2024-11-27", "Pemungutan suara Pilgub Jawa Barat 2024 berjalan lancar di Bekasi, Rabu (27/11/2024).", "Bekasi Contoh"),
    Story("Rekapitulasi Pilgub Jabar Dimulai di Sukabumi", "Kamis, 5 Desember 2024", "2024-12-05", "Rekapitulasi penghitungan suara Pilgub Jawa Barat 2024 dimulai di Sukabumi, Kamis (5/12/2024).", "Mimbar Contoh"),
    Story("KPU RI Umumkan Jadwal Pilkada Serentak Nasional", "Selasa, 30 Januari 2024", "2024-01-30", "KPU RI mengumumkan jadwal Pilkada Serentak 2024 yang berlaku bagi seluruh daerah, Selasa (30/1/2024).", "Nusantara Contoh"),
    Story("Anggota PPK Pilgub Jabar Dilantik di Cianjur", "Kamis, 16 Mei 2024", "2024-05-16", "KPU Jawa Barat melantik anggota panitia pemilihan kecamatan untuk Pilgub Jawa Barat 2024, Kamis (16/5/2024).", "Gema Misal"),
]  # fmt: skip
WHOLE = "bagian.html"  # is about the whole, of which the governor's election is a part


def others() -> Iterator[tuple[str, bytes]]:
    """Name and bytes of what gives no article: two clippings of other kinds, a list, a picture, and leftovers."""
    yield "pindai.pdf", b"%PDF-1.4\n"
    yield "simpan.mhtml", b"MIME-Version: 1.0\n"
    links = "".join(
        f'<li><a href="/b{number}">{story.title}</a> {story.day}</li>' for number, story in enumerate(STORIES * 2)
    )
    yield (
        "daftar.html",
        page("<title>Indeks Berita</title>", f"{NAV}<h1>Indeks Berita</h1><ul>{links}</ul>{FOOT}").encode(),
    )
    yield "foto.jpg", b"\xff\xd8\xff"
    yield "._dump.txt", b"\0\5\x16\7"


def put(folder: Path) -> None:
    """Write all of it into a folder."""
    folder.mkdir(parents=True)
    for (name, layout), story in zip(LAYOUTS.items(), STORIES, strict=True):
        (folder / name).write_text(layout(story), encoding="utf-8")
    for name, data in others():
        (folder / name).write_bytes(data)

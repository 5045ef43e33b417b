"""Which pages list articles and which are one article, however much stands around it. Pages in their real forms."""

from __future__ import annotations

import pytest

from kliping.extract import index_pages
from kliping.extract.layout import lay_out
from kliping.formats import text
from kliping.outlets.profile import Profile
from kliping.outlets.vocabulary import generic_words

GENERIC = Profile(generic_words())

# (headline, day, teaser, place, second sentence)
NEWS = [
    ("Gudang Logistik di Kelurahan Melati Kebanjiran Semalam", "Rabu, 5 Juni 2024 10:15 WIB",
     "Air setinggi lutut masuk ke gudang tempat kotak suara disimpan sejak pekan lalu.", "JAKARTA"),
    ("Warga Kampung Kenanga Gelar Lomba Baca Daftar Pemilih", "Selasa, 4 Juni 2024 16:40 WIB",
     "Lomba itu diikuti empat puluh kepala keluarga yang namanya sempat tercecer.", "DEPOK"),
    ("PPS Muara Teratai Buka Posko di Atas Perahu Nelayan", "Selasa, 4 Juni 2024 09:05 WIB",
     "Posko terapung melayani nelayan yang baru pulang melaut menjelang siang hari.", "TANGERANG"),
    ("Bendahara Panitia Anyelir Kembalikan Sisa Uang Makan", "Senin, 3 Juni 2024 20:11 WIB",
     "Sisa uang makan petugas dikembalikan lengkap dengan struk warung nasi langganan.", "BEKASI"),
    ("Petugas Coklit Cempaka Pakai Sepeda Tua Keliling Kampung", "Senin, 3 Juni 2024 08:30 WIB",
     "Sepeda tua dipilih karena gang di kampung itu terlalu sempit untuk motor.", "BOGOR"),
    ("Relawan Dahlia Terjemahkan Poster Pemilihan ke Huruf Braille", "Minggu, 2 Juni 2024 13:00 WIB",
     "Poster itu dicetak timbul di percetakan kecil milik seorang guru sekolah luar biasa.", "BANDUNG"),
]  # fmt: skip
MORE = [
    "Ketua panitia menyebut seluruh barang sudah dipindahkan ke lantai dua sebelum subuh.",
    '"Kami begadang bersama warga, untung tidak ada yang basah," ujar Galuh Prameswari.',
    "Pemeriksaan lanjutan dijadwalkan sesudah air surut dan listrik menyala kembali.",
]
LONG = (
    "KPU Kota {0} bersama panitia kecamatan memeriksa satu per satu kardus yang tiba di gudang pada Rabu (5/6). "
    "Pemeriksaan dimulai pukul delapan pagi dan baru rampung menjelang magrib karena listrik padam dua kali. "
    "Ketua KPU Kota {0}, Teguh Wiratmoko, meminta petugas mencatat setiap segel yang retak di buku besar. "
    "Ia berharap tidak ada lagi kardus yang diletakkan langsung di lantai. Kegiatan itu dihadiri pula oleh "
    "perwakilan kecamatan, petugas keamanan gudang, serta dua orang pemantau dari karang taruna setempat."
)


def each(*form: str, count: int = len(NEWS)) -> list[str]:
    """The lines of a list: a form with {title}, {day}, {teaser}, {place} and {long} for each of the news."""
    lines = []
    for title, day, teaser, place in NEWS[:count]:
        values = {"title": title, "day": day, "teaser": teaser, "place": place, "long": LONG.format(place.title())}
        lines += [line.format(**values) for line in form]
    return lines


LISTS = {
    "an index with day and teaser": ["Indeks", "Berita", *each("{title}", "{day}", "{teaser}")],
    "a tag page with ages": ["Pilkada 2024", *each("MEGAPOLITAN", "{title}", "3 jam yang lalu", "{teaser}", count=4)],
    "ages behind the teasers, in English": ["Latest", *each("{title}", "{teaser} ...", "15 hours ago", count=3)],
    "an archive with buttons": ["Arsip Bulanan", *each("{title}", "{teaser}", "Baca Selengkapnya")],
    "an archive with `Read more`": each("{title}", "{teaser}", "Read more"),
    "teasers with their headlines twice": each("{title}", "{title}", "{teaser} Selain itu, ia juga […]"),
    "teasers that break off": each("{title}", "Menurut warga, {teaser} Untuk mencegahnya, ia lalu...", count=4),
    "teasers alone, that break off": each("Menurut warga, {teaser} Untuk mencegahnya, ia lalu....."),
    "teasers alone, under their name": ["Kumpulan Berita", *each("{teaser}", count=5)],
    "headlines and teasers alone": ["Berita", *each("{title}", "{teaser}")],
    "a page of short news": ["Berita Terkini", "", *each("{title}", "", "{long}", "", count=3)],
    "two short news, the second cut off": ["Berita Terkini", *each("{title}", "{long}", count=2)[:-1], LONG[:330]],
    "opinions with their counts": [
        "Opini", *(line for i in range(3) for line in (str(150 + i), NEWS[i][0], f"Oleh: Damar {LONG.format(NEWS[i][3])}"))
    ],
    "a section of whole articles": each("{title}", "{place}, CONTOHKABAR.COM - {teaser}", *MORE, count=3),
    "whole articles, their headlines lost": [
        line for _, _, teaser, _ in NEWS[:3] for line in (f"JAKARTA – {teaser}", *MORE, "(*/Dmr)")
    ],
    "two whole articles under a tag": ["Tag: kotak suara", *each("{title}", "{place} – {teaser}", *MORE, count=2)],
    "a home page": [title for title, *_ in NEWS[:3]]
    + [*each("{title}", "{teaser}", count=1)]
    + [f"Kabar {title}" for title, *_ in NEWS] + ["Tentang Kami", "Pedoman Media Siber"],
    "a home page with some teasers": [
        *(line for i in "1234" for line in each(f"Kabar {i} {{title}}")[:5]), *each("{title}", "{teaser}", count=3),
        *each("Sekali Lagi {title}"), *each("Kabar Lain {title}"),
    ],
    "headlines with days": each("{title}", "{day}"),
    "headlines with days, and the foot of the site": [
        *each("{title}", "{day}"), *each("Lagi {title}", "{day}"), "Redaksi kami menerima surat pembaca setiap hari kerja.",
    ],
}  # fmt: skip

LEAD = "Kotak suara di gudang Kelurahan Melati dipindahkan ke lantai dua karena air terus naik."
TITLE = "Kotak Suara Kelurahan Melati Naik ke Lantai Dua"
ARTICLES = {
    "related news behind an end mark": [TITLE, LEAD, "Berita Terkait", *each("{title}", "{day}", "{teaser}")],
    "related news behind no mark at all": [TITLE, LEAD, *MORE, *each("{title}", "{day}", "{teaser}", count=3)],
    "one paragraph with a dateline, and related news": [
        TITLE, "Rabu, 5 Juni 2024 11:00 WIB", f"JAKARTA, CONTOHKABAR.COM - {LEAD}", *each("{title}", "{day}", "{teaser}"),
    ],
    "one paragraph with a reporter, and related news": [
        TITLE, "Penulis: Galuh Prameswari", "Rabu, 5 Juni 2024 11:00 WIB", LEAD, *each("{title}", "{day}", "{teaser}"),
    ],
    "a ticker above": [*[title for title, *_ in NEWS], TITLE, "Rabu, 5 Juni 2024 11:00 WIB", LEAD, *MORE],
    "a live report with bullets": [
        "Malam Pemindahan Kotak Suara", *(line for t, _, p, _ in NEWS for line in (f"• {t}", "22:18", p)),
    ],
    "a live report without": [
        "Live Report: Malam Pemindahan Kotak Suara Kelurahan Melati",
        *(line for t, _, p, _ in NEWS for line in (t, "22:18 WIB", "5 Juni 2024", p)),
    ],
    "five facts with numbers": [
        "5 Fakta Gudang Melati", LEAD, *(line for i, (t, _, p, _) in enumerate(NEWS) for line in (f"{i + 1}. {t}", p)),
    ],
    "five facts without": ["5 Fakta Gudang Kelurahan Melati", LEAD, *each("{title}", "{teaser}", count=5)],
    "a round-up with links": [
        "Lima Berita Terpopuler Pekan Ini", LEAD,
        *(line for i, (t, _, p, _) in enumerate(NEWS) for line in (f"{i + 1}. {t}", p, "Baca berita selengkapnya di sini")),
    ],
    "subheadings": [TITLE, LEAD, MORE[0], "Dipindahkan Semalam", *MORE, "Menunggu Air Surut", MORE[0], "Langkah Berikutnya", MORE[2]],
    "long subheadings, a paragraph each": [TITLE, LEAD, *each("{title}", "{teaser}", count=3)],
    "an interview": [
        "Teguh Wiratmoko dan Gudang yang Kebanjiran", LEAD,
        *(line for q in "Pagi Siang Sore Malam Besok Lusa".split() for line in (f"Apa yang Anda Kerjakan pada Waktu {q} Hari?", MORE[0])),
    ],
    "a schedule": [TITLE, LEAD, *(f"{i}. Pemeriksaan kotak tahap {i}: {i}-{i + 2} Juni 2024" for i in range(1, 9))],
    "a table": [TITLE, LEAD, *(f"Kelurahan {title.split()[-1]} {i}.20{i}" for i, (title, *_) in enumerate(NEWS, 1))],
    "photos": [TITLE, *(line for i, (_, _, p, _) in enumerate(NEWS, 1) for line in (f"Foto {i} dari 6", p))],
    "one of the short news": ["Berita Terkini", "150", NEWS[0][0], LONG],
    "one of the short news, with a subheading": ["Berita Terkini", NEWS[0][0], LONG, NEWS[1][0], MORE[0]],
    "two long parts that each name a day": [NEWS[0][0], LONG.format("Melati"), NEWS[1][0], LONG.format("Kenanga")],
    "teasers above, and a list's name": [
        "Headline", NEWS[0][2], NEWS[1][2], "Kumpulan Berita Pilkada", f"KELURAHAN Melati sibuk. {LEAD}", *MORE,
    ],
    "a menu above, and a day in words of its own": [
        "Kumpulan Berita", TITLE, "Terbit Rabu, 5 Juni 2024 dan diperbarui lagi sesudahnya", LEAD, *(p for _, _, p, _ in NEWS),
    ],
    "a category above": ["Indeks Berita", "Kategori: Pilkada", TITLE, LEAD, *(p for _, _, p, _ in NEWS)],
}  # fmt: skip


def why(lines: list[str]) -> str | None:
    return index_pages.refusal(lay_out(text.read("\n".join(lines).encode()), GENERIC))


@pytest.mark.parametrize("lines", LISTS.values(), ids=LISTS.keys())
def test_a_page_that_lists_articles_is_none(lines):
    assert why(lines) == "is a list of articles; save each article on its own"


@pytest.mark.parametrize("lines", ARTICLES.values(), ids=ARTICLES.keys())
def test_an_article_is_no_list_whatever_stands_in_and_around_it(lines):
    assert why(lines) is None

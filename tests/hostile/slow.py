"""Pages made to keep a reader busy or to fill its memory. None may cost more than its time, and each is named."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable

from .inputs import html, sentences, text

KB = 1_000
SIZE = 300 * KB  # bytes of a page that is small to look at
LINE = 199 * KB  # characters; a longer line is rejected for its length alone

_MARK = html("lambat", "@JEBAKAN@")
_TEXT = text("lambat", "@JEBAKAN@")
_P = f"<p>{sentences('lambat isi')[0]}</p>"


def _in_html(trap: str) -> bytes:
    return _MARK.replace("@JEBAKAN@", trap).encode()


def _in_text(trap: str) -> bytes:
    return _TEXT.replace("@JEBAKAN@", trap).encode()


def _times(piece: str, size: int = SIZE) -> str:
    return piece * (size // len(piece))


def _nested(tag: str, count: int = 0) -> str:
    count = count or SIZE // (len(tag) + 2)
    return f"<{tag}>" * count + "dalam"


def _tables() -> str:
    return "<table><tr><td>" * 8_000 + "dalam"


def _linked(depth: int) -> str:
    inside = '{"@graph":[' * depth + json.dumps({"@type": "NewsArticle", "headline": "Dalam"}) + "]}" * depth
    return f'<script type="application/ld+json">{inside}</script>'


_REPEATED = {  # in HTML
    "pformat": "<p><b><i>",
    "tautan-rusak": "<a ",
    "kurang": "<",
    "kurang-seru": "<!",
    "kurang-tanya": "<?",
    "kurang-garis": "</",
    "atribut-rusak": "<p a='",
    "entitas": "&amp;",
    "entitas-rusak": "&#x",
    "entitas-nama": "&CounterClockwiseContourIntegral;",
    "entitas-lapis": "&amp;amp;lt;",
    "judul": "<h1>Judul Lagi</h1>",
    "judul-dua": "<h2>Reporter: Rara Contoh</h2>",
    "tautan": "<a href='/x'>Baca juga: berita lain</a>",
    "tautan-baris": "<li><a href='/berita/1'>Warga Melati Antre Beras di Balai</a></li>",
    "baris-baru": "<br>",
    "teks-br": "Warga antre.<br><br>",
    "kotak": "<div class='date'>24/10/2024</div>",
    "penulis": "<span class='author'>Rara Contoh</span>",
    "keterangan": "<figure><figcaption>Foto: Rara Contoh</figcaption></figure>",
    "meta": "<meta property='og:title' content='Judul'>",
    "meta-tanggal": "<meta property='article:published_time' content='2024-10-24T10:00:00+07:00'>",
    "waktu": "<time datetime='2024-10-24'>24 Oktober 2024</time> ",
    "skrip": "<script>x</script>",
    "ld": '<script type=\'application/ld+json\'>{"@type":"NewsArticle"}</script>',
    "isi": _P,
    "artikel": f"<article>{_P}</article>",
    "artikel-dalam": f"<article><h1>Judul Dalam</h1>{_P}",
    "tabel-sel": "<table><td><table><tr>",
    "tabel-teks": "<table>x",
    "pilih": "<select><option>x",
    "ruby": "<ruby><rt><rp>",
    "badan": "<body class=x>",
    "bingkai": "<frameset><frame>",
    "templat": "<template>",
}
_NESTED = "div span b i u font table ul li a svg math section article blockquote p em strong center form h1 q small nobr x-y".split()
_KILLERS = {  # in text, on one line
    "kurung": "[", "gambar": "![", "tautan": "[a](", "kurung-bulat": "(", "tebal": "*a_", "bintang": "**", "garis": "_a",
    "tik": "`", "kurang": "<a ", "kurang-b": "<b", "garis-miring": "\\", "dan": "&", "entitas": "&#", "kapital": "A", "kapital-spasi": "A B ",
    "kapital-kata": "KATA ", "titik": ".", "titik-spasi": ". ", "pisah": "-", "pisah-spasi": " - ", "panjang": "— ", "kutip": '"',
    "kutip-buka": "“", "kutip-kata": "“a” ", "petik": "'", "titik-dua": ":", "titik-dua-kata": "a: ", "koma": ",", "koma-nama": "Rara, ", "a-a": "a a ", "spasi": "a" + " " * 200,
    "angka": "7", "angka-spasi": "7 ", "angka-titik": "1.", "tanggal": "24/10/", "tanggal-penuh": "24/10/2024 ", "tanggal-kata": "24 Oktober ",
    "hari": "Kamis, ", "jam": "10:15 ", "jam-rusak": "10:", "tahun": "2024 ", "nama": "Rara Contoh ", "inisial": "R. ", "gelar": "Dr. H. ", "label": "Reporter: ",
    "label-nama": "Penulis: Rara Contoh | ", "editor": "Editor/", "foto": "(Foto: ", "foto-tutup": "(foto/", "kode": "(abc/", "kode-tutup": "(rc/tt) ",
    "baca": "Baca juga: ", "kota": "JAKARTA, ", "kota-pisah": "JAKARTA - ", "media": "CONTOHBERITA.ID ", "alamat": "https://a.b/", "www": "www.", "surel": "a@", "tagar": "#a ",
    "garis-tegak": "| ", "garis-tegak-kata": "a | ", "kali": "dibaca 7 kali ", "dilihat": "1.", "panah": "> ", "persen": "%2e", "hub": "-" * 50 + "a",
    "gabung": "e\u0301", "zwj": "👩\u200d", "arab": "ﷺ", "nbsp": "\u00a0", "emoji": "😀", "tak-tampak": "\u200b", "pemilu": "Pilgub Jakarta 2024 ", "kpu": "KPU ",
}  # fmt: skip
_LINES = {  # in text, a line each
    "label": "Reporter: Rara Contoh", "penulis": "Penulis:", "editor": "Editor: Tono Teladan", "tanggal": "Kamis, 24 Oktober 2024", "tanggal-jam": "24/10/2024 10:15 WIB",
    "baca": "Baca juga: Warga Melati Antre", "judul": "Warga Melati Antre Beras di Balai", "pendek": "a", "angka": "1", "butir": "- a", "kosong": "\n", "garis": "-----",
    "foto": "Foto: Rara Contoh", "kapital": "BERITA TERKAIT", "kalimat": "Warga antre beras di balai.", "kutip": "“Antre”", "halaman": "Halaman 1 2 3", "tag": "#a #b #c",
    "spasi": " " * 100 + "a", "titik-dua": "a:", "kurung": "(abc)", "media": "CONTOHBERITA.ID", "url": "https://contoh.example/a", "bagikan": "Bagikan",
}  # fmt: skip


def small() -> dict[str, Callable[[], bytes]]:
    """Pages of at most 300 KB or a little more, by name; made when asked for."""
    found: dict[str, Callable[[], bytes]] = {}
    for name, piece in _REPEATED.items():
        found[f"ulang-{name}.html"] = lambda piece=piece: _in_html(_times(piece))
        found[f"polos-{name}.html"] = lambda piece=piece: _times(piece).encode()
    found |= {f"dalam-{tag}.html": lambda tag=tag: _in_html(_nested(tag)) for tag in _NESTED}
    found |= {
        f"baris-{name}.txt": lambda piece=piece: _in_text(_times(piece, LINE)) for name, piece in _KILLERS.items()
    }
    found |= {
        f"kalimat-{name}.html": lambda piece=piece: _in_html(_times(piece, LINE)) for name, piece in _KILLERS.items()
    }
    found |= {
        f"judul-{name}.txt": lambda piece=piece: (_times(piece, LINE) + "\n\n" + _TEXT).encode()
        for name, piece in _KILLERS.items()
    }
    found |= {f"banyak-{name}.txt": lambda line=line: _in_text(_times(f"{line}\n")) for name, line in _LINES.items()}
    found |= {
        f"sedang-{name}.txt": lambda piece=piece: _in_text("\n\n".join([_times(piece, 3_000)] * 100))
        for name, piece in _KILLERS.items()
    }
    prose = _lead_like()
    found |= {f"selang-{name}.txt": lambda line=line: _between(line, prose).encode() for name, line in _LINES.items()}
    found |= {
        f"selang-{name}.html": lambda line=line: _paragraphs(_between(line, prose)) for name, line in _LINES.items()
    }
    return found | _single()


def _lead_like() -> list[str]:
    """Distinct sentences, for a reader may know again what it has seen."""
    return [f"Warga nomor {n} antre beras di balai {n % 97} sejak pagi sampai sore." for n in range(3_000)]


def _between(line: str, prose: list[str]) -> str:
    return _TEXT + "\n".join(f"{sentence}\n{line}" for sentence in prose)


def _paragraphs(lines: str) -> bytes:
    return _in_html("".join(f"<p>{line}</p>" for line in lines.split("\n")))


def _single() -> dict[str, Callable[[], bytes]]:
    return {
        "atribut.html": lambda: _in_html("<p " + " ".join(f'a{n}="x"' for n in range(30_000)) + ">x</p>"),
        "atribut-sama.html": lambda: _in_html("<p " + 'class="x" ' * 30_000 + ">x</p>"),
        "kelas.html": lambda: _in_html(f'<p class="{_times("author date ")}">x</p>'),
        "kelas-beda.html": lambda: _in_html("".join(f'<p class="k{n}">a</p>' for n in range(14_000))),
        "gaya.html": lambda: _in_html(f'<p style="{_times("display :none;")}">x</p>'),
        "gaya-lembar.html": lambda: _in_html(f"<style>{_times('a{b:c}')}</style>"),
        "skrip.html": lambda: _in_html(f"<script>{_times('x();')}</script>"),
        "komentar.html": lambda: _in_html(f"<!--{_times('- ')}-->"),
        "komentar-buka.html": lambda: _in_html(f"<!--{_times('--!')}"),
        "tabel.html": lambda: _in_html(_tables()),
        "ld-dalam.html": lambda: _MARK.replace("</head>", _linked(10_000) + "</head>").encode(),
        "ld-kurung.html": lambda: _MARK.replace("</head>", f'<script type="application/ld+json">{"[" * 200_000}</script></head>').encode(),
        "ld-angka.html": lambda: _MARK.replace("</head>", f'<script type="application/ld+json">{{"headline": {"7" * 200_000}}}</script></head>').encode(),
        "judul-panjang.html": lambda: _MARK.replace("<title>", f"<title>{_times('Judul ')}").encode(),
        "kepala-panjang.html": lambda: _MARK.replace("<head>", f"<head>{_times(' ')}").encode(),
        "kata.txt": lambda: _in_text("x" * 199_000),
        "kata-panjang.txt": lambda: _in_text("x" * 299_000),
        "doctype.html": lambda: b"<!DOCTYPE html [" + b"<!ENTITY a 'b'>" * 20_000 + b"]>" + _in_html("x"),
        "nama-unsur.html": lambda: _in_html("".join(f"<x{n}>" for n in range(40_000))),
        "nama-panjang.html": lambda: _in_html(f"<{'x' * 290_000}>"),
    }  # fmt: skip


def big() -> dict[str, Callable[[], bytes]]:
    """Pages of many megabytes, or that would become so."""
    million = 1_000_000
    return {
        "baris-50mb.txt": lambda: b"kata " * 10 * million,
        "baris-30mb.txt": lambda: b"kata " * 6 * million,
        "satu-baris-30mb.html": lambda: b"<p>" + b"kata " * 6 * million,
        "sejuta-baris.txt": lambda: b"a\n" * million,
        "sejuta-kalimat.txt": lambda: b"Warga antre beras di balai Melati.\n" * (million - 50_000),
        "sejuta-angka.txt": lambda: b"7" * 30 * million,
        "sejuta-p.html": lambda: b"<p>Warga antre beras.</p>" * million,
        "sejuta-div.html": lambda: b"<div>" * million,
        "sejuta-atribut.html": lambda: b"<p " + b" ".join(b"a%d=x" % n for n in range(million)) + b">" + _P.encode(),
        "sejuta-entitas.html": lambda: b"<p>" + b"&lt;" * 5 * million,
        "sejuta-kosong.txt": lambda: b"\n" * 30 * million,
        "tak-tampak.txt": lambda: "\u200b".encode() * 10 * million,
        "gabungan.txt": lambda: ("a" + "\u0301\u0323" * million).encode(),
        "bom.html": lambda: gzip.compress(b"<p>kata</p>" * 20 * million, 9),
        "bom.txt": lambda: gzip.compress(b"0" * 100 * million, 9),
        "bom.html.gz": lambda: gzip.compress(b"<p>kata</p>" * 20 * million, 9),
        "16.txt": lambda: b"\xff\xfe" + "kata ".encode("utf-16-le") * 3 * million,
    }

"""Pages made to keep a reader busy or to fill its memory. None may cost more than its time, and each is named."""

from __future__ import annotations

from collections.abc import Callable

from tests.hostile.inputs import html, sentences, text

KB = 1_000
SIZE = 150 * KB  # bytes of a page that is small to look at
LINE = 199 * KB  # characters; a longer line is rejected for its length alone

_TRAP = "@JEBAKAN@"
_P = f"<p>{sentences('lambat isi')[0]}</p>"


def _times(piece: str, size: int = SIZE) -> str:
    return piece * (size // len(piece))


def _nested(tag: str, count: int = 0) -> str:
    count = count or SIZE // (len(tag) + 2)
    return f"<{tag}>" * count + "dalam"


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
    """Pages of at most 200 KB or a little more, by name; made when asked for."""
    return {name: lambda name=name, trap=trap: _page(name, trap()) for name, trap in _traps().items()} | _heads()


def _traps() -> dict[str, Callable[[], str]]:
    """What stands between the sentences of a page."""
    found = {f"ulang-{name}.html": lambda piece=piece: _times(piece) for name, piece in _REPEATED.items()}
    found |= {f"dalam-{tag}.html": lambda tag=tag: _nested(tag) for tag in _NESTED}
    for number, (name, piece) in enumerate(_KILLERS.items()):
        found[f"baris-{name}.{('txt', 'html')[number % 2]}"] = lambda piece=piece: _times(piece, LINE)
        if number % 4 == 0:
            found[f"sedang-{name}.txt"] = lambda piece=piece: "\n\n".join([_times(piece, 3_000)] * 100)
    for name, line in _LINES.items():
        found[f"banyak-{name}.txt"] = lambda line=line: _times(f"{line}\n")
        found[f"selang-{name}.txt"] = lambda line=line: "\n".join(_between(line))
        found[f"selang-{name}.html"] = lambda line=line: "".join(f"<p>{one}</p>" for one in _between(line))
    return found | _single()


def _page(name: str, trap: str) -> bytes:
    write = html if name.endswith("html") else text
    return write(f"lambat {name}", _TRAP).replace(_TRAP, trap).encode()


def _between(line: str) -> list[str]:
    """Distinct sentences, for a reader may know again what it has seen, each with the line behind it."""
    prose = (f"Warga nomor {n} antre beras di balai {n % 97} sejak pagi sampai sore." for n in range(1_000))
    return [one for sentence in prose for one in (sentence, line)]


def _single() -> dict[str, Callable[[], str]]:
    return {
        "atribut.html": lambda: f"<p {' '.join(f'a{n}=x' for n in range(30_000))}>x</p>",
        "atribut-sama.html": lambda: f"<p {_times('class=x ')}>x</p>",
        "kelas.html": lambda: f'<p class="{_times("author date ")}">x</p>',
        "kelas-beda.html": lambda: "".join(f'<p class="k{n}">a</p>' for n in range(14_000)),
        "gaya.html": lambda: f'<p style="{_times("display :none;")}">x</p>',
        "gaya-lembar.html": lambda: f"<style>{_times('a{b:c}')}</style>",
        "skrip.html": lambda: f"<script>{_times('x();')}</script>",
        "komentar.html": lambda: f"<!--{_times('- ')}-->",
        "komentar-buka.html": lambda: f"<!--{_times('--!')}",
        "tabel.html": lambda: "<table><tr><td>" * 8_000 + "dalam",
        "kata.txt": lambda: "x" * LINE,
        "kata-panjang.txt": lambda: "x" * SIZE,
        "nama-unsur.html": lambda: "".join(f"<x{n}>" for n in range(40_000)),
        "nama-panjang.html": lambda: f"<{'x' * SIZE}>",
    }


def _heads() -> dict[str, Callable[[], bytes]]:
    """Pages with too much in their heads or before them."""
    heads: dict[str, Callable[[], str]] = {
        "ld-dalam": lambda: _linked('{"@graph":[' * 10_000 + '{"@type": "NewsArticle"}' + "]}" * 10_000),
        "ld-kurung": lambda: _linked("[" * 200_000),
        "ld-angka": lambda: _linked(f'{{"@type": "NewsArticle", "headline": {"7" * 200_000}}}'),
        "ld-banyak": lambda: _linked(f"[{_times(chr(34) + 'NewsArticle' + chr(34) + ',')}1]"),
        "judul-panjang": lambda: f"<title>{_times('Judul ')}</title>",
        "og-panjang": lambda: f'<meta property="og:title" content="{_times("Judul - ")}">',
        "kepala-panjang": lambda: _times(" "),
    }
    found = {
        f"{name}.html": lambda name=name, head=head: (
            html(f"lambat {name}").replace("<title>", f"{head()}<title>").encode()
        )
        for name, head in heads.items()
    }
    for name, piece in [*_KILLERS.items()][2::4]:
        found[f"judul-{name}.txt"] = lambda piece=piece, name=name: f"{_times(piece, LINE)}\n\n{text(name)}".encode()
    entities = b"<!DOCTYPE html [" + b"<!ENTITY a 'b'>" * 20_000 + b"]>"
    return found | {"doctype.html": lambda: entities + html("lambat doctype").encode()}


def _linked(data: str) -> str:
    return f'<script type="application/ld+json">{data}</script>'

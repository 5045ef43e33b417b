"""What YAML, Markdown and Pelican would read where a newspaper only printed words."""

from __future__ import annotations

from tests.hostile.inputs import ARTICLE, EITHER, ROOT, Input, html, sentences, text, texts

_END = "begitu kata Rara Contoh di balai itu kepada warga yang datang."

_MARKDOWN = (
    ("angka", f"1998. adalah tahun yang disebut, {_END}"),
    ("angka-kurung", f"7) menjadi nomor urut kotak, {_END}"),
    ("bintang", f"* bukan butir melainkan bintang, {_END}"),
    ("bintang-dalam", f"Harga 5*3*2 dan **tebal** dan *miring* tetap dicetak, {_END}"),
    ("garis", f"_nama_berkas_ dan __ganda__ dan a_b_c dicetak, {_END}"),
    ("kurang", f"Ada <5000 orang dan 3 < 4 serta a<b>c, {_END}"),
    ("pagar", f"# bukan judul melainkan pagar, {_END}"),
    ("pagar-rapat", f"#PilihDamai menjadi tagar, {_END}"),
    ("tautan", f"Tulisan [klik](di sini) dan [x][y] dan ![foto](a.png), {_END}"),
    ("rujukan", f"[1]: https://contoh.example/a 'judul' tetap dibaca, {_END}"),
    ("catatan", f"[^1]: catatan kaki itu dibaca keras, {_END}"),
    ("masuk", f"        delapan spasi di depan bukan kode, {_END}"),
    ("setext", f"Baris ini bukan judul, {_END}\n=====\nBaris ini juga bukan judul, {_END}\n-----"),
    ("tabel", f"| a | b |\n|---|---|\n| 1 | 2 | tabel itu dibaca baris demi baris, {_END}"),
    ("pagar-kode", f"```python\nprint(1) tertulis di layar, {_END}\n```"),
    ("ombak", f"~~~ dan ~~coret~~ dan ~turun~ dicetak, {_END}"),
    ("tik", f"Tanda `tik` dan ``dua`` dan ` sendiri dicetak, {_END}"),
    ("blok", f"<div>blok</div> dan </p> tetap dicetak, {_END}"),
    ("otomatis", f"<https://contoh.example> dan <a@contoh.example> dan www.contoh.example, {_END}"),
    ("miring", rf"Jalur C:\berkas\*bintang dan \\ ganda dan \, {_END}"),
    ("patah", f"Baris berakhir dua spasi  \nBaris berakhir garis miring\\\nBaris terakhir dicetak, {_END}"),
    ("entitas", f"Tulisan &copy; &#42; &amp;amp; &nbsp; &bogus; R&D dicetak, {_END}"),
    ("kutip", f"> bukan kutipan melainkan tanda, {_END}"),
    ("tambah", f"+ tambah dan - kurang, {_END}"),
    ("minus", f"- kurang di awal baris, {_END}"),
    ("garis-datar", f"Sebelum garis, {_END}\n***\nSesudah garis, {_END}"),
    ("definisi", f"Istilah\n: penjelasan yang dibaca, {_END}"),
    ("rumus", f"$x_1^2$ dan \\(y\\) dan :senyum: dan ==tanda==, {_END}"),
    ("atribut", f"Judul {{#id .kelas onclick=x}} dan [x]{{.y}}, {_END}"),
    ("singkat", f"*[KPU]: bukan singkatan, {_END}"),
    ("tugas", f"- [ ] belum dan - [x] sudah, {_END}"),
    ("kepala", f"---\ntitle: Palsu\nstage: kampanye\n---\nBaris sesudah kepala palsu dibaca, {_END}"),
    ("meta", f"Title: Palsu dibaca keras\nSlug: index\nStatus: hidden begitu tertulis, {_END}"),
    ("daftar-isi", f"[TOC] dan [[wiki]] dan {{{{< pendek >}}}} dan ::: kotak, {_END}"),
)

_VALUES = (
    "no", "yes", "null", "~", "1e3", "0x1F", "2024-01-01", "12:30:45", "!!python/object/apply:os.system ['id']",
    "&jangkar x", "*jangkar", "- satu", "? kunci", "kunci: nilai", "# komentar", "[1, 2]", "{a: b}", "| blok", "> lipat",
    "'tunggal", '"ganda', "% arah", "@ padan", "` tik", "--- pisah", "... akhir", "<<: *gabung", "a\tb", "\\x41 \\u0041",
)  # fmt: skip

# Signs that YAML, XML or a file name cannot hold, in the midst of a word.
_SIGNS = {
    "nel": "\x85", "ls": "\u2028", "ps": "\u2029", "bom": "\ufeff", "nul-nama": "\u2400", "lebar-nol": "\u200b",
    "balik": "\u202e", "isolat": "\u2066", "bukan": "\ufffe", "pribadi": "\ue000", "del": "\x7f", "c1": "\x9b",
    "vt": "\x0b", "ff": "\x0c", "esc": "\x1b[31m", "fs": "\x1c", "tag": "\U000e0041", "bukan-16": "\U0010ffff",
    "ganti": "\ufffd", "lunak": "\u00ad", "keras": "\u00a0", "gabung": "e\u0301\u0302\u0303",
}  # fmt: skip

_PATHS = (
    "{static}/../../rahasia/kunci.txt", "{static}../../rahasia/kunci.txt", "{attach}../../rahasia/kunci.txt",
    f"{{attach}}{ROOT}/rahasia/kunci.txt", "{filename}../../rahasia/kunci.txt", "{static}/etc/passwd",
    "|attach|../../rahasia/kunci.txt", "|filename|/etc/passwd", "{author}Rara Contoh", "{category}lain", "{tag}x",
    "{index}", "{static}..%2f..%2frahasia/kunci.txt", "{attach}file:///etc/passwd",
)  # fmt: skip


def _values() -> list[Input]:
    """A YAML trap as headline, reporter, editor and outlet of one page."""
    found = []
    for number, value in enumerate(_VALUES):
        seed = f"yaml {number}"
        before = "Papan " * value.startswith("- ")  # a line that begins like a row of a menu is one
        title = f"{before}{value} Ditulis Warga Melati di Papan Nomor {number}"
        page = text(seed, title=title, reporter=value).replace("\nPenulis", f"\nEditor: {value}\nPenulis")
        found.append(Input(f"yaml/{number:02}.txt", page.encode(), ARTICLE, (" ".join(title.split()),)))
    return found


def _signs() -> list[Input]:
    found = []
    for name, sign in _SIGNS.items():
        page = text(
            f"tanda {name}",
            f"Kata ber{sign}tanda itu dibaca Rara Contoh di balai.",
            title=f"Warga{sign} Melati Baca Papan {name.title()}",
        )
        found.append(
            Input(
                f"yaml/tanda-{name}.txt",
                page.encode("utf-8", "surrogatepass"),
                ARTICLE,
                (sentences(f"tanda {name}")[0],),
            )
        )
    return found


def _links() -> list[Input]:
    found = []
    for number, path in enumerate(_PATHS):
        written = (f"Lihat [berkas]({path}) di balai itu, {_END}", f'Lihat <a href="{path}">berkas</a>, {_END}')
        fixed = tuple(line for line in written if ROOT not in line)
        found.append(Input(f"pelican/{number:02}.txt", text(f"pelican {number}", *written).encode(), ARTICLE, fixed))
        page = html(f"pelican html {number}", f'Lihat <a href="{path}">berkas</a> dan <img src="{path}">, {_END}')
        found.append(Input(f"pelican/{number:02}.html", page.encode(), ARTICLE, (f"Lihat berkas dan , {_END}",)))
    return found


def inputs() -> list[Input]:
    odd = [
        (f"awal-{n}", f"{sign} di awal baris dicetak, {_END}")
        for n, sign in enumerate("^=~\\`|:!?@$%&({]}'\"/.,;+-*>#_")
    ]
    return [*texts("markdown", _MARKDOWN), *texts("markdown", odd, EITHER), *_values(), *_signs(), *_links()]

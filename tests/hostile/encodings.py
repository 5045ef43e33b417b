"""Bytes that are not what they say they are."""

from __future__ import annotations

import codecs

from tests.hostile.inputs import ARTICLE, EITHER, Input, html, text

_LINE = "Kafé “Melati” – milik Ny. Žofie Contoh – tutup, kata Rara Contoh."
_LATIN = _LINE.replace("Ž", "Z")  # what iso-8859-1 has not, cp1252 has
_ASCII = "Kafe Melati tutup, kata Rara Contoh di balai itu."


def _page(name: str, charset: str) -> str:
    return html(f"sandi {name}", _LATIN).replace('charset="utf-8"', f'charset="{charset}"')


def _text(name: str) -> bytes:
    return text(f"sandi {name}", _LINE).encode()


def _whole() -> list[Input]:
    """Nothing is lost: the words must stand."""
    texts = {
        "bom": codecs.BOM_UTF8 + _text("bom"),
        "bom-dua": codecs.BOM_UTF8 * 2 + _text("bom-dua"),
        "16le": codecs.BOM_UTF16_LE + _text("16le").decode().encode("utf-16-le"),
        "16be": codecs.BOM_UTF16_BE + _text("16be").decode().encode("utf-16-be"),
        "cr": _text("cr").replace(b"\n", b"\r"),
        "crlf": _text("crlf").replace(b"\n", b"\r\n"),
        "nfd": text("sandi nfd", _LINE.replace("é", "e\u0301").replace("Ž", "Z\u030c")).encode(),
    }
    found = [Input(f"sandi/{name}.txt", data, ARTICLE, (_LINE,)) for name, data in texts.items()]
    found.append(Input("sandi/1252.txt", text("sandi 1252", _LATIN).encode("cp1252"), ARTICLE, (_LATIN,)))
    found += [
        Input(f"sandi/{name}.html", _page(name, name).encode(real, "replace"), ARTICLE, (_LATIN,))
        for name, real in (("windows-1252", "cp1252"), ("iso-8859-1", "cp1252"), ("utf-8", "utf-8"))
    ]
    # The page is UTF-8 whatever it declares, for nothing else reads as UTF-8 by chance.
    lies = (
        "iso-8859-15",
        "gb2312",
        "shift_jis",
        "utf-7",
        "utf-16",
        "utf-32",
        "x-user-defined",
        "big5",
        "rot13",
        "zip",
        "unicode_escape",
    )
    found += [
        Input(f"sandi/dusta-{name}.html", _page(f"dusta {name}", name).encode(), ARTICLE, (_LATIN,)) for name in lies
    ]
    return found


def _broken() -> list[Input]:
    """Nobody can say what was meant: an article or a name, and no guess that acts."""
    start = _text("rusak")
    middle = start.index(b"Kaf\xc3\xa9") + 4
    data = {
        "16le-polos": _text("16le-polos").decode().encode("utf-16-le"),
        "16be-polos": _text("16be-polos").decode().encode("utf-16-be"),
        "16-ganjil": codecs.BOM_UTF16_LE + _text("ganjil").decode().encode("utf-16-le") + b"x",
        "32le": codecs.BOM_UTF32_LE + _text("32le").decode().encode("utf-32-le"),
        "32be": codecs.BOM_UTF32_BE + _text("32be").decode().encode("utf-32-be"),
        "potong-tengah": start[:middle] + start[middle + 1 :],
        "potong-akhir": _text("akhir").rstrip() + b"\xe2\x80",
        "lewah": _text("lewah").replace(b"Rara", b"\xc0\xbcscript\xc0\xbe Rara"),
        "cesu": text("sandi cesu", f"Tanda \ud83d\ude00 dicetak, {_ASCII}").encode("utf-8", "surrogatepass"),
        "nul": _text("nul").replace(b"Rara", b"Ra\0ra"),
        "nul-akhir": _text("nul-akhir") + b"\0" * 512,
        "campur": _text("campur") + text("sandi campur dua", _LATIN).encode("cp1252"),
        "dua-kali": _text("dua-kali").decode("utf-8").encode("utf-8").decode("latin-1").encode("utf-8"),
        "utf7": f"+ADw-script+AD4-window.kena=1+ADw-/script+AD4-\n\n{text('sandi utf7', _ASCII)}".encode(),
        "jis": text("sandi jis", _ASCII).encode() + b"\x1b$B<script>\x1b(B",
        "biner": bytes(range(256)) * 40,
        "png": b"\x89PNG\r\n\x1a\n" + _text("png"),
        "pdf": b"%PDF-1.7\n" + _text("pdf"),
        "hanya-bom": codecs.BOM_UTF8,
        "hanya-tak-tampak": "\u200b\u202e\ufeff\n\u2060".encode(),
    }
    found = [Input(f"sandi/{name}.txt", value) for name, value in data.items()]
    found += [
        Input(f"sandi/{name}.html", _page(name, charset).encode(real, "replace"))
        for name, charset, real in (
            ("gb-sungguh", "gb2312", "gb2312"), ("jis-sungguh", "shift_jis", "shift_jis"), ("15", "iso-8859-15", "iso-8859-15"),
            ("utf7-sungguh", "utf-7", "utf-7"), ("16-sungguh", "utf-16", "utf-16"), ("16-tanpa", "utf-8", "utf-16-le"),
        )
    ]  # fmt: skip
    found.append(
        Input(
            "sandi/dua-sandi.html",
            html("dua sandi", _ASCII)
            .replace("<head>", '<head><meta charset="gb2312"><?xml encoding="utf-7"?>')
            .encode(),
            EITHER,
        )
    )
    return found


def inputs() -> list[Input]:
    return [*_whole(), *_broken()]

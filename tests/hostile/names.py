"""File names and headlines that a file system, a link or a reserved word would trip over."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from tests.hostile.inputs import ARTICLE, EITHER, NAMED, Input, headline, sentences, text

_NAMES = (
    "index", "con", "nul", "aux.tar", "rss.xml", "robots", "-rf", "--help", "~", "%2e%2e", "%2e%2e%2fx", "{static}", "{{ 7*7 }}",
    "<img src=x onerror=window.kena=1>", "\"kutip\"", "'tunggal'", "a;b", "a&amp;b", "$(id)", "`id`", "a b  c", " depan", "belakang ",
    "#pagar", "?tanya", "a\\b", "x.", "x..", "!!python", "*", "[a-z]", "|pipa", "tanda:titik", "CON.HTML", "KAPITAL", "kapital",
    "中文", "مرحبا", "😀",
)  # fmt: skip
_HIDING = (
    "baris\nbaru",
    "kembali\rlagi",
    "balik\u202etxt.x",
    "lebar\u200bnol",
    "tab\tdi",
    "lonceng\a",
    "esc\x1b[2J",
    "ls\u2028ps",
    "bom\ufeff",
    "hapus\x7f",
)
_HEADLINES = (
    "index", "rss.xml", "..", "../../x", "CON", "feed", "None", "null", "berita", "😀😀😀😀", "选举委员会公布结果今天", "!!! ??? ...", "<>", "—", "0",
    "Warga " + "Melati " * 42, "Warga " + "x" * 294, "Warga " + "x" * 295, "Warga" + "́" * 400 + " Melati", "W" * 250, "  ", "﷽ ﷽ ﷽",
    "Kisah Kota Kecil Kita " * 200,
)  # fmt: skip


def _raw(data: bytes, raw: bytes) -> Callable[[Path], None]:
    """A page whose name is no UTF-8."""

    def put(path: Path) -> None:
        name = os.path.join(os.fsencode(path.parent), raw)
        with open(name, "wb") as file:
            file.write(data)

    return put


def _page(name: str) -> bytes:
    return text(f"nama {name}").encode()


def _one_headline() -> list[Input]:
    """Two articles of the same headline, and the same headline spelt otherwise."""
    title = "Warga Melati Menutup Gudang Lama di Ujung Jalan"
    same = {"sama-1": title, "sama-2": title, "sama-3": title.upper(), "sama-4": f"{title}!"}
    return [
        Input(f"nama/{name}.txt", text(f"nama {name}", title=said).encode(), ARTICLE, (sentences(f"nama {name}")[0],))
        for name, said in same.items()
    ]


def inputs() -> list[Input]:
    found = [Input(f"nama/{name}.txt", _page(name), ARTICLE, (sentences(f"nama {name}")[0],)) for name in _NAMES]
    found += [Input(f"nama/{name}.txt", _page(name), NAMED) for name in _HIDING]
    found += [
        Input(f"nama/{'p' * 251}.txt", _page("panjang"), ARTICLE, (headline("nama panjang"),)),
        Input("nama/caf\u00e9.txt", _page("nfc"), ARTICLE, (headline("nama nfc"),)),
        Input("nama/cafe\u0301.txt", _page("nfd"), ARTICLE, (headline("nama nfd"),)),
        Input("nama/\udcff\udcfe.txt", _raw(_page("bukan utf8"), b"\xff\xfe.txt"), NAMED),
        Input("nama/folder\nbaru/x.txt", _page("folder baru"), NAMED),
        Input("nama/{attach}/{{ 7*7 }}/x.txt", _page("folder kurung"), ARTICLE, (headline("nama folder kurung"),)),
    ]
    found += [
        Input(f"nama/judul-{number:02}.txt", text(f"judul {number}", title=title).encode(), EITHER)
        for number, title in enumerate(_HEADLINES)
    ]
    found.append(Input("nama/satu-kata.txt", ("a&" * 90_000).encode()))  # its first words are one
    return [*found, *_one_headline()]

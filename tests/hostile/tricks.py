"""What a folder can hold that is no plain file."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from pathlib import Path

from tests.hostile.inputs import ARTICLE, EITHER, NAMED, PASSED, Input, headline, sentences, text

_DEEP = 1_500
_YAML_BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{c}: &{c} [{', '.join([f'*{b}'] * 9)}]\n" for b, c in zip("abcdefgh", "bcdefghi", strict=True)
)


def _link(target: str) -> Callable[[Path], None]:
    return lambda path: path.symlink_to(target)


def _socket(path: Path) -> None:
    here = os.open(".", os.O_RDONLY)
    try:
        os.chdir(path.parent)  # a socket's path may have 108 bytes
        with socket.socket(socket.AF_UNIX) as opened:
            opened.bind(path.name)
    finally:
        os.fchdir(here)
        os.close(here)


def _deep(path: Path) -> None:
    """A page below more folders than a path may name."""
    here = os.open(".", os.O_RDONLY)
    try:
        path.mkdir()
        os.chdir(path)
        for _ in range(_DEEP):
            os.mkdir("dalam")
            os.chdir("dalam")
        Path("halaman.txt").write_text(text("folder dalam"))
    finally:
        os.fchdir(here)
        os.close(here)


def _folder(*pages: str) -> Callable[[Path], None]:
    def put(path: Path) -> None:
        path.mkdir()
        for name in pages:
            (path / name).write_text(text(f"folder {path.name} {name}"))

    return put


def _hard_link(path: Path) -> None:
    path.write_text(text("tautan keras"))
    os.link(path, path.with_name("keras-lagi.txt"))


def _beside(kind: Callable[[Path], object]) -> Callable[[Path], None]:
    """A good page whose sidecar is something else."""

    def put(path: Path) -> None:
        path.write_text(text(f"samping {path.name}"))
        kind(path.with_suffix(".yaml"))

    return put


def _in_folder(kind: Callable[[Path], object]) -> Callable[[Path], None]:
    """A good page in a folder whose `_folder.yaml` is something else."""

    def put(path: Path) -> None:
        path.write_text(text(f"folder samping {path.parent.name}"))
        kind(path.with_name("_folder.yaml"))

    return put


_SHOWN = tuple(f"<img src=x onerror=window.kena=1> {key}" for key in ("source", "reporter", "body"))
_NAMED = ("source", "reporter", "editor", "agency", "photographer", "summary", "note", "body")
_SIDECARS: dict[str, Callable[[Path], object]] = {
    "tautan": lambda path: path.symlink_to("../../../rahasia/kunci.yaml"),
    "putus": lambda path: path.symlink_to("tidak-ada"),
    "pipa": lambda path: os.mkfifo(path),
    "folder": lambda path: path.mkdir(),
    "besar": lambda path: path.write_bytes(b"note: " + b"x" * 40_000_000),
    "bom": lambda path: path.write_text(_YAML_BOMB),
    "dalam": lambda path: path.write_text("[" * 100_000),
    "python": lambda path: path.write_text("title: !!python/object/apply:os.system ['touch kena']\n"),
    "bukan-peta": lambda path: path.write_text("- satu\n- dua\n"),
    "biner": lambda path: path.write_bytes(b"\0\xff\xfe\x80"),
    "gabung": lambda path: path.write_text("<<: {title: Gabungan}\n"),
    "ganda": lambda path: path.write_text("note: satu\nnote: dua\n"),
    "aktif": lambda path: path.write_text("note: '<script>window.kena=1</script>'\ntitle: '<img src=x onerror=window.kena=1>'\n"),
    "orang": lambda path: path.write_text("".join(f"{key}: '<img src=x onerror=window.kena=1> {key}'\n" for key in _NAMED)),
    "tempat": lambda path: path.write_text("source: ..\nreporter: [index, ../x, rss.xml, '😀']\nagency: con\n"),
    "alamat": lambda path: path.write_text("url: 'https://contoh.example/\"onclick=\"x'\noutlet: ../../x\n"),
    "galat": lambda path: path.write_text("title: [tidak ditutup\n"),
    "kunci": lambda path: path.write_text("? [a, b]\n: nilai\nid: ../../x\nsaved: /etc/passwd\nstamp: x\n"),
    "ekor": lambda path: path.write_text("note: |\n  baris\u2028satu\n  dua\n---\nnote: tiga\n"),
}  # fmt: skip

_UNREADABLE = "tautan putus pipa besar".split()  # sidecars nobody can look into: a takedown may stand there


def _links() -> list[Input]:
    return [
        Input("trik/ke-halaman.txt", _link("../baik/0.txt"), NAMED),
        Input("trik/ke-rahasia.txt", _link("../../../rahasia/kunci.txt"), NAMED),
        Input("trik/ke-sandi.html", _link("/etc/passwd"), NAMED),
        Input("trik/ke-folder", _link("../../../rahasia"), NAMED),
        Input("trik/ke-folder.txt", _link("../baik"), NAMED),
        Input("trik/ke-folder_files", _link("../baik"), EITHER),
        Input("trik/putus.txt", _link("tidak-ada"), NAMED),
        Input("trik/diri.txt", _link("diri.txt"), NAMED),
        Input("trik/atas", _link(".."), NAMED),
        Input("trik/pipa.txt", os.mkfifo, NAMED),
        Input("trik/pipa.html", os.mkfifo, NAMED),
        Input("trik/soket.txt", _socket, NAMED),
        Input("trik/keras.txt", _hard_link, ARTICLE, (headline("tautan keras"),), ("trik/keras-lagi.txt",)),
    ]


def inputs() -> list[Input]:
    odd = [
        Input("trik/kosong.txt.d/x.txt", b"", NAMED),
        Input("trik/folder.txt", _folder(), PASSED),
        Input("trik/berisi.html", _folder("x.txt"), PASSED, (), ("trik/berisi.html/x.txt",)),
        Input(
            "trik/sendiri_files",
            _folder("x.txt", "y.html"),
            PASSED,
            (),
            ("trik/sendiri_files/x.txt", "trik/sendiri_files/y.html"),
        ),
        Input("trik/.tersembunyi.txt", text("tersembunyi").encode(), PASSED),
        Input("trik/.tersembunyi/x.txt", text("tersembunyi dalam").encode(), PASSED),
        Input("trik/dalam", _deep, NAMED),
        Input("trik/tanpa-akhiran", b"x", NAMED),
        Input("trik/arsip.tar.gz", b"\x1f\x8b", NAMED),
        Input("trik/halaman.md", b"---\ntitle: x\n---\n", NAMED),
        Input("trik/berkas.rst", b".. include:: /etc/passwd\n.. raw:: html\n   :file: /etc/passwd\n", NAMED),
        Input("trik/conf.py", b"import os; os.system('touch kena')\n", NAMED),
    ]
    beside = [
        Input(
            f"samping/{name}.txt",
            _beside(kind),
            NAMED if name in _UNREADABLE else ARTICLE,
            _SHOWN if name == "orang" else () if name in _UNREADABLE else (sentences(f"samping {name}.txt")[0],),
        )
        for name, kind in _SIDECARS.items()
    ]
    above = [
        Input(f"atas-{name}/x.txt", _in_folder(kind), NAMED if name in _UNREADABLE else ARTICLE)
        for name, kind in _SIDECARS.items()
    ]
    return [*_links(), *odd, *beside, *above]

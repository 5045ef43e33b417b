"""Pages of many megabytes, or that would become so: beyond the limits, and just below them."""

from __future__ import annotations

import gzip
from collections.abc import Callable

from tests.hostile.inputs import html

MB = 1_000_000
_P = b"<p>Warga antre beras di balai Melati.</p>"
_MARKS = "\u0301\u0323"  # a run of these is put in order one by one


def pages() -> dict[str, Callable[[], bytes]]:
    """By name; made when asked for."""
    return {**_beyond(), **_texts(), **_markup()}


def _beyond() -> dict[str, Callable[[], bytes]]:
    return {
        "baris-50mb.txt": lambda: b"kata " * 10 * MB,
        "sejuta-baris.txt": lambda: b"a\n" * MB,
        "bom.html": lambda: gzip.compress(b"<p>kata</p>" * 2 * MB, 9),
        "bom.html.gz": lambda: gzip.compress(b"<p>kata</p>" * 2 * MB, 9),
    }


def _texts() -> dict[str, Callable[[], bytes]]:
    """Nearly four megabytes each."""
    return {
        "satu-baris.txt": lambda: b"kata " * 780_000,
        "tak-tampak.txt": lambda: "\u200b".encode() * 1_300_000,
        "gabungan.txt": lambda: ("a" + _MARKS * 970_000).encode(),
        "gabungan-pendek.txt": lambda: ("a" + _MARKS * 90 + "\n").encode() * 10_000,
        "baris-panjang.txt": lambda: (b"Warga antre beras. " * 10_400 + b"\n") * 19,
        "16.txt": lambda: b"\xff\xfe" + ("kata " * 390_000).encode("utf-16-le"),
    }


def _markup() -> dict[str, Callable[[], bytes]]:
    """Up to thirty megabytes each."""
    attributes = b" ".join(b"a%d=x" % n for n in range(999))
    marks = b"&#769;&#803;"
    return {
        "satu-baris.html": lambda: b"<p>" + b"kata " * 6 * MB,
        "p.html": lambda: _P * 180_000,
        "datar.html": lambda: (b"<div>" * 200 + _P + b"</div>" * 200) * 450,
        "atribut.html": lambda: b"<p " + b" ".join(b"a%d=x" % n for n in range(MB)) + b">" + _P,
        "atribut-banyak.html": lambda: (b"<p " + attributes + b">x</p>") * 4_000,
        "entitas-baris.html": lambda: (b"<p>" + b"&amp;lt;" * 49_000 + b"</p>") * 70,
        "gabungan.html": lambda: (b"<p>a" + marks * 90_000 + b"</p>") * 25,
        "komentar.html": lambda: b"<!--" + b"- " * 15 * MB + b"-->" + _P,
        "meta.html": lambda: b'<meta property="og:title" content="' + b"Judul - " * 3 * MB + b'">' + _P,
        "ld.html": lambda: (
            b'<script type="application/ld+json">[' + b'{"@type":"NewsArticle"},' * MB + b"1]</script>" + _P
        ),
        "ld-dalam.html": lambda: b'<script type="application/ld+json">' + b"[" * 20 * MB + b"</script>" + _P,
        "doctype.html": lambda: b"<!DOCTYPE html [" + b"<!ENTITY a 'b'>" * MB + b"]>" + html("besar").encode(),
    }

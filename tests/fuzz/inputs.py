"""Texts near to what we read: our own pages cut, repeated, mixed and salted with signs that mean something."""

from __future__ import annotations

import codecs
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from typing import Any

from hypothesis import strategies as st

from kliping.formats import READERS
from kliping.formats.charset import decode
from kliping.system.yaml import parse_yaml
from kliping.text.dates import MONTHS, WEEKDAYS
from tests.conftest import PROJECT, ROOT
from tests.fuzz.sample import Sample

MOST = 64 * 1024  # characters, and bytes; what is slow here is slow with less than a page
_SCALE = 1 << 16  # places in a text are drawn as parts of this
_CHANGES = 8  # made to one page
_FEW = st.sampled_from((1, 1, 1, 1, 2, 3))
_MANY = st.sampled_from((10, 100, 1000, 30_000))
_ENCODINGS = st.sampled_from((*["utf-8"] * 7, "utf-8-sig", "utf-16", "cp1252"))

Change = Callable[[str], str]
Kinds = Sequence[Sequence[str]]  # of tokens; one is as likely as another, however many tokens it has

NEWS = (
    "Rara Contoh", "Tono Teladan", "JAKARTA, CONTOHBERITA.ID - ", "detik.com", "ANTARA", "KPU DKI Jakarta", "TPS", ": ",
    " - ", " | ", "(", ")", "/", ".", ",", "Baca juga: ", "1.234 kali", "(gil/jpnn)", "***", "#a ", "id a,", "foto/",
    "Copyright ©", "kepada ", "Sumber: ", "“", "”", "…", "Halaman 1 dari 3", "1. ", "a ", "Aa ", "A.", "https://",
)  # fmt: skip
UNICODE = (
    *"\x00\x01\x07\x0b\x0c\x1b\x1c\x1f\x7f\x80\x85\x9f\u00a0\u00ad\u0130\u0131\u017f\u0300\u061c\u1680\u180e\u200b\u200d",
    *"\u200e\u2028\u2029\u202e\u2066\u2069\u3000\ufb01\ufdd0\ufeff\ufffd\ufffe\uffff\U0001f5f3\U000e0041\U0010ffff",
    *"“”‘’«»–—…•·×©½²٣１ßéÉñ中한עم", "e\u0301", "\u0915\u094d", "🇮🇩", "\ue000", "\r", "\r\n", "\n", "\n\n", "\t", " ", "   ",
)  # fmt: skip
TAGS = (
    *"""<p> </p> <br> <br/> <hr> <div> </div> <span> </span> <a> </a> <li> <ul> </ul> <table><tr><td> </table> <h1> </h1>
    <h2> </h2> <b> </b> <em> <!-- --> --!> <![CDATA[ ]]> <?xml ?> <!DOCTYPE <html> </html> <head> </head> <body> </body>
    <title> </title> <script> </script> <style> </style> <template> <svg> </svg> <svg><title> <math> <iframe> <noscript>
    <textarea> <select> <option> <form> <input> <button> <nav> <aside> <footer> <figure> <figcaption> <time> <article>
    <main> <frameset> <plaintext> <xmp> <base href="//x/"> <meta> <link> <p <a/b< <a\x00b> </ > <x:y> <!--a <1 < > & " ' ="""
    .split(),
    '<div class="related">', '<div class="author">', '<div id="comments">', '<p style="display:none">',
    '<div class="content-body">', '<span class="date">', '<a href="javascript:x()">', '<a href="https://contoh.id/a">',
    '<meta charset="utf-16">', '<meta charset="x">', '<meta http-equiv="content-type" content="text/html; charset=iso-8859-1">',
    '<meta property="og:title" content="', '<meta property="article:published_time" content="2024-02-30T25:61:61+99:99">',
    '<meta name="author" content="', '<link rel="canonical" href="https://www.detik.com/a/2024/13/45/x">',
    '<link rel="canonical" href="http://[::1', '<link rel="canonical" href="https://kompas.com:99999999/x">',
    '<script type="application/ld+json">', '{"@type":"NewsArticle","headline":["a",{"b":null}],"datePublished":1e999,',
    '"author":[{"name":"', '"@graph":[', "[" * 50, '{"a":' * 50, '<html lang="', "saved from url=(0014)about:internet",
    "Page saved with SingleFile url: x saved date: Thu Foo 99 2024",
)  # fmt: skip
ENTITIES = tuple(
    "&amp; &lt; &gt; &quot; &#0; &#x0; &#x202e; &#8203; &#13; &#x1F5F3; &#xD800; &#x110000; &#99999999999; &nbsp; &nbsp"
    " &copy &notin; &bogus; & &# &#x &amp;lt; &amp;amp; &lt;script&gt; &#60;b&#62; &shy; &zwj; &NewLine; &Tab;".split()
)
DAYS = (
    *WEEKDAYS, *MONTHS, *"Jum'at Ahad Feb Pebruari Agu Nop Sept Dec Monday March pada tanggal pukul WIB hingga sampai dan s/d".split(),
    *"0 1 2 9 12 19 28 29 30 31 32 99 2024 2023 1900 2099 3000 - – — / . , : ( ) 19/6 3/5/2024 03-05-2024 2024-06-19".split(),
    "19 Juni 2024", "(19/6/2024)", "29-31 Oktober 2024", "Desember 3, 2024", "29 Februari 2023", "Jumat, 04 OKTOBER 2024",
    "28 November hingga 10 Februari 2024", "0000-00-00", "9999-99-99", "31/31/2024", "٣ Mei", "３ Mei 2024", " ",
)  # fmt: skip
MARKDOWN = (
    *"\\`*_{}[]()<>#+-.!&|~=:;'\"^$@%/?,0123456789ab \n\t", "```", "~~~", "---", "***", "===", "1. ", "1) ", "- ", "+ ",
    "# ", "> ", "    ", "![", "](", "[a](b)", "[a]: b", "[^a]", "<b>", "<!--", "&amp;", "&#60;", "https://a.id", "www.a.id",
    "a@b.id", "- [ ] ", "|-|", ":-", "\\\n", "  \n", "<https://a>", "<script>", "$$", "^a^", "~~", "==", "{.a}", ":a:", "||",
)  # fmt: skip
YAML = (
    *":-?,[]{}#&*!|>'\"%@`~<=", "---\n", "\n---\n", "...\n", ": ", "- ", "? ", "\n  ", "\n  - ", "\n    ", "\n", "\r\n", "\t",
    "null", "true", "no", "~", "1e3", "1_000", "0x1F", "0o17", "017", "12:30:45", ".inf", ".nan", "2024-02-30", "2024-06-19",
    "2024-06-19 10:00:00", "0000-00-00", '""', '"\\u202e"', '"\\ud800"', '"\\ud83d\\ude00"', '"\\/"', '"\\x41"', '"a" #b', "[]", "{}", '["a", 1]',
    '{"a": 1}', "!!python/object:os.system", "!!int", "!!binary", "&a", "*a", "<<: *a", "[[[[", "-0", "+1", "1.", "-", "=",
    "99999999999999999999", "y: n", "'a' b", "|\n  a", ">-\n  a", "%YAML 9.9\n---\n", "\u2028", "\ufeff", "\x85", "\x7f", "\\",
    "id: ", "title: ", "date: ", "views: ", "saved: ", "basis:\n  ", "removed:\n  ", "stamp: ", "also: ", "lang: ", "url: ",
)  # fmt: skip


@cache
def words() -> tuple[str, ...]:
    """The labels, closing lines and noise that our rules look for, as pages print them."""
    rules = parse_yaml((ROOT / "kliping/data/generic.yaml").read_bytes())
    return (*NEWS, *filter(None, dict.fromkeys(text.strip("*") for text in _texts(rules))))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, (list, dict)):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _texts(part)


@cache
def pages(suffix: str) -> tuple[str, ...]:
    """Our own saved pages and articles of a suffix, the shortest first."""
    folders = (ROOT / "tests/pages", PROJECT / "content")
    found = (path for folder in folders for path in folder.rglob(f"*{suffix}"))
    return ("", *sorted((decode(path.read_bytes()) for path in found), key=len))


def _any(texts: Sequence[str]) -> st.SearchStrategy[str]:
    """One of some texts; not sampled_from, which would tell all of them wherever it is shown."""
    return st.integers(0, len(texts) - 1).map(lambda number: texts[number])


def unit(kinds: Kinds) -> st.SearchStrategy[str]:
    """One or a few tokens in a row."""
    one = st.one_of(*map(_any, kinds))
    few = st.lists(one, min_size=2, max_size=4).map("".join)
    return st.one_of(one, one, few, few, st.text(min_size=1, max_size=6))


def soup(kinds: Kinds, most: int = MOST) -> st.SearchStrategy[str]:
    """Nothing but tokens, and now and then one of them over and over."""
    few = st.builds(lambda part, times: part * times, unit(kinds), _FEW)
    many = st.builds(lambda part, times: part * min(times, most // len(part)), unit(kinds), _MANY)
    light = st.lists(few, max_size=12).map("".join)
    return st.one_of(light, light, light, st.builds("{}{}{}".format, light, many, light)).map(lambda text: text[:most])


def mutated(bases: Sequence[str], kinds: Kinds, most: int = MOST) -> st.SearchStrategy[str]:
    """One of some texts after a few changes."""
    changes = st.lists(_change(bases, kinds), max_size=_CHANGES)
    return st.builds(lambda base, made: _changed(base, made, most), _any(bases), changes)


def _changed(text: str, changes: Iterable[Change], most: int) -> str:
    for change in changes:
        text = change(text)[:most]
    return text


def _change(bases: Sequence[str], kinds: Kinds) -> st.SearchStrategy[Change]:
    at, size = st.tuples(st.integers(0, _SCALE), st.booleans()), st.one_of(st.integers(1, 24), st.integers(1, 3000))
    return st.one_of(
        *[st.builds(_insert, at, unit(kinds), _FEW)] * 5,
        st.builds(_insert, at, unit(kinds), _MANY),
        st.builds(_cut, at, size),
        st.builds(_repeat, at, size, st.one_of(_FEW, _FEW, _MANY)),
        st.builds(_swap, at, size, at),
        st.builds(_graft, at, _any(bases), at, size),
    )


Place = tuple[int, bool]


def _place(text: str, at: Place) -> int:
    """An index in a text; where a line or a tag begins, if so drawn."""
    part, whole = at
    index = part * len(text) // _SCALE
    if not whole:
        return index
    return max(text.rfind("\n", 0, index) + 1, text.rfind("<", 0, index), 0)


def _insert(at: Place, token: str, times: int) -> Change:
    return lambda text: text[: (i := _place(text, at))] + token * min(times, MOST // len(token)) + text[i:]


def _cut(at: Place, size: int) -> Change:
    return lambda text: text[: (i := _place(text, at))] + text[i + size :]


def _repeat(at: Place, size: int, times: int) -> Change:
    def change(text: str) -> str:
        i = _place(text, at)
        part = text[i : i + size]
        return text[:i] + part * min(times, MOST // max(1, len(part))) + text[i:]

    return change


def _swap(at: Place, size: int, other: Place) -> Change:
    def change(text: str) -> str:
        i, j = sorted((_place(text, at), _place(text, other)))
        size_ = min(size, j - i)
        return text[:i] + text[j : j + size_] + text[i + size_ : j] + text[i : i + size_] + text[j + size_ :]

    return change


def _graft(at: Place, base: str, start: Place, size: int) -> Change:
    def change(text: str) -> str:
        i, j = _place(text, at), _place(base, start)
        return text[:i] + base[j : j + size] + text[i:]

    return change


def encoded(texts: st.SearchStrategy[str], suffix: str) -> st.SearchStrategy[Sample]:
    """Texts as bytes in one of the encodings that are met, some bytes of them spoilt; and now and then mere bytes."""
    spoilt = st.lists(st.tuples(st.integers(0, _SCALE), st.integers(0, 255)), max_size=3)
    often = st.one_of(st.just([]), st.just([]), st.just([]), spoilt)
    marks = st.sampled_from((b"", codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    mere = st.builds(lambda mark, data: Sample(suffix, mark + data), marks, st.binary(max_size=200))
    built = st.builds(_bytes, texts, _ENCODINGS, often).map(lambda data: Sample(suffix, data))
    return st.one_of(*[built] * 9, mere)


def _bytes(text: str, encoding: str, spoilt: Sequence[tuple[int, int]]) -> bytes:
    data = bytearray(text.encode(encoding, "ignore")[:MOST])
    for at, byte in spoilt if data else ():
        data[at * (len(data) - 1) // _SCALE] = byte
    return bytes(data)


def plain_text(texts: st.SearchStrategy[str], suffix: str = ".txt") -> st.SearchStrategy[Sample]:
    """Texts as UTF-8."""
    return texts.map(lambda text: Sample(suffix, text.encode("utf-8", "ignore")[:MOST]))


def saved(suffix: str) -> st.SearchStrategy[str]:
    """Texts of saved pages of a suffix in READERS."""
    assert suffix in READERS
    kinds = (words(), DAYS, UNICODE, MARKDOWN, *((TAGS, TAGS, ENTITIES) if suffix == ".html" else ()))
    near = mutated(pages(suffix), kinds)
    return st.one_of(near, near, soup(kinds))

"""Bytes -> text, whatever the encoding a page was saved in: read right, or rejected by name."""

import codecs
import contextlib
import re
from itertools import islice

from kliping.formats.page import Rejected
from kliping.locale import _

_MARKS = (  # that of UTF-16 opens that of UTF-32
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_NULS = 0.9  # of every other byte in UTF-16: Indonesian and English have a few quotes and dashes beside ASCII
# What sites declare beside UTF-8, and how it is read: browsers take Latin-1 and ASCII for Windows-1252
# (Encoding standard, https://encoding.spec.whatwg.org/#names-and-labels).
_ONE_BYTE = {"cp1252": "cp1252", "iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-15": "iso8859-15"}
_SEVEN_BITS = ("utf-7", "hz", "iso2022")  # write other letters with ASCII, so that all they write is UTF-8 too

_RUN = re.compile(rb"[\x80-\xff]{1,99}")
# Half of a character beyond 65,535 as old databases write it; Python reads each of its bytes as an error.
_HALVES = re.compile(rb"\xed[\xa0-\xbf][\x80-\xbf](?:\xed[\xb0-\xbf][\x80-\xbf])?")
# In Windows-1252 a letter and the signs that close a word (`é”`), in UTF-8 a character or the start of one. The bytes
# that open most of what papers print in UTF-8 are left out: C2 and C3 (letters with marks), E2 (quotes), F0 (emoji).
_LETTER_AND_SIGNS = re.compile(rb"[\xc4-\xd6\xd8-\xe1\xe3-\xef\xf1-\xf4][\x85\x91-\x97\xa0\xbb]{1,2}(?![\x80-\xbf])")
# Control characters that nobody types: signs of Windows-1252 that were taken for Latin-1 before they became UTF-8.
# They are read as browsers read `&#147;` by the HTML standard; five of them are no sign, and go.
_CONTROL = re.compile(rb"\xc2[\x80-\x9f]")
_SIGNS = {code: bytes((code,)).decode("cp1252", "ignore") for code in range(0x80, 0xA0)}
_FOREIGN = 20  # bytes in foreign words: ten endings such as `é…”`, or one short sentence


def decode(data: bytes, declared: str | None = None) -> str:
    """Text by its byte order mark, else as UTF-8, else as declared, else as Windows-1252.

    `declared` is the encoding that markup names. UTF-8 may be damaged: each character that was lost is U+FFFD. Raises
    Rejected for binary data, broken Unicode and encodings that are not read.
    """
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), None)
    text = _wide(data, encoding) if encoding or b"\0" in data else _narrow(data, declared)
    return text.lstrip("\ufeff")  # programs that put files together leave more marks than one


def _wide(data: bytes, encoding: str | None) -> str:
    """UTF-16 or UTF-32. Raises Rejected for anything else."""
    if not encoding:  # UTF-16 without a mark, in which ASCII has a NUL in every other byte
        first, second = data[::2].count(0), data[1::2].count(0)
        if max(first, second) < _NULS * len(data) / 2:
            raise _binary()
        encoding = "utf-16-be" if first > second else "utf-16-le"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise _broken() from error
    if "\0" in text:
        raise _binary()
    return text.translate(_SIGNS)


def _binary() -> Rejected:
    return Rejected(_("is binary, not text; save the page as text"))


def _broken() -> Rejected:
    return Rejected(_("is not the Unicode text it says it is; save the page again as UTF-8 text"))


def _unread(declared: str | None) -> Rejected:
    why = _("declares {encoding}, which is not read; save the page again as UTF-8 text")
    return Rejected(why.format(encoding=declared))


def _narrow(data: bytes, declared: str | None) -> str:
    """UTF-8, whole or damaged, else an encoding of one byte a character. Raises Rejected for any other encoding."""
    name, marked = _python_name(declared), data.startswith(codecs.BOM_UTF8)
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        text, read = codecs.utf_8_decode(data, "strict", False)
    except UnicodeDecodeError:
        pass
    else:
        if name and name.startswith(_SEVEN_BITS) and text.isascii() and not marked:
            raise _unread(declared)
        return _with_signs(data, text if read == len(data) else f"{text}\ufffd")  # cut off inside a character
    data = _HALVES.sub("\ufffd".encode(), data)
    runs = [run[0] for run in islice(_RUN.finditer(data), 10_000)]  # enough to tell, and soon done
    if _is_damaged_utf8(b" ".join(runs), marked or name == "utf-8"):
        return _with_signs(data, data.decode("utf-8", "replace"))
    if marked:
        raise _broken()
    if name and name not in _ONE_BYTE and not name.startswith("utf-"):
        raise _unread(declared)
    return _one_byte(data, _ONE_BYTE.get(name or "", "cp1252"), runs)


def _with_signs(data: bytes, text: str) -> str:
    return text.translate(_SIGNS) if _CONTROL.search(data) else text


def _python_name(declared: str | None) -> str | None:
    """Python's name of the declared encoding.

    A name nobody knows (`utf8mb4`, the scraps of a template) tells nothing, so that browsers pass it over too.
    """
    for label in (declared or "", (declared or "").casefold().removeprefix("x-")):
        with contextlib.suppress(LookupError):
            return codecs.lookup(label).name
    return None


def _is_damaged_utf8(sample: bytes, declared: bool) -> bool:
    """Whether more bytes go on with a character, as only UTF-8 has it, than stand where it has none.

    Decoding tells both: each byte that goes on makes the text shorter by one, each error leaves a U+FFFD. A character
    cut short after its second byte counts for neither side. Where the sides are equal it is UTF-8, for damage is seen
    and a wrong encoding is not. A declaration counts as one byte.
    """
    text = sample.decode("utf-8", "replace")
    errors = text.count("\ufffd") + len(b"".join(_LETTER_AND_SIGNS.findall(sample)))
    return len(sample) - len(text) + declared >= errors


def _one_byte(data: bytes, encoding: str, runs: list[bytes]) -> str:
    """Windows-1252 and its like, by the runs of bytes beyond ASCII. Raises Rejected for foreign words.

    Foreign are words of their own, as Russian, Chinese, Thai or Arabic print them. Indonesian, English and their
    neighbours have a letter or a quote here and there among ASCII, at most two different ones side by side (`é”`).
    Their share of all letters would tell less: markup is ASCII in every language.
    """
    foreign = sum(len(run) for run in runs if len(set(run)) > 2 and max(run) >= 0xC0)
    if foreign > _FOREIGN and 2 * foreign > sum(map(len, runs)):
        raise Rejected(_("is in an encoding that is not read; save the page again as UTF-8 text"))
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise Rejected(_("is neither UTF-8 nor Windows-1252 text; save the page again as UTF-8 text")) from error
    return text if encoding == "cp1252" else text.translate(_SIGNS)

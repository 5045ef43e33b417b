"""Bytes -> text, whatever the encoding a page was saved in."""

from __future__ import annotations

import codecs

from kliping.page import Rejected

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_DECLARED = frozenset(("cp1252", "iso8859-1", "iso8859-15"))  # what Indonesian sites declare beside UTF-8


def decode(data: bytes, declared: str | None = None) -> str:
    """Text by its byte order mark, else as UTF-8, else as declared, else as Windows-1252.

    Raises Rejected for binary data.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError as error:
                raise Rejected("is not the Unicode text it says it is; save the page again as UTF-8 text") from error
    if b"\0" in data:
        raise Rejected("is binary, not text; save the page as text")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    try:
        return data.decode(_known(declared) or "cp1252")
    except UnicodeDecodeError as error:
        raise Rejected("is neither UTF-8 nor Windows-1252 text; save the page again as UTF-8 text") from error


def _known(declared: str | None) -> str | None:
    """The declared encoding, where it is one that is met; browsers read `iso-8859-1` as Windows-1252."""
    try:
        name = codecs.lookup(declared or "").name
    except LookupError:
        return None
    return {"iso8859-1": "cp1252"}.get(name, name) if name in _DECLARED else None

"""Addresses of web pages: the host that tells the outlet, and the day that some print."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from urllib.parse import urlsplit

from kliping.text.dates import YEARS

DOMAIN = re.compile(r"(?=.{3,253}\Z)[a-z0-9-]+(\.[a-z0-9-]+)+")
ADDRESS = re.compile(r"https?://[^\s\"'<>\\]{3,2000}", re.IGNORECASE)
_ARCHIVE = re.compile(r"^https?://web\.archive\.org/web/\d+[a-z_]*/", re.I)
_VARIANTS = ("www.", "m.", "amp.", "mobile.", "www2.")  # the same outlet for another screen
_SAYING = ("link:canonical", "og:url", "saved:url", "ld:url", "twitter:url", "link:amphtml")
_DAY = re.compile(r"/((?:19|20)\d\d)[/-]?(0\d|1[0-2])[/-]?([0-2]\d|3[01])(?=[/-]|$)")


def clean_address(text: str | None) -> str | None:
    """An http or https address without the archive before it and the fragment behind it; None for any other text."""
    found = _ARCHIVE.sub("", (text or "").strip()).partition("#")[0]
    return found if ADDRESS.fullmatch(found) else None


def address_in(meta: Mapping[str, str]) -> str | None:
    """The address of a page by its markup: the canonical one, else the one shared, else where it was saved from."""
    return next((found for name in _SAYING if name in meta and (found := clean_address(meta[name]))), None)


def site_address(text: str) -> str:
    """A site's address without the slash at its end. Raises ValueError, saying what to give, where it is none."""
    address = text.rstrip("/")
    if not ADDRESS.fullmatch(address) or "?" in address or "#" in address:
        raise ValueError(f"{text!r} is no address; give one such as https://user.github.io/repo")
    return address


def host_of(text: str) -> str:
    """The domain of an address, or a bare domain, without `www.` and the like, in small letters.

    Empty where the host is none, as of a page read on one's own machine.
    """
    try:
        host = (urlsplit(text).hostname or "") if "//" in text else text
    except ValueError:
        host = ""
    host = host.casefold()
    start = next((v for v in _VARIANTS if host.startswith(v) and host.count(".") > 1), "")
    host = host.removeprefix(start)
    return host if DOMAIN.fullmatch(host) else ""


def day_in(text: str | None) -> datetime.date | None:
    """The day in an address such as `/read/2024/08/30/...`, else None."""
    found = _DAY.search(text or "")
    if not found or int(found[1]) not in YEARS:
        return None
    try:
        return datetime.date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return None

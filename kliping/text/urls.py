"""Web addresses: which a page has, the host in one, the day that some print, and what a site's may be."""

import datetime
import re
from collections.abc import Mapping
from urllib.parse import urlsplit

from kliping.locale import _
from kliping.text.dates import YEARS

DOMAIN = re.compile(r"(?=.{3,253}\Z)[a-z0-9-]+(\.[a-z0-9-]+)+")
ADDRESS = re.compile(r"https?://[^\s\"'<>\\]{3,2000}", re.IGNORECASE)
_MAIL = re.compile(r"[\w.+-]{1,64}@(?=.{3,253}\Z)[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+", re.ASCII)
_ARCHIVE = re.compile(r"^https?://web\.archive\.org/web/\d+[a-z_]*/", re.I)
_VARIANTS = ("www.", "m.", "amp.", "mobile.", "www2.")  # of the same outlet
_SOURCES = ("link:canonical", "og:url", "saved:url", "ld:url", "twitter:url", "link:amphtml")  # in order of trust
_DAY = re.compile(r"/((?:19|20)\d\d)[/-]?(0\d|1[0-2])[/-]?([0-2]\d|3[01])(?=[/-]|$)")


def clean_address(text: str | None) -> str | None:
    """An http or https address without web.archive.org before it and a fragment behind it; None for any other text."""
    address = _ARCHIVE.sub("", (text or "").strip()).partition("#")[0]
    return address if ADDRESS.fullmatch(address) else None


def address_in(meta: Mapping[str, str]) -> str | None:
    """A page's address by its metadata: the canonical one, else the shared one, else that of saving; or None."""
    return next((address for name in _SOURCES if (address := clean_address(meta.get(name)))), None)


def site_address(text: str) -> str:
    """A site's address without the slash at its end. Raises ValueError, saying what to give, where it is none."""
    address = text.rstrip("/")
    if not ADDRESS.fullmatch(address) or "?" in address or "#" in address:
        problem = _("{text!r} is no address; give one such as https://user.github.io/repo")
        raise ValueError(problem.format(text=text))
    return address


def mail_in(contact: str) -> str | None:
    """The e-mail address that a contact is; None for any other."""
    return contact if _MAIL.fullmatch(contact) else None


def web_in(contact: str) -> str | None:
    """The address of the web that a contact is; None for any other."""
    return contact if ADDRESS.fullmatch(contact) else None


def contact_link(contact: str) -> str | None:
    """What a contact links to: an e-mail address or an address of the web; None for a number or another text."""
    return f"mailto:{contact}" if mail_in(contact) else web_in(contact)


def host_of(text: str) -> str:
    """The domain of an address, or a bare domain, in lower case without `www.` and the like.

    Empty where there is no domain, as for a page saved from one's own machine.
    """
    try:
        host = (urlsplit(text).hostname or "") if "//" in text else text
    except ValueError:
        host = ""
    host = host.casefold()
    variant = next((v for v in _VARIANTS if host.startswith(v) and host.count(".") > 1), "")
    host = host.removeprefix(variant)
    return host if DOMAIN.fullmatch(host) else ""


def day_in(text: str | None) -> datetime.date | None:
    """The day in an address such as `/read/2024/08/30/...`, else None."""
    match = _DAY.search(text or "")
    if not match or int(match[1]) not in YEARS:
        return None
    try:
        return datetime.date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return None

"""Where links of a site may lead: to files that are there, and to whole addresses of the web."""

import re
from collections.abc import Collection
from urllib.parse import unquote, urlsplit

from kliping.locale import _

WEB = ("https://", "http://")
_IDS = (*WEB, "urn:", "tag:")
_PLAIN_PATH = re.compile(r"(?:[\w-][\w.-]*/)*(?:[\w-][\w.-]*)?", re.ASCII)
_SCHEMES = frozenset(("", "http", "https", "mailto"))
_ELSEWHERE = re.compile(r"\s*(?:[a-z]+:|[/\\]{2})", re.IGNORECASE)


class Addresses:
    """The addresses of one site: the files it will consist of, and the path it is served under."""

    def __init__(self, files: Collection[str], site_url: str) -> None:
        self._files = files
        self._base = urlsplit(site_url).path.rstrip("/") + "/"

    def wrong(self, value: str, file: str) -> str | None:
        """Why a link in a file may not stand there; None for one that may."""
        if value.startswith((*WEB, "#")):
            return None
        to_root = "../" * file.count("/")
        if value.startswith(to_root) and _PLAIN_PATH.fullmatch(inside := value[len(to_root) :]):
            target = f"{inside}index.html" if not inside or inside.endswith("/") else inside
            return None if target in self._files else _not_there(value)
        return self._odd(value, file)

    def _odd(self, value: str, file: str) -> str | None:
        try:
            parts = urlsplit(re.sub(r"[\x00-\x20]", "", value))
        except ValueError:
            return _("link {value!r} is no address").format(value=value)
        if parts.scheme not in _SCHEMES:
            return _("link with the scheme {scheme}:").format(scheme=parts.scheme)
        if parts.scheme or parts.netloc or not parts.path:
            return None
        path = unquote(parts.path)
        target = path.removeprefix(self._base) if path.startswith("/") else _resolved(file, path)
        if target == "" or target.endswith("/"):
            target += "index.html"
        return None if target in self._files else _not_there(value)


def _not_there(value: str) -> str:
    return _("link to {value}, which is not there").format(value=value)


def elsewhere(value: str) -> str | None:
    """Why what a reader's program fetches by itself may not come from there; None where it is a file of the site."""
    return _("{value} is loaded from another host").format(value=value) if _ELSEWHERE.match(value) else None


def not_whole(value: str) -> str | None:
    """Why an address that is read away from the site is none; it must be whole, and of the web."""
    if value.strip().startswith(WEB):
        return None
    return _("{value!r} is no whole address, https:// or http://").format(value=value[:60])


def no_id(value: str) -> str | None:
    """Why the id of an entry is none: readers may take it for a link."""
    if value.strip().startswith(_IDS):
        return None
    return _("{value!r} is no id; urn:, https:// or http://").format(value=value[:60])


def _resolved(file: str, path: str) -> str:
    parts = file.split("/")[:-1]
    for part in path.split("/"):
        if part == "..":
            if not parts:
                return "../"
            parts.pop()
        elif part != ".":
            parts.append(part)
    return "/".join(parts)

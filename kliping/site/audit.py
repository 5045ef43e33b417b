"""Reads what was built as a stranger would, before it takes the old site's place.

HTML is read in a strict form, in which all browsers agree on what is a tag: every `<` begins a whole tag with
quoted values that hold no angle bracket. What is not in that form is refused, and so is active content.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from urllib.parse import unquote, urlsplit

_TOKEN = re.compile(  # every tag but those that are harmless by themselves, which are most
    r"<(?!/?(?:p|span|d[dtl]|b|li|[uo]l|h[1-6]|div|a|time|section|small|header|article|nav|main|head|body|html)>)[^>]*>?"
)
_TAG = re.compile(
    r"""</?([a-zA-Z][a-zA-Z0-9]*)((?:\s+[a-zA-Z_:][a-zA-Z0-9_:.-]*(?:=(?:"[^"<>]*"|'[^'<>]*'))?)*)\s*/?>"""
    r"|<!doctype html>|<!--(?!-?>)(?:[^<>-]|-(?!-))*-->",
    re.IGNORECASE,
)
_HARMLESS = re.compile(  # most tags of a page: no link, nothing that could act
    r"""</?(?:meta|span|p|time|h[1-6]|div|section|article|li|ul|ol|dl|dt|dd|b|small|title|body|html|head)"""
    r"""(?: (?:class|id|lang|name|property|content|datetime|title)="[^"<>]*")*>"""
)
_ATTRIBUTE = re.compile(r"""([a-zA-Z_:][a-zA-Z0-9_:.-]*)(?:=(?:"([^"]*)"|'([^']*)'))?""")
_ACTIVE = frozenset("iframe frame object embed style base applet template math".split())
# Data, which no browser runs, and files of our own: what a link names must be there, as everywhere.
_SCRIPT = re.compile(
    r"""<script type="application/ld\+json">|<script src="[^"]*"(?: type="module"| defer)*>|</script>"""
)
_FORM = re.compile(r"""</form>|<form(?: (?:class|role|action|data-parts)="[^"<>]*")*>""")  # it asks and sends nothing
_GIVEN = {"script": _SCRIPT, "form": _FORM}  # in this form and no other
_LINKS = frozenset("href src action formaction srcset data poster ping background xlink:href manifest".split())
_NAMES = re.compile(r"""\srel=["'](?:canonical|alternate|license|me)["']""")  # links that say what is where
_PLAIN_PATH = re.compile(r"(?:[\w-][\w.-]*/)*(?:[\w-][\w.-]*)?", re.ASCII)
_SHORT = 200  # characters; a longer tag without a link holds words of one page
_SCHEMES = frozenset(("", "http", "https", "mailto"))


class Audit:
    """The rules for one site: the files it will consist of, and the path it is served under."""

    def __init__(self, files: Collection[str], site_url: str) -> None:
        self._files = files
        self._base = urlsplit(site_url).path.rstrip("/") + "/"
        self._passed: dict[str, set[str]] = {}  # folder's way to the root -> tags found good in any such folder

    def of(self, file: str, data: bytes) -> list[str]:
        """What is wrong with one file; nothing where it may be published."""
        if file.endswith(".html"):
            return [f"{file}: {why}" for why in self._page(file, data)]
        rules = _RULES.get(file.rpartition(".")[2])
        return [f"{file}: {why}" for why in rules(data)] if rules else []

    def whole(self, files: Collection[str], article_ids: Iterable[str]) -> list[str]:
        """What is missing from a site, and what is too much in it: one page for each article, and no other."""
        wanted = {f"berita/{key}/index.html" for key in article_ids}
        have = {file for file in files if file.startswith("berita/")}
        found = [f"{file}: an article without its page" for file in sorted(wanted - have)]
        return found + [f"{file}: a page without its article" for file in sorted(have - wanted)]

    def _page(self, file: str, data: bytes) -> Iterator[str]:
        try:
            text = data.decode()
        except UnicodeDecodeError:
            yield "is not UTF-8"
            return
        to_root = "../" * file.count("/")
        passed = self._passed.setdefault(to_root, set())
        for tag in sorted(set(_TOKEN.findall(text)) - passed):
            wrong = list(self._tag(tag, file))
            yield from wrong
            if not wrong and _means_the_same_everywhere(tag, to_root):
                passed.add(tag)

    def _tag(self, tag: str, file: str) -> Iterator[str]:
        if _HARMLESS.fullmatch(tag):
            return
        found = _TAG.fullmatch(tag)
        if not found:
            yield f'{tag[:60]!r} is no tag in the strict form; write <name key="value">'
            return
        name = (found[1] or "").lower()
        if name in _ACTIVE or (name in _GIVEN and not _GIVEN[name].fullmatch(tag)):
            yield f"active content <{name}>"
        for key, quoted, single in _ATTRIBUTE.findall(found[2] or ""):
            key = key.lower()
            if key.startswith("on") or key in ("style", "srcdoc"):
                yield f"active attribute {key} on <{name}>"
            elif key == "http-equiv" and "refresh" in (quoted or single).lower():
                yield "a page that moves readers on"
            elif key in _LINKS:
                value = _decoded(quoted or single)
                if why := self._link(value, file) or (_loads(name, found[2]) and _elsewhere(value)):
                    yield why

    def _link(self, value: str, file: str) -> str | None:
        if value.startswith(("https://", "http://", "#")):
            return None
        to_root = "../" * file.count("/")
        if value.startswith(to_root) and _PLAIN_PATH.fullmatch(inside := value[len(to_root) :]):
            target = f"{inside}index.html" if not inside or inside.endswith("/") else inside
            return None if target in self._files else f"link to {value}, which is not there"
        return self._odd_link(value, file)

    def _odd_link(self, value: str, file: str) -> str | None:
        try:
            parts = urlsplit(re.sub(r"[\x00-\x20]", "", value))
        except ValueError:
            return f"link {value!r} is no address"
        if parts.scheme not in _SCHEMES:
            return f"link with the scheme {parts.scheme}:"
        if parts.scheme or parts.netloc or not parts.path:
            return None
        path = unquote(parts.path)
        target = path.removeprefix(self._base) if path.startswith("/") else _resolved(file, path)
        if target == "" or target.endswith("/"):
            target += "index.html"
        return None if target in self._files else f"link to {value}, which is not there"


def _loads(name: str, attributes: str) -> bool:
    """Whether a browser fetches by itself what a tag links to."""
    return not (name in ("a", "area") or (name == "link" and _NAMES.search(attributes)))


def _elsewhere(value: str) -> str | None:
    return (
        f"{value} is loaded from another host" if re.match(r"\s*(?:[a-z]+:|[/\\]{2})", value, re.IGNORECASE) else None
    )


def _means_the_same_everywhere(tag: str, to_root: str) -> bool:
    """Whether a tag says the same on each page of this depth, and stands on many, so that one look is enough."""
    if "href" not in tag and "src" not in tag:
        return len(tag) < _SHORT
    return (f'="{to_root}' in tag or '="#' in tag) and "berita/" not in tag


def _decoded(value: str) -> str:
    from html import unescape

    return unescape(value) if "&" in value else value


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


def _xml(data: bytes) -> Iterator[str]:
    from lxml import etree

    try:
        etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError as error:
        yield f"is no well-formed XML ({error})"


def _json(data: bytes) -> Iterator[str]:
    import msgspec

    try:
        msgspec.json.decode(data, type=msgspec.Raw)  # read to its end, and nothing kept
    except msgspec.DecodeError as error:
        yield f"is no JSON ({error})"


def _csv(data: bytes) -> Iterator[str]:
    import csv
    import io

    try:
        lines = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True)
        header = len(next(lines, []))
        short = next((number for number, line in enumerate(lines, 2) if len(line) != header), None)
    except (csv.Error, UnicodeDecodeError) as error:
        yield f"is no CSV ({error})"
        return
    if short:
        yield f"has in record {short} not as many fields as in its header"


_RULES = {"xml": _xml, "opml": _xml, "xsl": _xml, "json": _json, "csv": _csv}

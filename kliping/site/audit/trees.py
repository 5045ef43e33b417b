"""XML as programs read it: feeds and sitemaps, pictures, and the sheets that show a feed in a browser."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from kliping.locale import _
from kliping.site.audit import styles, tags
from kliping.site.audit.addresses import Addresses, elsewhere, no_id, not_whole

_ATOM, _MAPS = "{http://www.w3.org/2005/Atom}", "{http://www.sitemaps.org/schemas/sitemap/0.9}"
_XSL = "{http://www.w3.org/1999/XSL/Transform}"
_LIVE = (  # what browsers run and show wherever it stands in XML
    "http://www.w3.org/1999/xhtml http://www.w3.org/2000/svg http://www.w3.org/1998/Math/MathML"
    " http://www.w3.org/1999/XSL/Transform"
).split()
_ADDRESSED = ("link", "comments", "docs", "url", f"{_ATOM}uri", f"{_ATOM}icon", f"{_ATOM}logo", f"{_MAPS}loc")
_MARKUP = re.compile(rb"&(?:lt|#0*60|#[xX]0*3[cC]);")  # text that is HTML to those who take it for that
_SHEET = re.compile(rb'xml-stylesheet type="text/(?:xsl|css)" href="([\w./-]+)"')
_INSTRUCTION = re.compile(rb"<\?(?!xml )(.*?)\?>", re.DOTALL)
_FETCHES = frozenset(f"{_XSL}{name}" for name in ("import", "include", "element"))  # more than can be seen here


def feed(data: bytes, file: str, addresses: Addresses) -> Iterator[str]:
    """What is wrong with a feed, a list of feeds or a sitemap: all it holds must be text and whole addresses."""
    root = yield from _root(data)
    if root is None:
        return
    for instruction in _INSTRUCTION.findall(data):
        sheet = _SHEET.fullmatch(instruction)
        if not sheet:
            fault = _("a processing instruction that is no sheet of ours: {instruction}")
            yield fault.format(instruction=instruction[:60].decode(errors="replace"))
        elif why := addresses.wrong(sheet[1].decode(), file):
            yield why
    for element in _found("live")(root):
        yield from _element(element)
    if b"<![CDATA[" in data or _MARKUP.search(data):
        for text in _found("markup")(root):
            yield from tags.fragment(text)
    values = [element.text or "" for element in root.iter(*_ADDRESSED)]
    values += [element.text or "" for element in root.iter("guid") if element.get("isPermaLink") != "false"]
    for value in (*values, *_found("links")(root)):
        if value and (why := not_whole(value)):  # Atom's own links have no text
            yield why
    for element in root.iter(f"{_ATOM}id", "guid"):
        if why := no_id(element.text or ""):
            yield why


def picture(data: bytes, file: str, addresses: Addresses) -> Iterator[str]:
    """What is wrong with an SVG: it is opened as a page by who asks for it, and runs what a page runs."""
    root = yield from _root(data)
    if root is None:
        return
    if _INSTRUCTION.search(data):
        yield _("a processing instruction")
    for element in root.iter("*"):
        yield from _element(element)
        if _local(element) == "style":
            yield from styles.sheet("".join(element.itertext()))
        for value in _linked(element):
            if not value.startswith("#"):
                yield _("{value} is no part of the picture").format(value=value[:60])


def sheet(data: bytes, file: str, addresses: Addresses) -> Iterator[str]:
    """What is wrong with an XSL sheet, which makes pages of feeds in the reader's browser."""
    root = yield from _root(data)
    if root is None:
        return
    for element in root.iter("*"):
        if element.tag in _FETCHES:
            yield tags.active_content(_local(element))
        yield from _element(element)
        if any("document(" in value or "unparsed-" in value for value in element.attrib.values()):
            yield _("it reads another document")
        if element.get("disable-output-escaping", "no") != "no":
            yield _("it makes markup of a feed's text")
        if element.tag == f"{_XSL}attribute" and (tags.is_active(element.get("name")) or "{" in element.get("name")):
            yield _("active attribute {attribute}").format(attribute=element.get("name"))
        for value in _linked(element):
            if not value.startswith("{") and (why := elsewhere(value)):  # {...} is taken from a feed, or where it lies
                yield why


def _root(data: bytes) -> Any:
    """The root of strict XML, or what is wrong with it and None."""
    from lxml import etree

    try:
        root = etree.fromstring(data, _parser())
    except etree.XMLSyntaxError as error:
        yield _("is no well-formed XML ({error})").format(error=error)
        return None
    info = root.getroottree().docinfo
    if info.internalDTD is not None:
        yield _("has a doctype, which may define what is not seen here")
        return None
    if info.encoding.upper() != "UTF-8":
        yield _("is not UTF-8")
        return None
    return root


def _element(element: Any) -> Iterator[str]:
    """What is wrong with an element that a browser may run."""
    name = "" if element.tag.startswith(_XSL) else _local(element)  # a template of a sheet is none of HTML
    if name in tags.ACTIVE - {"style"} or name in ("foreignobject", "handler", "listener"):
        yield tags.active_content(name)
    for key, value in element.attrib.items():
        key = key.rpartition("}")[2].lower()
        if key == "style":
            yield from styles.sheet(value)
        elif tags.is_active(key):
            yield tags.active_attribute(key, name)
        elif key == "attributename" and (tags.is_active(value.lower()) or value.lower().endswith("href")):
            yield _("a picture that changes its {attribute}").format(attribute=value)


def _linked(element: Any) -> list[str]:
    keys = [key for key in element.attrib if key.rpartition("}")[2].lower() in tags.LINKS]
    return [element.get(key) for key in keys]


def _local(element: Any) -> str:
    return str(element.tag).rpartition("}")[2].lower()


@cache
def _parser() -> Any:
    from lxml import etree

    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)


@cache
def _found(what: str) -> Any:
    """A search by XPath, which takes a tenth of the time of one by hand."""
    from lxml import etree

    names = {f"n{number}": address for number, address in enumerate(_LIVE)}
    paths = {
        "live": " | ".join(f"//{name}:*" for name in names),
        "markup": "//text()[contains(., '<')]",
        "links": "//@href | //@url | //@src | //@xmlUrl | //@htmlUrl",
    }
    return etree.XPath(paths[what], namespaces=names, smart_strings=False)

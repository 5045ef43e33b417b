"""The rules of the W3C feed validator for what our feeds hold, written anew from its source and called by its names.

Its source is the repository w3c/feedvalidator; where a rule of its is told here, the name of its message is given.
Every message counts, be it an error, a warning or advice. The validator itself is on no registry.
"""

from __future__ import annotations

import datetime
import email.utils
import html
import re
from collections.abc import Iterator

import html5lib
from lxml import etree

ATOM = "{http://www.w3.org/2005/Atom}"
DC = "{http://purl.org/dc/elements/1.1/}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"

_LINK = re.compile(r"https?://[^/][0-9a-zA-Z;/?:@&=+$.\-_!~*'()%,#]*")
_UUID = re.compile(r"urn:uuid:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_RFC2822 = re.compile(r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d [+-]\d\d[03]0")
_RFC3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?[+-]\d\d:\d\d")
_END_TAG = re.compile(r"</\w+>")
_REFERENCE = re.compile(r"&(#?\w+)")
_RSS = {
    "channel": ("title", "link", "description", "language", "lastBuildDate", f"{ATOM}link", "item"),
    "item": [*"title link description category guid pubDate source".split(), f"{DC}creator", f"{DC}language"],
}
_ONCE = {*"title link description language lastBuildDate guid pubDate source".split(), f"{DC}language"}
_ONCE |= {f"{ATOM}{tag}" for tag in ("title", "subtitle", "id", "updated", "published", "summary")}
_ATOMS = {
    "feed": "title subtitle id updated link author entry".split(),
    "entry": "title id updated published link author category summary".split(),
}


def rss(data: bytes, address: str) -> list[str]:
    """What the validator would say of an RSS feed at this address."""
    root = _root(data)
    channel = root.find("channel")
    return [*_document(data, root), *_channel(channel, address, data), *_items(channel, data)]


def atom(data: bytes, address: str) -> list[str]:
    """What the validator would say of an Atom feed at this address."""
    root = _root(data)
    return [*_document(data, root), *_feed(root, address, data), *_entries(root, data)]


def opml(data: bytes) -> list[str]:
    """What the validator would say of an OPML file."""
    return [*_outlines(_root(data))]


def _root(data: bytes) -> etree._Element:
    """SAXError: no XML; UndefinedNamedEntity; NotUTF8."""
    data.decode("utf-8")
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, recover=False))


def _document(data: bytes, root: etree._Element) -> Iterator[str]:
    if not re.search(rb"<(?:rss|feed)\b", data[:512]):
        yield "NonSpecificMediaType: a server that says application/xml must be told by the first 512 bytes"
    for element in root.iter(etree.Element):
        for text in (element.text or "", *element.attrib.values()):
            if re.search("[\x80-\x9f\ufffd]", text):
                yield f"BadCharacters: {text!r} in {element.tag}"
        tags = [child.tag for child in element.iterchildren(etree.Element)]
        yield from (f"DuplicateElement: {tag}" for tag in sorted({*tags} & _ONCE) if tags.count(tag) > 1)
        if len(element) and (element.text or "").strip():
            yield f"UnexpectedText: {element.text!r}"


def _channel(channel: etree._Element, address: str, data: bytes) -> Iterator[str]:
    known = [child.tag for child in channel]
    yield from (f"UndefinedElement: {tag}" for tag in known if tag not in _RSS["channel"])
    for tag, message in (("title", "MissingTitle"), ("link", "MissingLink"), ("description", "MissingDescription")):
        if not channel.findtext(tag):
            yield message
    if channel.findtext("language") != "id":
        yield "MissingDCLanguage"
    if "item" in known and known[known.index("item") :] != ["item"] * known.count("item"):
        yield "MisplacedItem: what is said of the whole stands before the items"
    yield from _self(channel, address, "application/rss+xml", "MissingAtomSelfLink")
    yield from _link(channel.findtext("link"))
    yield from _rfc822(channel.findtext("lastBuildDate"))
    for tag in ("title", "description"):
        yield from _nonhtml(channel.find(tag), data, "ContainsHTML")


def _items(channel: etree._Element, data: bytes) -> Iterator[str]:
    ids = [item.findtext("guid") for item in channel.iterfind("item")]
    if len(ids) != len(set(ids)):
        yield "DuplicateValue: guid"
    for item in channel.iterfind("item"):
        yield from (f"UndefinedElement: {child.tag}" for child in item if child.tag not in _RSS["item"])
        if item.find("guid") is None:
            yield "MissingGuid"
        elif item.find("guid").attrib != {"isPermaLink": "false"} or len(item.findtext("guid")) < 9:
            yield "InvalidHttpGUID, or NotSufficientlyUnique"
        yield from _link(item.findtext("link"))
        yield from _rfc822(item.findtext("pubDate"))
        if item.find("source") is not None:
            yield from _link(item.find("source").get("url"))
        for element in (*item.iterfind("title"), *item.iterfind("category"), *item.iterfind("source")):
            yield from _nonhtml(element, data, "ContainsHTML")
        yield from _html(item.findtext("description"))


def _feed(root: etree._Element, address: str, data: bytes) -> Iterator[str]:
    names = [child.tag.removeprefix(ATOM) for child in root]
    yield from (f"UndefinedElement: {name}" for name in names if name not in _ATOMS["feed"])
    yield from (f"MissingElement: {name}" for name in ("title", "id", "updated", "author") if name not in names)
    if "entry" in names and set(names[names.index("entry") :]) != {"entry"}:
        yield "MisplacedMetadata"
    if root.get(LANG) != "id":
        yield "MissingDCLanguage"
    yield from _self(root, address, "application/atom+xml", "MissingSelf")
    yield from _atom_parts(root, data)


def _entries(root: etree._Element, data: bytes) -> Iterator[str]:
    entries = root.findall(f"{ATOM}entry")
    for tag, message in (("id", "DuplicateEntries"), ("updated", "DuplicateUpdated")):
        found = [entry.findtext(ATOM + tag) for entry in entries]
        if len(found) != len(set(found)):
            yield message
    for entry in entries:
        names = [child.tag.removeprefix(ATOM) for child in entry]
        yield from (f"UndefinedElement: {name}" for name in names if name not in _ATOMS["entry"])
        wanted = ("title", "id", "updated", "author")
        yield from (f"MissingElement: {name}" for name in wanted if name not in names)
        if "summary" not in names:
            yield "MissingTextualContent"
        if [link.get("rel") for link in entry.iterfind(f"{ATOM}link")].count("alternate") != 1:
            yield "MissingContentOrAlternate, or DuplicateAtomLink"
        yield from ("MissingAttribute: term" for _ in entry.iterfind(f"{ATOM}category[@term='']"))
        yield from _atom_parts(entry, data)


def _atom_parts(parent: etree._Element, data: bytes) -> Iterator[str]:
    """What a feed and an entry have in common."""
    found = parent.findtext(f"{ATOM}id") or ""
    if not _UUID.fullmatch(found):  # a urn:uuid is its own canonical form
        yield f"InvalidUUID, InvalidURN, NonCanonicalURI or UnexpectedWhitespace: {found}"
    for tag in ("updated", "published"):
        if (moment := parent.findtext(ATOM + tag)) is not None:
            yield from _rfc3339(moment)
    for link in parent.iterfind(f"{ATOM}link"):
        yield from _link(link.get("href"))
        if link.text or link.get("rel") not in ("self", "alternate", "via"):
            yield "AtomLinkNotEmpty, or UnregisteredAtomLinkRel"
    for name in parent.iterfind(f"{ATOM}author/{ATOM}name"):
        yield from _nonhtml(name, data, "ContainsHTML")
    for element in (parent.find(ATOM + tag) for tag in ("title", "subtitle", "summary")):
        if element is not None and element.get("type") == "html":
            yield from _html(element.text)
        elif element is not None:
            yield from _nonhtml(element, data, "ContainsUndeclaredHTML")


def _outlines(root: etree._Element) -> Iterator[str]:
    if (root.tag, root.get("version")) != ("opml", "2.0"):
        yield "InvalidOPMLVersion"
    if [child.tag for child in root] != ["head", "body"] or root.find("body/outline") is None:
        yield "MissingElement"
    for outline in root.iter("outline"):
        if not outline.get("text"):
            yield "MissingAttribute: text"
        if outline.get("type") != "rss":
            if set(outline.attrib) != {"text"}:
                yield "MissingOutlineType"
            continue
        if not outline.get("title") or not outline.get("xmlUrl"):
            yield "MissingTitleAttr, or MissingXmlURL"
        if outline.get("version") != "RSS2" or outline.get("language") != "id":
            yield "InvalidOutlineVersion, or InvalidLanguage"
        yield from _link(outline.get("xmlUrl"))
        yield from _link(outline.get("htmlUrl"))
        yield from _html(outline.get("text"))


def _self(parent: etree._Element, address: str, kind: str, missing: str) -> Iterator[str]:
    found = parent.findall(f"{ATOM}link[@rel='self']")
    if len(found) != 1:
        yield missing
    elif found[0].get("href") != address:
        yield f"SelfDoesntMatchLocation: {found[0].get('href')} is at {address}"
    elif found[0].get("type") != kind:
        yield "SelfNotAtom"


def _link(address: str | None) -> Iterator[str]:
    if not _LINK.fullmatch(address or ""):
        yield f"InvalidFullLink, InvalidUriChar or UriNotIri: {address}"


def _rfc822(text: str | None) -> Iterator[str]:
    if not _RFC2822.fullmatch(text or ""):
        yield f"InvalidRFC2822Date, or ProblematicalRFC822Date: {text}"
        return
    moment = email.utils.parsedate_to_datetime(text)
    if f"{moment:%a}" != text[:3]:
        yield f"IncorrectDOW: {text}"
    yield from _plausible(moment)


def _rfc3339(text: str) -> Iterator[str]:
    if not _RFC3339.fullmatch(text):
        yield f"InvalidRFC3339Date: {text}"
    else:
        yield from _plausible(datetime.datetime.fromisoformat(text))


def _plausible(moment: datetime.datetime) -> Iterator[str]:
    latest = datetime.datetime.now(datetime.UTC) + datetime.timedelta(minutes=10)
    if moment.year < 1990 or moment > latest:
        yield f"ImplausibleDate: {moment}"


def _nonhtml(element: etree._Element, data: bytes, message: str) -> Iterator[str]:
    """Text in which a reader might see HTML. A reference is forgiven where its line is written with `&#x`."""
    text = element.text or ""
    if not text.strip():
        yield f"NotBlank: {element.tag}"
    if _END_TAG.search(text) or re.search(r"<[/a-zA-Z]", text):
        yield f"{message}, or CharacterData: {text!r}"
    names = [name for name in _REFERENCE.findall(text) if name in html.entities.name2codepoint or not name.isalpha()]
    if names and b"&#x" not in data.splitlines()[element.sourceline - 1]:
        yield f"{message}: {text!r}"
    if re.search(r"<[^<>@\s]+@[^<>@\s]+>", text):
        yield f"ContainsEmail: {text!r}"


def _html(text: str | None) -> Iterator[str]:
    """HTML, of which we want none but text."""
    if not (text or "").strip():
        yield "NotBlank"
    try:
        tree = html5lib.HTMLParser(strict=True).parseFragment(text or "")
    except html5lib.html5parser.ParseError as error:
        yield f"NotHtml: {error} in {text!r}"
    else:
        yield from (f"SecurityRisk: {child.tag} in {text!r}" for child in tree)

"""A built project as a stranger reads it: which saved page became what, what each page says, what in it could act.

Nothing here uses the project's own reading or auditing.
"""

from __future__ import annotations

import gzip
import json
import re
import unicodedata
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Any

import html5lib
import yaml
from lxml import etree

from tests.hostile.inputs import ARTICLE, NAMED, PASSED, SECRET, Input

_XHTML = "{http://www.w3.org/1999/xhtml}"
_ACTIVE = frozenset("iframe frame object embed base applet math style template portal noscript".split())
_SVG = "{http://www.w3.org/2000/svg}"
_DRAWN = frozenset(
    "svg g path rect line circle ellipse text tspan title desc defs pattern polygon polyline use".split()
)
_LINKS = frozenset("href src action formaction srcset data poster ping background manifest xlink:href".split())
_HARMLESS = re.compile(r"(?!//)[\w./%#?=&-]*|https?://[^\s\"'<>]*|mailto:[^\s\"'<>]*", re.ASCII)


class Site:
    """The project at `root` after a build."""

    def __init__(self, root: Path) -> None:
        self.output, self.articles = root / "output", root / "content/articles"
        self.report = json.loads((root / "content/.articles.kliping/report.json").read_text())

    @cached_property
    def ids(self) -> dict[str, str]:
        """Saved page -> id of its article."""
        found = {}
        for path in self.articles.rglob("*.md"):
            values = yaml.safe_load(path.read_text(encoding="utf-8").split("\n---\n")[0])
            saved = values.get("saved", [])
            found.update(dict.fromkeys([saved] if isinstance(saved, str) else saved, values.get("id")))
        return found

    @cached_property
    def named(self) -> str:
        """All that the report says, to look for names in."""
        kinds = ("rejected", "withdrawn", "problems", "notices")
        return "\n".join(line for kind in kinds for line in self.report[kind])

    def page(self, saved: str) -> Path:
        return self.output / "berita" / self.ids[saved] / "index.html"

    def wrong(self, one: Input) -> Iterator[str]:
        """What came of an input that should not have."""
        for name in (one.name, *one.also):
            if one.fate == PASSED and name == one.name:
                continue
            if one.fate == ARTICLE and name not in self.ids:
                yield f"{name} is no article: {self.report['rejected'].get(name)}"
            elif name not in self.ids and not (name in self.named or repr(name) in self.named):
                yield f"{name} vanished"
            elif one.fate == NAMED and name in self.ids:
                yield f"{name} became an article"
        if one.name in self.ids:
            if not self.page(one.name).exists():
                yield f"{one.name} is an article without a page"
                return
            said = words(self.page(one.name))
            yield from (f"{one.name} lost {line!r}: {said[:1500]}" for line in one.words if folded(line) not in said)

    def active(self) -> Iterator[str]:
        """Whatever in the site could act, load from elsewhere or lead to a bad scheme."""
        for path in sorted(self.output.rglob("*")):
            name = path.relative_to(self.output).as_posix()
            if path.suffix == ".html":
                yield from (f"{name}: {why}" for why in acting(path.read_text(encoding="utf-8"), ours=True))
            elif path.suffix in (".xml", ".opml"):
                yield from (f"{name}: {why}" for why in _in_feed(path))
            elif path.suffix == ".json" and not name.startswith("pagefind/"):
                yield from (f"{name}: {why}" for why in _in_json(json.loads(path.read_text(encoding="utf-8"))))

    def secrets(self) -> Iterator[str]:
        """Files of the site and of the articles in which words of a local file stand."""
        for folder in (self.output, self.articles):
            for path in sorted(folder.rglob("*")):
                if path.is_symlink():
                    yield f"{path} is a link"
                elif path.is_file():
                    data = unpacked(path.read_bytes())
                    yield from (f"{path} tells {word!r}" for word in (SECRET, "root:x:0:0:") if word.encode() in data)


def unpacked(data: bytes) -> bytes:
    """A file of the search index without its packing and its mark; other files as they are."""
    return gzip.decompress(data) if data[:2] == b"\x1f\x8b" else data


def words(path: Path) -> str:
    """What a reader sees of a page's main part."""
    tree = html5lib.parse(path.read_text(encoding="utf-8"))
    return folded(" ".join(tree.find(f".//{_XHTML}main").itertext()))


def folded(text: str) -> str:
    """Words with single spaces, without signs that nobody sees."""
    seen = "".join(" " if c.isspace() else c for c in unicodedata.normalize("NFC", text) if _is_seen(c))
    return " ".join(seen.split())


def _is_seen(sign: str) -> bool:
    return sign.isspace() or unicodedata.category(sign) not in ("Cc", "Cf", "Cn", "Cs")


def acting(markup: str, ours: bool = False) -> Iterator[str]:
    """What in a page, or in the HTML of a feed, could act; `ours` allows the theme's own scripts by address."""
    for element in html5lib.parse(markup).iter() if "<" in markup else ():
        if not isinstance(element.tag, str):
            continue
        tag = element.tag.removeprefix(_XHTML)
        if tag in _ACTIVE or (tag[0] == "{" and tag.removeprefix(_SVG) not in _DRAWN):
            yield f"<{tag}>"
        if tag == "script" and not (ours and _is_ours(element)):
            yield f"<script> {element.text!r} {element.attrib}"
        for key, value in element.attrib.items():
            yield from _attribute(tag, str(key).lower(), value)


def _is_ours(script: Any) -> bool:
    source = script.get("src", "")
    if script.get("type") == "application/ld+json":
        json.loads(script.text)
        return not source
    return (
        bool(re.fullmatch(r"(?:/(?:[\w-]+/)?|(?:\.\./)*)(?:theme/[\w./-]+|pagefind/[\w-]+)\.js", source))
        and not (script.text or "").strip()
    )


def _attribute(tag: str, key: str, value: str) -> Iterator[str]:
    if (
        key.startswith("on")
        or key in ("style", "srcdoc")
        or (key, value) == ("http-equiv", "refresh")
        or (key in _LINKS and not _HARMLESS.fullmatch(value))
    ):
        yield f"<{tag} {key}={value!r}>"
    elif key in _LINKS and tag not in ("a", "link") and re.match(r"[a-z]+:", value, re.I):
        yield f"<{tag} {key}={value!r}> from another host"


def _in_feed(path: Path) -> Iterator[str]:
    """Strict XML, and the HTML that readers of feeds make of its texts."""
    for element in etree.fromstring(path.read_bytes(), etree.XMLParser(resolve_entities=False, no_network=True)).iter():
        if isinstance(element, etree._Entity):
            yield f"entity {element.text}"
        elif isinstance(element.tag, str):
            yield from acting(element.text or "")
            yield from (why for key, value in element.attrib.items() for why in _attribute("a", key.lower(), value))


def _in_json(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inside in value.items():
            if key in ("url", "external_url", "content_html", "home_page_url", "feed_url"):
                yield from acting(inside or "") if key == "content_html" else _attribute("a", "href", inside or "")
            else:
                yield from _in_json(inside)
    elif isinstance(value, list):
        for inside in value:
            yield from _in_json(inside)

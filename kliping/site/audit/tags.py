"""HTML in a strict form, in which all browsers agree on what is a tag.

Every `<` begins a whole tag with quoted values that hold no angle bracket. What is not in that form is refused, and so
is active content.
"""

import re
from collections.abc import Callable, Iterator

from kliping.locale import _
from kliping.site.audit.addresses import elsewhere, not_whole

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
ACTIVE = frozenset("iframe frame frameset object embed style base applet template math script form".split())
# Data, which no browser runs, and files of scripts: these must be there, as what any link names, and of our own.
_SCRIPT = re.compile(
    r"""<script type="application/ld\+json">|<script src="[\w./-]+\.js"(?: type="module"| defer)*>|</script>"""
)
_FORM = re.compile(r"""</form>|<form(?: (?:class|role|action|data-parts)="[^"<>]*")*>""")  # it asks and sends nothing
_GIVEN = {"script": _SCRIPT, "form": _FORM}  # in this form and no other
LINKS = frozenset("href src action formaction srcset data poster ping background xlink:href manifest".split())
_NAMES = re.compile(r"""\srel=["'](?:canonical|alternate|license|me)["']""")  # links that say what is where


def tokens(text: str) -> set[str]:
    """Every tag, and whatever else begins as one; the harmless are left out."""
    return set(_TOKEN.findall(text))


def wrong(tag: str, link: Callable[[str], str | None], given: bool = True) -> Iterator[str]:
    """What is wrong with a tag. `link` says it of an address; `given` lets scripts and forms of our own stand."""
    if _HARMLESS.fullmatch(tag):
        return
    match = _TAG.fullmatch(tag)
    if not match:
        yield _('{tag!r} is no tag in the strict form; write <name key="value">').format(tag=tag[:60])
        return
    name = (match[1] or "").lower()
    if name in ACTIVE and not (given and name in _GIVEN and _GIVEN[name].fullmatch(tag)):
        yield active_content(name)
    for key, quoted, single in _ATTRIBUTE.findall(match[2] or ""):
        key, value = key.lower(), quoted or single
        if is_active(key):
            yield active_attribute(key, name)
        elif key == "http-equiv" and "refresh" in value.lower():
            yield _("a page that moves readers on")
        elif key in LINKS:
            value = _decoded(value)
            if why := link(value) or (_loads(name, match[2]) and elsewhere(value)):
                yield why


def fragment(text: str) -> Iterator[str]:
    """What is wrong with HTML that is read away from the site, as in a feed."""
    for tag in sorted(tokens(text)):
        yield from wrong(tag, not_whole, given=False)


def is_active(attribute: str) -> bool:
    """Whether an attribute runs something, or looks as if."""
    return attribute.startswith("on") or attribute in ("style", "srcdoc")


def active_content(name: str) -> str:
    """What to say of an element that runs something."""
    return _("active content <{name}>").format(name=name)


def active_attribute(attribute: str, name: str) -> str:
    """What to say of an attribute that runs something, on an element of this name."""
    return _("active attribute {attribute} on <{name}>").format(attribute=attribute, name=name)


def _loads(name: str, attributes: str) -> bool:
    """Whether a browser fetches by itself what a tag links to."""
    return not (name in ("a", "area") or (name == "link" and _NAMES.search(attributes)))


def _decoded(value: str) -> str:
    from html import unescape

    return unescape(value) if "&" in value else value

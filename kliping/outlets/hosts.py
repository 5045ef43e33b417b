"""Domains in a text, and which of them are no outlet: social networks, search engines, mirrors, makers of software."""

import re
from functools import lru_cache
from typing import NamedTuple

from kliping.outlets.offices import is_service
from kliping.text.urls import DOMAIN, host_of

_ENDS = (
    "com id co net org tv news info media press asia online life today digital network live site xyz biz go in goog"
    " ph is"
).split()
_TLD = "|".join(_ENDS)
_QUICK = re.compile(rf"\.(?:{_TLD})(?!\w)", re.IGNORECASE)
_FOUND = re.compile(
    rf"(?<![\w@.-])(?:https?://)?((?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.){{1,5}}(?:{_TLD}))(?!\w|-\w|\.\w|@)",
    re.ASCII | re.IGNORECASE,
)
NO_OUTLETS = frozenset(
    "facebook fb twitter x instagram youtube youtu tiktok google googleusercontent whatsapp wa telegram t"
    " linkedin threads pinterest gmail yahoo hotmail outlook bit s tinyurl linktr archive translate goog apple"
    " play canva wikipedia wikimedia wordpress blogger gravatar unsplash freepik pexels pixabay istockphoto"
    " gettyimages shutterstock bing chrome microsoft mozilla cloudflare amazon zoom dropbox doubleclick disqus"
    " prnewswire avast".split()
)
_ENDINGS = frozenset("co or go my web ac sch desa mil com net".split())  # before a country's own: `co.id`
_BLOGS = ("blogspot.com", "wordpress.com", "medium.com")  # where each host is an outlet of its own


class Found(NamedTuple):
    """A domain in a text."""

    text: str  # as printed
    start: int
    end: int


@lru_cache(maxsize=2048)  # the same lines are asked for again and again
def domains_in(text: str) -> tuple[Found, ...]:
    """The domains that a text prints and that may be an outlet's, those of mail addresses aside."""
    if "." not in text or not _QUICK.search(text):
        return ()
    found = [Found(match[1].rpartition(".www.")[2], match.start(), match.end()) for match in _FOUND.finditer(text)]
    return tuple([one for one in found if is_outlet(host_of(one.text))])


def is_domain(text: str) -> bool:
    """Whether a text is a domain that may be an outlet's."""
    return any(one.text == text for one in domains_in(text))


@lru_cache(maxsize=1024)
def is_outlet(host: str) -> bool:
    """Whether a host may be an outlet's: it is no social network, mirror, shortener or service of an office."""
    if not DOMAIN.fullmatch(host) or host.replace(".", "").isdigit():
        return False
    return host.endswith(_BLOGS) or not (label_of(host) in NO_OUTLETS or is_service(host))


def label_of(host: str) -> str:
    """The word of a host that names its owner: `kabarmelati` of `m.kabarmelati.co.id`."""
    labels = host.casefold().split(".")
    if len(labels) > 1:
        labels.pop()  # whatever it ends in
    if len(labels) > 1 and labels[-1] in _ENDINGS:
        labels.pop()
    return labels[-1]


def unmirrored(host: str) -> str:
    """The host that a translating mirror shows: news.kabar-x.id of news-kabar--x-id.translate.goog; else the host."""
    if not host.endswith(".translate.goog"):
        return host
    return host.removesuffix(".translate.goog").replace("--", "\0").replace("-", ".").replace("\0", "-")

"""What an outlet is called: the names a text prints, and which of them mean one outlet."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from kliping.evidence.common_words import is_common
from kliping.outlets.hosts import domains_in, is_domain, label_of, unmirrored
from kliping.outlets.offices import branch_host, office_of
from kliping.outlets.places import places_inside
from kliping.outlets.registry import OutletRegistry
from kliping.text.urls import host_of

_TOKEN = re.compile(r"\w+")
_RUN = re.compile(r"(?!\d+-)\w+(?:[.-]\w+)*+")
_RUN_MOST = 100  # characters of a domain before and behind a name in it
_SIGNS = re.compile(r"[\W_]+")
_PRESS_WORDS = frozenset(
    "news pos post times tv tribune tribun online media berita kabar suara warta radar harian ekspres express radio fm"
    " expo koran jurnal info portal swara newsroom".split()
)
_OF_READERS = frozenset(  # beside such words `berita` and `media` are no name
    "kami kita anda lainnya lain terbaru terkini terkait sosial massa center centre sah hari ini itu online"
    " cetak".split()
)
_BEGINS = re.compile(
    r"(?:kabar|warta|berita|suara|radar|media|info|harian|tribun|jurnal|lintas|swara|koran|teropong)\w{2}"
)
_ENDS = re.compile(
    r"\w{2}(?:news|pos|post|times|today|update|online|klik|terkini|media|info|kini|nesia|kita|net|tv|com)$"
)
_CAMEL = re.compile(r"[a-z][A-Z]|[A-Z]{3,}[a-z]{2}")
_OFFICE = re.compile(
    r"\b(?:KPUD?|Bawaslu|BAWASLU|Panwaslu|DKPP|KIP|Badan Pengawas|Komisi Pemilihan|Pem(?:kab|kot|prov)|MMC|MC|Kominfo|"
    r"Diskominfo)\b|\b(?:Humas|HUMAS|Polres|Polda|Kodim|Korem|Kodam) \w"
)


@dataclass(frozen=True, slots=True)
class Named:
    """An outlet by what a page calls it: name and domain as we print them, and whose rules it is read by."""

    name: str
    domain: str | None = None
    owner: str | None = None  # domain of its profile

    def __str__(self) -> str:
        return self.name if self.domain in (None, self.name.casefold()) else f"{self.name} ({self.domain})"


@dataclass(frozen=True, slots=True)
class Printed:
    """An outlet's name or domain in a text."""

    text: str
    start: int
    end: int
    owner: str | None = None  # domain of its profile, where we know it


def printed_in(text: str, outlets: OutletRegistry) -> list[Printed]:
    """The outlets we know and the other domains that a text prints, in order; part of a longer name is none."""
    found = list(_known_in(text, outlets))
    ends = [(one.start, one.end) for one in found]
    for domain in domains_in(text):
        if not any(start < domain.end and domain.start < end for start, end in ends):
            found.append(Printed(domain.text, domain.start, domain.end))
    return sorted(found, key=lambda one: one.start)


def named(printed: str, owner: str | None, outlets: OutletRegistry) -> Named:
    """The outlet that a printed name or domain means; `owner` is the domain of its profile, where its name tells it."""
    if is_domain(printed):
        return of_host(unmirrored(host_of(printed)), outlets, printed, owner)
    return Named(outlets.profiles[owner].name or owner, owner, owner) if owner else Named(printed)


def of_host(host: str, outlets: OutletRegistry, printed: str | None = None, owner: str | None = None) -> Named:
    """The outlet of a host, whatever domain it ends in; one we do not know is called as it is `printed`."""
    host = branch_host(host)
    owner = owner or _owner(host, outlets)
    if owner and (not host.endswith(f".{owner}") or host == owner):
        return Named(outlets.profiles[owner].name or owner, owner, owner)
    return Named(office_of(host) or printed or host, host, owner)


def key_of(name: Named) -> str:
    """The same for all names of one outlet: `Kabar Melati` and `kabarmelati.id`."""
    if name.owner:
        return name.domain or name.owner
    return compact(label_of(name.domain) if name.domain else name.name)


def compact(text: str) -> str:
    """A name without blanks and signs, in small letters."""
    return _SIGNS.sub("", text.casefold())


@lru_cache(maxsize=1024)
def is_press_like(text: str) -> bool:
    """Whether a name is made as outlets make theirs: `Kabarmelati`, `IMBCNews`, `Radar Melati`, `SATUMALUKUID`."""
    words = text.casefold().split()
    if len(words) > 1 and any(word in _PRESS_WORDS for word in words):
        return _OF_READERS.isdisjoint(words)
    if is_common_phrase(text):
        return False
    if _CAMEL.search(text):
        return True
    return len(words) == 1 and bool(_BEGINS.match(words[0]) or _ENDS.search(words[0]) or places_inside(words[0]))


def is_common_phrase(text: str) -> bool:
    """Whether all words of a name are words of the language."""
    return all(is_common(word) for word in _TOKEN.findall(text.casefold()))


def is_office(text: str) -> bool:
    """Whether a name is that of an office: `KPU Kab. TTS`, `DKPP`."""
    return bool(_OFFICE.search(text))


def _owner(host: str, outlets: OutletRegistry) -> str | None:
    profile = outlets.of_domain(host) if host else None
    return profile.domain if profile else None


def _known_in(text: str, outlets: OutletRegistry) -> Iterator[Printed]:
    hits = list(outlets.names_in(text))
    if not hits:
        return
    spans = [match.span() for match in _TOKEN.finditer(text)]
    for hit in hits:
        start, end = spans[hit.start][0], spans[hit.end - 1][1]
        whole = _whole(text, start, end)
        if whole == (start, end) or _is_its_host(text[slice(*whole)], text[start:end], hit.owner):
            yield Printed(text[slice(*whole)], *whole, hit.owner)


def _whole(text: str, start: int, end: int) -> tuple[int, int]:
    """Start and end of the longer domain or word with a hyphen that a name is part of, or its own."""
    for run in _RUN.finditer(text, max(0, start - _RUN_MOST), end + _RUN_MOST):
        if run.start() <= start < run.end():
            longer = is_domain(run[0]) or "." not in text[max(run.start(), start - 1) : min(run.end(), end + 1)]
            return (run.start(), max(run.end(), end)) if longer else (start, end)
    return start, end


def _is_its_host(whole: str, name: str, owner: str) -> bool:
    """Whether a longer domain is an outlet's own: below its domain, or its name before the ending of its domain."""
    small = whole.casefold()
    return small.endswith(f".{owner}") or small == f"{name.casefold()}.{owner.rpartition('.')[2]}"

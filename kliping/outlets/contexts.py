"""Words and signs beside which pages name their own outlet, or that of others."""

import re
from collections.abc import Iterator
from itertools import islice

from kliping.outlets.gathering import Gathering
from kliping.outlets.hosts import Found, is_domain
from kliping.outlets.names import Printed, is_common_phrase, is_press_like, printed_in
from kliping.outlets.places import is_place
from kliping.outlets.registry import OutletRegistry
from kliping.text.lines import is_name, is_prose

BYLINE = 80  # characters of a line above the text such as `Suaramelati.com — A B`
_HOUSE_LINE = 8  # words of a byline such as `A B - detikNews`
_PROMOTION_LINE = 200  # characters
_CREDIT_BLOCK = 500  # characters
_NAME_LONGEST = 60  # characters behind a word in which the name stands
_MOST = 20  # places of a paragraph that are looked at
_BEFORE_NAME = 3  # words such as `Kantor Berita Politik` between that and the name
_BETWEEN = re.compile(r"\s[-–—|]\s")
_SPOKEN_TO_WORDS = ("kepada", "pantauan", "dihubungi", "diterima", "dikonfirmasi", "dihimpun", "wartawan", "reporter")
_SPOKEN_TO = re.compile(rf"\b(?:{'|'.join(_SPOKEN_TO_WORDS)})\s+", re.I)
_CREDIT_WORDS = ("foto", "dok", "sumber", "source")
_CREDIT = re.compile(rf"\b(?:{'|'.join(_CREDIT_WORDS)})\b\s*[:/.]?|/(?=[A-Za-z])", re.I)
_SLASH = re.compile(r"/(?=[A-Za-z])")
_GOOGLE = re.compile(r"google news", re.I)
_APPEARED = re.compile(r"(?:telah|sudah) (?:tayang|terbit) (?:di|pada)\s+", re.I)
_FOLLOWED = re.compile(  # the name in `Ikuti berita terbaru NAME di Google News`
    r"(?i:\b(?:follow|ikuti|akun|kanal|update|baca|klik)(?:\s+(?:berita|akun|update|terbaru|terkini|lainnya|dari|di))*+)"
    r"\s+([A-Z][\w-]*(?: [A-Z][\w-]*){0,2})\s+(?i:di|on|melalui|lewat|pada|via)\s*$"
)
_RIGHTS = re.compile(r"(?:©|copyright|hak cipta)[\s©]*(?:\d{4}\s*)?[\s–-]*", re.I)
_CAPITALS = re.compile(r"[A-Z][\w-]*(?: [A-Z][\w-]*){0,2}")
_WORDS = (  # what is looked for on the whole page first
    _SPOKEN_TO_WORDS,
    _CREDIT_WORDS,
    ("google news",),
    ("tayang di", "tayang pada", "terbit di", "terbit pada"),
    ("©", "copyright", "hak cipta"),
)
_NAME_SLASH = re.compile(r"[A-Z][\w.']+(?: [A-Z][\w.']+){1,3}\s?/\s?([A-Z][\w.-]{2,})\W*$")
_HOUSE = re.compile(r"[\w-]{4,30}(?=/|\W*$)")  # between the slashes of `Foto/SINDOnews/A B`
_ENDING = re.compile(r"[(\[]([^()\[\]]{2,80})[)\]]\W*$")
_REPORT = re.compile(r"laporan (?:wartawan|reporter|jurnalis|kontributor)\s+", re.I)
_WEBSITE = re.compile(
    r"\b(?:laman|situs|website|portal|web|link|tautan|aplikasi|resmi|alamat)\W+(?:\w+\W+){0,2}$", re.I
)
_QUOTED = re.compile(r"\b(?:dilansir|dikutip|melansir|mengutip|lansir|kutip|menurut|tulis)\W+(?:\w+\W+){0,2}$", re.I)
# Credited under pictures and quoted by all others: wire services and their regional sites, television, offices.
_WIRES = ("antaranews.com", "kompas.tv", "metrotvnews.com", "tvonenews.com", "mkri.id")
_OFFICES = ".go.id"


def gather(found: Gathering, start: int) -> None:
    """Add the outlets that promotion, copyright, speech and credits of a page name; its text begins at `start`."""
    blocks = found.blocks
    spoken, credit, google, appeared, rights = (_forms(found.small, words) for words in _WORDS)
    credited: list[tuple[int, Printed]] = []
    for i, block in enumerate(blocks):
        text = block.text
        if _any(google, text):
            _followed(found, i)
        if _any(appeared, text) and (match := _APPEARED.search(text)):
            _add_first(found, i, match.end(), "has appeared there")
        if len(text) <= _PROMOTION_LINE:
            _promoted(found, i, _any(rights, text))
        if _any(spoken, text):
            _spoken_to(found, i)
        if len(text) <= _CREDIT_BLOCK and (_any(credit, text) or ("/" in text and _SLASH.search(text))):
            credited += [(i, one) for one in _credits(text, found.outlets)]
    _credited(found, credited)
    last = next((i for i in range(len(blocks) - 1, -1, -1) if is_prose(blocks[i].text)), start)
    for i in range(max(0, last - 1), min(last + 3, len(blocks))):
        _ending(found, i)


def _forms(page: str, words: tuple[str, ...]) -> list[str]:
    """The words that stand on a page in small letters, in each of their usual cases."""
    return [form for word in words if word in page for form in {word, word.capitalize(), word.title(), word.upper()}]


def _any(words: list[str], text: str) -> bool:
    for word in words:  # noqa: SIM110 - a third of the time of any()
        if word in text:
            return True
    return False


def on_line(text: str, outlets: OutletRegistry) -> Iterator[tuple[Printed, str]]:
    """The outlets that a short line above the text names, each with the evidence that is."""
    if is_domain(text):
        yield Printed(text, 0, len(text)), "on a line of its own"
    elif match := _REPORT.match(text):
        yield from ((one, "on the byline") for one in printed_in(text, outlets) if one.start <= match.end())
    elif (match := _NAME_SLASH.search(text)) and is_press_like(match[1]) and not printed_in(match[1], outlets):
        yield Printed(match[1], match.start(1), match.end(1)), "behind a name and a slash"
    elif len(parts := _BETWEEN.split(text)) == 2 and len(text.split()) <= _HOUSE_LINE:
        for part, other in (parts, parts[::-1]):
            whole = next((one for one in printed_in(part, outlets) if one.text == part), None)
            if whole and (whole.owner or is_name(other) or any(char.isdigit() for char in other)):
                yield whole, "on the byline"
        name, house = parts
        if is_name(name) and " " in name and " " not in house and is_press_like(house):
            yield Printed(house, 0, len(house)), "on the byline"


def against(text: str, printed: Found) -> str:
    """What speaks against a domain in a text, by the words around it."""
    before = text[max(0, printed.start - 40) : printed.start]
    if _WEBSITE.search(before):
        return "named as a website"
    if _QUOTED.search(before):
        return "quoted"
    if text[printed.end : printed.end + 1] == "/" and text[printed.end + 1 : printed.end + 2].isalnum():
        return "in an address with a path"
    return "only named in the text" if is_prose(text) else "below the text"


def _followed(found: Gathering, at: int) -> None:
    """`Ikuti kabarmelati.id di Google News`, `follow akun google news Medcom.id`."""
    text = found.blocks[at].text
    for match in islice(_GOOGLE.finditer(text), _MOST):
        before = text[max(0, match.start() - _NAME_LONGEST) : match.start()]
        behind = text[match.end() : match.end() + _NAME_LONGEST]
        around = [*printed_in(before, found.outlets)[-1:], *printed_in(behind, found.outlets)[:1]]
        for one in around:
            found.add(one.text, one.owner, at, "followed in Google News")
        if not around:
            for name in (_CAPITALS.match(behind.strip(" :")), _FOLLOWED.search(before)):
                if name:
                    _add_name(found, name[name.re.groups], at, "followed in Google News")


def _add_name(found: Gathering, name: str, at: int, *evidence: str) -> None:
    """Add a name that is neither of words of the language nor of desks."""
    words = found.outlets.generic.words.nobody
    if name.startswith(("PT ", "CV ")) or is_place(name):
        return
    if is_press_like(name) or not (is_common_phrase(name) or words.issuperset(name.casefold().split())):
        found.add(name, None, at, *evidence)


def _add_first(found: Gathering, at: int, behind: int, evidence: str) -> None:
    """Add the outlet that stands right behind a place in a block."""
    text = found.blocks[at].text[behind : behind + _NAME_LONGEST]
    one = next((one for one in printed_in(text, found.outlets) if text[: one.start].count(" ") <= 1), None)
    if one:
        found.add(one.text, one.owner, at, evidence)


def _promoted(found: Gathering, at: int, rights: bool) -> None:
    """Add what promotion, share and copyright lines name."""
    text = found.blocks[at].text
    kind = None if rights else found.outlets.generic.words.noise_lines.kind(text)
    if rights or kind in ("advert", "promotion", "share") or "preferred source" in text:
        own = [one for one in printed_in(text, found.outlets) if one.owner or rights]
        for one in own:
            found.add(one.text, one.owner, at, "in the copyright line" if rights else "told by promotion")
        if rights and not own and (match := _RIGHTS.search(text)) and (name := _CAPITALS.match(text, match.end())):
            _add_name(found, name[0], at, "in the copyright line", "may be the company")


def _spoken_to(found: Gathering, at: int) -> None:
    """Add the paper that people speak to: `kepada VOI`, `pantauan Media Indonesia`, `dikonfirmasi kabarmelati.id`."""
    text = found.blocks[at].text
    for match in islice(_SPOKEN_TO.finditer(text), _MOST):
        behind = text[match.end() : match.end() + _NAME_LONGEST]
        one = next(iter(printed_in(behind, found.outlets)), None)
        if one and len(behind[: one.start].split()) <= _BEFORE_NAME:
            if not _is_quoted_by_all(one):
                found.add(one.text, one.owner, at, "spoken to")
        elif (name := _CAPITALS.match(behind)) and is_press_like(name[0].split()[0]):
            found.add(_press_words(name[0]), None, at, "spoken to")


def _press_words(name: str) -> str:
    """A name glued into one word, or its words."""
    first = name.split()[0]
    return first if len(first) > 6 and is_press_like(first) else name


def _credits(text: str, outlets: OutletRegistry) -> Iterator[Printed]:
    """The outlets that credits in a text name, wire services and offices aside."""
    for match in _CREDIT.finditer(text):
        behind = text[match.end() : match.end() + _NAME_LONGEST]
        printed = printed_in(behind, outlets)
        yield from (one for one in printed if not _is_quoted_by_all(one))
        if not printed and (house := _HOUSE.match(behind)) and is_press_like(house[0]):
            yield Printed(house[0], house.start(), house.end())


def _credited(found: Gathering, credited: list[tuple[int, Printed]]) -> None:
    """Add what photos are credited to; several tell nothing."""
    several = len({one.owner or one.text.casefold() for _, one in credited}) > 1
    for at, one in credited:
        evidence = "credited for a photo" if one.owner else "credited for a photo, and not known"
        found.add(one.text, one.owner, at, evidence, *(["several are credited"] if several else []))


def _ending(found: Gathering, at: int) -> None:
    """Add the house behind the initials at the end of a text: `(gil/jpnn)`, `(WS/irs/madiuntoday)`."""
    match = _ENDING.search(found.blocks[at].text[-90:])
    if not match or "/" not in match[1]:
        return
    part = match[1].rpartition("/")[2].strip()
    one = next((one for one in printed_in(part, found.outlets) if one.text == part), None)
    is_own = not _is_quoted_by_all(one) if one else len(part) > 4 and is_press_like(part)
    if is_own:
        found.add(part, one.owner if one else None, at, "credit at the end")


def _is_quoted_by_all(one: Printed) -> bool:
    """Whether an outlet is one that all others credit and quote."""
    domain = one.owner or one.text.casefold()
    return domain.endswith((*_WIRES, _OFFICES)) or domain == _OFFICES[1:]

"""What opens a text, in its parts: places, day, outlet. Wider than a dateline, for outlets print their name in any way.

JAKARTA, KOMPAS.com - ...        MMCKalteng - Palangka Raya - ...     (Matra, Jakarta) - ...
Ternate -Teropongmalut. ...      Tiakur, EXPO MELATI (on its line)    Newscakrawala.id Pamekasan|| ...
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from kliping.outlets.hosts import domains_in
from kliping.outlets.names import is_press_like
from kliping.outlets.places import is_place
from kliping.text import dateline, dates
from kliping.text.lines import is_prose, is_running

_LONGEST = 90  # characters
_SEPARATOR = re.compile(r"\s+[-–—−―‒]+\s*|[–—−―]+\s*|-+\s+|\)\s*-+|\s*\|+\s*|:\s+")
_RUNNING = 8  # words
_MARK = re.compile(r"[-–—−―‒|,:]|\.\w")  # without one of them no line has an opening
_QUICK = re.compile(r"[-–—−―‒|]")
_PARTS = re.compile(r"\s*[,|/();]\s*|\s+[-–—−―‒]+\s*|[–—−―‒]+|-+(?:\s|$)|:\s|(?<!Kab)(?<!Prov)\.\s+|\.$")
_FIRST = re.compile(r"([A-Z][\w.' ]{1,30}?)\s*[,|–—-]")
_BEHIND = re.compile(r"([A-Z][\w&]+(?: [A-Z][\w&]+){0,2})\.\s(?=[A-Z“\"])")  # `BERITA MALUKU. Text`
_GLUED = re.compile(
    r"([A-Z][\w' ]{2,30}), ([A-Z]{3,10})(?=[A-Z][a-z]+ )"
)  # `Bangkalan, VIVAKornas ...`: a dash is lost
_SHORT_NAME = re.compile(r"[A-Z]{2,6}|[A-Z]\w+[a-z][A-Z]\w+")  # behind a place and a dash: `JAKARTA – CN –`
_BARRED = re.compile(r"[A-Z][\w.-]+(?: [A-Z][\w.-]+){0,2}")  # behind a place and a bar: `Kupang || Radar Melati –`
_SIGNS = " .*:\"“”'-–—−|"
_DAY_WORDS = frozenset("senin selasa rabu kamis jumat jum'at sabtu minggu ahad".split())


class Opening(NamedTuple):
    """The parts of an opening that are neither a place nor a day, and the places."""

    parts: tuple[str, ...]  # names and domains, as printed
    places: tuple[str, ...]
    length: int  # characters of the line it takes up
    alone: bool  # it is the whole line
    inside: str = ""  # what stands in brackets
    first: str = ""  # its first part, where a comma stands behind it


@lru_cache(maxsize=2048)
def read_opening(text: str) -> Opening | None:
    """The opening of a line, or a line that is one; None where it has none."""
    if not _MARK.search(text, 0, _LONGEST):
        return None
    if line := dateline.split(text):
        return _opening(text, _further(text, line.length))
    if match := _GLUED.match(text, 0, _LONGEST):
        return _opening(text, match.end()) if is_place(match[1]) else None
    separator = next(_separators(text), None)
    if separator and _opens(text, separator):
        return _opening(text, _further(text, separator.end()))
    if len(text) <= _LONGEST and (first := _FIRST.match(text)) and is_place(first[1]):
        found = _opening(text, len(text))
        return found if len(found.parts) == 1 and len(found.places) == 1 else None
    return _domain_first(text)


def _separators(text: str) -> Iterator[re.Match[str]]:
    if not _QUICK.search(text, 1, _LONGEST):
        return iter(())
    return (match for match in _SEPARATOR.finditer(text, 1, _LONGEST) if ":" not in match.group())


def _opens(text: str, separator: re.Match[str]) -> bool:
    """Whether running text follows an opening; where its sentence is not over, an outlet's name must open it."""
    left, behind = text[: separator.start()], text[separator.end() :]
    if is_prose(behind):
        return _is_opening(left)
    return left.isupper() and len(behind.split()) >= _RUNNING and (is_running(behind) or is_press_like(left))


def _is_opening(left: str) -> bool:
    """Whether what stands before a separator can be an opening: names alone, few of them."""
    parts = [part for part in _split(left) if part]
    return 0 < len(parts) <= 5 and all(_is_name(part) for part in parts)


def _is_name(part: str) -> bool:
    """A place, a day, a domain, or words that all begin with a capital."""
    if is_place(part) or _is_day(part) or domains_in(part):
        return True
    return len(part.split()) <= 5 and all(not word[0].islower() for word in part.split())


def _further(text: str, length: int) -> int:
    """The end of an opening that goes on behind its first dash: `MMCKalteng - Palangka Raya -`, `- BERITA X. Text`."""
    separator = next((match for match in _separators(text[:_LONGEST]) if match.start() > length), None)
    between = text[length : separator.start()].strip(" |-") if separator else ""
    if separator and (is_place(between) or _goes_on(text[:length], between)):
        return separator.end()
    behind = _BEHIND.match(text, length, _LONGEST)
    if behind and any(is_place(part) for part in _split(text[:length])) and is_prose(text[behind.end() :]):
        return behind.end()
    return length


def _goes_on(opening: str, between: str) -> bool:
    """Whether an outlet's name stands between a place with its sign and another sign."""
    if not is_place(opening.strip(_SIGNS)):
        return False
    shape = _BARRED if opening.rstrip().endswith("|") else _SHORT_NAME
    return bool(shape.fullmatch(between) or any(one.text == between for one in domains_in(between)))


def _domain_first(text: str) -> Opening | None:
    """`Bandung, kab-bandung.kpu.go.id Dalam rangka ...`: a place and a domain without a dash."""
    found = next(iter(domains_in(text[:_LONGEST])), None)
    if not found or not is_prose(text) or not text[found.end : found.end + 2].strip()[:1].isupper():
        return None
    before = text[: found.start].strip(" ,|-–")
    return _opening(text, found.end) if not before or is_place(before) else None


def _opening(text: str, length: int) -> Opening:
    opening = text[:length]
    names, places = [], []
    parts = [part for part in _split(opening) if part]
    for part in parts:
        if is_place(part):
            places.append(part)
        elif _is_day(part):
            continue
        elif (found := next(iter(domains_in(part)), None)) and found.text != part:
            rest = (part[: found.start] + part[found.end :]).strip()
            names.append(found.text)
            places += [rest] if rest else []
        else:
            names.append(part)
    inside = re.search(r"\(([^()]+)\)", opening)
    first = parts[0] if parts and opening.partition(parts[0])[2].startswith(",") else ""
    alone = length >= len(text.rstrip())
    return Opening(tuple(names), tuple(places), length, alone, inside[1] if inside else "", first)


def _split(opening: str) -> list[str]:
    return [part.strip(_SIGNS) for part in _PARTS.split(opening)]


def _is_day(part: str) -> bool:
    if not part:
        return True
    small = part.casefold()
    return (
        small in _DAY_WORDS
        or part.replace(" ", "").isdigit()
        or bool(any(c.isdigit() for c in part) and dates.find(part))
    )

"""The dateline that opens a body: place, outlet and agency before a dash.

    JAKARTA, KOMPAS.com - ...      TRIBUNJAKARTA.COM - ...      Jakarta (ANTARA) - ...
    SEMARANG (Jatengdaily.com)- ...  Jakarta, IDN Times - ...    Sukoharjo,kpu.go.id – ...
    KEDIRI – rawamelati.com – ...   MMCMelati - Rawa Raya - ...   (Melati, Jakarta) – ...   Melati.id Rawa || ...
    AMBON - KABAR MELATI. ...   Bandung, kab-bandung.kpu.go.id Dalam ...
    RN - ...   Jakarta-Dalam ...   Jakarta -   (alone on its line)   JAKARTA, 5 Mei 2024 (ANTARA) -- ...

Refused: a dash inside a headline ("Debat Kedua - Ini Temanya"), because what follows is no prose.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from kliping.text.lines import is_prose, words

_SIGN = re.compile(r"[-–—−‒―|:]")
_DASH = re.compile(r"\s*(?:--|[-–—−‒―])\s*|\s*\|{1,2}\s*|\s*:\s+")
_DOMAIN = re.compile(
    r"(?<![\w@/.])(?a:(?:[a-z0-9-]+\.)+(?:com|id|co|net|org|tv|news|info|media|go|in|asia|press))\b(?!/)", re.IGNORECASE
)
_PLACE = re.compile(r"[A-Z][\w.'’]*(?: [A-Z][\w.'’]*){0,3}")
# "Liputan6.com, Jakarta Komisi II ...", "Melati.news Komisi II ...", "Bandung, kab-bandung.kpu.go.id Dalam ..."
_NO_DASH = re.compile(
    r"((?:[A-Z]\w+(?: [A-Z]\w+)?, ?)?(?:[\w-]+\.)+(?:com|id|co|net|tv|news)(?:, [A-Z][\w]+)?) (?=[A-Z])"
)
_MORE = re.compile(  # a second part: "intensinews.com – ", "Palangka Raya - ", "KABAR MELATI. "
    r"([A-Za-z][\w.-]*(?: [A-Z][\w.-]*){0,2})\s*(?:--|[-–—−]|\|{1,2})\s+(?=[A-Z“\"])"
    r"|([A-Z]{3,}(?: [A-Z]{3,}){0,2})\.\s+(?=[A-Z“\"])"
)
_ALONE = re.compile(
    r"(?:[A-Z][\w.']+(?: [A-Z][\w.']+)? ?[|,/] ?)?((?:[\w-]+\.)+(?:com|id|co|net|tv|news))(?: ?[|,/] ?[A-Z][\w.']+)?"
)
_HOUSE = re.compile(r"[\w-]{2,20}")
_DAY = re.compile(r",?\s\d{1,2}(?:/\d{1,2}(?:/\d{4})?|\s[A-Z][a-z]{2,8}(?:\s\d{4})?)(?=\s|$)")
_HOUSE_FIRST = re.compile(r"[A-Z]{2,8}, [A-Z][\w.'’]*(?: [A-Z][\w.'’]*)?")  # "KBRN, Jakarta: ..."
_LONGEST = 70  # characters before the dash
# Places that stand glued to the first word ("Jakarta-Dalam"); elsewhere a hyphen joins names.
_CITIES = frozenset(
    "jakarta bogor depok tangerang bekasi bandung semarang surabaya yogyakarta medan makassar denpasar".split()
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """The dateline of a line."""

    text: str  # before the dash
    length: int  # characters of the line up to the body, dash included

    @property
    def domain(self) -> str | None:
        """The last domain in it, as printed, else None."""
        return domain_in(self.text)


def domain_in(text: str) -> str | None:
    """The last domain-like word of a text, as printed, else None."""
    domains = _DOMAIN.findall(text) if "." in text else ()
    return domains[-1] if domains else None


@lru_cache(maxsize=4096)  # recognition, layout and summary ask about the same line
def split(text: str) -> Dateline | None:
    """The dateline a line begins with, or is; None where it has none."""
    sign = _SIGN.search(text, 0, _LONGEST + 4)
    for dash in _DASH.finditer(text, len(text[: sign.start()].rstrip()), _LONGEST + 4) if sign else ():
        left, right = text[: dash.start()].strip(), text[dash.end() :]
        if not left or len(left.split()) > 8:
            return None
        if ":" in dash.group() and not domain_in(left) and not _HOUSE_FIRST.fullmatch(left):
            continue  # "Camat Melati: ..." speaks
        glued = not dash.group().strip(" -–—|:") and " " not in dash.group()
        wrapped = "," in left and domain_in(left) and len(right.split()) >= 5 and right[0].isupper()
        if _plausible(left, glued) and (is_prose(right) or not right or wrapped):
            return _with_more(Dateline(left, dash.end()), right)
    if ("|" in text[:40] or "," in text[:40]) and _ALONE.fullmatch(text):
        return Dateline(text, len(text))  # "Jakarta | rawamelati.com", alone on its line
    match = _NO_DASH.match(text)
    return Dateline(match[1], match.end()) if match and is_prose(text) else None


def _with_more(first: Dateline, right: str) -> Dateline:
    """A dateline with the second part that stands behind its dash, if one does; `right` is what stands there."""
    more = _MORE.match(right)
    if not more or not _plausible(more[1] or more[2], glued=False) or not is_prose(right[more.end() :]):
        return first
    return Dateline(f"{first.text} - {more[1] or more[2]}", first.length + more.end())


def is_place(text: str) -> bool:
    """True for one to four capitalised words."""
    return bool(_PLACE.fullmatch(text))


def _plausible(left: str, glued: bool) -> bool:
    """Whether the text before a dash can be a dateline; `glued` where no space parts it from the dash."""
    if domain_in(left):
        return True
    if left.startswith("(") and left.endswith(")"):
        left = left[1:-1]
    left = _DAY.sub("", left)
    if glued and not left.endswith(")"):  # a hyphen inside a word: only a place may stand before it
        return is_place(left) and len(left.split()) == 1 and left.casefold() in _CITIES
    if left.isupper() and len(left) <= 40:
        return True
    if left.endswith(")") and "(" in left:
        return is_place(left[: left.index("(")].strip())
    parts = [part.strip() for part in left.split(",")]
    if len(parts) == 2 and is_place(parts[0]) and _HOUSE.fullmatch(parts[1]):
        return True  # "Jakarta, kpu-dki - ..."
    return len(words(re.sub(r"[(),]", " ", left))) <= 5 and all(is_place(part) for part in parts)

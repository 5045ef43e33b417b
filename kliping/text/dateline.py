"""The dateline that opens a body: place, outlet and agency before a dash.

    JAKARTA, KOMPAS.com - ...      TRIBUNJAKARTA.COM - ...      Jakarta (ANTARA) - ...
    SEMARANG (Jatengdaily.com)- ...  Jakarta, IDN Times - ...    Sukoharjo,kpu.go.id – ...
    RN - ...   Jakarta-Dalam ...   Jakarta -   (alone on its line)   JAKARTA, 5 Mei 2024 (ANTARA) -- ...
    MELATI – Suaramelati.id || ...   MMCMelati - Melati Raya - ...   (Melati, Kenanga) – ...
    MELATI - KABAR MELATI. ...

Refused: a dash inside a headline ("Debat Kedua - Ini Temanya"), because what follows is no prose.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from kliping.text.lines import is_prose, words

DASHES = "-‐‑‒–—―−"  # hyphens, dashes and the minus sign, as papers print them
_SIGN = re.compile(rf"[{DASHES}|:]")
_DASH = re.compile(rf"\s*(?:--|[{DASHES}])\s*|\s*(?:\|\||[|:])\s+")
_DOMAIN = re.compile(
    r"(?<![\w@/.])(?a:(?:[a-z0-9-]+\.)+(?:com|id|co|net|org|tv|news|info|media|go|in|asia|press))\b(?!/)", re.IGNORECASE
)
_PLACE = re.compile(r"[A-Z][\w.'’]*(?: [A-Z][\w.'’]*){0,3}")
# "Liputan6.com, Jakarta Komisi II ...", "Melati.news Komisi II ...", "Melati, kab-melati.kpu.go.id Komisi II ..."
_NO_DASH = re.compile(
    r"((?:[\w-]+\.)+(?:com|id|co|net|tv|news)(?:, [A-Z]\w+)?"
    r"|[A-Z]\w+(?: [A-Z]\w+)?, ?(?:[\w-]+\.)+(?:com|id|co|net|tv|news)) (?=[A-Z])"
)
# "MELATI - KABAR MELATI. Petugas ...", "Melati, KABAR MELATI. Petugas ..."
_FULL_STOP = re.compile(
    rf"([A-Z]\w+(?: [A-Z]\w+)?(?:,\s?|\s[{DASHES}]\s)(?=[A-Z ]{{6}})[A-Z]{{3,}}(?: [A-Z]{{2,}}){{0,3}})\. (?=[A-Z])"
)
_ALONE = re.compile(
    r"(?:[A-Z][\w.']+(?: [A-Z][\w.']+)? ?[|,/] ?)?((?:[\w-]+\.)+(?:com|id|co|net|tv|news))(?: ?[|,/] ?[A-Z][\w.']+)?"
)
_HOUSE = re.compile(r"[\w-]{2,20}")
_DAY = re.compile(r",?\s\d{1,2}(?:/\d{1,2}(?:/\d{4})?|\s[A-Z][a-z]{2,8}(?:\s\d{4})?)(?=\s|$)")
_HOUSE_FIRST = re.compile(r"[A-Z]{2,8}, [A-Z][\w.'’]*(?: [A-Z][\w.'’]*)?")  # "KBRN, Jakarta: ..."
_LONGEST = 70  # characters before the dash
_SECOND = 4  # words of a part behind another dash
_CAMEL = re.compile(r"[a-z][A-Z]|[A-Z]{2}[a-z]")  # the name of a house: "MMCMelati", "IMBCNews"
_BRACKETS = str.maketrans("[]", "()")
_CAPITALS = re.compile(r"[A-Z]{4}")
_BETWEEN = re.compile(rf"\s*(?:[,()\[\]|]|--|\s[{DASHES}]|[{DASHES}]\s|[–—―−]|(?<!\d)/)\s*")
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

    @property
    def parts(self) -> tuple[str, ...]:
        """Places, outlets, agencies and days in it, as printed: what stands between its signs and beside a domain."""
        return tuple(
            piece.strip()
            for part in _BETWEEN.split(self.text)
            for piece in (re.split(f"({_DOMAIN.pattern})", part, flags=re.IGNORECASE) if "." in part else (part,))
            if piece.strip()
        )


def domain_in(text: str) -> str | None:
    """The last domain-like word of a text, as printed, else None."""
    domains = _DOMAIN.findall(text) if "." in text else ()
    return domains[-1] if domains else None


@lru_cache(maxsize=4096)  # recognition, layout and summary ask about the same line
def split(text: str) -> Dateline | None:
    """The dateline a line begins with, or is; None where it has none."""
    sign = _SIGN.search(text, 0, _LONGEST + 4)
    if not sign and "." not in text[:_LONGEST] and "," not in text[:40]:
        return None  # most lines
    if match := _FULL_STOP.match(text):
        return Dateline(match[1], match.end()) if is_prose(text) else None
    dashes = _DASH.finditer(text, len(text[: sign.start()].rstrip()), _LONGEST + 4) if sign else iter(())
    for dash in dashes:
        left, right = text[: dash.start()].strip(), text[dash.end() :]
        if not left or len(left.split()) > 8:
            return None
        if ":" in dash.group() and not domain_in(left) and not _HOUSE_FIRST.fullmatch(left):
            continue  # "Camat Melati: ..." speaks
        wrapped = "," in left and domain_in(left) and len(right.split()) >= 5 and right[0].isupper()
        if _plausible(left, _is_glued(dash)) and (is_prose(right) or not right or wrapped):
            return _to_last_dash(text, Dateline(left, dash.end()), dashes)
    if ("|" in text[:40] or "," in text[:40]) and _ALONE.fullmatch(text):
        return Dateline(text, len(text))  # "Jakarta | rawamelati.com", alone on its line
    match = _NO_DASH.match(text)
    return Dateline(match[1], match.end()) if match and is_prose(text) else None


def stands_alone(text: str) -> bool:
    """Whether a line is nothing but a dateline, whose paragraph follows: "JAKARTA -"."""
    return text.endswith(tuple(DASHES)) and split(text) is not None


def _is_glued(dash: re.Match[str]) -> bool:
    """Whether a hyphen stands between two words without a space, as in a name."""
    return dash.group() in DASHES


def _to_last_dash(text: str, first: Dateline, dashes: Iterator[re.Match[str]]) -> Dateline:
    """The dateline with the part that another dash closes, where either is plainly an outlet."""
    dash = next(dashes, None)
    if dash is None or ":" in dash.group() or _is_glued(dash):
        return first
    part, right = text[first.length : dash.start()].strip(), text[dash.end() :]
    follows = right.split(maxsplit=1)[0] if right else ""
    house = domain_in(part) or _CAMEL.search(part) or (part.isupper() and not _CAPITALS.match(follows))
    placed = (first.domain or _CAMEL.search(first.text)) and is_place(part)
    if not part or len(part.split()) > _SECOND or not (house or placed) or not (is_prose(right) or not right):
        return first
    return Dateline(text[: dash.start()].strip(), dash.end())


def is_place(text: str) -> bool:
    """True for one to four capitalised words."""
    return bool(_PLACE.fullmatch(text))


def _plausible(left: str, glued: bool) -> bool:
    """Whether the text before a dash can be a dateline; `glued` where no space parts it from the dash."""
    if domain_in(left):
        return True
    left = _DAY.sub("", left).translate(_BRACKETS).rstrip(" ,")
    if left.startswith("(") and left.endswith(")"):
        left = left[1:-1]  # "(Melati, Kenanga) – ..."
    if glued and not left.endswith(")"):  # a hyphen inside a word: only a place may stand before it
        return is_place(left) and len(left.split()) == 1 and left.casefold() in _CITIES
    if left.isupper() and len(left) <= 40:
        return True
    if left.endswith(")") and "(" in left:
        return is_place(left[: left.index("(")].strip(" ,"))
    parts = [part.strip() for part in left.split(",")]
    if len(parts) == 2 and is_place(parts[0]) and _HOUSE.fullmatch(parts[1]):
        return True  # "Jakarta, kpu-dki - ..."
    return len(words(re.sub(r"[(),]", " ", left))) <= 5 and all(is_place(part) for part in parts)

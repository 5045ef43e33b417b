"""Bylines: lines that name people, dates and views, whatever the order.

    Rabu, 19 Juni 2024 Reporter: A B Editor: C D 1152        Kompas.com - 03/05/2024, 14:29 WIB
    A B - detikNews                                          oleh A B, diperbarui 13 Feb 2024, 15:05 WIB
    A B, Jurnalis · Sabtu 28 Oktober 2023 19:15 WIB          JUMAT, 04 OKTOBER 2024 | 01:27 WIB | LAPORAN: A B
    Oleh A B, Selasa, 4 Maret 2025 | 13:55 WIB - Redaktur: C D - 375
    Penulis : (A B/Antara)      Redaktur & Reporter : A B      Politik209 Dilihat
    Kontribusi dari A B, 7 November 2024 05:46, Dibaca 63 kali.       By On Sabtu, Maret 30, 2024 0 Komentar

A byline is read in its parts: a few words that are not understood stay unknown beside a day with a label or a clock,
a labelled name or a count. A sentence, or a caption or headline with a day in it, is no byline.
"""

import re
from functools import lru_cache

from kliping.article.fields import PEOPLE
from kliping.extract.counts import counts
from kliping.extract.counts import number as count
from kliping.extract.name_labels import Byline as Byline
from kliping.extract.name_labels import LabelReader, alternatives
from kliping.outlets.vocabulary import Vocabulary
from kliping.text import dates
from kliping.text.lines import SMALL_WORDS

_GONE = "\x1f"  # stands where a date, a time or a count was
_TIME = re.compile(
    r"(?:\bpukul\s+|\bjam\s+)?T?\b[0-2]?\d[:.][0-5]\d(?:[:.][0-5]\d)?\s*(?:WIB|WITA|WIT|AM|PM|Z)?\b|\b(?:WIB|WITA|WIT)\b",
    re.I,
)
_AGO = re.compile(
    r"\b\d+ (?:detik|menit|jam|hari|minggu|bulan|tahun) (?:yang )?lalu\b"
    r"|\b(?:\d+ menit (?:mem)?baca|waktu baca:? \d+ menit|\d+ min(?:ute)?s? read|\d+ (?:komentar|comments?))\b",
    re.I,
)
_CHUNK = re.compile(rf"{_GONE}|[|·•;]|\s[-–—]+\s|^[-–—]+\s|\s[-–—]+$|(?<=[a-z])-(?={_GONE})")
_DIGIT = re.compile(r"\d")
_LETTERS = re.compile(r"[a-z]+")
_MARKED = re.compile(r"[\d:]|\)$")  # a label or a figure, which a long byline has
_SEPARATED = re.compile(r"[|·•,;]|\s[-–—]\s|\d[:.]\d\d")  # a sign or a time, as between the parts of a byline
_LAST_NUMBER = re.compile(r"(?:^|\s)(\d{1,3}(?:\.\d{3})+|\d{1,7})$")
_ICON = re.compile(r"\bperson(?=[A-Z])")  # dumps keep the name of an icon: "personA B"
# "1K" readers, too rough to be a count; the codes of a desk, "NS/RN"
_SAYS_NOTHING = re.compile(
    r"(?i:\d+(?:[.,]\d+)?\s?(?:K|rb|ribu|jt)(?:\s(?:kali|x|views?))?)|[A-Za-z]{1,5}(?:/[A-Za-z]{1,5})+"
)
_BY_AGAIN = re.compile(r"^(\w[^,]{3,40}) (?:by|oleh) \1(?!\w)")  # a portrait's name before the byline's: "A B by A B"
_BEFORE_DAY = re.compile(rf"(?:^|\s)(?:pada|on)\s*(?={_GONE})", re.I)
_PARTED = re.compile(r" [-–—|·•]")
_LONGEST = 160  # characters of a byline that ends like a sentence
_UNKNOWN = 3  # words that are not understood, at most
_DOMAIN = re.compile(r"\.[A-Za-z]")


class Grammar(LabelReader):
    """Reads bylines with the labels of one outlet."""

    def __init__(self, words: Vocabulary) -> None:
        super().__init__(words)
        people = [f for label in ("reporter", "editor", "film", "photo") for f in words.labels[label]]
        dated = alternatives((*words.labels["published"], *words.labels["updated"]))
        self._dated = re.compile(rf"(?<!\w)({dated})\s*:?\s*(?:pada\s*)?$", re.I)
        self._counts = counts(words)
        self._dates = (*(form for form, label in self._label_of.items() if label in ("published", "updated")), "pada")
        glued = (*(f"x{form}" for form in words.labels["views"]), *(f"{a}dan{b}" for a in people for b in people))
        self._phrases: dict[str, list[list[str]]] = {}  # first word of a phrase -> its words
        for form in (*self._label_of, *self._houses, *words.desks, *glued):
            letters = _LETTERS.findall(form.casefold())
            self._phrases.setdefault(letters[0], []).append(letters)

    def read(self, line: str, named: bool = False) -> Byline | None:
        """What a line says, or None where it is no byline. `named`: markup says that it names a person."""
        if named and (label := self._behind.search(line)):
            line = f"{line[: label.start()]}, {label[1]}"
        if _is_sentence(line) and not (line.endswith(".") and self._is_labelled(line)):
            return None
        text = _ICON.sub("person: ", line.strip()) if "person" in line else line.strip()
        numbers = _DIGIT.search(text)
        if not numbers and not self._has_own_words(text):
            return None  # nearly every headline
        byline = Byline()
        text = self._take_days(self._tidy(text), byline)
        if numbers and not byline.days and not self._has_own_words(text):
            return None
        marks = text.count(_GONE)
        text = self._take_counts(text, byline)
        parted = text.count(_GONE) > marks
        chunks = [chunk.strip(" \t,:.()[]") for chunk in _CHUNK.split(text)]
        self._take_last_number(chunks, line.rstrip(), byline)
        house = len(chunks) > 1 and any(self._is_house(chunk) for chunk in chunks)
        unknown = [part for chunk in chunks for part in self._unknown(chunk, byline)]
        if unknown and (line.endswith(".") or not self._may_stay(unknown, byline, parted)):
            return None  # what ends like a sentence must be understood whole
        if line.endswith(".") and any(chunks) and not (byline.people or byline.clock or byline.views or byline.bare):
            return None  # "Pemungutan suara pada 27 November 2024."
        if unknown:
            byline.bare = [name for name in byline.bare if self.reads_as_name(name)]
        if byline.bare and not (house or _SEPARATED.search(line) or all(map(self.reads_as_name, byline.bare))):
            return None  # a headline that ends in a date: "Kampanye Akbar Dimulai 25 September 2024"
        if byline.bare and (house or byline.days or "editor" in byline.people) and "reporter" not in byline.people:
            byline.add("bare", byline.bare)
            byline.house = house
        return byline or None

    def _tidy(self, text: str) -> str:
        """A line with a comma where a sign parts a name from the label behind it, and a name printed twice once."""
        if " by " in text or " oleh " in text:
            text = _BY_AGAIN.sub(r"by \1", text)
        return self._apart.sub(r", \1", text.replace("| :", ":")) if _PARTED.search(text) else text

    def _is_labelled(self, line: str) -> bool:
        """Whether a line with figures, short enough for a byline, has the label of a person."""
        if len(line) > _LONGEST or not _DIGIT.search(line):
            return False
        return bool(self._leading.match(line) or (":" in line and self._labelled.search(line)))

    def _may_stay(self, unknown: list[str], byline: Byline, parted: bool) -> bool:
        """Whether so few words are not understood, beside so much that is, that the line is a byline all the same."""
        words = [word for chunk in unknown for word in chunk.split()]
        if len(words) > _UNKNOWN or not SMALL_WORDS.isdisjoint(words):
            return False
        named = any(names for label, names in byline.people.items() if label in PEOPLE)
        if named or parted or byline.views is not None or any(kind != "plain" for kind, _ in byline.days):
            return True
        return bool(byline.days) and all(
            w.casefold() in self._words.nobody or w.casefold() in self._label_of for w in words
        )

    def _unknown(self, chunk: str, byline: Byline) -> list[str]:
        """Read what stands between separators, or else between commas; what is left that is not understood."""
        if not chunk or self._is_house(chunk) or _SAYS_NOTHING.fullmatch(chunk) or self._take_chunk(chunk, byline):
            return []
        parts = [part.strip() for part in chunk.split(",")]
        return [part for part in parts if part and (len(parts) == 1 or not self._take_chunk(part, byline))]

    def _has_own_words(self, text: str) -> bool:
        """Whether a domain or words of a byline stand in a text: without them, and without a day, it is no byline."""
        if _DOMAIN.search(text):
            return True
        own = set(_LETTERS.findall(text.casefold()))
        return any(own.issuperset(words) for first in self._phrases.keys() & own for words in self._phrases[first])

    def _take_days(self, line: str, byline: Byline) -> str:
        """Move the days of a line, with the labels before them, into the byline; the line without them."""
        kept, at = [], 0
        for day in dates.find(line):
            before = line[at : day.start]
            label = self._dated.search(before) if before.casefold().rstrip(" :").endswith(self._dates) else None
            byline.days.append((self._label_of[label[1].casefold()] if label else "plain", day))
            kept += [before[: label.start()] if label else before, _GONE]
            at = day.end
        text = "".join((*kept, line[at:]))
        return _BEFORE_DAY.sub("", text) if kept else text

    def _take_counts(self, text: str, byline: Byline) -> str:
        """The line without times and ages, and without its labelled views, which go into the byline."""
        if byline.days:
            byline.clock = bool(_TIME.search(text))
            text = _AGO.sub(_GONE, _TIME.sub(_GONE, text))
        if len(text.split()) <= (30 if byline.days else 20):
            text, byline.views = self._counts.take(text, _GONE)
            byline.views_basis = "byline" if byline.views is None else "label"
        return text

    def _take_last_number(self, chunks: list[str], line: str, byline: Byline) -> None:
        """A bare number that closes a line: the views, on one with a date and a label, or with two labels."""
        last = max((i for i, chunk in enumerate(chunks) if chunk), default=0)
        number = _LAST_NUMBER.search(chunks[last]) if byline.views is None and line[-1:].isdigit() else None
        if number and not line.endswith(number[1]):
            return
        labels = len(self._labelled.findall(" ".join(chunks))) if number else 0
        if number and labels and labels + bool(byline.days) >= 2:
            byline.views, chunks[last] = count(number[1]), chunks[last][: number.start()]
        elif number and byline.days and number[0] == chunks[last]:
            byline.closing = count(number[1])


def _is_sentence(line: str) -> bool:
    """A line too long for a byline, or a sentence: most of a body, so this comes first."""
    spaces = line.count(" ")
    ended = spaces > 7 and line.endswith((".", '"', "”", "?", "…"))
    return ended or spaces > 24 or len(line) > 220 or (spaces > 8 and not _MARKED.search(line))


@lru_cache(maxsize=512)
def grammar(words: Vocabulary) -> Grammar:
    """The byline grammar of an outlet's words, built once."""
    return Grammar(words)

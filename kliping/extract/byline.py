"""Bylines: lines that name people, dates and views, whatever the order.

    Rabu, 19 Juni 2024 Reporter: A B Editor: C D 1152        Kompas.com - 03/05/2024, 14:29 WIB
    A B - detikNews                                          oleh A B, diperbarui 13 Feb 2024, 15:05 WIB
    A B, Jurnalis · Sabtu 28 Oktober 2023 19:15 WIB          JUMAT, 04 OKTOBER 2024 | 01:27 WIB | LAPORAN: A B
    Oleh A B, Selasa, 4 Maret 2025 | 13:55 WIB - Redaktur: C D - 375
    Penulis : (A B/Antara)      Redaktur & Reporter : A B      Politik209 Dilihat

A line with anything else in it (a sentence, a caption with a date) is no byline.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from kliping.extract.person_names import Namer
from kliping.outlets.vocabulary import Vocabulary
from kliping.text import dates
from kliping.text.lines import is_name
from kliping.text.phrases import normalise

_GONE = "\x1f"  # stands where a date, a time or a count was
_TIME = re.compile(
    r"(?:\bpukul\s+|\bjam\s+)?\b[0-2]?\d[:.][0-5]\d(?:[:.][0-5]\d)?\s*(?:WIB|WITA|WIT|AM|PM)?\b|\b(?:WIB|WITA|WIT)\b",
    re.I,
)
_CLOCK = re.compile(r"\d[:.][0-5]\d")
_AGO = re.compile(
    r"\b\d+ (?:detik|menit|jam|hari|minggu|bulan|tahun) (?:yang )?lalu\b|\b(?:\d+ menit baca|waktu baca \d+ menit)\b",
    re.I,
)
_CHUNK = re.compile(rf"{_GONE}|[|·•;]|\s[-–—]+\s|^[-–—]+\s|\s[-–—]+$|(?<=[a-z])-(?={_GONE})")
_DIGIT = re.compile(r"\d")
_LETTERS = re.compile(r"[a-z]+")
_NEEDS_COLON = frozenset(("Laporan", "Naskah", "Foto", "Photo"))  # words that open headlines too
_MARKED = re.compile(r"[\d:]|\)$")  # a label or a figure, which a long byline has
_SEPARATED = re.compile(r"[|·•,;]|\s[-–—]\s|\d[:.]\d\d")  # a sign or a time, as between the parts of a byline
_LAST_NUMBER = re.compile(r"(?:^|\s)(\d{1,3}(?:\.\d{3})+|\d{1,7})$")
_ABOUT = re.compile(r"\d+(?:[.,]\d+)?\s?(?:K|rb|ribu|jt)", re.I)  # "1K" readers: too rough to be a count
_ICON = re.compile(r"\bperson(?=[A-Z])")  # dumps keep the name of an icon: "personA B"
_DESK_CODE = re.compile(r"[A-Za-z]{1,5}(?:/[A-Za-z]{1,5})+")  # "NS/RN"
_AWAY = ("kontributor", "koresponden", "wartawan", "reporter")  # labels with the place their holder writes from
_PLACE_BEFORE = re.compile(r"^\s*[A-Z]\w+(?:\s[A-Z]\w+)?,\s+(?=[A-Z][\w.' ]+$)")  # "Kontributor Bandung, A B"
_DOMAIN = re.compile(r"\.[A-Za-z]")


@dataclass(slots=True)
class Byline:
    """What one line says. `days` are (kind, day), the kind being published, updated or plain."""

    people: dict[str, list[str]] = field(default_factory=dict)  # label -> names
    days: list[tuple[str, dates.Day]] = field(default_factory=list)
    views: int | None = None
    views_basis: str = "byline"
    agency: str | None = None
    bare: list[str] = field(default_factory=list)  # names without a label
    labels: list[str] = field(default_factory=list)  # labels without a name: it stands on another line
    desk: bool = False  # "Tim Redaksi" and the like

    def __bool__(self) -> bool:
        return bool(self.people or self.days or self.labels or self.desk or self.agency or self.views is not None)


class Grammar(Namer):
    """Reads bylines with the labels of one outlet."""

    def __init__(self, words: Vocabulary) -> None:
        super().__init__(words)
        self._label_of = {form.casefold(): label for label, forms in words.labels.items() for form in forms}
        people = [f for label in ("reporter", "editor", "film", "photo") for f in words.labels[label]]
        self._counted = frozenset(form.casefold() for form in words.labels["views"])
        one = _alternatives(people)
        self._labelled = re.compile(rf"(?<!\w)({one})(?:\s*(?:&|dan|/)\s*({one}))?\s*:\s*", re.I)
        leading = [form for form in people if form not in _NEEDS_COLON]
        self._leading = re.compile(rf"(?:{_alternatives(leading)})(?=\s|$)", re.I)
        self._after = re.compile(rf"\s*[,(]\s*({one})\)?$", re.I)
        self._behind = re.compile(rf"(?<=\w)\s+({one})$", re.I)
        self._alone = re.compile(rf"({one})(?:\s*(?:&|dan|/)\s*({one}))?", re.I)
        self._dated = re.compile(
            rf"(?<!\w)({_alternatives((*words.labels['published'], *words.labels['updated']))})\s*:?\s*(?:pada\s*)?$",
            re.I,
        )
        views = _alternatives(words.labels["views"])
        self._views = re.compile(
            rf"(?<![\d.,])(\d[\d.,]*)\s*(?:x|kali\s+)?\s*(?:{views})\b|(?<!\w)(?:{views})\s*:?\s*(\d[\d.,]*)(?:\s*(?:kali|x)\b)?",
            re.I,
        )
        self._dates = tuple(form for form, label in self._label_of.items() if label in ("published", "updated"))
        self._dates += ("pada",)
        self._desks_behind = tuple(f" {desk}" for desk in words.desks)
        glued = (*(f"x{form}" for form in self._counted), *(f"{a}dan{b}" for a in people for b in people))
        self._ours: dict[str, list[list[str]]] = {}  # first word -> words
        for form in (*self._label_of, *self._houses, *words.desks, *glued):
            letters = _LETTERS.findall(form.casefold())
            self._ours.setdefault(letters[0], []).append(letters)

    def read(self, line: str, named: bool = False) -> Byline | None:
        """What a line says, or None where it is no byline. `named`: markup says that it names a person."""
        if named and (label := self._behind.search(line)):
            line = f"{line[: label.start()]}, {label[1]}"
        if _hopeless(line):
            return None
        text = _ICON.sub("person: ", line.strip()) if "person" in line else line.strip()
        numbers = _DIGIT.search(text)
        if not numbers and not self._knows(text):
            return None  # nearly every headline
        found = Byline()
        if numbers:
            text = self._take_days(text, found)
            if not found.days and not self._knows(text):
                return None
            text = self._take_counts(text, found)
        chunks = [chunk.strip(" \t,:.()[]") for chunk in _CHUNK.split(text)]
        self._take_last_number(chunks, found)
        house = len(chunks) > 1 and any(self._is_house(chunk) for chunk in chunks)
        for chunk in chunks:
            if chunk and not self._is_house(chunk) and not self._take_chunk(chunk, found):
                return None
        if found.bare and not house and not _SEPARATED.search(line):
            return None  # a headline that ends in a date: "Kampanye Akbar Dimulai 25 September 2024"
        if found.bare and (house or found.days or "editor" in found.people) and "reporter" not in found.people:
            found.people.setdefault("bare", []).extend(found.bare)
        return found if found else None

    def _knows(self, text: str) -> bool:
        """Whether a domain or words of a byline stand in a text: without them, and without a day, it is no byline."""
        if _DOMAIN.search(text):
            return True
        found = set(_LETTERS.findall(text.casefold()))
        return any(found.issuperset(words) for first in self._ours.keys() & found for words in self._ours[first])

    def _take_days(self, line: str, found: Byline) -> str:
        kept, at = [], 0
        for day in dates.find(line):
            before = line[at : day.start]
            label = self._dated.search(before) if before.casefold().rstrip(" :").endswith(self._dates) else None
            kind = self._label_of[label[1].casefold()] if label else "plain"
            found.days.append((kind, day))
            kept += [before[: label.start()] if label else before, _GONE]
            at = day.end
        return "".join((*kept, line[at:]))

    def _take_counts(self, text: str, found: Byline) -> str:
        small = text.casefold()
        if found.days and (_CLOCK.search(text) or "wi" in small):
            text = _TIME.sub(_GONE, text)
        if found.days and ("lalu" in small or "baca" in small):
            text = _AGO.sub(_GONE, text)
        views = self._views.search(text) if any(form in small for form in self._counted) else None
        if views and len(text.split()) <= (30 if found.days else 20):
            found.views, found.views_basis = _number(views[1] or views[2]), "label"
            text = text[: views.start()] + _GONE + text[views.end() :]
        return text

    def _take_last_number(self, chunks: list[str], found: Byline) -> None:
        """A bare number that closes a line with a date and a label, or with two labels: the views."""
        last = next((i for i in range(len(chunks) - 1, -1, -1) if chunks[i]), None)
        number = _LAST_NUMBER.search(chunks[last]) if last is not None and found.views is None else None
        if last is None or not number:
            return
        labels = len(self._labelled.findall(" ".join(chunks)))
        if labels and labels + bool(found.days) >= 2:
            found.views, chunks[last] = _number(number[1]), chunks[last][: number.start()]

    def _take_chunk(self, chunk: str, found: Byline) -> bool:
        """Read one piece between separators; False where it belongs to no byline."""
        labels = list(self._labelled.finditer(chunk + " ")) if ":" in chunk else []
        if labels:
            head = chunk[: labels[0].start()].strip(" ,")
            ends = [label.start() for label in labels[1:]] + [len(chunk)]
            for label, end in zip(labels, ends, strict=True):
                if not self._take_value(label, chunk[label.end() : end], found):
                    return False
            return not head or self._take_plain(head, found)
        return self._take_plain(chunk, found)

    def _take_value(self, label: re.Match[str], value: str, found: Byline) -> bool:
        if len(value.split()) > 12:
            return False
        photo = self._label_of[label[1].casefold()] == "photo"
        names = [n for n in self.names(self._without_house(value)) if normalise(n) not in self._houses]
        names = [n for n in names if not photo or is_name(n)]
        found.agency = found.agency or self.agency_in(value)
        for form in filter(None, label.groups()):
            kind = self._label_of[form.casefold()]
            if names:
                found.people.setdefault(kind, []).extend(names)
            elif value.strip(" ()"):
                if kind == "photo" or len(value.split()) > 4:
                    return False  # "Foto: ..." opens captions and headlines too
                found.people.setdefault(kind, [])  # a desk or a code: read, and nobody
            else:
                found.labels.append(kind)
        return True

    def _take_plain(self, chunk: str, found: Byline) -> bool:
        text = self._without_house(chunk)
        small = normalise(text)
        if small in self._words.desks:
            found.desk = True
            return True
        desk = next((desk for desk in self._desks_behind if small.endswith(desk)), None)
        if desk and (names := self.names(text[: -len(desk)])):
            for label, name in zip(("reporter", "editor"), names, strict=False):
                found.people.setdefault(label, []).append(name)
            return True
        alone = self._alone.fullmatch(text)
        if alone:
            found.labels += [self._label_of[form.casefold()] for form in filter(None, alone.groups())]
            return True
        if text.casefold() in self._counted:
            found.labels.append("views")
            return True
        after = self._after.search(text) if "," in text or "(" in text else None
        if after and (names := self.names(text[: after.start()])):
            found.people.setdefault(self._label_of[after[1].casefold()], []).extend(names)
            return True
        leading = self._leading.match(text)
        rest = self._without_house(text[leading.end() :]) if leading else ""
        if leading and leading[0].casefold().endswith(_AWAY):
            rest = _PLACE_BEFORE.sub("", rest)
        if leading and (names := self.names(rest)):
            found.people.setdefault(self._label_of[leading[0].casefold()], []).extend(names)
            return True
        if leading and found.days and self._is_desk(text[leading.end() :]):
            found.people.setdefault(self._label_of[leading[0].casefold()], [])
            return True
        if self.is_person(name := self.once(text)):
            found.bare.append(name)
            return True
        said = text.isdigit() or _ABOUT.fullmatch(text) or _DESK_CODE.fullmatch(text)
        return not text or bool(said) or self._is_section(text)


def _hopeless(line: str) -> bool:
    """Lines that are too long, or sentences: most of a body, so this comes first."""
    spaces = line.count(" ")
    if spaces > 24 or len(line) > 220 or (spaces > 7 and line.endswith((".", '"', "”", "?", "…"))):
        return True
    return spaces > 8 and not _MARKED.search(line)


@lru_cache(maxsize=512)
def grammar(words: Vocabulary) -> Grammar:
    return Grammar(words)


def _alternatives(forms: Iterable[str]) -> str:
    return "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in sorted(forms, key=len, reverse=True))


def _number(text: str) -> int | None:
    digits = re.sub(r"\D", "", text)
    return int(digits) if 0 < len(digits) <= 9 else None

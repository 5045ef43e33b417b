"""Bylines: lines that name people, dates and views, whatever the order.

    Rabu, 19 Juni 2024 Reporter: A B Editor: C D 1152        Kompas.com - 03/05/2024, 14:29 WIB
    A B - detikNews                                          oleh A B, diperbarui 13 Feb 2024, 15:05 WIB
    A B, Jurnalis · Sabtu 28 Oktober 2023 19:15 WIB          JUMAT, 04 OKTOBER 2024 | 01:27 WIB | LAPORAN: A B
    Oleh A B, Selasa, 4 Maret 2025 | 13:55 WIB - Redaktur: C D - 375
    Penulis : (A B/Antara)      Redaktur & Reporter : A B      Politik209 Dilihat

A line with anything else in it (a sentence, a caption with a date) is no byline.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from kliping.extract.counts import counts
from kliping.extract.counts import number as count
from kliping.extract.person_names import NameReader
from kliping.outlets.vocabulary import Vocabulary
from kliping.text import dates
from kliping.text.lines import is_name
from kliping.text.phrases import normalise

_GONE = "\x1f"  # stands where a date, a time or a count was
_TIME = re.compile(
    r"(?:\bpukul\s+|\bjam\s+)?\b[0-2]?\d[:.][0-5]\d(?:[:.][0-5]\d)?\s*(?:WIB|WITA|WIT|AM|PM)?\b|\b(?:WIB|WITA|WIT)\b",
    re.I,
)
_AGO = re.compile(
    r"\b\d+ (?:detik|menit|jam|hari|minggu|bulan|tahun) (?:yang )?lalu\b|\b(?:\d+ menit baca|waktu baca \d+ menit)\b",
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
_SAYS_NOTHING = re.compile(r"(?i:\d+(?:[.,]\d+)?\s?(?:K|rb|ribu|jt))|[A-Za-z]{1,5}(?:/[A-Za-z]{1,5})+")
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
    closing: int | None = None  # a bare number behind the days of a line without labels
    clock: bool = False  # whether a time stands beside the days
    agency: str | None = None
    bare: list[str] = field(default_factory=list)  # names without a label
    labels: list[str] = field(default_factory=list)  # labels without a name: it stands on another line
    desk: bool = False  # "Tim Redaksi" and the like

    def __bool__(self) -> bool:
        return bool(self.people or self.days or self.labels or self.desk or self.agency or self.views is not None)

    def add(self, label: str, names: Iterable[str]) -> None:
        """Put names under a label; without any, the label counts as read and names nobody."""
        self.people.setdefault(label, []).extend(names)


class Grammar(NameReader):
    """Reads bylines with the labels of one outlet."""

    def __init__(self, words: Vocabulary) -> None:
        super().__init__(words)
        self._label_of = {form.casefold(): label for label, forms in words.labels.items() for form in forms}
        people = [f for label in ("reporter", "editor", "film", "photo") for f in words.labels[label]]
        one = _alternatives(people)
        self._labelled = re.compile(rf"(?<!\w)({one})(?:\s*(?:&|dan|/)\s*({one}))?\s*:\s*", re.I)
        leading = [form for form in people if form not in ("Laporan", "Naskah", "Foto", "Photo")]  # open headlines too
        self._leading = re.compile(rf"(?:{_alternatives(leading)})(?=\s|$)", re.I)
        self._after = re.compile(rf"\s*[,(]\s*({one})\)?$", re.I)
        self._behind = re.compile(rf"(?<=\w)\s+({one})$", re.I)
        self._alone = re.compile(rf"({one})(?:\s*(?:&|dan|/)\s*({one}))?", re.I)
        dated = _alternatives((*words.labels["published"], *words.labels["updated"]))
        self._dated = re.compile(rf"(?<!\w)({dated})\s*:?\s*(?:pada\s*)?$", re.I)
        self._counts = counts(words)
        self._dates = (*(form for form, label in self._label_of.items() if label in ("published", "updated")), "pada")
        self._desks_behind = tuple(f" {desk}" for desk in words.desks)
        glued = (*(f"x{form}" for form in words.labels["views"]), *(f"{a}dan{b}" for a in people for b in people))
        self._phrases: dict[str, list[list[str]]] = {}  # first word of a phrase -> its words
        for form in (*self._label_of, *self._houses, *words.desks, *glued):
            letters = _LETTERS.findall(form.casefold())
            self._phrases.setdefault(letters[0], []).append(letters)

    def read(self, line: str, named: bool = False) -> Byline | None:
        """What a line says, or None where it is no byline. `named`: markup says that it names a person."""
        if named and (label := self._behind.search(line)):
            line = f"{line[: label.start()]}, {label[1]}"
        if _is_sentence(line):
            return None
        text = _ICON.sub("person: ", line.strip()) if "person" in line else line.strip()
        numbers = _DIGIT.search(text)
        if not numbers and not self._has_own_words(text):
            return None  # nearly every headline
        byline = Byline()
        text = self._take_days(text, byline)
        if numbers and not byline.days and not self._has_own_words(text):
            return None
        text = self._take_counts(text, byline)
        chunks = [chunk.strip(" \t,:.()[]") for chunk in _CHUNK.split(text)]
        self._take_last_number(chunks, line.rstrip(), byline)
        house = len(chunks) > 1 and any(self._is_house(chunk) for chunk in chunks)
        for chunk in chunks:
            if chunk and not self._is_house(chunk) and not self._take_chunk(chunk, byline):
                return None
        if byline.bare and not house and not _SEPARATED.search(line):
            return None  # a headline that ends in a date: "Kampanye Akbar Dimulai 25 September 2024"
        if byline.bare and (house or byline.days or "editor" in byline.people) and "reporter" not in byline.people:
            byline.add("bare", byline.bare)
        return byline or None

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
        return "".join((*kept, line[at:]))

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

    def _take_chunk(self, chunk: str, byline: Byline) -> bool:
        """Read one piece between separators; False where it belongs to no byline."""
        labels = list(self._labelled.finditer(chunk + " ")) if ":" in chunk else []
        ends = [*(label.start() for label in labels), len(chunk)]
        for label, end in zip(labels, ends[1:], strict=True):
            if not self._take_value(label, chunk[label.end() : end], byline):
                return False
        head = chunk[: ends[0]].strip(" ,") if labels else chunk
        text = self._without_house(head)
        if (labels and not head) or self._take_desk(text, byline) or self._take_labels(text, byline):
            return True
        if self.is_person(name := self.once(text)):
            byline.bare.append(name)
            return True
        return not text or text.isdigit() or bool(_SAYS_NOTHING.fullmatch(text)) or self._is_section(text)

    def _take_value(self, label: re.Match[str], value: str, byline: Byline) -> bool:
        """Read what stands behind `label:`."""
        if len(value.split()) > 12:
            return False
        photo = self._label_of[label[1].casefold()] == "photo"
        names = [n for n in self.names(self._without_house(value)) if normalise(n) not in self._houses]
        names = [n for n in names if not photo or is_name(n)]
        byline.agency = byline.agency or self.agency_in(value)
        for form in filter(None, label.groups()):
            kind = self._label_of[form.casefold()]
            if not names and not value.strip(" ()"):
                byline.labels.append(kind)
            elif not names and (kind == "photo" or len(value.split()) > 4):
                return False  # "Foto: ..." opens captions and headlines too
            else:
                byline.add(kind, names)  # a desk or a code is read, and nobody
        return True

    def _take_desk(self, text: str, byline: Byline) -> bool:
        """`Tim Redaksi`, by itself or behind the names of reporter and editor."""
        small = normalise(text)
        if small in self._words.desks:
            byline.desk = True
            return True
        desk = next((desk for desk in self._desks_behind if small.endswith(desk)), None)
        names = self.names(text[: -len(desk)]) if desk else []
        for label, name in zip(("reporter", "editor"), names, strict=False):
            byline.add(label, [name])
        return bool(names)

    def _take_labels(self, text: str, byline: Byline) -> bool:
        """Labels alone, or one with the name before or behind it: `Penulis & Editor`, `A B, Jurnalis`, `Oleh A B`."""
        alone = self._alone.fullmatch(text)
        if alone or self._counts.is_label(text):
            byline.labels += [self._label_of[form.casefold()] for form in (alone.groups() if alone else [text]) if form]
            return True
        after = self._after.search(text) if "," in text or "(" in text else None
        if after and (names := self.names(text[: after.start()])):
            byline.add(self._label_of[after[1].casefold()], names)
            return True
        leading = self._leading.match(text)
        if not leading:
            return False
        label, behind = leading[0].casefold(), text[leading.end() :]
        rest = self._without_house(behind)
        names = self.names(_PLACE_BEFORE.sub("", rest) if label.endswith(_AWAY) else rest)
        if not names and not (byline.days and self._is_desk(behind)):
            return False
        byline.add(self._label_of[label], names)
        return True


def _is_sentence(line: str) -> bool:
    """A line too long for a byline, or a sentence: most of a body, so this comes first."""
    spaces = line.count(" ")
    ended = spaces > 7 and line.endswith((".", '"', "”", "?", "…"))
    return ended or spaces > 24 or len(line) > 220 or (spaces > 8 and not _MARKED.search(line))


@lru_cache(maxsize=512)
def grammar(words: Vocabulary) -> Grammar:
    """The byline grammar of an outlet's words, built once."""
    return Grammar(words)


def _alternatives(forms: Iterable[str]) -> str:
    return "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in sorted(forms, key=len, reverse=True))

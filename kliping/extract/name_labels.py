"""Labels that name people, in one piece of a byline: `Reporter: A B`, `Oleh A B`, `A B, Jurnalis`, `A B / Editor`."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from kliping.evidence.common_words import is_common
from kliping.evidence.person_words import is_person_word
from kliping.extract.person_names import NameReader
from kliping.outlets.vocabulary import Vocabulary
from kliping.text import dates
from kliping.text.lines import is_name, small_words
from kliping.text.phrases import normalise

_AWAY = ("kontributor", "koresponden", "wartawan", "reporter")  # labels with the place their holder writes from
_PLACE_BEFORE = re.compile(r"^\s*[A-Z]\w+(?:\s[A-Z]\w+)?,\s+(?=[A-Z][\w.' ]+$)")  # "Kontributor Bandung, A B"
_PLACE_BEHIND = r"(?:\s+(?-i:[A-Z])[\w.]+){1,2}"  # "Kontributor Bandung Barat: A B"
_OPENS_HEADLINES = ("laporan", "naskah", "foto", "photo")  # labels that are words of headlines as well
_VALUE = 12  # words behind a label, of which some may be those of a bracket


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
    house: bool = False  # the outlet's name stands beside names without a label
    found: str = "named under a label"  # the evidence for its labelled names

    def __bool__(self) -> bool:
        return bool(self.people or self.days or self.labels or self.desk or self.agency or self.views is not None)

    def add(self, label: str, names: Iterable[str]) -> None:
        """Put names under a label; without any, the label counts as read and names nobody."""
        self.people.setdefault(label, []).extend(names)


class LabelReader(NameReader):
    """Reads the pieces of bylines that name people, with the labels of one outlet."""

    def __init__(self, words: Vocabulary) -> None:
        super().__init__(words)
        self._label_of = {form.casefold(): label for label, forms in words.labels.items() for form in forms}
        people = [f for label in ("reporter", "editor", "film", "photo") for f in words.labels[label]]
        one, away = alternatives(people), "|".join(rf"(?<={form})" for form in _AWAY)
        self._labelled = re.compile(
            rf"(?<!\w)({one})(?:(?:{away}){_PLACE_BEHIND}|\s*(?:&|dan|/)\s*({one}))?\s*:\s*",
            re.I,
        )
        leading = [form for form in people if form.casefold() not in _OPENS_HEADLINES]
        self._leading = re.compile(rf"(?:{alternatives(leading)})(?=\s|$)", re.I)
        self._after = re.compile(rf"\s*[,(/]\s*({one})\)?$", re.I)
        self._apart = re.compile(rf"(?<=\w)\s+[-–—|·•]\s+({one})$", re.I)
        self._behind = re.compile(rf"(?<=\w)\s+({one})$", re.I)
        self._before = re.compile(rf"(?:{'|'.join(_OPENS_HEADLINES[:2])})\s+(?=\S)", re.I)
        self._alone = re.compile(rf"({one})(?:\s*(?:&|dan|/)\s*({one}))?", re.I)
        self._opening = re.compile(rf"(?:{one})\s*:\s*", re.I)
        self._counted = frozenset(form.casefold() for form in words.labels["views"])
        self._desks_behind = tuple(f" {desk}" for desk in words.desks)

    def opening_name(self, text: str) -> tuple[str, str] | None:
        """Label and name before the first sentence of a text glued to them: `Oleh: A B Anggota KPU ...`."""
        label = self._opening.match(text) if ":" in text[:30] else None
        name: list[str] = []
        for word in text[label.end() : label.end() + 100].split() if label else ():
            small = word.strip(",.;(").casefold()
            if not word[0].isupper() or len(name) > 4 or small in self._words.nobody:
                break
            if is_common(small) and not is_person_word(small):
                break
            name.append(word.strip(",;("))
            if word[-1] in ",;":
                break
        found = " ".join(name)
        return (self._label_of[label[0].rstrip(" :").casefold()], found) if label and self.is_person(found) else None

    def _take_chunk(self, chunk: str, byline: Byline) -> bool:
        """Read one piece between separators; False where it is not understood."""
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
        return not text or text.isdigit() or self._is_section(text)

    def _take_value(self, label: re.Match[str], value: str, byline: Byline) -> bool:
        """Read what stands behind `label:`."""
        if len(value.split()) > _VALUE:
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
        if alone or text.casefold() in self._counted:
            byline.labels += [self._label_of[form.casefold()] for form in (alone.groups() if alone else [text]) if form]
            return True
        after = self._after.search(text) if "," in text or "(" in text or "/" in text else None
        if after and (names := self.names(self._leading.sub("", text[: after.start()], count=1))):
            byline.add(self._label_of[after[1].casefold()], names)
            return True
        leading = self._leading.match(text)
        if not leading:
            return self._take_name_beside(text, byline)
        label, behind = leading[0].casefold(), text[leading.end() :]
        rest = self._without_house(behind)
        names = self.names(_PLACE_BEFORE.sub("", rest) if label.endswith(_AWAY) else rest)
        if not names and not (byline.days and self._is_desk(behind)):
            return False
        byline.add(self._label_of[label], names)
        return True

    def _take_name_beside(self, text: str, byline: Byline) -> bool:
        """A name without a sign between it and its label, which headlines have as well: `A B Reporter`, `Laporan a`."""
        before, behind = self._before.match(text), self._behind.search(text)
        label = before or behind
        if not label:
            return False
        name = text[before.end() :] if before else text[: label.start()]
        if not self.reads_as_name(name, unknown=behind is not None and " " in name):
            return False
        byline.add(self._label_of[label[0].strip().casefold()], self.names(name))
        return True

    def reads_as_name(self, text: str, unknown: bool = False) -> bool:
        """Whether words of a text commonly name persons, twice as many as are words of the language that do not.

        `unknown`: words that are neither may name a person as well.
        """
        known = common = 0
        for part in small_words(text):
            known += is_person_word(part)
            common += not is_person_word(part) and is_common(part)
        return (known > 0 or unknown) and known >= 2 * common


def alternatives(forms: Iterable[str]) -> str:
    """A pattern for any of the forms, the longest first."""
    return "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in sorted(forms, key=len, reverse=True))

"""Whom a text names: a person, an outlet, a wire service, or nobody."""

import re

from kliping.article.fields import NAME_MOST
from kliping.evidence.common_words import is_common
from kliping.evidence.person_words import is_person_word
from kliping.outlets.places import is_place
from kliping.outlets.vocabulary import Vocabulary
from kliping.text.dateline import domain_in
from kliping.text.lines import is_name, small_words
from kliping.text.phrases import normalise
from kliping.text.unicode import fold

_BEHIND = re.compile(r"(?<=[\w.])\s*\([^()]*\)?[\s*.]*$|\s*\*+\)?\s*$")  # a code or an office in brackets, "*)"
# "SH", "S.Sos.", "M.Si", "SPd", "Lc": behind a comma they belong to the name
_DEGREE = re.compile(r"(?:[SMAD]\.)+(?:[A-Z]\w{0,3}\.?)*|[SM][A-Z]{1,2}|[SM][A-Z][a-z]{1,3}|Lc\.?|Ph\.?D\.?|BA|MBA")
_OPEN_END = re.compile(r"\s(?:dan|and)$")  # the next name stands on another line
_UNSPEAKABLE = re.compile(r"[^aeiouy]{3}")
_VOWELS = re.compile(r"[aeiou]")
_CODE = 4  # letters of a small word that is more often a code than a name
_TWICE = re.compile(r"^(\w[^,]{4,40}?)\s?\1$")  # a name printed again by its portrait
_JOINS = re.compile(r"[&,/+|]")
_AND = re.compile(r"\s+(?:dan|and)\s+|\s*[&,/+|]\s*", re.I)


class NameReader:
    """Tells names by the words of one outlet."""

    def __init__(self, words: Vocabulary) -> None:
        self._words = words
        self._houses = frozenset(normalise(house) for house in words.houses)
        self._agency = {form: name for name, forms in words.agencies.items() for form in forms}

    def names(self, text: str) -> list[str]:
        """The persons in a value such as `A B dan C D`; companies, desks and codes are nobody."""
        text = _BEHIND.sub("", text) if "(" in text or "*" in text else text
        text = _OPEN_END.sub("", text) if text.endswith(("dan", "and")) else text
        parts = [part.strip(" .:;-*()[]\"'") for part in _parts(self.once(text))]
        return list(dict.fromkeys(part for part in parts if self.is_person(part, labelled=True)))

    @staticmethod
    def once(text: str) -> str:
        """A name without the repeat that its portrait leaves behind it."""
        half = len(text) // 2
        twice = _TWICE.match(text) if text[:half] == text[-half:] else None
        return twice[1] if twice else text

    def persons(self, text: str) -> list[str]:
        """The persons of a line that holds nothing else; empty for any other line."""
        text = _BEHIND.sub("", text) if text.endswith(("*", "*)")) and len(text) <= NAME_MOST else text
        parts = [part.strip() for part in _parts(text) if part.strip()]
        return parts if len(parts) <= 4 and all(self.is_person(part) for part in parts) else []

    def is_person(self, text: str, labelled: bool = False) -> bool:
        """Whether a text could name a person: capitalised, no desk, company or code in it.

        Behind a label some of the words may be small, as some outlets print them.
        """
        if len(text) > NAME_MOST:
            return False
        text = _without_degrees(text)
        loose = labelled and (_is_partly_capital(text) or _is_small_name(text))
        if not is_name(text.title() if loose else text) or domain_in(text):
            return False
        if is_place(text) or (text.isupper() and _is_short(text)):
            return False
        return self._words.nobody.isdisjoint(re.split(r"[\s.\-]+", text.casefold()))

    def agency_in(self, text: str) -> str | None:
        """The wire service a short text names exactly, bracketed or behind a slash."""
        parts = (part.strip(" .()") for part in text.split("/"))
        return next((self._agency[part] for part in parts if part in self._agency), None)

    def _is_house(self, chunk: str) -> bool:
        """The outlet's own name on a byline: `A B - detikNews`, `Suaramelati.com - A B`."""
        return normalise(chunk) in self._houses or (" " not in chunk and domain_in(chunk) == chunk)

    def _is_desk(self, text: str) -> bool:
        """A few words with that of a desk or an office among them: nobody."""
        return len(text.split()) <= 5 and not self._words.nobody.isdisjoint(text.casefold().split())

    def _is_section(self, text: str) -> bool:
        """A section, an office or a place (`Politik`, `KPU Kota`, `JATIM`): allowed on a byline, says nothing."""
        parts = text.casefold().split()
        return is_place(text) or (len(parts) <= 3 and not self._words.nobody.isdisjoint(parts) and text[0].isupper())

    def _without_house(self, text: str) -> str:
        """A text without the outlet's domain printed before or behind a name."""
        if "." not in text:
            return fold(text).strip(" ,")
        return " ".join(part for part in text.split() if not domain_in(part)).strip(" ,")


def _parts(text: str) -> list[str]:
    """The pieces of a text between the signs and words that join names; a degree belongs to the name before it."""
    small = text.casefold()
    if not (_JOINS.search(text) or " dan " in small or " and " in small):
        return [text]
    parts: list[str] = []
    for part in _AND.split(text):
        if parts and part and _DEGREE.fullmatch(part):
            parts[-1] += f", {part}"
        else:
            parts.append(part)
    return parts


def _without_degrees(text: str) -> str:
    """A name without the degrees behind it, each behind a comma."""
    name, *degrees = text.split(",") if "," in text else [text]
    return name.strip() if all(_DEGREE.fullmatch(degree.strip()) for degree in degrees) else text


def _is_short(text: str) -> bool:
    """Whether a word in capitals is an abbreviation rather than a name."""
    small = text.casefold()
    if " " in text or len(text) > _CODE or is_person_word(small):
        return False
    return len(text) < _CODE or bool(_UNSPEAKABLE.search(small)) or len(_VOWELS.findall(small)) < 2


def _is_partly_capital(text: str) -> bool:
    """Whether half of several words begin with a capital, as some outlets print names behind a label."""
    return " " in text and 2 * sum(part[:1].isupper() for part in text.split()) >= len(text.split())


def _is_small_name(text: str) -> bool:
    """Whether words in small letters can be a name: one commonly is, or a single one can be spoken and is no code."""
    if not text.islower():
        return False
    if " " in text:
        words = small_words(text)
        return any(map(is_person_word, words)) or not all(map(is_common, words))
    if is_person_word(text):
        return True
    return text.isalpha() and len(text) > _CODE and not _UNSPEAKABLE.search(text) and not is_common(text)

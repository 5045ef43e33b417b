"""Credits glued to the end of a body, or alone on its last line; and asides cut out of a sentence.

... kata Andika.(Reporter: A B).     ... bilik suara. (Aji)     ... 2025. (nov)     ... Sumarno. (gil/jpnn)
Farel (alone)     (A B/Antara)     [fiq/but]     ... (Baca juga: HEADLINE) ...
... ujarnya. (MC Kota Melati)     [Rilis Humas KPU]Unduh Rilis     ... Sumarno. GRA/KEI     *(Pendim0101)*.
"""

import re
from dataclasses import dataclass

from kliping.extract.byline import Byline, Grammar, grammar
from kliping.outlets.vocabulary import Vocabulary
from kliping.text import lines
from kliping.text.dateline import domain_in

_ASIDE = re.compile(r"\s*\((?:baca|simak|lihat)\s+(?:juga|pula)\s*:?[^()]{0,200}\)", re.I)
_TAIL_ASIDE = re.compile(r"(?<=[.!?”\"])\s*(?:Baca|BACA|Lihat|LIHAT|Simak)\s+(?:juga|Juga|JUGA)\s*:.{0,250}$")
_GLUED = re.compile(
    r"(?P<before>^\**|[.!?…]['\"”’)\]]*|['\"”’])[\s*_]*[(\[]\s*(?P<inside>[^()\[\]]{1,80}?)\s*[)\]][\s.*_]*$"
)
_BEHIND = re.compile(r"(?<=[)\]])[^()\[\]]{3,40}$")  # a button, glued to the credit
_SLASHED = re.compile(r"(?<=[.!?”\"’])\s*(?:[A-Z]{2,4}(?:/[A-Z]{2,5}){1,3}|[a-z]{2,5}(?:/[a-z]{2,8}){1,3})$")
_STARS = re.compile(r"\s*\*{2,}$")  # "***" closes an article
_CODE = re.compile(
    r"(?:[a-z]{1,8}|[A-Z]{1,4}-?\d{1,3}|[A-Z][a-z]{1,9}\d{2,4}|[A-Z]{2,3})(?:\s?[/\-|]\s?(?:[a-z]{1,12}|[A-Z]{2,5}|[A-Z]-?\d+))*"
)
_UNSPEAKABLE = re.compile(r"[^aeiouyAEIOUY]+|[A-Z][a-z]?[^aeiouy]{2}")  # "(Mhd)", "(Awg)": letters of a name, none
_HOUSE_OR_CODE = re.compile(r"[a-z]{2,20}")  # behind a name and a slash: "(A B/irs/melatitoday)"
BEHIND, IN_BRACKETS = "a name behind the text", "in brackets behind the text"  # evidence
_SIGNED = re.compile(r"(?<=[a-z0-9)”\"][.!?”\"])\s+([A-Z]{3,12})$")  # "... di Rawa Melati. GALUH"
CUT_OFF = ("glued credit", "glued code", "code or desk by itself", "name by itself")  # rules by which one is cut off
_CODE_ALONE = re.compile(r"[a-z]{2,8}|[A-Z]\d{1,3}|[A-Z]-\d+|\*{2,}|-+")
_DESK = re.compile(  # who writes for an office, or for the paper
    r"\b(?:rilis|release|siaran pers|humas\w*|hupmas|hms|mc|media cent(?:er|re)|(?:dis)?kominfo\w*|prokopim\w*|parmas"
    r"|pen(?:dim|rem|dam)\w*|dispen\w*|redaksi|red|rls|tim|adv|advertorial)\b",
    re.I,
)
_OFFICE = re.compile(
    r"\b(?:kpud?|bawaslu|dkpp|panwas\w*|pol(?:res|da|sek)\w*|kodim|koramil|pem(?:kab|kot|prov)\w*)\b", re.I
)
_HOLDER = re.compile(r"\b(?:ketua|wakil|anggota|komisioner|kepala|sekretaris|juru bicara|calon|pasal|lihat)\b", re.I)
_OFFICE_LONGEST = 7  # words


@dataclass(frozen=True, slots=True)
class Cut:
    """A body line without the credit it ended in."""

    text: str  # empty where it was nothing else
    byline: Byline | None = None  # what the credit says; None where there is none
    rule: str = ""  # by which it was found


def is_code(text: str) -> bool:
    """Whether a line is nothing but the shorthand of a desk or a person: `nov`, `C31`."""
    return bool(_CODE_ALONE.fullmatch(text) or ("/" in text and _CODE.fullmatch(text)))


def cut_asides(text: str) -> str:
    """A body line without the related headlines set into it."""
    likely = any(letters in text for letters in ("aca", "ACA", "imak", "ihat"))
    return _TAIL_ASIDE.sub("", _ASIDE.sub("", text)) if likely else text


def cut_credit(text: str, words: Vocabulary, credit_is: str, alone: bool, elsewhere: str) -> Cut:
    """Take the credit off the last body line; `credit_is` is the label of a name without one.

    `alone` says that a sentence stands before this line, so that the line may be nothing but a credit; a name that the
    rest of the article speaks of (`elsewhere`) is none.
    """
    reader = grammar(words)
    button = _BEHIND.search(text, max(0, len(text) - 60))
    bare = text[: button.start()] if button and words.noise_lines.kind(button[0]) else text
    bare = _STARS.sub("", bare) if bare.endswith("**") else bare
    closed = bare.rstrip(" .*_").endswith((")", "]"))
    glued = _GLUED.search(bare, max(0, len(bare) - 200)) if closed else None  # characters in which it stands
    if glued and (credit := _credit(glued, reader, credit_is)) is not None:
        return Cut(bare[: glued.end("before")].rstrip(" *_"), credit, "glued credit")
    text = _STARS.sub("", text) if text.endswith("**") else text
    if "/" in text[-25:] and (codes := _SLASHED.search(text, max(0, len(text) - 30))):
        return Cut(text[: codes.start()], Byline(), "glued code")
    if (signed := _SIGNED.search(text, max(0, len(text) - 40))) and reader.is_person(signed[1]):
        return Cut(text[: signed.start()], Byline(people={credit_is: [signed[1]]}, found=BEHIND), "glued credit")
    name = text.strip(" .*-()")
    if alone and (is_code(text) or (_DESK.match(name) and _is_office(name))):
        return Cut("", Byline(), "code or desk by itself")
    names = reader.persons(name) if alone and not text.endswith("..") else []
    if names and len(name.split()) <= 3 * len(names) and not any(other in elsewhere for other in names):
        return Cut("", Byline(people={credit_is: names}, found=BEHIND), "name by itself")
    return Cut(text)


def signature(text: str, words: Vocabulary, credit_is: str) -> Byline | None:
    """What a credit in brackets at the end of a paragraph says, wherever that stands."""
    if not text.rstrip(" .*_").endswith((")", "]")):
        return None
    glued = _GLUED.search(text, max(0, len(text) - 200))
    return _credit(glued, grammar(words), credit_is) if glued else None


def _credit(glued: re.Match[str], reader: Grammar, credit_is: str) -> Byline | None:
    """What stands in the brackets, where it is a credit; None for part of the text such as `(27/11)`."""
    inside, ended = glued["inside"].strip("* "), glued["before"].strip("\"'”’*") or not glued["before"].strip("*")
    if not inside:
        return Byline()  # "(***)" closes an article too
    labelled = reader.read(inside) if ":" in inside else None
    if labelled and (labelled.people or labelled.agency):
        return labelled
    source = inside.rpartition(":")[2]
    agency = reader.agency_in(source) or (reader.agency_in(source.title()) if "/" in source else None)
    if inside.isalpha() and inside.islower() and len(inside) > 4 and reader.is_person(inside, labelled=True):
        return Byline({credit_is: [inside]}, found=IN_BRACKETS)
    if _CODE.fullmatch(inside) or _UNSPEAKABLE.fullmatch(inside) or (inside[0].islower() and "/" in inside):
        return Byline(agency=agency)
    if ended and _is_office(inside.replace("/", " ")):
        names = [part.strip() for part in inside.split("/") if not _is_office(part) and reader.is_person(part.strip())]
        return Byline({credit_is: names[:1]} if names else {}, agency=agency, found=IN_BRACKETS)
    if any(c.isdigit() for c in inside):
        return None
    parts = [part.strip() for part in inside.split("/") if not domain_in(part)]
    if parts and len(parts) <= inside.count("/") and all(_CODE.fullmatch(part) for part in parts):
        return Byline(agency=agency)  # "(tribunnews.com/abc)": the outlet and a code
    names = [part for part in parts if reader.is_person(part) and not reader.agency_in(part)]
    signed = names and parts[0] == names[0] and len(names[0].split()) <= 4
    rest = [part for part in parts if part not in names]
    if agency or inside in ("Red", "red", "Redaksi") or (signed and all(map(_HOUSE_OR_CODE.fullmatch, rest))):
        return Byline({credit_is: names[:1]} if names else {}, agency=agency, found=IN_BRACKETS)
    return None


def _is_office(text: str) -> bool:
    """Whether a few words name an office or a desk, and nobody who holds one: `MC Kota Melati`, `Rilis Humas KPU`."""
    few = len(lines.words(text)) <= _OFFICE_LONGEST and lines.capital_share(text) >= 0.5
    return bool(few and (_DESK.search(text) or _OFFICE.search(text)) and not _HOLDER.search(text))

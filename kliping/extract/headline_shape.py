"""What the signs of a line say of it as a headline: captions, addresses, ways through a site, lines of a byline."""

import re
from collections.abc import Iterator

from kliping.extract.block_features import BlockFeatures, is_list_item
from kliping.extract.captions import is_caption
from kliping.extract.headline import without_date
from kliping.text import dates, lines
from kliping.text.dates import MONTHS, WEEKDAYS

KICKER = 3  # words
CAPITALS = 0.7  # share of capitals in a headline that has them
_STAMP = re.compile(r"\[\d[\d/.\-]*,? \d\d?[.:]\d\d(?:[.:]\d\d)?(?: [AP]M)?\] [^:]{1,40}: ")  # of a message in a chat
_LABELLED = re.compile(
    r"(?:Oleh|Penulis|Reporter|Pewarta|Kontributor|Laporan|Editor|Penyunting|Redaktur|Red|Rep|Published|Posted(?: on)?"
    r"|Terbit|Diterbitkan|Dipublikasikan|Tayang|Diposting|Diperbarui|(?:Last )?[Uu]pdated?)(?:\s*:|\s+(?=\d|\w+, \d))"
)
_CLOCK = re.compile(r"\b\d?\d[:.]\d\d\b")
_OF_DAYS = frozenset(word.casefold() for form in (*WEEKDAYS, *MONTHS) for word in (form, form[:3])) | frozenset(
    "wib wita wit pukul jam komentar views dibaca dilihat kali jum'at agt agu".split()
)
_FIGURE = re.compile(r"\d")
_ARROW = re.compile(r"[»›>→/]")
_ARROWS = re.compile(r"\S\s+[»›>→/]\s+\S")
_BUTTONS = ("Share", "Bagikan", "Tweet", "Cetak", "Print")
_BUTTON = re.compile(rf"(?<=[a-z0-9?!])(?:{'|'.join(_BUTTONS)})$")  # glued to a headline
_STARS = re.compile(r"^([*_]{1,3})(?=\S)(.*\S)\1$")
_LABEL = re.compile(r"(?:judul|title)\s*:\s+", re.I)
_PHOTO = re.compile(
    r"(?:Foto|Photo|Ket(?:erangan)?\.? [Ff]oto|Caption)\s*:"
    r"|Ilustrasi\b|.*(?:\b[Ii]stimewa\W*$|\([Ff]oto\b|\b[Ff]oto\s?[-/]?\s?[Dd]ok\b)"
)
_CONTACT = re.compile(
    r"\b(?:Jl|Jln|Telp|Tlp|Fax|Faks|Hp)\b|\bKode Pos\b|\bJalan [A-Z].*\b(?:No\b|Nomor\b|\d)|\S@\S|\bwww\.|\(0\d{2,3}\)"
)


def printed_title(text: str) -> str:
    """A headline without the day that some dumps put before it, without the stamp and the stars of a chat."""
    text = without_date(text)
    if text.startswith(("[", "*", "_")) or ":" in text[:7]:
        text = _LABEL.sub("", _STAMP.sub("", text), 1)
        text = _STARS.sub(r"\2", text)
    return _BUTTON.sub("", text) if text.endswith(_BUTTONS) else text


def signs(block: BlockFeatures, text: str) -> Iterator[str]:
    """The evidence in the signs of a line, whose text as a headline is given."""
    figures = bool(_FIGURE.search(text))
    if text.endswith(("...", "…")):
        yield "cut by dots"
    elif text.endswith((".", ",", ";")) and not text.endswith(".."):
        yield "ends as a sentence"
    if _ARROW.search(text) and _ARROWS.search(text):
        yield "way through the site"
    if lines.is_prose(text):
        yield "is running text"
    if block.byline:
        yield "read as a byline"
    if _tells_publication(text, figures):
        yield "line of publication"
    if '"' not in text and lines.is_unfinished(text):
        yield "breaks off in a sentence"
    if is_list_item(text):
        yield "item of a list"
    if is_caption(block.text) or _is_photo(text):
        yield "caption of a photo"
    if text.startswith(("(", "[")) and text.endswith((")", "]")):
        yield "stands in brackets"
    if _CONTACT.search(text):
        yield "address or contact"
    if figures and any(day.year for day in dates.find(text)):
        yield "day with its year"
    if _may_be_name(text):
        yield "may be a name"


def _may_be_name(text: str) -> bool:
    """Whether a line of few words can be a person's name or that of a section; one with "KPU" in it cannot."""
    words = lines.words(text)
    plain = text.isupper() or not any(word.isupper() for word in words)
    return len(words) <= KICKER and plain and lines.is_name(text)


def _is_photo(text: str) -> bool:
    """Whether a line says that it is of a photo: `Foto: ...` opens captions, and headlines, which have capitals."""
    photo = _PHOTO.match(text)
    return bool(photo and (not photo[0].endswith(":") or lines.capital_share(text) < CAPITALS))


def _tells_publication(text: str, figures: bool) -> bool:
    """Whether a line begins with the label of a byline, or has little but a day and a clock."""
    if _LABELLED.match(text):
        return True
    words = lines.small_words(text) if figures and (_CLOCK.search(text) or text[0].isdigit()) else ()
    said = [word for word in words if not (word[0].isdigit() or word in _OF_DAYS)]
    return len(words) > 0 and len(said) <= min(KICKER, len(words) // 2)

"""Text in one form: NFC, visible characters, one kind of line end; white space folded."""

import re
import unicodedata

# Control characters, bidi overrides and isolates, zero-width signs, soft hyphen, surrogates and noncharacters:
# invisible in print, harmful in file names, feeds and front matter. U+FFFD stays: it shows that a character was lost.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\u061c\ufeff\ufdd0-\ufdef\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f"
    + "".join(f"{chr(plane * 0x10000 + 0xFFFE)}{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(1, 17))
    + "]"
)
_LINE_END = re.compile("\r\n?|[\x85\u2028\u2029]")
# Not among what papers print: ASCII, Latin letters with marks, dashes, quotes and dots.
_UNUSUAL = re.compile("[^\n -~\u00a0-\u00ac\u00ae-\u024f\u2010-\u2027\u2030-\u205f]")
_MAY_BE_MARKS = re.compile(r"[^\w\s!-~]{31,}")
_MOST_MARKS = 30  # on one letter (UAX #15, section 13); normalising a million takes hours


def plain(text: str) -> str:
    """Text in NFC without invisible characters, each line end as a line feed.

    Text with more marks on a letter than any language has is not normalised.
    """
    if text.isascii() and text.replace("\n", "").isprintable():
        return text
    if _UNUSUAL.search(text):
        text = _LINE_END.sub("\n", _INVISIBLE.sub("", text))
        if _has_many_marks(text):
            return text
    return unicodedata.normalize("NFC", text)


def _has_many_marks(text: str) -> bool:
    for run in _MAY_BE_MARKS.finditer(text):
        count = 0
        for sign in run[0]:
            count = count + 1 if unicodedata.combining(sign) else 0
            if count > _MOST_MARKS:
                return True
    return False


def fold(text: str) -> str:
    """Text with each run of white space as one space, none at the ends."""
    return " ".join(text.split())

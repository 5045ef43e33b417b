"""Captions and photo credits."""

import re
from functools import lru_cache

from kliping.text import dateline
from kliping.text.lines import is_name, words

# A credit: who took the picture or whose archive it is from. Each alternative was met on real pages:
# "ANTARA FOTO/Aprillio Akbar.", "(Foto: ist)", "Foto: Dok Okezone.", "(merdeka.com/Imam Buhori)", "-disway.id/Fajar-",
# "-Istimewa-", "Foto Dok --", "Astri Megatari/RMOL", "Tribunnews.com/Gita Irawan", "(Foto KBRI Kuala Lumpur/Fandhyta)".
_CREDIT = re.compile(
    r"""
      \bANTARA\s?FOTO\b | \bANTARA/[A-Z] | \bAntara\s+Foto\b
    | \(\s*(?:Foto|FOTO|foto|Photo|Dok|DOK|dok|Ist|ist|IST|Istimewa|istimewa)\b[^()]*\)
    | \b(?:Foto|FOTO|Photo|Fotografer|Ilustrasi|Dok|Sumber\s+foto)\s*[:/.]\s*+(?:\S++\s*+){1,5}$
    | \bFoto\s+(?:Dok|Ist)\b | -\s*(?:Istimewa|istimewa|ist)\s*- | -[\w.]+/[^-]{3,40}-$
    | \b[\w-]+\.(?:com|id|co|net|tv)\s?/\s?[A-Z][\w.']+(?:\s[A-Z][\w.']*){0,3}(?=\s*(?:[)\]\-.]|$))
    | \([A-Z][\w.' ]{2,40}/\s?[\w. ]{3,30}\)\W*(?:Selengkapnya)?$
    | [a-z]/[A-Z]{3,12}$ | \bIlustrasi\s*[.:|] | \b(?:Getty\s+Images|Shutterstock|Freepik|Unsplash|iStock)\b
    """,
    re.VERBOSE,
)
# Without one of these there is no credit, and most paragraphs have none. Each begins with a letter or sign of its own:
# that is what makes looking for them many times as fast as looking for the credits.
_HINT = re.compile(
    r"/\D|Foto|FOTO|Photo|Dok|Ilustrasi|Sumber|Getty|Shutter|Freepik|Unsplash|Stock"
    r"|\((?:\s*(?:foto|dok|DOK|[Ii]st|IST)|[A-Z][\w.' ]{2,40}/)|-(?:\s*[Ii]st|[\w.]+/)"
)
_NAMED = re.compile(
    r"\(\s*(?:Foto|FOTO|foto|Photo)\s*:\s*([^()/]{2,60})\)|ANTARA\s?FOTO\s?/\s?([A-Z][\w.' ]{2,40}?)(?:/|\.|$|\))"
    r"|\(\s*([A-Z][\w.' ]{2,40})/\s?[\w.]{4,30}\s*\)|(?:com|id)/([A-Z][\w.' ]{2,40}?)(?:[)\-\]]|$)"
    r"|\([A-Z][\w.]*(?: [A-Z]\w+){1,2}/\s?([A-Z][\w.']+(?: [A-Z][\w.']*){1,3})\s*\)"  # "(IDN Times/A B)"
    r"|\bFoto: ?([A-Z][\w.' ]{2,40}?)/\s?[\w.]{4,30}\.?$"
)
_NOT_IN_BODY = re.compile(r"\(\s*[A-Z][\w.' ]{2,40}/")  # at the end of a body this is a credit for the text
_LONGEST = 60  # words of a caption; the longest seen had 41
_ARCHIVES = frozenset("ist istimewa dok dokumentasi antara reuters humas".split())


def is_caption(text: str) -> bool:
    """Whether a line above the body is a caption: it carries a photo credit."""
    return _credit(text) is not None


def is_caption_in_body(text: str) -> bool:
    """The same between paragraphs, where `(Name/Agency)` may be a credit for the text instead."""
    credit = _credit(text)
    return bool(credit and not _NOT_IN_BODY.match(credit[0]))


@lru_cache(maxsize=1024)
def _credit(text: str) -> re.Match[str] | None:
    """The photo credit in a line short enough for a caption."""
    if not _HINT.search(text) or len(text) > 12 * _LONGEST or len(words(text)) > _LONGEST:
        return None
    if dateline.stands_alone(text):
        return None  # a dateline alone on its line: "JAKARTA, 5 Mei 2024 (Antara/PRNewswire) --"
    return _CREDIT.search(text)


def photographer(text: str) -> str | None:
    """The person whom the photo credit in a line names, else None."""
    match = _NAMED.search(text)
    name = next((group.strip(" .") for group in match.groups() if group), None) if match else None
    return name if name and is_name(name) and name.casefold() not in _ARCHIVES else None

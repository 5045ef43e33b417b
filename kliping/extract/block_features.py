"""What is known of a block by itself: noise, a closing line, a byline."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from kliping.extract import pagination
from kliping.extract.byline import Byline, grammar
from kliping.formats.page import Block
from kliping.outlets.profile import Profile
from kliping.outlets.vocabulary import Vocabulary
from kliping.text import dateline, lines

SPOKEN = re.compile(r"[^\W_]")  # a line without a letter or figure says nothing
_TAGS = re.compile(r"(?:#\w+[\s,]*)+|id [^.]*,[^.]*")  # hashtags; ANTARA's keywords: "id KPU,Tahapan Pemilu 2019"
_COUNTS = re.compile(  # "Foto 1 dari 4", "Add Melati as a Preferred Source on Google"
    r"(?P<photo>(?:foto|photo|gambar|slide)\s+\d+\s+(?:dari|of)\s+\d+)"
    r"|(?P<promotion>Add .{2,40} as a Preferred Source.{0,20})",
    re.I,
)
_AGE = re.compile(
    r"(?:\d+|se)\s*(?:detik|menit|jam|hari|minggu|bulan) (?:yang )?lalu"
    r"|(?:\d+|an?) (?:second|minute|hour|day|week)s? ago",
    re.I,
)
_GLUED_WORDS = re.compile(r"[A-Z](?<=[a-z][A-Z])")
_ADDRESS = re.compile(r"https?://\S+")
_DASHES = ("-", "–", "—")
_ERROR = 5  # words of a headline that may be a server's message
_LIST_ITEM = re.compile(r"^[-•·▪*]\s")


class BlockFeatures(NamedTuple):
    """A block with what is known of it by itself."""

    block: Block
    noise: str | None = None
    ends: str | None = None
    byline: Byline | None = None

    @property
    def text(self) -> str:
        return self.block.text

    @property
    def open(self) -> bool:
        """Neither noise nor byline: it could be part of the article."""
        return not (self.noise or self.ends or self.byline)


def is_list_item(text: str) -> bool:
    return bool(_LIST_ITEM.match(text))


def is_age(text: str) -> bool:
    """Whether a line tells how long ago something was published, and nothing else."""
    return text.endswith(("lalu", "ago")) and bool(_AGE.fullmatch(text))


def mark_all(blocks: Sequence[Block], profile: Profile) -> list[BlockFeatures]:
    """Look at each block by itself."""
    words, reader = profile.words, grammar(profile.words)
    injected = _injected(blocks)
    found, paged = [], False
    for block in blocks:
        text = block.text
        if block.kind == "title":
            short = len(lines.words(text)) <= _ERROR
            found.append(BlockFeatures(block, "error" if short and words.noise_lines.kind(text) == "error" else None))
            continue
        while injected and text.startswith(injected):
            text = text[len(injected) :].lstrip()
        noise, ends, byline = _known(text, words, block.kind in ("author", "editor"))
        paged = pagination.is_mark(text) or (paged and pagination.is_piece(text))
        if paged:
            noise, byline = "navigation", None
        if block.kind == "link" and not (noise or ends or byline or reader.persons(text)):
            noise = "related"
        found.append(BlockFeatures(block, noise, ends, byline))
    return found


@lru_cache(maxsize=8192)  # the menus of a site are the same on all its pages
def _known(text: str, words: Vocabulary, named: bool) -> tuple[str | None, str | None, Byline | None]:
    """Noise, closing line and byline in the text of a block; `named`: markup says that it names a person."""
    noise = _noise(text) or words.noise_lines.kind(text)
    ends = words.end_lines.kind(text)
    opens = text.endswith(_DASHES) and dateline.split(text)
    return noise, ends, None if ends or noise or opens else grammar(words).read(text, named)


def _noise(text: str) -> str | None:
    """Kinds of noise known by their shape."""
    if not text[:1].isalnum() and not SPOKEN.search(text):
        return "debris"
    if text.startswith("http") and _ADDRESS.fullmatch(text):
        return "debris"
    if _TAGS.fullmatch(text):
        return "tags"
    if text.startswith("![") and "](" in text:
        return "picture"
    if "©" in text or (not lines.ends_sentence(text) and len(_GLUED_WORDS.findall(text)) >= 4):
        return "navigation"
    if is_age(text):
        return "navigation"
    counted = _COUNTS.fullmatch(text)
    if counted:
        return counted.lastgroup
    return "advert" if text.endswith("ADVERTISEMENT") else None


def _injected(blocks: Sequence[Block]) -> str | None:
    """A spam word put before most lines of a copied page; it hides the marks behind it."""
    firsts = Counter([block.text.partition(" ")[0] for block in blocks])
    word, count = firsts.most_common(1)[0] if firsts else ("", 0)
    if count < 3 or count * 3 < len(blocks) or not any(c.isalpha() for c in word):
        return None
    inside = sum(f" {word} " in block.text for block in blocks)
    return word if any(c.isdigit() for c in word) or (word.isupper() and inside >= 2) else None

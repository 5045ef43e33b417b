"""What is known of a block by itself: whether it is noise, a closing line or a byline."""

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
_COUNTS = re.compile(  # "Foto 1 dari 4", "Add Melati as a Preferred Source on Google"; the group names the kind
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
_LIST_ITEM = re.compile(r"^[-•·▪*]\s")
_ERROR_WORDS = 5  # at most, of a headline that may be a server's message


class BlockFeatures(NamedTuple):
    """A block with what is known of it by itself."""

    text: str
    part: str  # where markup puts it, as in Block
    kind: str  # what markup calls it, as in Block
    block: Block
    noise: str | None = None  # kind of noise it is
    ends: str | None = None  # kind of closing line it is; such lines stand behind articles
    byline: Byline | None = None

    @property
    def open(self) -> bool:
        """Neither noise nor byline: it could be part of the article."""
        return not (self.noise or self.ends or self.byline)

    @property
    def prose(self) -> bool:
        """Open, and running text."""
        return self.open and lines.is_prose(self.text)


def is_list_item(text: str) -> bool:
    """Whether a line begins with a bullet."""
    return bool(_LIST_ITEM.match(text))


def is_age(text: str) -> bool:
    """Whether a line tells how long ago something was published (`3 jam yang lalu`), and nothing else."""
    return text.endswith(("lalu", "ago")) and bool(_AGE.fullmatch(text))


def describe_blocks(blocks: Sequence[Block], profile: Profile) -> list[BlockFeatures]:
    """Look at each block by itself, with the words of the outlet's profile."""
    words, names = profile.words, grammar(profile.words)
    injected = _injected_word(blocks)
    described, paged = [], False
    for block in blocks:
        text, _, _, part, kind = block
        if kind == "title":
            error = len(lines.words(text)) <= _ERROR_WORDS and words.noise_lines.kind(text) == "error"
            described.append(BlockFeatures(text, part, kind, block, "error" if error else None))
            continue
        bare = text
        while injected and bare.startswith(injected):
            bare = bare[len(injected) :].lstrip()
        noise, ends, byline = _read(bare, words, kind in ("author", "editor"))
        paged = pagination.is_mark(bare) or (paged and pagination.is_piece(bare))
        if paged:
            noise, byline = "navigation", None
        if kind == "link" and not (noise or ends or byline or names.persons(bare)):
            noise = "related"
        described.append(BlockFeatures(text, part, kind, block, noise, ends, byline))
    return described


@lru_cache(maxsize=8192)  # the menus of a site are the same on all its pages
def _read(text: str, words: Vocabulary, named: bool) -> tuple[str | None, str | None, Byline | None]:
    """Noise, closing line and byline in the text of a block; `named`: markup says that it names a person."""
    noise = _noise(text) or words.noise_lines.kind(text)
    ends = words.end_lines.kind(text)
    opens = dateline.stands_alone(text)
    return noise, ends, None if ends or noise or opens else grammar(words).read(text, named)


def _noise(text: str) -> str | None:
    """The kind of noise that a line is by its shape."""
    if not text[:1].isalnum() and not SPOKEN.search(text):
        return "debris"
    if text.startswith("http") and _ADDRESS.fullmatch(text):
        return "debris"
    if _TAGS.fullmatch(text):
        return "tags"
    if text.startswith("![") and "](" in text:
        return "picture"
    if "©" in text or is_age(text) or (not lines.ends_sentence(text) and len(_GLUED_WORDS.findall(text)) >= 4):
        return "navigation"
    if counted := _COUNTS.fullmatch(text):
        return counted.lastgroup
    return "advert" if text.endswith("ADVERTISEMENT") else None


def _injected_word(blocks: Sequence[Block]) -> str | None:
    """A spam word put before most lines of a copied page; it hides what the lines are."""
    firsts = Counter([block.text.partition(" ")[0] for block in blocks])
    word, count = firsts.most_common(1)[0] if firsts else ("", 0)
    if count < 3 or count * 3 < len(blocks) or not any(c.isalpha() for c in word):
        return None
    inside = sum(f" {word} " in block.text for block in blocks)
    return word if any(c.isdigit() for c in word) or (word.isupper() and inside >= 2) else None

"""One saved page, whatever it is -> what the roll keeps of it, and its article. Nothing of a page gets past it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kliping.archive.page_table import Row
from kliping.archive.reading import page_of, reason
from kliping.archive.rules import Rules
from kliping.archive.scanner import read_bytes
from kliping.archive.sidecars import Sidecars
from kliping.article import frontmatter
from kliping.article.corrections import Corrections
from kliping.article.fields import Article
from kliping.duplicates import minhash, similarity
from kliping.extract import clean
from kliping.formats.page import Rejected
from kliping.system.hashing import content_hash
from kliping.system.limits import ARTICLE_BYTES


@dataclass(slots=True)
class Examined:
    """What came of one page."""

    row: Row
    article: Article | None = None
    same: bool = False  # as when it was last read, so there is nothing new to tell


@dataclass(frozen=True, slots=True)
class Examiner:
    """Reads the pages of a folder by some rules and by what the curator says of them."""

    folder: Path
    rules: Rules
    sidecars: Sidecars

    def examine(self, asked: tuple[str, str]) -> Examined:
        """A page by its name, and the key under which it is known, if it is. Raises nothing but MemoryError."""
        name, known = asked
        row = self._blank()
        try:
            data = read_bytes(self.folder / name)
            row |= self._made_from(name, data)
            told = self.sidecars.of(name)
            page, outlet = page_of(name, data, self.rules.outlets, told)
            row["profile"] = outlet.profile.domain
            row["key"] = key(row["hash"], told, outlet.profile.fingerprint, self.rules)
            if known == row["key"]:
                return Examined(row, same=True)
            article = clean(page, outlet, self.rules.calendars, told).article
            _prove(article)
            mentioned = {} if article.outlet else {"mentioned": " ".join(self.rules.outlets.mentioned(page))}
            row |= similarity.marks(article) | ({} if told.withdrawal else mentioned)
        except Exception as error:  # whatever a page makes of our rules, it harms no other page
            if isinstance(error, MemoryError):
                raise
            return Examined(self._without(name, row, reason(error)))
        return Examined(row | ({"withdrawn": told.withdrawal} if told.withdrawal else {}), article)

    def lost(self, name: str, why: str) -> Examined:
        """A page that could not be examined."""
        row = self._blank()
        try:
            row |= self._made_from(name, read_bytes(self.folder / name))
        except Rejected as error:
            why = str(error)
        return Examined(self._without(name, row, why))

    def _blank(self) -> Row:
        return {"recognition": self.rules.outlets.recognition, "profile": None, "key": "", "hash": ""}

    def _made_from(self, name: str, data: bytes) -> Row:
        """What a page is known by while its outlet is not."""
        content = content_hash(data)
        generic = self.rules.outlets.generic.fingerprint
        return {"hash": content, "key": key(content, self.sidecars.of(name), generic, self.rules)}

    def _without(self, name: str, row: Row, why: str) -> Row:
        withdrawal = self.sidecars.of(name).withdrawal
        return row | ({"withdrawn": withdrawal} if withdrawal else {"rejected": why})


def _prove(article: Article) -> None:
    """Raise Rejected where an article could not be written, or not be published as it is."""
    size = len(frontmatter.to_markdown(article).encode())
    if size > ARTICLE_BYTES // 2:  # the rest is for the names of many saves of it
        raise Rejected(f"holds a text of {size // 1024} KiB, far more than one article; save each article alone")


def key(content: str, told: Corrections, profile: str, rules: Rules) -> str:
    """All that an article is made from, in short."""
    return content_hash(content, told.fingerprint, profile, rules.calendars.fingerprint, minhash.VERSION)

"""The folder of articles as it stands: what each Markdown file is, and whether somebody edited it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from kliping import frontmatter, same
from kliping.article import Article
from kliping.index import Entry, Index, markdown_files, stat_of, write_whole
from kliping.rulefile import digest


@dataclass(frozen=True, slots=True)
class Found:
    """One Markdown file. `ours` was written by clean; `edited` means its stamp no longer fits."""

    path: str
    id: str | None
    saved: tuple[str, ...]
    edited: bool
    hash: str
    problem: str | None = None
    text: str = ""  # a hash over its words

    @property
    def ours(self) -> bool:
        return bool(self.saved)

    def read(self, folder: Path) -> str:
        return (folder / self.path).read_text(encoding="utf-8")


@dataclass
class Shelf:
    folder: Path
    index: Index
    articles: dict[str, Found] = field(default_factory=dict)

    def look(self) -> None:
        """Read what is new or changed in the folder."""
        entries: dict[str, Entry] = {}
        for name, stat in markdown_files(self.folder).items():
            entry = self.index.unchanged(name, stat) or _entry(self.folder / name)
            entries[name] = entry
            self.articles[name] = _found(name, entry)
        self._written = {name: entry.hash for name, entry in self.index.entries.items()}
        self.index.entries = entries
        self._by_saved = {s: found.id for found in self.articles.values() for s in found.saved if found.id}
        self._by_id = {found.id: found for found in self.articles.values() if found.id}
        self._broken = {Path(path).stem for path, found in self.articles.items() if found.problem}

    def id_of(self, saved: Iterable[str]) -> str | None:
        """The id an article of these saved pages has already."""
        return next((self._by_saved[name] for name in saved if name in self._by_saved), None)

    def of_page(self, name: str) -> Found | None:
        """The article that a saved page is a save of."""
        return self._by_id.get(self._by_saved.get(name, ""))

    def by_id(self, article_id: str) -> Found | None:
        return self._by_id.get(article_id)

    def belongs_to_others(self, article_id: str, saved: Iterable[str]) -> bool:
        found = self._by_id.get(article_id)
        return found is not None and set(found.saved).isdisjoint(saved)

    def untouched(self, path: str) -> bool:
        """Whether a file is there, byte for byte as clean wrote it."""
        found = self.articles.get(path)
        return bool(found and not found.edited and not found.problem and self._written.get(path) == found.hash)

    def named(self, file: Path) -> Found | None:
        """The article of a path, given from anywhere or below this folder."""
        inside, folder = file.resolve(), self.folder.resolve()
        return self.articles.get((inside.relative_to(folder) if inside.is_relative_to(folder) else file).as_posix())

    def forget_edit(self, found: Found) -> None:
        """Take a file for unedited, so that it is written anew."""
        self.articles[found.path] = replace(found, edited=False, problem=None)
        self._by_id = {f.id: f for f in self.articles.values() if f.id}
        self._broken.discard(Path(found.path).stem)
        self._written.pop(found.path, None)

    def broken(self, article_id: str) -> bool:
        """Whether a file named after this id is there that cannot be read: it may not get a second one beside it."""
        return article_id in self._broken

    def put(self, path: str, article: Article, text: str, words: str, dry_run: bool) -> bool:
        """Write an article (not in a dry run); False where the same bytes stand there already.

        `text` is its Markdown, `words` the hash over its words.
        """
        data = text.encode()
        file, content = self.folder / path, digest(data)
        known = self.index.entries.get(path)
        if known and known.hash == content:
            return False
        if dry_run:
            return True
        write_whole(file, data)
        row = {"id": article.id, "saved": list(article.saved), "edited": False, "text": words}
        self.index.entries[path] = Entry(stat_of(file), content, row)
        return True

    def remove(self, path: str) -> None:
        (self.folder / path).unlink(missing_ok=True)
        self.index.entries.pop(path, None)


def _entry(path: Path) -> Entry:
    stat, data = stat_of(path), path.read_bytes()
    row: dict[str, Any] = {}
    try:
        values, body = frontmatter.read(data)
        saved = values.get("saved") or []
        row = {
            "id": values.get("id") if isinstance(values.get("id"), str) else None,
            "saved": [saved] if isinstance(saved, str) else [str(n) for n in saved] if isinstance(saved, list) else [],
            "edited": not frontmatter.is_unedited(values, body),
            "text": same.text_of(frontmatter.unescape(body).split("\n\n")),
        }
    except frontmatter.Unreadable as error:
        row = {"problem": str(error)}
    return Entry(stat, digest(data), row)


def _found(name: str, entry: Entry) -> Found:
    row = entry.row
    return Found(
        name,
        row.get("id"),
        tuple(row.get("saved", ())),
        row.get("edited", False),
        entry.hash,
        row.get("problem"),
        row.get("text", ""),
    )

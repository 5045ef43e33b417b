"""What is known of articles between two builds: believed where nothing can have changed unseen, and nowhere else."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path

import msgspec
import pytest

from kliping.site.sources import articles as catalog
from kliping.site.sources import markdown_files
from kliping.site.sources.articles import ArticleSource
from kliping.system.errors import Stop


@dataclass
class Shelf:
    """A folder with one article, and what is kept of it."""

    articles: Path
    state: Path

    def titles(self, fresh: bool = False) -> list[str]:
        found = ArticleSource(self.articles, self.state, fresh)
        titles = [row.title for row in found.rows()]
        found.save()
        return titles

    def forge(self, title: str, written: int, code: str | None = None) -> None:
        """Write another headline into what is kept, with the article's own stat: what is believed shows it."""
        kept = msgspec.msgpack.decode((self.state / "rows").read_bytes(), type=catalog._Index)
        known = kept.files["a.md"]
        known.row, known.hash = msgspec.structs.replace(known.row, title=title), "another"
        kept.written, kept.code = written, code or kept.code
        (self.state / "rows").write_bytes(msgspec.msgpack.encode(kept))


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    (tmp_path / "a.md").write_text("---\nid: a\ntitle: Benar\n---\n\nIsi.\n")
    found = Shelf(tmp_path, tmp_path / ".state")
    assert found.titles() == ["Benar"]
    return found


def test_files_come_in_order_of_name_whatever_order_the_system_tells_them_in(tmp_path: Path) -> None:
    names = [f"{letter}{number}.md" for number in range(50) for letter in "zam"]
    for name in names:
        (tmp_path / name).touch()
    assert list(markdown_files.find(tmp_path)[0]) == sorted(names)


def test_an_article_older_than_what_is_kept_is_not_read_again(shelf: Shelf) -> None:
    shelf.forge("Palsu", written=time.time_ns())
    assert shelf.titles() == ["Palsu"]
    assert shelf.titles(fresh=True) == ["Benar"]


def test_an_article_as_young_as_what_is_kept_may_have_changed_unseen_and_is_read_again(shelf: Shelf) -> None:
    shelf.forge("Palsu", written=(shelf.articles / "a.md").stat().st_ctime_ns)
    assert shelf.titles() == ["Benar"]


def test_nothing_that_another_version_of_the_code_kept_is_believed(shelf: Shelf) -> None:
    shelf.forge("Palsu", written=time.time_ns(), code="older")
    assert shelf.titles() == ["Benar"]


def test_the_text_of_an_article_that_changed_since_its_facts_were_read_is_refused(shelf: Shelf) -> None:
    found = ArticleSource(shelf.articles, shelf.state)
    (row,) = found.rows()
    assert found.text(row).strip() == "Isi."
    (shelf.articles / "a.md").write_text("---\nid: a\ntitle: Benar\n---\n\nLain.\n")
    with pytest.raises(Stop, match=r"a\.md: was changed or removed while the site was built"):
        found.text(row)

"""The search index between builds: made again only where what is indexed has changed, beside the making of pages.

Each part of it lies in the state folder as a generation of its own, and is `pagefind/` or `pagefind/1/` and so on
of the site.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from kliping.site.assembly import made_by
from kliping.site.digest import Digest
from kliping.site.model.article_row import ArticleRow
from kliping.site.output.manifest import SEARCH, SiteFolder, emptied
from kliping.site.output.page import Output
from kliping.site.render.templates import Theme
from kliping.site.search import canonical, program
from kliping.site.search.records import Part, parts, record, text_of
from kliping.system import workers
from kliping.system.errors import Exit, Stop
from kliping.system.hashing import content_hash

_SITE = "pagefind/"  # the program in it takes what is before this name for the site's address


class Index:
    """The index of one site. Where it is `kept`, Pagefind is not started, and what stands is shown, however old."""

    def __init__(self, state: Path, kept: bool = False, fresh: bool = False) -> None:
        self._folder, self._state, self._is_kept = state / SEARCH, state, kept
        self._fresh = fresh
        self._wanted: Sequence[Part] = ()
        self._found: list[SiteFolder | None] = []
        self._workers: list[workers.Worker[int]] = []
        self.is_old = False  # does not hold the latest changes

    @property
    def parts(self) -> int:
        """How many indexes the site has, or will have for certain; 0 where it cannot be searched."""
        return len(self._found)

    def begin(self, articles: Digest, whole: bool) -> None:
        """Start what is needed for these articles, of which the site shows the `whole` text or the summary."""
        stages = {(election.id, stage.id) for election in articles.elections for stage in election.stages}
        self._wanted = parts(articles.rows, content_hash(*made_by(), repr(whole)), stages)
        standing = sum((self._folder / str(number)).is_dir() for number in range(len(self._wanted) + 1))
        if self._fresh or not (self._is_kept or standing == len(self._wanted)):
            emptied(self._folder)
        if self._is_kept:
            self._show_what_stands()
            return
        self._found = [self._standing(number, part.key) for number, part in enumerate(self._wanted)]
        todo = [number for number, found in enumerate(self._found) if not found]
        hands = min(workers.cores(), len(todo))

        def words(row: ArticleRow) -> str:
            return text_of(row, articles.text_of, whole)

        def records(part: Part) -> Iterator[dict[str, object]]:
            return (record(row, words(row), stages) for row in part.rows)

        self._workers = [workers.Worker(partial(self._make, todo[hand::hands], records)) for hand in range(hands)]

    def end(self) -> None:
        for worker in self._workers:
            worker.end()

    def standing(self) -> dict[str, Output] | None:
        """Its files, where they need not be waited for."""
        return None if self._workers else self._outputs()

    def outputs(self) -> dict[str, Output]:
        """Its files; waits for Pagefind. Raises Stop where it fails."""
        for worker in self._workers:
            for number in worker:
                self._found[number] = self._standing(number, self._wanted[number].key)
        if None in self._found:
            raise Stop("the search index was changed while it was made; run the build again", Exit.FAILED)
        return self._outputs()

    def _show_what_stands(self) -> None:
        found: list[SiteFolder | None] = []
        while (self._folder / str(len(found))).is_dir():
            found.append(self._standing(len(found)))
        if found and None not in found:
            self._found = found
            self.is_old = [part.key for part in self._wanted] != [kept.key for kept in found if kept]

    def _standing(self, number: int, key: str | None = None) -> SiteFolder | None:
        """A part that is all there as it was made, by this key or by any."""
        kept = SiteFolder(self._folder / str(number), self._state)
        return kept if kept.is_there and kept.load(key) and not kept.forget_touched() else None

    def _make(self, todo: Sequence[int], records: Callable[[Part], Iterator[dict[str, object]]]) -> Iterator[int]:
        for number in todo:
            self._write(number, records(self._wanted[number]))
            yield number

    def _write(self, number: int, records: Iterator[dict[str, object]]) -> None:
        """Make a part beside the old one, which stays until the new one is whole."""
        new = SiteFolder(emptied(self._folder / f"{number}.new"), self._state)
        try:
            files = canonical.settled(program.index_of(records), with_program=number == 0)
        except (ValueError, KeyError) as error:
            raise Stop(f"the search index is not as expected ({error}); the old site stands", Exit.FAILED) from None
        for name, data in sorted(files.items()):
            new.note(name, new.put(name, data), content_hash(data))
        place = emptied(self._folder / str(number))
        place.rmdir()
        new.folder.rename(place)
        new.at(place).save(self._wanted[number].key)

    def _outputs(self) -> dict[str, Output]:
        outputs = {}
        for number, kept in enumerate(kept for kept in self._found if kept):
            for name, (_, key) in kept.files.items():
                file = f"{_SITE}{number}/{name}" if number else f"{_SITE}{name}"
                outputs[file] = Output(file, key, _maker(kept.folder / name))
        return outputs


def _maker(path: Path) -> Callable[[Theme], bytes]:
    return lambda theme: path.read_bytes()

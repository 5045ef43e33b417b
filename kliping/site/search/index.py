"""The search index between builds: made again only where what is indexed has changed, beside the making of pages.

Each part of it lies in the state folder as a generation of its own, and is `pagefind/` or `pagefind/1/` and so on
of the site.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path

from kliping.elections.model import Election
from kliping.locale import _
from kliping.site.model.article_row import ArticleRow
from kliping.site.output.manifest import SEARCH, SiteFolder, emptied
from kliping.site.output.page import Output, outputs_of
from kliping.site.output.versions import code_versions
from kliping.site.search import canonical, program
from kliping.site.search.records import Part, parts, record, text_of
from kliping.system import workers
from kliping.system.errors import Exit, Stop
from kliping.system.hashing import content_hash

_SITE = "pagefind/"  # the program in it takes what is before this name for the site's address


class Index:
    """The index of one site. With `keep` Pagefind is not started, and what stands is shown, however old."""

    def __init__(self, state: Path, keep: bool = False, fresh: bool = False) -> None:
        self._folder, self._state, self._keep, self._fresh = state / SEARCH, state, keep, fresh
        self._wanted: Sequence[Part] = ()
        self._built: list[SiteFolder | None] = []  # each part, where it stands as it is wanted
        self._workers: list[workers.Worker[int]] = []
        self.is_old = False  # does not hold the latest changes

    @property
    def parts(self) -> int:
        """How many indexes the site has, or will have for certain; 0 where it cannot be searched."""
        return len(self._built)

    def begin(
        self, rows: Sequence[ArticleRow], calendar: Iterable[Election], html: Callable[[ArticleRow], str], whole: bool
    ) -> None:
        """Start what is needed for these articles, of which the site shows the `whole` text or the summary.

        `html` gives the text of an article.
        """
        stages = {(election.id, stage.id) for election in calendar for stage in election.stages}
        self._wanted = parts(rows, content_hash(*code_versions(), repr(whole)), stages)
        standing = sum((self._folder / str(number)).is_dir() for number in range(len(self._wanted) + 1))
        if self._fresh or not (self._keep or standing == len(self._wanted)):
            emptied(self._folder)
        if self._keep:
            self._show_what_stands()
            return
        self._built = [self._standing(number, part.key) for number, part in enumerate(self._wanted)]
        missing = [number for number, part in enumerate(self._built) if not part]
        count = min(workers.cores(), len(missing))

        def records(part: Part) -> Iterator[dict[str, object]]:
            return (record(row, text_of(row, html, whole), stages) for row in part.rows)

        for one in range(count):  # each in the list before the next is started, which may fail
            self._workers.append(workers.Worker(partial(self._make, missing[one::count], records)))

    def end(self) -> None:
        """Stop Pagefind, done or not."""
        for worker in self._workers:
            worker.end()

    def standing(self) -> dict[str, Output] | None:
        """Its files, where they need not be waited for."""
        return None if self._workers else self._outputs()

    def outputs(self) -> dict[str, Output]:
        """Its files; waits for Pagefind. Raises Stop where it fails."""
        for worker in self._workers:
            for number in worker:
                self._built[number] = self._standing(number, self._wanted[number].key)
        if None in self._built:
            raise Stop(_("the search index was changed while it was made; run the build again"), Exit.FAILED)
        return self._outputs()

    def _show_what_stands(self) -> None:
        standing: list[SiteFolder | None] = []
        while (self._folder / str(len(standing))).is_dir():
            standing.append(self._standing(len(standing)))
        if standing and None not in standing:
            self._built = standing
            self.is_old = [part.key for part in self._wanted] != [part.key for part in standing if part]

    def _standing(self, number: int, key: str | None = None) -> SiteFolder | None:
        """A part that is all there as it was made, by this key or by any."""
        part = SiteFolder(self._folder / str(number), self._state)
        return part if part.is_there and part.load(key) and not part.forget_touched() else None

    def _make(self, numbers: Sequence[int], records: Callable[[Part], Iterator[dict[str, object]]]) -> Iterator[int]:
        for number in numbers:
            self._write(number, records(self._wanted[number]))
            yield number

    def _write(self, number: int, records: Iterator[dict[str, object]]) -> None:
        """Make a part beside the old one, which stays until the new one is whole."""
        new = SiteFolder(emptied(self._folder / f"{number}.new"), self._state)
        try:
            files = canonical.settled(program.index_of(records), with_program=number == 0)
        except (ValueError, KeyError) as error:
            why = _("the search index is not as expected ({error}); the old site is kept")
            raise Stop(why.format(error=error), Exit.FAILED) from None
        for name, data in sorted(files.items()):
            new.note(name, new.put(name, data), content_hash(data))
        place = emptied(self._folder / str(number))
        place.rmdir()
        new.folder.rename(place)
        new.at(place).save(self._wanted[number].key)

    def _outputs(self) -> dict[str, Output]:
        outputs: dict[str, Output] = {}
        for number, part in enumerate(part for part in self._built if part):
            prefix = f"{_SITE}{number}/" if number else _SITE
            outputs |= outputs_of(part, prefix)
        return outputs

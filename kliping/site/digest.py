"""The digest: articles, elections and names, and what every page is planned from. Pure, no files."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from kliping.site.model import bylines
from kliping.site.model.article_row import ArticleRow
from kliping.site.model.bylines import AGENCIES, OUTLETS, REPORTERS, Kind, Name, OutletNames
from kliping.site.model.election_view import ElectionView, StageView
from kliping.site.output.page import SharedInputs
from kliping.site.timeline import timeline
from kliping.system.hashing import content_hash


@dataclass(frozen=True)
class Digest:
    """What is planned from: articles newest first, elections with their articles, and how a text becomes HTML."""

    rows: Sequence[ArticleRow]
    elections: tuple[ElectionView, ...]
    outlets: OutletNames
    stage_names: Mapping[str, str]  # short names of stages, by id
    ground: SharedInputs
    text_of: Callable[[ArticleRow], str]
    written: tuple[str, ...] = ()  # paths of the hand-written pages, which Pelican makes

    @cached_property
    def by_id(self) -> dict[str, ArticleRow]:
        return {row.id: row for row in self.rows}

    @cached_property
    def stages(self) -> dict[tuple[str | None, str | None], StageView]:
        """Every stage by its election's id and its own."""
        return {(election.id, stage.id): stage for election in self.elections for stage in election.stages}

    @cached_property
    def titles(self) -> dict[tuple[str | None, str | None], str]:
        """What each stage is called where those of several elections stand together."""
        return {key: stage.title for key, stage in self.stages.items()}

    @cached_property
    def names_mark(self) -> str:
        """A hash over the names of stages, which doubts may tell in any article."""
        return content_hash(repr(sorted(self.stage_names.items())))

    @cached_property
    def titles_mark(self) -> str:
        """A hash over all titles."""
        return content_hash(repr(self.titles))

    @cached_property
    def lost(self) -> list[ArticleRow]:
        """Articles that stand in no stage."""
        return [row for row in self.rows if (row.election, row.stage) not in self.stages]

    @cached_property
    def undated(self) -> list[ArticleRow]:
        return [row for row in self.rows if not row.date]

    @cached_property
    def names(self) -> dict[Kind, tuple[Name, ...]]:
        """Outlets, reporters and agencies, each in alphabetical order."""
        kinds = ((OUTLETS, self.outlets.printed), (REPORTERS, bylines.reporters), (AGENCIES, bylines.agencies))
        return {kind: bylines.named(kind, self.rows, printed) for kind, printed in kinds}

    @property
    def outlet_count(self) -> int:
        """How many outlets are known."""
        return sum(name.is_known for name in self.names[OUTLETS])

    @cached_property
    def timelines(self) -> dict[str, timeline.Timeline | None]:
        """The picture of each election by its id; none of one without days."""
        return {election.id: timeline.of(election) for election in self.elections}

    def problems(self) -> list[str]:
        """Articles whose election or stage no calendar has, with what is done about it."""
        return [self._unknown(row) for row in self.lost if row.election]

    def _unknown(self, row: ArticleRow) -> str:
        known = any(election.id == row.election for election in self.elections)
        what = f"stage `{row.stage}` of `{row.election}`" if known else f"election `{row.election}`"
        return f"{row.file}: no calendar in content/elections has {what}; it is listed under Lainnya"

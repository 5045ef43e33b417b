"""The digest: articles and calendars, and all that pages are planned from. Pure, no files."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from kliping.elections.model import Election
from kliping.locale import _
from kliping.site.model import bylines
from kliping.site.model import election_view as views
from kliping.site.model.article_row import ArticleRow
from kliping.site.model.bylines import AGENCIES, OUTLETS, REPORTERS, Kind, Name, OutletNames
from kliping.site.model.election_view import ElectionView, StageKey, StageView
from kliping.site.model.facts import facts_of
from kliping.site.output.page import SharedInputs
from kliping.site.timeline import timeline
from kliping.system.hashing import content_hash


class StageTitles(dict[StageKey, str]):
    """What each stage is called where those of several elections stand together."""

    @cached_property
    def facts(self) -> str:
        """A hash over all titles."""
        return content_hash(repr([*self.items()]))


@dataclass(frozen=True)
class Digest:
    """What is planned from: articles newest first, calendars, and how a text becomes HTML."""

    rows: Sequence[ArticleRow]
    calendar: Sequence[Election]
    stage_names: Mapping[str, str]  # short names of stages, by id
    shared: SharedInputs
    text_of: Callable[[ArticleRow], str]
    written: Sequence[str] = ()  # paths of the hand-written pages, which Pelican makes
    search_parts: int = 0  # how many search indexes the site has
    search_is_old: bool = False  # whether they lack the latest changes

    @cached_property
    def by_id(self) -> dict[str, ArticleRow]:
        """Every article by its id."""
        return {row.id: row for row in self.rows}

    @cached_property
    def by_stage(self) -> Mapping[StageKey, Sequence[ArticleRow]]:
        """Articles by the ids of the election and stage that they name, known or not."""
        return views.rows_by_stage(self.rows)

    @cached_property
    def outlets(self) -> OutletNames:
        """The names of all outlets."""
        return OutletNames(self.rows)

    @cached_property
    def elections(self) -> tuple[ElectionView, ...]:
        """Every election with its articles, in the order of the calendars."""
        return views.elections(self.calendar, self.by_stage, self.outlets)

    @cached_property
    def stages(self) -> dict[StageKey, StageView]:
        """Every stage by its election's id and its own."""
        return {stage.key: stage for election in self.elections for stage in election.stages}

    @cached_property
    def titles(self) -> StageTitles:
        """The title of each stage."""
        return StageTitles((key, stage.title) for key, stage in self.stages.items())

    @cached_property
    def stage_names_key(self) -> str:
        """A hash over the names of stages, which doubts may tell in any article."""
        return content_hash(facts_of(sorted(self.stage_names.items())))

    @cached_property
    def lost(self) -> list[ArticleRow]:
        """Articles that stand in no stage."""
        return [row for row in self.rows if (row.election, row.stage) not in self.stages]

    @cached_property
    def undated(self) -> list[ArticleRow]:
        """Articles without a date."""
        return [row for row in self.rows if not row.date]

    @cached_property
    def names(self) -> dict[Kind, dict[Name, tuple[ArticleRow, ...]]]:
        """Outlets, reporters and agencies with their articles, each kind in alphabetical order."""
        kinds = ((OUTLETS, self.outlets.printed), (REPORTERS, bylines.reporters), (AGENCIES, bylines.agencies))
        return {kind: bylines.named(kind, self.rows, printed) for kind, printed in kinds}

    @property
    def outlet_count(self) -> int:
        """How many outlets are known."""
        return sum(name.is_known for name in self.names[OUTLETS])

    @cached_property
    def timelines(self) -> dict[str, timeline.Timeline | None]:
        """The picture of each election by its id; none of one without days."""
        return {election.id: timeline.of(election, self.by_stage) for election in self.calendar}

    def problems(self) -> list[str]:
        """Articles whose election or stage no calendar has, with what is done about it."""
        return [self._unknown(row) for row in self.lost if row.election]

    def _unknown(self, row: ArticleRow) -> str:
        if any(election.id == row.election for election in self.calendar):
            why = _(
                "{file}: no calendar in content/elections has stage `{stage}` of `{election}`; "
                "it is listed under Lainnya"
            )
        else:
            why = _("{file}: no calendar in content/elections has election `{election}`; it is listed under Lainnya")
        return why.format(file=row.file, stage=row.stage, election=row.election)

"""An election as a picture: its stages over time, its articles, the days people vote. Pure: no files, no HTML."""

import datetime
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter

from kliping.elections.model import Election
from kliping.site.model.election_view import RowsByStage
from kliping.site.render.filters import number
from kliping.site.timeline.axis import Axis, Scale, Vote
from kliping.site.timeline.rows import LANE, SIZES, Days, Mark, TimelineRow, strip

BAR, DASH = 7, 8  # heights of a bar, and of the piece of a voting day's line beside it
WORDS = " · pemungutan suara"  # behind the date of the only voting day
_DATE = attrgetter("date")
_VOTE = 3  # days: a longer window of the vote is no voting day


@dataclass(frozen=True, slots=True)
class Timeline:
    """All that is drawn and said of one election; its repr tells it whole."""

    axis: Axis
    scale: Scale
    votes: tuple[Vote, ...]
    voting_days: tuple[datetime.date, ...]
    strips: tuple[TimelineRow, ...]
    blank: tuple[str, ...]  # stages with neither windows nor articles
    before: int  # articles dated before the axis begins
    after: int  # and after it ends
    undated: int

    @property
    def height(self) -> int:
        return sum(strip.height for strip in self.strips)

    @property
    def drawn(self) -> int:
        """Articles in the picture."""
        return sum(mark.articles for strip in self.strips for mark in strip.marks)

    @property
    def apart(self) -> list[str]:
        """The articles that are not in the picture, in words."""
        kinds = (
            ("bertanggal lebih awal", self.before),
            ("bertanggal lebih akhir", self.after),
            ("tanpa tanggal", self.undated),
        )
        return [f"{number(count)} berita {what}" for what, count in kinds if count]

    @property
    def kinds(self) -> tuple[bool, bool, bool]:
        """Whether there are bars of stages with articles, of stages without, and estimated ones."""
        bars = [(strip.idle, bar.estimated) for strip in self.strips for bar in strip.bars]
        return any(not idle for idle, _ in bars), any(idle for idle, _ in bars), any(guess for _, guess in bars)

    @property
    def grid(self) -> tuple[str, str]:
        """Paths of the lines of months and years: those of both layouts, and those of the wide one alone."""
        both, wide = ("".join(f"M{x} 0v{self.height}" for x in xs) for xs in (self.scale.lines, self.scale.wide_lines))
        return both, wide

    @property
    def bars(self) -> list[tuple[bool, bool, str]]:
        """(estimated, idle, path) for each kind of bar there is."""
        paths: dict[tuple[bool, bool], str] = {}
        for each in self.strips:
            for x, width, y, estimated in each.bars:
                box = f"M{x:g} {y - BAR / 2:g}h{width:g}v{BAR}h-{width:g}z"
                paths[estimated, each.idle] = paths.get((estimated, each.idle), "") + box
        return [(*kind, paths[kind]) for kind in sorted(paths)]

    @property
    def dots(self) -> list[tuple[int, str]]:
        """(size, path) for each size of mark there is.

        A mark is a short line down with round ends, an oval as of an inked finger: longer, and thicker by the style
        sheet, the more articles it stands for.
        """
        marks = {
            size: [_path([m for m in s.marks if m.size == size]) for s in self.strips] for size in range(len(SIZES))
        }
        return [(size, "".join(paths)) for size, paths in marks.items() if any(paths)]

    @property
    def lines(self) -> str:
        """The path of the voting days: a piece beside each stage, so that none runs through a name above its bar."""
        pieces = [(each.y - DASH // 2, LANE * (each.lanes - 1) + DASH) for each in self.strips]
        return "".join(f"M{vote.x} {y}v{length}" for vote in self.votes for y, length in pieces)

    @staticmethod
    def legend(size: int) -> str:
        """How many articles a mark of a size stands for, in words."""
        if size == 0:
            return "satu berita"
        last = size == len(SIZES) - 1
        return f"{SIZES[size]}{' berita atau lebih' if last else f'–{SIZES[size + 1] - 1} berita'} dalam seminggu"


def of(election: Election, placed: RowsByStage) -> Timeline | None:
    """The picture of an election with its articles; none where its calendar has no windows."""
    dates = {stage.id: Counter(map(_DATE, placed.get((election.id, stage.id), ()))) for stage in election.stages}
    every = Counter[datetime.date | None]()
    for its in dates.values():
        every.update(its)
    undated = every.pop(None, 0)
    days = {date: count for date, count in every.items() if date}
    votes = _voting_days(election)
    axis = _axis(election, votes, days)
    if not axis:
        return None
    strips, blank = _strips(election, dates, axis)
    before = sum(count for date, count in days.items() if date < axis.first)
    after = sum(count for date, count in days.items() if date > axis.last)
    return Timeline(axis, axis.scale(), axis.votes(votes, WORDS), votes, strips, blank, before, after, undated)


def _voting_days(election: Election) -> tuple[datetime.date, ...]:
    """The voting day, and the day of each window of the vote that does not hold it, such as a second round's."""
    first = {election.voting_day} if election.voting_day else set()
    vote = election.stage("pemungutan")
    others = (w for w in vote.windows if not any(map(w.holds, first))) if vote else ()
    return tuple(sorted(first | {w.start for w in others if (w.end - w.start).days < _VOTE}))


def _axis(election: Election, votes: Sequence[datetime.date], dates: Iterable[datetime.date]) -> Axis | None:
    """Over all windows and voting days, and as far beyond them as there are articles while news is to be expected."""
    bounds, news = election.bounds(), election.news
    if not bounds or not news:
        return None
    near = [date for date in dates if news[0] <= date <= news[1]]
    return Axis.over(min(*bounds, *votes, *near), max(*bounds, *votes, *near))


def _strips(
    election: Election, dates: Mapping[str, Mapping[datetime.date | None, int]], axis: Axis
) -> tuple[tuple[TimelineRow, ...], tuple[str, ...]]:
    """The stages one below the other, and the names of those that have neither days nor articles."""
    strips: list[TimelineRow] = []
    blank = []
    for stage in election.stages:
        inside: Days = {date: count for date, count in dates[stage.id].items() if date and axis.holds(date)}
        if stage.windows or inside:
            top = sum(above.height for above in strips)
            strips.append(strip(stage.type.short, top, stage.windows, inside, axis, not dates[stage.id]))
        elif not dates[stage.id]:
            blank.append(stage.type.short)
    return tuple(strips), tuple(blank)


def _path(marks: Sequence[Mark]) -> str:
    """Marks of one stage and size: each of a lane from where the one before ended."""
    path, lane, at = "", 0, 0
    for mark in sorted(marks, key=lambda mark: (mark.y, mark.x)):
        x, y, length = mark.x, mark.y, mark.size + 1
        path += f"m{x - at}-{length}v{length}" if y == lane else f"M{x} {y - length / 2:g}v{length}"
        lane, at = y, x
    return path

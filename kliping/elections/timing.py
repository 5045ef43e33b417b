"""When elections are news: what the date of a story, its years and the days it prints say for and against each."""

import datetime
from collections.abc import Iterable

from kliping.elections.model import Election
from kliping.elections.story import Story

AFTER_VOTE = datetime.timedelta(days=60)  # until then an election that names no year is the one just held
SEASON = datetime.timedelta(days=45)  # around the windows of a stage
AHEAD = datetime.timedelta(days=90)  # news of a stage that begins later is more often about another
_IN, _AHEAD, _OVER = "its stage in season", "its stage months ahead", "its vote long held"
_OUTSIDE, _OTHER_YEARS = "dated outside its time", "other years only"
REFUSALS = frozenset((_OUTSIDE, _OTHER_YEARS))  # evidence that an election cannot be meant


def refusal(story: Story, election: Election) -> str | None:
    """Why a story cannot mean an election, as evidence: by its date, else by the years it prints; else None."""
    if story.date:
        return _OUTSIDE if election.year not in story.named and not _is_in_time(story, election) else None
    if not story.years or any(m.year == election.year for m in story.of(election, "names")):
        return None
    return None if _prints_its_years(story, election) else _OTHER_YEARS


def evidence(story: Story, election: Election) -> list[str]:
    """The names of the evidence that time gives for an election that a story can mean, and against it."""
    found = [] if story.date else _by_days(story, election)
    found += ["dated in its time"] if story.date and _is_in_time(story, election) else []
    found += [told] if (told := _season(story, election)) else []
    return [*found, "just held"] if just_held(election, story.date) else found


def just_held(election: Election, date: datetime.date | None) -> bool:
    """Whether people voted in the weeks before a day."""
    return bool(date and election.last_vote and election.last_vote <= date <= election.last_vote + AFTER_VOTE)


def is_over(story: Story, election: Election) -> bool:
    """Whether both the vote and the stage the story is about are over by its date."""
    date, vote = story.date, election.last_vote
    if not date or not vote or not story.topics or date <= vote + AFTER_VOTE:
        return False
    return not in_season(story.topics[0], date, election)


def in_season(topic: str, date: datetime.date, election: Election) -> bool:
    """Whether a stage of an election is open on a day or nearly so; one without windows, as long as there is news."""
    stage, news = election.stage(topic), election.news
    if not stage or not news:
        return False
    return stage.open_on(date, SEASON) if stage.windows else news[0] <= date <= news[1]


def nearest_votes(date: datetime.date, elections: Iterable[Election]) -> list[tuple[datetime.date, Election]]:
    """The elections whose vote was held not long before a day, or lies ahead of it next, with the days of the votes."""
    votes = [(e.last_vote, e) for e in elections if e.last_vote and e.news and e.news[0] <= date]
    ahead = min((vote for vote, _ in votes if vote >= date), default=date)
    return [(vote, e) for vote, e in votes if date - AFTER_VOTE <= vote <= ahead]


def _season(story: Story, election: Election) -> str | None:
    """Whether what the story is about is done at its time or months later, or the vote was long held; else None."""
    days = [story.date] if story.date else _fitting(story, election)
    stage = election.stage(story.topics[0]) if story.topics else None
    if stage and any(stage.open_on(day, SEASON) for day in days):
        return _IN
    if stage and days and stage.windows and all(window.start - AHEAD > max(days) for window in stage.windows):
        return _AHEAD
    return _OVER if days and election.last_vote and min(days) > election.last_vote + AFTER_VOTE else None


def _is_in_time(story: Story, election: Election) -> bool:
    """Whether a dated story lies in the days of an election's news; one without windows is news at any time."""
    return not election.news or (story.date is not None and election.news[0] <= story.date <= election.news[1])


def _prints_its_years(story: Story, election: Election) -> bool:
    """Whether a story prints a year of an election's calendar."""
    bounds = election.bounds()
    first, last = (bounds[0].year, bounds[1].year) if bounds else (election.year, election.year)
    return any(first <= year <= last for year in story.years)


def _by_days(story: Story, election: Election) -> list[str]:
    """By the days that a story without a date prints without a year."""
    found = []
    if any(day.weekday is not None for day in story.days):
        found.append("its weekdays" if _fitting(story, election) else "other weekdays")
    return [*found, "its voting day"] if _prints_vote(story, election.voting_day) else found


def _fitting(story: Story, election: Election) -> list[datetime.date]:
    """The printed days, each with its weekday, in the years of an election's news where they fall on it."""
    if not election.news:
        return []
    years = range(election.news[0].year, election.news[1].year + 1)
    days = [day for day in story.days if day.weekday is not None]
    found = [date for day in days for year in years if (date := day.on(year)) and day.agrees(date)]
    return [date for date in found if election.news[0] <= date <= election.news[1]]


def _prints_vote(story: Story, vote: datetime.date | None) -> bool:
    """Whether a printed day, or the day that lies so many days behind it as an `H-1` says, is that of the vote."""
    return bool(vote) and any(
        day.weekday in (None, date.weekday())
        for day in story.days
        for before in story.days_before
        if (date := _back(vote, before)) and (day.day, day.month) == (date.day, date.month)
    )


def _back(vote: datetime.date | None, days: int) -> datetime.date | None:
    return vote and vote - datetime.timedelta(days=days)

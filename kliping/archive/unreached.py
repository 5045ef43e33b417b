"""Elections that no article is about, and why: one line for all of them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from kliping.locale import _

if TYPE_CHECKING:
    from kliping.elections.model import Election


def known(election: Election) -> dict[str, Any]:
    """What is kept of an election to tell why it has no article, as JSON has it."""
    years = [day.year for day in election.news] if election.news else None
    return {"parent": election.parent, "years": years, "local": bool(election.places)}


def notice(
    elections: Mapping[str, Mapping[str, Any]], reached: Collection[str], has_articles: Callable[[int], bool]
) -> str | None:
    """The line on elections without articles; None where there are none.

    `elections` are what is `known` by id, `reached` those with articles, `has_articles` tells it of a year. An election
    of whose parts one has articles is not without them.
    """
    full = {above for key in reached for above in _upwards(key, elections)}
    reasons: dict[str, list[str]] = {}
    for key, election in elections.items():
        if key not in full:
            reasons.setdefault(_reason(election, full, has_articles), []).append(key)
    if not reasons:
        return None
    parts = "; ".join(f"{', '.join(keys)} ({reason})" for reason, keys in reasons.items())
    return _("no article is about {elections}").format(elections=parts)


def _upwards(key: str, elections: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    """An election and those it is part of."""
    while key in elections:
        yield key
        key = elections[key]["parent"] or ""


def _reason(election: Mapping[str, Any], full: Collection[str], has_articles: Callable[[int], bool]) -> str:
    years, parent = election["years"], election["parent"]
    if years and not any(has_articles(year) for year in range(years[0], years[1] + 1)):
        return _("no article is of those years")
    if election["local"] and parent in full:
        return _("articles about {parent} and its parts name none of its `places`").format(parent=parent)
    return _("no article of its time names one of its `names`")

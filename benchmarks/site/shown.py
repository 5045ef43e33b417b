"""What a page shows, as plain values: made once, before any clock runs, so that a peer's template only has to print it.

The names of outlets, days in words, and where each fact came from are what our own site works out in the build.
"""

from __future__ import annotations

import datetime
from typing import Any

from kliping.article import frontmatter
from kliping.article.fields import Article
from kliping.elections.calendars import Calendars
from kliping.elections.model import Election, Event, Stage, Window
from kliping.site.feeds.entry import urn
from kliping.site.model.bylines import AGENCIES, OUTLETS, REPORTERS, UNKNOWN, slug
from kliping.site.pages import provenance
from kliping.site.render import filters
from kliping.site.sources.article_reader import read_row
from kliping.text import dates

Shown = dict[str, Any]
_EARLY = datetime.date(2024, 1, 1)  # for what has no day at all
ARCHIVE, OTHERS, UNDATED = "arsip", "lainnya", "tanpa-tanggal"
NAMES: dict[str, Shown] = {
    kind.path.strip("/"): {"title": kind.title, "description": kind.said, "caution": kind.caution, "other": other}
    for kind, other in ((OUTLETS, None), (REPORTERS, f"/{AGENCIES.path}"), (AGENCIES, f"/{REPORTERS.path}"))
}
LISTS: dict[str, Shown] = {
    ARCHIVE: {"title": "Arsip", "short": "Arsip", "description": "Semua berita menurut bulan terbitnya."},
    OTHERS: {
        "title": "Lainnya",
        "short": "Lainnya",
        "description": "Berita yang tidak termasuk pemilihan yang dihimpun di sini, beserta alasannya.",
    },
    UNDATED: {
        "title": "Tanpa tanggal",
        "short": "Tanpa tanggal",
        "description": "Berita yang tanggalnya tidak dapat dipastikan dari halaman yang disimpan.",
    },
}


def folder(article: Article) -> str:
    """Where an article is listed among the stages: `pilgub-dki-2024/kampanye`."""
    return f"{article.election.value}/{article.stage.value}" if article.stage else OTHERS


def lists(article: Article) -> tuple[str, ...]:
    """Every list an article stands in."""
    found = [folder(article), ARCHIVE, f"{OUTLETS.path}{outlet(article)}"]
    found += [f"{REPORTERS.path}{slug(name)}" for name in article.reporter.value or ()]
    found += [f"{AGENCIES.path}{slug(article.agency.value)}"] if article.agency.value else []
    return tuple(found)


def outlet(article: Article) -> str:
    """The address of its outlet: the domain, or the name where it has none."""
    return str(article.outlet.value or slug(article.source.value or UNKNOWN))


def article(article: Article, names: dict[str, str]) -> Shown:
    """The facts of an article, null where one is missing; `names` are those of stages."""
    row = read_row(f"{article.id}.md", frontmatter.to_markdown(article).encode())
    told = provenance.provenance(row, names)
    found = {name: fact.value for name, fact in article.facts() if name not in ("date", "saved_on", "url")}
    return found | {
        "id": row.id,
        "urn": urn(f"article {row.id}"),
        "views": filters.number(row.views) if row.views is not None else None,
        "path": f"/{row.path}",
        "title": row.title,
        "untitled": row.untitled,
        "day": row.date.isoformat() if row.date else None,
        "day_long": dates.written(row.date) if row.date else None,
        "day_short": dates.short(row.date) if row.date else None,
        "saved_on": {"day": row.saved_on.isoformat(), "text": dates.short(row.saved_on)} if row.saved_on else None,
        "address": row.url,
        "shown": row.source or row.outlet or "",
        "description": row.summary,
        "media": outlet(article),
        "origins": told["origins"],
        "why_election": told["why_election"] or None,
        "why": told["why"] or None,
        "reason": None if article.stage else provenance.reason(row),
        "review": told["doubts"],
        "removed": f"{told['removed_lines']} baris bukan berita: {', '.join(told['removed'])}" if row.removed else "",
    }


def election(election: Election, calendars: Calendars, site_name: str) -> Shown:
    """What the page of an election shows besides its articles."""
    children = [other.id for other in calendars.elections.values() if other.parent == election.id]
    day = election.voting_day
    return {
        "title": election.name,
        "heading": election.short,
        "short": election.short,
        "description": f"Kliping berita {election.name}, dikelompokkan menurut tahapan resmi.",
        "told": f"Berita {election.name} dari {site_name}, dari semua tahapan.",
        "first_day": min((_first_day(stage, election) for stage in election.stages), default=_EARLY).isoformat(),
        "region": election.region,
        "parent": f"/{election.parent}" if election.parent else None,
        "children": [f"/{child}" for child in children],
        "vote": {"day": day.isoformat(), "text": dates.written(day), "short": dates.short(day)} if day else None,
        "events": [_span(event) | {"name": event.name, "vote": event.start == day} for event in election.events],
        "legal_basis": list(election.legal_basis),
        "notes": list(election.notes),
    }


def stage(stage: Stage, election: Election, site_name: str) -> Shown:
    """What the page and the feeds of a stage show besides its articles."""
    place = election.stages.index(stage)
    return {
        "title": stage.type.name,
        "short": stage.type.short,
        "heading": f"{stage.type.short} – {election.short}",
        "description": stage.type.explanation,
        "told": f"{stage.type.explanation or stage.type.name} Berita tahapan ini dari {site_name}.",
        "formal": stage.type.formal,
        "note": stage.note,
        "windows": [_span(window) for window in stage.windows],
        "previous": _beside(election, place - 1) if place else None,
        "next": _beside(election, place + 1),
        "first_day": _first_day(stage, election).isoformat(),
    }


def _beside(election: Election, place: int) -> Shown | None:
    """The stage at a place in the calendar."""
    found = election.stages[place : place + 1]
    return {"name": found[0].type.name, "path": f"/{election.id}/{found[0].id}/"} if found else None


def _first_day(stage: Stage, election: Election) -> datetime.date:
    bounds = election.bounds()
    starts = [window.start for window in stage.windows]
    return min(starts, default=bounds[0] if bounds else _EARLY)


def _span(part: Window | Event) -> Shown:
    text = dates.span(part.start, part.end or part.start)
    day = part.start.isoformat() if part.end in (None, part.start) else None
    return {"day": day, "text": text, "estimated": part.estimated, "basis": part.basis}

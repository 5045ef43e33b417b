"""What a page shows, as plain values: made once, before any clock runs, so that a peer's template only has to print it.

The names of outlets, days in words, and where each fact came from are what our own site works out in the build.
"""

from __future__ import annotations

import datetime
from typing import Any

from kliping import dates
from kliping.article import Article
from kliping.election import Election, Event, Stage, Window
from kliping.site import wording
from kliping.stages import Calendars

Shown = dict[str, Any]
OTHERS, UNDATED = "lainnya", "tanpa-tanggal"
LISTS: dict[str, Shown] = {
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
    """Where an article is listed: `pilgub-dki-2024/kampanye`."""
    return f"{article.election.value}/{article.stage.value}" if article.stage else OTHERS


def article(article: Article, names: dict[str, str]) -> Shown:
    """The facts of an article, null where one is missing; `names` are those of stages."""
    date, saved = article.date.value, article.saved_on.value
    found = {name: fact.value for name, fact in article.facts() if name not in ("date", "saved_on", "url")}
    bases = {name: fact.basis for name, fact in article.facts() if fact.basis}
    words = article.body[0].split()
    return found | {
        "id": article.id,
        "views": f"{article.views.value:,}".replace(",", ".") if article.views else None,
        "path": f"/berita/{article.id}/",
        "title": article.title.value or " ".join(words[:9]) + (" …" if len(words) > 9 else ""),
        "untitled": not article.title,
        "day": date.isoformat() if date else None,
        "saved_on": {"day": saved.isoformat(), "text": dates.short(saved)} if saved else None,
        "address": article.url.value,
        "shown": article.source.value or article.outlet.value or "",
        "description": article.summary,
        "origins": [
            [label, wording.basis(name, bases[name])]
            for name, label in wording.LABELS.items()
            if name in bases and name != "stage"
        ],
        "why": wording.basis("stage", bases["stage"]) if "stage" in bases else None,
        "reason": None if article.stage else _sentence(wording.basis("election", bases["election"])),
        "review": [wording.doubt(text, names) for text in article.review],
        "removed": _removed(article),
    }


def election(election: Election, calendars: Calendars) -> Shown:
    """What the page of an election shows besides its articles."""
    children = [other.id for other in calendars.elections.values() if other.parent == election.id]
    day = election.voting_day
    return {
        "title": election.name,
        "heading": election.short,
        "short": election.short,
        "description": f"Kliping berita {election.name}, dikelompokkan menurut tahapan resmi.",
        "region": election.region,
        "parent": f"/{election.parent}" if election.parent else None,
        "children": [f"/{child}" for child in children],
        "vote": {"day": day.isoformat(), "text": dates.written(day)} if day else None,
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
    return min(starts, default=bounds[0] if bounds else datetime.date(2024, 1, 1))


def _span(part: Window | Event) -> Shown:
    return {"text": dates.span(part.start, part.end or part.start), "estimated": part.estimated, "basis": part.basis}


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def _removed(article: Article) -> str:
    kinds = ", ".join(f"{wording.kind(kind)} {count}" for kind, count in article.removed.items())
    return f"{sum(article.removed.values())} baris bukan berita ({kinds})" if kinds else ""

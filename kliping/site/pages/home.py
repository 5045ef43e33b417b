"""The first page, and the one for what is not there."""

from __future__ import annotations

from collections.abc import Iterator

from kliping.site.digest import Digest
from kliping.site.model.election_view import ElectionView
from kliping.site.output.page import RSS, Here, Output
from kliping.site.pages import schema_org
from kliping.site.search.page import HERE as SEARCH

LOST = "404.html"
HEADLINES = 48  # on the home page, which stays small: elections are opened newest first until there are so many


def outputs(digest: Digest) -> Iterator[Output]:
    ground, elections = digest.ground, digest.elections
    here = Here("", ground.name, ground.description, RSS, ground.name)
    totals = {
        "total": len(digest.rows),
        "outlets": digest.outlet_count,
        "updated": digest.rows[0].date if digest.rows else None,
        "others": len(digest.lost),
        "undated": len(digest.undated),
    }
    told = [e for e in elections if e.count or any(child.count for child in e.children)]
    empty = [e for e in elections if e not in told]
    shown = (totals, [(e.mark, e.count, e.outlet_count, e.counts, e.latest) for e in elections])
    pictures = {e.id: digest.timelines[e.id] if e.count else None for e in told}
    data = {
        "elections": told,
        "open": _opened(told),
        "empty": empty,
        "timelines": pictures,
        "linked": schema_org.website(ground, SEARCH.path),
        **totals,
    }
    yield ground.page(here, "index", (shown, pictures), lambda: data)
    lost = Here(LOST, "Halaman tidak ditemukan", "Halaman yang dicari tidak ada di sini.")
    counts = [(election.mark, election.counts) for election in elections]
    yield ground.page(lost, "404", counts, lambda: {"elections": [*told, *empty]})


def _opened(elections: list[ElectionView]) -> list[ElectionView]:
    """Those whose stages are shown with their latest articles: the newest, and as many more as there is room for."""
    opened: list[ElectionView] = []
    room = HEADLINES
    for election in elections:
        room -= sum(len(stage.latest) for stage in election.stages)
        if opened and room < 0:
            break
        opened.append(election)
    return opened

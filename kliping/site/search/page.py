"""The page that asks the index: `/cari/?q=`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kliping.site.model import month_lists
from kliping.site.model.bylines import OUTLETS, REPORTERS
from kliping.site.model.election_view import ElectionView
from kliping.site.output.page import Here, Output, SharedInputs
from kliping.site.search.index import Index
from kliping.site.search.records import OTHERS, UNDATED

_LISTS = (month_lists.OTHERS, *((kind.path, kind.title) for kind in (OUTLETS, REPORTERS)), ("arsip/", "Arsip"))
HERE = Here("cari/", "Cari", "Cari berita menurut kata, pemilihan, tahapan, media, reporter, dan tahun.")


def outputs(ground: SharedInputs, elections: Sequence[ElectionView], articles: int, index: Index) -> Iterator[Output]:
    """The page for an index that is there, that is old, or that is not."""
    stages = {stage.id: stage.short for election in elections for stage in election.stages}
    data = {
        "elections": [*((election.id, election.short) for election in elections), (OTHERS, month_lists.OTHERS[1])],
        "stages": [*stages.items()],
        "undated": UNDATED,
        "ways": [*((election.path, election.short) for election in elections), *_LISTS],
        "has_articles": bool(articles),
        "parts": index.parts,
        "is_old": index.is_old,
    }
    yield ground.page(HERE, "search", data, lambda: data)

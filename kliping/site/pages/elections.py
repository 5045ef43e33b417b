"""Elections and their stages."""

from __future__ import annotations

from collections.abc import Iterator

from kliping.site.digest import Digest
from kliping.site.model.election_view import ElectionView, StageView
from kliping.site.model.month_lists import cut
from kliping.site.output.page import RSS, Here, Output
from kliping.site.pages.listing import leaves


def outputs(digest: Digest) -> Iterator[Output]:
    for election in digest.elections:
        yield _election(digest, election)
        for stage in election.stages:
            yield from _stage(digest, election, stage)


def _election(digest: Digest, election: ElectionView) -> Output:
    said = f"Kliping berita {election.name}, dikelompokkan menurut tahapan resmi."
    here = Here(election.path, election.short, said, f"{election.path}{RSS}", election.short)
    picture = digest.timelines[election.id]
    shown = (election.mark, election.counts, election.outlets, election.parent and election.parent.mark, picture)
    return digest.ground.page(here, "election", shown, lambda: {"election": election, "timeline": picture})


def _stage(digest: Digest, election: ElectionView, stage: StageView) -> Iterator[Output]:
    here = Here(stage.path, stage.title, stage.explanation, f"{stage.path}{RSS}", stage.title)
    groups, cuts = cut(stage.path, stage.rows)
    shown = (election.mark, stage.outlets, [group.shown for group in groups])
    data = {"election": election, "stage": stage, "groups": groups}
    yield digest.ground.page(here, "stage", shown, lambda: data)
    crumbs = ((election.path, election.short), (stage.path, stage.short))
    yield from leaves(digest, cuts, stage.name, crumbs, mixed=False)

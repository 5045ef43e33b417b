"""Elections and their stages."""

from collections.abc import Iterator

from kliping.site.digest import Digest
from kliping.site.feeds.feed import RSS
from kliping.site.model.election_view import ElectionView, StageView
from kliping.site.model.month_lists import cut
from kliping.site.output.page import Output
from kliping.site.pages.listing import leaves
from kliping.site.render.templates import PageInfo


def outputs(digest: Digest) -> Iterator[Output]:
    """The page of each election, and those of each of its stages."""
    for election in digest.elections:
        yield _election(digest, election)
        for stage in election.stages:
            yield from _stage(digest, stage)


def _election(digest: Digest, election: ElectionView) -> Output:
    about = f"Kliping berita {election.name}, dikelompokkan menurut tahapan resmi."
    here = PageInfo(election.path, election.short, about, f"{election.path}{RSS}", election.short)
    return digest.shared.page(here, "election", {"election": election, "timeline": digest.timelines[election.id]})


def _stage(digest: Digest, stage: StageView) -> Iterator[Output]:
    """Its page, and the months and days its articles are cut into."""
    election = stage.election
    here = PageInfo(stage.path, stage.title, stage.explanation, f"{stage.path}{RSS}", stage.title)
    groups, cuts = cut(stage.path, digest.by_stage.get(stage.key, ()))
    yield digest.shared.page(here, "stage", {"election": election, "stage": stage, "groups": groups})
    crumbs = ((election.path, election.short), (stage.path, stage.short))
    yield from leaves(digest, cuts, stage.name, crumbs, mixed=False)

"""The first page, and the one for what is not there."""

from collections.abc import Iterator

from kliping.site.digest import Digest
from kliping.site.feeds.feed import RSS
from kliping.site.model.election_view import ElectionView
from kliping.site.output.page import Output
from kliping.site.pages import schema_org, search
from kliping.site.render.templates import PageInfo

LOST = "404.html"
HEADLINES = 48  # on the home page, which stays small: elections are opened newest first until there are so many


def outputs(digest: Digest) -> Iterator[Output]:
    """The first page and `404.html`."""
    shared, elections = digest.shared, digest.elections
    with_articles = [e for e in elections if e.count or any(child.count for child in e.children)]
    empty = [e for e in elections if e not in with_articles]
    data = {
        "elections": with_articles,
        "open": _opened(with_articles),
        "empty": empty,
        "timelines": {e.id: digest.timelines[e.id] if e.count else None for e in with_articles},
        "linked": schema_org.website(shared, search.PATH),
        "total": len(digest.rows),
        "outlets": digest.outlet_count,
        "updated": digest.rows[0].date if digest.rows else None,
        "others": len(digest.lost),
        "undated": len(digest.undated),
    }
    yield shared.page(PageInfo("", shared.name, shared.description, RSS, shared.name), "index", data)
    lost = PageInfo(LOST, "Halaman tidak ditemukan", "Halaman yang dicari tidak ada di sini.")
    yield shared.page(lost, "404", {"elections": [*with_articles, *empty]})


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

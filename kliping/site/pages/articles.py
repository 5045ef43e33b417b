"""The page of each article. There are tens of thousands of them, so each costs as little as can be."""

from collections.abc import Iterator
from functools import partial
from hashlib import sha256
from typing import NamedTuple

from kliping.site.digest import Digest
from kliping.site.feeds.feed import RSS
from kliping.site.model.article_row import ArticleRow
from kliping.site.model.bylines import REPORTERS, slug
from kliping.site.model.election_view import ElectionCalendar, StageCalendar
from kliping.site.output.page import Output
from kliping.site.pages import schema_org
from kliping.site.pages.provenance import provenance
from kliping.site.render.templates import PageInfo, Theme


class ArticlePlace(NamedTuple):
    """Where an article stands in the digest."""

    election: ElectionCalendar | None = None
    stage: StageCalendar | None = None
    older: ArticleRow | None = None  # the next of its stage in time, either way
    newer: ArticleRow | None = None


def outputs(digest: Digest) -> Iterator[Output]:
    """The page of every article: those of each stage, then those that stand in none."""
    for key, stage in digest.stages.items():
        rows, place = digest.by_stage.get(key, ()), (stage.election, stage.calendar)
        for row, older, newer in zip(rows, (*rows[1:], None), (None, *rows), strict=False):
            yield _article(digest, row, ArticlePlace(*place, older, newer))
    for row in digest.lost:
        yield _article(digest, row, ArticlePlace())


def _article(digest: Digest, row: ArticleRow, place: ArticlePlace) -> Output:
    """The key holds what `_show` hands to the template; by hand, for a general way takes ten times as long."""
    _, stage, older, newer = place
    by_id, outlet = digest.by_id, digest.outlets.path(row)
    copies = tuple(by_id[other] for other in row.also if other in by_id) if row.also else ()
    shared = f"{digest.shared.templates['article']}\n{digest.stage_names_key}\n{stage.facts if stage else ''}\n{outlet}"
    rows = f"{row.hash}\n{older and older.facts}\n{newer and newer.facts}\n{''.join([copy.facts for copy in copies])}"
    key = sha256(f"{shared}\n{rows}".encode()).hexdigest()[:24]
    return Output(f"berita/{row.id}/index.html", key, partial(_show, digest, row, place, copies, outlet))


def _show(
    digest: Digest, row: ArticleRow, place: ArticlePlace, copies: tuple[ArticleRow, ...], outlet: str, theme: Theme
) -> str:
    feed = (f"{place.stage.path}{RSS}", place.stage.title) if place.stage else ()
    here = PageInfo(row.path, row.title, row.summary, *feed)
    data = {
        "here": here,
        "article": row,
        "body_html": digest.text_of(row),
        "copies": copies,
        "linked": schema_org.article(row, place.stage, digest.shared),
        "published": schema_org.published(row),
        "outlet_path": outlet,
        "reporters": [(name, f"{REPORTERS.path}{slug(name)}/") for name in row.reporter],
    }
    return theme.page(here.file, "article", data | place._asdict() | provenance(row, digest.stage_names))

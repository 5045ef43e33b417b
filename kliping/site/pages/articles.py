"""The page of each article. There are tens of thousands of them, so each costs as little as can be."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from hashlib import sha256
from typing import NamedTuple

from kliping.site.digest import Digest
from kliping.site.model.article_row import ArticleRow
from kliping.site.model.bylines import REPORTERS, slug
from kliping.site.model.election_view import ElectionView, StageView
from kliping.site.output.page import RSS, Here, Output
from kliping.site.pages import schema_org
from kliping.site.pages.provenance import told
from kliping.site.render.templates import Theme


class ArticlePlace(NamedTuple):
    """Where an article stands in the digest."""

    election: ElectionView | None = None
    stage: StageView | None = None
    older: ArticleRow | None = None  # the next of its stage in time, either way
    newer: ArticleRow | None = None


def outputs(digest: Digest) -> Iterator[Output]:
    for election in digest.elections:
        for stage in election.stages:
            rows = stage.rows
            for row, older, newer in zip(rows, (*rows[1:], None), (None, *rows), strict=False):
                yield _article(digest, row, ArticlePlace(election, stage, older, newer))
    for row in digest.lost:
        yield _article(digest, row, ArticlePlace())


def _article(digest: Digest, row: ArticleRow, place: ArticlePlace) -> Output:
    older, newer, mark = place.older, place.newer, place.election.mark if place.election else ""
    by_id, outlet = digest.by_id, digest.outlets.path(row)
    copies = tuple(by_id[other] for other in row.also if other in by_id) if row.also else ()
    beside = f"{older.id} {older.title}\n" if older else "\n"
    beside += f"{newer.id} {newer.title}\n" if newer else "\n"
    beside += "".join([f"{other.id} {other.facts}\n" for other in copies])
    rests_on = f"{digest.ground.templates['article']}\n{row.hash}\n{digest.names_mark}{mark}\n{outlet}\n{beside}"
    key = sha256(rests_on.encode()).hexdigest()[:24]
    return Output(f"berita/{row.id}/index.html", key, partial(_show, digest, row, place, copies, outlet))


def _show(
    digest: Digest, row: ArticleRow, place: ArticlePlace, copies: tuple[ArticleRow, ...], outlet: str, theme: Theme
) -> str:
    feed = (f"{place.stage.path}{RSS}", place.stage.title) if place.stage else ()
    here = Here(row.path, row.title, row.summary, *feed)
    data = {
        "here": here,
        "article": row,
        "body_html": digest.text_of(row),
        "copies": copies,
        "linked": schema_org.article(row, place.election, place.stage, digest.ground),
        "published": schema_org.published(row),
        "outlet_path": outlet,
        "reporters": [(name, f"{REPORTERS.path}{slug(name)}/") for name in row.reporter],
    }
    return theme.page(here.file, "article", data | place._asdict() | told(row, digest.stage_names))

"""The page that asks the search index: `/cari/?q=`."""

from collections.abc import Iterator

from kliping.site.digest import Digest
from kliping.site.model.bylines import OUTLETS, REPORTERS
from kliping.site.model.month_lists import OTHERS
from kliping.site.output.page import Output
from kliping.site.pages.archive import ARCHIVE, TITLE
from kliping.site.render.templates import PageInfo
from kliping.site.search import records

PATH = "cari/"
_LISTS = (OTHERS, *((kind.path, kind.title) for kind in (OUTLETS, REPORTERS)), (ARCHIVE, TITLE))


def outputs(digest: Digest) -> Iterator[Output]:
    """The page for an index that is there, that is old, or that is not."""
    elections = digest.elections
    stages = {stage.id: stage.short for election in elections for stage in election.stages}
    data = {
        "elections": [*((election.id, election.short) for election in elections), (records.OTHERS, OTHERS[1])],
        "stages": [*stages.items()],
        "undated": records.UNDATED,
        "ways": [*((election.path, election.short) for election in elections), *_LISTS],
        "has_articles": bool(digest.rows),
        "parts": digest.search_parts,
        "is_old": digest.search_is_old,
    }
    about = "Cari berita menurut kata, pemilihan, tahapan, media, reporter, dan tahun."
    yield digest.shared.page(PageInfo(PATH, "Cari", about), "search", data)

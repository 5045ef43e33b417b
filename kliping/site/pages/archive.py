"""Articles by month, and those that stand in no month or in no election."""

from collections.abc import Iterator, Sequence

from kliping.site.digest import Digest
from kliping.site.model.article_row import ArticleRow
from kliping.site.model.month_lists import MOST, OTHERS, UNDATED, ListSection, Month, cut, months
from kliping.site.output.page import Output
from kliping.site.pages.listing import leaves, listing
from kliping.site.pages.provenance import reason
from kliping.site.render.templates import PageInfo

ARCHIVE = "arsip/"
TITLE = "Arsip"


def outputs(digest: Digest) -> Iterator[Output]:
    """The months, each month and day, what is in no election, and what has no date."""
    yield from _months(digest)
    yield from _others(digest)
    yield _undated(digest)


def _months(digest: Digest) -> Iterator[Output]:
    """The way to each month, and the months."""
    by_month = months(ARCHIVE, digest.rows)
    years: dict[int, list[Month]] = {}
    for month in by_month:
        years.setdefault(month.year, []).append(month)
    yield digest.shared.page(
        PageInfo(ARCHIVE, TITLE, "Semua berita menurut bulan terbitnya."),
        "archive",
        {
            "years": years,
            "most": max((month.count for month in by_month), default=0),
            "undated": len(digest.undated),
            "others": len(digest.lost),
        },
    )
    for month, rows in by_month.items():
        yield from leaves(digest, month.leaves(rows), TITLE, ((ARCHIVE, TITLE),))


def _others(digest: Digest) -> Iterator[Output]:
    """Articles of no election: by the reason, or by month where there are many."""
    path, title = OTHERS
    here = PageInfo(path, title, "Berita yang tidak termasuk pemilihan yang dihimpun di sini, beserta alasannya.")
    groups, cuts = cut(path, digest.lost)
    if not cuts:
        reasons: dict[str, list[ArticleRow]] = {}
        for row in digest.lost:
            reasons.setdefault(reason(row), []).append(row)
        groups = tuple(ListSection(why, tuple(rows), len(rows)) for why, rows in reasons.items())
    yield listing(digest, here, groups)
    yield from leaves(digest, cuts, title, (OTHERS,))


def _undated(digest: Digest) -> Output:
    """Articles without a date: all of them, or where to find them where there are many."""
    about = "Berita yang tanggalnya tidak dapat dipastikan dari halaman yang disimpan."
    rows = tuple(digest.undated)
    groups: tuple[ListSection, ...] = (ListSection(None, rows, len(rows)),) if rows else ()
    if len(rows) > MOST:
        stages = [(stage.title, stage.path, digest.by_stage.get(key, ())) for key, stage in digest.stages.items()]
        lists = (_undated_of(*place) for place in (*stages, (OTHERS[1], OTHERS[0], digest.lost)))
        groups = tuple(group for group in lists if group.count)
    return listing(digest, PageInfo(UNDATED, "Tanpa tanggal", about), groups)


def _undated_of(title: str, path: str, rows: Sequence[ArticleRow]) -> ListSection:
    """How many articles of a list have no date, and where they stand."""
    count = sum(not row.date for row in rows)
    return ListSection(title, (), count, f"{path}{UNDATED}" if len(rows) > MOST else path)

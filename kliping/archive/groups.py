"""Which pages may be one article with a page that changed, and the clusters these form now.

A page is compared only with pages that share a key with it (duplicates.clusters). So what changed can bear on nothing
but the connected components it lies in, where pages are nodes and shared keys are edges; each of these is clustered
again, whole, with the same result as if all pages were.
"""

from collections.abc import Collection, Iterable

from kliping.archive.page_table import PageTable, Row
from kliping.archive.saved_pages import FEW
from kliping.duplicates.clusters import keys

_SHARE = 0.2  # of all pages; where more changed, all are compared


def index(table: PageTable, numbers: Iterable[int]) -> dict[int, Row]:
    """Add the keys of new pages (row numbers) to the table; returns their rows by number."""
    rows = {row["number"]: row for row in table.compared(numbers)}
    table.add_keys({number: keys(row) for number, row in rows.items()})
    return rows


def affected(table: PageTable, new: Collection[Row], lost: Collection[int], changed: int) -> dict[str, Row]:
    """Rows by name of all pages in the components of some pages: those of new rows, and those that had `lost` keys.

    `changed` is how many pages changed; where they are many, all rows are given.
    """
    if changed > min(FEW, _SHARE * len(table)):
        rows = table.compared()
    else:
        rows = table.compared(component(table, {*lost, *(key for row in new for key in keys(row))}))
    return {row["name"]: row for row in rows}


def component(table: PageTable, shared: set[int]) -> set[int]:
    """Row numbers of the pages that have one of these keys, of those that share a key with these, and so on."""
    numbers: set[int] = set()
    seen: set[int] = set()
    while shared:
        seen |= shared
        met = table.with_keys(shared) - numbers
        numbers |= met
        shared = {key for row in table.compared(met) for key in keys(row)} - seen
    return numbers

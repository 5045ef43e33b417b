"""Which article files are no longer wanted, and when so many would go at once that a person must say so. Pure."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field

from kliping.archive.article_table import ArticleFile
from kliping.locale import _
from kliping.system.errors import Stop

PRUNE_MOST = 10  # articles that may go at once without --prune, if they are also more than ...
PRUNE_SHARE = 0.1  # ... this share of all


@dataclass(slots=True)
class Removals:
    """Files that go, and files that stay though no article is written to them any more."""

    going: list[ArticleFile] = field(default_factory=list)
    staying: list[str] = field(default_factory=list)  # paths
    unread: list[str] = field(default_factory=list)  # paths of those whose saved page is rejected now


def decide(
    files: Iterable[ArticleFile],
    rejected: Collection[str],
    is_withdrawn: Callable[[ArticleFile], bool],
    withheld: Collection[str],
) -> Removals:
    """What becomes of the files of articles that no page gives any more.

    A withdrawn one goes, and an unedited one whose page is gone. One that is only `withheld` (a path) stays, for the
    site leaves it out; so does one whose page is rejected now.
    """
    removals = Removals()
    closed = tuple(name for name in rejected if name.endswith("/"))  # folders, with all pages in them
    for file in files:
        is_unread = any(name in rejected or name.startswith(closed) for name in file.saved)
        if file.path not in withheld and (is_withdrawn(file) or not (file.edited or is_unread)):
            removals.going.append(file)
            continue
        removals.staying.append(file.path)
        if is_unread:
            removals.unread.append(file.path)
    return removals


def refuse_many(gone: list[ArticleFile], of: int) -> None:
    """Raise Stop where too many files would go, of so many written by clean; neither moved nor withdrawn ones count."""
    if len(gone) > PRUNE_MOST and len(gone) > PRUNE_SHARE * of:
        why = _(
            "{count} of {all} articles have no saved page any more, such as {path}; nothing was changed. "
            "Put the saved pages back, or give --prune if they are to go"
        )
        raise Stop(why.format(count=len(gone), all=of, path=gone[0].path))

"""Pages that list articles: one page, or one for each month and day of a long list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from kliping.site.digest import Digest
from kliping.site.model.month_lists import Leaf, ListSection
from kliping.site.output.page import Here, Output

Crumbs = tuple[tuple[str, str], ...]  # (path, label) of the pages above, below home


def listing(
    digest: Digest, here: Here, groups: tuple[ListSection, ...], crumbs: Crumbs = (), mixed: bool = True
) -> Output:
    """A page of groups. `mixed` says that articles of several stages stand there, so that each names its own."""
    titles: Mapping[Any, str] = digest.titles if mixed else {}
    shown = (crumbs, [group.shown for group in groups], mixed and digest.titles_mark)
    data = {"groups": groups, "crumbs": crumbs, "titles": titles}
    return digest.ground.page(here, "list", shown, lambda: data)


def leaves(digest: Digest, found: Iterable[Leaf], heading: str, crumbs: Crumbs, mixed: bool = True) -> Iterator[Output]:
    """The pages a long list is cut into."""
    for leaf in found:
        title = f"{heading}: {leaf.label}"
        here = Here(leaf.path, title, f"Berita {title}.")
        yield listing(digest, here, leaf.groups, (*crumbs, *leaf.above), mixed)

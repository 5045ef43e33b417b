"""Pages that list articles: one page, or one for each month and day of a long list."""

from collections.abc import Iterable, Iterator

from kliping.site.digest import Digest, StageTitles
from kliping.site.model.month_lists import Leaf, ListSection
from kliping.site.output.page import Output
from kliping.site.render.templates import PageInfo

Crumbs = tuple[tuple[str, str], ...]  # (path, label) of the pages above, below home


def listing(
    digest: Digest, here: PageInfo, groups: tuple[ListSection, ...], crumbs: Crumbs = (), mixed: bool = True
) -> Output:
    """A page of groups. `mixed` says that articles of several stages stand there, so that each names its own."""
    titles = digest.titles if mixed else StageTitles()
    return digest.shared.page(here, "list", {"groups": groups, "crumbs": crumbs, "titles": titles})


def leaves(digest: Digest, every: Iterable[Leaf], heading: str, crumbs: Crumbs, mixed: bool = True) -> Iterator[Output]:
    """The pages a long list is cut into."""
    for leaf in every:
        title = f"{heading}: {leaf.label}"
        here = PageInfo(leaf.path, title, f"Berita {title}.")
        yield listing(digest, here, leaf.groups, (*crumbs, *leaf.above), mixed)

"""OPML 2.0: every feed in one file, for readers that take many at once."""

from collections.abc import Iterator, Sequence

from kliping.site.feeds.entry import Publisher
from kliping.site.feeds.escaping import either, tidy
from kliping.site.feeds.feed import FeedGroup


def write(groups: Sequence[FeedGroup], publisher: Publisher) -> str:
    """Each feed once, as RSS: with its Atom form beside it a reader would show every article two times."""
    lines = "".join(line for group in groups for line in _group(group, publisher))
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<opml version="2.0">\n'
        f"<head><title>{either(tidy(publisher.name))}</title></head>\n<body>\n{lines}</body>\n</opml>\n"
    )


def _group(group: FeedGroup, publisher: Publisher) -> Iterator[str]:
    """A folder; a feed that is alone stands in none."""
    has_folder = len(group.every) > 1
    if has_folder:
        yield f'<outline text="{either(tidy(group.name))}">\n'
    for feed in group.every:
        title = either(publisher.title(feed))
        address, page = either(publisher.address(feed.rss)), either(publisher.address(feed.path))
        names = f'type="rss" version="RSS2" language="id" text="{title}" title="{title}"'
        yield f'<outline {names} xmlUrl="{address}" htmlUrl="{page}"/>\n'
    if has_folder:
        yield "</outline>\n"

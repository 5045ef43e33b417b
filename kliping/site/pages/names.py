"""Outlets, reporters and agencies: the list of each kind, and a page for each name."""

from collections import Counter
from collections.abc import Iterator, Sequence

from kliping.site.digest import Digest
from kliping.site.feeds.feed import RSS
from kliping.site.model.article_row import ArticleRow
from kliping.site.model.bylines import AGENCIES, REPORTERS, Kind, Name
from kliping.site.model.month_lists import OTHERS, cut
from kliping.site.output.page import Output
from kliping.site.pages.listing import leaves
from kliping.site.render.templates import PageInfo

LISTED = 400  # names on one page; of more, each letter has its own
_BESIDE = {REPORTERS: (AGENCIES,), AGENCIES: (REPORTERS,)}  # those who write, apart from each other


def outputs(digest: Digest) -> Iterator[Output]:
    """For each kind the list of its names, and the page of each with the months its articles are cut into."""
    for kind, names in digest.names.items():
        yield from _lists(digest, kind, [*names])
        for name, rows in names.items():
            yield from _name(digest, name, rows)


def _lists(digest: Digest, kind: Kind, names: Sequence[Name]) -> Iterator[Output]:
    """All names of a kind, by letter."""
    letters: dict[str, list[Name]] = {}
    for name in names:
        letters.setdefault(name.initial, []).append(name)
    paths = {}
    if len(names) > LISTED:
        folders = {letter: letter.lower() if letter != "#" else "lain" for letter in letters}
        paths = {letter: f"{kind.path}huruf/{folder}/" for letter, folder in folders.items()}
    data = {"kind": kind, "letters": letters, "paths": paths, "others": _BESIDE.get(kind, ()), "total": len(names)}
    yield digest.shared.page(PageInfo(kind.path, kind.title, kind.said), "names", data)
    for letter, path in paths.items():
        its = letters[letter]
        data = {"kind": kind, "letters": {letter: its}, "paths": {}, "others": (), "total": len(its)}
        yield digest.shared.page(PageInfo(path, f"{kind.title}: {letter}", kind.said), "names", data)


def _name(digest: Digest, name: Name, rows: Sequence[ArticleRow]) -> Iterator[Output]:
    kind = name.kind
    about = f"Berita {name.name} yang dihimpun di sini, menurut tahapan dan bulan."
    here = PageInfo(name.path, name.name, about, f"{name.path}{RSS}", name.name)
    groups, cuts = cut(name.path, rows)
    stages = _stages(digest, rows)
    data = {"name": name, "kind": kind, "groups": groups, "stages": stages, "titles": digest.titles}
    yield digest.shared.page(here, "name", data)
    yield from leaves(digest, cuts, name.name, ((kind.path, kind.title), (name.path, name.name)))


def _stages(digest: Digest, rows: Sequence[ArticleRow]) -> list[tuple[str, str, int]]:
    """(title, path, articles) of each stage, in the order of the calendars."""
    counts = Counter([(row.election, row.stage) for row in rows])
    stages = [(stage.title, stage.path, counts[key]) for key, stage in digest.stages.items() if key in counts]
    path, title = OTHERS
    rest = len(rows) - sum(count for _, _, count in stages)
    return [*stages, *([(title, path, rest)] if rest else [])]

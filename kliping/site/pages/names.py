"""Outlets, reporters and agencies: the list of each kind, and a page for each name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from kliping.site.digest import Digest
from kliping.site.model.bylines import AGENCIES, REPORTERS, Kind, Name
from kliping.site.model.month_lists import OTHERS, cut
from kliping.site.output.page import RSS, Here, Output
from kliping.site.pages.listing import leaves

LISTED = 400  # names on one page; of more, each letter has its own
_BESIDE = {REPORTERS: (AGENCIES,), AGENCIES: (REPORTERS,)}  # those who write, apart from each other


def outputs(digest: Digest) -> Iterator[Output]:
    for kind, found in digest.names.items():
        yield from _lists(digest, kind, found)
        for name in found:
            yield from _name(digest, name)


def _lists(digest: Digest, kind: Kind, found: Sequence[Name]) -> Iterator[Output]:
    """All names of a kind, by letter."""
    letters: dict[str, list[Name]] = {}
    for name in found:
        letters.setdefault(name.initial, []).append(name)
    paths = {}
    if len(found) > LISTED:
        paths = {letter: f"{kind.path}huruf/{_address(letter)}/" for letter in letters}
    here = Here(kind.path, kind.title, kind.said)
    yield _list(digest, here, kind, letters, paths, _BESIDE.get(kind, ()))
    for letter, path in paths.items():
        title = f"{kind.title}: {letter}"
        yield _list(digest, Here(path, title, kind.said), kind, {letter: letters[letter]}, {})


def _list(
    digest: Digest,
    here: Here,
    kind: Kind,
    letters: dict[str, list[Name]],
    paths: dict[str, str],
    others: tuple[Kind, ...] = (),
) -> Output:
    counts = {letter: [(name.path, name.name, name.count) for name in its] for letter, its in letters.items()}
    shown = (kind.path, counts, paths, [(other.path, len(digest.names[other])) for other in others])
    data = {
        "kind": kind,
        "letters": letters,
        "paths": paths,
        "others": others,
        "total": sum(map(len, letters.values())),
    }
    return digest.ground.page(here, "names", shown, lambda: data)


def _name(digest: Digest, name: Name) -> Iterator[Output]:
    kind = name.kind
    said = f"Berita {name.name} yang dihimpun di sini, menurut tahapan dan bulan."
    here = Here(name.path, name.name, said, f"{name.path}{RSS}", name.name)
    groups, cuts = cut(name.path, name.rows)
    stages = _stages(digest, name)
    shown = (kind.path, stages, name.first, name.last, [group.shown for group in groups], digest.titles_mark)
    data = {"name": name, "kind": kind, "groups": groups, "stages": stages, "titles": digest.titles}
    yield digest.ground.page(here, "name", shown, lambda: data)
    yield from leaves(digest, cuts, name.name, ((kind.path, kind.title), (name.path, name.name)))


def _stages(digest: Digest, name: Name) -> list[tuple[str, str, int]]:
    """(title, path, articles) of each stage, in the order of the calendars."""
    counts = Counter([(row.election, row.stage) for row in name.rows])
    found = [(stage.title, stage.path, counts[key]) for key, stage in digest.stages.items() if key in counts]
    path, title = OTHERS
    rest = name.count - sum(count for _, _, count in found)
    return [*found, *([(title, path, rest)] if rest else [])]


def _address(letter: str) -> str:
    return letter.lower() if letter != "#" else "lain"

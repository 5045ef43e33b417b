"""Which election is part of which: each file with the file of its parent, before which it cannot be read."""

import graphlib
from collections.abc import Iterator, Sequence

from kliping.locale import _
from kliping.system.config_file import ConfigFile


def parents_first(files: Sequence[ConfigFile]) -> Iterator[tuple[ConfigFile, ConfigFile | None]]:
    """Each file with that of its parent, the parent's first.

    A parent that has no file, or leads back to where it began, is named as a problem and counts as none.
    """
    named = {file.name: file for file in files}
    parents = {file.name: parent.name for file in files if (parent := _parent(file, files))}
    while True:
        try:
            graph = {name: [parents[name]] if name in parents else [] for name in named}
            order = tuple(graphlib.TopologicalSorter(graph).static_order())
            break
        except graphlib.CycleError as error:
            circle = sorted(set(error.args[1]))
            problem = _("its parents lead in a circle ({files}); take `parent` out of one of them")
            named[circle[0]].complain(problem.format(files=", ".join(circle)))
            for name in circle:
                del parents[name]
    yield from ((named[name], named.get(parents.get(name, ""))) for name in order)


def _parent(file: ConfigFile, files: Sequence[ConfigFile]) -> ConfigFile | None:
    """The file of an election's parent; None where it has none, or a wrong one."""
    parent, ids = file.text("parent"), [str(other.data["id"]) for other in files if other.data.get("id")]
    if not parent:
        return None
    if parent == file.data.get("id"):
        file.complain(_("names itself as `parent`; name the election it is part of, or leave `parent` out"))
        return None
    if parent not in ids:
        file.unknown(parent, ids, _("parent"))
        return None
    return next(other for other in files if other.data.get("id") == parent)

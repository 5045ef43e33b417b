"""Elections and stages by what people call them. Pure."""

from collections.abc import Mapping

from kliping.article.keys import folded
from kliping.elections.model import Election, StageType


def id_of(name: str, things: Mapping[str, Election] | Mapping[str, StageType]) -> str | None:
    """The id of an election or stage by its id, its printed name or its short one, in any case.

    None where no one has it, or several.
    """
    if name in things:
        return name
    wanted = folded(name)
    found = [thing.id for thing in things.values() if wanted in map(folded, (thing.id, thing.name, thing.short))]
    return found[0] if len(found) == 1 else None

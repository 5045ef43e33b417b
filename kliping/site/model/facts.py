"""What the key of a page holds of the values handed to its template: all that the template can show of them."""

from dataclasses import fields
from functools import cached_property
from typing import Any

from kliping.system.hashing import content_hash

_PLAIN = frozenset((str, int, bool, type(None)))


def facts_of(value: object) -> str:
    """A text that changes with whatever a template can show of a value.

    That is its own `facts`, a hash or a text, where it has them; those of its parts; else its repr.
    """
    facts = getattr(value, "facts", None)
    if isinstance(facts, str):
        return facts
    if isinstance(value, dict):
        return f"{[*value]} {facts_of([*value.values()])}"
    if isinstance(value, (list, tuple)):
        parts = [repr(part) if type(part) in _PLAIN else facts_of(part) for part in value]  # most are plain
        return f"({', '.join(parts)})"
    return repr(value)


class Facts:
    """For dataclasses that many pages share or that hold articles: `facts` of all their fields, worked out once."""

    @cached_property
    def facts(self) -> str:
        """A hash over the facts of every field."""
        own: Any = self
        return content_hash(*[facts_of(getattr(own, field.name)) for field in fields(own)])

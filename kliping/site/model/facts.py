"""What the key of a page holds of the values handed to its template: all that the template can show of them."""

from __future__ import annotations

from dataclasses import fields
from functools import cached_property
from typing import Any

from kliping.system.hashing import content_hash


def facts_of(value: object) -> str:
    """A text that changes with whatever a template can show of a value.

    That is its own `facts`, a hash or a text, where it has them; those of its parts; else its repr.
    """
    facts = getattr(value, "facts", None)
    if isinstance(facts, str):
        return facts
    if isinstance(value, dict):
        return "{" + ", ".join([f"{facts_of(key)}: {facts_of(part)}" for key, part in value.items()]) + "}"
    if isinstance(value, (list, tuple)):
        return "(" + ", ".join(map(facts_of, value)) + ")"
    return repr(value)


class Facts:
    """For dataclasses that many pages share or that hold articles: `facts` of all their fields, worked out once."""

    @cached_property
    def facts(self) -> str:
        """A hash over the facts of every field."""
        own: Any = self
        return content_hash(*[facts_of(getattr(own, field.name)) for field in fields(own)])

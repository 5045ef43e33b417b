"""The values of front matter, whoever wrote it, each in its one form."""

from collections.abc import Mapping
from typing import Any

from kliping.article.fields import FIELDS
from kliping.article.keys import canonical
from kliping.article.kinds import WrongValue

_READERS = [(field.name, field.kind.read, field.limit) for field in FIELDS if field.name not in ("id", "stamp")]


def checked(values: Mapping[str, Any]) -> dict[str, Any]:
    """The value of every field but id and stamp, in the order of the table. Raises WrongValue, naming the key."""
    get = canonical(values).get
    found = {}
    for key, read, limit in _READERS:
        try:
            found[key] = read(get(key), limit)
        except WrongValue as error:
            raise WrongValue(f"`{key}` {error}") from error
    return found

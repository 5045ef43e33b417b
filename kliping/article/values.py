"""The values of front matter, whoever wrote it, each in its one form."""

from collections.abc import Mapping
from typing import Any

from kliping.article.fields import FIELDS
from kliping.article.keys import canonical, given_twice
from kliping.article.kinds import WrongValue
from kliping.locale import _

_READERS = [(field.name, field.kind.read, field.limit) for field in FIELDS if field.name not in ("id", "stamp")]


def checked(values: Mapping[str, Any]) -> dict[str, Any]:
    """The value of every field but id and stamp, in the order of the table. Raises WrongValue, naming the key."""
    if twice := given_twice(values):
        raise WrongValue(_("gives `{key}` twice; leave one of them").format(key=twice))
    get = canonical(values).get
    found = {}
    for key, read, limit in _READERS:
        try:
            found[key] = read(get(key), limit)
        except WrongValue as error:
            raise WrongValue(_("`{key}` {problem}").format(key=key, problem=error)) from error
    return found

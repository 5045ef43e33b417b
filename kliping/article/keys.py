"""The keys that people write, in sidecars and in front matter, in English or Indonesian: which field each names."""

import re
from collections.abc import Mapping
from typing import Any

from kliping.article import kinds
from kliping.article.fields import FIELDS
from kliping.article.kinds import Field
from kliping.locale import language

KEYS: dict[str, Field] = {  # what a sidecar may say, by key
    **{one.name: one for one in FIELDS if one.sidecar},
    "body": Field("Body: the whole text", kinds.PARAGRAPHS, told="isi naskah"),
    "publish": Field("Publish: whether the article is published", kinds.TRUTH, told="terbitkan terbit"),
    "reason": Field("Reason: why it is not", kinds.TEXT, told="alasan"),
}
WORDS = [word for name, one in KEYS.items() for word in (name, *one.told.split())]  # all that a sidecar may say
_NAMES = frozenset(one.name for one in FIELDS)
_FIELD_OF = {one.name: one.name for one in FIELDS}
_FIELD_OF |= {word: name for name, one in KEYS.items() for word in (name, *one.told.split())}


def shown(name: str) -> str:
    """The key of a field in the language of messages."""
    told = KEYS[name].told.split() if name in KEYS else []
    return told[0] if told and language() == "id" else name


def key_of(key: str) -> str | None:
    """The field that a key names, in English or Indonesian, in any case: `Kantor Berita` is `agency`."""
    return _FIELD_OF.get(folded(key))


def folded(name: str) -> str:
    """A key or a name in the form in which two ways to write it are one: small letters, `_` for blanks and hyphens."""
    return re.sub(r"[\s_-]+", "_", name.strip().casefold())


def canonical(values: Mapping[str, Any]) -> dict[str, Any]:
    """Front matter by the names of the fields; a key that is none stays. Of two for one field the first counts that
    has a value.
    """
    if values.keys() <= _NAMES:
        return dict(values)
    found: dict[str, Any] = {}
    for key, value in values.items():
        name = key_of(key) or key
        if found.get(name) is None:
            found[name] = value
    return found


def given_twice(values: Mapping[str, Any]) -> str | None:
    """A field to which two keys give a value each, such as `penulis` and `wartawan`; None where there is none."""
    if values.keys() <= _NAMES:
        return None
    names = [name for key, value in values.items() if value is not None and (name := key_of(key))]
    return next((name for name in names if names.count(name) > 1), None)

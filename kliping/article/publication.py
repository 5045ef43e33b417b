"""Whether the front matter of an article has it published. Both halves of the program ask here."""

import datetime
import difflib
from collections.abc import Mapping
from typing import Any

from kliping.article.fields import FIELDS
from kliping.article.keys import key_of
from kliping.article.kinds import TRUTH, WrongValue
from kliping.locale import _
from kliping.system.config_file import brief

_DRAFTS = frozenset("draft draf konsep hidden skip ditarik".split())
_FINISHED = frozenset("published publish terbit tayang final".split())
_PLAIN = frozenset(field.name for field in FIELDS)
_OTHERS = ("published", "publisher")  # other people's keys
_DRAFT = ("draft", "draf")


def withdrawal(values: Mapping[str, Any]) -> str | None:
    """What in front matter takes the article down (`publish: false`, `status: draft`), or None where nothing does.

    Raises WrongValue where something may do so and cannot be read.
    """
    unreadable: WrongValue | None = None
    for key, value in values.items():
        if key in _PLAIN:
            continue
        try:
            if not _is_published(key, value):
                reason = next((v for k, v in values.items() if key_of(k) == "reason" and isinstance(v, str)), None)
                return reason or f"{key}: {str(value).lower()}"
        except WrongValue as error:
            unreadable = WrongValue(f"`{key}` {error}")
    if unreadable:
        raise unreadable
    return None


def _is_published(key: str, value: Any) -> bool:
    """Whether one key of front matter lets the article be published. Raises WrongValue where it cannot be read."""
    name = key.strip().casefold()
    if name == "status":
        word = str(value).strip().casefold() if isinstance(value, str) else ""
        if word in _DRAFTS or word in _FINISHED:
            return word in _FINISHED
        raise WrongValue(_("must be draft or published, not {value}").format(value=brief(value)))
    if name in _DRAFT:
        return not is_yes(value)
    if name == "published" and isinstance(value, (str, datetime.date)):
        return value not in ("false", "no")  # mostly the day it was
    if name == "published" or key_of(key) == "publish":
        return is_yes(value)
    if _resembles(key):
        raise WrongValue(_("is no key; did you mean `publish`?"))
    return True


def is_yes(value: Any) -> bool:
    """The value of `publish`. Raises WrongValue where it is neither yes nor no, an empty one too."""
    if value is None:
        raise WrongValue(_("must be yes or no (ya, tidak), and is empty"))
    return bool(TRUTH.read(value, None))


def is_meant(key: str) -> bool:
    """Whether a key says, or may be meant to say, whether the article is published."""
    return key_of(key) == "publish" or key.strip().casefold() in ("status", "published", *_DRAFT) or _resembles(key)


def _resembles(key: str) -> bool:
    """Whether an unknown key may be a mistyped `publish` or `terbitkan`."""
    word = key.strip().casefold()
    return word not in _OTHERS and bool(difflib.get_close_matches(word, ("publish", "terbitkan"), n=1, cutoff=0.85))

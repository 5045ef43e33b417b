"""Whether the front matter of an article, or a sidecar, has it published. Both halves of the program ask here."""

import datetime
import difflib
import re
from collections.abc import Mapping
from typing import Any

from kliping.article.fields import FIELDS
from kliping.article.keys import folded, key_of
from kliping.article.kinds import DATE, TRUTH, WrongValue
from kliping.locale import _
from kliping.system.config_file import brief

_STEMS = "publi terbit tayang tampil status draf tarik turun hidden sembunyi unlist privat visib cabut hapus takedown"
MENTIONED = re.compile(  # a word of a takedown, in a file that cannot be read, or in a key that is none
    "|".join([*_STEMS.split(), "withdraw"]).encode(), re.IGNORECASE
)
_DRAFTS = frozenset("draft draf konsep hidden skip ditarik ditahan private".split())
_FINISHED = frozenset("published publish terbit tayang final".split())
_SHOWN = frozenset(  # keys whose yes publishes
    "publish published public visible terbit terbitkan diterbitkan tayang tayangkan ditayangkan tampil tampilkan"
    " ditampilkan publikasi publikasikan dipublikasikan do_publish".split()
)
_DATED = frozenset("published terbit diterbitkan tayang ditayangkan dipublikasikan publikasi".split())
_HIDDEN = frozenset(  # keys whose yes takes the article down
    "draft draf unpublished unlisted hidden private privat tarik ditarik turunkan diturunkan sembunyikan cabut dicabut"
    " hapus dihapus takedown withdrawn withdraw".split()
)
_OTHERS = frozenset("publisher penerbit tanggal_terbit published_at publish_date".split())  # other people's keys
_PLAIN = frozenset(field.name for field in FIELDS)


def withdrawal(values: Mapping[str, Any], is_sidecar: bool = False) -> str | None:
    """What takes the article down (`publish: false`, `status: draft`), or None where nothing does.

    In front matter stand other people's keys (`publication`); in a sidecar each that is none is a mistake.

    Raises WrongValue where something may do so and cannot be read.
    """
    unreadable: WrongValue | None = None
    for key, value in values.items():
        if key in _PLAIN:
            continue
        try:
            if not _is_published(key, value, is_sidecar):
                reason = next((v for k, v in values.items() if key_of(k) == "reason" and isinstance(v, str)), None)
                return reason or f"{key}: {str(value).lower()}"
        except WrongValue as error:
            unreadable = WrongValue(_("`{key}` {problem}").format(key=key, problem=error))
    if unreadable:
        raise unreadable
    return None


def _is_published(key: str, value: Any, is_sidecar: bool) -> bool:
    """Whether one key lets the article be published. Raises WrongValue where it cannot be read."""
    name = folded(key)
    if name == "status":
        word = str(value).strip().casefold() if isinstance(value, str) else ""
        if word in _DRAFTS or word in _FINISHED:
            return word in _FINISHED
        raise WrongValue(_("must be draft or published, not {value}").format(value=brief(value)))
    if name in _HIDDEN:
        return not _is_yes(value)
    if name in _SHOWN:
        return (name in _DATED and _is_day(value)) or _is_yes(value)
    if _resembles(name) or (is_sidecar and _mentions(name)):
        raise WrongValue(_("may be meant to publish or withdraw; write `publish: yes` or `publish: no`"))
    return True


def _is_yes(value: Any) -> bool:
    """Raises WrongValue where a value is neither yes nor no, an empty one too."""
    if value is None:
        raise WrongValue(_("must be yes or no (ya, tidak), and is empty"))
    return bool(TRUTH.read(value, None))


def _is_day(value: Any) -> bool:
    """Whether a value is the day of publication, be it one to come."""
    if isinstance(value, datetime.date):
        return True
    try:
        return isinstance(value, str) and DATE.read(value, None) is not None
    except WrongValue:
        return False


def is_meant(key: str) -> bool:
    """Whether a key of a sidecar says, or may be meant to say, whether the article is published."""
    name = folded(key)
    known = name == "status" or name in _SHOWN or name in _HIDDEN
    return known or _resembles(name) or _mentions(name)


def _mentions(name: str) -> bool:
    """Whether a word of a takedown stands in an unknown key: `jangan_terbitkan`."""
    return name not in _OTHERS and bool(MENTIONED.search(name.encode()))


def _resembles(name: str) -> bool:
    """Whether an unknown key may be a mistyped `publish` or `terbitkan`."""
    return name not in _OTHERS and bool(difflib.get_close_matches(name, ("publish", "terbitkan"), n=1, cutoff=0.85))

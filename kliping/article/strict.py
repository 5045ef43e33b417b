"""Front matter in the one form that we write, read without a YAML parser. Pure."""

import datetime
import json
import re
from functools import cache
from typing import Any, NoReturn

import msgspec

# Line ends other than \n, escapes, and characters that YAML folds or refuses: left to the YAML parser.
_NOT_PLAIN = re.compile("[\r\t\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
_KEY = re.compile(r"[a-z_]{1,100}")  # YAML knows none of more than 1,024 characters
_ENTRY = re.compile(r'([a-z_]{1,100}|"[^"\\]{1,100}"):(?: |$)(.*)')  # nested key and its value
_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_LONG, _FEW = 19, 10  # digits of a number, and brackets, that YAML is asked about
_NOT_TEXT = frozenset("y n yes no on off true false null".split())  # keys that YAML takes for something else


def strict(head: str) -> dict[str, Any] | None:
    """Front matter in the form we write, read without a YAML parser (ten times as fast).

    Gives what YAML gives, or None for any text in which the two could differ.
    """
    if not is_plain(head):
        return None
    found: dict[str, Any] = {}
    waiting = ""  # a key whose lines are to follow
    try:
        for line in head.removesuffix("\n").split("\n"):
            if line[:2] == "  ":
                if not waiting or not _add(found, waiting, line[2:]):
                    return None
                continue
            key, colon, value = line.partition(":")
            if not _is_key(key) or not colon or value[:1] not in ("", " ") or key in found:
                return None
            value = value[1:]
            found[key] = _decode(value) if value[:1] == '"' else _value(value) if value else None
            waiting = "" if value else key
    except (ValueError, msgspec.DecodeError):
        return None
    return found


@cache
def _is_key(key: str) -> bool:
    """Whether a bare key is a text to YAML too."""
    return bool(_KEY.fullmatch(key)) and key not in _NOT_TEXT


def is_plain(head: str) -> bool:
    """Whether YAML reads JSON values as what they are, whichever they may be."""
    return not (_NOT_PLAIN.search(head) or "\\u" in head or "\\/" in head)


def _add(found: dict[str, Any], name: str, line: str) -> bool:
    """Put one nested line where it belongs; False where a list and a mapping are mixed, or it is no such line."""
    item = line[:2] == "- "
    if found[name] is None:
        found[name] = [] if item else {}
    if isinstance(found[name], list) != item:
        return False
    if item:
        found[name].append(_value(line[2:]))
        return True
    entry = _ENTRY.fullmatch(line)
    key = entry[1].strip('"') if entry else ""
    if not entry or key in found[name] or not (entry[1][0] == '"' or _is_key(key)):
        return False
    found[name][key] = _value(entry[2])
    return True


def _value(text: str) -> Any:
    if text[:1] == '"' or text == "null":
        return _decode(text)
    if _DATE.fullmatch(text):
        return datetime.date.fromisoformat(text)
    if text[:1] in ("[", "{"):
        return _JSON.decode(text) if text.count("[") + text.count("{") < _FEW else _left(text)
    value = _decode(text)
    return value if type(value) is not float and len(text) < _LONG else _left(text)


def _left(text: str) -> NoReturn:
    raise ValueError(text)  # YAML reads 1e3 as a text, and says what is too deep or too long


def _whole(text: str) -> int:
    return int(text) if len(text) < _LONG else _left(text)


_JSON = json.JSONDecoder(parse_int=_whole, parse_float=_left, parse_constant=_left)
_decode = msgspec.json.Decoder().decode

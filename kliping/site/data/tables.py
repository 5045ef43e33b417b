"""The published data as CSV and as JSON. Pure.

CSV is that of RFC 4180, in UTF-8 with a byte order mark, by which Excel knows the letters. A text that a
spreadsheet would run as a formula begins with an apostrophe (OWASP, "CSV Injection").
"""

import datetime
import re
from collections.abc import Callable, Iterable
from typing import Any

import msgspec

from kliping.site.data.columns import COLUMNS, SEPARATOR

MARK = "\ufeff"
_SIGNS = "=+-@＝＋－＠"  # the wide ones are the narrow ones to a spreadsheet in an East Asian language
# Where a cell may begin: with the text, behind a semicolon, which parts cells where Windows is set to Indonesian,
# and behind the end of a line. Blanks and invisible signs may stand before the sign.
_FORMULA = re.compile(rf"(?:^|(?<=[;\r\n]))(?=[\s\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]*[{_SIGNS}]|[\t\r\n])")
_BEGIN = frozenset(_SIGNS + " ")
_QUOTE, _KEPT = '"', 40


def as_json(records: Iterable[msgspec.Struct]) -> bytes:
    """An array of objects, one a line. What is not known is null."""
    lines = msgspec.json.Encoder().encode_lines(records)
    return b"[\n" + lines[:-1].replace(b"\n", b",\n") + b"\n]\n" if lines else b"[]\n"


def as_csv(records: Iterable[msgspec.Struct]) -> bytes:
    """A header, then one line for each. What is not known is empty."""
    cells = _Cells()
    truths = [place for place, column in enumerate(COLUMNS) if column.type == "boolean"]
    lines = [MARK + ",".join([column.name for column in COLUMNS])]
    for values in map(msgspec.structs.astuple, records):
        line = [cells[value] for value in values]
        for place in truths:  # to a dictionary 1 is True
            line[place] = _TRUTHS[values[place]]
        lines.append(",".join(line))
    lines.append("")
    return "\r\n".join(lines).encode()


class _Cells(dict[Any, str]):
    """Value -> cell. Names, days and numbers stand in many lines and are kept; sentences stand in one."""

    def __missing__(self, value: Any) -> str:
        found = _WAYS[type(value)](value)
        if len(found) < _KEPT and not isinstance(value, bool):
            self[value] = found
        return found


def _quoted(text: str) -> str:
    if text[:1] in _BEGIN or ";" in text or not text.isprintable():  # few are so
        text = _FORMULA.sub("'", text)
    if _QUOTE in text or "," in text or "\n" in text or "\r" in text:
        return f'"{text.replace(_QUOTE, _QUOTE * 2)}"'
    return text


_TRUTHS = {None: "", False: "false", True: "true"}
_WAYS: dict[type, Callable[[Any], str]] = {
    type(None): lambda _: "",
    bool: _TRUTHS.__getitem__,
    int: str,
    str: _quoted,
    tuple: lambda texts: _quoted(SEPARATOR.join(texts)),
    datetime.date: datetime.date.isoformat,
}

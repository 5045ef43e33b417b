"""Style sheets: they may fetch nothing from elsewhere, and run nothing."""

import re
from collections.abc import Callable, Iterator

from kliping.locale import _

_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_ESCAPE = re.compile(r"\\(?:([0-9a-fA-F]{1,6})[ \t\n\r\f]?|(.))", re.DOTALL)
_RULES: tuple[tuple[re.Pattern[str], Callable[[], str]], ...] = (
    (re.compile(r"@import", re.IGNORECASE), lambda: _("it imports another sheet")),
    (re.compile(r"//"), lambda: _("it names another host")),
    (re.compile(r"expression\s*\(|behaviou?r\s*:|-moz-binding", re.IGNORECASE), lambda: _("active content in a style")),
    (
        re.compile(r"(?:javascript|vbscript|data|blob|file)\s*:", re.IGNORECASE),
        lambda: _("it loads what is no file of the site"),
    ),
)


def sheet(text: str) -> Iterator[str]:
    """What is wrong with a style sheet, its comments left out and its escapes read as browsers read them."""
    code = _ESCAPE.sub(_sign, _COMMENT.sub(" ", text))
    yield from (why() for rule, why in _RULES if rule.search(code))


def of(data: bytes) -> Iterator[str]:
    """What is wrong with a file of style."""
    try:
        text = data.decode()
    except UnicodeDecodeError:
        yield _("is not UTF-8")
        return
    yield from sheet(text)


def _sign(match: re.Match[str]) -> str:
    number = int(match[1], 16) if match[1] else 0
    return match[2] or (chr(number) if number < 0x110000 else "\ufffd")

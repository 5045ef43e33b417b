"""Text as feeds must write it: one reader of feeds takes a title for plain text, another for HTML.

So text without markup signs is written as it is, and what HTML would read otherwise is escaped as HTML: then it is
nothing but text to every reader. `&` and `<` are written as hexadecimal references, as the RSS Profile asks.
"""

import html as _html
import re

from kliping.text.unicode import fold, plain

_SIGN = re.compile('[&<>"]')


def tidy(text: str) -> str:
    """Text on one line, without what XML cannot hold, invisible signs and the mark of a lost character."""
    if text.isprintable() and "\ufffd" not in text:  # nearly always
        return text.strip()
    return fold(plain(text.replace("\ufffd", "")))


def is_plain(text: str) -> bool:
    """Whether text means the same when it is read as HTML."""
    return "<" not in text and ("&" not in text or _html.unescape(text) == text)


def xml(text: str) -> str:
    """For an element or an attribute in double quotes: exactly this text."""
    if not _SIGN.search(text):
        return text
    return text.replace("&", "&#x26;").replace("<", "&#x3C;").replace(">", "&#x3E;").replace('"', "&#x22;")


def html(text: str) -> str:
    """For an element that holds HTML: this text."""
    return xml(_html.escape(text, quote=False))


def either(text: str) -> str:
    """For an element that some read as plain text and some as HTML."""
    if not _SIGN.search(text):
        return text
    return xml(text) if is_plain(text) else html(text)


def prolog(path: str) -> str:
    """How a feed beside the page at this path begins: with the sheets by which browsers show it to people.

    Browsers are giving up XSLT; one that has no more of it goes on to the plain sheet.
    """
    sheet = f"{'../' * path.count('/')}theme/feed"
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        f'<?xml-stylesheet type="text/xsl" href="{sheet}.xsl"?>\n'
        f'<?xml-stylesheet type="text/css" href="{sheet}.css"?>\n'
    )

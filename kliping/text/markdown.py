"""Plain paragraphs as Markdown and back: a backslash stands only where a sign would act.

Signs act by CommonMark (https://spec.commonmark.org/0.31.2/) or by what GitHub adds to it, for these files are read
there too: strikethrough, tables, footnotes, mathematics, and addresses that become links by themselves. Such a link
shows its own text, so an address stays as it is; one that needs a backslash is kept from becoming a link.
"""

import re

# Emphasis, code, links and images, raw HTML, entities and the backslash itself act anywhere; marks of lists, headings,
# quotes, rules and tables at a line's start.
_ANYWHERE = re.compile(r"([\\`*\[\]<~])|(?<![^\W_])(_)|(_)(?![^\W_])|(&)(?=#?\w+;)|(!)(?=\[)")
_SIGN = re.compile(r"[\\`*\[\]<~_&!]")  # without one of these nothing is escaped inside a line
_AT_START = re.compile(r"^(#{1,6}(?=\s|$)|[-+](?=\s|$)|>|[-=_+]{2,}\s*$|:?-+(?=[|\s:])|=+\s*$|\|(?=[\s|:]*-[\s|:-]*$))")
_NUMBER = re.compile(r"^(\d{1,9})([.)])(?=\s|$)")
_FORMULA_END = re.compile(r"(?<=\S)\$(?!\d)|\$(?=\$)|(?<=\$)\$")  # so `US$5 ... US$6` is none
_ADDRESS = re.compile(r"(?:(?<=http|ttps)|(?<=ftp))(?=://)|(?<=www)(?=\.)", re.IGNORECASE)
_ESCAPED = re.compile(r"\\([\\`*\[\]<~_&!#>+\-.)=:|$])")
_SIGNS = re.compile(r"\\([\\`*_\[\]<~&!#>+\-.)=:|$])|[*_`\[\]]")


def escape(paragraph: str) -> str:
    """Markdown that shows exactly this paragraph."""
    formulas = paragraph.count("$") > 1
    return "\n".join(_escape_line(line.strip(), formulas) for line in paragraph.split("\n"))


def unescape(body: str) -> str:
    """Markdown without the backslashes that `escape` puts in."""
    return _ESCAPED.sub(r"\1", body)


def strip_markup(text: str) -> str:
    """Anybody's Markdown without the signs of emphasis, code, links and quotes, fit for a headline."""
    return _SIGNS.sub(r"\1", text.lstrip("#> "))


def _escape_line(text: str, formulas: bool) -> str:
    if _SIGN.search(text):
        text = _ANYWHERE.sub(lambda m: "\\" + m.group(), text)
    if formulas:
        text = _FORMULA_END.sub(r"\\$", text)
    if "\\" in text and ("://" in text or "www." in text.casefold()):
        text = re.sub(r"\S*\\\S*", lambda m: _ADDRESS.sub(r"\\", m.group()), text)
    if text[:1].isalpha():
        return text
    return _AT_START.sub(r"\\\1", _NUMBER.sub(r"\1\\\2", text))

"""Article <-> Markdown text with YAML front matter: the contract between the two halves.

Every value is written as JSON, which is YAML too: quotes, colons, tags and look-alikes (`no`, `1e3`)
cannot be misread, and a diff shows one field a line. Dates stand bare, as YAML dates.
"""

import datetime
import hashlib
import json
import re
from collections.abc import Callable, Mapping
from functools import cache
from operator import attrgetter
from typing import Any

import yaml

from kliping.article.fields import FIELDS, Article
from kliping.article.keys import key_of
from kliping.article.kinds import Field
from kliping.article.strict import is_plain, strict
from kliping.locale import _
from kliping.system.yaml import UnsupportedYaml, parse_yaml
from kliping.text.markdown import escape

_SPLIT = re.compile(r"\A---[ \t]*\r?\n(.*?)^---[ \t]*\r?$\n?(.*)\Z", re.DOTALL | re.MULTILINE)


class Unreadable(Exception):
    """A Markdown file that is no article; the message says what is wrong and what to do."""


class NoFrontMatter(Unreadable):
    """A Markdown file that is not even meant as an article: a README, a note."""


def to_markdown(article: Article) -> str:
    """The text of an article's Markdown file. Read back by the safe loader it gives the same values."""
    values = to_values(article)
    head, body = _head(values), "\n\n".join(escape(paragraph) for paragraph in article.body)
    unstamped = f"---\n{head}---\n\n{body}\n".encode()
    return f"---\n{head}{_entry('stamp', f'{stamp(values, body)}-{_exact(unstamped)}')}---\n\n{body}\n"


def size(article: Article) -> int:
    """Bytes of an article's Markdown file, its backslashes left out. Raises AssertionError as `to_markdown` does."""
    return len(_head(to_values(article)).encode()) + sum([len(paragraph.encode()) + 2 for paragraph in article.body])


def _head(values: Mapping[str, Any]) -> str:
    """Lines of front matter. Raises AssertionError where they do not read back as the same values."""
    head = "".join([_entry(key, value) for key, value in values.items()])
    if not is_plain(head) and _read_head(head) != values:
        raise AssertionError(f"front matter of {values['title']} does not read back as written")
    return head


def _getter(field: Field) -> Callable[[Article], Any]:
    """What takes the value of a field out of an article, as it is written."""
    get, write = attrgetter(f"{field.name}.value" if field.is_fact else field.name), field.kind.write
    return get if write is None else lambda article: write(get(article))


KEYS = tuple(field.name for field in FIELDS)  # in their order; the last is the stamp, made over the others
_GETTERS = [(field.name, _getter(field)) for field in FIELDS[:-1]]


def to_values(article: Article) -> dict[str, Any]:
    """The front matter of an article as plain values, all keys but the stamp."""
    return {key: get(article) for key, get in _GETTERS}


def stamp(values: Mapping[str, Any], body: str) -> str:
    """A short hash over facts and body lines, whatever the spacing: the stamp's first half."""
    facts = {key: value for key, value in values.items() if key != "stamp"}
    lines = [" ".join(line.split()) for line in body.splitlines() if line.strip()]
    return hashlib.sha256(_encode_sorted([facts, lines]).encode()).hexdigest()[:16]


def split(text: str) -> tuple[str, str]:
    """Front matter and body of a Markdown text. Raises Unreadable where there is no front matter."""
    if text.startswith("---\n") and (end := text.find("\n---\n")) > 0 and "\r" not in text:  # as we write it
        return text[4 : end + 1], text[end + 5 :].strip("\n")
    found = _SPLIT.match(text.removeprefix("\ufeff"))
    if not found:
        first, colon, _value = text.lstrip("\ufeff \r\n").partition("\n")[0].partition(":")
        kind = Unreadable if first.strip() == "---" or (colon and key_of(first)) else NoFrontMatter
        raise kind(_("has no front matter; begin the file with `---`, `key: value` lines and `---`"))
    return found[1], found[2].strip("\r\n")


def read(data: bytes) -> tuple[dict[str, Any], str]:
    """Values and body of a Markdown file. Raises Unreadable, naming what is wrong."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Unreadable(_("is not UTF-8; save it as UTF-8 text")) from error
    head, body = split(text)
    try:
        values = _read_head(head)
    except (yaml.YAMLError, ValueError) as error:
        raise Unreadable(_fault(error)) from error
    if not isinstance(values, dict):
        raise Unreadable(_("has front matter without `key: value` lines"))
    return values, body


def _fault(error: Exception) -> str:
    """What is wrong with front matter that could not be read, and where."""
    mark = getattr(error, "problem_mark", None)
    line, problem = mark.line + 2 if mark else 0, str(error)
    if isinstance(error, UnsupportedYaml):
        told = _("has front matter that in line {line} {problem}") if mark else _("has front matter that {problem}")
    elif mark:
        told = _("has front matter that is not YAML in line {line}; put odd values in quotes")
    else:
        told = _("has front matter that is not YAML; put odd values in quotes")
    return told.format(line=line, problem=problem)


def _read_head(head: str) -> Any:
    return _named(parse_yaml(head)) if (values := strict(head)) is None else values


def _named(value: Any) -> Any:
    """A value with texts as keys throughout, as JSON has them."""
    if isinstance(value, dict):
        return {str(key): _named(inner) for key, inner in value.items()}
    return [_named(inner) for inner in value] if isinstance(value, list) else value


def is_unedited(values: Mapping[str, Any], body: str, data: bytes = b"") -> bool:
    """Whether facts and body are as `clean` wrote them, whatever the spacing and the style of the YAML.

    `data`, the whole file, tells it much faster where not a byte has changed: that is the stamp's second half.
    """
    facts, _, whole = str(values.get("stamp")).partition("-")
    before, _, after = data.partition(b"\nstamp: ")
    if whole and after and whole == _exact(before + b"\n" + after.partition(b"\n")[2]):
        return True
    return facts == stamp(values, body)


def _exact(data: bytes) -> str:
    """A short hash over a file without its stamp."""
    return hashlib.sha256(data).hexdigest()[:16]


def _entry(key: str, value: Any) -> str:
    if isinstance(value, dict) and value:
        return f"{key}:\n" + "".join(f"  {_key(k)}: {as_yaml(v)}\n" for k, v in value.items())
    if isinstance(value, list) and len(value) > 1:
        return f"{key}:\n" + "".join(f"  - {as_yaml(v)}\n" for v in value)
    return f"{key}: {as_yaml(value)}\n"


_encode = json.JSONEncoder(ensure_ascii=False, default=str).encode
_encode_sorted = json.JSONEncoder(ensure_ascii=False, sort_keys=True, default=str).encode


@cache
def _key(key: str) -> str:
    """A key bare where YAML reads it as the same text, else quoted."""
    return key if re.fullmatch(r"[a-z_]+", key) and parse_yaml(key) == key else as_yaml(key)


def as_yaml(value: Any) -> str:
    """A value of front matter on one line of YAML."""
    if value is None:
        return "null"
    if isinstance(value, str):
        return _encode(value)
    if isinstance(value, datetime.date):
        return value.isoformat()
    return str(value) if value in ([], {}) or type(value) is int else _encode(value)

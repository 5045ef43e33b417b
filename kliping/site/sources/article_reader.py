"""One Markdown file of an article -> its ArticleRow, checked value by value."""

from collections.abc import Mapping
from typing import Any

import msgspec

from kliping.article import frontmatter
from kliping.article.fields import FIELDS, ID
from kliping.article.kinds import WrongValue
from kliping.site.locale import id as wording
from kliping.site.model.article_row import ArticleRow
from kliping.site.sources import markdown_files
from kliping.system.config_file import brief
from kliping.system.hashing import content_hash
from kliping.text.markdown import strip_markup
from kliping.text.unicode import fold, plain

_READERS = [(field.name, field.kind.read, field.limit) for field in FIELDS if field.name not in ("id", "stamp")]
_SUMMARY_MOST = 280  # characters of a lead that stands for a summary
_UNTITLED_WORDS = 9
_UNTITLED_MOST = 120  # characters, for words without end


class Invalid(Exception):
    """An article that cannot be shown; the message says what is wrong and what to do."""


def read_row(name: str, data: bytes) -> ArticleRow:
    """The row of one Markdown file. Raises Invalid or frontmatter.Unreadable, naming the key."""
    values, body = frontmatter.read(data)
    if not body.strip():
        raise Invalid("has no text below its front matter; write the article there")
    markdown_files.refuse_endless(body)
    markdown_files.refuse_links(body, whole=True)
    fields = {"id": _id(values, name), **_checked(values)}
    untitled = fields["title"] is None
    if untitled or not fields["summary"]:
        lead = fold(plain(strip_markup(body.strip().partition("\n\n")[0])))  # the first paragraph
        fields["title"] = fields["title"] or _first_words(lead)
        fields["summary"] = fields["summary"] or lead[:_SUMMARY_MOST]
    fields["lang"] = fields["lang"] or "id"
    fields["untitled"] = untitled
    fields["date_origin"] = wording.inferred(fields["basis"].get("date")) if fields["date"] else None
    return ArticleRow(
        **fields,
        edited="stamp" in values and not frontmatter.is_unedited(values, body, data),
        file=name,
        text=content_hash(body),
        hash=content_hash(data),
        facts=content_hash(msgspec.msgpack.encode([*fields.values()])),
    )


def _id(values: Mapping[str, Any], name: str) -> str:
    """The id given, else the name of the file."""
    value = values.get("id")
    if value is None:
        value = name.rpartition("/")[2].removesuffix(".md")
    if isinstance(value, str) and ID.fullmatch(value):
        return value
    raise Invalid(f"has the id {brief(value)}; use small letters, digits and hyphens")


def _checked(values: Mapping[str, Any]) -> dict[str, Any]:
    """The value of every other field, in the order of the table."""
    get = values.get
    checked = {}
    for key, read, limit in _READERS:
        try:
            checked[key] = read(get(key), limit)
        except WrongValue as error:
            raise Invalid(f"`{key}` {error}") from error
    return checked


def _first_words(lead: str) -> str:
    """The first words of a lead, in place of a headline."""
    words = lead.split() or ["Tanpa", "judul"]
    first = " ".join(words[:_UNTITLED_WORDS])[:_UNTITLED_MOST]
    return first if first == " ".join(words) else f"{first} …"

"""One Markdown file of an article -> its ArticleRow, checked value by value."""

from collections.abc import Mapping
from typing import Any

import msgspec

from kliping.article import file_names, frontmatter, publication
from kliping.article.keys import canonical
from kliping.article.kinds import WrongValue
from kliping.article.values import checked
from kliping.locale import _
from kliping.site.locale import wording
from kliping.site.model.article_row import ArticleRow
from kliping.site.sources import markdown_files
from kliping.system.config_file import brief
from kliping.system.hashing import content_hash
from kliping.text.markdown import strip_markup
from kliping.text.unicode import fold, plain

_SUMMARY_MOST = 280  # characters of a lead that stands for a summary
_UNTITLED_WORDS = 9
_UNTITLED_MOST = 120  # characters, for words without end


class Invalid(Exception):
    """An article that cannot be shown; the message says what is wrong and what to do."""


class Undecided(Invalid):
    """An article whose front matter may take it down, and cannot be read in that."""


class Withdrawn(Exception):
    """An article that its own front matter takes down."""


def read_row(name: str, data: bytes) -> ArticleRow:
    """The row of one Markdown file. Raises Withdrawn, Invalid or frontmatter.Unreadable, naming the key."""
    values, body = frontmatter.read(data)
    try:
        if publication.withdrawal(values):
            raise Withdrawn
    except WrongValue as error:
        raise Undecided(str(error)) from error
    if not body.strip():
        raise Invalid(_("has no text below its front matter; write the article there"))
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
    article_id = file_names.id_of(values, name)
    if article_id is None:
        why = _("has the id {id}; use small letters, digits and hyphens")
        raise Invalid(why.format(id=brief(canonical(values)["id"])))
    return article_id


def _checked(values: Mapping[str, Any]) -> dict[str, Any]:
    """The value of every other field, in the order of the table."""
    try:
        return checked(values)
    except WrongValue as error:
        raise Invalid(str(error)) from error


def _first_words(lead: str) -> str:
    """The first words of a lead, in place of a headline."""
    words = lead.split() or ["Tanpa", "judul"]
    first = " ".join(words[:_UNTITLED_WORDS])[:_UNTITLED_MOST]
    return first if first == " ".join(words) else f"{first} …"

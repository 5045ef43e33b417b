"""The sidecar lines of an article: those that keep a hand edit of it, and those that settle its review notes."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from kliping.article import frontmatter, publication
from kliping.article.fields import Article
from kliping.article.frontmatter import as_yaml
from kliping.article.keys import KEYS, canonical, shown
from kliping.article.kinds import WrongValue
from kliping.elections import names
from kliping.elections.calendars import Calendars
from kliping.locale import _, language
from kliping.locale.doubts import in_indonesian
from kliping.text import markdown


def as_sidecar(edited: str, written: str, calendars: Calendars | None = None) -> str:
    """The sidecar lines of an edited article: every field, and the body, that differs from what clean writes.

    Fields no sidecar takes (`id`, `saved` ...) are named in a comment. Raises Unreadable for what is no article.
    """
    theirs, their_body = frontmatter.read(edited.encode())
    ours, our_body = frontmatter.read(written.encode())
    theirs = {key: _as_written(key, value) for key, value in canonical(theirs).items()}
    if calendars:
        ids = (("election", calendars.elections), ("stage", calendars.types))
        theirs |= {
            key: names.id_of(told, known) or told for key, known in ids if isinstance(told := theirs.get(key), str)
        }
    changed = {k: v for k, v in theirs.items() if k not in ("stamp", "basis", "review") and v != ours.get(k)}
    changed |= {k: None for k in ours if k in KEYS and k not in theirs and ours[k] is not None}
    if "url" in changed:  # an address given by the curator would tell the outlet too
        changed |= {key: theirs.get(key) for key in ("source", "outlet") if theirs.get(key)}
    changed |= _taken_down(changed)
    lines = [f"{shown(key)}: {as_yaml(value)}" for key, value in changed.items() if key in KEYS]
    lines += [_("# not for a sidecar: {key}").format(key=key) for key in changed if key not in KEYS]
    their_body, our_body = markdown.unescape(their_body).strip(), markdown.unescape(our_body).strip()
    if their_body != our_body:
        lines += [f"{shown('body')}: |", *(f"  {line}" if line else "" for line in their_body.split("\n"))]
    if not lines:
        why = _("the saved page and its sidecar say all of this already: clean --restore takes the file back")
        return f"# {why}\n"
    return "".join(f"{line}\n" for line in lines)


def _as_written(key: str, value: Any) -> Any:
    """A value as clean writes it; one that cannot be read stays as it is."""
    field = KEYS.get(key)
    if not field or field.name == "publish":
        return value
    try:
        read = field.kind.read(value, field.limit)
    except WrongValue:
        return value
    return field.kind.write(read) if field.kind.write else read


def _taken_down(changed: dict[str, Any]) -> dict[str, Any]:
    """The key of a sidecar for what an edit says of publishing, in place of what says so."""
    try:
        is_withdrawn = bool(publication.withdrawal(changed))
    except WrongValue:
        is_withdrawn = True
    for key in [key for key in changed if publication.is_meant(key)]:
        del changed[key]
    return {"publish": False} if is_withdrawn else {}


def questions(article: Article, mentioned: Sequence[str]) -> Iterator[str]:
    """What the curator should settle of an article: lines for its sidecar, each with the reason in a comment.

    `mentioned` are domains of outlets that its page names.
    """
    values = frontmatter.to_values(article) if article.review else {}
    is_open = {name for name in ("outlet", "date", "election") if not getattr(article, name)}
    is_open -= {name for name in is_open if getattr(article, name).basis == "curator"}
    for name, fact in article.facts():
        if fact.doubt:
            yield _question(name, as_yaml(values[name]), fact.doubt)
    others = []
    for doubt in article.doubts:
        name, _colon, why = doubt.partition(": ")
        if why and name in values and values[name] is None:  # a value refused on purpose
            yield _question(name, "null", why)
        else:
            others.append(doubt)
    if others:
        yield _question("review", "[]", *others)
    if "outlet" in is_open and not article.source:
        why = _("none was recognised; the page names {outlets}") if mentioned else _("none was recognised")
        yield _question("outlet", "null", why.format(outlets=", ".join(mentioned)))
    if "date" in is_open and not any(doubt.startswith("date:") for doubt in article.doubts):
        yield _question("date", "null", _("none was found"))
    if "election" in is_open:
        yield _question("election", "null", _no_election(article.election.basis or ""))


def _no_election(basis: str) -> str:
    """Why an article has no election, for people, by the basis that says so."""
    named = re.fullmatch(r"names (.+), but of no calendar kept here", basis)
    if named:
        return _("names {name}, but of no calendar kept here").format(name=named[1])
    return _("no word of an election kept here")


def _question(name: str, value: str, *why: str) -> str:
    said = "; ".join(_said(note) for note in why)
    return f"{shown(name)}: {value}  # {' '.join(said.split())}"


def _said(note: str) -> str:
    """A review note, with its field or without, in the language of messages."""
    if language() != "id":
        return note
    field, colon, doubt = note.partition(": ")
    return f"{field}: {in_indonesian(doubt)}" if colon and field in KEYS else in_indonesian(note)

"""What the curator should settle of an article, told as sidecar lines to paste."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from kliping.article import Article
from kliping.edits import as_yaml
from kliping.frontmatter import to_values
from kliping.report import Case

Question = tuple[str, str, str]  # key of a sidecar, its value as YAML, why it is asked


def remembered(article: Article, mentioned: Sequence[str]) -> dict[str, Any]:
    """The review notes and questions of an article, as plain values for the row of its page.

    `mentioned` are domains of outlets that the page names.
    """
    return {"review": list(article.review), "questions": _questions(article, mentioned)}


def _questions(article: Article, mentioned: Sequence[str]) -> list[Question]:
    values = to_values(article) if article.review else {}
    asked: list[Question] = [(name, as_yaml(values[name]), fact.doubt) for name, fact in article.facts() if fact.doubt]
    others = []
    for doubt in article.doubts:
        name, _, why = doubt.partition(": ")
        if why and name in values and values[name] is None:  # a value refused on purpose
            asked.append((name, "null", why))
        else:
            others.append(doubt)
    if others:
        asked.append(("review", "[]", "; ".join(others)))
    if not article.outlet and not article.source and article.outlet.basis != "curator":
        told = f"; the page names {', '.join(mentioned)}" if mentioned else ""
        asked.append(("outlet", "null", f"none was recognised{told}"))
    return asked


def case(row: Mapping[str, Any], sidecar: str, new: bool) -> Case | None:
    """The case of an article by the row of its page; None where nothing is to be settled."""
    lines = tuple(f"{name}: {value}  # {' '.join(why.split())}" for name, value, why in row["questions"])
    return Case(row["path"], sidecar, tuple(row["review"]), lines, new) if lines else None

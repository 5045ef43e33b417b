"""What the curator should settle of an article, told as sidecar lines to paste."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kliping.article.fields import Article

Question = tuple[str, str, str]  # key of a sidecar, its value as YAML, why it is asked


def questions(article: Article, mentioned: Sequence[str]) -> list[Question]:
    """What is asked about an article; `mentioned` are domains of outlets that its page names."""
    from kliping.archive.hand_edits import as_yaml
    from kliping.article.frontmatter import to_values

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


def line(question: Question) -> str:
    """A question as a line of a sidecar."""
    name, value, why = question
    return f"{name}: {value}  # {' '.join(why.split())}"

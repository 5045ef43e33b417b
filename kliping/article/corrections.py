"""What the curator says of one page: facts that override what the page says, and whether it is published."""

from dataclasses import dataclass, field, replace
from typing import Any

from kliping.article.fields import Article, Fact
from kliping.locale import _


@dataclass(slots=True)
class Corrections:
    """The curator's word on one page: facts with basis `curator`, and what is no fact."""

    facts: dict[str, Fact[Any]] = field(default_factory=dict)
    texts: dict[str, Any] = field(default_factory=dict)  # summary, lang, note, body, review
    publish: bool = True
    reason: str | None = None
    withheld: str | None = None  # the sidecar that may take the page down and cannot be read
    fingerprint: str = ""

    @property
    def withdrawal(self) -> str | None:
        """Why the page is not to be published, or None where it is."""
        if self.withheld:
            return _("withheld until {file} can be read").format(file=self.withheld)
        return None if self.publish else self.reason or _("no reason given")

    @property
    def outlet(self) -> str | None:
        """The outlet's domain, or an address that tells it."""
        told = self.facts.get("outlet") or self.facts.get("url")
        return told.value if told else None

    def override(self, article: Article) -> Article:
        """The article with every field the curator gave; his word leaves no doubt."""
        if not (self.facts or self.texts):
            return article
        changes: dict[str, Any] = {**self.facts, **self.texts}
        if "election" in changes and not changes["election"]:
            changes.setdefault("stage", Fact(None, "curator"))
        review = changes.pop("review", None)
        if review is not None:
            cleared = {n: replace(f, doubt=None) for n, f in article.facts() if f.doubt}
            changes = {**cleared, **changes, "doubts": tuple(review)}
        else:
            told = tuple(f"{key}:" for key in ("date", "body") if key in changes)
            changes["doubts"] = tuple(d for d in article.doubts if not d.startswith(told))
        return replace(article, **changes)


NO_CORRECTIONS = Corrections()

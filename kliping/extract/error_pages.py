"""Pages that stand in an article's place: errors, browser checks, login forms, cookie notices, empty shells.

Their lines are met on good pages too, as a form in a menu or a frame that did not load; so a page with a byline or a
dateline is none of them, and but for an error above the headline there must be next to no other text.
"""

from kliping.extract.labels import BODY, Layout
from kliping.locale import _
from kliping.text import lines

_KINDS = ("error", "robot", "login", "cookies", "script")  # of noise; the first one met tells what the page is


def refusal_by_error(layout: Layout) -> str | None:
    """Why a page is no article, where an error stands above whatever headline and text it has; else None."""
    head = min((i for i in (layout.title, layout.start) if i is not None), default=len(layout.blocks))
    above = any(block.noise == "error" for block in layout.blocks[:head])
    return _why("error") if above and not layout.signed else None


def refusal_by_form(layout: Layout) -> str | None:
    """Why a page is no article, where the lines of an error or a form are nearly all there is; else None."""
    noise = {block.noise for block in layout.blocks}
    kind = next((kind for kind in _KINDS if kind in noise), None)
    if not kind or layout.signed:
        return None
    others = sum(len(lines.words(layout.blocks[i].text)) for i in layout.indices(BODY))
    return _why(kind) if others < 20 else None  # words: a sentence with the name of the host


def _why(kind: str) -> str:
    """Why a page of a kind is no article, and what to do."""
    return {
        "error": _("is an error page, not an article; look for the article at another address and save that"),
        "robot": _("is a browser check, not an article; open the page in a browser and save it when the article shows"),
        "login": _("is a login form, not an article; log in and save the page again"),
        "cookies": _("is a cookie notice, not an article; answer it and save the page again"),
        "script": _("is the empty shell of a page that a script fills; save it again when the article shows"),
    }[kind]

"""Pages that stand in an article's place: errors, browser checks, login forms, cookie notices, empty shells.

Their lines are met on good pages too, as a form in a menu or a frame that did not load; so a page with a byline or a
dateline is none of them, and but for an error above the headline there must be next to no other text.
"""

from __future__ import annotations

from kliping.extract.labels import BODY, Layout
from kliping.text import lines

_FORMS = {  # the first kind met tells what the page is
    "error": "is an error page, not an article; look for the article at another address and save that",
    "robot": "is a browser check, not an article; open the page in a browser and save it when the article shows",
    "login": "is a login form, not an article; log in and save the page again",
    "cookies": "is a cookie notice, not an article; answer it and save the page again",
    "script": "is the empty shell of a page that a script fills; save it again when the article shows",
}
_LITTLE = 20  # words: a sentence with the name of the host


def error(layout: Layout) -> str | None:
    """Why a page is no article, where an error stands above whatever headline and text it has."""
    head = min((i for i in (layout.title, layout.start) if i is not None), default=len(layout.marked))
    above = any(mark.noise == "error" for mark in layout.marked[:head])
    return _FORMS["error"] if above and not layout.signed else None


def form(layout: Layout) -> str | None:
    """Why a page is no article, where such lines are nearly all there is."""
    kinds = {mark.noise for mark in layout.marked}
    kind = next((kind for kind in _FORMS if kind in kinds), None)
    if not kind or layout.signed:
        return None
    others = sum(len(lines.words(layout.marked[i].text)) for i in layout.having(BODY))
    return _FORMS[kind] if others < _LITTLE else None

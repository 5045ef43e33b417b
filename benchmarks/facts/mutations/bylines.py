"""A byline of another layout with the same facts; persons and views are made up where the page names none."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from random import Random

from benchmarks.facts.draft import Draft, Family, Mutation
from benchmarks.facts.gold import BYLINE, DATELINE
from benchmarks.facts.mutations import days, layouts
from benchmarks.facts.mutations.layouts import BARS, LAYOUTS, Credits, Layout, Printed
from benchmarks.facts.words import person

_PLAIN = (layouts.own_lines, layouts.one_line)  # which every reader knows
_EDITORS_BRACKETS = ("okezone.com",)  # where a name in brackets behind the text is the editor


def rewritten(
    layout: Layout | None = None,
    form: days.Form = days.plain,
    token: days.Form | None = None,
    dated: bool = False,
    seen: str = "",
    clock: Callable[[Random], str] = days.clock,
) -> Callable[[Draft, Random], bool]:
    """The byline in this layout, its day in this form with a token behind it; `dated`: only where there is a day.

    `seen` is how views are printed, on a page whose views are not told yet.
    """

    def change(draft: Draft, rng: Random) -> bool:
        credits = _credits(draft, rng)
        if not credits or (dated and not credits.day) or (seen and credits.views):
            return False
        credits.form, credits.clock = form, clock
        credits.token = token(credits.day, rng) if token and credits.day else ""
        chosen = layout or rng.choice(_PLAIN)
        if chosen is layouts.in_brackets and draft.gold.domain in _EDITORS_BRACKETS:
            return False
        if chosen is layouts.above_headline and draft.headline is None:
            return False
        if seen:
            credits.views = None
        elif not credits.views and rng.random() < 0.3:
            credits.views = _count(rng)
            draft.told(views=credits.views)
        draft.drop(draft.indices("M"))
        _print(draft, chosen(credits, rng), rng)
        if seen:
            _show_views(draft, rng, seen)
        return True

    return change


def _credits(draft: Draft, rng: Random) -> Credits | None:
    """What the byline tells; None where a fact of it is not sure, or the page has persons in a list."""
    gold = draft.gold
    if not draft.knows("reporter", "editor", "date", "views"):
        return None
    if any(not name[:1].isupper() or " " not in name or "," in name for name in (*gold.reporter, *gold.editor)):
        return None
    reporter, editor = gold.reporter, gold.editor
    if not reporter and rng.random() < 0.7:
        reporter = (person(rng),)
    if not editor and rng.random() < 0.35:
        editor = (person(rng),)
    day = _day(draft, rng)
    draft.told(reporter=reporter, editor=editor)
    return Credits(" dan ".join(reporter), " dan ".join(editor), day, gold.views)


def _day(draft: Draft, rng: Random) -> datetime.date | None:
    """The day of the publication line: that of the page, or one that fits the day its text tells; it is exact then."""
    gold = draft.gold
    if gold.date is None or gold.date_or_null or gold.date_basis not in (BYLINE, DATELINE, "inferred"):
        return None
    day = gold.date
    if gold.date_basis != BYLINE:
        day += datetime.timedelta(days=rng.choice((0, 0, 0, 1)))
    draft.told(date=day, date_basis=BYLINE)
    return day


def _count(rng: Random) -> int:
    return rng.choice((rng.randrange(3, 300), rng.randrange(300, 999), rng.randrange(1000, 20000)))


def _print(draft: Draft, printed: Printed, rng: Random) -> None:
    if printed.glued:
        last = draft.end - 1
        draft.lines[last] = draft.lines[last]._replace(text=draft.lines[last].text.rstrip() + printed.glued)
    spaced = [text for line in printed.below for text in ("", line)]
    draft.insert(draft.end, spaced, "M")
    headline = draft.headline
    at = draft.start if headline is None or rng.random() < 0.3 else headline + 1
    gap = [""] if rng.random() < 0.7 else []
    draft.insert(at, [*gap, *printed.above, *gap] if printed.above else [], "M")
    if printed.top and draft.headline is not None:
        draft.insert(draft.indices("T")[0], [*printed.top, ""], "M")


def _show_views(draft: Draft, rng: Random, form: str) -> None:
    """Views in this form: on the first line of the byline, or on a line of their own; with a full stop in thousands."""
    views = _count(rng)
    mark = rng.choice((".", ",", "")) if views > 999 else ""
    text = form.format(f"{views:,}".replace(",", mark))
    above = [i for i in draft.indices("M") if i < draft.start]
    if above and rng.random() < 0.5:
        last = draft.lines[above[-1]]
        draft.lines[above[-1]] = last._replace(text=f"{last.text}{rng.choice(BARS)}{text}")
    else:
        draft.insert(above[-1] + 1 if above else draft.start, [text], "M")
    draft.told(views=views)


def _desk(draft: Draft, rng: Random) -> bool:
    """A desk in the place of a reporter, who stays unnamed."""
    gold = draft.gold
    if gold.reporter or gold.editor or not draft.knows("reporter", "editor") or draft.indices("M"):
        return False
    line = rng.choice(
        ("Penulis: Admin", "Oleh: Redaksi", "Reporter : Tim Liputan", "Oleh Admin", "Penulis: Tim Redaksi")
    )
    draft.insert(draft.start, [line, ""], "M")
    return True


_TOKENS: dict[str, days.Form] = {
    "Last Updated": lambda day, rng: f" Last Updated {day:%Y-%m-%d}T{rng.randrange(24):02}:08:57Z",
    "minutes to read": lambda day, rng: " 3 min read",
    "menit baca": lambda day, rng: " · 2 menit baca",
    "hours ago": lambda day, rng: " 6 jam yang lalu",
    "full stop": lambda day, rng: ".",
    "comments": lambda day, rng: " 0 Komentar",
    "share words": lambda day, rng: " Bagikan",
    "time to read": lambda day, rng: " Waktu baca: 4 menit",
}
_VIEWS = {
    "label before": "Dilihat: {}",
    "label behind": "{} Dilihat",
    "kali": "Dibaca {} kali",
    "pembaca": "{} pembaca",
    "English": "Post Views: {}",
    "hits": "Hits: {}",
    "glued to the section": "Politik{} Dilihat",
    "eye": "👁 {} views",
}


def _rounded_views(draft: Draft, rng: Random) -> bool:
    """A figure of views that is rounded, which is as right to give as to leave out."""
    many = rewritten(token=lambda day, rng: " - Dibaca 1.27k kali", dated=True)
    if draft.gold.views is not None or not many(draft, rng):
        return False
    draft.blurred("views")
    return True


FAMILY: Family = (
    *(Mutation(f"byline: {name}", rewritten(layout)) for name, layout in LAYOUTS.items()),
    Mutation("byline: a desk", _desk),
    *(Mutation(f"date: {name}", rewritten(form=form, dated=True)) for name, form in days.FORMS.items()),
    *(
        Mutation(f"date: {name}", rewritten(form=form, dated=True, clock=lambda rng: ""))
        for name, form in days.WITHOUT_CLOCK.items()
    ),
    *(Mutation(f"token: {name}", rewritten(token=token, dated=True)) for name, token in _TOKENS.items()),
    Mutation("token: rounded views", _rounded_views),
    *(Mutation(f"views: {name}", rewritten(seen=form)) for name, form in _VIEWS.items()),
)

"""A byline of another layout with the same facts; persons and views are made up where the page names none."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from benchmarks.facts.draft import Draft, Family, Mutation
from benchmarks.facts.gold import BYLINE, DATELINE
from benchmarks.facts.mutations import days
from benchmarks.facts.words import person

REPORTERS = (
    "Penulis",
    "Reporter",
    "Oleh",
    "Pewarta",
    "Laporan",
    "Wartawan",
    "Kontributor",
    "Jurnalis",
    "Rep",
    "Ditulis oleh",
)
EDITORS = ("Editor", "Redaktur", "Penyunting", "Red")
_PUBLISHED = ("", "", "Diterbitkan ", "Dipublikasikan: ", "Tayang: ", "Terbit ", "Posted on ", "Published: ")
_COLONS = (": ", " : ", ":", " ")
_BARS = (" | ", " - ", " • ", " · ", " – ")
_EDITORS_BRACKETS = ("okezone.com",)  # where a name in brackets behind the text is the editor


@dataclass(slots=True)
class Credits:
    """The facts a byline tells, as text; "" where it does not tell one."""

    reporter: str
    editor: str
    day: datetime.date | None
    views: int | None
    form: days.Form = days.plain
    token: str = ""  # stands behind the day

    def when(self, rng: Random) -> str:
        if not self.day:
            return ""
        return f"{rng.choice(_PUBLISHED)}{self.form(self.day, rng)}{days.clock(rng)}{self.token}"

    def seen(self, rng: Random) -> str:
        return (
            rng.choice(("Dilihat: {}", "Dibaca {} kali", "{} Views", "Views: {}")).format(self.views)
            if self.views
            else ""
        )


@dataclass(slots=True)
class Printed:
    """The lines of a byline by where they go."""

    above: tuple[str, ...] = ()  # above the body, behind the headline if there is one
    top: tuple[str, ...] = ()  # above the headline
    below: tuple[str, ...] = ()  # behind the body
    glued: str = ""  # to the last sentence


Layout = Callable[[Credits, Random], Printed]


def labelled(label: str, name: str, rng: Random) -> str:
    """`Penulis: A B`; "" without a name."""
    return f"{label}{rng.choice(_COLONS)}{name}" if name else ""


def _own_lines(credits: Credits, rng: Random) -> Printed:
    lines = [labelled(rng.choice(REPORTERS), credits.reporter, rng), labelled(rng.choice(EDITORS), credits.editor, rng)]
    lines += [credits.when(rng), credits.seen(rng)]
    if rng.random() < 0.5:
        lines.insert(0, lines.pop(2))
    return Printed(tuple(filter(None, lines)))


def _one_line(credits: Credits, rng: Random) -> Printed:
    bar, people = rng.choice(_BARS), []
    for labels, name in ((REPORTERS, credits.reporter), (EDITORS, credits.editor)):
        people += [f"{rng.choice(labels)}: {name}"] if name else []
    when = credits.when(rng)
    parts = [when, *people] if rng.random() < 0.5 else [*people, when]
    return Printed((bar.join(filter(None, (*parts, credits.seen(rng)))),))


def _label_behind(credits: Credits, rng: Random) -> Printed:
    form = rng.choice(("{} {}", "{} / {}", "{} ({})", "{}, {}", "{} - {}"))
    names = [form.format(credits.reporter, rng.choice(("Reporter", "Penulis", "Jurnalis")))] if credits.reporter else []
    names += [form.format(credits.editor, rng.choice(("Editor", "Redaktur")))] if credits.editor else []
    lines = tuple(filter(None, (credits.when(rng), credits.seen(rng))))
    return Printed((*names, *lines)) if rng.random() < 0.6 else Printed(lines, below=tuple(names))


def _label_above(credits: Credits, rng: Random) -> Printed:
    lines = [rng.choice(("Penulis", "Reporter", "Oleh")), credits.reporter] if credits.reporter else []
    lines += ["Editor", credits.editor] if credits.editor else []
    return Printed((*lines, *filter(None, (credits.when(rng), credits.seen(rng)))))


def _bare_name(credits: Credits, rng: Random) -> Printed:
    """A name without a label, which its day beside it tells for the reporter; the editor is labelled below."""
    below = (labelled("Editor", credits.editor, rng),) if credits.editor else ()
    if not credits.reporter or not credits.day:
        return _own_lines(credits, rng)
    line = rng.choice(("{} - {}", "{} | {}", "{}, {}", "{}\n{}")).format(credits.reporter, credits.when(rng))
    return Printed(tuple(filter(None, (*line.split("\n"), credits.seen(rng)))), below=below)


def _by_on(credits: Credits, rng: Random) -> Printed:
    if not credits.reporter or not credits.day:
        return _own_lines(credits, rng)
    day = credits.form(credits.day, rng)
    form = rng.choice(("Oleh {} pada {}", "By {} on {}", "Ditulis oleh {} pada {}", "By {} | {}", "Oleh: {} ({})"))
    below = (labelled("Editor", credits.editor, rng),) if credits.editor else ()
    return Printed(
        tuple(filter(None, (form.format(credits.reporter, day) + credits.token, credits.seen(rng)))), below=below
    )


def _above_headline(credits: Credits, rng: Random) -> Printed:
    line = "" if not credits.reporter else f"LAPORAN: {credits.reporter.upper()}"
    top = " | ".join(filter(None, (credits.when(rng), line)))
    below = (labelled("Editor", credits.editor, rng),) if credits.editor else ()
    return Printed(tuple(filter(None, (credits.seen(rng),))), top=(top,) if top else (), below=below)


def _at_end(credits: Credits, rng: Random) -> Printed:
    names = (labelled(rng.choice(REPORTERS), credits.reporter, rng), labelled(rng.choice(EDITORS), credits.editor, rng))
    lines = tuple(filter(None, names)) if rng.random() < 0.7 else (" | ".join(filter(None, names)),)
    return Printed(tuple(filter(None, (credits.when(rng), credits.seen(rng)))), below=tuple(filter(None, lines)))


def _in_brackets(credits: Credits, rng: Random) -> Printed:
    """The reporter in brackets, glued to the text or below it."""
    name = (
        rng.choice(("({})", "[{}]", "(*{}*)", "({}).", "*({})", "({} )")).format(credits.reporter)
        if credits.reporter
        else ""
    )
    below = [labelled("Editor", credits.editor, rng)] if credits.editor else []
    above = tuple(filter(None, (credits.when(rng), credits.seen(rng))))
    if rng.random() < 0.6:
        return Printed(above, below=tuple(below), glued=rng.choice((" ", "")) + name)
    return Printed(above, below=(name, *below) if name else tuple(below))


LAYOUTS: dict[str, Layout] = {
    "labels on lines of their own": _own_lines,
    "all on one line": _one_line,
    "label behind the name": _label_behind,
    "label above the name": _label_above,
    "bare name beside its day": _bare_name,
    "by A on day": _by_on,
    "above the headline": _above_headline,
    "credits at the end": _at_end,
    "credits in brackets": _in_brackets,
}
_PLAIN = (_own_lines, _one_line)


def rewritten(
    layout: Layout | None = None, form: days.Form = days.plain, token: str = "", dated: bool = False, seen: str = ""
) -> Callable[[Draft, Random], bool]:
    """The byline in this layout, its day in this form with a token behind it; `dated`: only where there is a day.

    `seen` is how views are printed, on a page whose views are not told yet.
    """

    def change(draft: Draft, rng: Random) -> bool:
        credits = _credits(draft, rng, form, token)
        if not credits or (dated and not credits.day) or (seen and credits.views):
            return False
        chosen = layout or rng.choice(_PLAIN)
        if chosen is _in_brackets and draft.gold.domain in _EDITORS_BRACKETS:
            return False
        if chosen is _above_headline and draft.headline is None:
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


def _credits(draft: Draft, rng: Random, form: days.Form, token: str) -> Credits | None:
    """What the byline tells; None where a fact of it is not sure, or the page has persons in a list."""
    gold = draft.gold
    if not draft.knows("reporter", "editor", "date", "views"):
        return None
    if any(not name[:1].isupper() or " " not in name for name in (*gold.reporter, *gold.editor)):
        return None
    reporter, editor = gold.reporter, gold.editor
    if not reporter and rng.random() < 0.7:
        reporter = (person(rng),)
    if not editor and rng.random() < 0.35:
        editor = (person(rng),)
    day = _day(draft, rng)
    draft.told(reporter=reporter, editor=editor)
    return Credits(" dan ".join(reporter), " dan ".join(editor), day, gold.views, form, token)


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
        draft.lines[above[-1]] = last._replace(text=f"{last.text}{rng.choice(_BARS)}{text}")
    else:
        draft.insert(above[-1] + 1 if above else draft.start, [text], "M")
    draft.told(views=views)


_TOKENS = {
    "Last Updated": " Last Updated 2024-01-18T06:08:57Z",
    "minutes to read": " 3 min read",
    "menit baca": " · 2 menit baca",
    "hours ago": " 6 jam yang lalu",
    "full stop": ".",
    "comments": " 0 Komentar",
    "share words": " Bagikan",
    "reading place": " Waktu baca: 4 menit",
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
_MANY = " - Dibaca 1.27k kali"  # no figure of views


def _rounded_views(draft: Draft, rng: Random) -> bool:
    """A figure of views that is rounded, which is as right to give as to leave out."""
    if draft.gold.views is not None or not rewritten(token=_MANY, dated=True)(draft, rng):
        return False
    draft.blurred("views")
    return True


FAMILY: Family = (
    *(Mutation(f"byline: {name}", rewritten(layout)) for name, layout in LAYOUTS.items()),
    *(Mutation(f"date: {name}", rewritten(form=form, dated=True)) for name, form in days.FORMS.items()),
    *(Mutation(f"token: {name}", rewritten(token=token, dated=True)) for name, token in _TOKENS.items()),
    Mutation("token: rounded views", _rounded_views),
    *(Mutation(f"views: {name}", rewritten(seen=form)) for name, form in _VIEWS.items()),
)

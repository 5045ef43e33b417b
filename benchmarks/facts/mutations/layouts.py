"""The layouts of bylines: who wrote what when, as lines above, behind and glued to a text."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from benchmarks.facts.mutations import days

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
BARS = (" | ", " - ", " • ", " · ", " – ")


@dataclass(slots=True)
class Credits:
    """The facts a byline tells, as text; "" where it does not tell one."""

    reporter: str
    editor: str
    day: datetime.date | None
    views: int | None
    form: days.Form = days.plain
    token: str = ""  # stands behind the day
    clock: Callable[[Random], str] = days.clock

    def when(self, rng: Random) -> str:
        if not self.day:
            return ""
        return f"{rng.choice(_PUBLISHED)}{self.form(self.day, rng)}{self.clock(rng)}{self.token}"

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


def own_lines(credits: Credits, rng: Random) -> Printed:
    lines = [labelled(rng.choice(REPORTERS), credits.reporter, rng), labelled(rng.choice(EDITORS), credits.editor, rng)]
    lines += [credits.when(rng), credits.seen(rng)]
    if rng.random() < 0.5:
        lines.insert(0, lines.pop(2))
    return Printed(tuple(filter(None, lines)))


def one_line(credits: Credits, rng: Random) -> Printed:
    bar, people = rng.choice(BARS), []
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
        return own_lines(credits, rng)
    line = rng.choice(("{} - {}", "{} | {}", "{}, {}", "{}\n{}")).format(credits.reporter, credits.when(rng))
    return Printed(tuple(filter(None, (*line.split("\n"), credits.seen(rng)))), below=below)


def _by_on(credits: Credits, rng: Random) -> Printed:
    if not credits.reporter or not credits.day:
        return own_lines(credits, rng)
    day = credits.form(credits.day, rng)
    form = rng.choice(("Oleh {} pada {}", "By {} on {}", "Ditulis oleh {} pada {}", "By {} | {}", "Oleh: {} ({})"))
    below = (labelled("Editor", credits.editor, rng),) if credits.editor else ()
    return Printed(
        tuple(filter(None, (form.format(credits.reporter, day) + credits.token, credits.seen(rng)))), below=below
    )


def above_headline(credits: Credits, rng: Random) -> Printed:
    line = "" if not credits.reporter else f"LAPORAN: {credits.reporter.upper()}"
    top = " | ".join(filter(None, (credits.when(rng), line)))
    below = (labelled("Editor", credits.editor, rng),) if credits.editor else ()
    return Printed(tuple(filter(None, (credits.seen(rng),))), top=(top,) if top else (), below=below)


def _at_end(credits: Credits, rng: Random) -> Printed:
    names = (labelled(rng.choice(REPORTERS), credits.reporter, rng), labelled(rng.choice(EDITORS), credits.editor, rng))
    lines = tuple(filter(None, names)) if rng.random() < 0.7 else (" | ".join(filter(None, names)),)
    return Printed(tuple(filter(None, (credits.when(rng), credits.seen(rng)))), below=tuple(filter(None, lines)))


def in_brackets(credits: Credits, rng: Random) -> Printed:
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
    "labels on lines of their own": own_lines,
    "all on one line": one_line,
    "label behind the name": _label_behind,
    "label above the name": _label_above,
    "bare name beside its day": _bare_name,
    "by A on day": _by_on,
    "above the headline": above_headline,
    "credits at the end": _at_end,
    "credits in brackets": in_brackets,
}

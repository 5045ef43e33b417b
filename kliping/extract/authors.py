"""Who wrote and who edited: names gathered from the bylines above and below a body."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kliping.article.fields import NOTHING, PEOPLE, Fact, Names
from kliping.extract.byline import Byline, Grammar
from kliping.system.limits import PERSONS

_NEAR = 2  # lines between a bare name and the dated line it belongs to


@dataclass(slots=True)
class People:
    """Names by label, each with the rule that found it."""

    found: dict[str, list[str]] = field(default_factory=dict)
    rules: dict[str, str] = field(default_factory=dict)

    def add(self, label: str, names: Sequence[str], rule: str) -> None:
        known = self.found.setdefault(label, [])
        for name in names:
            if name.casefold() not in (other.casefold() for other in known):
                known.append(name)
        if names:
            self.rules.setdefault(label, rule)

    def fact(self, label: str) -> Fact[Names]:
        names = self.found.get(label) or []
        return Fact(tuple(names), self.rules[label]) if 0 < len(names) <= PERSONS else NOTHING

    def doubts(self) -> Iterator[str]:
        """Of people that are not believed to have written or edited it all together."""
        for label in PEOPLE:
            if (count := len(self.found.get(label, ()))) > PERSONS:
                yield f"{label}: {count} names are printed, more than make one article"


def gather(
    lines: Sequence[tuple[int, str, Byline | None]],
    reader: Grammar,
    body: str,
    start: int,
    names_are: Sequence[str],
) -> People:
    """Read byline lines (number, text, byline) in page order: labelled names, then labels and names on own lines.

    `start` is the number of the first body block. A bare name counts only beside a label, a desk
    ("Tim Redaksi") or a dated line, and only where the body does not speak of that person. `names_are` says
    whom bare names mean at an outlet that prints them in an order of its own.
    """
    people = People()
    waiting: list[tuple[int, str]] = []  # bare names not yet given to anyone
    pending: tuple[int, str] | None = None  # a label, and its line, whose name is to come
    labelled = -2  # the last line that named a reporter under his label
    dated = [i for i, _, line in lines if line and line.days]
    for i, text, line in lines:
        if line is None:
            found = reader.persons(text.strip(" ,.")) or reader.names(text.strip(" ,."))
            more = labelled == i - 1 and i < start  # "Oleh" over two names, above the body
            if found and (more or (pending and i - pending[0] <= _NEAR)):
                label = pending[1] if pending else "reporter"
                people.add(label, found, "byline")
                labelled = i if label == "reporter" else labelled
                pending = None
            else:
                waiting += [(i, name) for name in found]
            continue
        for label, names in line.people.items():
            people.add(label, names, "byline")
        if line.desk and waiting:
            _by_order(waiting, people)
        elif line.labels and waiting and waiting[-1][0] == i - 1 and pending is None:
            people.add(line.labels[0], [waiting.pop()[1]], "byline")
        elif line.labels:
            pending = i, line.labels[-1]
    if not people.found.get("reporter"):
        _bare(people.found.get("bare", []), names_are, people)  # labelled names come before them
    if not people.found.get("reporter"):
        full = [(i, name) for i, name in waiting if " " in name and name not in body]
        near = [name for i, name in full if any(abs(i - day) <= _NEAR for day in dated)]
        together = len({i for i, name in waiting if name in near}) == 1  # "A B | C D" on one line
        if near and (together or len({name.casefold() for name in near}) == 1):
            _bare(near, names_are, people)
        elif len(full) == 1 and full[0][0] == start - 1 and people.found.get("editor"):
            people.add("reporter", [full[0][1]], "byline")  # right above the text, and the editor is named below it
    return people


def _bare(names: Sequence[str], names_are: Sequence[str], people: People) -> None:
    """Names without a label: all wrote, unless the outlet prints as many in an order of its own."""
    names = list(dict.fromkeys(names))
    known = len(names) == len(names_are) and not people.found.get("editor")
    for label, name in zip(names_are if known else ["reporter"] * len(names), names, strict=True):
        people.add(label, [name], "byline")


def _by_order(waiting: list[tuple[int, str]], people: People) -> None:
    """Names above "Tim Redaksi": the last edited, those before it wrote; a single one wrote."""
    names = list(dict.fromkeys(name for _, name in waiting))
    people.add("reporter", names[:-1] or names, "byline")
    people.add("editor", names[1:][-1:], "byline")
    waiting.clear()

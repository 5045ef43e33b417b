"""Who wrote and who edited: names gathered from the bylines above and below a body."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kliping.article.fields import NOTHING, PEOPLE, Fact, Names
from kliping.extract.byline import Grammar
from kliping.extract.labels import Layout
from kliping.system.limits import PERSONS

_NEAR = 2  # blocks between a bare name and the dated line it belongs to


@dataclass(slots=True)
class People:
    """Names by label (reporter, editor, photo ...; `bare` without one), as bylines print them."""

    names: dict[str, list[str]] = field(default_factory=dict)

    def add(self, label: str, names: Sequence[str]) -> None:
        """Put names under a label; one that is there already, in whatever capitals, is left out."""
        present = self.names.setdefault(label, [])
        for name in names:
            if name.casefold() not in (other.casefold() for other in present):
                present.append(name)

    def add_unlabelled(self, names: Sequence[str], names_are: Sequence[str]) -> None:
        """Names without a label: all wrote, unless the outlet prints as many in an order of its own (`names_are`)."""
        names = list(dict.fromkeys(names))
        ordered = len(names) == len(names_are) and not self.names.get("editor")
        for label, name in zip(names_are if ordered else ["reporter"] * len(names), names, strict=True):
            self.add(label, [name])

    def add_by_order(self, names: Sequence[str]) -> None:
        """Names above "Tim Redaksi": the last edited, those before it wrote; a single one wrote."""
        names = list(dict.fromkeys(names))
        self.add("reporter", names[:-1] or names)
        self.add("editor", names[1:][-1:])

    def fact(self, label: str) -> Fact[Names]:
        """The names under a label as a fact; nothing where more stand there than make one article."""
        names = self.names.get(label) or []
        return Fact(tuple(names), "byline") if 0 < len(names) <= PERSONS else NOTHING

    def doubts(self) -> Iterator[str]:
        """A note for each label whose names are too many to be believed."""
        for label in PEOPLE:
            if (count := len(self.names.get(label, ()))) > PERSONS:
                yield f"{label}: {count} names are printed, more than make one article"


def gather_people(lines: list[int], layout: Layout, grammar: Grammar, body: str, names_are: Sequence[str]) -> People:
    """Read the byline lines of a page, given as indices of its blocks in the order they are to be read.

    A bare name counts only beside a label, a desk ("Tim Redaksi") or a dated line, and only where the body does not
    speak of that person. `names_are` says whom bare names mean at an outlet that prints them in an order of its own.
    """
    people = People()
    waiting = _read_lines(lines, layout, grammar, people)
    if not people.names.get("reporter"):
        people.add_unlabelled(people.names.get("bare", []), names_are)  # labelled names come before them
    if people.names.get("reporter"):
        return people
    dated = [i for i in lines if (line := layout.blocks[i].byline) and line.days]
    full = [(i, name) for i, name in waiting if " " in name and name not in body]
    near = [name for i, name in full if any(abs(i - day) <= _NEAR for day in dated)]
    together = len({i for i, name in waiting if name in near}) == 1  # "A B | C D" on one line
    if near and (together or len({name.casefold() for name in near}) == 1):
        people.add_unlabelled(near, names_are)
    elif len(full) == 1 and full[0][0] == (layout.start or 0) - 1 and people.names.get("editor"):
        people.add("reporter", [full[0][1]])  # right above the text, and the editor is named below it
    return people


def _read_lines(lines: Sequence[int], layout: Layout, grammar: Grammar, people: People) -> list[tuple[int, str]]:
    """Give `people` the names that stand on or beside a line with a label; return the others with their lines."""
    waiting: list[tuple[int, str]] = []  # bare names not yet given to anyone
    pending: tuple[int, str] | None = None  # a label, and its line, whose name is to come
    labelled = -2  # the last line that named a reporter under his label
    for i in lines:
        line = layout.blocks[i].byline
        if line is None:
            text = layout.blocks[i].text.strip(" ,.")
            names = grammar.persons(text) or grammar.names(text)
            more = labelled == i - 1 and i < (layout.start or 0)  # "Oleh" over two names, above the body
            if names and (more or (pending and i - pending[0] <= _NEAR)):
                label = pending[1] if pending else "reporter"
                people.add(label, names)
                labelled, pending = i if label == "reporter" else labelled, None
            else:
                waiting += [(i, name) for name in names]
            continue
        for label, names in line.people.items():
            people.add(label, names)
        if line.desk and waiting:
            people.add_by_order([name for _, name in waiting])
            waiting.clear()
        elif line.labels and waiting and waiting[-1][0] == i - 1 and pending is None:
            people.add(line.labels[0], [waiting.pop()[1]])
        elif line.labels:
            pending = i, line.labels[-1]
    return waiting

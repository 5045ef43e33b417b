"""Where a page names people: its mentions of reporters, editors and photographers, read from bylines in groups."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kliping.evidence.common_words import is_common
from kliping.extract.byline import Byline
from kliping.extract.credits import BEHIND, CUT_OFF, IN_BRACKETS, signature
from kliping.extract.labels import BODY, BYLINE, Layout
from kliping.extract.read_page import ReadPage
from kliping.text import lines

BARE = "bare"  # the label of names without one
_NEAR = 2  # blocks between a bare name and the dated line it belongs to
_MOST = 60  # mentions of a page that are weighed
_NAMES = 500  # of one mention; more are not told apart
_HEADLINE = 4  # words of a line between bylines that is the headline of something else


@dataclass(slots=True)
class Mention:
    """Names in one place of a page, under a label (reporter, editor, photo, film) or without one."""

    label: str
    names: list[str]
    at: int | None = None  # index of the block
    evidence: list[str] = field(default_factory=list)

    def add(self, names: Sequence[str]) -> None:
        """Add names; one that is there already, in whatever capitals, is left out."""
        for name in names if len(self.names) < _NAMES else ():
            if name.casefold() not in (other.casefold() for other in self.names):
                self.names.append(name)


def mentions_in(read: ReadPage) -> list[Mention]:
    """Every mention of a page: those above the headline, and those glued to the text, come last."""
    found: list[Mention] = []
    for group in _groups(read.layout):
        found += _GroupReader(read, group).mentions
    if opening := read.grammar.opening_name(read.body[0]):
        found.append(Mention(opening[0], [opening[1]], read.start, ["opens the text behind a label"]))
    for i, line in read.glued:
        found += [Mention(label, list(names), i, [line.found]) for label, names in line.people.items()]
    return [mention for mention in [*found, *_signatures(read)] if mention.names][:_MOST]


def _signatures(read: ReadPage) -> Iterator[Mention]:
    """Credits in brackets behind paragraphs: with a label anywhere, without one where no sentence follows."""
    if read.glued:
        return
    for i in read.layout.indices(BODY):
        line = signature(read.layout.blocks[i].text, read.outlet.profile.words, read.outlet.profile.credit_is)
        if line and (line.found not in (BEHIND, IN_BRACKETS) or i >= read.last_prose):
            yield from (Mention(label, list(names), i, [line.found]) for label, names in line.people.items())


def _groups(layout: Layout) -> list[list[int]]:
    """The byline blocks in groups that belong together: the headline, the text or another headline parts them."""
    groups: list[list[int]] = []
    for i in [i for i in layout.indices(BYLINE) if not _is_cut_off(layout, i)]:
        if groups and not _is_parted(layout, groups[-1][-1], i):
            groups[-1].append(i)
        else:
            groups.append([i])
    return sorted(groups, key=lambda group: _above_headline(layout, group[0]))


def _is_cut_off(layout: Layout, i: int) -> bool:
    """Whether a block was found to be nothing but a credit of the text, which is read as one glued to it."""
    label = layout.labels[i]
    return bool(label and i > (layout.start or 0) and label.rule in CUT_OFF)


def _is_parted(layout: Layout, i: int, j: int) -> bool:
    """Whether something between two byline blocks parts them."""
    start = layout.start or 0
    for between in range(i + 1, j):
        label, block = layout.labels[between], layout.blocks[between]
        if between == layout.title or (label and label.role == BODY):
            return True
        if between > start and block.open and len(lines.words(block.text)) >= _HEADLINE:
            return True
    return i < start <= j


def _above_headline(layout: Layout, i: int) -> bool:
    return layout.title is not None and i < layout.title < (layout.start or 0)


class _GroupReader:
    """Reads the bylines of one group, whose labels and names may stand on lines of their own."""

    def __init__(self, read: ReadPage, group: list[int]) -> None:
        self._read, self._group = read, group
        self.mentions: list[Mention] = []
        self._waiting: list[tuple[int, list[str]]] = []  # lines with bare names not yet given to anyone
        self._pending: tuple[int, str] | None = None  # a label, and its line, whose name is to come
        self._day: int | None = None  # of the first line that names people beside its day
        self._labelled = -2  # the last line that named a reporter under his label
        for i in group:
            line = read.layout.blocks[i].byline
            if line is None:
                self._read_bare_line(i)
            else:
                self._read_line(i, line)
        self.mentions += [Mention(BARE, names, i, list(self._place(i))) for i, names in self._waiting]
        self._judge()

    def _name(self, label: str, names: Sequence[str], at: int, evidence: str) -> None:
        """Put names under a label, beside others of this group, but where a day tells that they are of other news."""
        line = self._read.layout.blocks[at].byline
        same = [one for one in self.mentions if one.label == label]
        if same and not (label == "reporter" and self._is_dated_anew(line)):
            same[-1].add(names)
        else:
            self.mentions.append(Mention(label, list(dict.fromkeys(names)), at, [evidence]))

    def _is_dated_anew(self, line: Byline | None) -> bool:
        """Whether a line has another day than the first line of this group that named people beside its day."""
        return bool(line and line.days and self._day and line.days[0][1].day != self._day)

    def _read_bare_line(self, i: int) -> None:
        grammar = self._read.grammar
        text = self._read.layout.blocks[i].text.strip(" ,.")
        names = grammar.persons(text) or grammar.names(text)
        more = self._labelled == i - 1 and i < self._read.start  # "Oleh" over two names, above the body
        more = more and not any(all(map(is_common, lines.small_words(name))) for name in names)
        if names and (more or (self._pending and i - self._pending[0] <= _NEAR)):
            label = self._pending[1] if self._pending else "reporter"
            self._name(label, names, i, "a label on the next line")
            self._labelled, self._pending = i if label == "reporter" else self._labelled, None
        elif names:
            self._waiting.append((i, list(dict.fromkeys(names))))

    def _read_line(self, i: int, line: Byline) -> None:
        for label, names in line.people.items():
            if label == BARE:
                found = "beside the name of the outlet" if line.house else "on a dated line"
                self.mentions.append(Mention(BARE, list(names), i, [found, *self._place(i, line.house)]))
            else:
                self._name(label, names, i, line.found)
        if line.people and line.days and not self._day:
            self._day = line.days[0][1].day
        if line.desk and self._waiting:
            self._name_by_order()
        elif line.labels and self._stands_above(i):
            at, names = self._waiting.pop()
            self._name(line.labels[0], names, at, "a label on the next line")
        elif line.labels:
            self._pending = i, line.labels[-1]

    def _stands_above(self, i: int) -> bool:
        """Whether the name of a label stands on the line above it."""
        blocks, grammar = self._read.layout.blocks, self._read.grammar
        if self._pending or not self._waiting or self._waiting[-1][0] != i - 1 or blocks[i].text.endswith(":"):
            return False
        below = blocks[i + 1].text if i + 1 in self._group else ""
        return not grammar.persons(below) or all(map(grammar.reads_as_name, self._waiting[-1][1]))

    def _name_by_order(self) -> None:
        """Names above "Tim Redaksi": the last edited, those before it wrote; a single one wrote."""
        names = list(dict.fromkeys(name for _, found in self._waiting for name in found))
        at = self._waiting[0][0]
        self._name("reporter", names[:-1] or names, at, "above the desk")
        self._name("editor", names[1:][-1:], at, "above the desk")
        self._waiting.clear()

    def _place(self, i: int, dated: bool = True) -> Iterator[str]:
        """What the place of a name without a label says for it."""
        read, blocks = self._read, self._read.layout.blocks
        near = (*blocks[max(0, i - _NEAR) : i], *blocks[i + 1 : i + 1 + _NEAR])
        if dated and any(block.byline and block.byline.days for block in near):
            yield "beside a dated line"
        if len(self._read.grammar.persons(blocks[i].text)) > 1 and "|" in blocks[i].text:
            yield "one of two names"
        if blocks[i].kind == "author":
            yield "in a box for the author"
        title = blocks[read.headline].text
        if read.headline < i < read.start and all(b.noise or b.text == title for b in blocks[read.headline + 1 : i]):
            yield "right below the headline"

    def _judge(self) -> None:
        """Bare names: two lines of them speak against each other, and where an outlet has an order, it tells them."""
        bare = [one for one in self.mentions if one.label == BARE]
        if len({name.casefold() for one in bare for name in one.names[:1]}) > 1:
            for one in bare:
                one.evidence.append("other names stand beside it")
        order = self._read.outlet.profile.names_are
        for one in bare:
            if len(one.names) == len(order) and not any(other.label == "editor" for other in self.mentions):
                self.mentions.remove(one)
                for label, name in zip(order, one.names, strict=True):
                    self.mentions.append(Mention(label, [name], one.at, ["in the order of the outlet"]))

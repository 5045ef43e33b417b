"""What a run did, for people: counts, names, reasons; and the exit code that says it in one number."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from kliping.locale import _
from kliping.system.errors import Exit

COUNTED = ("title", "date", "reporter", "editor", "views", "source", "stage", "agency")
_RARE = frozenset(("agency",))  # most articles rightly name none, so none at all tells nothing of the rules


@dataclass(slots=True)
class Share:
    """Articles of one outlet (None: its name is not known), and in how many of them each field was found."""

    outlet: str | None
    articles: int = 0
    found: dict[str, int] = field(default_factory=dict)

    def percent(self, name: str) -> str | None:
        """`83 %` of a field, rounded down so that 100 % means all; None for a rare field that was never found."""
        count = self.found.get(name, 0)
        if not count and name in _RARE:
            return None
        whole = 100 * count // self.articles
        return "<1 %" if count and not whole else f"{whole} %"

    def add(self, articles: int, fields: Mapping[str, int]) -> None:
        """Count more articles, and in how many of them each field was found."""
        self.articles += articles
        for name, count in fields.items():
            self.found[name] = self.found.get(name, 0) + count


def by_outlet(counted: Iterable[tuple[str, str, int]]) -> list[Share]:
    """Outlet, fields found and number of such articles -> the shares of each outlet, that with most articles first."""
    shares: dict[str | None, Share] = {}
    for source, fields, articles in counted:
        share = shares.setdefault(source or None, Share(source or None))
        share.add(articles, dict.fromkeys(fields.split(), articles))
    return sorted(shares.values(), key=lambda share: (-share.articles, share.outlet or ""))


def together(shares: Iterable[Share], name: str) -> Share:
    """Several outlets as one."""
    whole = Share(name)
    for share in shares:
        whole.add(share.articles, share.found)
    return whole


@dataclass(frozen=True, slots=True)
class Case:
    """An article the curator should look at. All paths lie below the folders of the run."""

    article: str
    sidecar: str
    notes: tuple[str, ...]  # its review notes; none where only the outlet is missing
    lines: tuple[str, ...]  # for the sidecar; pasted as they stand they confirm what is there
    new: bool  # read in this run

    @property
    def fields(self) -> tuple[str, ...]:
        """What it is about."""
        from kliping.article.keys import key_of

        return tuple(key_of(line.partition(":")[0]) or "" for line in self.lines)


@dataclass(slots=True)
class Report:
    """The accounting of `clean`: saved pages = articles' pages + duplicates + rejects + withdrawn."""

    pages: int = 0
    read: int = 0
    redone: int = 0
    kept: int = 0
    articles: int = 0
    duplicates: int = 0
    review: int = 0
    by_hand: int = 0
    rejected: dict[str, str] = field(default_factory=dict)  # saved page -> reason
    known: dict[str, str] = field(default_factory=dict)  # of these, those that an earlier run has told
    withdrawn: dict[str, str] = field(default_factory=dict)  # saved page -> the curator's reason
    withdrawn_files: dict[str, str] = field(default_factory=dict)  # article -> what in its own file takes it down
    withheld: list[str] = field(default_factory=list)  # articles that a sidecar may take down: kept, not published
    passed: list[str] = field(default_factory=list)  # pictures, scripts and styles among the saved pages
    leftovers: list[str] = field(default_factory=list)  # files of editors, cloud drives and downloads there
    edited: dict[str, str] = field(default_factory=dict)  # article -> its edit as sidecar lines
    changes: list[str] = field(default_factory=list)  # what was done to articles: `write x`, `remove x`
    problems: list[str] = field(default_factory=list)  # whole sentences naming file and remedy
    notices: list[str] = field(default_factory=list)  # the same, for what harms nothing
    shares: list[Share] = field(default_factory=list)  # the outlet with most articles first
    cases: list[Case] = field(default_factory=list)  # by saved page
    saved: str = ""  # the folders of the run, as a person would type them
    folder: str = ""
    file: str = ""  # where the whole of this stands; empty where nothing is written
    seconds: float = 0.0

    @property
    def written(self) -> int:
        return sum(change.startswith("write ") for change in self.changes)

    @property
    def removed(self) -> int:
        return sum(change.startswith("remove ") for change in self.changes)

    @property
    def exit(self) -> Exit:
        if self.problems:
            return Exit.REFUSED
        return Exit.REJECTED if self.rejected else Exit.OK

    def balanced(self) -> bool:
        """Whether every saved page is accounted for, once."""
        return self.pages == self.articles + self.duplicates + len(self.rejected) + len(self.withdrawn)

    def counts(self, site_files: int = 0, seconds: float | None = None) -> str:
        """The last line of a run; a build adds the files of its site and gives its whole time."""
        took = self.seconds if seconds is None else seconds
        counts = (
            _("{pages} pages: {read} read, {redone} redone, {kept} kept"),
            _("{articles} articles, {duplicates} duplicates, {rejected} rejects"),
            _("{withdrawn} withdrawn") if self.withdrawn else "",
            _("{by_hand} by hand") if self.by_hand else "",
            _("{withdrawn_files} withdrawn by hand") if self.withdrawn_files else "",
            _("{edited} edited by hand") if self.edited else "",
            _("{review} to review, {written} files written"),
            _("{removed} removed") if self.removed else "",
            _("{seconds} s"),
        )
        names = "pages read redone kept articles duplicates rejected withdrawn by_hand".split()
        names += "withdrawn_files edited review removed".split()
        values = {name: getattr(self, name) for name in names}
        numbers = {name: value if isinstance(value, int) else len(value) for name, value in values.items()}
        line = "; ".join(filter(None, counts))
        return line.format(**numbers, written=self.written + site_files, seconds=f"{took:.1f}")

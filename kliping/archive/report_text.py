"""A report in words: one line for each thing, folded where there are many, and whole for a file.

Lines of a block to paste are indented and follow the line that says what to do with them.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import fields
from typing import TYPE_CHECKING

from kliping.archive.report import COUNTED, Case, Report, Share, together
from kliping.archive.scanner import by_reason
from kliping.formats import READERS
from kliping.locale import _, language

if TYPE_CHECKING:
    from rich.table import Table

MOST = 20  # things of one kind shown on a screen
MOST_BLOCKS = 6  # blocks of lines to paste
MOST_OUTLETS = 5


def news(report: Report, most: int | None = None) -> Iterator[str]:
    """What was passed over, withdrawn, left or rejected; at most `most` lines of a kind, None for all and whole."""
    withdrawn = [f"{name}: {why}" for name, why in (report.withdrawn | report.withdrawn_files).items()]
    if report.passed:
        line = _(
            "passed over: {count} pictures, scripts or styles, such as {name}; "
            "a scan needs its text typed into a .txt file of the same name"
        )
        yield line.format(count=len(report.passed), name=report.passed[0])
    if report.leftovers:
        line = _("passed over: {count} files that editors, downloads or cloud drives left, such as {name}")
        yield line.format(count=len(report.leftovers), name=report.leftovers[0])
    yield from _folded(_("withdrawn"), withdrawn, most, report)
    yield from _folded(_("edited by hand"), [*_edited(report, most)], most, report)
    yield from _folded(_("notice"), report.notices, most, report)
    yield from _rejected(report, most)
    if not report.pages:
        line = _("no saved pages yet: put {kinds} pages into the saved folder (content/saved) and run this again")
        yield line.format(kinds=", ".join(READERS))


def problems(report: Report, more: Sequence[str] = (), most: int | None = None) -> Iterator[str]:
    """What is wrong, that of the site (`more`) included: what a person must mend."""
    told = [problem for problem in report.problems if not any(one.startswith(problem) for one in more)]
    yield from _folded(_("problem"), told, most, report)
    yield from _folded(_("problem"), more, None, report)  # of these the report's file knows nothing


def _rejected(report: Report, most: int | None) -> Iterator[str]:
    """Rejects; those that an earlier run has told are only counted, unless all is asked for."""
    shown = {name: why for name, why in report.rejected.items() if most is None or name not in report.known}
    lines = by_reason(shown) if most else shown.items()
    yield from _folded(_("rejected"), [f"{name}: {why}" for name, why in lines], most, report)
    if known := len(report.rejected) - len(shown):
        yield _("rejected: {count} as before").format(count=known) + _where(report)


def changes(report: Report, dry_run: bool, most: int | None = None) -> Iterator[str]:
    """What was done to articles, or would be; what was written is in the counts already."""
    shown = [change for change in report.changes if dry_run or not change.startswith("write ")]
    words = {"move": _("move {file}"), "remove": _("remove {file}")}
    if dry_run:
        words = {
            "write": _("would write {file}"), "move": _("would move {file}"), "remove": _("would remove {file}"),
        }  # fmt: skip
    for change in shown[:most]:
        what, file = change.split(" ", 1)
        yield words[what].format(file=file)
    if most and len(shown) > most:
        yield _("and {count} more; write these lines to a file to see them all").format(count=len(shown) - most)


def to_settle(report: Report, most: int | None = None) -> Iterator[str]:
    """Articles the curator should look at, those of this run first, each with its sidecar lines."""
    kinds = {
        "review": _("review"), "outlet": _("no outlet"), "date": _("no date"), "election": _("no election"),
    }  # fmt: skip
    cases: dict[str, list[Case]] = {kind: [] for kind in kinds}
    for case in sorted(report.cases, key=lambda case: not case.new):
        cases["review" if case.notes else case.fields[0]].append(case)
    for kind, words in kinds.items():
        yield from _cases(words, cases[kind], most, report)


def found(report: Report, most: int | None = MOST_OUTLETS) -> Iterator[str]:
    """The shares of fields found, an outlet a line; the others than the `most` largest on one, None for all."""
    for share in folded_shares(report.shares, most):
        yield _("found: {share}").format(share=share_line(share))


def table(report: Report) -> Table:
    """The same as a table for a terminal."""
    from rich.table import Table  # only terminals pay for it
    from rich.text import Text

    table = Table(_("found"), _("articles"), *map(shown_field, COUNTED), box=None, pad_edge=False, header_style="bold")
    for column in table.columns[1:]:
        column.justify = "right"
    for share in folded_shares(report.shares):
        cells = (share.percent(name) or "–" for name in COUNTED)
        table.add_row(Text(share.outlet or _("no outlet")), str(share.articles), *cells)
    return table


def folded_shares(shares: Sequence[Share], most: int | None = MOST_OUTLETS) -> list[Share]:
    """The outlets with most articles, the others as one, and all together."""
    shown = list(shares[:most] if most and len(shares) > most + 1 else shares)
    rest = shares[len(shown) :]
    folded = [together(rest, _("{count} more outlets").format(count=len(rest)))] if rest else []
    return [*shown, *folded, *([together(shares, _("all outlets"))] if len(shares) > 1 else [])]


def share_line(share: Share) -> str:
    parts = ", ".join(f"{shown_field(name)} {percent}" for name in COUNTED if (percent := share.percent(name)))
    articles = _("1 article") if share.articles == 1 else _("{count} articles").format(count=share.articles)
    return f"{share.outlet or _('no outlet')}: {articles}; {parts}"


def data(report: Report) -> str:
    """The same as JSON, a case a line."""
    encode = json.JSONEncoder(ensure_ascii=False).encode
    long: dict[str, list[str]] = {
        "cases": [encode(_values(case)) for case in report.cases],
        "shares": [encode(_values(share)) for share in report.shares],
    }
    encoded = {name: "[\n" + ",\n".join(lines) + "\n]" for name, lines in long.items()}
    encoded |= {entry.name: encode(getattr(report, entry.name)) for entry in fields(report) if entry.name not in long}
    return "{\n" + ",\n".join(f'"{name}": {encoded[name]}' for name in sorted(encoded)) + "\n}\n"


def _values(thing: Case | Share) -> dict[str, object]:
    return {name: getattr(thing, name) for name in thing.__slots__}


def whole(report: Report) -> str:
    """All that there is to say, for a file."""
    lines = [report.counts(), *problems(report), *news(report), *to_settle(report)]
    lines += found(report, None)
    return "".join(f"{line}\n" for line in lines)


def _edited(report: Report, most: int | None) -> Iterator[str]:
    """A line for each hand edit; where all is asked for, its sidecar lines too."""
    for path, edit in report.edited.items():
        lines = edit.splitlines()
        if most and path in report.withdrawn_files:
            continue  # told already
        if most:
            names = ", ".join(line.partition(":")[0] for line in lines if line[:1] not in ("#", " ", ""))
            yield _("{path}: left as it is ({keys}); --verbose prints the sidecar lines that keep the edit").format(
                path=path, keys=names or lines[0].lstrip("# ")
            )
        else:
            advice = _("left as it is; to keep the edit when rules change, paste into its sidecar:")
            yield "\n".join((f"{path}: {advice}", *(f"    {line}" for line in lines)))


def _cases(kind: str, cases: Sequence[Case], most: int | None, report: Report) -> Iterator[str]:
    shown = cases[:most]
    for case in shown:
        head = _("{kind}: {article}; say what is right in {sidecar}:").format(
            kind=kind, article=f"{report.folder}/{case.article}", sidecar=f"{report.saved}/{case.sidecar}"
        )
        yield "\n".join((head, *(f"    {line}" for line in case.lines)))
    hidden = cases[len(shown) :]
    if hidden:
        fields = Counter(name for case in hidden for name in case.fields)
        what = ", ".join(f"{shown_field(name)} {count}" for name, count in fields.most_common())
        more = _("{kind}: {count} more articles ({what})").format(kind=kind, count=len(hidden), what=what)
        yield more + _where(report)


def _folded(kind: str, things: Sequence[str], most: int | None, report: Report) -> Iterator[str]:
    shown = things[:most] if most and len(things) > most + 1 else things
    yield from (f"{kind}: {thing}" for thing in shown)
    if len(shown) < len(things):
        yield _("{kind}: {count} more").format(kind=kind, count=len(things) - len(shown)) + _where(report)


def shown_field(field: str) -> str:
    """The name of a field in the language of messages."""
    if language() == "en":
        return field
    from kliping.article import keys  # all that its table needs takes a while to load

    return keys.shown(field)


def _where(report: Report) -> str:
    return _("; all stand in {file}").format(file=report.file) if report.file else ""

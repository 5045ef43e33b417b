"""A report in words: one line for each thing, folded where there are many, and whole for a file.

Lines of a block to paste are indented and follow the line that says what to do with them.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields
from typing import TYPE_CHECKING

from kliping.archive.report import COUNTED, Case, Report, Share, together
from kliping.archive.scanner import by_kind
from kliping.formats import READERS

if TYPE_CHECKING:
    from rich.table import Table

MOST = 20  # things of one kind shown on a screen
MOST_BLOCKS = 6  # blocks of lines to paste
MOST_OUTLETS = 12
NO_OUTLET = "no outlet"


def news(report: Report, most: int | None = None) -> Iterator[str]:
    """What went wrong or otherwise than asked; at most `most` lines of a kind, None for all."""
    rejected = [f"{name}: {why}" for name, why in by_kind(report.rejected)]
    withdrawn = [f"{name}: {why}" for name, why in (report.withdrawn | report.withdrawn_files).items()]
    edited = [_edited(path, lines.splitlines()) for path, lines in report.edited.items()]
    yield from _folded("problem", report.problems, most, report)
    yield from _folded("notice", report.notices, most, report)
    yield from _folded("rejected", rejected, most, report)
    yield from _folded("withdrawn", withdrawn, most, report)
    yield from _folded("edited by hand", edited, most and MOST_BLOCKS, report)
    if report.passed:
        yield f"passed over: {len(report.passed)} pictures, scripts or styles, such as {report.passed[0]}"
    if not report.pages:
        kinds = ", ".join(READERS)
        yield f"no saved pages yet: put {kinds} pages into the saved folder (content/saved) and run this again"


def changes(report: Report, dry_run: bool, most: int | None = None) -> Iterator[str]:
    """What was done to articles, or would be; what was written is in the counts already."""
    shown = [change for change in report.changes if dry_run or not change.startswith("write ")]
    yield from (f"{'would ' if dry_run else ''}{change}" for change in shown[:most])
    if most and len(shown) > most:
        yield f"and {len(shown) - most} more; write these lines to a file to see them all"


def to_settle(report: Report, most: int | None = None) -> Iterator[str]:
    """Articles the curator should look at, those of this run first, each with its sidecar lines."""
    cases = sorted(report.cases, key=lambda case: not case.new)
    yield from _cases("review", [case for case in cases if case.notes], most, report)
    yield from _cases("no outlet", [case for case in cases if not case.notes], most, report)


def found(report: Report) -> Iterator[str]:
    """The shares of fields found, an outlet a line."""
    for share in folded_shares(report.shares):
        yield f"found: {share_line(share)}"


def table(report: Report) -> Table:
    """The same as a table for a terminal."""
    from rich.table import Table  # only terminals pay for it
    from rich.text import Text

    table = Table("found", "articles", *COUNTED, box=None, pad_edge=False, header_style="bold")
    for column in table.columns[1:]:
        column.justify = "right"
    for share in folded_shares(report.shares):
        cells = (share.percent(name) or "–" for name in COUNTED)
        table.add_row(Text(share.outlet or NO_OUTLET), str(share.articles), *cells)
    return table


def folded_shares(shares: Sequence[Share], most: int | None = MOST_OUTLETS) -> list[Share]:
    """The outlets with most articles, the others as one, and all together."""
    shown = list(shares[:most] if most and len(shares) > most + 1 else shares)
    rest = shares[len(shown) :]
    folded = [together(rest, f"{len(rest)} more outlets")] if rest else []
    return [*shown, *folded, *([together(shares, "all outlets")] if len(shares) > 1 else [])]


def share_line(share: Share) -> str:
    parts = ", ".join(f"{name} {percent}" for name in COUNTED if (percent := share.percent(name)))
    return f"{share.outlet or NO_OUTLET}: {share.articles} {'article' if share.articles == 1 else 'articles'}; {parts}"


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
    lines = [report.counts(), *news(report), *to_settle(report)]
    lines += [f"found: {share_line(share)}" for share in folded_shares(report.shares, None)]
    return "".join(f"{line}\n" for line in lines)


def _edited(path: str, lines: Iterable[str]) -> str:
    advice = "left as it is; to keep the edit when rules change, paste into its sidecar:"
    return "\n".join((f"{path}: {advice}", *(f"    {line}" for line in lines)))


def _cases(kind: str, cases: Sequence[Case], most: int | None, report: Report) -> Iterator[str]:
    shown = cases[:most]
    for case in shown:
        head = f"{kind}: {report.folder}/{case.article}; say what is right in {report.saved}/{case.sidecar}:"
        yield "\n".join((head, *(f"    {line}" for line in case.lines)))
    hidden = cases[len(shown) :]
    if hidden:
        fields = Counter(name for case in hidden for name in case.fields)
        what = ", ".join(f"{name} {count}" for name, count in fields.most_common())
        yield f"{kind}: {len(hidden)} more articles ({what}){_where(report)}"


def _folded(kind: str, things: Sequence[str], most: int | None, report: Report) -> Iterator[str]:
    shown = things[:most] if most and len(things) > most + 1 else things
    yield from (f"{kind}: {thing}" for thing in shown)
    if len(shown) < len(things):
        yield f"{kind}: {len(things) - len(shown)} more{_where(report)}"


def _where(report: Report) -> str:
    return f"; all stand in {report.file}" if report.file else ""

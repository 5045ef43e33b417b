"""How right a reader is, by labels a person made.

Labels are a YAML list of mappings: `file`, then `title`, `date`, `reporter`, `editor`, `agency`, `views` (null where
the page prints none), and the body as `body` (its lines) or `line_labels` (a letter for each line of a text dump:
B body, H heading; T title, M byline, C caption and P pull quote count neither way; all else is noise).
`date_or_null: true` or a `date_basis` of `url` lets null be right too; a `date_basis` other than `byline` lets the
date be two days off.
"""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from benchmarks.readers import Result
from kliping.system.errors import Stop
from kliping.system.yaml import parse_yaml

FIELDS = ("title", "date", "reporter", "editor", "agency", "views")
_WORDS = 4  # of a shingle
_OFF = datetime.timedelta(days=2)
_LIST_MARK = re.compile(r"^\s*(?:#+|>|[-*+•]|\d+[.)])\s+")

Label = Mapping[str, Any]


@dataclass(slots=True)
class Score:
    """Of one reader over all labelled pages."""

    stated: Counter[str] = field(default_factory=Counter)  # field -> pages that state it
    right: Counter[str] = field(default_factory=Counter)  # field -> pages of these where it is right
    invented: Counter[str] = field(default_factory=Counter)  # field -> pages that state none and were given one
    body: list[float] = field(default_factory=list)  # F1 of each page

    @property
    def body_f1(self) -> float:
        return sum(self.body) / len(self.body) if self.body else 0.0


def labels(file: Path, pages: Mapping[str, bytes]) -> list[Label]:
    """The labels of a file. Raises Stop where it cannot be read or names a page that is not there."""
    if not file.is_file():
        raise Stop(f"{file}: there is no such file; name one with --gold")
    try:
        found = parse_yaml(file.read_bytes())
    except (yaml.YAMLError, ValueError) as error:
        raise Stop(f"{file}: is not YAML ({' '.join(str(error).split())}); mend it") from error
    if not isinstance(found, list) or not all(isinstance(label, dict) for label in found):
        raise Stop(f"{file}: must be a list of labels, a mapping for each page")
    for label in found:
        if label.get("file") not in pages:
            raise Stop(f"{file}: {label.get('file')!r} is no page of --pages; give the folder the labels are for")
    return found


def score(labelled: Iterable[Label], results: Mapping[str, Result], pages: Mapping[str, bytes]) -> Score:
    """Compare what a reader gave of each page with its labels."""
    found = Score()
    for label in labelled:
        result = results[label["file"]]
        for name in FIELDS:
            _field(found, name, label, result.get(name))
        wanted, neutral = _body(label, pages[label["file"]])
        found.body.append(f1(wanted, str(result.get("text") or "").split("\n"), neutral))
    return found


def _field(found: Score, name: str, label: Label, given: Any) -> None:
    wanted, given = label.get(name), None if given in ("", []) else given
    if wanted is None:
        found.invented[name] += given is not None
        return
    found.stated[name] += 1
    found.right[name] += _right(name, label, wanted, given)


def _right(name: str, label: Label, wanted: Any, given: Any) -> bool:
    if given is None:
        return name == "date" and bool(label.get("date_or_null") or label.get("date_basis") == "url")
    if name == "date":
        off = abs(_day(wanted) - _day(given))
        return off <= (datetime.timedelta() if label.get("date_basis", "byline") == "byline" else _OFF)
    return _said(wanted) == _said(given)


def _day(value: Any) -> datetime.date:
    return datetime.date.fromisoformat(str(value)[:10])


def _said(value: Any) -> list[str]:
    """A name, several names in any order, a headline or a number, by its words alone."""
    values = value if isinstance(value, (list, tuple)) else [value]
    return sorted(" ".join(_words(str(one))) for one in values)


def _body(label: Label, page: bytes) -> tuple[Sequence[str], Sequence[str]]:
    """The lines of the body, and the lines that count neither way."""
    lines = page.decode("utf-8", "replace").splitlines()
    kinds = list(zip(lines, label.get("line_labels") or "", strict=False))
    neutral = [line for line, kind in kinds if kind in "PCTM"]
    return label.get("body") or [line for line, kind in kinds if kind in "BH"], neutral


def f1(wanted: Sequence[str], given: Sequence[str], neutral: Sequence[str] = ()) -> float:
    """Harmonic mean of precision and recall of four-word shingles, line by line; neutral ones count neither way."""
    want, have, free = _shingles(wanted), _shingles(given), _shingles(neutral)
    have = Counter({key: count for key, count in have.items() if key in want or key not in free})
    both = sum((want & have).values())
    return 2 * both / (sum(want.values()) + sum(have.values())) if both else float(not want and not have)


def _shingles(lines: Iterable[str]) -> Counter[tuple[str, ...]]:
    found: Counter[tuple[str, ...]] = Counter()
    for line in lines:
        words = _words(_LIST_MARK.sub("", line))
        found.update(tuple(words[i : i + _WORDS]) for i in range(max(1, len(words) - _WORDS + 1)) if words)
    return found


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", unicodedata.normalize("NFKC", text).casefold())

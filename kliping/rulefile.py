"""Rules kept in YAML: read, checked key by key, and complained about by name.

A mistake never stops the run: what is wrong is left out and named, the rest of the file counts.
"""

from __future__ import annotations

import datetime
import difflib
import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

_Safe: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DEEPEST = 12  # levels of a value; ours have four, and who walks through thousands comes to the end of the stack
_MOST = 1 << 63  # of a number: more bits are told by no count, and fit into no index


class _Loader(_Safe):  # type: ignore[misc]
    """The safe loader, with a day that does not exist (2024-02-30) as text: its key is then named, not its file."""


def _timestamp(loader: Any, node: Any) -> Any:
    try:
        return _Safe.construct_yaml_timestamp(loader, node)
    except ValueError:
        return node.value


_Loader.add_constructor("tag:yaml.org,2002:timestamp", _timestamp)


class Refused(yaml.YAMLError):
    """YAML that is right and yet no value of ours; `problem` and `problem_mark` as in yaml.MarkedYAMLError."""

    def __init__(self, problem: str, mark: Any = None) -> None:
        super().__init__(problem)
        self.problem, self.problem_mark = problem, mark


def parse_yaml(text: str | bytes) -> Any:
    """The value of a YAML text by the safe loader: texts, numbers, days, lists and mappings, each written out.

    Raises yaml.YAMLError (or ValueError for a number of thousands of digits).
    """
    _refuse_endless(text)
    value = yaml.load(text, Loader=_Loader)  # noqa: S506 - the safe loader, see above
    _refuse_odd(value)
    return value


def _refuse_endless(text: str | bytes) -> None:
    """Raise Refused for what kills its reader: the C library composes values by recursion, without a limit.

    A few lines of aliases stand for more values than fit into any memory, or for one that holds itself.
    """
    depth = 0
    for event in yaml.parse(text, Loader=_Safe):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > _DEEPEST:
                told = f"has values inside values, more than {_DEEPEST} levels deep; write fewer levels"
                raise Refused(told, event.start_mark)
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        elif isinstance(event, yaml.AliasEvent):
            raise Refused(f"repeats a value by its mark (*{event.anchor}); write the value out", event.start_mark)


def _refuse_odd(value: Any) -> None:
    """Raise Refused for what only YAML knows, and for numbers that fit into no index."""
    if isinstance(value, dict):
        for pair in value.items():
            _refuse_odd(pair[0])
            _refuse_odd(pair[1])
    elif isinstance(value, list):
        for inner in value:
            _refuse_odd(inner)
    elif isinstance(value, int):
        if not -_MOST < value < _MOST:
            raise Refused("has a number of more than 18 digits; put it in quotes")
    elif not (value is None or isinstance(value, (str, float, datetime.date))):
        raise Refused(f"has a value of the kind {type(value).__name__}; write a text in quotes")


def digest(*parts: bytes | str) -> str:
    """A short hash over some parts, for keys that decide what is done again."""
    found = hashlib.sha256()
    for part in parts:
        data = part if isinstance(part, bytes) else part.encode()
        found.update(len(data).to_bytes(8, "big") + data)
    return found.hexdigest()[:24]


@dataclass(slots=True)
class RuleFile:
    """One YAML mapping with the complaints about it. `problems` holds whole sentences that name the file."""

    name: str
    data: dict[str, Any] = field(default_factory=dict)
    fingerprint: str = ""
    problems: list[str] = field(default_factory=list)

    @classmethod
    def read(cls, path: Path, name: str | None = None) -> RuleFile:
        """Read a file; one that cannot be read or is no mapping is empty and has its problem named."""
        found = cls(name or path.name)
        try:
            raw = path.read_bytes()
            found.fingerprint = digest(raw)
            data = parse_yaml(raw) or {}
        except OSError as error:
            found.complain(f"cannot be read ({error.strerror}); check its permissions")
        except (yaml.YAMLError, ValueError, RecursionError) as error:
            found.complain(f"is not YAML: {_where(error)}; mend that line")
        else:
            if isinstance(data, dict):
                found.data = {str(key): value for key, value in data.items()}
            else:
                found.complain("must hold `key: value` lines; see docs/ for the keys")
        return found

    def complain(self, message: str) -> None:
        self.problems.append(f"{self.name}: {message}")

    def keep_known(self, known: Iterable[str]) -> None:
        """Leave out unknown keys, naming each with its nearest match."""
        known = list(known)
        for key in [key for key in self.data if key not in known]:
            self.unknown(key, known)
            del self.data[key]

    def unknown(self, key: str, known: Iterable[str], what: str = "key") -> None:
        near = difflib.get_close_matches(key, list(known), n=1, cutoff=0.5)
        hint = f"did you mean `{near[0]}`?" if near else f"known are: {', '.join(known)}"
        self.complain(f"unknown {what} `{key}`; {hint}")

    def text(self, key: str) -> str | None:
        value = self.data.get(key)
        if value is None:
            return None
        if isinstance(value, str) and value.strip():
            return value.strip()
        self.complain(f"`{key}` must be a text, not {value!r}")
        return None

    def words(self, key: str, within: Mapping[str, Any] | None = None) -> tuple[str, ...]:
        """A list of texts (one text counts as a list of one)."""
        value = (self.data if within is None else within).get(key)
        values = [value] if isinstance(value, str) else value or []
        if isinstance(values, list) and all(isinstance(word, str) and word.strip() for word in values):
            return tuple(values)
        self.complain(f"`{key}` must be a list of texts; put odd words in quotes")
        return ()

    def parts(self, key: str, known: Iterable[str]) -> Iterator[RuleFile]:
        """Each mapping of a list as a small rule file that complains into this one."""
        entries = self.data.get(key) or []
        if not isinstance(entries, list):
            self.complain(f"`{key}` must be a list")
            return
        for entry in entries:
            if not isinstance(entry, dict):
                self.complain(f"`{key}` must hold mappings, not {entry!r}")
                continue
            part = RuleFile(self.name, {str(k): v for k, v in entry.items()}, self.fingerprint, self.problems)
            part.keep_known(known)
            yield part

    def section(self, key: str, known: Iterable[str] | None = None) -> dict[str, Any]:
        """A mapping inside the file, its unknown keys named and left out."""
        value = self.data.get(key) or {}
        if not isinstance(value, dict):
            self.complain(f"`{key}` must hold `key: value` lines")
            return {}
        names = None if known is None else list(known)
        kept = {}
        for name, content in value.items():
            if names is not None and name not in names:
                self.unknown(f"{key}.{name}", [f"{key}.{n}" for n in names])
            else:
                kept[str(name)] = content
        return kept


def _where(error: Exception) -> str:
    mark = getattr(error, "problem_mark", None)
    what = getattr(error, "problem", None) or str(error)
    return f"line {mark.line + 1}: {what}" if mark else str(what)

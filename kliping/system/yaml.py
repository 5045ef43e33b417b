"""YAML text -> texts, numbers, days, lists and mappings. Whatever the text is, its reader stands."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from typing import Any

import yaml

from kliping.system.limits import YAML_DEPTH

_Safe: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_MOST = 1 << 63  # of a number: more bits are told by no count, and fit into no index
# Each level without a bracket needs a column; lines begin after more signs than \n, and UTF-16 has zeros between.
_DEEP = re.compile(rb"[-?: \t\0]{%d}" % YAML_DEPTH)


class UnsupportedYaml(yaml.YAMLError):
    """YAML that is right and yet no value of ours; `problem` and `problem_mark` as in yaml.MarkedYAMLError."""

    def __init__(self, problem: str, mark: Any = None) -> None:
        super().__init__(problem)
        self.problem, self.problem_mark = problem, mark


def parse_yaml(text: str | bytes) -> Any:
    """The value of a YAML text by the safe loader. Raises yaml.YAMLError, whatever is wrong with it."""
    if _could_harm(text):
        _refuse_endless(text)
    value = yaml.load(text, Loader=_Loader)  # noqa: S506 - the safe loader, see below
    _refuse_odd(value)
    return value


def _could_harm(text: str | bytes) -> bool:
    """Whether a text has an alias, or may have so many levels that it must be looked at first."""
    data = text.encode("utf-8", "replace") if isinstance(text, str) else text
    brackets = data.count(b"[") + data.count(b"{")
    return (b"&" in data and b"*" in data) or brackets > YAML_DEPTH or bool(_DEEP.search(data))


def _refuse_endless(text: str | bytes) -> None:
    """Raise Refused for what kills its reader: the loader calls itself for each level, in C, without a limit.

    A few lines of aliases stand for more values than fit into any memory, or for one that holds itself.
    """
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        if isinstance(event, yaml.AliasEvent):
            raise UnsupportedYaml(
                f"repeats a value by its mark (*{event.anchor}); write the value out", event.start_mark
            )
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > YAML_DEPTH:
            raise UnsupportedYaml(
                f"has values inside values, more than {YAML_DEPTH} levels deep; write fewer levels", event.start_mark
            )


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
            raise UnsupportedYaml("has a number of more than 18 digits; put it in quotes")
    elif not (value is None or isinstance(value, (str, float, datetime.date))):
        raise UnsupportedYaml(f"has a value of the kind {type(value).__name__}; write a text in quotes")


class _Loader(_Safe):  # type: ignore[misc]
    """The safe loader, with a day that does not exist (2024-02-30) as text: its key is then named, not its file."""


def _timestamp(loader: Any, node: Any) -> Any:
    try:
        return _Safe.construct_yaml_timestamp(loader, node)
    except (ValueError, AttributeError, OverflowError):
        return node.value


def _told(kind: str) -> Callable[[Any, Any], Any]:
    """Reads a value as the safe loader does; one that is not of its kind is a fault in its line, not in the loader."""
    read = getattr(_Safe, f"construct_yaml_{kind}")

    def construct(loader: Any, node: Any) -> Any:
        try:
            return read(loader, node)
        except (ValueError, LookupError) as error:
            raise UnsupportedYaml(f"`{node.value[:40]}` is no {kind}; put it in quotes", node.start_mark) from error

    return construct


_Loader.add_constructor("tag:yaml.org,2002:timestamp", _timestamp)
for _kind in ("int", "float", "bool"):
    _Loader.add_constructor(f"tag:yaml.org,2002:{_kind}", _told(_kind))

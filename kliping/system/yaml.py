"""YAML text -> texts, numbers, days, lists and mappings. No text, however hostile, can crash or stall its reader."""

import datetime
import re
from collections.abc import Callable
from typing import Any

import yaml

from kliping.system.limits import YAML_DEPTH

_Safe: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_MOST = 1 << 63  # of a number: no count needs more bits, and no index holds them
# Each level without a bracket needs a column; lines begin after more signs than \n, and UTF-16 has zeros between.
_DEEP = re.compile(rb"[-?: \t\0]{%d}" % YAML_DEPTH)


class UnsupportedYaml(yaml.YAMLError):
    """YAML that is valid but not accepted here; `problem` and `problem_mark` as in yaml.MarkedYAMLError."""

    def __init__(self, problem: str, mark: Any = None) -> None:
        super().__init__(problem)
        self.problem, self.problem_mark = problem, mark


def parse_yaml(text: str | bytes) -> Any:
    """The value of a YAML text: None, texts, numbers, dates, lists and dicts. Raises yaml.YAMLError for any other."""
    data = text.encode("utf-8", "replace") if isinstance(text, str) else text
    brackets = data.count(b"[") + data.count(b"{")
    if (b"&" in data and b"*" in data) or brackets > YAML_DEPTH or _DEEP.search(data):
        _check_structure(text)
    value = yaml.load(text, Loader=_Loader)  # noqa: S506 - the safe loader, see below
    _check_value(value)
    return value


def _check_structure(text: str | bytes) -> None:
    """Raise UnsupportedYaml for aliases and deep levels.

    The loader calls itself for each level, in C, without a limit. A few lines of aliases stand for more values than fit
    into any memory, or for one that holds itself.
    """
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        if isinstance(event, yaml.AliasEvent):
            problem = f"repeats a value by its mark (*{event.anchor}); write the value out"
            raise UnsupportedYaml(problem, event.start_mark)
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > YAML_DEPTH:
            problem = f"has values inside values, more than {YAML_DEPTH} levels deep; write fewer levels"
            raise UnsupportedYaml(problem, event.start_mark)


def _check_value(value: Any) -> None:
    """Raise UnsupportedYaml for types that only YAML has, and for numbers that fit into no index."""
    if isinstance(value, dict):
        for pair in value.items():
            _check_value(pair[0])
            _check_value(pair[1])
    elif isinstance(value, list):
        for inner in value:
            _check_value(inner)
    elif isinstance(value, int):
        if not -_MOST < value < _MOST:
            raise UnsupportedYaml("has a number of more than 18 digits; put it in quotes")
    elif not (value is None or isinstance(value, (str, float, datetime.date))):
        raise UnsupportedYaml(f"has a value of the kind {type(value).__name__}; write a text in quotes")


class _Loader(_Safe):  # type: ignore[misc]
    """The safe loader, but a day that does not exist (2024-02-30) is a text, so that its key is named, not its file."""


def _timestamp(loader: Any, node: Any) -> Any:
    try:
        return _Safe.construct_yaml_timestamp(loader, node)
    except (ValueError, AttributeError, OverflowError):
        return node.value


def _constructor(kind: str) -> Callable[[Any, Any], Any]:
    """The safe loader's constructor of a kind, with UnsupportedYaml, which names the line, in place of its errors."""
    read = getattr(_Safe, f"construct_yaml_{kind}")

    def construct(loader: Any, node: Any) -> Any:
        try:
            return read(loader, node)
        except (ValueError, LookupError) as error:
            raise UnsupportedYaml(f"`{node.value[:40]}` is no {kind}; put it in quotes", node.start_mark) from error

    return construct


_Loader.add_constructor("tag:yaml.org,2002:timestamp", _timestamp)
for _kind in ("int", "float", "bool"):
    _Loader.add_constructor(f"tag:yaml.org,2002:{_kind}", _constructor(_kind))

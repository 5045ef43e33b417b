"""YAML text -> texts, numbers, days, lists and mappings. No text, however hostile, can crash or stall its reader."""

import datetime
import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Any

import yaml

from kliping.locale import _
from kliping.system.limits import YAML_DEPTH

_Safe: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_MOST = 1 << 63  # of a number: no count needs more bits, and no index holds them
# Each level without a bracket needs a column; lines begin after more signs than \n, and UTF-16 has zeros between.
_DEEP = re.compile(rb"[-?: \t\0]{%d}" % YAML_DEPTH)
_CUT = re.compile(r"[ \t]+#\S")  # `Nomor #1`: a comment to YAML, and part of the text to whoever wrote it
_THOUSANDS = re.compile(r"[1-9]\d{0,2}\.\d{3}")  # 12.500, as Indonesian writes it

Flaw = Callable[[str, str, int], None]  # is told the key that is left out, why, and in which line


class UnsupportedYaml(yaml.YAMLError):
    """YAML that is valid but not accepted here; `problem` and `problem_mark` as in yaml.MarkedYAMLError."""

    def __init__(self, problem: str, mark: Any = None) -> None:
        super().__init__(problem)
        self.problem, self.problem_mark = problem, mark


def parse_yaml(text: str | bytes, flaw: Flaw | None = None) -> Any:
    """The value of a YAML text: None, texts, numbers, dates, lists and dicts. Raises yaml.YAMLError for any other.

    A key that is given twice, and one whose text a `#` cuts, is left out and told to `flaw`; without `flaw` it raises.
    """
    data = text.encode("utf-8", "replace") if isinstance(text, str) else text
    brackets = data.count(b"[") + data.count(b"{")
    if (b"&" in data and b"*" in data) or brackets > YAML_DEPTH or _DEEP.search(data):
        _check_structure(text)
    loader = _Loader(text)
    loader.text, loader.flaw = text if b"#" in data else "", flaw
    try:
        value = loader.get_single_data()
    finally:
        loader.dispose()
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
            problem = _("repeats a value by its mark (*{mark}); write the value out")
            raise UnsupportedYaml(problem.format(mark=event.anchor), event.start_mark)
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > YAML_DEPTH:
            problem = _("has values inside values, more than {most} levels deep; write fewer levels")
            raise UnsupportedYaml(problem.format(most=YAML_DEPTH), event.start_mark)


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
            raise UnsupportedYaml(_("has a number of more than 18 digits; put it in quotes"))
    elif not (value is None or isinstance(value, (str, float, datetime.date))):
        problem = _("has a value of the kind {kind}; write a text in quotes")
        raise UnsupportedYaml(problem.format(kind=type(value).__name__))


class _Loader(_Safe):  # type: ignore[misc]
    """The safe loader, with an eye on what people write and YAML reads otherwise without a word.

    A day that does not exist (2024-02-30) is a text, so that its key is named, not its file; so is 12.500.
    """

    text: str | bytes = ""  # empty where no `#` is in it
    flaw: Flaw | None = None

    def construct_mapping(self, node: Any, deep: bool = False) -> Any:
        """The mapping of a node, without the keys that are given twice or cut."""
        if isinstance(node, yaml.MappingNode):
            node.value = [*self._sound(node.value)]
        return super().construct_mapping(node, deep)

    def _sound(self, pairs: list[tuple[Any, Any]]) -> Iterator[tuple[Any, Any]]:
        names = Counter(str(key.value) for key, _value in pairs if isinstance(key, yaml.ScalarNode))
        for key, value in pairs:
            name = str(key.value) if isinstance(key, yaml.ScalarNode) else ""
            if names[name] > 1:
                names[name] = -1  # told once
                self._tell(name, _("gives `{key}` twice; leave one of them").format(key=name), key.start_mark)
            elif self.text and self._is_cut(value):
                self._tell(
                    name,
                    _("has a `#` in `{key}` that cuts the text; put it in quotes").format(key=name),
                    key.start_mark,
                )
            elif names[name] >= 0:
                yield key, value

    def _tell(self, key: str, problem: str, mark: Any) -> None:
        if self.flaw is None:
            raise UnsupportedYaml(problem, mark)
        self.flaw(key, problem, mark.line + 1)

    def _is_cut(self, node: Any) -> bool:
        """Whether a text without quotes, or one in a list, ends in a `#` that no space follows."""
        if isinstance(node, yaml.SequenceNode):
            return any(map(self._is_cut, node.value))
        if not isinstance(node, yaml.ScalarNode) or node.style or (node.value and not node.tag.endswith(":str")):
            return False
        mark = node.end_mark
        return mark.line < len(self._lines) and bool(_CUT.match(self._lines[mark.line], mark.column))

    @cached_property
    def _lines(self) -> list[str]:
        if isinstance(self.text, str):
            return self.text.splitlines()
        is_utf16 = self.text[:2] in (b"\xff\xfe", b"\xfe\xff")
        return self.text.decode("utf-16" if is_utf16 else "utf-8-sig", "replace").splitlines()


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
            problem = _("`{value}` is no {kind}; put it in quotes").format(value=node.value[:40], kind=kind)
            raise UnsupportedYaml(problem, node.start_mark) from error

    return construct


def _float(loader: Any, node: Any) -> Any:
    """A number with a fraction; 12.500 stays the text it is, for as a number it would be 12.5."""
    return node.value if _THOUSANDS.fullmatch(node.value) else _constructor("float")(loader, node)


_Loader.add_constructor("tag:yaml.org,2002:timestamp", _timestamp)
_Loader.add_constructor("tag:yaml.org,2002:float", _float)
for _kind in ("int", "bool"):
    _Loader.add_constructor(f"tag:yaml.org,2002:{_kind}", _constructor(_kind))

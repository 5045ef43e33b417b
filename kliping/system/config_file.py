"""YAML files of settings and rules, checked key by key.

A mistake never stops the run: a wrong value is left out and a problem noted that names it; the rest of the file counts.
"""

import difflib
import re
import reprlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from kliping.locale import _
from kliping.system.hashing import content_hash
from kliping.system.limits import RULE_BYTES
from kliping.system.yaml import UnsupportedYaml, parse_yaml

_END = re.compile(rb"(?<=\n)---\s*\Z")  # as front matter has it; to YAML another document begins there


def brief(value: Any) -> str:
    """A value on one short line, to be named in a problem."""
    short = reprlib.Repr()
    short.maxlevel, short.maxlist, short.maxdict, short.maxstring = 2, 3, 3, 60
    return short.repr(value)


@dataclass(slots=True)
class ConfigFile:
    """A mapping of a YAML file. Its methods give checked values, and note in `problems` what is wrong with others."""

    name: str
    data: dict[str, Any] = field(default_factory=dict)
    fingerprint: str = ""  # hash of the file
    problems: list[str] = field(default_factory=list)  # sentences that begin with the file's name
    left_out: list[str] = field(default_factory=list)  # keys given twice, or with a text that a `#` cuts
    unreadable: bool = False  # as a whole

    @classmethod
    def read(cls, path: Path, name: str | None = None) -> "ConfigFile":
        """Read a file. One that cannot be read, or holds no mapping, has no data and a problem; nothing is raised."""
        config = cls(name or path.name)
        try:
            with open(path, "rb") as file:
                raw = file.read(RULE_BYTES + 1)
            config.fingerprint = content_hash(raw)
            data = {} if len(raw) > RULE_BYTES else parse_yaml(_END.sub(b"", raw), config._leave_out) or {}
        except OSError as error:
            config.complain(_("cannot be read ({reason}); check its permissions").format(reason=error.strerror))
        except yaml.YAMLError as error:
            told = _("is not YAML: {what}; mend that line, or put its text in quotes")
            if isinstance(error, UnsupportedYaml):  # which says itself what to do
                told = _("is not YAML: {what}; mend that line")
            config.complain(told.format(what=_where(error)))
        else:
            if len(raw) > RULE_BYTES:
                why = _("is larger than {size} KiB; keep to what its keys ask for")
                config.complain(why.format(size=RULE_BYTES // 1024))
            elif isinstance(data, dict):
                config.data = {str(key): value for key, value in data.items()}
            else:
                config.complain(_("must hold `key: value` lines; see docs/ for the keys"))
        config.unreadable = len(config.problems) > len(config.left_out)
        return config

    def _leave_out(self, key: str, why: str, line: int) -> None:
        self.left_out.append(key)
        self.complain(_("line {line} {why}; it is left out").format(line=line, why=why))

    def complain(self, message: str) -> None:
        """Note a problem; the file's name is put before the message."""
        self.problems.append(f"{self.name}: {message}")

    def drop_unknown(self, known: Iterable[str]) -> None:
        """Leave out keys that are not known, noting each as a problem."""
        known = list(known)
        for key in [key for key in self.data if key not in known]:
            self.unknown(key, known)
            del self.data[key]

    def unknown(self, key: str, known: Iterable[str], what: str = "") -> None:
        """Note an unknown key, or `what` it is, with the known one most like it."""
        near = difflib.get_close_matches(key, list(known), n=1, cutoff=0.5)
        if near:
            problem = _("unknown {what} `{key}`; did you mean `{near}`?")
        else:
            problem = _("unknown {what} `{key}`; known are: {names}")
        names = ", ".join(known)
        self.complain(problem.format(what=what or _("key"), key=key, near="".join(near), names=names))

    def text(self, key: str) -> str | None:
        """The text of a key without white space at its ends; None where it is missing or no text."""
        value = self.data.get(key)
        if value is None:
            return None
        if isinstance(value, str) and value.strip():
            return value.strip()
        self.complain(_("`{key}` must be a text, not {value}").format(key=key, value=brief(value)))
        return None

    def words(self, key: str, within: Mapping[str, Any] | None = None) -> tuple[str, ...]:
        """The list of texts of a key, here or `within` a section; a single text counts as a list of one."""
        value = (self.data if within is None else within).get(key)
        values = [value] if isinstance(value, str) else value or []
        if isinstance(values, list) and all(isinstance(word, str) and word.strip() for word in values):
            return tuple(values)
        self.complain(_("`{key}` must be a list of texts; put odd words in quotes").format(key=key))
        return ()

    def parts(self, key: str, known: Iterable[str]) -> Iterator["ConfigFile"]:
        """The mappings in the list of a key, each a ConfigFile that notes its problems in this one."""
        entries = self.data.get(key) or []
        if not isinstance(entries, list):
            self.complain(_("`{key}` must be a list").format(key=key))
            return
        for entry in entries:
            if not isinstance(entry, dict):
                why = _("`{key}` must hold mappings, not {value}")
                self.complain(why.format(key=key, value=brief(entry)))
                continue
            part = ConfigFile(self.name, {str(k): v for k, v in entry.items()}, self.fingerprint, self.problems)
            part.drop_unknown(known)
            yield part

    def section(self, key: str, known: Iterable[str] | None = None) -> dict[str, Any]:
        """The mapping of a key; of its keys only the known ones, where these are given."""
        value = self.data.get(key) or {}
        if not isinstance(value, dict):
            self.complain(_("`{key}` must hold `key: value` lines").format(key=key))
            return {}
        names = [*value] if known is None else [*known]
        for name in value:
            if name not in names:
                self.unknown(f"{key}.{name}", [f"{key}.{n}" for n in names])
        return {str(name): content for name, content in value.items() if name in names}


def _where(error: Exception) -> str:
    """What is wrong with a YAML text, and in which line."""
    mark = getattr(error, "problem_mark", None)
    what = getattr(error, "problem", None) or str(error)
    what = " ".join(str(what).split())
    return _("line {line}: {what}").format(line=mark.line + 1, what=what) if mark else what

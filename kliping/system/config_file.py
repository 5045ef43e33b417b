"""Rules kept in YAML: read, checked key by key, and complained about by name.

A mistake never stops the run: what is wrong is left out and named, the rest of the file counts.
"""

from __future__ import annotations

import difflib
import reprlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from kliping.system.hashing import content_hash
from kliping.system.limits import RULE_BYTES
from kliping.system.yaml import parse_yaml


def brief(value: Any) -> str:
    """A value that is not what it should be, as a few words."""
    short = reprlib.Repr()
    short.maxlevel, short.maxlist, short.maxdict, short.maxstring = 2, 3, 3, 60
    return short.repr(value)


@dataclass(slots=True)
class ConfigFile:
    """One YAML mapping with the complaints about it. `problems` holds whole sentences that name the file."""

    name: str
    data: dict[str, Any] = field(default_factory=dict)
    fingerprint: str = ""
    problems: list[str] = field(default_factory=list)

    @classmethod
    def read(cls, path: Path, name: str | None = None) -> ConfigFile:
        """Read a file; one that cannot be read or is no mapping is empty and has its problem named."""
        found = cls(name or path.name)
        try:
            raw = _bytes(path)
            found.fingerprint = content_hash(raw)
            if len(raw) > RULE_BYTES:
                found.complain(f"is larger than {RULE_BYTES // 1024} KiB; keep to what its keys ask for")
                return found
            data = parse_yaml(raw) or {}
        except OSError as error:
            found.complain(f"cannot be read ({error.strerror}); check its permissions")
        except yaml.YAMLError as error:
            found.complain(f"is not YAML: {_where(error)}; mend that line")
        else:
            if isinstance(data, dict):
                found.data = {str(key): value for key, value in data.items()}
            else:
                found.complain("must hold `key: value` lines; see docs/ for the keys")
        return found

    def complain(self, message: str) -> None:
        self.problems.append(f"{self.name}: {message}")

    def drop_unknown(self, known: Iterable[str]) -> None:
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
        self.complain(f"`{key}` must be a text, not {brief(value)}")
        return None

    def words(self, key: str, within: Mapping[str, Any] | None = None) -> tuple[str, ...]:
        """A list of texts (one text counts as a list of one)."""
        value = (self.data if within is None else within).get(key)
        values = [value] if isinstance(value, str) else value or []
        if isinstance(values, list) and all(isinstance(word, str) and word.strip() for word in values):
            return tuple(values)
        self.complain(f"`{key}` must be a list of texts; put odd words in quotes")
        return ()

    def parts(self, key: str, known: Iterable[str]) -> Iterator[ConfigFile]:
        """Each mapping of a list as a small rule file that complains into this one."""
        entries = self.data.get(key) or []
        if not isinstance(entries, list):
            self.complain(f"`{key}` must be a list")
            return
        for entry in entries:
            if not isinstance(entry, dict):
                self.complain(f"`{key}` must hold mappings, not {brief(entry)}")
                continue
            part = ConfigFile(self.name, {str(k): v for k, v in entry.items()}, self.fingerprint, self.problems)
            part.drop_unknown(known)
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


def _bytes(path: Path) -> bytes:
    """A file's bytes, as many as a rule file may have and one more."""
    with open(path, "rb") as file:
        return file.read(RULE_BYTES + 1)


def _where(error: Exception) -> str:
    mark = getattr(error, "problem_mark", None)
    what = getattr(error, "problem", None) or str(error)
    return f"line {mark.line + 1}: {what}" if mark else str(what)

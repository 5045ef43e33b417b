"""What the curator says of a page: sidecars (`x.yaml` beside `x.txt`) and `_folder.yaml`."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from kliping.archive.scanner import FOLDER_FILE
from kliping.article.corrections import NO_CORRECTIONS, Corrections
from kliping.article.fields import COUNTS, FACTS, LANGUAGE, NAME_MOST, PEOPLE, TEXT_MOST, TITLE_MOST, Fact
from kliping.elections.calendars import Calendars
from kliping.system.config_file import ConfigFile, brief
from kliping.system.hashing import content_hash
from kliping.text.dates import YEARS
from kliping.text.unicode import fold, plain
from kliping.text.urls import ADDRESS, DOMAIN

_DATES = ("date", "saved_on")
_OTHERS = ("summary", "lang", "note", "body", "review", "publish", "reason")
KEYS = (*FACTS, *_OTHERS)


Limit = tuple[Callable[[Any], object], str]  # whether a value may be, and what it must be


def _at_most(count: int) -> Limit:
    return lambda value: all(len(text) <= count for text in _texts(value)), f"at most {count} characters"


# What the site would refuse is refused here, where only the one value is lost.
_LIMITS: dict[str, Limit] = {
    "url": (lambda value: value.startswith("http") and ADDRESS.fullmatch(value), "an http or https address"),
    "outlet": (DOMAIN.fullmatch, "a domain such as beritajakarta.id"),
    "lang": (LANGUAGE.fullmatch, "a language code such as id"),
    "title": _at_most(TITLE_MOST),
    **dict.fromkeys((*PEOPLE, "source", "agency", "photographer"), _at_most(NAME_MOST)),
    **dict.fromkeys(("summary", "note"), _at_most(TEXT_MOST)),
    "views": (COUNTS.__contains__, f"less than {COUNTS.stop}"),
    **dict.fromkeys(_DATES, (lambda value: value.year in YEARS, "a day between 1945 and 2100")),
}


class Sidecars:
    """Reads sidecars once each and names what is wrong with them."""

    def __init__(self, saved: Path, names: Iterable[str], calendars: Calendars) -> None:
        """`names` are the sidecars that stand in the saved folder, as paths below it."""
        self._saved, self._names, self._calendars = saved, frozenset(names), calendars
        self._files: dict[str, ConfigFile] = {}
        self._told: dict[str, Corrections] = {}

    def of(self, page: str) -> Corrections:
        """All that is told of a page (its path below the saved folder): the nearest file wins key by key."""
        if not self._names:
            return NO_CORRECTIONS
        if page not in self._told:
            self._told[page] = self._gather(page)
        return self._told[page]

    @property
    def read(self) -> dict[str, list[str]]:
        """The sidecars read so far, and what is wrong with them."""
        return {name: file.problems for name, file in self._files.items()}

    def _gather(self, page: str) -> Corrections:
        parts = page.split("/")[:-1]
        names = ["/".join((*parts[:i], FOLDER_FILE)) for i in range(len(parts) + 1)]
        stem = page.rpartition(".")[0]
        files = [self._file(name) for name in (*names, f"{stem}.yaml", f"{stem}.yml") if name in self._names]
        told = Corrections(fingerprint=content_hash(*(file.fingerprint for file in files)) if files else "")
        for file in files:
            self._take(file, told)
        return told

    def _file(self, name: str) -> ConfigFile:
        if name not in self._files:
            file = ConfigFile.read(self._saved / name, name)
            file.drop_unknown(KEYS)
            file.data = {key: value for key, value in file.data.items() if self._right(file, key, value)}
            self._files[name] = file
        return self._files[name]

    def _right(self, file: ConfigFile, key: str, value: Any) -> bool:
        """Whether a value is of its key's kind; a wrong one is named and left out."""
        wants = _kind(key)
        if value is not None and not _is_kind(wants, value):
            file.complain(f"`{key}` must be {wants}, not {brief(value)}")
            return False
        limit = _LIMITS.get(key)
        if limit and value is not None and not limit[0](value):
            file.complain(f"`{key}` must be {limit[1]}, not {brief(value)}")
            return False
        if key == "election" and value and value not in self._calendars.elections:
            file.unknown(value, self._calendars.elections, "election")
            return False
        if key == "stage" and value and value not in self._calendars.types:
            file.unknown(value, self._calendars.types, "stage")
            return False
        return True

    def _take(self, file: ConfigFile, told: Corrections) -> None:
        for key, value in file.data.items():
            if key in ("publish", "reason"):
                setattr(told, key, value if value is not None else key == "publish" or None)
            elif key in PEOPLE:
                told.facts[key] = Fact(_texts(value) or None, "curator")
            elif key in FACTS:
                told.facts[key] = Fact(_text(value) if isinstance(value, str) else value, "curator")
            elif key == "body" and value:
                told.texts[key] = _paragraphs(value)
            elif key == "review":
                told.texts[key] = _texts(value)
            elif value is not None:
                told.texts[key] = _text(value)


def _kind(key: str) -> str:
    if key in _DATES:
        return "a date such as 2024-11-27"
    if key in PEOPLE or key == "review":
        return "a text or a list of texts"
    return {"views": "a whole number", "publish": "true or false"}.get(key, "a text")


def _is_kind(wants: str, value: Any) -> bool:
    if wants.startswith("a date"):
        return isinstance(value, datetime.date) and not isinstance(value, datetime.datetime)
    if wants == "a whole number":
        return isinstance(value, int) and not isinstance(value, bool) and value >= 0
    if wants == "true or false":
        return isinstance(value, bool)
    if wants == "a text":
        return isinstance(value, str) and bool(_text(value))
    return isinstance(value, str) or (isinstance(value, list) and all(isinstance(v, str) for v in value))


def _paragraphs(value: str) -> tuple[str, ...]:
    """Paragraphs between empty lines; a line end inside one stays."""
    parts = ("\n".join(filter(None, map(fold, part.split("\n")))) for part in plain(value).split("\n\n"))
    return tuple(part for part in parts if part)


def _text(value: str) -> str:
    return fold(plain(value))


def _texts(value: Any) -> tuple[str, ...]:
    found = map(_text, [value] if isinstance(value, str) else value or [])
    return tuple(text for text in found if text)

"""What the curator says of a page: sidecars (`x.yaml` beside `x.txt`) and `_folder.yaml`."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from kliping.archive.scanner import FOLDER_FILE
from kliping.article.corrections import NO_CORRECTIONS, Corrections
from kliping.article.fields import FACTS, FIELDS, Fact
from kliping.article.kinds import PARAGRAPHS, TEXT, TRUTH, WrongValue
from kliping.elections.calendars import Calendars
from kliping.system.config_file import ConfigFile, brief
from kliping.system.hashing import content_hash

_KINDS = {field.name: (field.kind, field.limit) for field in FIELDS if field.sidecar}
_KINDS |= {"body": (PARAGRAPHS, None), "publish": (TRUTH, None), "reason": (TEXT, None)}
KEYS = tuple(_KINDS)


class Sidecars:
    """Reads sidecars once each and names what is wrong with them."""

    def __init__(self, saved: Path, names: Iterable[str], calendars: Calendars) -> None:
        """`names` are the sidecars that stand in the saved folder, as paths below it."""
        self._saved, self._names, self._calendars = saved, frozenset(names), calendars
        self._files: dict[str, ConfigFile] = {}
        self._corrections: dict[str, Corrections] = {}

    def of(self, page: str) -> Corrections:
        """The corrections of a page (its path below the saved folder): the nearest file wins key by key."""
        if not self._names:
            return NO_CORRECTIONS
        if page not in self._corrections:
            self._corrections[page] = self._gather(page)
        return self._corrections[page]

    @property
    def read(self) -> dict[str, list[str]]:
        """The sidecars read so far, and what is wrong with them."""
        return {name: file.problems for name, file in self._files.items()}

    def _gather(self, page: str) -> Corrections:
        parts = page.split("/")[:-1]
        names = ["/".join((*parts[:i], FOLDER_FILE)) for i in range(len(parts) + 1)]
        stem = page.rpartition(".")[0]
        files = [self._file(name) for name in (*names, f"{stem}.yaml", f"{stem}.yml") if name in self._names]
        corrections = Corrections(fingerprint=content_hash(*(file.fingerprint for file in files)) if files else "")
        for file in files:
            _correct(corrections, file)
        return corrections

    def _file(self, name: str) -> ConfigFile:
        if name not in self._files:
            file = ConfigFile.read(self._saved / name, name)
            file.drop_unknown(KEYS)
            file.data = dict(self._values(file))
            self._files[name] = file
        return self._files[name]

    def _values(self, file: ConfigFile) -> Iterator[tuple[str, Any]]:
        """Each key with its value in its one form; a wrong value is named and left out."""
        calendars = self._calendars
        ids: dict[str, Mapping[str, object]] = {"election": calendars.elections, "stage": calendars.types}
        for key, value in file.data.items():
            kind, limit = _KINDS[key]
            try:
                result = kind.read(value, limit)
                if result is None and value is not None:
                    raise WrongValue(f"must be a text, not {brief(value)}")
            except WrongValue as error:
                file.complain(f"`{key}` {error}")
                continue
            if result is not None and key in ids and result not in ids[key]:
                file.unknown(result, ids[key], key)
            else:
                yield key, result


def _correct(corrections: Corrections, file: ConfigFile) -> None:
    """Add what one file says to the corrections of a page, in place of what files further away said."""
    for key, value in file.data.items():
        if key == "publish":
            corrections.publish = value is not False
        elif key == "reason":
            corrections.reason = value
        elif key in FACTS:
            corrections.facts[key] = Fact(None if value == () else value, "curator")
        elif value is not None:
            corrections.texts[key] = value

"""The settings of the digest: pelican.conf.py read as Pelican reads it, without starting Pelican."""

from __future__ import annotations

import runpy
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kliping.site.settings import errors
from kliping.system.errors import Stop
from kliping.system.hashing import content_hash
from kliping.text.urls import site_address

PLUGIN = "kliping.site.pelican.plugin"


@dataclass(frozen=True, slots=True)
class Settings:
    """What pelican.conf.py says, by name in capitals. `key` tells one reading from another."""

    file: Path
    values: Mapping[str, Any]
    key: str

    @classmethod
    def read(cls, file: Path, site_url: str | None = None) -> Settings:
        """Run the settings file. Raises Stop where it fails, naming line and reason."""
        try:
            found = runpy.run_path(str(file))
        except FileNotFoundError as error:
            if error.filename != str(file):
                raise Stop(f"{errors.where(error, file)}: {errors.told(error)}; mend the settings") from error
            raise Stop(f"{file.name}: is not there; put it back") from error
        except (Exception, SystemExit) as error:  # whatever a settings file may do
            raise Stop(f"{errors.where(error, file)}: {errors.told(error)}; mend the settings") from error
        values = {name: value for name, value in found.items() if name.isupper()}
        if site_url:
            values["SITEURL"] = site_url
        for name in ("SITENAME", "SITEURL", "THEME"):
            if not isinstance(values.get(name), str):
                raise Stop(f"{file.name}: {name} is not set to a text; set it")
        try:
            values["SITEURL"] = site_address(values["SITEURL"])
        except ValueError as error:
            raise Stop(f"{file.name}: SITEURL {error}") from None
        plain = {name: value for name, value in values.items() if _is_plain(value)}
        return cls(file, values, content_hash(file.read_bytes(), repr(sorted(plain.items()))))

    @property
    def name(self) -> str:
        return str(self.values["SITENAME"])

    @property
    def description(self) -> str:
        return str(self.values.get("SITE_DESCRIPTION", ""))

    @property
    def site_url(self) -> str:
        return str(self.values["SITEURL"])

    @property
    def theme(self) -> Path:
        """The theme's folder; a relative one lies beside the settings."""
        folder = self.file.parent / str(self.values["THEME"])
        if not folder.is_dir():
            raise Stop(f"{self.file.name}: THEME names {folder}, and there is no such folder")
        return folder

    @property
    def has_guests(self) -> bool:
        """Whether plugins of others are at work, of which nobody knows what their pages are made from."""
        return self.values.get("PLUGINS") != [PLUGIN]


def _is_plain(value: Any) -> bool:
    """Whether a value's own text tells it: not so of functions, which stand in the file itself."""
    if isinstance(value, (list, tuple)):
        return all(map(_is_plain, value))
    if isinstance(value, dict):
        return all(_is_plain(part) for pair in value.items() for part in pair)
    return value is None or isinstance(value, (str, int, float, bool, Path))

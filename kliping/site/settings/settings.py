"""The settings of the digest: pelican.conf.py read as Pelican reads it, without starting Pelican."""

import runpy
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kliping.locale import LANGUAGES, _
from kliping.site.settings import errors
from kliping.system.errors import Stop
from kliping.system.hashing import content_hash
from kliping.text.urls import site_address

PLUGIN = "kliping.site.pelican.plugin"
_OLD_PLUGIN = "kliping.site.plugin"  # its module until November 2026


@dataclass(frozen=True, slots=True)
class Settings:
    """What pelican.conf.py says, by name in capitals. `key` tells one reading from another."""

    file: Path
    values: Mapping[str, Any]
    key: str

    @classmethod
    def read(cls, file: Path, site_url: str | None = None) -> "Settings":
        """Run the settings file. Raises Stop where it fails or sets what we refuse, naming line and reason."""
        try:
            variables = runpy.run_path(str(file))
        except FileNotFoundError as error:
            if error.filename != str(file):
                raise Stop(_failed(file, error)) from error
            raise Stop(_("{file}: is not there; put it back").format(file=file.name)) from error
        except (Exception, SystemExit) as error:  # whatever a settings file may do
            raise Stop(_failed(file, error)) from error
        values = {"PUBLISHER": "", "CONTACT": ""}
        values |= {name: value for name, value in variables.items() if name.isupper()}
        if site_url:
            values["SITEURL"] = site_url
        for name in ("SITENAME", "SITEURL", "THEME", "PUBLISHER", "CONTACT"):
            if not isinstance(values.get(name), str):
                raise Stop(_("{file}: {name} is not set to a text; set it").format(file=file.name, name=name))
        if not values["SITENAME"].strip():
            raise Stop(_("{file}: SITENAME is empty; give the digest a name").format(file=file.name))
        if values.get("MESSAGES", "") not in ("", *LANGUAGES):
            why = _("{file}: MESSAGES is {value}; write one of {languages}, or leave it empty")
            raise Stop(why.format(file=file.name, value=repr(values["MESSAGES"]), languages=", ".join(LANGUAGES)))
        plugins = values.get("PLUGINS")
        if isinstance(plugins, (list, tuple)) and _OLD_PLUGIN in plugins:
            why = _('{file}: PLUGINS names "{old}", which has moved; write PLUGINS = ["{new}"]')
            raise Stop(why.format(file=file.name, old=_OLD_PLUGIN, new=PLUGIN))
        try:
            values["SITEURL"] = site_address(values["SITEURL"])
        except ValueError as error:
            raise Stop(f"{file.name}: SITEURL {error}") from None
        plain = {name: value for name, value in values.items() if _is_plain(value)}
        return cls(file, values, content_hash(file.read_bytes(), repr(sorted(plain.items()))))

    @property
    def name(self) -> str:
        """The site's name."""
        return str(self.values["SITENAME"])

    @property
    def description(self) -> str:
        """What the site is, in a sentence; empty where nothing says it."""
        return str(self.values.get("SITE_DESCRIPTION", ""))

    @property
    def publisher(self) -> str:
        """Who publishes the digest; empty where nobody says so."""
        return str(self.values.get("PUBLISHER", ""))

    @property
    def contact(self) -> str:
        """How to reach them: an e-mail address, a web address or any text; empty where nothing says it."""
        return str(self.values.get("CONTACT", ""))

    @property
    def site_url(self) -> str:
        """The site's address, without a slash at its end."""
        return str(self.values["SITEURL"])

    @property
    def theme(self) -> Path:
        """The theme's folder; a relative one lies beside the settings. Raises Stop where there is none."""
        folder = self.file.parent / str(self.values["THEME"])
        if not folder.is_dir():
            why = _("{file}: THEME names {folder}, and there is no such folder")
            raise Stop(why.format(file=self.file.name, folder=folder))
        return folder

    @property
    def has_other_plugins(self) -> bool:
        """Whether PLUGINS names others than ours, whose pages may be made from what no key tells."""
        return self.values.get("PLUGINS") != [PLUGIN]


def _failed(file: Path, error: BaseException) -> str:
    why = _("{place}: {error}; mend the settings")
    return why.format(place=errors.location(error, file), error=errors.description(error))


def _is_plain(value: Any) -> bool:
    """Whether a value's own text tells it: not so of functions, which stand in the file itself."""
    if isinstance(value, (list, tuple)):
        return all(map(_is_plain, value))
    if isinstance(value, dict):
        return all(_is_plain(part) for pair in value.items() for part in pair)
    return value is None or isinstance(value, (str, int, float, bool, Path))

"""Messages to users in their language: the code holds them in English, a catalogue the Indonesian (gettext).

`_("{file}: is not there; put it back").format(file=name)` is how a message is written: a literal text with named
places, translated before it is filled. `choose` sets the language of the process once, before the first message;
without it messages are English. What goes into Markdown, CSV and JSON is never translated here.
"""

import gettext
import os
import re
from collections.abc import Mapping
from pathlib import Path

LANGUAGES = ("id", "en")
_ZONES = ("Asia/Jakarta", "Asia/Pontianak", "Asia/Makassar", "Asia/Jayapura")  # of Indonesia
_NOTHING = ("", "C", "POSIX")  # what LANGUAGE or LANG holds where nobody chose a language
_PLAIN_SETTING = re.compile(r"""^([A-Z_]+) *= *["']([^"'\n]*)["']""", re.MULTILINE)
_CATALOGUES = Path(__file__).parent

_chosen: list[gettext.NullTranslations] = [gettext.NullTranslations()]


def _(message: str) -> str:
    """A message in the language of the process; its named places are still to be filled."""
    return _chosen[0].gettext(message)


def language() -> str:
    """The language of messages: `id` or `en`."""
    return str(_chosen[0].info().get("language", "en"))


def use(name: str) -> None:
    """Give all later messages of this process in a language, one of LANGUAGES."""
    _chosen[0] = gettext.translation("kliping", _CATALOGUES, [name], fallback=True)


def choose(settings: Path, environment: Mapping[str, str] = os.environ) -> None:
    """Use the language that the settings file, else the environment, asks for.

    The setting MESSAGES decides; then LANGUAGE, LC_ALL, LC_MESSAGES and LANG; then Indonesian where TIMEZONE is one of
    Indonesia's. Another language than ours gives English.
    """
    told = _settings(settings)
    name = told.get("MESSAGES") or _asked(environment) or ("id" if told.get("TIMEZONE") in _ZONES else "en")
    use(name if name in LANGUAGES else "en")


def _asked(environment: Mapping[str, str]) -> str | None:
    """The first language that the environment names; None where it says nothing of one (`C.UTF-8`)."""
    for variable in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        first = environment.get(variable, "").partition(":")[0].partition(".")[0].partition("@")[0]
        if first not in _NOTHING:
            return first.partition("_")[0].casefold()
    return None


def _settings(file: Path) -> dict[str, str]:
    """The settings whose value is a plain text, without running the file; it may be broken elsewhere."""
    try:
        return dict(_PLAIN_SETTING.findall(file.read_text(encoding="utf-8", errors="replace")))
    except OSError:
        return {}

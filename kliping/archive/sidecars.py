"""What the curator says of a page: sidecars (`x.yaml` beside `x.txt`) and `_folder.yaml`."""

import difflib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kliping.archive.beside import Beside
from kliping.article import publication
from kliping.article.corrections import NO_CORRECTIONS, Corrections
from kliping.article.fields import FACTS, Fact
from kliping.article.keys import KEYS, WORDS, key_of, shown
from kliping.article.kinds import WrongValue
from kliping.elections import names
from kliping.elections.calendars import Calendars
from kliping.elections.model import Election, StageType
from kliping.locale import _
from kliping.system.config_file import ConfigFile, brief
from kliping.system.hashing import content_hash
from kliping.system.limits import RULE_BYTES

_OWN_MARKS = ("tone", "tags")


@dataclass(slots=True)
class _Sidecar:
    """What one file says."""

    file: ConfigFile
    values: dict[str, Any] = field(default_factory=dict)  # by key, each in its one form
    is_withheld: bool = False  # a takedown may be meant, and cannot be read
    is_shared: bool = False  # it speaks of several pages, so it is not known of which

    @property
    def fingerprint(self) -> str:
        """Changes with all that it says, and with whether it counts."""
        return content_hash(self.file.fingerprint, str(self.is_withheld), str(self.is_shared))


class Sidecars:
    """Reads sidecars once each and names what is wrong with them."""

    def __init__(self, saved: Path, beside: Beside, calendars: Calendars) -> None:
        self._saved, self._beside = saved, beside
        self._ids: dict[str, Mapping[str, Election] | Mapping[str, StageType]] = {
            "election": calendars.elections,
            "stage": calendars.types,
        }
        self._sidecars: dict[str, _Sidecar] = {}
        self._corrections: dict[str, Corrections] = {}

    def of(self, page: str) -> Corrections:
        """The corrections of a page (its path below the saved folder): the nearest file wins key by key."""
        if page not in self._corrections:
            sidecars = [self._sidecar(name) for name in self._beside.of(page)]
            self._corrections[page] = _corrections(sidecars) if sidecars else NO_CORRECTIONS
        return self._corrections[page]

    def alone(self, name: str) -> Corrections:
        """What one sidecar says, whatever it stands beside."""
        return _corrections([self._sidecar(name)])

    @property
    def read(self) -> dict[str, list[str]]:
        """The sidecars read so far, and what is wrong with them."""
        return {name: sidecar.file.problems for name, sidecar in self._sidecars.items()}

    def _sidecar(self, name: str) -> _Sidecar:
        if name not in self._sidecars:
            path = self._saved / name
            is_file = path.is_file() and not path.is_symlink()
            sidecar = _Sidecar(ConfigFile.read(path, name) if is_file else ConfigFile(name, unreadable=True))
            pages = self._beside.speaks.get(name, ())
            sidecar.is_shared = len(pages) > 1
            if sidecar.is_shared:
                names = _(" or ").join(f"{page.rpartition('/')[2]}.yaml" for page in pages)
                problem = _("speaks of several pages and is used for none; write {names}")
                sidecar.file.complain(problem.format(names=names))
            self._sidecars[name] = sidecar
            sidecar.is_withheld = not is_file or (sidecar.file.unreadable and _may_take_down(path))
            self._settle(sidecar)
        return self._sidecars[name]

    def _settle(self, sidecar: _Sidecar) -> None:
        """Sort the keys of a file; what is wrong is named and left out, and where a takedown may be meant, withheld."""
        file, known = sidecar.file, {}
        sidecar.is_withheld |= any(map(publication.is_meant, file.left_out))
        written: dict[str, str] = {}  # field -> its key as the curator wrote it
        publishing = {key: value for key, value in file.data.items() if publication.is_meant(key)}
        try:
            if publishing:
                known["publish"] = publication.withdrawal(publishing, is_sidecar=True) is None
        except WrongValue as error:
            sidecar.is_withheld = True
            file.complain(_("{problem}; the page is withheld until then").format(problem=error))
        if len(publishing) > 1:
            file.complain(_("gives `{key}` twice; leave one of them").format(key="publish"))
        left_out = {key_of(key) for key in file.left_out}
        for key, value in file.data.items():
            name = key_of(key)
            if key in publishing:
                continue
            if name is None or name not in KEYS:
                _refuse(file, key)
            elif name in known or name in left_out:
                why = _("gives `{key}` twice, as `{first}` and as `{second}`; leave one of them")
                file.complain(why.format(key=name, first=written.get(name, name), second=key))
                known.pop(name, None)
                left_out.add(name)
            else:
                known[name], written[name] = value, key
        sidecar.values = dict(self._values(file, known, written))

    def _values(
        self, file: ConfigFile, known: Mapping[str, Any], written: Mapping[str, str]
    ) -> Iterator[tuple[str, Any]]:
        """Each key with its value in its one form; a wrong value is named by the key as `written`, and left out."""
        for key, value in known.items():
            try:
                result = KEYS[key].kind.read(value, KEYS[key].limit)
                if result is None and value is not None:
                    raise WrongValue(_("must be a text, not {value}").format(value=brief(value)))
            except WrongValue as error:
                file.complain(_("`{key}` {problem}").format(key=written.get(key, key), problem=error))
                continue
            if result is not None and key in self._ids:
                if (found := names.id_of(result, self._ids[key])) is None:
                    file.unknown(result, self._ids[key], _("stage") if key == "stage" else _("election"))
                    continue
                result = found
            yield key, result


def _may_take_down(path: Path) -> bool:
    """Whether a sidecar that is no YAML may hold a takedown: it names one somewhere, or nobody can tell."""
    try:
        return path.stat().st_size > RULE_BYTES or bool(
            publication.MENTIONED.search(path.read_bytes().replace(b"\0", b""))
        )
    except OSError:
        return True


def _refuse(file: ConfigFile, key: str) -> None:
    """Name a key that no sidecar takes."""
    if key.strip().casefold() in _OWN_MARKS:
        file.complain(_("`{key}` is a mark of your own, and those are not read yet; take it out").format(key=key))
    elif near := difflib.get_close_matches(key.strip().casefold(), WORDS, n=1, cutoff=0.7):
        file.complain(_("unknown {what} `{key}`; did you mean `{near}`?").format(what=_("key"), key=key, near=near[0]))
    else:
        file.unknown(key, [*map(shown, KEYS)])


def _corrections(sidecars: list[_Sidecar]) -> Corrections:
    """What several files say together, the nearest last."""
    corrections = Corrections(fingerprint=content_hash(*(sidecar.fingerprint for sidecar in sidecars)))
    for sidecar in sidecars:
        _correct(corrections, sidecar)
    return corrections


def _correct(corrections: Corrections, sidecar: _Sidecar) -> None:
    """Add what one file says to the corrections of a page, in place of what files further away said."""
    values = sidecar.values
    if sidecar.is_shared:  # only a takedown counts: it is safe for all
        values = {key: values[key] for key in ("publish", "reason") if values.get("publish") is False and key in values}
    if "publish" in values:
        corrections.publish, corrections.withheld = values["publish"], None
    if sidecar.is_withheld or (sidecar.is_shared and not values.get("publish", True)):
        corrections.withheld = sidecar.file.name
    for key, value in values.items():
        if key == "reason":
            corrections.reason = value
        elif key in FACTS:
            corrections.facts[key] = Fact(None if value == () else value, "curator")
        elif key != "publish" and value is not None:
            corrections.texts[key] = value

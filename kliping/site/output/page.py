"""One file of the site: the key of all it is made from, and how it is made."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from kliping.locale import _
from kliping.site.model.facts import facts_of
from kliping.site.output.manifest import SiteFolder
from kliping.site.output.versions import code_versions
from kliping.site.render.templates import PageInfo, Theme, template_hashes
from kliping.site.settings.settings import Settings
from kliping.system.errors import Exit, Stop
from kliping.system.hashing import content_hash


class Output(NamedTuple):
    """A file of the site. While its key stays, so do its bytes."""

    file: str
    key: str
    make: Callable[[Theme], str | bytes]

    def data(self, theme: Theme) -> bytes:
        """Its bytes, made now. Raises Stop where a template fails."""
        made = self.make(theme)
        return made.encode() if isinstance(made, str) else made


def outputs_of(folder: SiteFolder, prefix: str = "") -> dict[str, Output]:
    """The listed files of a folder as outputs that copy them; each file's name on the site begins with `prefix`."""

    def copy(path: Path) -> Callable[[Theme], bytes]:
        return lambda theme: path.read_bytes()

    files = ((prefix + name, key, copy(folder.folder / name)) for name, (_, key) in folder.files.items())
    return {name: Output(name, key, make) for name, key, make in files}


@dataclass(frozen=True, slots=True)
class SharedInputs:
    """What the keys of all outputs share: settings, versions of the code, links to hand-written pages, templates."""

    name: str
    description: str
    site_url: str
    publisher: str
    contact: str
    base: str  # hash of settings and code, for what is made without a template
    templates: Mapping[str, str]  # hash of these, of what every page shows, and of each template, by its name

    @classmethod
    def of(cls, settings: Settings, site: object) -> "SharedInputs":
        """`site` is what every page shows of the whole. Raises Stop where the theme lacks a template."""
        base = content_hash(*code_versions(), settings.key)
        whole = content_hash(base, repr(site))
        templates = {name: content_hash(whole, key) for name, key in template_hashes(settings).items()}
        told = settings.name, settings.description, settings.site_url, settings.publisher, settings.contact
        return cls(*told, base, templates)

    def page(self, here: PageInfo, template: str, data: Mapping[str, Any]) -> Output:
        """A page. Its key follows from the very data that its template is given."""
        data = {"here": here, **data}
        key = content_hash(self.templates[template], facts_of(data))
        return Output(here.file, key, lambda theme: theme.page(here.file, template, data))

    def file(self, name: str, facts: object, make: Callable[[], str | bytes]) -> Output:
        """A file made without a template, from these facts alone."""
        return Output(name, content_hash(self.base, name, facts_of(facts)), lambda theme: make())


def refuse_two_makers(makers: Mapping[str, Collection[str]]) -> None:
    """Raise Stop, naming both, where two makers make the same file. `makers` are their names and files."""
    owners: dict[str, str] = {}
    for maker, files in makers.items():
        for file in files:
            if file in owners:
                why = _("{file} would be made by {one} and by {other}; give one another address; the old site is kept")
                raise Stop(why.format(file=file, one=owners[file], other=maker), Exit.FAILED)
            owners[file] = maker

"""Which sidecar speaks of which saved pages: `x.yaml` or `x.html.yaml` of x.html, `_folder.yaml` of a folder."""

import re
from collections.abc import Collection, Iterable, Iterator

from kliping.formats import READERS

# Any case, for file systems differ in it; Notepad puts .txt behind.
SIDECAR = re.compile(r"(?P<name>.+)\.ya?ml(?:\.txt)?", re.IGNORECASE)
_FOLDER = re.compile(r"(?P<folder>(?:.*/)?)_folder\.ya?ml(?:\.txt)?", re.IGNORECASE)


class Beside:
    """Pages and sidecars by each other. All are paths below the saved folder."""

    def __init__(self, pages: Collection[str], sidecars: Iterable[str]) -> None:
        """`sidecars` come in order of name; of two of one page the later wins key by key, the one of its whole name."""
        self._pages, self._folders = pages, dict[str, list[str]]()
        self.speaks: dict[str, list[str]] = {}  # sidecar -> pages
        named: dict[str, str] = {}
        for sidecar in sidecars:
            if folder := _FOLDER.fullmatch(sidecar):
                self._folders.setdefault(folder["folder"], []).append(sidecar)
            elif found := SIDECAR.fullmatch(sidecar):
                named[sidecar] = found["name"]
        near = self._near({name.casefold() for name in named.values()}) if named else {}
        self._of: dict[str, list[str]] = {}  # page -> sidecars
        for sidecar, name in named.items():
            self.speaks[sidecar] = _meant(name, near.get(name.casefold(), []))
            for page in self.speaks[sidecar]:
                self._of.setdefault(page, []).append(sidecar)
        for page, names in self._of.items():
            names.sort(key=lambda sidecar: named[sidecar].casefold() == page.casefold())

    def _near(self, wanted: set[str]) -> dict[str, list[str]]:
        """Name without suffix, or whole name, of those wanted -> the pages that have it in some case."""
        near: dict[str, list[str]] = {}
        for page in self._pages:
            folded = page.casefold()
            for name in (folded, folded.rpartition(".")[0]):
                if name in wanted:
                    near.setdefault(name, []).append(page)
        return near

    def of(self, page: str) -> Iterator[str]:
        """The files that speak of a page, the nearest last."""
        if self._folders:
            parts = page.split("/")[:-1]
            for depth in range(len(parts) + 1):
                yield from self._folders.get("".join(f"{part}/" for part in parts[:depth]), ())
        yield from self._of.get(page, ())

    def pages(self, sidecars: Iterable[str]) -> set[str]:
        """The pages of which some sidecars speak."""
        found: set[str] = set()
        folders = []
        for name in sidecars:
            if folder := _FOLDER.fullmatch(name):
                folders.append(folder["folder"])
            else:
                found.update(self.speaks[name] if name in self.speaks else self._once(name))
        if folders:
            found |= {page for page in self._pages if page.startswith(tuple(folders))}
        return found

    def _once(self, gone: str) -> list[str]:
        """The pages of which a sidecar that is gone may have spoken."""
        found = SIDECAR.fullmatch(gone)
        name = found["name"].casefold() if found else ""
        return self._near({name}).get(name, [])

    def near(self, pages: Iterable[str]) -> set[str]:
        """The sidecars with the name of a page (there or gone), whether they speak of it or of another."""
        by_name: dict[str, list[str]] = {}
        for sidecar in self.speaks:
            if found := SIDECAR.fullmatch(sidecar):
                by_name.setdefault(found["name"].casefold(), []).append(sidecar)
        folded = [page.casefold() for page in pages] if by_name else []
        names = (name for page in folded for name in (page, page.rpartition(".")[0]))
        return {sidecar for name in names for sidecar in by_name.get(name, ())}

    def lonely(self) -> list[str]:
        """The sidecars that speak of no page."""
        return [sidecar for sidecar, pages in self.speaks.items() if not pages]

    def sidecar(self, page: str) -> str:
        """The sidecar to write for a page, whether it is there yet or not."""
        own = [name for name in self._of.get(page, ()) if len(self.speaks[name]) == 1]
        stem, dot, suffix = page.rpartition(".")
        is_alone = not any(f"{stem}{other}" in self._pages for other in READERS if other != dot + suffix)
        return own[-1] if own else f"{stem if is_alone else page}.yaml"


def pages_meant(sidecar: str) -> list[str]:
    """The names that a page of a sidecar may have had."""
    found = SIDECAR.fullmatch(sidecar)
    return [found["name"], *(f"{found['name']}{suffix}" for suffix in READERS)] if found else []


def _meant(name: str, pages: list[str]) -> list[str]:
    """Of pages with a sidecar's name, in some case, those that are meant: the whole name before the part, its own case
    before another.
    """
    whole = [page for page in pages if page.casefold() == name.casefold()]
    exact = [page for page in pages if name in (page, page.rpartition(".")[0])]
    return [page for page in whole if page in exact] or whole or exact or pages

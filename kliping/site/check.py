"""Proves a site: builds it once more from nothing, beside, and compares every byte."""

import shutil
from collections.abc import Collection, Mapping
from dataclasses import replace
from pathlib import Path

from kliping.locale import _
from kliping.site.build import Build, Places


def check(places: Places, site_url: str | None = None, withheld: Collection[str] = ()) -> list[str]:
    """In which files the site in `output` differs from one built from nothing, and how. Raises Stop as a build does.

    `withheld` are files of articles that neither shows.
    """
    beside = places.state / "check"
    shutil.rmtree(beside, ignore_errors=True)
    beside.mkdir(parents=True)
    try:
        anew = replace(places, output=beside / "output", state=beside / "state")
        anew.state.mkdir()
        with Build(anew, site_url, fresh=True) as site:
            site.finish(withheld)
        have, want = _files(places.output), _files(anew.output)
        return [f"{name}: {reason}" for name in sorted(have | want) if (reason := _difference(have, want, name))]
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _files(folder: Path) -> dict[str, Path]:
    return {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if not path.is_dir()}


def _difference(have: Mapping[str, Path], want: Mapping[str, Path], name: str) -> str | None:
    if name not in want:
        return _("a build from nothing does not have it")
    if name not in have:
        return _("is missing")
    return None if have[name].read_bytes() == want[name].read_bytes() else _("differs from a build from nothing")

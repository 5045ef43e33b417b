"""Proves a site: builds it once more from nothing, beside, and compares every byte."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from kliping.site.build import Build, Places


def check(places: Places, site_url: str | None = None) -> list[str]:
    """In which files the site in `output` differs from one built from nothing, and how; none where it is right."""
    beside = places.state / "check"
    shutil.rmtree(beside, ignore_errors=True)
    beside.mkdir(parents=True)
    try:
        anew = replace(places, output=beside / "output", state=beside / "state")
        anew.state.mkdir()
        with Build(anew, site_url, fresh=True) as site:
            site.finish()
        return list(_differences(places.output, anew.output))
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _differences(mine: Path, anew: Path) -> Iterator[str]:
    have, want = _files(mine), _files(anew)
    for name in sorted(have | want):
        if name not in want:
            yield f"{name}: a build from nothing does not have it"
        elif name not in have:
            yield f"{name}: is missing"
        elif (mine / name).read_bytes() != (anew / name).read_bytes():
            yield f"{name}: differs from a build from nothing"


def _files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if not path.is_dir()}

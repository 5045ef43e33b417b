"""Rows and calendars -> the outputs of the digest: pure, no files. One module for each kind of page."""

from __future__ import annotations

from itertools import chain

from kliping.site import sitemap
from kliping.site.data import Data
from kliping.site.digest import Digest
from kliping.site.output import Output
from kliping.site.plan import archive, articles, elections, feeds, home, names

_PARTS = (home, elections, articles, archive, names, feeds)


def outputs(digest: Digest) -> dict[str, Output]:
    """Every file of the digest by its name, in the order in which they are written."""
    data = Data(digest.rows, digest.elections, digest.outlet_count, digest.ground)
    parts = (*(part.outputs(digest) for part in _PARTS), data.outputs())
    every = {output.file: output for output in chain.from_iterable(parts)}
    written = [f"{path}index.html" for path in digest.written]
    maps = sitemap.outputs(digest.ground, [*every, *written], digest.rows)
    return every | {output.file: output for output in maps}

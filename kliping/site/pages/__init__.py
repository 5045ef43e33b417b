"""Rows and calendars -> the outputs of the digest: pure, no files. One module for each kind of page."""

from __future__ import annotations

from itertools import chain

from kliping.site.digest import Digest
from kliping.site.output.page import Output
from kliping.site.pages import archive, articles, data, elections, feeds, home, names, sitemap

_PARTS = (home, elections, articles, archive, names, data, feeds)


def outputs(digest: Digest) -> dict[str, Output]:
    """Every file of the digest by its name, in the order in which they are written."""
    every = {output.file: output for output in chain.from_iterable(part.outputs(digest) for part in _PARTS)}
    written = [f"{path}index.html" for path in digest.written]
    maps = sitemap.outputs(digest.ground, [*every, *written], digest.rows)
    return every | {output.file: output for output in maps}

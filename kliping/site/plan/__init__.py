"""Rows and calendars -> the outputs of the digest: pure, no files. One module for each kind of page."""

from __future__ import annotations

from itertools import chain

from kliping.site import sitemap
from kliping.site.digest import Digest
from kliping.site.output import Output
from kliping.site.plan import archive, articles, elections, feeds, home, names

_PARTS = (home, elections, articles, archive, names, feeds)


def outputs(digest: Digest) -> dict[str, Output]:
    """Every file of the digest by its name, in the order in which they are written."""
    found = {output.file: output for output in chain.from_iterable(part.outputs(digest) for part in _PARTS)}
    return found | {output.file: output for output in sitemap.outputs(digest.ground, found, digest.rows)}

"""Which kinds of pages the site has and at which addresses: one module of `site/pages/` and one line here for each."""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from kliping.elections.model import ELECTION_ID
from kliping.locale import _
from kliping.site.digest import Digest
from kliping.site.output.page import Output, refuse_two_makers
from kliping.site.pages import archive, articles, data, elections, feeds, home, names, search, sitemap
from kliping.system.errors import Exit, Stop


class Route(NamedTuple):
    """A kind of page: how its outputs are made, and the first parts of its addresses, as one pattern."""

    outputs: Callable[[Digest], Iterable[Output]]
    addresses: str


ROUTES = (  # in the order in which they are written
    Route(home.outputs, "index|404"),
    Route(elections.outputs, ELECTION_ID),
    Route(articles.outputs, "berita"),
    Route(archive.outputs, "arsip|lainnya|tanpa-tanggal"),
    Route(names.outputs, "media|reporter|kantor-berita"),
    Route(data.outputs, "data"),
    Route(feeds.outputs, "langganan"),
    Route(search.outputs, "cari"),
)
_OTHERS = "sitemap|theme|pagefind"  # folders of what is no page


def is_reserved(name: str) -> bool:
    """Whether the site itself may use `/name/`, so that no hand-written page can stand there."""
    return re.fullmatch("|".join([*(route.addresses for route in ROUTES), _OTHERS]), name) is not None


def outputs(digest: Digest, routes: Sequence[Route] = ROUTES) -> dict[str, Output]:
    """Every file of the digest by its name, in the order in which they are written.

    Raises Stop, naming both, where two kinds of pages, or one and a hand-written page, have the same address, and where
    a kind has a page at an address that its route does not name.
    """
    every: dict[str, Output] = {}
    makers: dict[str, list[str]] = {}
    for route in routes:
        made, maker = list(route.outputs(digest)), f"site/pages/{route.outputs.__module__.rpartition('.')[2]}.py"
        makers[maker] = [output.file for output in made]
        _refuse_other_addresses(route, maker, makers[maker])
        every |= {output.file: output for output in made}
    written = {f"content/pages/{path.rstrip('/')}.md": [f"{path}index.html"] for path in digest.written}
    refuse_two_makers(makers | written)
    files = (*every, *(file for its in written.values() for file in its))
    return every | {output.file: output for output in sitemap.outputs(digest.shared, files, digest.rows)}


def _refuse_other_addresses(route: Route, maker: str, files: Iterable[str]) -> None:
    folders = {file.partition("/")[0] for file in files if file.endswith("/index.html")}
    for folder in sorted(folders):
        if not re.fullmatch(route.addresses, folder):
            why = _("{maker} has a page in {folder}/, which its line in site/routes.py does not name")
            raise Stop(why.format(maker=maker, folder=folder), Exit.FAILED)

"""One page of each type: of many, the longest, for it strains its template most."""

from __future__ import annotations

from tests.site.conftest import Site

TYPES = {  # type -> which files are of it
    "home": "index.html",
    "election": "p*-20[0-9][0-9]/index.html",
    "stage": "p*-20[0-9][0-9]/*/index.html",
    "month of a stage": "p*-20[0-9][0-9]/*/[0-9]*/[0-9]*/index.html",
    "article": "berita/*/index.html",
    "outlets": "media/index.html",
    "outlet": "media/*/index.html",
    "reporters": "reporter/index.html",
    "reporters of a letter": "reporter/huruf/*/index.html",
    "reporter": "reporter/*/index.html",
    "agencies": "kantor-berita/index.html",
    "archive": "arsip/index.html",
    "month": "arsip/[0-9]*/[0-9]*/index.html",
    "day": "arsip/[0-9]*/[0-9]*/[0-9]*/index.html",
    "others": "lainnya/index.html",
    "undated": "tanpa-tanggal/index.html",
    "data": "data/index.html",
    "feeds": "langganan/index.html",
    "written": "metodologi/index.html",
    "not found": "404.html",
}


def pages(site: Site) -> dict[str, str]:
    """Type -> address below the site of the longest page of that type, for each type the site has."""
    found = {}
    for kind, pattern in TYPES.items():
        files = sorted(site.folder.glob(pattern), key=lambda path: (path.stat().st_size, path))
        if files:
            found[kind] = files[-1].relative_to(site.folder).as_posix().removesuffix("index.html")
    return found


def empty(site: Site) -> dict[str, str]:
    """An election and a stage without articles."""
    said = {
        "p*-20[0-9][0-9]/index.html": "Belum ada berita.\n",
        "p*-20[0-9][0-9]/*/index.html": "Belum ada berita dalam",
    }
    bare = [
        next(path for path in sorted(site.folder.glob(pattern)) if text in path.read_text(encoding="utf-8"))
        for pattern, text in said.items()
    ]
    election, stage = (f"{path.parent.relative_to(site.folder).as_posix()}/" for path in bare)
    return {"empty election": election, "empty stage": stage}

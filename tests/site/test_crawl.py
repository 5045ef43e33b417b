"""Every page, followed as a stranger would: links, fragments, forms, parse errors."""

from __future__ import annotations

from urllib.parse import urldefrag, urljoin, urlsplit

import html5lib
from lxml import html

from tests.site import strain
from tests.site.conftest import Site


def _document(site: Site, file: str) -> html.HtmlElement:
    return html.document_fromstring((site.folder / file).read_bytes())


def test_every_link_and_fragment_leads_somewhere_and_every_page_is_reached_from_home(either: Site) -> None:
    files = {path.relative_to(either.folder).as_posix() for path in either.folder.rglob("*") if path.is_file()}
    met, waiting, fragments = {"index.html"}, ["index.html"], set()
    ids: dict[str, set[str]] = {}
    while waiting:
        file = waiting.pop()
        page = _document(either, file)
        ids[file] = set(page.xpath("//@id"))
        here = f"{either.url}/{file.removesuffix('index.html')}"
        for link in page.xpath("//a/@href | //link/@href | //script/@src | //form/@action"):
            target, fragment = urldefrag(urljoin(here, link))
            if not target.startswith(f"{either.url}/"):
                assert urlsplit(target).scheme in ("http", "https"), f"{file}: {link}"
                continue
            found = target.removeprefix(f"{either.url}/").partition("?")[0]
            found += "index.html" if found.endswith("/") or not found else ""
            assert found in files, f"{file}: {link}"
            fragments.add((file, found, fragment))
            if found.endswith(".html") and found not in met:
                met.add(found)
                waiting.append(found)
    lost = [(file, target, name) for file, target, name in fragments if name and name not in ids[target]]
    assert lost == []
    assert {name for name in files if name.endswith(".html")} - met == {"404.html"}


def test_no_id_stands_twice_on_a_page(either: Site) -> None:
    for kind, path in strain.pages(either).items():
        ids = _document(either, path if path.endswith(".html") else f"{path}index.html").xpath("//@id")
        assert len(ids) == len(set(ids)), kind


def test_the_longest_page_of_each_type_has_no_parse_error(either: Site) -> None:
    for kind, path in strain.pages(either).items():
        parser = html5lib.HTMLParser(strict=False)
        parser.parse((either.folder / (path if path.endswith(".html") else f"{path}index.html")).read_bytes())
        assert not parser.errors, f"{kind} ({path}): {parser.errors[:3]}"

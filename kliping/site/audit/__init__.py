"""Reads what was built as browsers and feed readers would, before it takes the old site's place.

`tags` reads HTML, `trees` feeds, sitemaps, SVG and XSL, `styles` CSS, `facts` JSON and CSV, `addresses` links.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator

from kliping.locale import _
from kliping.site.audit import facts, styles, tags, trees
from kliping.site.audit.addresses import Addresses

_SCRIPTS = ("theme/", "pagefind/")  # where scripts lie that pages may load; nobody else has any
_LINKED = re.compile(r'<script type="application/ld\+json">([^<]*)</script>')
_SHORT = 200  # characters; a longer tag without a link holds words of one page

Rule = Callable[[bytes], Iterator[str]]


class Audit:
    """The rules for one site: the files it will consist of, and the path it is served under."""

    def __init__(self, files: Collection[str], site_url: str) -> None:
        self._addresses = Addresses(files, site_url)
        self._passed: dict[str, set[str]] = {}  # folder's way to the root -> tags found good in any such folder

    def of(self, file: str, data: bytes) -> list[str]:
        """What is wrong with one file; nothing where it may be published."""
        return [f"{file}: {why}" for why in self._rule(file)(data)]

    def whole(self, files: Collection[str], article_ids: Iterable[str]) -> list[str]:
        """What is missing from a site, and what is too much in it: one page for each article, and no other."""
        wanted = {f"berita/{key}/index.html" for key in article_ids}
        have = {file for file in files if file.startswith("berita/")}
        faults = [_("{file}: an article without its page").format(file=file) for file in sorted(wanted - have)]
        return faults + [_("{file}: a page without its article").format(file=file) for file in sorted(have - wanted)]

    def _rule(self, file: str) -> Rule:
        suffix = file.rpartition(".")[2].lower()
        if suffix == "html":
            return lambda data: self._page(file, data)
        if suffix in _TREES:
            return lambda data: _TREES[suffix](data, file, self._addresses)
        if suffix in ("js", "mjs", "wasm"):
            return _nothing if file.startswith(_SCRIPTS) else _foreign_script
        if file == "feed.json":
            return facts.feed
        return _RULES.get(suffix, _nothing)

    def _page(self, file: str, data: bytes) -> Iterator[str]:
        try:
            text = data.decode()
        except UnicodeDecodeError:
            yield _("is not UTF-8")
            return
        to_root = "../" * file.count("/")
        passed = self._passed.setdefault(to_root, set())
        for tag in sorted(tags.tokens(text) - passed):
            wrong = list(tags.wrong(tag, lambda value: self._addresses.wrong(value, file)))
            yield from wrong
            if not wrong and _means_the_same_everywhere(tag, to_root):
                passed.add(tag)
        for block in _LINKED.findall(text):
            yield from facts.linked(block)


def _means_the_same_everywhere(tag: str, to_root: str) -> bool:
    """Whether a tag says the same on each page of this depth, and stands on many, so that one look is enough."""
    if "href" not in tag and "src" not in tag:
        return len(tag) < _SHORT
    return (f'="{to_root}' in tag or '="#' in tag) and "berita/" not in tag


def _nothing(data: bytes) -> Iterator[str]:
    """Files that only lie there: pictures, plain text, the search index."""
    return iter(())


def _foreign_script(data: bytes) -> Iterator[str]:
    yield _("a script that lies neither in theme/ nor in pagefind/; put it into theme/static")


def _unread(data: bytes) -> Iterator[str]:
    yield _("a kind of page that is not audited; publish it as .html")


_TREES = {**dict.fromkeys(("xml", "opml", "rss", "atom"), trees.feed), "svg": trees.picture, "xsl": trees.sheet}
_RULES: dict[str, Rule] = {"json": facts.json, "csv": facts.csv, "css": styles.of}
_RULES |= dict.fromkeys("htm xhtml xht shtml mht mhtml svgz swf htc xslt".split(), _unread)

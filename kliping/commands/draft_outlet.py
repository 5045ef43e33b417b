"""`invoke outlet`: the draft of an outlet's profile, from one saved page read by the generic rules alone.

The keys that every profile needs stand in it as YAML. All else is offered in comments, for only the curator can tell
what a page should have given.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from kliping.archive.cleaner import Cleaner, Reading
from kliping.archive.run import shown
from kliping.archive.scanner import read_bytes
from kliping.article.frontmatter import as_yaml
from kliping.commands.console import exits, say, width
from kliping.commands.explain import records
from kliping.elections.calendars import Calendars
from kliping.extract.byline import grammar
from kliping.extract.labels import BODY, BYLINE, TITLE
from kliping.formats import READERS, suffix_of
from kliping.formats.html.named import selectors_of
from kliping.formats.page import Block, Rejected
from kliping.locale import _
from kliping.outlets.profile import Profile
from kliping.outlets.registry import OutletRegistry
from kliping.system.errors import Exit, Stop
from kliping.system.files import write_atomic
from kliping.text import dateline
from kliping.text import lines as shape
from kliping.text.urls import DOMAIN

_LABELLED = re.compile(r"([A-Z][\w ]{2,24}?)\s*:\s*(\S.{2,60})")
_SHORT = 12  # words; longer lines of the text are not offered as noise
_MOST = 5  # lines offered as noise


def outlet(root: Path, domain: str | None, page: str | None) -> None:
    """Write `content/outlets/<domain>.yaml` from one page, and print what the generic rules read in that page."""
    with exits():
        if not domain or not page:
            raise Stop(_("give the outlet's domain and one of its pages: --new DOMAIN --page FILE"))
        if not DOMAIN.fullmatch(domain):
            why = _("--new {domain!r} is no domain; give one such as beritajakarta.id")
            raise Stop(why.format(domain=domain))
        file, path = root / "content/outlets" / f"{domain}.yaml", Path(page).expanduser()
        if file.exists():
            raise Stop(_("{file}: is there already; change it by hand").format(file=file))
        if suffix_of(path.name) not in READERS:
            why = _("{file}: has a suffix that is not read; save the page as {kinds}")
            raise Stop(why.format(file=path, kinds=", ".join(READERS)))
        outlets = OutletRegistry.load(file.parent)
        if own := outlets.profiles.get(domain):
            why = _("{domain}: is known as {name}; change what is there, or take its line out of names.yaml")
            raise Stop(why.format(domain=domain, name=own.name))
        calendars = Calendars.load(root / "content/elections")
        reading = Cleaner(path.parent, OutletRegistry(outlets.generic), calendars).read_safely(path.name)
        if not reading.page:
            raise Stop(f"{path}: {reading.rejected}")
        print("\n".join((_("by the generic rules alone"), *records(reading, width()))), flush=True)
        write_atomic(file, "".join(f"{line}\n" for line in _draft(domain, path, reading, outlets.generic)).encode())
        if reading.rejected:
            say(_("rejected: {file}: {reason}").format(file=path, reason=reading.rejected))
        print()
        print(_("written: {file}; keep in it what mends something (docs/outlets.md)").format(file=shown(file)))
        raise SystemExit(Exit.REJECTED if reading.rejected else Exit.OK)


def _draft(domain: str, page: Path, reading: Reading, generic: Profile) -> Iterator[str]:
    """The lines of a profile, by what the generic rules read in the page."""
    assert reading.page
    meta, dateline_domain = reading.page.meta, _dateline_domain(reading.page.blocks)
    name = meta.get("og:site_name") or meta.get("ld:publisher")
    name = name or (reading.outlet.source.value if reading.outlet else None) or dateline_domain
    yield f"# Drafted from {page.name}. Take out what mends nothing; docs/outlets.md explains the keys."
    yield "# Where only name, domain and spellings are left, a line of names.yaml does instead of this file."
    yield f"name: {as_yaml(name or domain)}{'' if name else '  # no name was found on the page'}"
    yield f"domain: {domain}"
    named = reading.outlet.outlet.value if reading.outlet else None
    if named and named != domain:
        yield f"# The page itself says {named}."
    if dateline_domain:
        yield f"spellings: {as_yaml([dateline_domain])}"
    if not name:
        yield "# The page names its outlet nowhere; lines that together only this outlet prints would tell it:"
        yield "# recognise: {lines: []}"
    yield from _labels(reading, generic)
    yield from _noise(reading)
    yield from _view_count(reading)
    if READERS[suffix_of(page.name)].module == "html":
        yield from _html(page)


def _dateline_domain(blocks: tuple[Block, ...]) -> str | None:
    """The domain in the first dateline that has one, as printed."""
    lines = (dateline.split(block.text) for block in blocks)
    return next((line.domain for line in lines if line and line.domain), None)


def _labels(reading: Reading, generic: Profile) -> Iterator[str]:
    """Offers for lines such as `Words: Some Name` that were not taken for a byline."""
    reader = grammar(generic.words)
    for label in reading.labels:
        match = _LABELLED.fullmatch(label.block.text)
        if match and label.role != BYLINE and reader.is_person(match[2], labelled=True):
            yield f"# If {as_yaml(match[0])} names who wrote the text (or: editor, photo):"
            yield f"# labels: {{reporter: [{as_yaml(match[1])}]}}"


def _noise(reading: Reading) -> Iterator[str]:
    """An offer for short lines of the body that are no sentence."""
    kept = [v.block.text for v in reading.labels if v.role == BODY]
    odd = [t for t in kept if len(t.split()) <= _SHORT and not shape.ends_sentence(t) and not dateline.split(t)][:_MOST]
    if odd:
        yield "# These lines were left in the text; if some are none of it (the kinds: docs/fields.md):"
        yield f"# noise: {{navigation: {as_yaml(odd)}}}"


def _view_count(reading: Reading) -> Iterator[str]:
    """An offer for a bare number above the headline."""
    roles = [label.role for label in reading.labels]
    at = roles.index(TITLE) if TITLE in roles else 0
    if at and reading.labels[at - 1].block.text.isdigit():
        yield "# A bare number stands above the headline; if it is the view count:"
        yield "# number_before_title: true"


def _html(page: Path) -> Iterator[str]:
    """An offer of CSS selectors for the parts of an HTML page."""
    try:
        selectors = selectors_of(read_bytes(page))
    except Rejected:
        return
    if "body" in selectors:
        yield "# Where headline, byline and text were found; to be named only if they are not found on other pages:"
        yield "# html:"
        for i, (part, names) in enumerate(sorted(selectors.items())):
            yield f"#   {' ' if i else '-'} {part}: {as_yaml(names)}"

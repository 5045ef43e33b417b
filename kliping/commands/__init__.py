"""What each invoke task does: folders, progress and messages around the two halves."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import sys
import time
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from kliping.archive import report_text
from kliping.archive.report import Report
from kliping.archive.run import Folders, refuse_half, shown
from kliping.commands.console import exits, say
from kliping.system.errors import Exit, Stop
from kliping.system.files import state_folder
from kliping.system.lock import locked

if TYPE_CHECKING:
    from kliping.site.build import Places


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line may say to `clean` and `build`."""

    saved: str | None = None
    articles: str | None = None
    output: str | None = None
    site_url: str | None = None
    restore: str | None = None
    explain: str | None = None
    dry_run: bool = False
    prune: bool = False
    fresh: bool = False
    check: bool = False
    no_search: bool = False


def clean(root: Path, options: Options) -> None:
    """Clean saved pages into articles, say what was done, and exit with the code that says it."""
    with exits():
        folders = _folders(root, options)
        with contextlib.nullcontext() if options.dry_run else locked(state_folder(folders.articles)):
            report = _clean(folders, options)
        for line in report_text.changes(report, options.dry_run, report_text.MOST if sys.stderr.isatty() else None):
            say(line)
        tell_found(report)
        print(f"clean: {report.counts()}")
        raise SystemExit(report.exit)


def explain(root: Path, options: Options) -> None:
    """Print what one page is taken for, and exit with the code that cleaning it would give."""
    from kliping.archive.run import Archive
    from kliping.commands.explain import explain as explained
    from kliping.commands.explain import page_of

    with exits():
        if options.restore:
            raise Stop("--explain only looks; give --restore by itself")
        archive = Archive(_folders(root, options), options.fresh, dry_run=True)
        archive.refuse_unreadable()
        archive.shelf.look()
        reading, lines = explained(archive, page_of(archive, options.explain or ""), _width())
        problems = [*archive.rules.problems, *chain.from_iterable(archive.intake.misread.values())]
        for problem in problems:
            say(f"problem: {problem}")
        print("\n".join(lines), flush=True)
        raise SystemExit(Exit.REFUSED if problems else Exit.REJECTED if reading.rejected else Exit.OK)


def build(root: Path, options: Options) -> None:
    """Clean, then build the site; what could not be read is named, everything else is built."""
    from kliping.site.build import Build, Places

    with exits():
        started = time.perf_counter()
        if options.check and options.no_search:
            raise Stop("--check proves the whole site, its search too; leave --no-search out")
        site_url = _address("--site-url", options.site_url) or _address("SITEURL", os.environ.get("SITEURL") or None)
        folders = _folders(root, options)
        output = _folder(options.output, root / "output")
        _apart(output, folders)
        state = state_folder(output)
        with locked(state_folder(folders.articles)), locked(state):
            places = Places(
                root / "pelican.conf.py", root / "content", folders.articles.resolve(), output.resolve(), state
            )
            with Build(places, site_url, options.fresh, options.no_search) as site:
                report = _clean(folders, options)
                say(f"building {output.name}/ from {folders.articles.name}/")
                built = site.finish()
            differences = _checked(places, site_url) if options.check else []
        for problem in built.problems:
            say(f"problem: {problem}")
        for difference in differences:
            say(f"check: {difference}")
        tell_found(report)
        print(f"build: {report.counts(built.files, time.perf_counter() - started)}")
        raise SystemExit(Exit.FAILED if differences else Exit.REFUSED if built.problems else report.exit)


def _checked(places: Places, site_url: str | None) -> list[str]:
    from kliping.site.check import check

    say("checking it against a build from nothing")
    found = check(places, site_url)
    if not found:
        say("check: every file is as a build from nothing makes it")
    return found


def outlet(root: Path, domain: str | None, page: str | None) -> None:
    """Draft the profile of a new outlet from one of its pages, and print what the generic rules find in it."""
    from kliping.commands.draft_outlet import draft
    from kliping.commands.explain import records
    from kliping.elections.calendars import Calendars
    from kliping.formats import READERS
    from kliping.outlets.registry import OutletRegistry
    from kliping.system.files import write_atomic
    from kliping.text.urls import DOMAIN

    with exits():
        if not domain or not page:
            raise Stop("give the outlet's domain and one of its pages: --new DOMAIN --page FILE")
        if not DOMAIN.fullmatch(domain):
            raise Stop(f"--new {domain!r} is no domain; give one such as beritajakarta.id")
        file, path = root / "content/outlets" / f"{domain}.yaml", Path(page).expanduser()
        if file.exists():
            raise Stop(f"{file}: is there already; change it by hand")
        if path.suffix.casefold() not in READERS:
            raise Stop(f"{path}: has a suffix that is not read; save the page as {', '.join(READERS)}")
        made = draft(domain, path, OutletRegistry.load(file.parent), Calendars.load(root / "content/elections"))
        print("\n".join(("by the generic rules alone", *records(made.reading, _width()))), flush=True)
        write_atomic(file, made.text.encode())
        if made.reading.rejected:
            say(f"rejected: {path}: {made.reading.rejected}")
        print(f"\nwritten: {shown(file)}; keep in it what mends something (docs/outlets.md)")
        raise SystemExit(Exit.REJECTED if made.reading.rejected else Exit.OK)


def _width() -> int | None:
    """Of the terminal; None where the output goes elsewhere, which gets every line whole."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else None


def _clean(folders: Folders, options: Options) -> Report:
    from kliping.archive.run import Archive

    say(f"cleaning {folders.saved.name}/ into {folders.articles.name}/")
    restore = Path(options.restore) if options.restore else None
    report = Archive(folders, options.fresh, _followed, options.dry_run).run(options.prune, restore)
    for line in report_text.news(report, report_text.MOST):
        say(line)
    return report


def _followed(names: Collection[str]) -> Iterable[str]:
    """The saved pages with a progress bar, on a terminal only."""
    if not sys.stderr.isatty():
        return names
    from rich.console import Console
    from rich.progress import track

    return track(names, "pages", console=Console(stderr=True), transient=True)


def _folders(root: Path, options: Options) -> Folders:
    refuse_half(options.saved, options.articles)
    content = root / "content"
    folders = Folders(
        _folder(options.saved, content / "saved", must_exist=True),
        _folder(options.articles, content / "articles"),
        content / "outlets",
        content / "elections",
    )
    saved, articles = folders.saved.resolve(), folders.articles.resolve()
    if articles.is_relative_to(saved) or saved.is_relative_to(articles):
        raise Stop(f"{folders.articles}: articles may not lie among the saved pages, nor pages among articles")
    return folders


def _address(what: str, value: str | None) -> str | None:
    if value is not None and not re.fullmatch(r"https?://[^\s\"'<>?#]+", value):
        raise Stop(f"{what} {value!r} is no address; give one such as https://user.github.io/repo")
    return value


def _apart(output: Path, folders: Folders) -> None:
    """The site may not be written over, into or around what it is made from."""
    out = output.resolve()
    for kept in (folders.saved.resolve(), folders.articles.resolve(), folders.outlets.resolve().parent):
        if out == kept or out.is_relative_to(kept) or kept.is_relative_to(out):
            raise Stop(f"{output}: holds or lies in {kept.name}/, which the site is made from; name another --output")


def _folder(given: str | None, default: Path, must_exist: bool = False) -> Path:
    path = Path(given).expanduser() if given else default
    if path.exists() and not path.is_dir():
        raise Stop(f"{path}: is a file, not a folder")
    if must_exist and not path.exists():
        if given:
            raise Stop(f"{path}: there is no such folder; put saved pages there or name another with --saved")
        path.mkdir(parents=True)
    return path


def tell_found(report: Report) -> None:
    """What the run is worth: the share of each field found, and what the curator should settle."""
    if report.shares and sys.stderr.isatty():
        from rich.console import Console

        Console(stderr=True).print(report_text.table(report))
    else:
        for line in report_text.found(report):
            say(line)
    for line in report_text.to_settle(report, report_text.MOST_BLOCKS):
        say(line)

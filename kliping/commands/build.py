"""`invoke build`: clean, then the site; with `--check` once more from nothing, to compare."""

import os
import time
from collections.abc import Collection
from pathlib import Path

from kliping.archive.run import Folders
from kliping.commands import Options, archive_folders, folder
from kliping.commands.clean import run_archive, say_results
from kliping.commands.console import exits, say
from kliping.site.build import Build, Places
from kliping.system.errors import Exit, Stop
from kliping.system.files import state_folder
from kliping.system.lock import locked
from kliping.text.urls import site_address


def build(root: Path, options: Options) -> None:
    """Clean, build the site, print what was left out, and exit with the code of what went worst."""
    with exits():
        started = time.perf_counter()
        if options.check and options.no_search:
            raise Stop("--check proves the whole site, its search too; leave --no-search out")
        site_url, folders = _site_url(options), archive_folders(root, options)
        output = folder(options.output, root / "output")
        _refuse_overlap(output, folders)
        state, articles = state_folder(output), folders.articles.resolve()
        places = Places(root / "pelican.conf.py", root / "content", articles, output.resolve(), state)
        with locked(state_folder(folders.articles)), locked(state):
            with Build(places, site_url, options.fresh, options.no_search) as site:
                report = run_archive(folders, options)
                say(f"building {output.name}/ from {folders.articles.name}/")
                built = site.finish(report.withheld)
            differences = _differences(places, site_url, report.withheld) if options.check else []
        for problem in built.problems:
            say(f"problem: {problem}")
        for difference in differences:
            say(f"check: {difference}")
        say_results(report)
        print(f"build: {report.counts(built.files, time.perf_counter() - started)}")
        raise SystemExit(Exit.FAILED if differences else Exit.REFUSED if built.problems else report.exit)


def _differences(places: Places, site_url: str | None, withheld: Collection[str]) -> list[str]:
    from kliping.site.check import check

    say("checking it against a build from nothing")
    differences = check(places, site_url, withheld)
    if not differences:
        say("check: every file is as a build from nothing makes it")
    return differences


def _site_url(options: Options) -> str | None:
    """The site's address by its option, else by the environment; None leaves it to the settings."""
    for name, value in (("--site-url", options.site_url), ("SITEURL", os.environ.get("SITEURL") or None)):
        if value is not None:
            try:
                return site_address(value)
            except ValueError as error:
                raise Stop(f"{name} {error}") from None
    return None


def _refuse_overlap(output: Path, folders: Folders) -> None:
    """Raise Stop where the site would be written over, into or around what it is made from."""
    out = output.resolve()
    for source in (folders.saved.resolve(), folders.articles.resolve(), folders.outlets.resolve().parent):
        if out == source or out.is_relative_to(source) or source.is_relative_to(out):
            raise Stop(f"{output}: holds or lies in {source.name}/, which the site is made from; name another --output")

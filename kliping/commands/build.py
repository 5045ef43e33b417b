"""`invoke build`: clean, then the site; with `--check` once more from nothing, to compare."""

import os
import time
from collections.abc import Collection
from pathlib import Path

from kliping.archive.run import Folders, shown
from kliping.commands import Options, archive_folders, folder
from kliping.commands.clean import run_archive, say_results
from kliping.commands.console import exits, say
from kliping.locale import _
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
            raise Stop(_("--check proves the whole site, its search too; leave --no-search out"))
        site_url, folders, places = planned(root, options)
        output, articles = places.output, folders.articles
        with locked(state_folder(articles)), locked(places.state):
            with Build(places, site_url, options.fresh, options.no_search) as site:
                report = run_archive(folders, options)
                say(_("building {output}/ from {articles}/").format(output=output.name, articles=articles.name))
                try:
                    built = site.finish(report.withheld)
                except Stop:
                    say_results(report, options.verbose)
                    raise
            differences = _differences(places, site_url, report.withheld) if options.check else []
        for difference in differences:
            say(_("check: {difference}").format(difference=difference))
        say_results(report, options.verbose, built.problems)
        counts = report.counts(built.files, time.perf_counter() - started)
        look = _("build: {counts}; the site lies in {folder}/, `uv run invoke serve` shows it")
        print(look.format(counts=counts, folder=shown(output)))
        raise SystemExit(Exit.FAILED if differences else Exit.REFUSED if built.problems else report.exit)


def planned(root: Path, options: Options) -> tuple[str | None, Folders, Places]:
    """The site's address where it is given, and where a build reads and writes. Raises Stop where they are refused."""
    site_url, folders = _site_url(options), archive_folders(root, options)
    output = folder(options.output, root / "output")
    _refuse_overlap(output, folders)
    settings, content, articles = root / "pelican.conf.py", root / "content", folders.articles.resolve()
    return site_url, folders, Places(settings, content, articles, output.resolve(), state_folder(output))


def _differences(places: Places, site_url: str | None, withheld: Collection[str]) -> list[str]:
    from kliping.site.check import check

    say(_("checking it against a build from nothing"))
    differences = check(places, site_url, withheld)
    if not differences:
        say(_("check: every file is as a build from nothing makes it"))
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
            why = _("{output}: holds or lies in {source}/, which the site is made from; name another --output")
            raise Stop(why.format(output=output, source=source.name))

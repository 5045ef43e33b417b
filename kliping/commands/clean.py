"""`invoke clean`: saved pages -> articles, and what the run has to say of them."""

import contextlib
import sys
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path

from kliping.archive import report_text
from kliping.archive.report import Report
from kliping.archive.run import Archive, Folders
from kliping.commands import Options, archive_folders
from kliping.commands.console import exits, say
from kliping.locale import _
from kliping.system.files import state_folder
from kliping.system.lock import locked


def clean(root: Path, options: Options) -> None:
    """Bring the articles up to date, print what was done, and exit with the run's code."""
    with exits():
        folders = archive_folders(root, options)
        with contextlib.nullcontext() if options.dry_run else locked(state_folder(folders.articles)):
            report = run_archive(folders, options)
        for line in report_text.changes(report, options.dry_run, report_text.MOST if sys.stderr.isatty() else None):
            say(line)
        say_results(report, options.verbose)
        print(_("clean: {counts}").format(counts=report.counts()))
        raise SystemExit(report.exit)


def run_archive(folders: Folders, options: Options) -> Report:
    """Run the archive with a progress bar on a terminal. Raises Stop."""
    say(_("cleaning {saved}/ into {articles}/").format(saved=folders.saved.name, articles=folders.articles.name))
    restore = Path(options.restore) if options.restore else None
    return Archive(folders, options.fresh, _with_progress, options.dry_run).run(options.prune, restore)


def say_results(report: Report, verbose: bool, site_problems: Sequence[str] = ()) -> None:
    """Print what was found, what the curator should settle, what was left or rejected, and last what is wrong.

    `verbose` prints all and whole.
    """
    if report.shares and sys.stderr.isatty():
        from rich.console import Console

        Console(stderr=True).print(report_text.table(report))
    else:
        for line in report_text.found(report):
            say(line)
    most, most_blocks = (None, None) if verbose else (report_text.MOST, report_text.MOST_BLOCKS)
    for lines in (
        report_text.to_settle(report, most_blocks),
        report_text.news(report, most),
        report_text.problems(report, site_problems, most),
    ):
        for line in lines:
            say(line)


def _with_progress(names: Collection[str]) -> Iterable[str]:
    if not sys.stderr.isatty():
        return names
    from rich.console import Console
    from rich.progress import track

    return track(names, _("pages"), console=Console(stderr=True), transient=True)

"""What each `invoke` task does: folders, progress, messages and exit codes around the two halves.

`clean` runs the archive (saved pages -> Markdown); `build` does that and then builds the site, `serve` does so again
and again and shows it. `start` makes a project one's own, `new_election` writes the file of an election,
`draft_outlet` a first profile; `explain` prints how one page is read, `console` turns errors into one line and an exit
code. This module: the options, and the folders they name.
"""

from dataclasses import dataclass
from pathlib import Path

from kliping.archive.run import Folders
from kliping.locale import _
from kliping.system.errors import Stop


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line may give to `clean` and `build`."""

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
    verbose: bool = False


def archive_folders(root: Path, options: Options) -> Folders:
    """The folders of a run, those not given being the project's own. Raises Stop where they cannot be used."""
    if options.saved and not options.articles:
        raise Stop(_("--saved needs --articles too: the default articles are not that folder's"))
    content = root / "content"
    folders = Folders(
        folder(options.saved, content / "saved"),
        folder(options.articles, content / "articles"),
        content / "outlets",
        content / "elections",
    )
    if not folders.saved.exists():
        if options.saved:
            why = _("{folder}: there is no such folder; put saved pages there or name another with --saved")
            raise Stop(why.format(folder=folders.saved))
        folders.saved.mkdir(parents=True)
    saved, articles = folders.saved.resolve(), folders.articles.resolve()
    if articles.is_relative_to(saved) or saved.is_relative_to(articles):
        why = _("{folder}: articles may not lie among the saved pages, nor pages among articles")
        raise Stop(why.format(folder=folders.articles))
    return folders


def folder(given: str | None, default: Path) -> Path:
    """The folder given, else the default one, whether it is there yet or not. Raises Stop for a file."""
    path = Path(given).expanduser() if given else default
    if path.exists() and not path.is_dir():
        raise Stop(_("{path}: is a file, not a folder").format(path=path))
    return path

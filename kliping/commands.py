"""What each invoke task does: folders, progress, messages and exit codes around the two halves."""

from __future__ import annotations

import contextlib
import errno
import os
import re
import sys
import time
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kliping.archive import Folders, refuse_half
from kliping.index import state_folder
from kliping.report import Exit, Report, Stop


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line may say to `clean` and `build`."""

    saved: str | None = None
    articles: str | None = None
    output: str | None = None
    site_url: str | None = None
    restore: str | None = None
    dry_run: bool = False
    prune: bool = False
    fresh: bool = False


def clean(root: Path, options: Options) -> None:
    """Clean saved pages into articles, say what was done, and exit with the code that says it."""
    with exits():
        folders = _folders(root, options)
        with contextlib.nullcontext() if options.dry_run else locked(state_folder(folders.articles)):
            report = _clean(folders, options)
        would = "would " if options.dry_run else ""
        for change in report.changes:
            if options.dry_run or not change.startswith("write "):
                say(f"{would}{change}")
        print(f"clean: {report.counts()}")
        raise SystemExit(report.exit)


def build(root: Path, options: Options) -> None:
    """Clean, then build the site; what could not be read is named, everything else is built."""
    from kliping.site.build import build as build_site

    with exits():
        started = time.perf_counter()
        site_url = _address("--site-url", options.site_url) or _address("SITEURL", os.environ.get("SITEURL") or None)
        folders = _folders(root, options)
        output = _folder(options.output, root / "output")
        _apart(output, folders)
        state = state_folder(output)
        with locked(state_folder(folders.articles)), locked(state):
            report = _clean(folders, options)
            say(f"building {output.name}/ from {folders.articles.name}/")
            built = build_site(
                root / "pelican.conf.py",
                root / "content",
                folders.articles.resolve(),
                output.resolve(),
                state,
                site_url,
            )
        for problem in built.problems:
            say(f"problem: {problem}")
        print(f"build: {report.counts(built.files, time.perf_counter() - started)}")
        raise SystemExit(Exit.REFUSED if built.problems else report.exit)


def _clean(folders: Folders, options: Options) -> Report:
    from kliping.archive import Archive

    say(f"cleaning {folders.saved.name}/ into {folders.articles.name}/")
    restore = Path(options.restore) if options.restore else None
    report = Archive(folders, options.fresh, follow=_followed).run(options.dry_run, options.prune, restore)
    tell(report)
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


@contextlib.contextmanager
def locked(state: Path) -> Iterator[None]:
    """Only one run at a time may write beside a state folder."""
    from filelock import FileLock

    state.mkdir(parents=True, exist_ok=True)
    with FileLock(state / "lock", blocking=False):
        yield


def _folder(given: str | None, default: Path, must_exist: bool = False) -> Path:
    path = Path(given).expanduser() if given else default
    if path.exists() and not path.is_dir():
        raise Stop(f"{path}: is a file, not a folder")
    if must_exist and not path.exists():
        if given:
            raise Stop(f"{path}: there is no such folder; put saved pages there or name another with --saved")
        path.mkdir(parents=True)
    return path


def tell(report: Report) -> None:
    """Everything a person must know, each on its own line."""
    from kliping.saved import by_kind

    for problem in report.problems:
        say(f"problem: {problem}")
    for notice in report.notices:
        say(f"notice: {notice}")
    for name, why in by_kind(report.rejected):
        say(f"rejected: {name}: {why}")
    for name, why in report.withdrawn.items():
        say(f"withdrawn: {name}: {why}")
    for path, lines in report.edited.items():
        say(f"edited by hand, left as it is: {path}; to keep the edit when rules change, paste into its sidecar:")
        say("".join(f"    {line}\n" for line in lines.splitlines()).rstrip("\n"))
    if not report.pages:
        say("no saved pages yet: put .txt pages into the saved folder (content/saved) and run this again")


def say(line: str) -> None:
    """One line of news on standard error; the counts alone go to standard output."""
    print(line, file=sys.stderr)


@contextlib.contextmanager
def exits() -> Iterator[None]:
    """Turn what can go wrong into one clear line and its exit code; no traceback for a user's mistake."""
    from filelock import Timeout

    try:
        yield
    except Stop as stop:
        say(f"stopped: {stop}")
        raise SystemExit(stop.code) from None
    except Timeout as busy:
        say(f"stopped: another build is running here ({busy.lock_file}); wait for it to end")
        raise SystemExit(Exit.BUSY) from None
    except KeyboardInterrupt:
        say("interrupted; what stood before stands")
        raise SystemExit(Exit.INTERRUPTED) from None
    except OSError as error:
        if error.errno in (errno.ENOTDIR, errno.EISDIR, errno.ENOENT, errno.EEXIST):
            say(f"stopped: {error.filename}: {error.strerror}; name another folder")
            raise SystemExit(Exit.REFUSED) from None
        if error.errno not in (errno.ENOSPC, errno.EACCES, errno.EPERM, errno.EROFS, errno.EDQUOT):
            raise
        say(f"stopped: {error.filename or 'output'}: {error.strerror}; make room or allow writing, then run again")
        raise SystemExit(Exit.NO_SPACE) from None

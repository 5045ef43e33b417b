"""What each invoke task does: folders, progress, messages and exit codes around the two halves."""

from __future__ import annotations

import contextlib
import errno
import sys
from collections.abc import Iterator
from pathlib import Path

from kliping.report import Exit, Report, Stop

ROOT = Path(__file__).resolve().parent.parent


def clean(
    saved: str | None = None,
    articles: str | None = None,
    *,
    dry_run: bool = False,
    restore: str | None = None,
    prune: bool = False,
    fresh: bool = False,
) -> None:
    """Clean saved pages into articles and say what was done."""
    with exits():
        report = _clean(saved, articles, dry_run, restore, prune, fresh)
        tell(report)
        raise SystemExit(report.exit)


def _clean(
    saved: str | None, articles: str | None, dry_run: bool, restore: str | None, prune: bool, fresh: bool
) -> Report:
    from filelock import FileLock

    from kliping.archive import Archive, Folders, refuse_half
    from kliping.index import state_folder

    refuse_half(saved, articles)
    content = ROOT / "content"
    folders = Folders(
        _folder(saved, content / "saved", must_exist=True),
        _folder(articles, content / "articles"),
        content / "outlets",
        content / "elections",
    )
    state = state_folder(folders.articles)
    state.mkdir(parents=True, exist_ok=True)
    with FileLock(state / "lock", blocking=False):
        return Archive(folders, fresh).run(dry_run, prune, Path(restore) if restore else None)


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
    """Everything a person must know, each on its own line; the counts last."""
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
    print(report.last_line())


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
        if error.errno not in (errno.ENOSPC, errno.EACCES, errno.EPERM, errno.EROFS, errno.EDQUOT):
            raise
        say(f"stopped: {error.filename or 'output'}: {error.strerror}; make room or allow writing, then run again")
        raise SystemExit(Exit.NO_SPACE) from None

"""The tasks of `uv run invoke`: argument passing only."""

import os
import subprocess
import sys
from pathlib import Path

from invoke import Task, task

from kliping import locale
from kliping.system.encoding import use_utf8

ROOT = Path(__file__).parent
use_utf8()
locale.choose(ROOT / "pelican.conf.py")
_SAVED = {"saved": "folder of saved pages", "articles": "folder the Markdown is written to"}


def _with_group(name):
    """Go on under `uv run --group NAME`, which installs what a task needs; without uv it must be there already."""
    uv = os.environ.get("UV")
    if uv and "KLIPING_GROUP" not in os.environ:
        words = [uv, "run", "--quiet", "--project", ROOT, "--group", name, "python", "-m", "invoke", *sys.argv[1:]]
        raise SystemExit(subprocess.run(words, env={**os.environ, "KLIPING_GROUP": name}).returncode)


@task(
    default=True,
    help=_SAVED
    | {
        "output": "folder of the built site",
        "site_url": "address the site will have, e.g. https://user.github.io/repo",
        "no_search": "keep the search index as it is, however old",
        "fresh": "reuse nothing of earlier runs",
        "prune": "let many articles go at once",
        "verbose": "print all that is in the report, hand edits as sidecar lines too",
        "check": "build it once more from nothing and compare every byte",
    },
)
def build(
    c, saved=None, articles=None, output=None, site_url=None, no_search=False, fresh=False, prune=False, check=False,
    verbose=False,
):  # fmt: skip
    """Clean, then build the site: the main job."""
    from kliping.commands import Options
    from kliping.commands.build import build as run

    flags = {"fresh": fresh, "prune": prune, "check": check, "no_search": no_search, "verbose": verbose}
    run(ROOT, Options(saved, articles, output, site_url, **flags))


@task(
    help=_SAVED
    | {
        "dry_run": "write nothing, say what would be done",
        "restore": "article whose hand edit is to go",
        "explain": "only tell how one page is read: its path, or the path or id of its article",
        "prune": "let many articles go at once",
        "fresh": "reuse nothing of earlier runs",
        "verbose": "print all that is in the report, hand edits as sidecar lines too",
    }
)
def clean(
    c, saved=None, articles=None, dry_run=False, restore=None, explain=None, prune=False, fresh=False, verbose=False
):
    """Saved pages -> Markdown; only what changed is done again."""
    from kliping.commands import Options

    if explain:
        from kliping.commands.explain import explain as run
    else:
        from kliping.commands.clean import clean as run

    flags = {"dry_run": dry_run, "prune": prune, "fresh": fresh, "verbose": verbose}
    run(ROOT, Options(saved, articles, restore=restore, explain=explain, **flags))


@task(
    help={
        "name": "name of the digest",
        "publisher": "who publishes it",
        "contact": "how readers reach them: e-mail, web address or number",
        "site_url": "address the site will have",
        "election": "id of the election it is about; all others that came with Kliping go",
        "messages": "language of messages: id or en",
        "yes": "ask nothing",
    }
)
def start(
    c, name=None, publisher=None, contact=None, site_url=None, election=None, messages=None, yes=False
):  # fmt: skip
    """Make this project a digest of your own: no samples, your election, your name."""
    from kliping.commands.answers import Answers
    from kliping.commands.start import start as run

    run(ROOT, Answers(name, publisher, contact, site_url, election, messages), yes)


@task(
    help=_SAVED
    | {
        "port": "port of this machine to serve at, or the next that is free (8000)",
        "output": "folder of the built site",
        "site_url": "address the site will have; it is served under the path of that",
    }
)
def serve(c, port="8000", saved=None, articles=None, output=None, site_url=None):
    """Build, show the site on this machine, and build again whenever something changes."""
    from kliping.commands import Options
    from kliping.commands.serve import serve as run

    run(ROOT, Options(saved, articles, output, site_url), port)


@task(help={"new": "domain of the outlet", "page": "one of its saved pages"})
def outlet(c, new=None, page=None):
    """Draft the profile of a new outlet from one of its pages."""
    from kliping.commands.draft_outlet import outlet as run

    run(ROOT, new, page)


@task(
    help={
        "new": "id of the new election, such as pilgub-jabar-2024",
        "parent": "id of the election it is part of",
        "region": "province, kabupaten or kota where it is held",
    }
)
def election(c, new=None, parent=None, region=None):
    """Begin the file of an election that is part of another; without --new, list the elections."""
    from kliping.commands.new_election import election as run

    run(ROOT, new, parent, region)


@task(
    positional=["kind"],
    help={
        "kind": "what to measure: clean, facts or site",
        "pages": "clean, facts: folder of saved pages to make the pages from",
        "gold": "clean, facts: YAML file of labels, to tell how right each is",
        "count": "clean: how many distinct pages (5000); facts: how many variants (3000)",
        "seed": "facts: number that the variants follow from (1)",
        "misses": "facts: print each fact that is not right",
        "write": "facts: new folder for the variants and their labels",
        "changed": "clean: how many of them change before a second run, to measure that",
        "articles": "site: how many articles (1000); several corpora with commas between",
        "rounds": "site: how often all is built (3)",
        "peers": "site: only these, with commas between",
        "folder": "site: new folder to work in, which stays",
    },
)
def bench(
    c, kind, pages=None, gold=None, count=None, changed=None, articles=None, rounds=None, peers=None, folder=None,
    seed=None, write=None, misses=False,
):  # fmt: skip
    """Kliping beside others (`bench clean`, `bench site`), and how right its facts are (`bench facts`)."""
    _with_group("bench")
    from benchmarks.command import Asked
    from benchmarks.command import bench as run

    run(ROOT, kind, Asked(pages, gold, count, changed, articles, rounds, peers, folder, seed, write, misses))


@task
def test(c):
    """The whole test suite, browser included."""
    _with_group("test")
    with c.cd(ROOT):
        c.run(f'"{sys.executable}" -m pytest --numprocesses auto --dist loadfile')


@task
def lint(c):
    """Format, lint, types."""
    _with_group("lint")
    with c.cd(ROOT):
        for check in ("ruff format --check .", "ruff check .", "mypy"):
            c.run(f'"{sys.executable}" -m {check}')


@task(help={"minutes": "how long to try, all targets together (5)", "targets": "only these, with commas between"})
def fuzz(c, minutes="5", targets=None):
    """Hostile inputs on every part of the road; what breaks it is written to tests/findings."""
    _with_group("test")
    from tests.fuzz.run import fuzz as run

    run(minutes, targets)


for _task in [one for one in globals().values() if isinstance(one, Task)]:
    _task.__doc__ = locale._(_task.__doc__)
    _task.help = {option: locale._(words) for option, words in _task.help.items()}

"""The tasks of `uv run invoke`: argument passing only."""

import sys
from pathlib import Path

from invoke import task

ROOT = Path(__file__).parent
_SAVED = {"saved": "folder of saved pages", "articles": "folder the Markdown is written to"}


@task(
    default=True,
    help=_SAVED
    | {
        "output": "folder of the built site",
        "site_url": "address the site will have, e.g. https://user.github.io/repo",
        "no_search": "keep the search index as it is, however old",
        "fresh": "reuse nothing of earlier runs",
        "prune": "let many articles go at once",
        "check": "build it once more from nothing and compare every byte",
    },
)
def build(
    c, saved=None, articles=None, output=None, site_url=None, no_search=False, fresh=False, prune=False, check=False
):
    """Clean, then build the site: the main job."""
    from kliping.commands import Options
    from kliping.commands.build import build as run

    run(ROOT, Options(saved, articles, output, site_url, fresh=fresh, prune=prune, check=check, no_search=no_search))


@task(
    help=_SAVED
    | {
        "dry_run": "write nothing, say what would be done",
        "restore": "article whose hand edit is to go",
        "explain": "only tell how one page is read: its path, or the path or id of its article",
        "prune": "let many articles go at once",
        "fresh": "reuse nothing of earlier runs",
    }
)
def clean(c, saved=None, articles=None, dry_run=False, restore=None, explain=None, prune=False, fresh=False):
    """Saved pages -> Markdown; only what changed is done again."""
    from kliping.commands import Options

    if explain:
        from kliping.commands.explain import explain as run
    else:
        from kliping.commands.clean import clean as run

    run(ROOT, Options(saved, articles, restore=restore, explain=explain, dry_run=dry_run, prune=prune, fresh=fresh))


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
    positional=["kind"],
    help={
        "kind": "what to measure: clean or site",
        "pages": "clean: folder of saved pages to make the pages from",
        "gold": "clean: YAML file of labels, to tell how right each is",
        "count": "clean: how many distinct pages (5000)",
        "changed": "clean: how many of them change before a second run, to measure that",
        "articles": "site: how many articles (1000); several corpora with commas between",
        "rounds": "site: how often all is built (3)",
        "peers": "site: only these, with commas between",
        "folder": "site: new folder to work in, which stays",
    },
)
def bench(
    c, kind, pages=None, gold=None, count=None, changed=None, articles=None, rounds=None, peers=None, folder=None
):
    """Kliping beside others: `invoke bench clean` beside cleaners, `invoke bench site` beside site generators."""
    from benchmarks.command import Asked
    from benchmarks.command import bench as run

    run(ROOT, kind, Asked(pages, gold, count, changed, articles, rounds, peers, folder))


@task
def test(c):
    """The whole test suite, browser included."""
    with c.cd(ROOT):
        c.run(f'"{sys.executable}" -m pytest --numprocesses auto --dist loadfile')


@task
def lint(c):
    """Format, lint, types."""
    with c.cd(ROOT):
        for check in ("ruff format --check .", "ruff check .", "mypy"):
            c.run(f'"{sys.executable}" -m {check}')


@task(help={"minutes": "how long to try, all targets together (5)", "targets": "only these, with commas between"})
def fuzz(c, minutes="5", targets=None):
    """Hostile inputs on every part of the road; what breaks it is written to tests/findings."""
    from tests.fuzz.run import fuzz as run

    run(minutes, targets)

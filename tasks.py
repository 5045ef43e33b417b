"""Tasks of `uv run invoke`: argument passing only."""

from invoke import task


@task
def clean(c, saved=None, articles=None, dry_run=False, restore=None, prune=False, fresh=False):  # type: ignore[no-untyped-def]
    """Saved pages -> Markdown; only what changed is done again."""
    from kliping.commands import clean as run

    run(saved, articles, dry_run=dry_run, restore=restore, prune=prune, fresh=fresh)

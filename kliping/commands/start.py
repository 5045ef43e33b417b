"""`invoke start`: from a fork to a digest of one's own.

Takes the samples and their articles away, keeps the chosen election with those it is part of, and writes the settings.
Run again it changes only what is asked for.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from kliping.archive.run import shown
from kliping.commands import shipped
from kliping.commands.answers import SHIPPED_NAME, Answers, ask, check
from kliping.commands.console import exits, say
from kliping.elections.calendars import Calendars
from kliping.elections.model import Election
from kliping.locale import _
from kliping.site.settings.edit import with_values
from kliping.site.settings.settings import Settings
from kliping.system.errors import Stop
from kliping.system.files import state_folder, write_atomic
from kliping.system.lock import locked


def start(root: Path, answers: Answers, yes: bool) -> None:
    """Make the digest one's own by the answers given; those missing are asked for on a terminal, unless `yes`."""
    with exits():
        settings = Settings.read(root / "pelican.conf.py")
        check(root, answers)
        if sys.stdin.isatty() and not yes:
            ask(root, answers, settings)
        elections = Calendars.load(root / "content/elections").elections
        if settings.name == SHIPPED_NAME and not answers.name:
            if not answers.election:
                raise Stop(_("say what the digest is called and what it is about: --name NAME --election ID"))
            answers.name = f"Kliping {elections[answers.election].short}"
        with locked(state_folder(root / "content/articles")):
            for line in _carry_out(root, answers, elections):
                say(line)
        print(_("next: put pages into content/saved, run `uv run invoke build`, then commit and push"))


def _carry_out(root: Path, answers: Answers, elections: dict[str, Election]) -> Iterator[str]:
    """Write and remove what is to be; gives a line for each thing done."""
    content = root / "content"
    samples = list(shipped.unchanged(content, shipped.SAMPLES))
    pages = [path.removeprefix("saved/") for path in samples]
    articles, edited = shipped.articles_of(content / "articles", pages)
    shipped.remove(content / "articles", articles)
    shipped.remove(content, samples)
    (content / "saved").mkdir(exist_ok=True)
    if samples or articles:
        yield _("removed: {files} sample files and {articles} articles made from them").format(
            files=len(samples), articles=len(articles)
        )
    for path in edited:
        yield _("{file}: was edited by hand, so it stays; remove it if it is not yours").format(
            file=shown(content / "articles" / path)
        )
    if answers.election:
        wanted = {f"elections/{one}.yaml" for one in _with_parents(answers.election, elections)}
        others = shipped.remove(content, list(shipped.unchanged(content, shipped.ELECTIONS)), wanted.__contains__)
        if others:
            yield _("removed: {count} elections; kept: {kept}").format(
                count=len(others), kept=", ".join(sorted(path.stem for path in _elections(content)))
            )
    yield from _write_settings(root / "pelican.conf.py", answers)


def _elections(content: Path) -> Iterator[Path]:
    return (path for path in (content / "elections").glob("*.yaml") if path.name != "tahapan.yaml")


def _with_parents(election: str, elections: dict[str, Election]) -> Iterator[str]:
    """An election's id, and those of the elections it is part of."""
    seen: set[str] = set()
    one = elections.get(election)
    while one and one.id not in seen:
        seen.add(one.id)
        yield one.id
        one = elections.get(one.parent or "")


def _write_settings(file: Path, answers: Answers) -> Iterator[str]:
    names = {
        "SITENAME": answers.name,
        "PUBLISHER": answers.publisher,
        "CONTACT": answers.contact,
        "SITEURL": answers.site_url,
        "MESSAGES": answers.messages,
    }
    values = {name: value for name, value in names.items() if value is not None}
    before = file.read_text(encoding="utf-8")
    after = with_values(before, values)
    if after != before:
        write_atomic(file, after.encode())
        yield _("written: {file}: {values}").format(
            file=shown(file), values=", ".join(f"{name} {value!r}" for name, value in values.items())
        )

"""`invoke start`: from a fork to a digest of one's own.

Takes the samples and their articles away, keeps the chosen election with those it is part of, and writes the settings.
Run again it changes only what is asked for.
"""

import sys
from collections.abc import Collection, Iterator, Mapping
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
        file, content = root / "pelican.conf.py", root / "content"
        settings = Settings.read(file)
        check(root, answers)
        made = ask(root, answers, settings, _own(content)) if sys.stdin.isatty() and not yes else None
        if settings.name == SHIPPED_NAME and not answers.name:
            if not answers.election:
                raise Stop(_("say what the digest is called or what it is about: --name NAME, --election ID"))
            answers.name = f"Kliping {_elections(content)[answers.election].short}"
        try:
            before = file.read_text(encoding="utf-8-sig")
        except UnicodeDecodeError:
            raise Stop(_("{file}: is not UTF-8; save it as UTF-8 text").format(file=file.name)) from None
        after = with_values(before, values := _settings(answers))  # all that may be refused is done
        with locked(state_folder(content / "articles")):
            if made:
                say(_("written: {file}; add the candidates").format(file=shown(made.write())))
            for line in (*_take_samples(content), *_take_elections(content, answers.election)):
                say(line)
            if after != before:
                write_atomic(file, after.encode())
                told = ", ".join(f"{name} {value!r}" for name, value in values.items())
                say(_("written: {file}: {values}").format(file=shown(file), values=told))
        print(_("next: put pages into content/saved, run `uv run invoke build`, then commit and push"))


def _settings(answers: Answers) -> dict[str, str]:
    """The settings that the answers give a value, by name."""
    names = {
        "SITENAME": answers.name,
        "PUBLISHER": answers.publisher,
        "CONTACT": answers.contact,
        "SITEURL": answers.site_url,
        "MESSAGES": answers.messages,
    }
    return {name: value for name, value in names.items() if value is not None}


def _take_samples(content: Path) -> Iterator[str]:
    """Remove the samples and the articles made from them, each as far as nobody changed it."""
    samples = list(shipped.unchanged(content, shipped.SAMPLES))
    pages = [path.removeprefix("saved/") for path in samples]
    articles, edited = shipped.articles_of(content / "articles", pages)
    shipped.remove(content / "articles", articles)
    shipped.remove(content, samples)
    (content / "saved").mkdir(exist_ok=True)
    if samples or articles:
        done = _("removed: {files} sample files and {articles} articles made from them")
        yield done.format(files=len(samples), articles=len(articles))
    for path in edited:
        left = _("{file}: was edited by hand, so it stays; remove it if it is not yours")
        yield left.format(file=shown(content / "articles" / path))


def _take_elections(content: Path, chosen: str | None) -> Iterator[str]:
    """Remove the elections that came with Kliping, but the chosen one, one's own, and those that these are part of."""
    if chosen is None:
        return
    wanted = {f"elections/{one}.yaml" for one in _with_parents([chosen, *_own(content)], _elections(content))}
    if others := shipped.remove(content, sorted(_shipped(content)), wanted.__contains__):
        kept = sorted(path.stem for path in (content / "elections").glob("*.yaml") if path.name != "tahapan.yaml")
        yield _("removed: {count} elections; kept: {kept}").format(count=len(others), kept=", ".join(kept))


def _elections(content: Path) -> dict[str, Election]:
    return Calendars.load(content / "elections").elections


def _own(content: Path) -> list[str]:
    """Ids of the elections that did not come with Kliping, or that somebody changed."""
    files = _shipped(content)
    return [one for one in _elections(content) if f"elections/{one}.yaml" not in files]


def _shipped(content: Path) -> set[str]:
    """Files of elections that came with Kliping, and that nobody changed."""
    return set(shipped.unchanged(content, shipped.ELECTIONS))


def _with_parents(ids: Collection[str], elections: Mapping[str, Election]) -> set[str]:
    """Ids of elections, and of those that they are part of."""
    found: set[str] = set()
    waiting = list(ids)
    while waiting:
        one = elections.get(waiting.pop())
        if one and one.id not in found:
            found.add(one.id)
            waiting += [one.parent] if one.parent else []
    return found
